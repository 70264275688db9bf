import type { PanelVat, VatRate } from '../document';
import type { Finding } from '../finding';
import { vatFinding } from '../lines';
import { resolveVat, type VatRules } from '../vat';
import { sameRate } from './worth';

/**
 * Whether the panel's rate can be the booked one: it says the same, it says none, or its bare zero, which is 0 % or exempt as the
 * invoice decided when it was sent.
 */
export function fitsRate(vat: PanelVat, booked: VatRate): boolean {
  switch (vat.kind) {
    case 'unknown':
      return vat.text === '';
    case 'zero':
      return booked.kind === 'exempt' || booked.percent === 0;
    case 'rate':
      return sameRate(vat.rate, booked);
    default:
      return vat satisfies never;
  }
}

/** The rate that the panel's correction asks for; the booked one where it asks for no other. */
export function rateFor(
  vat: PanelVat,
  booked: VatRate | null,
  rules: VatRules,
  line: { readonly label: string; readonly row: number },
): { readonly ok: true; readonly rate: VatRate } | { readonly ok: false; readonly finding: Finding } {
  if (booked !== null && fitsRate(vat, booked)) return { ok: true, rate: booked };
  const resolved = resolveVat(vat, rules);
  return resolved.ok ? resolved : { ok: false, finding: vatFinding(resolved, line.label, line.row) };
}
