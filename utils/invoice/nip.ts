/** The Polish tax number: ten digits, the last one a checksum over the others (Ministry of Finance). */
import { plainText } from './text';

const WEIGHTS = [6, 5, 7, 2, 3, 4, 5, 6, 7];

/**
 * `PL 123-456-32-18` → `1234563218`: what iFirma wants of a Polish buyer (ifirma-api 2.5). Other texts lose only their
 * separators. Dashes are of every kind, because a NIP is pasted from where a hyphen has become another one.
 */
export function nipDigits(text: string): string {
  return plainText(text)
    .replace(/[\s.\p{Pd}\u2212]/gu, '')
    .toUpperCase()
    .replace(/^PL(?=\d)/, '');
}

/** Whether it is a Polish NIP with a right checksum, however it is written. */
export function isNip(text: string): boolean {
  const digits = nipDigits(text);
  if (!/^\d{10}$/.test(digits) || /^0{10}$/.test(digits)) return false;
  const weighted = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return weighted % 11 === Number(digits[9]);
}
