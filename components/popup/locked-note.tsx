/** While the keys are locked nothing is sent; what the ledger knows is listed below all the same. */
import '../options/security/security.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { SECURITY_TEXTS } from '../../utils/texts/security';
import { useAsked } from '../form/asked';
import { usePage } from '../form/page';
import { IconDone, IconLock } from '../icons';
import { UnlockForm } from '../options/security/unlock-form';
import { useTexts } from './texts';

export function LockedNote() {
  const { ask, watch, language } = usePage();
  const texts = useTexts();
  const { asked, again, put } = useAsked('security', () => ask('security', {}));
  const [wasUnlocked, setWasUnlocked] = useState(false);
  const said = useRef<HTMLParagraphElement>(null);

  // They may be unlocked on the options page, and lock by themselves.
  useEffect(() => watch(null, again), [watch, again]);
  useEffect(() => {
    if (wasUnlocked) said.current?.focus();
  }, [wasUnlocked]);

  if (asked.state !== 'ready') return null;
  const view = asked.value;
  if (view.passphrase !== 'locked') {
    if (!wasUnlocked) return null;
    return (
      <p ref={said} role="status" tabIndex={-1} class="popup-tip good">
        <IconDone />
        <span>{SECURITY_TEXTS[language].passphrase.unlocked}</span>
      </p>
    );
  }
  return (
    <section class="popup-locked" aria-label={texts.lockedTitle}>
      <p class="warn">
        <IconLock />
        <span>{texts.locked}</span>
      </p>
      <UnlockForm
        onUnlocked={() => {
          setWasUnlocked(true);
          put({ ...view, passphrase: 'unlocked' });
          again();
        }}
      />
    </section>
  );
}
