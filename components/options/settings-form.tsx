/** The rules of one account, in parts; one save for all of them. */
import type { AccountView, PanelLists } from '../../utils/messages';
import type { Asking } from '../form/asked';
import { type SaveResult, useDraft } from '../form/draft';
import { useFocusOnProblem } from '../form/focus';
import { usePage, useShared } from '../form/page';
import { SaveBar } from '../form/save-bar';
import { listsOf } from './dictionaries';
import { RefreshLists } from './panel-lists';
import { DatesPart } from './settings-dates';
import type { SettingsPartProps } from './settings-draft';
import { editsOf, type SettingsEdits, settingsOf } from './settings-edits';
import { LinesPart } from './settings-lines';
import { OrderPart } from './settings-order';
import { PrintPart } from './settings-print';
import { type Refused, refusedProblems, settingsProblems } from './settings-problems';
import { SendingPart } from './settings-sending';
import { VatPart } from './settings-vat';
import { useTexts } from './texts';

interface Props {
  readonly account: AccountView;
  readonly others: readonly AccountView[];
  readonly lists: Asking<PanelLists>;
  readonly onSaved: (account: AccountView) => void;
}

export function SettingsForm({ account, others, lists, onSaved }: Props) {
  const { ask } = usePage();
  const texts = useTexts();
  const shared = useShared();

  const save = async (edits: SettingsEdits, revision: number): Promise<SaveResult<Refused>> => {
    if (Object.keys(settingsProblems(edits, texts, shared)).length > 0)
      return { ok: false, problems: { fields: {}, owner: undefined, sent: edits } };
    const answer = await ask('settings.save', { accountId: account.id, revision, settings: settingsOf(edits) });
    if (!answer.ok) return answer;
    const { value } = answer;
    if (!value.ok) return { ok: false, problems: { fields: value.fields, owner: value.owner, sent: edits } };
    onSaved(value.value);
    return { ok: true };
  };
  const draft = useDraft<SettingsEdits, Refused>(editsOf(account.settings), save, account.revision);
  const form = useFocusOnProblem(draft.problems);
  const { value, set } = draft;
  // Once a save has found a problem, it goes away as soon as it is mended.
  const problems =
    draft.problems === null
      ? {}
      : { ...refusedProblems(draft.problems, value, texts), ...settingsProblems(value, texts, shared) };
  const part: SettingsPartProps = { account, value, set, problems, lists: listsOf(lists) };

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
      <div class="form-tools form-tools-end">
        <RefreshLists lists={lists} />
      </div>
      <OrderPart {...part} />
      <SendingPart {...part} others={others} />
      <DatesPart {...part} />
      <VatPart {...part} />
      <LinesPart {...part} />
      <PrintPart {...part} />
      <SaveBar outcome={draft.outcome} dirty={draft.dirty} stale={draft.stale} onDrop={draft.drop} />
    </form>
  );
}
