/**
 * What documents wait for, as a few words that follow a count: `12 × brak kodu pocztowego nabywcy`. The sentence that says what to do is that of
 * the finding or the reason.
 */
import type { FindingCode, ReasonCode } from '../invoice/finding';
import type { Language } from '../messages';
import { inBoth } from './english';
import { pl } from './pl/causes';

/** What only a command is refused with, or what stands on a transfer that waits for nobody. */
type NeverWaits =
  | 'adopted'
  | 'linked'
  | 'link-not-found'
  | 'link-sum-differs'
  | 'link-taken'
  | 'account-busy'
  | 'account-changed'
  | 'erplink-unanswered'
  | 'erplink-on'
  | 'database-closed'
  | 'database-newer'
  | 'locked'
  | 'passphrase-wrong'
  | 'skipped-by-person';

/** `uncertain`: they are being looked up, whatever made each of them unclear. */
export type CauseCode = FindingCode | Exclude<ReasonCode, NeverWaits> | 'uncertain';

export interface CauseTexts {
  readonly codes: Readonly<Record<CauseCode, string>>;
  /** @param field as a person calls it, else as iFirma does. */
  readonly refused: (field: string) => string;
  readonly kod: (kod: string) => string;
  /** By the last part of iFirma's name, without case, diacritics and blanks (ifirma-api 9.2). */
  readonly fields: Readonly<Record<string, string>>;
}

declare module './english' {
  interface English {
    readonly causes: CauseTexts;
  }
}

const TEXTS = inBoth('causes', pl);

/** @param cause `causeOf` of the store: a code, and of some what follows a colon. */
export function causeText(language: Language, cause: string): string {
  const texts = TEXTS[language];
  const [code = '', more = ''] = /^([^:]*):?(.*)$/s.exec(cause)?.slice(1) ?? [];
  if (code === 'ifirma-refused' && more !== '') return texts.refused(fieldOf(texts, more));
  if (code === 'kod-other' && more !== '') return texts.kod(more);
  // What an older or newer version has stored.
  return isCode(texts, code) ? texts.codes[code] : texts.codes.internal;
}

function fieldOf({ fields }: CauseTexts, path: string): string {
  const name = path.replace(/\s+/g, '').split('.').at(-1) ?? path;
  return Object.hasOwn(fields, name) ? (fields[name] ?? path) : `„${path}”`;
}

function isCode({ codes }: CauseTexts, code: string): code is CauseCode {
  return Object.hasOwn(codes, code);
}

/** `12 × brak kodu pocztowego nabywcy`: the name of a group. */
export function groupName(language: Language, count: number, cause: string): string {
  return `${count}\u00a0× ${causeText(language, cause)}`;
}
