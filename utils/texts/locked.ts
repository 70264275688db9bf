/** What the order card says while the keys are locked. */
import type { Language } from '../messages';

export interface LockedTexts {
  readonly text: string;
  readonly unlock: string;
}

export const LOCKED_TEXTS: Readonly<Record<Language, LockedTexts>> = {
  pl: {
    text: 'Mostek jest zablokowany, więc niczego nie wysyła i nie czyta z panelu. Widać tu tylko to, co już wie. Podaj hasło w ustawieniach albo w okienku Mostka na pasku przeglądarki.',
    unlock: 'Odblokuj w ustawieniach',
  },
  en: {
    text: 'Mostek is locked, so it sends nothing and reads nothing from the panel. Only what it knows already is shown. Give the passphrase in the settings, or in Mostek’s window in the browser’s toolbar.',
    unlock: 'Unlock in the settings',
  },
};
