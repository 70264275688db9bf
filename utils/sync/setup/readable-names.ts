/** Names are the panel's, and whoever may write there; shown raw, a mark of direction would turn the texts around it round. */
import { plainText } from '../../invoice/text';
import type { DictionaryRow } from '../../messages';

export function readableNames(rows: readonly DictionaryRow[]): readonly DictionaryRow[] {
  return rows.map((row) => ({ ...row, name: plainText(row.name) }));
}
