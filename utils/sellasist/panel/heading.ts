/**
 * Does the page's heading speak of another order than its address (sellasist-panel 3.3)? Only a cross-check: it can forbid,
 * never name the order. A false alarm would take the controls from an honest page, so a number accuses only when it stands
 * where an order's number stands; dates, prices, counts and foreign numbers do not.
 */
import { POPUP } from './modal';
import { folded, wordsOf } from './text';

const ORDER_WORD = /^zamowieni\p{L}*$/u;

/** Words that may stand between `zamówienie` and its number. Behind any other the number is somebody else's (`Allegro 12345678`). */
const BRIDGES = new Set([
  'nr',
  'numer',
  'numerze',
  'o',
  'id',
  'sprzedazy',
  'z',
  'dnia',
  'data',
  'godz',
  '-',
  '–',
  '—',
  '|',
]);

/** What lies in these heads something smaller than the page, or is not to be seen. */
const NO_PAGE_HEADING = `${POPUP}, [role=dialog], dialog, nav, [hidden], .m-panel-section-heading, .c-order-product`;
/** After these a number is a number, whatever follows it. */
const LABELS = new Set(['nr', 'numer', 'numerze', 'id']);

/** What a bare number may count or cost: `2 szt.`, `135 zł`, `20 listopada`, `2026 r.` */
const MEASURE =
  /^(?:szt|produkt|pozycj|poz$|przesyl|paczk|zl|pln|eur|usd|gbp|czk|€|%|kg$|dni$|dzien$|godz|min$|r$|rok|stycz|lut|marc|kwie|maj|czerw|lip|sierp|wrze|pazdz|listop|grud)/;

const NUMBER = /^[1-9]\d{0,9}$/;
/** Dates, times, prices, `1/20`: made of digits, and not an order's number. */
const FIGURES = /^[\d.,:/-]*\d[\d.,:/-]*$/;

/** White space between the groups of `1 001`, which is also how a price of thousands is written. */
const GROUPED = /(?<![\d.,:/-])\d{1,3}(?: \d{3})+(?![\d])/g;

/** The other order's number, or null when the heading agrees, says nothing, or says nothing clear. */
export function headingContradiction(document: Document, orderId: string): string | null {
  for (const heading of pageHeadings(document)) {
    const text = wordsOf(heading);
    const plain = orderNumberIn(text);
    if (plain === null) continue;
    if (plain === orderId) return null;
    const joined = orderNumberIn(folded(text).replace(GROUPED, (number) => number.replaceAll(' ', '')));
    return joined === null || joined === orderId ? null : joined;
  }
  return null;
}

/** The headings of the first rank, then one more of a lower rank: a page may keep its `h1` for a logo. */
export function pageHeadings(document: Document): readonly Element[] {
  const ofThePage = (selector: string): readonly Element[] =>
    [...document.querySelectorAll(selector)].filter((element) => element.closest(NO_PAGE_HEADING) === null);
  return [
    ...ofThePage('h1, [role=heading][aria-level="1"]'),
    ...ofThePage('h2, h3, [role=heading]:not([aria-level="1"])').slice(0, 1),
  ];
}

function orderNumberIn(text: string): string | null {
  const words = folded(text)
    // `nr1002`, `nr:1002`, `#1002`, `zamówienie:1002` → the number is a word of its own; `10:15` stays one.
    .replace(/(?<!\d)[#№:]/g, ' ')
    .replace(/\b(nr|numer|id)\.?\s*(?=\d)/g, '$1 ')
    .split(' ')
    .map((word) => word.replace(/^["'„”«»[]+|[.,:;!?"'”„»\]]+$/g, ''))
    .filter((word) => word !== '');
  let expecting = false;
  for (const [index, word] of words.entries()) {
    if (ORDER_WORD.test(word)) expecting = true;
    else if (!expecting) continue;
    else if (NUMBER.test(word)) {
      if (LABELS.has(words[index - 1] ?? '') || !isMeasured(words, index)) return word;
      expecting = false;
    } else if (!BRIDGES.has(word) && !FIGURES.test(word)) expecting = false;
  }
  return null;
}

function isMeasured(words: readonly string[], index: number): boolean {
  const next = words[index + 1] ?? '';
  if (MEASURE.test(next)) return true;
  // `1 z 20`, but not `1002 z 20 listopada`.
  return next === 'z' && NUMBER.test(words[index + 2] ?? '') && !MEASURE.test(words[index + 3] ?? '');
}
