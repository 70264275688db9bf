import type { SaleDocument } from '../document';
import { type Marked, markOf, notesWith } from '../mark';
import { plainText } from '../text';

/**
 * `Uwagi` of a correction: what it comes from, and its mark in the last line. There is no field for a reason in words (ifirma-api 4.1), so a
 * person's text stands here too, and is cut first.
 *
 * @param text a person's words; empty: none. @param number of the panel's correction; null: it has none.
 */
export function correctionNotes(marked: Marked, number: SaleDocument['number'], text: string): string {
  const source = number === null ? '' : `Dokument Sellasist: ${plainText(number)}`;
  return notesWith(text, notesWith(source, markOf(marked)).notes).notes;
}
