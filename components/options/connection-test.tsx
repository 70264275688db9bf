/** `Sprawdź połączenie`: what was asked of the two services and what came of it, line by line in words. */
import { useState } from 'preact/hooks';
import type { AccountView, TestLine } from '../../utils/messages';
import { reasonText, type ViewReason } from '../../utils/texts/reasons';
import { usePage } from '../form/page';
import { Problem } from '../form/problem';
import { useLeaving } from '../form/unsaved';
import { IconDone, IconWarning } from '../icons';
import { keepTest, resultOf } from './tested';
import { useTexts } from './texts';

interface Props {
  readonly account: AccountView;
  readonly describedBy: string;
  readonly onTested: () => void;
}

type State =
  | { readonly kind: 'idle' | 'running' | 'unsaved' }
  | { readonly kind: 'lines'; readonly lines: readonly TestLine[] }
  | { readonly kind: 'problem'; readonly reason: ViewReason };

export function ConnectionTest({ account, describedBy, onTested }: Props) {
  const { ask } = usePage();
  const { accounts: texts } = useTexts();
  const { unsaved } = useLeaving();
  const [state, setState] = useState<State>({ kind: 'idle' });

  const test = async (): Promise<void> => {
    if (state.kind === 'running') return;
    if (unsaved()) {
      setState({ kind: 'unsaved' });
      return;
    }
    setState({ kind: 'running' });
    const answer = await ask('account.test', { id: account.id });
    keepTest(account, resultOf(answer.ok ? answer.value : null));
    setState(answer.ok ? { kind: 'lines', lines: answer.value } : { kind: 'problem', reason: answer.reason });
    onTested();
  };

  return (
    <>
      <button
        type="button"
        class="button"
        aria-describedby={describedBy}
        aria-disabled={state.kind === 'running' ? 'true' : undefined}
        onClick={() => void test()}
      >
        {texts.test}
      </button>
      <div class="test-result" aria-live="polite">
        <Result state={state} />
      </div>
    </>
  );
}

function Result({ state }: { readonly state: State }) {
  const { language } = usePage();
  const { accounts: texts } = useTexts();
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running':
      return <p class="late muted">{texts.testing}</p>;
    case 'unsaved':
      return <Problem>{texts.testUnsaved}</Problem>;
    case 'problem':
      return <Problem>{reasonText(language, state.reason)}</Problem>;
    case 'lines':
      return <TestLines lines={state.lines} />;
    default:
      return state satisfies never;
  }
}

/** Each line with the field of the account that its problem speaks of. */
export function TestLines({ lines }: { readonly lines: readonly TestLine[] }) {
  const { language } = usePage();
  const { accounts: texts, fieldNames, tests } = useTexts();
  return (
    <ul class="test-lines" aria-label={texts.testResult}>
      {lines.map(({ what, problem, field, params }) => (
        <li key={what} class={problem === null ? 'good' : 'problem'}>
          {problem === null ? <IconDone /> : <IconWarning />}
          <span>
            {problem === null ? tests[what].reached(params) : `${tests[what].asked}: ${reasonText(language, problem)}`}
            {problem !== null && field !== null && <span class="test-field">{texts.testField(fieldNames[field])}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
