/** Step 2: the iFirma account. Its save takes step 1 along, and is followed by the connection test. */
import { useState } from 'preact/hooks';
import type { AccountField, AccountView, SecretName, TestLine } from '../../../utils/messages';
import { reasonText, type ViewReason } from '../../../utils/texts/reasons';
import { usePage } from '../../form/page';
import { Problem } from '../../form/problem';
import { SaveBar } from '../../form/save-bar';
import { SecretField } from '../../form/secret-field';
import { TextField } from '../../form/text-field';
import { tidySecret, withSecret } from '../account-draft';
import { TestLines } from '../connection-test';
import { problemText } from '../field-problem';
import { TaxFields } from '../tax-fields';
import { keepTest, resultOf, testOf } from '../tested';
import { useTexts } from '../texts';
import { tidyLogin } from '../tidy';
import type { AccountEntry } from './account-entry';
import type { StepState } from './progress';
import { Step } from './step';
import { useStepsTexts } from './texts';

type State =
  | { readonly kind: 'idle' | 'running' | 'unsaved' }
  | { readonly kind: 'lines'; readonly lines: readonly TestLine[] }
  | { readonly kind: 'problem'; readonly reason: ViewReason };

interface Props {
  readonly account: AccountView | null;
  readonly entry: AccountEntry;
  readonly state: StepState;
  readonly onSaved: (account: AccountView) => void;
  readonly onTested: () => void;
}

/** What works of the panel stands in step 1; what does not would be missed there. */
const isOfThisStep = ({ what, problem }: TestLine): boolean => problem !== null || what.startsWith('ifirma');

const OF_PANEL: readonly AccountField[] = ['panel', 'sellasist'];

export function IfirmaStep({ account, entry, state, onSaved, onTested }: Props) {
  const { ask, language } = usePage();
  const texts = useTexts();
  const { ifirma: words } = useStepsTexts();
  const [test, setTest] = useState<State>({ kind: 'idle' });
  const { value, problems } = entry;

  const run = async (now: AccountView): Promise<void> => {
    setTest({ kind: 'running' });
    keepTest(now, 'running');
    const answer = await ask('account.test', { id: now.id });
    keepTest(now, resultOf(answer.ok ? answer.value : null));
    setTest(answer.ok ? { kind: 'lines', lines: answer.value } : { kind: 'problem', reason: answer.reason });
    // A test that succeeds lets a paused account go on.
    onTested();
  };
  const save = async (): Promise<void> => {
    const saved = await entry.submit();
    if (saved === null) return;
    // Before it is shown: what was not tried yet is not shown as done.
    keepTest(saved, 'running');
    onSaved(saved);
    await run(saved);
  };
  const set = (patch: Parameters<AccountEntry['set']>[0]): void => {
    entry.set(patch);
    if (test.kind !== 'running') setTest({ kind: 'idle' });
  };

  const worded = (field: AccountField) => {
    const problem = problems?.[field];
    return {
      label: texts.fieldNames[field],
      hint: texts.fieldHints[field],
      problem: problem === undefined ? undefined : problemText(texts, problem, entry.owner),
    };
  };
  const secret = (field: SecretName, optional: boolean) => (
    <SecretField
      {...worded(field)}
      fingerprint={account?.secrets[field] ?? null}
      value={value.secrets[field]}
      tidy={tidySecret(field)}
      optional={optional}
      onInput={(text) => set({ secrets: withSecret(value.secrets, field, text) })}
    />
  );

  return (
    <Step id="step-ifirma" number={2} title={words.title} lead={words.lead} state={state}>
      <form
        class="card form"
        noValidate
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField {...worded('name')} value={value.name} most={100} onInput={(name) => set({ name })} />
        <TextField {...worded('login')} value={value.login} code tidy={tidyLogin} onInput={(login) => set({ login })} />
        {secret('faktura', false)}
        {secret('abonent', true)}
        <TaxFields value={value.tax} problem={worded('taxBasis').problem} onChange={(tax) => set({ tax })} />
        <p class="form-note">{words.secrets}</p>
        {entry.outcome === 'mend' && OF_PANEL.some((field) => problems?.[field] !== undefined) && (
          <Problem>{words.panelToMend}</Problem>
        )}
        <SaveBar outcome={entry.outcome} dirty={entry.dirty} stale={entry.stale} onDrop={entry.drop}>
          {account !== null && (
            <button
              type="button"
              class="button"
              aria-disabled={test.kind === 'running' ? 'true' : undefined}
              onClick={() => {
                if (test.kind === 'running') return;
                if (entry.dirty) setTest({ kind: 'unsaved' });
                else void run(account);
              }}
            >
              {words.check}
            </button>
          )}
        </SaveBar>
        <div class="test-result" aria-live="polite">
          {account !== null && testOf(account) === undefined && test.kind === 'idle' && (
            <p class="muted">{words.untested}</p>
          )}
          {test.kind === 'running' && <p class="late muted">{words.checking}</p>}
          {test.kind === 'unsaved' && <Problem>{words.unsaved}</Problem>}
          {test.kind === 'problem' && <Problem>{reasonText(language, test.reason)}</Problem>}
          {test.kind === 'lines' && <TestLines lines={test.lines.filter(isOfThisStep)} />}
        </div>
      </form>
    </Step>
  );
}
