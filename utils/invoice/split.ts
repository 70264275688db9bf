/**
 * iFirma is sent unit prices, while a panel's document says what whole lines are worth and a discount is spread over them.
 * Here a line's worth is written as unit prices that give exactly it, to the grosz.
 */
import type { Grosze, Thousandths } from './document';
import { lineGross } from './money';

export interface PricedPart {
  readonly quantity: Thousandths;
  readonly unitGross: Grosze;
}

/**
 * `10.00 for 3` → 2 × 3.33 and 1 × 3.34. One part when one price gives the sum. null when no prices do, which happens only
 * with quantities that are not whole (1.5 × price cannot give every sum).
 */
export function partsFor(gross: Grosze, quantity: Thousandths): readonly PricedPart[] | null {
  if (quantity <= 0 || gross <= 0) return null;
  const price = Math.floor((gross * 1000) / quantity);
  for (const unitGross of [price, price + 1]) {
    if (unitGross > 0 && lineGross(unitGross, quantity) === gross) return [{ quantity, unitGross }];
  }
  if (quantity % 1000 !== 0) return null;
  const pieces = quantity / 1000;
  const dearer = gross - price * pieces;
  const parts = [
    { quantity: (pieces - dearer) * 1000, unitGross: price },
    { quantity: dearer * 1000, unitGross: price + 1 },
  ];
  return price > 0 ? parts : null;
}

/**
 * Takes `discount` off amounts in proportion, whole grosze, largest remainders first, so that exactly `discount` is gone.
 * null when there is not enough to take it from.
 */
export function spread(amounts: readonly Grosze[], discount: Grosze): readonly Grosze[] | null {
  const whole = amounts.reduce((total, amount) => total + amount, 0);
  if (discount > whole) return null;
  if (whole === 0) return amounts;
  const shares = amounts.map((amount) => (BigInt(amount) * BigInt(discount)) / BigInt(whole));
  const remainders = amounts.map((amount, index) => ({
    index,
    left: (BigInt(amount) * BigInt(discount)) % BigInt(whole),
  }));
  const missing = discount - Number(shares.reduce((total, share) => total + share, 0n));
  remainders.sort((a, b) => (a.left === b.left ? a.index - b.index : a.left > b.left ? -1 : 1));
  const extra = new Set(remainders.slice(0, missing).map(({ index }) => index));
  return amounts.map((amount, index) => amount - Number(shares[index] ?? 0n) - (extra.has(index) ? 1 : 0));
}
