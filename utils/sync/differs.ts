/**
 * Whether what was booked still says what the panel's document says ("Różni się od iFirma"). Looked at when an order that was just
 * read has something booked; a flag beside the state, and nothing else: no button changes, and nothing is sent because of it.
 *
 * The flag is written without the lock that the engine works under: a card does not wait for a queue. That is safe, because it is one
 * transaction over one field that nobody else writes, on the record as it lies there at that moment. It changes neither the state
 * nor when anything is due, the engine goes by this field nowhere, and what the engine writes is laid over the stored record as well,
 * so neither undoes the other.
 */
import { checkDocument } from '../invoice/check';
import { warsawDate } from '../invoice/dates';
import type { IsoDate, SaleDocument } from '../invoice/document';
import { documentHash, saysOtherwise } from '../invoice/document-hash';
import { repaired } from '../invoice/repair/apply';
import type { Transfer } from '../invoice/transfer';
import { saleDocumentOfDocument } from '../sellasist/document';
import { saleDocumentOfOrder } from '../sellasist/order';
import type { OrderWire } from '../sellasist/wire';
import { rulesOf } from './accounts-of';
import type { EngineTools, Services } from './context';

type DiffersTools = Pick<EngineTools, 'store' | 'clock' | 'changed'>;

/** @param order as it was read a moment ago. Asks for nothing more than the detail of each booked document. */
export async function noteDifferences(
  tools: DiffersTools,
  sellasist: Services['sellasist'],
  panel: string,
  order: OrderWire,
): Promise<void> {
  for (const transfer of await tools.store.transfers.byOrder(panel, order.id)) {
    const then = hashOfBooked(transfer);
    if (then === null) continue;
    const document = await readNow(sellasist, order, transfer);
    const now = document === null ? null : await hashOf(tools, transfer, document);
    const differs = now === null ? null : saysOtherwise(then, now);
    // What cannot be read or judged at the moment says nothing: the flag stays as it was.
    if (differs !== null && differs !== isFlagged(transfer)) await flag(tools, transfer, differs);
  }
}

/** null: nothing is booked, or nothing is known of what the document said then (`Powiąż z iFirma`, older versions). */
function hashOfBooked({ state, documentHash: hash }: Transfer): string | null {
  return state === 'issued' || state === 'done' ? (hash ?? null) : null;
}

function isFlagged({ differs }: Transfer): boolean {
  return differs ?? false;
}

async function readNow(
  sellasist: Services['sellasist'],
  order: OrderWire,
  { panel, documentId }: Transfer,
): Promise<SaleDocument | null> {
  const asked = { panel, documentFieldId: null };
  if (documentId === null) return saleDocumentOfOrder(order, asked);
  const read = await sellasist.document(documentId);
  // A document that has gone to another order is not the one that was sent.
  if (!read.ok || read.value.order_id !== order.id) return null;
  return saleDocumentOfDocument(read.value, order, asked);
}

/** null: there is no draft, so not all of it could be read. */
async function hashOf(
  { store, clock }: DiffersTools,
  transfer: Transfer,
  document: SaleDocument,
): Promise<string | null> {
  const account = await store.accounts.get(transfer.accountId);
  if (account?.panel !== transfer.panel) return null;
  const rules = await rulesOf(store, account);
  // A receipt that the order got since is no word of the document, and would only keep it from being judged.
  const judged = repaired({ document: { ...document, receipts: [] }, rules }, transfer.repairs ?? []);
  const day = dayOf(transfer, document, clock.now());
  const { draft } = checkDocument(judged.document, judged.rules, day, transfer.confirmed);
  return draft === null ? null : documentHash(judged.document, draft);
}

/** An order without a document is judged as on the day it was issued: the law's deadlines have nothing to say of it any more. */
function dayOf({ post }: Transfer, { issueDate }: SaleDocument, now: number): IsoDate {
  return issueDate === null && post !== null ? post.issueDate : warsawDate(now);
}

async function flag({ store, changed }: DiffersTools, transfer: Transfer, differs: boolean): Promise<void> {
  const { panel, key, documentHash: then } = transfer;
  const flagged = (stored: Transfer): Transfer | null =>
    hashOfBooked(stored) !== then || isFlagged(stored) === differs ? null : { ...stored, differs };
  // What is lost with a crash is seen again at the next look, so nobody waits for the disk.
  const written = await store.transfers.change(panel, key, flagged, { durability: 'relaxed' });
  if (written.ok) changed(written.transfer);
}
