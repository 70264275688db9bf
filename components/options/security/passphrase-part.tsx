/** The passphrase as it stands: to be turned on, to be given, or to be changed and turned off. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SecurityView } from '../../../utils/messages';
import { reasonText, type ViewReason } from '../../../utils/texts/reasons';
import type { Asking } from '../../form/asked';
import { usePage, useShared } from '../../form/page';
import { Problem } from '../../form/problem';
import { Question } from '../../form/question';
import { IconDone, IconWarning } from '../../icons';
import { AutoLockField } from './auto-lock';
import { ChangeForm } from './change-form';
import { Part } from './part';
import { useSecurityTexts } from './texts';
import { TurnOnForm } from './turn-on-form';
import { UnlockForm } from './unlock-form';

interface Props {
  readonly view: SecurityView;
  readonly security: Asking<SecurityView>;
}

export function PassphrasePart({ view, security }: Props) {
  const { passphrase: texts } = useSecurityTexts();
  const [said, setSaid] = useState<string | null>(null);
  const done = (sentence: string | null, now: SecurityView): void => {
    setSaid(sentence);
    security.put(now);
    security.again();
  };
  // The form that was sent goes away with its focus; what came of it takes the focus over.
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said !== null && place.current?.ownerDocument.activeElement === document.body) place.current.focus();
  }, [said, view.passphrase]);
  return (
    <Part title={texts.title}>
      <div ref={place} role="status" tabIndex={-1} class="security-said">
        {said !== null && (
          <p class="good">
            <IconDone />
            <span>{said}</span>
          </p>
        )}
      </div>
      {view.passphrase === 'none' && <TurnOnForm view={view} onDone={(now) => done(texts.turnedOn, now)} />}
      {view.passphrase === 'locked' && (
        <>
          <p class="warn">
            <IconWarning />
            <span>{texts.unlockLead}</span>
          </p>
          <UnlockForm onUnlocked={() => done(texts.unlocked, { ...view, passphrase: 'unlocked' })} />
          <Forgotten onDone={() => done(texts.forgot, { ...view, passphrase: 'none', keys: [] })} />
        </>
      )}
      {view.passphrase === 'unlocked' && (
        <>
          <Locking view={view} onDone={done} />
          <ChangeForm
            onDone={(what) => done(texts[what], { ...view, passphrase: what === 'changed' ? 'unlocked' : 'none' })}
          />
        </>
      )}
    </Part>
  );
}

/** The way on for whoever cannot open the keys any more: without them, with everything else. */
function Forgotten({ onDone }: { readonly onDone: () => void }) {
  const { ask, language } = usePage();
  const { passphrase: texts } = useSecurityTexts();
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<ViewReason | null>(null);

  const forget = async (): Promise<void> => {
    setAsking(false);
    const answer = await ask('passphrase.forget', {});
    if (answer.ok) onDone();
    else setProblem(answer.reason);
  };

  return (
    <>
      {problem !== null && <Problem alert>{reasonText(language, problem)}</Problem>}
      <div class="buttons">
        <button type="button" class="button button-quiet-danger" onClick={() => setAsking(true)}>
          {texts.forget}
        </button>
      </div>
      {asking && (
        <Question
          title={texts.forgetTitle}
          yes={texts.forgetYes}
          danger
          onYes={() => void forget()}
          onNo={() => setAsking(false)}
        >
          <p>{texts.forgetText}</p>
        </Question>
      )}
    </>
  );
}

interface LockingProps {
  readonly view: SecurityView;
  readonly onDone: (sentence: string | null, now: SecurityView) => void;
}

function Locking({ view, onDone }: LockingProps) {
  const { ask, language } = usePage();
  const shared = useShared();
  const { passphrase: texts } = useSecurityTexts();
  const [problem, setProblem] = useState<ViewReason | null>(null);

  const lock = async (): Promise<void> => {
    const answer = await ask('lock', {});
    setProblem(answer.ok ? null : answer.reason);
    if (answer.ok) onDone(texts.lockedNow, { ...view, passphrase: 'locked' });
  };
  const lockAfter = async (minutes: SecurityView['autoLock']): Promise<void> => {
    const answer = await ask('lock.after', { minutes });
    setProblem(answer.ok ? null : answer.reason);
    // What was not stored must not look stored: the old choice is drawn again.
    onDone(answer.ok ? shared.saved : null, { ...view, autoLock: answer.ok ? minutes : view.autoLock });
  };

  return (
    <div class="security-fields">
      <AutoLockField value={view.autoLock} onChange={(minutes) => void lockAfter(minutes)} />
      {problem !== null && <Problem alert>{reasonText(language, problem)}</Problem>}
      <div class="buttons">
        <button type="button" class="button" onClick={() => void lock()}>
          {texts.lockNow}
        </button>
      </div>
    </div>
  );
}
