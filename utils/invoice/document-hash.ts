/** What a document says, in one figure: whether the panel has changed it since it was booked. */
import type { SaleDocument } from './document';
import type { InvoiceDraft } from './draft';
import { sha256Hex } from './hash';

export function documentHash(_document: SaleDocument, draft: InvoiceDraft): Promise<string> {
  return sha256Hex(JSON.stringify({ lines: draft.lines, gross: draft.gross }));
}
