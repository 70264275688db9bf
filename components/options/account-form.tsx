/** The form of one account: the panel with its key and its series, the iFirma login with its keys, and how it is taxed. */
import { useId } from 'preact/hooks';
import type { AccountField, AccountView, FieldProblems, SecretName } from '../../utils/messages';
import { type SaveResult, useDraft } from '../form/draft';
import { useFocusOnProblem } from '../form/focus';
import { usePage, useShared } from '../form/page';
import { SaveBar } from '../form/save-bar';
import { SecretField } from '../form/secret-field';
import { TextField } from '../form/text-field';
import { type AccountEdits, draftOf, editsOf, tidySecret, tooLong, withSecret } from './account-draft';
import { problemText } from './field-problem';
import { useSeries } from './series';
import { SeriesGroup } from './series-group';
import { TaxFields } from './tax-fields';
import { useTexts } from './texts';
import { tidyLogin, tidyPanel } from './tidy';

interface Problems {
  readonly fields: FieldProblems<AccountField>;
  readonly owner: string | undefined;
}

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

  const save = async (edits: AccountEdits, revision: number): Promise<SaveResult<Problems>> => {
    const sent = draftOf(account, edits, revision);
    const long = tooLong(sent);
    if (Object.keys(long).length > 0) return { ok: false, problems: { fields: long, owner: undefined } };
    const answer = await ask('account.save', sent);
    if (!answer.ok) return answer;
    const { value } = answer;
    if (!value.ok) return { ok: false, problems: { fields: value.fields, owner: value.owner } };
    onSaved(value.value);
    return { ok: true };
  };
  const draft = useDraft<AccountEdits, Problems>(editsOf(account), save, account?.revision ?? 0);
  const form = useFocusOnProblem(draft.problems);
  const { name, panel, login, tax, secrets, seriesIds } = draft.value;
  const series = useSeries(account, panel, secrets.sellasist ?? '');

  const problemOf = (field: AccountField): string | undefined => {
    const problem = draft.problems?.fields[field];
    return problem === undefined ? undefined : problemText(texts, problem, draft.problems?.owner);
  };
  const worded = (field: AccountField) => ({
    label: texts.fieldNames[field],
    hint: texts.fieldHints[field],
    problem: problemOf(field),
  });
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
          account={account}
          others={others.filter((other) => other.panel === tidyPanel(panel))}
          problem={problemOf('seriesIds')}
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
      <section class="form-part" aria-labelledby={`${id}-tax`}>
        <h3 id={`${id}-tax`}>{texts.accounts.taxGroup}</h3>
        <TaxFields value={tax} problem={problemOf('taxBasis')} onChange={(value) => draft.set({ tax: value })} />
      </section>
      <SaveBar outcome={draft.outcome} dirty={draft.dirty} stale={draft.stale} onDrop={draft.drop}>
        {onCancel !== null && (
          <button type="button" class="button" onClick={onCancel}>
            {shared.cancel}
          </button>
        )}
      </SaveBar>
    </form>
  );
}
