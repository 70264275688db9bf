/** What the order card says while the keys are locked. */
import { inBoth } from './english';

export interface LockedTexts {
  readonly text: string;
  readonly unlock: string;
}

const pl: LockedTexts = {
  text: 'Mostek jest zablokowany, więc niczego nie wysyła i nie czyta z panelu. Widać tu tylko to, co już wie. Podaj hasło w ustawieniach albo w okienku Mostka na pasku przeglądarki.',
  unlock: 'Odblokuj w ustawieniach',
};

declare module './english' {
  interface English {
    readonly locked: LockedTexts;
  }
}

export const LOCKED_TEXTS = inBoth('locked', pl);
