/** What a correction comes from: a document of the panel, a return, or a person's choice on the card of the invoice. */

import type { ReturnedLine } from '../../invoice/correction/from-return';
import type { DocumentKey, SaleDocument } from '../../invoice/document';
import type { CorrectionWish, Transfer } from '../../invoice/transfer';
import { saleDocumentOfDocument } from '../../sellasist/document';
import { kindOf } from '../../sellasist/kind';
import type { Failure } from '../../sellasist/problem';
import { returnedLinesOf } from '../../sellasist/return';
import type { OrderWire } from '../../sellasist/wire';
import type { Services } from '../context';

export type Source =
  | { readonly kind: 'choice'; readonly lines: NonNullable<CorrectionWish['lines']> }
  | { readonly kind: 'document'; readonly document: SaleDocument }
  | { readonly kind: 'return'; readonly lines: readonly ReturnedLine[] };

export type SourceRead =
  | {
      readonly ok: true;
      readonly source: Source;
      /** null: a document without an order. */
      readonly order: OrderWire | null;
      /** The invoice that it says it corrects, by its key in the ledger; null: it does not say. */
      readonly invoiceKey: DocumentKey | null;
    }
  | Failure;

type Wanted = Pick<Transfer, 'panel' | 'key' | 'orderId' | 'documentId' | 'correction'>;

const NOT_FOUND: Failure = { ok: false, problem: { kind: 'not-found' } };

export async function readSource(
  { sellasist, readOrder }: Pick<Services, 'sellasist' | 'readOrder'>,
  wanted: Wanted,
): Promise<SourceRead> {
  const read = wanted.orderId === null ? null : await readOrder(wanted.orderId);
  if (read?.ok === false) return read;
  const order = read?.value ?? null;
  const lines = wanted.correction?.lines ?? null;
  const invoiceKey = wanted.correction?.invoiceKey ?? null;
  if (lines !== null) return { ok: true, source: { kind: 'choice', lines }, order, invoiceKey };
  if (wanted.key.startsWith('r')) {
    const back = await sellasist.return(wanted.key.slice(1));
    if (!back.ok) return back;
    // It is another order's by now: whoever wanted it sent meant something else.
    if (back.value.order_id !== wanted.orderId) return NOT_FOUND;
    return { ok: true, source: { kind: 'return', lines: returnedLinesOf(back.value, order) }, order, invoiceKey };
  }
  if (wanted.documentId === null) throw new Error('readSource: nothing that a correction could come from');
  const found = await sellasist.document(wanted.documentId);
  if (!found.ok) return found;
  const isWanted = found.value.order_id === wanted.orderId && kindOf(found.value) === 'correction';
  if (!isWanted) return NOT_FOUND;
  const document = saleDocumentOfDocument(found.value, order, { panel: wanted.panel, documentFieldId: null });
  const main = found.value.main_document_id;
  return {
    ok: true,
    source: { kind: 'document', document },
    order,
    invoiceKey: main === null ? invoiceKey : `d${main}`,
  };
}
