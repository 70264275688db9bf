/**
 * Gives the documents of a batch their places in the queue, some at a time, so that whoever sends one document by itself never waits for
 * long. May be repeated from any instruction on: what has its place already is on its way, and is left there.
 */
import { PRIORITY } from '../../invoice/transfer';
import type { Batch, BatchEntry } from '../../store/batches';
import { accountFor } from '../accounts-of';
import { backoff } from '../backoff';
import { enqueue } from '../commands/enqueue';
import type { Ledger } from '../commands/ledger';
import { isKnown, preparedOf } from '../commands/send-many';
import type { EngineTools } from '../context';
import { startable } from '../permitted';
import { isPlaced } from './held';

/** One round. More than one document is read from the panel in none. */
const AT_ONCE = 20;

type Placed =
  | { readonly kind: 'placed'; readonly entry: BatchEntry; readonly left?: Batch['left'][BatchEntry['key']] }
  /** Nothing can be placed now. */
  | { readonly kind: 'later'; readonly retry: NonNullable<Batch['retry']> }
  | { readonly kind: 'full' };

/** false: a write failed (the disk is full), so nothing more can be recorded now. */
export async function placeSome(tools: EngineTools, ledger: Ledger, batch: Batch): Promise<boolean> {
  const entries: BatchEntry[] = [];
  const left: Batch['left'][] = [];
  let retry: Batch['retry'] = null;
  let isFull = false;
  let read = 0;
  for (const entry of batch.entries.slice(batch.placed, batch.placed + AT_ONCE)) {
    if (!(await isKnown(tools, batch.panel, entry.key))) {
      if (read > 0) break;
      read += 1;
      retry = await noRoom(tools, batch);
      if (retry !== null) break;
    }
    const placed = await place(tools, ledger, batch, entry);
    if (placed.kind === 'later') retry = placed.retry;
    if (placed.kind === 'full') isFull = true;
    if (placed.kind !== 'placed') break;
    entries.push(placed.entry);
    if (placed.left !== undefined) left.push({ [entry.key]: placed.left });
  }
  const written = await tools.store.batches.change(batch.panel, (stored) =>
    stored.id === batch.id && stored.placed === batch.placed
      ? after(stored, entries, left, retry, tools.clock.now())
      : null,
  );
  tools.announce();
  return written.ok && !isFull;
}

function after(
  stored: Batch,
  placed: readonly BatchEntry[],
  left: readonly Batch['left'][],
  retry: Batch['retry'],
  now: number,
): Batch {
  const from = stored.placed;
  const entries = stored.entries.map((entry, at) => placed[at - from] ?? entry);
  const next = {
    ...stored,
    entries,
    placed: from + placed.length,
    left: Object.assign({}, stored.left, ...left),
    retry,
  };
  // Sending begins now: what was read before says nothing of its pace.
  return isPlaced(next) ? { ...next, entries: entries.toSorted(byIssue), goesOnSince: now } : next;
}

/** As the queue has them (`store/transfer-row.ts`): what is dated when it is sent comes last. */
export function byIssue(one: BatchEntry, other: BatchEntry): number {
  const [day, otherDay] = [one.issueDate ?? '9999', other.issueDate ?? '9999'];
  if (day !== otherDay) return day < otherDay ? -1 : 1;
  return (one.number ?? '').localeCompare(other.number ?? '', 'pl', { numeric: true });
}

/** null: the panel takes one more request of bulk work. */
async function noRoom(tools: EngineTools, { panel }: Batch): Promise<Batch['retry']> {
  const account = await accountFor(tools.store, panel, null);
  if (account === null) return null;
  const { now, at } = (await tools.room(account)).sellasist;
  if (now > 0) return null;
  const until = Math.max(at(1), tools.clock.now() + 1);
  return {
    at: until,
    tries: 0,
    reason: { code: 'rate-limited', params: { service: 'Sellasist', until: String(until) } },
  };
}

async function place(tools: EngineTools, ledger: Ledger, batch: Batch, entry: BatchEntry): Promise<Placed> {
  const { store, clock } = tools;
  const { panel, id } = batch;
  const prepared = await preparedOf(tools, panel, entry);
  if (!prepared.ok) {
    const { reason } = prepared;
    if (reason.code === 'account-gone') return { kind: 'placed', entry, left: reason };
    const tries = (batch.retry?.tries ?? 0) + 1;
    const until = Number(reason.params.until ?? 0);
    return { kind: 'later', retry: { at: Math.max(until, clock.now() + backoff(tries - 1)), tries, reason } };
  }
  if (prepared.value === null) {
    return { kind: 'placed', entry, left: { code: 'sellasist-order-missing', params: {} } };
  }
  const { transfer, issueDate } = prepared.value;
  const found = { ...entry, orderId: transfer.orderId, number: transfer.documentNumber ?? entry.number, issueDate };
  // On its way, or booked: what it says of itself is true.
  if (!startable(transfer)) return { kind: 'placed', entry: found };
  // Cancelled while the panel was asked.
  const now = await store.batches.get(panel);
  if (now?.id !== id || now.cancelled) return { kind: 'placed', entry: found };
  const wish = { confirm: [], priority: PRIORITY.bulk, batch: id, now: clock.now() };
  const written = await enqueue(tools, ledger, prepared.value, wish);
  if (written.ok || written.why === 'exists' || written.why === 'missing' || written.why === 'taken')
    return { kind: 'placed', entry: found };
  return written.why === 'full'
    ? { kind: 'full' }
    : { kind: 'placed', entry: found, left: { code: 'account-gone', params: {} } };
}
