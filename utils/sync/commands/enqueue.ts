/** Into the queue, with the sale of its order; the one that comes second becomes `incomplete` and names the first. */
import type { MonthWish, PRIORITY, Transfer } from '../../invoice/transfer';
import type { TransferWritten } from '../../store/transfers';
import { NEVER } from '../clock';
import type { EngineTools } from '../context';
import { accountPaused } from '../pause';
import { mayBelong, startable } from '../permitted';
import { withoutRefused } from '../repairs/exchange';
import { evidenceOfSale, saleTaken, withoutSale, withSale } from '../sale';
import type { Ledger } from './ledger';
import type { Prepared } from './prepare';

export interface Wish {
  /** Evidence of the findings that the person overruled. */
  readonly confirm: readonly string[];
  readonly priority: (typeof PRIORITY)[keyof typeof PRIORITY];
  /** iFirma's accounting month may be moved for it. */
  readonly month?: MonthWish;
  /** The batch that it is sent with; null: by itself. */
  readonly batch?: string | null;
  /** Nobody asked for it: one that has a record already is left as it is. */
  readonly auto?: true;
  /** Epoch milliseconds. */
  readonly now: number;
}

type Tools = Pick<EngineTools, 'store' | 'changed'>;

export async function enqueue(tools: Tools, ledger: Ledger, prepared: Prepared, wish: Wish): Promise<TransferWritten> {
  const written = await accept(ledger, prepared, wish);
  return written.ok && written.transfer.state === 'queued' ? sayPause(tools, prepared, written) : written;
}

/** Whoever pauses the account looks through the queue afterwards: what came too late for that look finds it paused here. */
async function sayPause(
  { store, changed }: Tools,
  { account }: Prepared,
  accepted: Extract<TransferWritten, { ok: true }>,
): Promise<TransferWritten> {
  const stored = await store.accounts.get(account.id);
  if (stored === null || stored.pausedBy === account.pausedBy) return accepted;
  const reason = stored.pausedBy === null ? null : accountPaused(stored.pausedBy);
  const { panel, key } = accepted.transfer;
  const written = await store.transfers.change(panel, key, (queued) =>
    queued.state === 'queued' ? { ...queued, reason } : null,
  );
  // That it is queued is on the disk whatever becomes of the word why.
  if (!written.ok) return accepted;
  changed(written.transfer);
  return written;
}

async function accept(ledger: Ledger, prepared: Prepared, wish: Wish): Promise<TransferWritten> {
  const { account, issueDate } = prepared;
  const transfer = asked(prepared, wish);
  const start = (queued: Transfer) => (stored: Transfer) =>
    wish.auto === undefined && startable(stored) && mayBelong(stored, queued.accountId) ? queued : null;
  const held = withSale(transfer);
  const options = { account, issueDate: issueDate ?? undefined };
  const first = await ledger.put(held, start(held), account, options);
  if (first.ok || first.why !== 'taken') return first;
  const anotherSale = transfer.confirmed.includes(evidenceOfSale(first.taken));
  const second: Transfer = anotherSale
    ? transfer
    : { ...transfer, state: 'incomplete', reason: null, notBefore: NEVER, findings: [saleTaken(first.taken)] };
  return ledger.put(second, start(second), account, options);
}

/** As at the first time: whatever the last attempt left, but what a person said and that there may be an invoice. */
function asked({ transfer, account }: Prepared, wish: Wish): Transfer {
  const { confirm, priority, batch = null, month, auto, now } = wish;
  const { batch: _former, month: _done, auto: _automatic, ...kept } = withoutRefused(withoutSale(transfer));
  return {
    ...kept,
    ...(batch === null ? {} : { batch }),
    ...(month === undefined ? {} : { month }),
    ...(auto === undefined ? {} : { auto }),
    state: 'queued',
    step: 'check',
    priority,
    notBefore: 0,
    tries: 0,
    post: null,
    ...(transfer.post === null ? {} : { wasPosted: true }),
    claim: null,
    looks: [],
    findings: [],
    reason: account.pausedBy === null ? null : accountPaused(account.pausedBy),
    confirmed: [...new Set([...transfer.confirmed, ...confirm])],
    updatedAt: now,
  };
}
