/** A table as CSV that a Polish spreadsheet opens as it is: semicolons, CRLF, a BOM, every cell in quotes (RFC 4180). */

/** Tells the spreadsheet that this is UTF-8. */
export const BOM = '\ufeff';

/**
 * What a spreadsheet takes for the beginning of a formula, also as the wide forms that some fold into it, behind whatever it leaves out in
 * front: white space, and what cannot be seen.
 */
const FORMULA = /^[\s\p{Cc}\p{Cf}\p{Z}]*[=+\-@\u2212\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20]/u;
/** A tab or the end of a line in front is taken for a border of cells. */
const BORDER = /^[\t\r\n]/;

/** A sum may begin with a minus; as a number it can do nothing. */
const NUMBER = /^[+-]?\d+(?:,\d+)?$/;

/** An apostrophe in front makes a text of whatever follows (OWASP: CSV injection). */
export const guarded = (text: string): string =>
  !NUMBER.test(text) && (FORMULA.test(text) || BORDER.test(text)) ? `'${text}` : text;

const cell = (text: string): string => `"${guarded(text).replaceAll('"', '""')}"`;

/** Each row with its end, so that parts of a table can be put one after another. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('');
