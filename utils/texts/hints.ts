/** What to do about a refusal of iFirma, by what its words complain of (`invoice/refusals.ts`). */
import { type RefusalCause, refusalCause } from '../invoice/refusals';
import type { Language } from '../messages';
import { inBoth } from './english';
import { pl } from './pl/hints';

declare module './english' {
  interface English {
    readonly hints: Readonly<Record<RefusalCause, string>>;
  }
}

export const HINTS = inBoth('hints', pl);

/** null: nothing is known about these words. */
export const hintFor = (language: Language, text: string): string | null => {
  const cause = refusalCause(text);
  return cause === null ? null : HINTS[language][cause];
};
