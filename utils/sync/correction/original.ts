/** Which invoice of iFirma is corrected: one that the ledger knows, else one that carries the mark of the panel's document or order. */
import { addDays } from '../../invoice/dates';
import type { DocumentKey } from '../../invoice/document';
import type { Finding } from '../../invoice/finding';
import { nipDigits } from '../../invoice/nip';
import type { Transfer } from '../../invoice/transfer';
import { UNDER_WAY } from '../../invoice/transfer-states';
import type { OrderWire } from '../../sellasist/wire';
import type { StepContext } from '../context';
import { lookFor } from '../look-for';
import { type Verdict, verdictOnRead, verdictOnSellasist } from '../reasons';

export type OriginalFound =
  | {
      readonly kind: 'found';
      readonly identifier: string;
      /** Its key in the ledger, or that of the panel's document it was found by; null: nothing says. */
      readonly invoiceKey: DocumentKey | null;
    }
  /** It is on its way to iFirma itself, so the correction waits for it; `isHeld`: until a person has said what becomes of it. */
  | { readonly kind: 'on-its-way'; readonly number: string | null; readonly isHeld: boolean }
  /** A person has to send it, or to say which one it is. */
  | { readonly kind: 'unknown'; readonly finding: Finding }
  | { readonly kind: 'stop'; readonly verdict: Exclude<Verdict, { kind: 'uncertain' }> };

/** An invoice may be corrected long after it was issued; what is not in this window has to be linked. */
const LONGEST_DAYS = 366;

const FIRST = 'original:';

/** Of what a person confirmed: the key of the invoice that is to be sent before its correction. */
export function originalSaid(evidence: string): readonly DocumentKey[] {
  const key = evidence.startsWith(FIRST) ? evidence.slice(FIRST.length) : '';
  return /^[do]\d{1,18}$/.test(key) ? [key as DocumentKey] : [];
}

export async function findOriginal(
  context: StepContext,
  invoiceKey: DocumentKey | null,
  order: OrderWire | null,
): Promise<OriginalFound> {
  const { transfer } = context;
  const said = transfer.correction?.original ?? null;
  if (said !== null) return { kind: 'found', identifier: said, invoiceKey };
  const sent = await sentInvoice(context, invoiceKey);
  if (sent !== null) {
    if (sent.identifier !== null) return { kind: 'found', identifier: sent.identifier, invoiceKey: sent.key };
    if (UNDER_WAY.includes(sent.state)) {
      const isHeld = sent.state === 'uncertain' && sent.reason?.code === 'absent-proven';
      return { kind: 'on-its-way', number: sent.documentNumber, isHeld };
    }
  }
  const named = invoiceKey ?? sent?.key ?? null;
  const key = named ?? (await soleInvoice(context));
  const found = key === null ? null : await byMark(context, key, order, named === null);
  if (found !== null) return found;
  const number = sent?.documentNumber ?? order?.document_number ?? '';
  const evidence = key === null ? {} : { evidence: `${FIRST}${key}` };
  return {
    kind: 'unknown',
    finding: { code: 'correction-original-unsent', path: 'original', params: { number }, ...evidence },
  };
}

/** The ledger's record of it; of an order with several invoices none is guessed. */
async function sentInvoice({ transfer, tools }: StepContext, key: DocumentKey | null): Promise<Transfer | null> {
  const { panel, orderId } = transfer;
  if (key !== null) {
    const stored = await tools.store.transfers.get(panel, key);
    if (stored !== null) return stored;
  }
  if (orderId === null) return null;
  const invoices = (await tools.store.transfers.byOrder(panel, orderId)).filter(({ kind }) => kind === 'invoice');
  const booked = invoices.filter(({ identifier }) => identifier !== null);
  const [only, ...more] = booked.length > 0 ? booked : invoices;
  return only === undefined || more.length > 0 ? null : only;
}

/** What the order's invoice is made from, where nothing names it: its only document, else the order itself. */
async function soleInvoice({ transfer: { panel, orderId }, tools }: StepContext): Promise<DocumentKey | null> {
  if (orderId === null) return null;
  const invoices = (await tools.store.documents.byOrder(panel, orderId)).filter(({ kind }) => kind === 'invoice');
  const [only, ...more] = invoices;
  return only === undefined || more.length > 0 ? `o${orderId}` : `d${only.documentId}`;
}

/** null: iFirma has none with this mark, as far as its list shows. */
async function byMark(
  context: StepContext,
  key: DocumentKey,
  order: OrderWire | null,
  isAnyOfOrder: boolean,
): Promise<OriginalFound | null> {
  const { transfer, today, sellasist } = context;
  const documentId = key.startsWith('d') ? key.slice(1) : null;
  const document = documentId === null ? null : await sellasist.document(documentId);
  if (document?.ok === false) return { kind: 'stop', verdict: verdictOnSellasist(document.problem) };
  const gross = document?.value.total ?? order?.total ?? null;
  if (gross === null) return null;
  const buyer = document === null ? order?.bill_address : document.value.buyer_address;
  const found = await lookFor(context, {
    document: { panel: transfer.panel, orderId: transfer.orderId, documentId },
    from: addDays(today, -LONGEST_DAYS),
    to: addDays(today, 1),
    nip: nipDigits(buyer?.company_nip ?? ''),
    gross,
  });
  if (!found.ok) return { kind: 'stop', verdict: verdictOnRead(found.problem) };
  // What names no document corrects the order's invoice, whichever document that was made from.
  const [only, ...more] = isAnyOfOrder ? [...found.same, ...found.sameOrder] : found.same;
  return only === undefined || more.length > 0 ? null : { kind: 'found', identifier: only.identifier, invoiceKey: key };
}
