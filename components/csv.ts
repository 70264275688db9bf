/** A table as a text that a Polish Excel opens as it is: `;`, CRLF and a byte order mark in front. Pure. */

const BYTE_ORDER_MARK = '\ufeff';
const LINE = '\r\n';

/** A cell that begins so is taken for a formula, and formulas can fetch and run things; a number is none. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(?:,\d+)?$/;

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  BYTE_ORDER_MARK + rows.map((row) => row.map(cellOf).join(';') + LINE).join('');

const cellOf = (text: string): string => {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
