/** Marks of direction, spaces without a width, and what no XML may hold (KSeF is XML): there, but seen by nobody. */
const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/g;

/**
 * Text from a shop's customer as it may stand on an invoice: one line, no control characters, nothing that turns the reading
 * direction round, no half characters. HTML, quotes, emoji and diacritics are text and stay.
 */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(UNSEEN, '')
    .replace(/[\p{Cc}\s\u00a0]+/gu, ' ')
    .trim();
}

/** Cut by character, never through one: half an emoji is no text. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > limit) break;
    kept += character;
  }
  return kept;
}
