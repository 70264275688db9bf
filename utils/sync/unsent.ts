/**
 * What of a period is not in iFirma. The panel's list of documents says neither their dates nor their orders, so each is read once and
 * remembered; that is bulk work, done in parts: whoever looks asks for the next one, and leaves off by asking no more.
 */
import { addDays, isDate, warsawDate } from '../invoice/dates';
import type { DocumentKey, IsoDate } from '../invoice/document';
import type { Finding } from '../invoice/finding';
import type { Account } from '../invoice/settings';
import type { DocumentView, Reply, UnsentCommands, UnsentCursor, UnsentPart, UnsentRow } from '../messages';
import { knownOf } from '../sellasist/document-shelf';
import { kindOf } from '../sellasist/kind';
import type { SellasistProblem } from '../sellasist/problem';
import type { DocumentRowWire, OrderRowWire } from '../sellasist/wire';
import type { PanelDocument } from '../store/documents';
import { accountFor } from './accounts-of';
import type { Gate } from './commands/gate';
import { refuse } from './commands/target';
import type { EngineTools } from './context';
import { transferView, unsentView } from './document-view';
import { seriesFindings } from './order-view';
import { verdictOnSellasist } from './reasons';
import { saleTaken } from './sale';
import { bug } from './setup/refusals';

type Ask = UnsentCommands['unsent']['ask'];
export type Unsent = (ask: Ask) => Promise<Reply<UnsentPart>>;

const PAGE = 100;
/** So many documents one part reads from the panel at most: whoever looks wants to see that it goes on. */
const READ_AT_ONCE = 25;
/** A document that is dated so long before its place in the list is further back than the period (`document-shelf.ts`). */
const BACKDATED_DAYS = 31;
const OLD_IN_SUCCESSION = 3;
const FIRST: UnsentCursor = { list: 'documents', at: 0, old: 0 };

/** What of a row came to light. `wait`: the panel takes no request before (epoch milliseconds). */
type Looked =
  | { readonly kind: 'row'; readonly date: IsoDate | null; readonly row: UnsentRow | null }
  | { readonly kind: 'problem'; readonly problem: SellasistProblem }
  | { readonly kind: 'wait'; readonly until: number };

export function createUnsent(tools: EngineTools, gate: Gate): Unsent {
  const { store, clock } = tools;

  async function viewOf(
    panel: string,
    document: Pick<PanelDocument, 'kind' | 'orderId' | 'seriesId' | 'issueDate'> & {
      readonly documentId: string | null;
      readonly number: string | null;
    },
  ): Promise<DocumentView | null> {
    const { documentId, orderId, number } = document;
    const key: DocumentKey = documentId === null ? `o${orderId}` : `d${documentId}`;
    const transfer = await store.transfers.get(panel, key);
    if (transfer !== null) return transfer.identifier === null ? transferView(transfer) : null;
    // Its series, and whether it may be sent, is asked for with the invoice that it corrects.
    if (document.kind === 'correction')
      return unsentView({ panel, key, kind: 'correction', orderId, number, findings: [] });
    const others = orderId === null ? [] : await store.transfers.byOrder(panel, orderId);
    const holder = others.find(({ sale }) => sale !== undefined);
    const held: readonly Finding[] = holder === undefined ? [] : [saleTaken(holder)];
    const findings = [...held, ...(await seriesFindings(store, panel, document, warsawDate(clock.now())))];
    return unsentView({ panel, key, orderId, number, findings });
  }

  /** @param mayRead whether this part may still ask for a document. */
  async function lookAtDocument(
    account: Account,
    row: DocumentRowWire,
    ask: Ask,
    mayRead: () => boolean,
  ): Promise<Looked> {
    const isUnsaid = row.type === '' && row.subtype === '';
    if (!isSent(kindOf(row)) && !isUnsaid) return { kind: 'row', date: null, row: null };
    const { panel } = account;
    let document = await store.documents.get(panel, row.id);
    if (document === null) {
      if (!mayRead()) return { kind: 'wait', until: 0 };
      const { now, at } = (await tools.room(account)).sellasist;
      if (now === 0) return { kind: 'wait', until: at(1) };
      const read = await tools.servicesOf(account, 'bulk').sellasist.document(row.id);
      if (!read.ok) {
        // One that is gone, or that nobody understands, must not hide the others.
        const isOnlyThis = read.problem.kind === 'not-found' || read.problem.kind === 'unreadable';
        return isOnlyThis ? { kind: 'row', date: null, row: null } : { kind: 'problem', problem: read.problem };
      }
      document = { ...knownOf(read.value), panel, seenAt: clock.now() };
      await store.documents.put([document]);
    }
    const { issueDate, kind } = document;
    if (!isSent(kind) || issueDate === null || !isWithin(issueDate, ask)) {
      return { kind: 'row', date: issueDate, row: null };
    }
    const view = await viewOf(panel, document);
    return { kind: 'row', date: issueDate, row: view === null ? null : { document: view, date: issueDate } };
  }

  /** An order that has no document, as far as its row and what is remembered say. */
  async function lookAtOrder({ panel }: Account, row: OrderRowWire, ask: Ask): Promise<Looked> {
    const { id, date, document_number, placeholder } = row;
    if (placeholder || document_number !== '' || date === null || !isWithin(date, ask)) {
      return { kind: 'row', date, row: null };
    }
    const known = await store.documents.byOrder(panel, id);
    if (known.some(({ kind }) => kind === 'invoice' || kind === 'receipt')) return { kind: 'row', date, row: null };
    const own = {
      documentId: null,
      kind: 'invoice',
      orderId: id,
      number: null,
      seriesId: null,
      issueDate: null,
    } as const;
    const view = await viewOf(panel, own);
    return { kind: 'row', date, row: view === null ? null : { document: view, date } };
  }

  return async (ask) => {
    const locked = await gate.isLocked();
    if (locked) return locked;
    if (!isDate(ask.from) || !isDate(ask.to)) return bug('date');
    const account = await accountFor(store, ask.panel, null);
    if (account === null) return refuse('account-gone');
    const cursor = ask.cursor ?? FIRST;
    const { sellasist } = tools.servicesOf(account, 'bulk');
    const room = (await tools.room(account)).sellasist;
    if (room.now === 0) return part([], 0, cursor, room.at(1));
    const tooOld = addDays(ask.from, -BACKDATED_DAYS);
    let read = 0;
    const mayRead = (): boolean => {
      read += 1;
      return read <= READ_AT_ONCE;
    };

    const isOfOrders = cursor.list === 'orders';
    const page = { limit: PAGE, offset: cursor.at };
    const listed = isOfOrders
      ? await sellasist.orders({ ...page, confirmed: true })
      : await sellasist.documents({ ...page, type: cursor.list === 'corrections' ? 'correct' : 'sale' });
    if (!listed.ok) return { ok: false, reason: verdictOnSellasist(listed.problem).reason };
    const looks = isOfOrders
      ? (listed.value as readonly OrderRowWire[]).map((row) => () => lookAtOrder(account, row, ask))
      : (listed.value as readonly DocumentRowWire[]).map((row) => () => lookAtDocument(account, row, ask, mayRead));

    const rows: UnsentRow[] = [];
    let looked = 0;
    let { old } = cursor;
    for (const look of looks) {
      const seen = await look();
      if (seen.kind === 'problem') return { ok: false, reason: verdictOnSellasist(seen.problem).reason };
      if (seen.kind === 'wait') return part(rows, looked, { ...cursor, at: cursor.at + looked, old }, seen.until);
      looked += 1;
      if (seen.row !== null) rows.push(seen.row);
      if (seen.date !== null) old = seen.date < tooOld ? old + 1 : 0;
      if (old >= OLD_IN_SUCCESSION) break;
    }
    const isEnd = looks.length < PAGE || old >= OLD_IN_SUCCESSION;
    if (!isEnd) return part(rows, looked, { ...cursor, at: cursor.at + looked, old }, 0);
    const list = await listAfter(cursor.list, ask.panel);
    return part(rows, looked, list === null ? null : { list, at: 0, old: 0 }, 0);
  };

  /** null: that was the last one. */
  async function listAfter(list: UnsentCursor['list'], panel: string): Promise<UnsentCursor['list'] | null> {
    if (list === 'documents') return 'corrections';
    return list === 'corrections' && (await sendsOrders(panel)) ? 'orders' : null;
  }

  async function sendsOrders(panel: string): Promise<boolean> {
    return (await store.accounts.ofPanel(panel)).some(({ settings }) => settings.orderSeriesId !== null);
  }
}

function part(
  rows: readonly UnsentRow[],
  looked: number,
  next: UnsentCursor | null,
  notBefore: number,
): Reply<UnsentPart> {
  return { ok: true, value: { rows, looked, next, notBefore } };
}

function isWithin(date: IsoDate, { from, to }: Ask): boolean {
  return date >= from && date <= to;
}

function isSent(kind: PanelDocument['kind']): boolean {
  return kind === 'invoice' || kind === 'correction';
}
