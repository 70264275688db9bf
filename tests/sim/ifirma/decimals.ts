/**
 * Amounts as integers, never floats. A number of the JSON is taken by its shortest decimal form, so 0.1 + 0.2 shows as
 * 0.30000000000000004 and has too many places.
 */

/** The number times 10^places as an integer; null when it has more places than that or is written with an exponent. */
export const scaled = (value: number, places: number): bigint | null => {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value));
  if (match === null) return null;
  const [, sign = '', whole = '0', fraction = ''] = match;
  if (fraction.length > places) return null;
  const digits = BigInt(whole + fraction.padEnd(places, '0'));
  return sign === '-' ? -digits : digits;
};

/** As `scaled`, for values that were checked before; a surprise is a bug of the stand-in. */
export const exactly = (value: number, places: number): bigint => {
  const integer = scaled(value, places);
  if (integer === null) throw new RangeError(`${value} has more than ${places} decimal places`);
  return integer;
};

/** Division of non-negative integers, halves up. */
export const divideHalfUp = (dividend: bigint, divisor: bigint): bigint => (2n * dividend + divisor) / (2n * divisor);

export const zloty = (grosze: number): number => Number((grosze / 100).toFixed(2));
