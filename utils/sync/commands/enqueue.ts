/** Into the queue, with the sale of its order; the one that comes second becomes `incomplete` and names the first. */
import type { PRIORITY, Transfer } from '../../invoice/transfer';
import type { TransferWritten } from '../../store/transfers';
import { NEVER } from '../clock';
import { accountPaused } from '../pause';
import { mayBelong, startable } from '../permitted';
import { evidenceOfSale, saleTaken, withoutSale, withSale } from '../sale';
import type { Ledger } from './ledger';
import type { Prepared } from './prepare';

export interface Wish {
  /** Evidence of the findings that the person overruled. */
  readonly confirm: readonly string[];
  readonly priority: (typeof PRIORITY)[keyof typeof PRIORITY];
  /** Epoch milliseconds. */
  readonly now: number;
}

export async function enqueue(ledger: Ledger, prepared: Prepared, wish: Wish): Promise<TransferWritten> {
  const { account, issueDate } = prepared;
  const transfer = asked(prepared, wish);
  const start = (queued: Transfer) => (stored: Transfer) =>
    startable(stored) && mayBelong(stored, queued.accountId) ? queued : null;
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
function asked({ transfer, account }: Prepared, { confirm, priority, now }: Wish): Transfer {
  return {
    ...withoutSale(transfer),
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
