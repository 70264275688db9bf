/**
 * The panel's side: its invoices and corrections of a month. The list says neither dates nor sums (sellasist-api 9.3), so each document
 * is read once and remembered; a sum counts only as long as whoever compares says that it does.
 */
import { addDays } from '../../invoice/dates';
import type { DocumentKey } from '../../invoice/document';
import type { MonthDocument } from '../../invoice/month-end/types';
import type { Account } from '../../invoice/settings';
import type { MonthCursor, MonthEndCommands, MonthPanelPart, Reply } from '../../messages';
import { knownOf } from '../../sellasist/document-shelf';
import { kindOf } from '../../sellasist/kind';
import type { SellasistProblem } from '../../sellasist/problem';
import type { DocumentRowWire } from '../../sellasist/wire';
import type { PanelDocument } from '../../store/documents';
import { accountFor } from '../accounts-of';
import type { EngineTools } from '../context';
import { daysOf } from './period';
import { standingOf, wantsKsef } from './standing';
import { stoppedByPanel } from './stopped';

type Ask = MonthEndCommands['month-end.panel']['ask'];

const PAGE = 100;
/** So many documents one part reads at most: whoever looks wants to see that it goes on. */
const READ_AT_ONCE = 25;
/** As in `unsent.ts`: a document that is dated so long before its place in the list is further back than the month. */
const BACKDATED_DAYS = 31;
const OLD_IN_SUCCESSION = 3;
const FIRST: MonthCursor = { list: 'documents', at: 0, old: 0 };

type Known =
  | { readonly kind: 'known'; readonly document: PanelDocument }
  /** No document of the month whoever reads it: no invoice, or gone since the list was read. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'problem'; readonly problem: SellasistProblem }
  | { readonly kind: 'wait'; readonly until: number };

export function createPanelPart(tools: EngineTools) {
  const { store, clock } = tools;

  async function knownRow(account: Account, row: DocumentRowWire, ask: Ask, mayRead: () => boolean): Promise<Known> {
    const isUnsaid = row.type === '' && row.subtype === '';
    if (!isCompared(kindOf(row)) && !isUnsaid) return { kind: 'none' };
    const { panel } = account;
    const kept = await store.documents.get(panel, row.id);
    if (kept !== null && isGoodEnough(kept, ask)) return { kind: 'known', document: kept };
    if (!mayRead()) return { kind: 'wait', until: 0 };
    const { now, at } = (await tools.room(account)).sellasist;
    if (now === 0) return { kind: 'wait', until: at(1) };
    const read = await tools.servicesOf(account, 'bulk').sellasist.document(row.id);
    if (read.ok) {
      const document: PanelDocument = { ...knownOf(read.value), panel, seenAt: clock.now() };
      await store.documents.put([document]);
      return { kind: 'known', document };
    }
    // One that is gone, or that nobody understands, must not hide the others.
    if (read.problem.kind === 'not-found') return { kind: 'none' };
    return read.problem.kind === 'unreadable' ? { kind: 'unreadable' } : { kind: 'problem', problem: read.problem };
  }

  /** Of another month its date is enough, however old. A moment that is still to come was told by a clock that was ahead. */
  function isGoodEnough({ kind, issueDate, total, seenAt }: PanelDocument, { month, asOf }: Ask): boolean {
    if (!isCompared(kind)) return true;
    if (issueDate !== null && !issueDate.startsWith(month)) return true;
    return total !== undefined && seenAt >= asOf && seenAt <= clock.now();
  }

  /** null: it belongs to another account. */
  async function ofAccount(account: Account, document: PanelDocument): Promise<MonthDocument | null> {
    const { panel, documentId, kind, issueDate, orderId, number, total = null, currency = '', seenAt } = document;
    if (!isCompared(kind) || issueDate === null) return null;
    const key: DocumentKey = `d${documentId}`;
    const transfer = await store.transfers.get(panel, key);
    // What was posted once keeps its account for ever.
    const owner =
      transfer?.identifier == null ? (await accountFor(store, panel, document.seriesId))?.id : transfer.accountId;
    if (owner !== account.id) return null;
    return {
      documentId,
      number,
      kind,
      orderId,
      issueDate,
      gross: total,
      currency,
      readAt: seenAt,
      wantsKsef: transfer !== null && wantsKsef(transfer),
      transfer: transfer === null ? null : await standingOf(store, account, transfer),
    };
  }

  return async (account: Account, ask: Ask): Promise<Reply<MonthPanelPart>> => {
    const cursor = ask.cursor ?? FIRST;
    const rows: MonthDocument[] = [];
    const unreadable: string[] = [];
    let looked = 0;
    let { old } = cursor;
    const part = (next: MonthCursor | null, notBefore: number): Reply<MonthPanelPart> => ({
      ok: true,
      value: { rows, looked, unreadable, next, notBefore },
    });
    const goOn = (notBefore: number) => part({ ...cursor, at: cursor.at + looked, old }, notBefore);

    const room = (await tools.room(account)).sellasist;
    if (room.now === 0) return goOn(room.at(1));
    const page = { limit: PAGE, offset: cursor.at, type: cursor.list === 'corrections' ? 'correct' : 'sale' } as const;
    const listed = await tools.servicesOf(account, 'bulk').sellasist.documents(page);
    if (!listed.ok) {
      const stopped = stoppedByPanel(listed.problem, clock.now());
      return stopped.kind === 'wait' ? goOn(stopped.until) : stopped.reply;
    }
    const tooOld = addDays(daysOf(ask.month).from, -BACKDATED_DAYS);
    let read = 0;
    const mayRead = (): boolean => {
      read += 1;
      return read <= READ_AT_ONCE;
    };
    for (const row of listed.value) {
      const seen = await knownRow(account, row, ask, mayRead);
      if (seen.kind === 'wait') return goOn(seen.until);
      if (seen.kind === 'problem') {
        const stopped = stoppedByPanel(seen.problem, clock.now());
        return stopped.kind === 'wait' ? goOn(stopped.until) : stopped.reply;
      }
      looked += 1;
      if (seen.kind === 'unreadable') unreadable.push(row.id);
      if (seen.kind !== 'known') continue;
      const { issueDate } = seen.document;
      if (issueDate !== null) old = issueDate < tooOld ? old + 1 : 0;
      if (old >= OLD_IN_SUCCESSION) break;
      if (issueDate === null && isCompared(seen.document.kind)) unreadable.push(row.id);
      if (!issueDate?.startsWith(ask.month)) continue;
      const document = await ofAccount(account, seen.document);
      if (document !== null) rows.push(document);
    }
    if (listed.value.length === PAGE && old < OLD_IN_SUCCESSION) return goOn(0);
    return part(cursor.list === 'documents' ? { list: 'corrections', at: 0, old: 0 } : null, 0);
  };
}

function isCompared(kind: PanelDocument['kind']): kind is 'invoice' | 'correction' {
  return kind === 'invoice' || kind === 'correction';
}
