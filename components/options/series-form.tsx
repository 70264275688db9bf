/** A group for each series of the account. What is incomplete stands open, the rest is one line each. */
import { useState } from 'preact/hooks';
import { EMPTY_SERIES, missingOf, type SeriesSettings } from '../../utils/invoice/series';
import { isShared } from '../../utils/invoice/shared-series';
import type { AccountView, DictionaryRow, PanelLists } from '../../utils/messages';
import type { Asking } from '../form/asked';
import { type SaveResult, useDraft } from '../form/draft';
import { useFocusOnProblem } from '../form/focus';
import { usePage, useShared } from '../form/page';
import { SaveBar } from '../form/save-bar';
import { listsOf } from './dictionaries';
import { PanelListsProblem, RefreshLists } from './panel-lists';
import { SeriesItem } from './series-item';
import { entryOf, seriesName } from './series-names';
import { longTexts, tidySeries } from './series-texts';
import { useTexts } from './texts';

interface Props {
  readonly account: AccountView;
  readonly lists: Asking<PanelLists>;
  readonly onSaved: (account: AccountView) => void;
}

export function SeriesForm({ account, lists, onSaved }: Props) {
  const { series } = useTexts();
  const shared = useShared();
  if (account.seriesIds.length === 0) {
    return (
      <div class="card empty">
        <p>{series.noSeries}</p>
        <a class="button" href="#accounts">
          {series.toAccounts}
        </a>
      </div>
    );
  }
  // A series is known by its name: without it there would be nothing to fill in.
  if (lists.asked.state === 'loading') return <p class="late muted">{shared.loading}</p>;
  return (
    <>
      <PanelListsProblem lists={lists} />
      <Groups account={account} rows={listsOf(lists)?.series ?? null} lists={lists} onSaved={onSaved} />
    </>
  );
}

interface Series {
  readonly series: AccountView['series'];
}

/** Many open forms at once make the page slow and nobody wiser: the next ones are opened one by one. */
const OPEN_AT_FIRST = 12;

type Owned = Pick<AccountView, 'seriesIds' | 'series'>;

/** Whether it would meet another numbering of this account in iFirma; the other accounts are judged when a document is sent. */
const meetsAnother = ({ seriesIds, series }: Owned, id: string): boolean => {
  const others = seriesIds.filter((other) => other !== id).flatMap((other) => entryOf(series, other) ?? []);
  return isShared(entryOf(series, id) ?? EMPTY_SERIES, others);
};

const unfinishedIds = (account: Owned): readonly string[] =>
  account.seriesIds.filter((id) => missingOf(entryOf(account.series, id)).length > 0 || meetsAnother(account, id));

function Groups({ account, rows, lists, onSaved }: Props & { readonly rows: readonly DictionaryRow[] | null }) {
  const { ask } = usePage();
  const { series: texts } = useTexts();
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(unfinishedIds(account).slice(0, OPEN_AT_FIRST)));

  const save = async ({ series }: Series, revision: number): Promise<SaveResult<readonly string[]>> => {
    const tidied = Object.fromEntries(Object.entries(series).map(([id, one]) => [id, tidySeries(one)]));
    const long = Object.keys(tidied).filter((id) => longTexts(tidied[id] ?? EMPTY_SERIES).length > 0);
    if (long.length > 0) {
      setOpen((now) => new Set([...now, ...long]));
      return { ok: false, problems: long };
    }
    const answer = await ask('series.save', { accountId: account.id, revision, series: tidied });
    if (!answer.ok) return answer;
    onSaved(answer.value);
    return { ok: true };
  };
  const draft = useDraft<Series, readonly string[]>({ series: account.series }, save, account.revision);
  const form = useFocusOnProblem(draft.problems);
  const { series } = draft.value;
  const settingsOf = (id: string): SeriesSettings => entryOf(series, id) ?? EMPTY_SERIES;
  const complete = account.seriesIds.filter((id) => missingOf(settingsOf(id)).length === 0).length;
  const toggle = (id: string): void =>
    setOpen((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });

  return (
    <form
      ref={form}
      class="card form form-long"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void draft.submit();
      }}
    >
      <div class="form-tools">
        <p class="muted">{texts.complete(complete, account.seriesIds.length)}</p>
        <RefreshLists lists={lists} />
      </div>
      <div class="series-items">
        {account.seriesIds.map((id) => (
          <SeriesItem
            key={id}
            name={seriesName(texts, rows, id)}
            isGone={rows !== null && !rows.some((row) => row.id === id)}
            isReceipt={rows?.find((row) => row.id === id)?.type === 'receipt'}
            value={settingsOf(id)}
            isShared={meetsAnother({ seriesIds: account.seriesIds, series }, id)}
            isOpen={open.has(id)}
            onToggle={() => toggle(id)}
            onChange={(value) => draft.set({ series: { ...series, [id]: value } })}
          />
        ))}
      </div>
      <SaveBar outcome={draft.outcome} dirty={draft.dirty} stale={draft.stale} onDrop={draft.drop} />
    </form>
  );
}
