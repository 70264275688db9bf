import type { Grosze, VatRate } from '../document';
import { lineGross, sum } from '../money';
import type { Counted } from './booked';

interface Worthy {
  readonly worth: Grosze;
  readonly vat: VatRate;
}

/**
 * The gross sum of lines. Net prices get the VAT of each rate on that rate's net sum. Which rounding iFirma takes there is not
 * documented (ifirma-api 8.2), so an invoice whose own lines do not give its own sum this way is not corrected (`checks.ts`).
 */
export function grossOf(lines: readonly Worthy[], counted: Counted): Grosze {
  const worths = sum(lines.map(({ worth }) => worth));
  if (counted === 'gross') return worths;
  const byPercent = new Map<number, Grosze>();
  for (const { worth, vat } of lines) {
    const percent = percentOf(vat);
    byPercent.set(percent, (byPercent.get(percent) ?? 0) + worth);
  }
  return worths + sum([...byPercent].map(([percent, net]) => vatOn(net, percent)));
}

/** net × per cent / 100, as `lineGross` takes thousandths: 5.5 % are 55 of them. */
function vatOn(net: Grosze, percent: number): Grosze {
  return lineGross(net, Math.round(percent * 10));
}

/** Whether two rates are one. An exemption is one whatever its basis is. */
export function sameRate(one: VatRate, other: VatRate): boolean {
  return one.kind === other.kind && percentOf(one) === percentOf(other);
}

/** What is exempt bears no VAT. */
function percentOf(vat: VatRate): number {
  return vat.kind === 'exempt' ? 0 : vat.percent;
}
