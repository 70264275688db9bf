/** The rules of one panel, once they and the panel's lists are there. */
import { useRef } from 'preact/hooks';
import type { AccountView, RulesView } from '../../../utils/messages';
import { reasonText } from '../../../utils/texts/reasons';
import { useAsked } from '../../form/asked';
import { usePage, useShared } from '../../form/page';
import { Problem } from '../../form/problem';
import { ReloadContext } from '../../form/reload';
import { listsOf, useDictionaries } from '../dictionaries';
import { PanelListsProblem } from '../panel-lists';
import { Hindrances } from './hindrances';
import { RulesForm } from './rules-form';
import { useRulesTexts } from './texts';
import { useWatched } from './use-watched';

interface Props {
  readonly panel: string;
  /** Those of the panel. */
  readonly accounts: readonly AccountView[];
  readonly newId: () => string;
}

export function PanelRules({ panel, accounts, newId }: Props) {
  const { ask, language } = usePage();
  const shared = useShared();
  const texts = useRulesTexts();
  const asking = useAsked(panel, () => ask('rules.get', { panel }));
  const lists = useDictionaries(accounts[0]?.id ?? '');
  const { asked, again, put } = asking;
  useWatched(again);
  // What is being typed stays where a later reading fails.
  const last = useRef<RulesView | null>(null);
  if (asked.state === 'ready') last.current = asked.value;
  const view = last.current;
  return (
    <>
      {asked.state === 'problem' && (
        <>
          <Problem alert>{texts.problem(reasonText(language, asked.reason))}</Problem>
          <div class="buttons">
            <button type="button" class="button" onClick={again}>
              {shared.retry}
            </button>
          </div>
        </>
      )}
      {(view === null ? asked.state === 'loading' : lists.asked.state === 'loading') && (
        <p class="late muted">{shared.loading}</p>
      )}
      {view !== null && lists.asked.state !== 'loading' && (
        <ReloadContext.Provider value={again}>
          <Hindrances view={view} accounts={accounts} />
          <PanelListsProblem lists={lists} />
          <RulesForm panel={panel} view={view} accounts={accounts} lists={listsOf(lists)} newId={newId} onSaved={put} />
        </ReloadContext.Provider>
      )}
    </>
  );
}
