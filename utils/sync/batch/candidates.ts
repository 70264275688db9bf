/** Which documents the selected rows stand for: what is remembered first, then what the panel's lists say. */
import type { DocumentKey, IsoDate } from '../../invoice/document';
import type { Finding, Reason } from '../../invoice/finding';
import type { Transfer } from '../../invoice/transfer';
import { kindOf } from '../../sellasist/kind';
import type { Result } from '../../sellasist/problem';
import { isReceiptNumber, sameNumber } from '../../sellasist/signs';
import type { OrderRowWire } from '../../sellasist/wire';
import type { PanelDocument } from '../../store/documents';
import type { Store } from '../../store/open';
import type { LookUp } from './look-up';

export interface Selected {
  readonly orderIds: readonly string[];
  readonly documentIds: readonly string[];
}

export interface Candidate {
  readonly key: DocumentKey;
  readonly kind: Transfer['kind'];
  /** null: a document without an order, or one that nobody has read yet. */
  readonly orderId: string | null;
  readonly documentId: string | null;
  readonly number: string | null;
  /** null: not known. */
  readonly seriesId: string | null;
  readonly issueDate: IsoDate | null;
  /** What the panel's lists say against it. */
  readonly findings: readonly Finding[];
  /** Why nothing more is known of it. */
  readonly reason: Reason | null;
}

export interface Candidates {
  readonly candidates: readonly Candidate[];
  /** How many of the selected documents are neither invoices nor corrections. */
  readonly others: number;
}

interface Tools {
  readonly store: Store;
  readonly panel: string;
  readonly lookUp: LookUp;
}

export async function candidatesOf(tools: Tools, { orderIds, documentIds }: Selected): Promise<Result<Candidates>> {
  const candidates = new Map<DocumentKey, Candidate>();
  let others = 0;
  for (const id of new Set(documentIds)) {
    const found = await ofDocument(tools, id);
    if (!found.ok) return found;
    if (found.value === null) others += 1;
    else candidates.set(found.value.key, found.value);
  }
  for (const id of new Set(orderIds)) {
    const found = await ofOrder(tools, id);
    if (!found.ok) return found;
    for (const candidate of found.value) candidates.set(candidate.key, candidate);
  }
  return { ok: true, value: { candidates: [...candidates.values()], others } };
}

/** null: it is neither an invoice nor a correction. */
async function ofDocument({ store, panel, lookUp }: Tools, id: string): Promise<Result<Candidate | null>> {
  const known = await store.documents.get(panel, id);
  if (known !== null) return { ok: true, value: ofKnown(known) };
  const key = `d${id}` as const;
  const transfer = await store.transfers.get(panel, key);
  if (transfer !== null) {
    const { orderId, documentNumber: number, kind } = transfer;
    return { ok: true, value: { ...bare(key, orderId), kind, documentId: id, number } };
  }
  const sale = await lookUp.document((each) => each.id === id);
  const row = sale.ok && sale.value === null ? await lookUp.correction((each) => each.id === id) : sale;
  if (!row.ok) return row;
  // Further back than the lists were read, or without a word on its kind: its detail tells, once it is its turn.
  const isUnsaid = row.value === null || (row.value.type === '' && row.value.subtype === '');
  const kind = row.value === null || isUnsaid ? 'invoice' : kindOf(row.value);
  if (kind !== 'invoice' && kind !== 'correction') return { ok: true, value: null };
  const number = row.value === null || row.value.number === '' ? null : row.value.number;
  return { ok: true, value: { ...bare(key, null), kind, documentId: id, number } };
}

async function ofOrder(tools: Tools, id: string): Promise<Result<readonly Candidate[]>> {
  const { store, panel, lookUp } = tools;
  const known = await store.documents.byOrder(panel, id);
  const invoices = known.filter(({ kind }) => kind === 'invoice').flatMap((each) => ofKnown(each) ?? []);
  const sent = (await store.transfers.byOrder(panel, id)).filter(
    ({ key, kind }) => kind === 'invoice' && !invoices.some((one) => one.key === key),
  );
  const ledger = sent.map(({ key, documentId, documentNumber }) => ({
    ...bare(key, id),
    documentId,
    number: documentNumber,
  }));
  // An order whose documents are known stands for them, and not for itself.
  const ofLedger = invoices.length === 0 ? ledger : ledger.filter(({ documentId }) => documentId !== null);
  if (invoices.length + ofLedger.length > 0) return { ok: true, value: [...invoices, ...ofLedger] };
  const row = await lookUp.order(id);
  if (!row.ok) return row;
  const key = `o${id}` as const;
  if (row.value === undefined) {
    const reason: Reason = { code: 'rate-limited', params: { service: 'Sellasist' } };
    return { ok: true, value: [{ ...bare(key, id), reason }] };
  }
  if (row.value === null) {
    return { ok: true, value: [{ ...bare(key, id), reason: { code: 'sellasist-order-missing', params: {} } }] };
  }
  return ofRow(tools, row.value, known);
}

/** The row names the order's document by its number; whether that is the order's, its detail tells once it is its turn. */
async function ofRow(
  { lookUp }: Tools,
  { id, placeholder, document_number: number }: OrderRowWire,
  known: readonly PanelDocument[],
): Promise<Result<readonly Candidate[]>> {
  const findings: Finding[] = placeholder ? [{ code: 'order-unconfirmed', path: 'unconfirmed', params: {} }] : [];
  const own = { ...bare(`o${id}`, id), findings };
  const receipt = known.find(({ kind }) => kind === 'receipt')?.number ?? (isReceiptNumber(number) ? number : null);
  if (receipt !== null) {
    const exists: Finding = { code: 'receipt-exists', path: 'receipts', params: { number: receipt } };
    return { ok: true, value: [{ ...own, findings: [...findings, exists] }] };
  }
  if (number === '') return { ok: true, value: [own] };
  const row = await lookUp.document((each) => kindOf(each) === 'invoice' && sameNumber(each.number, number));
  if (!row.ok) return row;
  if (row.value === null) {
    const maybe: Finding = { code: 'maybe-booked-number', path: 'document_number', params: { number } };
    return { ok: true, value: [{ ...own, findings: [...findings, maybe] }] };
  }
  return {
    ok: true,
    value: [{ ...bare(`d${row.value.id}`, id), documentId: row.value.id, number: row.value.number, findings }],
  };
}

/** null: nothing that is sent. */
function ofKnown({ documentId, kind, orderId, number, seriesId, issueDate }: PanelDocument): Candidate | null {
  if (kind !== 'invoice' && kind !== 'correction') return null;
  return { ...bare(`d${documentId}`, orderId), kind, documentId, number, seriesId, issueDate };
}

function bare(key: DocumentKey, orderId: string | null): Candidate {
  const unknown = { documentId: null, number: null, seriesId: null, issueDate: null } as const;
  return { key, kind: 'invoice', orderId, ...unknown, findings: [], reason: null };
}
