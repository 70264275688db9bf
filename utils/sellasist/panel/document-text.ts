/**
 * What a page of a document says of itself (sellasist-panel 1, 5.2). Its path is a guess, so its heading has to speak of documents too;
 * and ids of the old and the new module overlap, so its number has to be the one that the API has under that id.
 */
import { pageHeadings } from './heading';
import { POPUP } from './modal';
import { folded, wordsOf } from './text';

const DOCUMENT_WORD = /\b(?:dokument|faktur|korekt|koryguj|paragon)/;
const BREADCRUMBS = '[class*="breadcrumb"], [aria-label*="breadcrumb" i]';

export function speaksOfDocuments(document: Document): boolean {
  const places = [...pageHeadings(document), ...document.querySelectorAll(BREADCRUMBS)];
  return places.some((place) => DOCUMENT_WORD.test(folded(wordsOf(place))));
}

export type NumberOnPage =
  | { readonly agrees: true }
  /** `seen`: the number that the page shows instead; null: it shows none. */
  | { readonly agrees: false; readonly seen: string | null };

/** Does the page show this number, in whatever pattern the merchant's series has it? White space does not count. */
export function numberOnPage(document: Document, number: string): NumberOnPage {
  const wanted = number.replace(/\s+/g, '');
  const headings = pageHeadings(document);
  if (wanted !== '' && headings.some((heading) => isAmong(ownWordsIn(heading), wanted))) return { agrees: true };
  // A correction of the document is not the document, whatever a field says.
  if (headings.some((heading) => isAmong(wordsIn(heading), wanted))) return { agrees: false, seen: null };
  const seen = numberShown(document);
  return wanted !== '' && seen?.replace(/\s+/g, '') === wanted ? { agrees: true } : { agrees: false, seen };
}

/** The number that the heading, else the field `Numer`, shows; null: none that looks like one. */
export function numberShown(document: Document): string | null {
  for (const heading of pageHeadings(document)) {
    const number = numberIn(ownWordsIn(heading));
    if (number !== null) return number;
  }
  return fieldNumber(document);
}

/** The heading that shows a document's number, for the place of the controls. */
export function numberedHeading(document: Document): Element | null {
  return pageHeadings(document).find((heading) => numberIn(wordsIn(heading)) !== null) ?? null;
}

/** Kinds of documents as their series begin (sellasist-panel 5.1). */
const PREFIX = /^(?:fv|fa|f|par?|kor|pro|rz|wz|pz|pw|rw)$/i;
const PREFIXED = /^(?:fv|fa|par?|kor|pro|rz|wz|pz|pw|rw)[/-]?\S*\d/i;
const SLASHED = /^(?=\S*\d)\S+\/\S*\d\S*$/;

function numberIn(words: readonly string[]): string | null {
  for (const [at, word] of words.entries()) {
    const next = words[at + 1] ?? '';
    if (PREFIX.test(word) && /\d/.test(next)) return `${word} ${next}`;
    if (PREFIXED.test(word) || SLASHED.test(word)) return word;
  }
  return null;
}

/** Whether some words in succession are the number, which may be written with spaces. */
function isAmong(words: readonly string[], wanted: string): boolean {
  return words.some((_, from) => {
    let text = '';
    for (const word of words.slice(from)) {
      text += word;
      if (text.length >= wanted.length) return text === wanted;
    }
    return false;
  });
}

/** Does a part of a page show this number? White space does not count. */
export function showsNumber(part: Element, number: string): boolean {
  return isAmong(wordsIn(part), number.replace(/\s+/g, ''));
}

const CORRECTION = /^(?:korekt|koryguj)/;
/** What a correction is said to correct follows these. */
const TO = /^(?:do|faktury)$/;

/** Of `Korekta KOR/3 do faktury FV/12` only what comes before the invoice: that number is not the page's own. */
function ownWordsIn(heading: Element): readonly string[] {
  const words = wordsIn(heading);
  return words.slice(0, correctedFrom(words));
}

/** Where the words begin that name what is corrected; their count, where nothing is. */
function correctedFrom(words: readonly string[]): number {
  const correction = words.findIndex((word) => CORRECTION.test(folded(word)));
  const to = correction === -1 ? -1 : words.findIndex((word, at) => at > correction && TO.test(folded(word)));
  return to === -1 ? words.length : to;
}

/** What the page says of its number, the document that it corrects included: only to notice that it says something else by now. */
export function saidOfNumber(document: Document): string | null {
  const corrected = pageHeadings(document).flatMap((heading) => {
    const words = wordsIn(heading);
    return words.slice(correctedFrom(words));
  });
  const said = [numberShown(document) ?? '', ...corrected].join(' ').trim();
  return said === '' ? null : said;
}

function wordsIn(heading: Element): readonly string[] {
  return wordsOf(heading)
    .split(/\s+/)
    .map((word) => word.replace(/^["'„”«»([]+|[.,:;!?"'”„»)\]]+$/g, ''))
    .filter((word) => word !== '');
}

function fieldNumber(document: Document): string | null {
  for (const label of document.querySelectorAll('label')) {
    if (label.closest(POPUP) !== null || !/^(?:numer|nr)(?: dokumentu)?$/.test(folded(label.textContent))) continue;
    const value = (label.control as HTMLInputElement | null)?.value.trim() ?? '';
    if (value !== '') return value;
  }
  return null;
}
