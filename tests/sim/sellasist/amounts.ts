/**
 * Decimal text ↔ whole units: grosze for money, thousandths for quantities. Nothing passes through a float, so the
 * stand-in cannot have a rounding error that would excuse one in the extension.
 */

/** Whole grosze. */
export type Grosze = number;

/** Whole thousandths of a unit. */
export type Thousandths = number;

export const grosze = (text: string): Grosze => units(text, 2);
export const thousandths = (text: string): Thousandths => units(text, 3);

/** `13598` with two places is `135.98`. */
export function decimal(value: number, places: 2 | 3): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** What `quantity` of something is worth, half a grosz rounded away from zero. */
export function worth(unit: Grosze, quantity: Thousandths): Grosze {
  const exact = BigInt(unit) * BigInt(quantity);
  const rounded = (exact < 0n ? -exact : exact) + 500n;
  return Number(rounded / 1000n) * (exact < 0n ? -1 : 1);
}

/** `13598` is `135,98` on a page. */
export const shown = (value: Grosze): string => decimal(value, 2).replace('.', ',');

export const isMoneyText = (text: string): boolean => /^-?\d{1,10}(\.\d{1,2})?$/.test(text);

function units(text: string, places: 2 | 3): number {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const fraction = parts?.[3] ?? '';
  if (!parts || fraction.length > places) throw new Error(`not a decimal with at most ${places} places: ${text}`);
  return Number(`${parts[1]}${parts[2]}${fraction.padEnd(places, '0')}`);
}
