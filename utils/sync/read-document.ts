/** The document of a transfer as the panel has it now. */
import type { SaleDocument } from '../invoice/document';
import type { Account } from '../invoice/settings';
import type { Transfer } from '../invoice/transfer';
import { saleDocumentOfDocument } from '../sellasist/document';
import { kindOf } from '../sellasist/kind';
import { saleDocumentOfOrder } from '../sellasist/order';
import type { Failure } from '../sellasist/problem';
import { sameNumber } from '../sellasist/signs';
import type { OrderWire } from '../sellasist/wire';
import type { PanelDocument } from '../store/documents';
import type { Services } from './context';
import { FRESH_MS } from './panel-documents';

export type ReadDocument =
  | {
      readonly ok: true;
      readonly document: SaleDocument;
      /** As it was read for this; null: a document without an order. */
      readonly order: OrderWire | null;
    }
  | Failure;

/** How old may be what is known of an order's documents (milliseconds): somebody may issue one at any moment. */
const OF_SENDING_MS = 5_000;

type Wanted = Pick<Transfer, 'panel' | 'orderId' | 'documentId'>;

export async function readDocument(
  services: Pick<Services, 'sellasist' | 'documents' | 'met' | 'readOrder'>,
  account: Account,
  wanted: Wanted,
  purpose: 'look' | 'send' = 'look',
): Promise<ReadDocument> {
  const read = await readFrom(services, account, wanted, purpose === 'send' ? OF_SENDING_MS : FRESH_MS);
  if (read.ok) await services.met.meet(account, read.document.payment);
  return read;
}

async function readFrom(
  { sellasist, documents, readOrder }: Pick<Services, 'sellasist' | 'documents' | 'readOrder'>,
  account: Account,
  wanted: Wanted,
  freshMs: number,
): Promise<ReadDocument> {
  const order = wanted.orderId === null ? null : await readOrder(wanted.orderId);
  if (order && !order.ok) return order;
  if (wanted.documentId === null) {
    if (order === null) throw new Error('readDocument: neither an order nor a document');
    // Before an order is issued as it is, the panel says whether it has a document or a receipt after all.
    const known = await documents.of(order.value, freshMs);
    if (!known.ok) return known;
    const document = documentOfOrder(order.value, known.value.documents, account, wanted);
    if (known.value.isComplete) return { ok: true, document, order: order.value };
    return {
      ok: true,
      order: order.value,
      document: { ...document, signs: [...document.signs, { kind: 'documents-unknown' }] },
    };
  }
  const document = await sellasist.document(wanted.documentId);
  if (!document.ok) return document;
  // It was given to another order, or is no invoice: whoever wanted it sent meant something else (design, rule 2).
  const isWanted = document.value.order_id === wanted.orderId && kindOf(document.value) === 'invoice';
  if (!isWanted) return { ok: false, problem: { kind: 'not-found' } };
  const known = order ? await documents.known(order.value.id) : [];
  const asked = { ...askedOf(account, wanted), receipts: numbersOf(known, 'receipt') };
  return {
    ok: true,
    document: saleDocumentOfDocument(document.value, order?.value ?? null, asked),
    order: order?.value ?? null,
  };
}

function documentOfOrder(
  order: OrderWire,
  known: readonly PanelDocument[],
  account: Account,
  wanted: Wanted,
): SaleDocument {
  const asked = { ...askedOf(account, wanted), receipts: numbersOf(known, 'receipt') };
  const document = saleDocumentOfOrder(order, asked);
  const unsaid = numbersOf(known, 'invoice').filter((number) => !sameNumber(number, order.document_number));
  const signs = unsaid.map((number) => ({ kind: 'document-number', number }) as const);
  return { ...document, signs: [...document.signs, ...signs] };
}

function askedOf({ settings }: Account, { panel }: Wanted) {
  return { panel, documentFieldId: settings.savePdf ? settings.documentFieldId : null };
}

function numbersOf(known: readonly PanelDocument[], kind: PanelDocument['kind']): readonly string[] {
  return known.filter((document) => document.kind === kind).map(({ number }) => number);
}
