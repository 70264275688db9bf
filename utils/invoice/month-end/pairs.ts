/** Which invoice of iFirma is which document: by the ledger first, then by the mark, then by the number. */
import type { DocumentKey } from '../document';
import type { NamedByMark } from '../mark';
import type {
  Collected,
  IfirmaSide,
  MonthDocument,
  MonthInvoice,
  MonthTransfer,
  ReadDocument,
  ReadInvoice,
} from './types';

/** A document with what iFirma has of it; `document` null: the panel's list of the month has none. */
export interface Pair {
  readonly key: DocumentKey;
  readonly document: MonthDocument | null;
  readonly transfer: MonthTransfer | null;
  readonly mark: NamedByMark | null;
  /** Where the panel was asked for a document that its list does not have. */
  readonly readDocument: ReadDocument | null;
  /** More than one is a double. */
  readonly found: readonly IfirmaSide[];
  /** The ledger's invoice was asked for, and iFirma does not know it. */
  readonly isVanished: boolean;
  /** The ledger's invoice is not in the list, and was not asked for. */
  readonly isUnread: boolean;
  readonly ksefNumber: string | null;
}

export interface Pairing {
  readonly pairs: readonly Pair[];
  /** Of iFirma's list what belongs to no document. */
  readonly unmarked: readonly MonthInvoice[];
  readonly elsewhere: readonly MonthInvoice[];
  readonly reads: ReadonlyMap<string, ReadInvoice>;
}

interface Growing {
  readonly key: DocumentKey;
  readonly document: MonthDocument | null;
  transfer: MonthTransfer | null;
  mark: NamedByMark | null;
  readonly found: IfirmaSide[];
}

export function pairsOf(collected: Collected): Pairing {
  const { documents, invoices, booked } = collected;
  const reads = new Map(collected.readInvoices.map((read) => [read.identifier, read]));
  const readDocuments = new Map(collected.readDocuments.map((read) => [read.documentId, read]));
  const growing = new Map<DocumentKey, Growing>();
  for (const document of documents) {
    const key: DocumentKey = `d${document.documentId}`;
    growing.set(key, { key, document, transfer: document.transfer, mark: null, found: [] });
  }
  const byOrder = Map.groupBy(
    [...growing.values()].filter(({ document }) => document?.kind === 'invoice'),
    ({ document }) => document?.orderId ?? null,
  );

  /** An invoice of an order alone is that of its only document: one sale has one invoice (design, rule 2). */
  function ownerOf(key: DocumentKey, orderId: string | null): Growing {
    const known = growing.get(key);
    if (known !== undefined) return known;
    const ofOrder = key.startsWith('o') && orderId !== null ? (byOrder.get(orderId) ?? []) : [];
    const free = ofOrder.filter(({ transfer, found }) => transfer?.identifier == null && found.length === 0);
    const [only] = free;
    if (only !== undefined && ofOrder.length === 1) return only;
    const fresh: Growing = { key, document: null, transfer: null, mark: null, found: [] };
    growing.set(key, fresh);
    return fresh;
  }

  const unmarked: MonthInvoice[] = [];
  const elsewhere: MonthInvoice[] = [];
  const unclear: MonthInvoice[] = [];
  for (const invoice of invoices) {
    const [transfer] = invoice.transfers;
    if (transfer === undefined) {
      unclear.push(invoice);
      continue;
    }
    const owner = ownerOf(transfer.key, transfer.orderId);
    // What the document brought with it is as good, and says more; unless it was sent since.
    if (owner.transfer?.identifier == null) owner.transfer = transfer;
    owner.found.push(sideOf(invoice));
  }
  for (const invoice of unclear) {
    const read = reads.get(invoice.identifier);
    const [mark] = read?.marks ?? [];
    if (mark !== undefined) {
      const owner = ownerOf(mark.key, mark.orderId);
      owner.mark = mark;
      owner.found.push(sideOf(invoice));
    } else if (invoice.isElsewhere || read?.isElsewhere) elsewhere.push(invoice);
    else unmarked.push(invoice);
  }

  // What the ledger calls booked and no list shows, such as corrections.
  for (const transfer of booked) {
    const owner = ownerOf(transfer.key, transfer.orderId);
    if (owner.transfer?.identifier == null) owner.transfer = transfer;
  }

  const rest = byNumber([...growing.values()], unmarked);
  return {
    pairs: [...growing.values()].map((one) => finished(one, reads, readDocuments)),
    unmarked: rest,
    elsewhere,
    reads,
  };
}

/** A number that the panel's document keeps in iFirma. One that two have says nothing. @returns what is left. */
function byNumber(growing: readonly Growing[], unmarked: readonly MonthInvoice[]): readonly MonthInvoice[] {
  const named = Map.groupBy(unmarked, ({ number }) => folded(number));
  const taken = new Set<MonthInvoice>();
  for (const { document, transfer, found } of growing) {
    if (document === null || found.length > 0 || transfer?.identifier != null) continue;
    const [invoice, ...more] = named.get(folded(document.number)) ?? [];
    if (invoice === undefined || more.length > 0 || document.number === '' || taken.has(invoice)) continue;
    taken.add(invoice);
    found.push(sideOf(invoice));
  }
  return unmarked.filter((invoice) => !taken.has(invoice));
}

function finished(
  one: Growing,
  reads: ReadonlyMap<string, ReadInvoice>,
  documents: ReadonlyMap<string, ReadDocument>,
): Pair {
  const { key, document, transfer, mark } = one;
  const own = transfer?.identifier ?? null;
  const found = [...one.found];
  const isListed = own === null || found.some(({ identifier }) => identifier === own);
  const read = own === null ? undefined : reads.get(own);
  if (!isListed && transfer !== null && own !== null) {
    // Where a correction is read back is not certain, so the ledger speaks for it (ifirma-api 4.5).
    if (transfer.kind === 'correction') found.unshift(fromLedger(transfer, own));
    else if (read?.isThere) found.unshift({ ...sideOf(read), isSeen: true });
  }
  const isOpen = !isListed && transfer?.kind === 'invoice';
  const ksef = transfer?.ksefNumber ?? found.map(({ identifier }) => reads.get(identifier)?.ksefNumber).find(Boolean);
  return {
    key,
    document,
    transfer,
    mark,
    readDocument: document === null && key.startsWith('d') ? (documents.get(key.slice(1)) ?? null) : null,
    found,
    isVanished: isOpen && read !== undefined && !read.isThere,
    isUnread: isOpen && read === undefined,
    ksefNumber: ksef ?? null,
  };
}

function sideOf({ identifier, number, issueDate, gross, currency }: Omit<IfirmaSide, 'isSeen'>): IfirmaSide {
  return { identifier, number, issueDate, gross, currency, isSeen: true };
}

function fromLedger({ number, issueDate, booked }: MonthTransfer, identifier: string): IfirmaSide {
  return { identifier, number: number ?? '', issueDate, gross: booked, currency: '', isSeen: false };
}

export function folded(number: string): string {
  return number.replace(/\s/g, '').toUpperCase();
}
