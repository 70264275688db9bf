/** What is wrong with a document, in the words of its reason and its findings. */
import type { DocumentView, Language } from '../../utils/messages';
import { bookedOf, findingText, reasonText } from '../../utils/texts';

export interface Sentence {
  /** One of the document's own problems; else why it stands where it stands. */
  readonly isFinding: boolean;
  readonly text: string;
}

export function sentencesOf(language: Language, row: DocumentView, now: number): readonly Sentence[] {
  const { findings } = row;
  const reasons = [row.reason, row.ksef?.reason ?? null].filter((reason) => reason !== null);
  return [
    ...reasons.map((reason) => ({ isFinding: false, text: reasonText(language, reason, bookedOf(row), now) })),
    ...findings.map((finding) => ({ isFinding: true, text: findingText(language, finding) })),
  ];
}

/**
 * What all of them say of their cause, to be said once above them; null: each has its own words, of another payment method for instance.
 * @param cause of the store: a code, and of some what follows a colon.
 */
export function commonSentence(
  language: Language,
  cause: string,
  rows: readonly DocumentView[],
  now: number,
): string | null {
  const [code] = cause.split(':');
  const own = rows.map((row) => {
    const { findings } = row;
    const reason = row.reason ?? row.ksef?.reason ?? null;
    if (reason !== null) return reasonText(language, reason, bookedOf(row), now);
    const finding = findings.find((each) => each.code === code);
    return finding === undefined ? null : findingText(language, finding);
  });
  const [first = null] = own;
  return own.every((text) => text === first) ? first : null;
}
