/** Which series go to this account; the rest of the account stays as it is stored. */
import type { AccountView, FieldProblem, PanelLists } from '../../../utils/messages';
import type { Asking } from '../../form/asked';
import { type SaveResult, useDraft } from '../../form/draft';
import { useFocusOnProblem } from '../../form/focus';
import { usePage } from '../../form/page';
import { SaveBar } from '../../form/save-bar';
import { draftOf, editsOf } from '../account-draft';
import { problemText } from '../field-problem';
import type { Series } from '../series';
import { SeriesGroup } from '../series-group';
import { useTexts } from '../texts';

interface Props {
  readonly account: AccountView;
  readonly others: readonly AccountView[];
  readonly lists: Asking<PanelLists>;
  readonly onSaved: (account: AccountView) => void;
}

interface Problem {
  readonly code: FieldProblem;
  readonly owner: string | undefined;
}

interface Ticks {
  readonly seriesIds: readonly string[];
}

const seriesOf = ({ asked, again }: Asking<PanelLists>): Series => {
  switch (asked.state) {
    case 'loading':
      return { now: { state: 'loading' }, again };
    case 'problem':
      return { now: { state: 'problem', reason: asked.reason }, again };
    case 'ready':
      return { now: { state: 'ready', rows: asked.value.series }, again };
    default:
      return asked satisfies never;
  }
};

export function SeriesTicks({ account, others, lists, onSaved }: Props) {
  const { ask } = usePage();
  const texts = useTexts();

  const save = async ({ seriesIds }: Ticks, revision: number): Promise<SaveResult<Problem>> => {
    const answer = await ask('account.save', draftOf(account, { ...editsOf(account), seriesIds }, revision));
    if (!answer.ok) return answer;
    const reply = answer.value;
    if (!reply.ok) {
      return { ok: false, problems: { code: reply.fields.seriesIds ?? 'series-taken', owner: reply.owner } };
    }
    onSaved(reply.value);
    return { ok: true };
  };
  const draft = useDraft<Ticks, Problem>({ seriesIds: account.seriesIds }, save, account.revision);
  const form = useFocusOnProblem(draft.problems);
  const { problems } = draft;

  return (
    <form
      ref={form}
      class="card form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void draft.submit();
      }}
    >
      <SeriesGroup
        series={seriesOf(lists)}
        chosen={draft.value.seriesIds}
        account={account}
        others={others.filter((other) => other.panel === account.panel)}
        problem={problems === null ? undefined : problemText(texts, problems.code, problems.owner)}
        onChange={(seriesIds) => draft.set({ seriesIds })}
      />
      <SaveBar outcome={draft.outcome} dirty={draft.dirty} stale={draft.stale} onDrop={draft.drop} />
    </form>
  );
}
