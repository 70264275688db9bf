/** The document of a transfer as the panel has it now. */
import type { SaleDocument } from '../invoice/document';
import type { Account } from '../invoice/settings';
import type { Transfer } from '../invoice/transfer';
import type { SellasistClient } from '../sellasist/client';
import { saleDocumentOfDocument } from '../sellasist/document';
import { fieldValueOf } from '../sellasist/file-field';
import { saleDocumentOfOrder } from '../sellasist/order';
import type { SellasistProblem } from '../sellasist/problem';

export type ReadDocument =
  | { readonly ok: true; readonly document: SaleDocument; readonly fieldBefore: unknown }
  | { readonly ok: false; readonly problem: SellasistProblem };

type Wanted = Pick<Transfer, 'panel' | 'orderId' | 'documentId'>;

export async function readDocument(
  sellasist: SellasistClient,
  account: Account,
  wanted: Wanted,
): Promise<ReadDocument> {
  const documentFieldId = account.settings.savePdf ? account.settings.documentFieldId : null;
  const order = wanted.orderId === null ? null : await sellasist.order(wanted.orderId);
  if (order && !order.ok) return order;
  const fieldBefore = order && documentFieldId ? fieldValueOf(order.value, documentFieldId) : null;
  if (wanted.documentId === null) {
    if (order === null) throw new Error('readDocument: neither an order nor a document');
    return {
      ok: true,
      document: saleDocumentOfOrder(order.value, { panel: wanted.panel, documentFieldId }),
      fieldBefore,
    };
  }
  const document = await sellasist.document(wanted.documentId);
  if (!document.ok) return document;
  return {
    ok: true,
    document: saleDocumentOfDocument(document.value, order?.value ?? null, { panel: wanted.panel, documentFieldId }),
    fieldBefore,
  };
}
