/** The series of the panel, as soon as the form knows enough to ask for them, and before anything is saved. */
import { useEffect, useState } from 'preact/hooks';
import type { AccountView, DictionaryRow } from '../../utils/messages';
import type { ViewReason } from '../../utils/texts/reasons';
import { usePage } from '../form/page';
import { namedSeries } from './named-rows';
import { isPanel, tidyPanel, tidyPanelKey } from './tidy';

export type SeriesState =
  | { readonly state: 'need-key' | 'need-new-key' | 'loading' }
  | { readonly state: 'ready'; readonly rows: readonly DictionaryRow[] }
  | { readonly state: 'problem'; readonly reason: ViewReason };

export interface Series {
  readonly now: SeriesState;
  readonly again: () => void;
}

/** Long enough not to ask for every letter that is typed, short enough to feel immediate after pasting. */
const REST_MS = 500;

export function useSeries(account: AccountView | null, typedPanel: string, typedKey: string): Series {
  const { ask, language } = usePage();
  const panel = tidyPanel(typedPanel);
  const key = tidyPanelKey(typedKey);
  const accountId = key === '' && account?.panel === panel ? account.id : null;
  const isTyped = key !== '' && isPanel(panel);
  const about = accountId ?? (isTyped ? `${panel} ${key}` : '');
  const [turn, setTurn] = useState(0);
  const [shown, setShown] = useState<{
    readonly about: string;
    readonly panel: string;
    readonly now: SeriesState;
  } | null>(null);

  useEffect(() => {
    if (about === '') return;
    let stale = false;
    const read = async (): Promise<void> => {
      const answer =
        accountId === null
          ? await ask('panel.series', { panel, key })
          : await ask('dictionaries', { accountId, fresh: turn > 0 });
      if (stale) return;
      if (!answer.ok) setShown({ about, panel, now: { state: 'problem', reason: answer.reason } });
      else {
        const rows = 'series' in answer.value ? answer.value.series : answer.value;
        setShown({ about, panel, now: { state: 'ready', rows: namedSeries(language, rows) } });
      }
    };
    const timer = setTimeout(() => void read(), accountId === null ? REST_MS : 0);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [ask, language, about, accountId, panel, key, turn]);

  const again = (): void => {
    setShown(null);
    setTurn((now) => now + 1);
  };
  if (about === '') return { now: { state: account === null ? 'need-key' : 'need-new-key' }, again };
  if (shown?.about === about) return { now: shown.now, again };
  // Saving turns the typed key into the stored one: the series of the same panel stay in sight meanwhile.
  const stays = accountId !== null && shown?.panel === panel && shown.now.state === 'ready';
  return { now: stays ? shown.now : { state: 'loading' }, again };
}
