/** Where documents stand below `https://www.ifirma.pl/iapi/` (ifirma-api 3.0). */

/** Where domestic invoices are posted. */
export const INVOICES = 'fakturakraj.json';
export const CORRECTIONS = 'fakturakraj/korekta';

/** Of everything that is asked about one document. */
export function prefixOf(kind: 'invoice' | 'correction'): string {
  return kind === 'correction' ? CORRECTIONS : 'fakturakraj';
}

/** Where corrections of this invoice are posted. */
export function correctionsOf(original: string): string {
  return `${CORRECTIONS}/${pathOf(original)}.json`;
}

/** In addresses every `/` of a number is `_` (ifirma-api 5.3). */
export function pathOf(id: string): string {
  return encodeURIComponent(id.toWellFormed().trim().replaceAll('/', '_'));
}
