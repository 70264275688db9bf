/**
 * What kind of document a pair of `type` and `subtype` names. The panel sometimes swaps the two (sellasist-api 9.4), so
 * the pair decides and not the place. Whether an invoice is an OSS one the API does not say: the series' setting does.
 */
export type DocumentKind = 'invoice' | 'receipt' | 'correction' | 'other';

export function kindOf(row: { readonly type: string; readonly subtype: string }): DocumentKind {
  const words = [row.type, row.subtype].map((word) => word.trim().toLowerCase()).filter((word) => word !== '');
  const all = (...allowed: readonly string[]): boolean => words.every((word) => allowed.includes(word));
  const has = (word: string): boolean => words.includes(word);
  if ((has('correct') || has('correction')) && all('correct', 'correction', 'sale', 'invoice')) return 'correction';
  if (has('invoice') && all('invoice', 'sale')) return 'invoice';
  if (has('receipt') && all('receipt', 'sale')) return 'receipt';
  return 'other';
}
