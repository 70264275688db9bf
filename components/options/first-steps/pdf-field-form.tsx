/** The field of the order that gets the invoice's PDF: the one setting that the first invoice needs. */
import type { AccountView, PanelLists } from '../../../utils/messages';
import type { Asking } from '../../form/asked';
import { type SaveResult, useDraft } from '../../form/draft';
import { usePage } from '../../form/page';
import { Problem } from '../../form/problem';
import { SaveBar } from '../../form/save-bar';
import { SelectField } from '../../form/select-field';
import { fileFields, listsOf, rowChoices } from '../dictionaries';
import { useTexts } from '../texts';
import { useStepsTexts } from './texts';

interface Props {
  readonly account: AccountView;
  readonly lists: Asking<PanelLists>;
  readonly onSaved: (account: AccountView) => void;
}

interface PdfField {
  readonly documentFieldId: string | null;
}

export function PdfFieldForm({ account, lists, onSaved }: Props) {
  const { ask } = usePage();
  const { settings: texts } = useTexts();
  const { mapping: words } = useStepsTexts();

  /** `problems`: another of the settings, which are saved as a whole, no longer holds. */
  const save = async (field: PdfField, revision: number): Promise<SaveResult<true>> => {
    const settings = { ...account.settings, ...field };
    const answer = await ask('settings.save', { accountId: account.id, revision, settings });
    if (!answer.ok) return answer;
    if (!answer.value.ok) return { ok: false, problems: true };
    onSaved(answer.value.value);
    return { ok: true };
  };
  const draft = useDraft<PdfField, true>({ documentFieldId: account.settings.documentFieldId }, save, account.revision);
  const { documentFieldId } = draft.value;
  const fields = listsOf(lists)?.fields ?? null;
  const files = fileFields(fields);
  const { choices, isGone } = rowChoices(texts, files, documentFieldId, fields);

  return (
    <form
      class="card form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void draft.submit();
      }}
    >
      <SelectField
        label={texts.documentField}
        value={documentFieldId ?? ''}
        choices={choices}
        problem={isGone ? texts.goneHint : undefined}
        hint={texts.documentFieldHint}
        onChange={(id) => draft.set({ documentFieldId: id || null })}
      />
      {files?.length === 0 && <Problem>{texts.noFileFields}</Problem>}
      {account.settings.savePdf && documentFieldId === null && (
        <p class="muted">
          {words.fieldOpen} <a href="#settings">{words.toSettings}</a>
        </p>
      )}
      {draft.problems !== null && (
        <div class="lists-problem">
          <Problem>{words.otherSettings}</Problem>
          <a href="#settings">{words.toSettings}</a>
        </div>
      )}
      <SaveBar outcome={draft.outcome} dirty={draft.dirty} stale={draft.stale} onDrop={draft.drop} />
    </form>
  );
}
