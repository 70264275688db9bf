/** By what the corrections of one invoice are found again. */
import type { Transfer } from '../transfer';

type Corrected = Pick<Transfer, 'panel'> & { readonly correction: NonNullable<Transfer['correction']> };

/**
 * Every name that a correction knows of its invoice: iFirma knows one by an id and by its number as well (ifirma-api 5.1), so the same
 * invoice may be written down either way, and two corrections of it have at least one name in common.
 */
export function invoiceNames({ panel, correction }: Corrected): readonly string[] {
  const { invoiceKey, original, originalNumber } = correction;
  const identifiers = [original, originalNumber?.trim().replaceAll('/', '_') ?? null];
  const names = [
    ...identifiers.flatMap((id) => (id === null || id === '' ? [] : [`i/${id}`])),
    ...(invoiceKey === null ? [] : [`k/${invoiceKey}`]),
  ];
  return [...new Set(names)].map((name) => `${panel}/${name}`);
}
