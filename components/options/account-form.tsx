/** The form of one account: the panel with its key and its series, and the iFirma login with its keys. */
import { useId } from 'preact/hooks';
import type { AccountField, AccountView, FieldProblem, SecretName } from '../../utils/messages';
import { type SaveResult, useDraft } from '../form/draft';
import { useFocusOnProblem } from '../form/focus';
import { usePage, useShared } from '../form/page';
import { SaveBar } from '../form/save-bar';
import { SecretField } from '../form/secret-field';
import { TextField } from '../form/text-field';
import { type AccountEdits, draftOf, editsOf, tidySecret, withSecret } from './account-draft';
import { useSeries } from './series';
import { SeriesGroup } from './series-group';
import { useTexts } from './texts';
import { tidyLogin, tidyPanel } from './tidy';

type Problems = Readonly<Partial<Record<AccountField, FieldProblem>>>;

interface Props {
  readonly account: AccountView | null;
  readonly others: readonly AccountView[];
  readonly onSaved: (account: AccountView) => void;
  readonly onCancel: (() => void) | null;
}

export function AccountForm({ account, others, onSaved, onCancel }: Props) {
  const { ask } = usePage();
  const texts = useTexts();
  const shared = useShared();
  const id = useId();

  const save = async (edits: AccountEdits): Promise<SaveResult<Problems>> => {
    const answer = await ask('account.save', draftOf(account, edits));
    if (!answer.ok) return answer;
    if (!answer.value.ok) return { ok: false, problems: answer.value.fields };
    onSaved(answer.value.value);
    return { ok: true };
  };
  const draft = useDraft<AccountEdits, Problems>(editsOf(account), save);
  const form = useFocusOnProblem(draft.problems);
  const { name, panel, login, secrets, seriesIds } = draft.value;
  const series = useSeries(account, panel, secrets.sellasist ?? '');

  const worded = (field: AccountField) => ({
    label: texts.fieldNames[field],
    hint: texts.fieldHints[field],
    problem: problemOf(field),
  });
  const problemOf = (field: AccountField): string | undefined => {
    const problem = draft.problems?.[field];
    return problem === undefined ? undefined : texts.problems[problem];
  };
  const secret = (field: SecretName, optional: boolean) => (
    <SecretField
      {...worded(field)}
      fingerprint={account?.secrets[field] ?? null}
      value={secrets[field]}
      tidy={tidySecret(field)}
      optional={optional}
      onInput={(value) => draft.set({ secrets: withSecret(secrets, field, value) })}
    />
  );

  return (
    <form
      ref={form}
      class="form"
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void draft.submit();
      }}
    >
      <TextField {...worded('name')} value={name} most={100} onInput={(value) => draft.set({ name: value })} />
      <section class="form-part" aria-labelledby={`${id}-panel`}>
        <h3 id={`${id}-panel`}>{texts.accounts.panelGroup}</h3>
        <TextField
          {...worded('panel')}
          value={panel}
          code
          tidy={tidyPanel}
          onInput={(value) => draft.set({ panel: value })}
        />
        {secret('sellasist', false)}
        <SeriesGroup
          series={series}
          chosen={seriesIds}
          others={others.filter((other) => other.panel === tidyPanel(panel))}
          onChange={(ids) => draft.set({ seriesIds: ids })}
        />
      </section>
      <section class="form-part" aria-labelledby={`${id}-ifirma`}>
        <h3 id={`${id}-ifirma`}>{texts.accounts.ifirmaGroup}</h3>
        <TextField
          {...worded('login')}
          value={login}
          code
          tidy={tidyLogin}
          onInput={(value) => draft.set({ login: value })}
        />
        {secret('faktura', false)}
        {secret('abonent', true)}
        {secret('rachunek', true)}
        <p class="form-note">{texts.accounts.secretsNote}</p>
      </section>
      <SaveBar outcome={draft.outcome} dirty={draft.dirty}>
        {onCancel !== null && (
          <button type="button" class="button" onClick={onCancel}>
            {shared.cancel}
          </button>
        )}
      </SaveBar>
    </form>
  );
}
