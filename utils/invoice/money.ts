/**
 * Money and quantities as whole numbers. Texts are read digit by digit: a price never passes through a float
 * (`1.005 * 100` is 100.49999…).
 */
import type { Grosze, PercentHundredths, Thousandths } from './document';

/** Nothing on an invoice is worth more: iFirma takes amounts below 100,000,000 zł (ifirma-api 2.1). */
export const LARGEST: Grosze = 9_999_999_999;

/** Reads a decimal text or number as a whole count of `10^-digits`. Digits past that are allowed only when they are zero. */
function parseFixed(value: unknown, digits: number): number | null {
  const text =
    typeof value === 'number' && Number.isFinite(value) ? String(value) : typeof value === 'string' ? value : null;
  if (text === null) return null;
  const match = /^([+-]?)(\d{1,12})(?:[.,](\d{1,20}))?$/.exec(text.replace(/[\s\u00a0\u202f]/g, ''));
  if (!match) return null;
  const fraction = match[3] ?? '';
  if (/[1-9]/.test(fraction.slice(digits))) return null;
  const whole = Number(`${match[2]}${fraction.slice(0, digits).padEnd(digits, '0')}`);
  if (!Number.isSafeInteger(whole)) return null;
  return match[1] === '-' && whole !== 0 ? -whole : whole;
}

/** `"53.99"`, `53.99`, `"1 234,5"` → grosze. null when it is no amount in whole grosze. */
export function parseGrosze(value: unknown): Grosze | null {
  return parseFixed(value, 2);
}

/** `"1.500"`, `2` → thousandths. null when it is no quantity in whole thousandths. */
export function parseThousandths(value: unknown): Thousandths | null {
  return parseFixed(value, 3);
}

/** Halves go away from zero, as an accountant rounds. */
function roundedDivision(numerator: bigint, denominator: bigint): number {
  const negative = numerator < 0n;
  const half = ((negative ? -numerator : numerator) * 2n + denominator) / (denominator * 2n);
  return Number(negative ? -half : half);
}

/** What a line is worth: unit price × quantity less the discount, rounded once to the grosz (ifirma-api 8.2). */
export function lineGross(unit: Grosze, quantity: Thousandths, discount: PercentHundredths = 0): Grosze {
  return roundedDivision(BigInt(unit) * BigInt(quantity) * BigInt(10_000 - discount), 10_000_000n);
}

export function sum(amounts: readonly Grosze[]): Grosze {
  return amounts.reduce((total, amount) => total + amount, 0);
}

/** The decimal text iFirma is sent: `14489` → `144.89`. */
export function decimalOf(count: number, digits: number): string {
  const sign = count < 0 ? '-' : '';
  const text = String(Math.abs(count)).padStart(digits + 1, '0');
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
