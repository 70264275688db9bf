/** Another passphrase, or none: both need the present one, so they share its field. */
import { useState } from 'preact/hooks';
import { reasonText, type ViewReason } from '../../../utils/texts/reasons';
import type { Answer } from '../../ask';
import { useFocusOnProblem } from '../../form/focus';
import { usePage, useShared } from '../../form/page';
import { Problem } from '../../form/problem';
import { useUnsaved } from '../../form/unsaved';
import { PasswordField } from './password-field';
import { type PairProblems, pairProblems, strengthOf } from './strength';
import { useSecurityTexts } from './texts';

interface Props {
  readonly onDone: (what: 'changed' | 'turnedOff') => void;
}

interface Problems extends PairProblems {
  readonly current?: string;
}

export function ChangeForm({ onDone }: Props) {
  const { ask, language } = usePage();
  const shared = useShared();
  const { passphrase: texts } = useSecurityTexts();
  const [current, setCurrent] = useState('');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [isWorking, setIsWorking] = useState(false);
  const [problems, setProblems] = useState<Problems | null>(null);
  const [reason, setReason] = useState<ViewReason | null>(null);
  const form = useFocusOnProblem(problems);
  useUnsaved(first !== '' || second !== '');

  const run = async (
    what: 'changed' | 'turnedOff',
    wrong: PairProblems,
    act: () => Promise<Answer<null>>,
  ): Promise<void> => {
    if (isWorking) return;
    const found: Problems = { ...(current === '' && { current: shared.fillIn }), ...wrong };
    setReason(null);
    if (Object.keys(found).length > 0) {
      setProblems(found);
      return;
    }
    setIsWorking(true);
    const answer = await act();
    setIsWorking(false);
    if (answer.ok) {
      setCurrent('');
      setFirst('');
      setSecond('');
      setProblems(null);
      onDone(what);
    } else if (answer.reason.code === 'passphrase-wrong') setProblems({ current: texts.wrong });
    else {
      setProblems(null);
      setReason(answer.reason);
    }
  };
  const change = () =>
    run('changed', pairProblems(first, second, texts), () => ask('passphrase.change', { current, next: first }));
  const turnOff = () => run('turnedOff', {}, () => ask('passphrase.off', { current }));

  return (
    <form
      ref={form}
      class="form"
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <p class="muted">{texts.changeLead}</p>
      <div class="security-fields">
        <PasswordField
          label={texts.current}
          value={current}
          onInput={setCurrent}
          kind="known"
          problem={problems?.current}
        />
        <PasswordField
          label={texts.next}
          value={first}
          onInput={setFirst}
          kind="new"
          hint={strengthOf(first, texts.strength)}
          problem={problems?.first}
        />
        <PasswordField label={texts.repeat} value={second} onInput={setSecond} kind="new" problem={problems?.second} />
      </div>
      <p class="form-note">{texts.forgotten}</p>
      {reason !== null && <Problem alert>{reasonText(language, reason)}</Problem>}
      <div class="buttons">
        <button type="submit" class="button button-primary" aria-disabled={isWorking ? 'true' : undefined}>
          {texts.change}
        </button>
        <button
          type="button"
          class="button"
          aria-disabled={isWorking ? 'true' : undefined}
          onClick={() => void turnOff()}
        >
          {texts.turnOff}
        </button>
        {isWorking && <span class="late muted">{texts.working}</span>}
      </div>
    </form>
  );
}
