/** Puts the keys under a passphrase. The iFirma keys have to be typed again, because nobody can read the stored ones. */
import { useState } from 'preact/hooks';
import type { KeyProblems, SecurityView } from '../../../utils/messages';
import { reasonText, type ViewReason } from '../../../utils/texts/reasons';
import { useFocusOnProblem } from '../../form/focus';
import { usePage } from '../../form/page';
import { Problem } from '../../form/problem';
import { useUnsaved } from '../../form/unsaved';
import { AutoLockField, DEFAULT_AUTO_LOCK } from './auto-lock';
import { PasswordField } from './password-field';
import { type PairProblems, pairProblems, strengthOf } from './strength';
import { useSecurityTexts } from './texts';
import { type KeyTexts, TypedKeyFields, typedKeysOf } from './typed-keys';

interface Props {
  readonly view: SecurityView;
  readonly onDone: (view: SecurityView) => void;
}

interface Problems {
  readonly pair: PairProblems;
  readonly keys: KeyProblems;
}

const NONE: Problems = { pair: {}, keys: {} };

export function TurnOnForm({ view, onDone }: Props) {
  const { ask, language } = usePage();
  const { passphrase: texts } = useSecurityTexts();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [typed, setTyped] = useState<KeyTexts>({});
  const [autoLock, setAutoLock] = useState(DEFAULT_AUTO_LOCK);
  const [isWorking, setIsWorking] = useState(false);
  const [problems, setProblems] = useState<Problems | null>(null);
  const [reason, setReason] = useState<ViewReason | null>(null);
  const form = useFocusOnProblem(problems);
  const { pair, keys } = problems ?? NONE;
  useUnsaved(first !== '' || second !== '' || Object.values(typed).some((key) => key !== ''));

  const turnOn = async (): Promise<void> => {
    if (isWorking) return;
    setReason(null);
    const wrong = pairProblems(first, second, texts);
    if (Object.keys(wrong).length > 0) {
      setProblems({ pair: wrong, keys: {} });
      return;
    }
    setIsWorking(true);
    const answer = await ask('passphrase.on', { passphrase: first, keys: typedKeysOf(view.keys, typed), autoLock });
    setIsWorking(false);
    if (!answer.ok) {
      setProblems(null);
      setReason(answer.reason);
    } else if (answer.value.ok) onDone(answer.value.value);
    else setProblems({ pair: {}, keys: answer.value.keys });
  };

  return (
    <form
      ref={form}
      class="form"
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void turnOn();
      }}
    >
      <p>{texts.onLead}</p>
      {view.keys.length === 0 ? (
        <p class="form-note">{texts.noKeys}</p>
      ) : (
        <div class="security-fields">
          <h3>{texts.keysTitle}</h3>
          <p class="muted">{texts.keysWhy}</p>
          <TypedKeyFields keys={view.keys} typed={typed} problems={keys} onInput={setTyped} />
        </div>
      )}
      <div class="security-fields">
        <PasswordField
          label={texts.passphrase}
          value={first}
          onInput={setFirst}
          kind="new"
          hint={strengthOf(first, texts.strength)}
          problem={pair.first}
        />
        <PasswordField label={texts.repeat} value={second} onInput={setSecond} kind="new" problem={pair.second} />
        <AutoLockField value={autoLock} onChange={setAutoLock} />
      </div>
      <p class="form-note">{texts.forgotten}</p>
      {reason !== null && <Problem alert>{reasonText(language, reason)}</Problem>}
      <div class="buttons">
        <button type="submit" class="button button-primary" aria-disabled={isWorking ? 'true' : undefined}>
          {texts.turnOn}
        </button>
        {isWorking && <span class="late muted">{texts.turningOn}</span>}
      </div>
    </form>
  );
}
