/** What stands above a form that is filled from the panel's lists: a way to read them anew, and why they are not there. */
import type { Dictionaries } from '../../utils/messages';
import { reasonText } from '../../utils/texts/reasons';
import type { Asking } from '../form/asked';
import { usePage, useShared } from '../form/page';
import { Problem } from '../form/problem';
import { useTexts } from './texts';

export function PanelListsProblem({ lists }: { readonly lists: Asking<Dictionaries> }) {
  const { language } = usePage();
  const texts = useTexts();
  const shared = useShared();
  if (lists.asked.state !== 'problem') return null;
  return (
    <div class="lists-problem">
      <Problem alert>{texts.dictionariesProblem(reasonText(language, lists.asked.reason))}</Problem>
      <button type="button" class="button button-small" onClick={lists.again}>
        {shared.retry}
      </button>
    </div>
  );
}

export function RefreshLists({ lists }: { readonly lists: Asking<Dictionaries> }) {
  const texts = useTexts();
  return (
    <button type="button" class="button" title={texts.refreshHint} onClick={lists.again}>
      {texts.refresh}
    </button>
  );
}
