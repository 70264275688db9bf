/** Step 1: the panel and its key, and what the key may do. */
import { useState } from 'preact/hooks';
import type { AccountView, TestLine } from '../../../utils/messages';
import { reasonText, type ViewReason } from '../../../utils/texts/reasons';
import { usePage } from '../../form/page';
import { Problem } from '../../form/problem';
import { SecretField } from '../../form/secret-field';
import { TextField } from '../../form/text-field';
import { tidySecret, withSecret } from '../account-draft';
import { TestLines } from '../connection-test';
import { keepTest, resultOf } from '../tested';
import { useTexts } from '../texts';
import { tidyPanel, tidyPanelKey } from '../tidy';
import type { AccountEntry } from './account-entry';
import type { StepState } from './progress';
import { Step } from './step';
import { useStepsTexts } from './texts';

type State =
  | { readonly kind: 'idle' | 'running' }
  | { readonly kind: 'lines'; readonly lines: readonly TestLine[] }
  | { readonly kind: 'problem'; readonly reason: ViewReason };

interface Props {
  readonly account: AccountView | null;
  readonly entry: AccountEntry;
  readonly state: StepState;
  readonly onChecked: (isReached: boolean) => void;
}

const isOfPanel = ({ what }: TestLine): boolean => what.startsWith('sellasist');

export function PanelStep({ account, entry, state, onChecked }: Props) {
  const { ask, language } = usePage();
  const texts = useTexts();
  const { panel: words } = useStepsTexts();
  const [check, setCheck] = useState<State>({ kind: 'idle' });
  const { value, problems } = entry;
  const panel = tidyPanel(value.panel);
  const key = tidyPanelKey(value.secrets.sellasist ?? '');
  const isStored = key === '' && account !== null && account.panel === panel && account.secrets.sellasist !== null;

  /** `isSame`: the value was only made to look as it will be stored, so what the panel answered still holds. */
  const change = (patch: Parameters<AccountEntry['set']>[0], isSame: boolean): void => {
    entry.set(patch);
    if (isSame) return;
    setCheck({ kind: 'idle' });
    onChecked(false);
  };

  const run = async (): Promise<void> => {
    if (check.kind === 'running') return;
    if (panel === '' || (key === '' && !isStored)) {
      entry.mark({
        ...(panel === '' && { panel: 'required' }),
        ...(key === '' && !isStored && { sellasist: 'required' }),
      });
      return;
    }
    setCheck({ kind: 'running' });
    const answer = isStored ? await ask('account.test', { id: account.id }) : await ask('panel.test', { panel, key });
    // It asks iFirma as well, and what iFirma says counts for step 2.
    if (isStored) keepTest(account, resultOf(answer.ok ? answer.value : null));
    if (!answer.ok) {
      setCheck({ kind: 'problem', reason: answer.reason });
      return;
    }
    const lines = answer.value.filter(isOfPanel);
    setCheck({ kind: 'lines', lines });
    onChecked(lines.every(({ problem }) => problem === null));
  };

  const problemOf = (field: 'panel' | 'sellasist'): string | undefined => {
    const problem = problems?.[field];
    return problem === undefined ? undefined : texts.problems[problem];
  };

  return (
    <Step id="step-panel" number={1} title={words.title} lead={words.lead} state={state}>
      <form
        class="card form"
        noValidate
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <TextField
          label={texts.fieldNames.panel}
          hint={texts.fieldHints.panel}
          problem={problemOf('panel')}
          value={value.panel}
          code
          tidy={tidyPanel}
          onInput={(text) => change({ panel: text }, tidyPanel(text) === panel)}
        />
        <SecretField
          label={texts.fieldNames.sellasist}
          hint={texts.fieldHints.sellasist}
          problem={problemOf('sellasist')}
          fingerprint={account?.secrets.sellasist ?? null}
          value={value.secrets.sellasist}
          tidy={tidySecret('sellasist')}
          optional={false}
          onInput={(text) =>
            change({ secrets: withSecret(value.secrets, 'sellasist', text) }, tidyPanelKey(text ?? '') === key)
          }
        />
        <div class="buttons">
          <button type="submit" class="button" aria-disabled={check.kind === 'running' ? 'true' : undefined}>
            {words.check}
          </button>
          {account === null && <span class="muted">{words.savedWithAccount}</span>}
        </div>
        <div class="test-result" aria-live="polite">
          {check.kind === 'running' && <p class="late muted">{words.checking}</p>}
          {check.kind === 'problem' && <Problem>{reasonText(language, check.reason)}</Problem>}
          {check.kind === 'lines' && (
            <>
              <TestLines lines={check.lines} />
              <p class="form-note">{words.writing}</p>
              {check.lines.some(({ problem }) => problem?.code === 'sellasist-forbidden') && (
                <p class="form-note">{words.rights}</p>
              )}
            </>
          )}
        </div>
      </form>
    </Step>
  );
}
