import { divideHalfUp, exactly } from './decimals.ts';

/** One line with what its sum depends on; wire names, because it is read straight from a checked body. */
export interface PricedLine {
  readonly Ilosc: number;
  readonly CenaJednostkowa: number;
  readonly Rabat?: number;
  /** A fraction; null or absent = no VAT. */
  readonly StawkaVat?: number | null;
}

/** Places after the point that are accepted: quantities 4 (ifirma-api 2.4), prices 2, discounts 2. */
export const QUANTITY_PLACES = 4;
export const PRICE_PLACES = 2;
export const DISCOUNT_PLACES = 2;
const RATE_PLACES = 4;

/** quantity × price × (1 − discount), grosze, halves up. */
const lineValue = ({ Ilosc, CenaJednostkowa, Rabat = 0 }: PricedLine): bigint => {
  const keep = 10_000n - exactly(Rabat, DISCOUNT_PLACES);
  return divideHalfUp(
    exactly(Ilosc, QUANTITY_PLACES) * exactly(CenaJednostkowa, PRICE_PLACES) * keep,
    10_000n * 10_000n,
  );
};

/** The price after discount, grosze: `CenaZRabatem` of the single document. */
export const discountedPrice = ({ CenaJednostkowa, Rabat = 0 }: PricedLine): number =>
  Number(divideHalfUp(exactly(CenaJednostkowa, PRICE_PLACES) * (10_000n - exactly(Rabat, DISCOUNT_PLACES)), 10_000n));

/**
 * Gross sum in grosze. Gross prices are added line by line; net prices get the VAT of each rate on the rate's net sum
 * (ifirma-api 8.2: which of the roundings the service uses is not documented).
 */
export const grossOf = (lines: readonly PricedLine[], counted: 'NET' | 'BRT'): number => {
  if (counted === 'BRT') return Number(lines.reduce((sum, line) => sum + lineValue(line), 0n));
  const netByRate = new Map<bigint, bigint>();
  for (const line of lines) {
    const rate = exactly(line.StawkaVat ?? 0, RATE_PLACES);
    netByRate.set(rate, (netByRate.get(rate) ?? 0n) + lineValue(line));
  }
  let gross = 0n;
  for (const [rate, net] of netByRate) gross += net + divideHalfUp(net * rate, 10_000n);
  return Number(gross);
};
