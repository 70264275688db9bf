/** What stands above a form that is filled from the panel's lists: a way to read them anew, and what is wrong with them. */
import type { PanelLists } from '../../utils/messages';
import { reasonText } from '../../utils/texts/reasons';
import type { Asking } from '../form/asked';
import { usePage, useShared } from '../form/page';
import { Problem } from '../form/problem';
import { time } from '../format';
import { IconWarning } from '../icons';
import { useTexts } from './texts';

interface Props {
  readonly lists: Asking<PanelLists>;
}

/** Nothing where all is well. Lists that are known from before stay usable, and this says since when and why. */
export function PanelListsProblem({ lists }: Props) {
  const { language } = usePage();
  const texts = useTexts();
  const { asked } = lists;
  switch (asked.state) {
    case 'loading':
      return null;
    case 'problem':
      return (
        <div class="lists-problem">
          <Problem alert>{texts.dictionariesProblem(reasonText(language, asked.reason))}</Problem>
          <Again lists={lists} />
        </div>
      );
    case 'ready': {
      const { problem, readAt } = asked.value;
      if (problem === null) return null;
      return (
        <div class="lists-problem lists-old" role="status">
          <p class="warn">
            <IconWarning />
            <span>{texts.listsOld(time(readAt, Date.now()), reasonText(language, problem))}</span>
          </p>
        </div>
      );
    }
    default:
      return asked satisfies never;
  }
}

function Again({ lists }: Props) {
  const shared = useShared();
  return (
    <button type="button" class="button button-small" onClick={lists.again}>
      {shared.retry}
    </button>
  );
}

export function RefreshLists({ lists }: Props) {
  const texts = useTexts();
  const { asked, busy } = lists;
  return (
    <span class="lists-refresh">
      <span class="muted">
        {busy ? (
          <span class="late">{texts.refreshing}</span>
        ) : (
          asked.state === 'ready' && texts.listsRead(time(asked.value.readAt, Date.now()))
        )}
      </span>
      <button
        type="button"
        class="button button-small"
        title={texts.refreshHint}
        aria-disabled={busy ? 'true' : undefined}
        onClick={() => !busy && lists.again()}
      >
        {texts.refresh}
      </button>
    </span>
  );
}
