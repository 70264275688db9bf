import type { IDBPObjectStore, IDBPTransaction } from 'idb';
import type { DocumentKey, IsoDate } from '../invoice/document';
import type { Account } from '../invoice/settings';
import type { LogEntry, Transfer, TransferState } from '../invoice/transfer';
import { BEGUN, WAITING } from '../invoice/transfer-states';
import { type Causes, createCauses } from './causes';
import type { Connection, Durability } from './connection';
import { newestFirst, type Page, type PageAsk } from './page';
import type { MostekDb } from './schema';
import { createSearch, type Found, type SearchAsk } from './search';
import { type Ties, tiesOf } from './ties';
import { rowOf, type TransferRow } from './transfer-row';
import { type Full, write } from './write';

export type TransferWritten =
  | { readonly ok: true; readonly transfer: Transfer }
  /** `create` only: the document has a transfer already, which is this one. */
  | { readonly ok: false; readonly why: 'exists'; readonly transfer: Transfer }
  /** `change` only: the document has no transfer. */
  | { readonly ok: false; readonly why: 'missing' }
  /** The sale is held by another transfer, which is this one (design: one sale, one invoice). */
  | { readonly ok: false; readonly why: 'taken'; readonly taken: Transfer }
  /** `WriteOptions.account` is stored no more, or with another login or panel. */
  | { readonly ok: false; readonly why: 'account-gone' }
  | Full;

export type TransferRemoved = { readonly ok: true; readonly removed: Transfer | null } | Full;

export interface WriteOptions {
  /** Default `strict`: the intent before a POST and the identifier after it must be on the disk (design, rule 1). */
  readonly durability?: Durability | undefined;
  /** Written with the transfer or not at all, so that state and story never differ. */
  readonly log?: LogEntry | ((stored: Transfer) => LogEntry) | undefined;
  /** Date of issue of the document, for its place in the queue. Kept until it is given anew. */
  readonly issueDate?: IsoDate | undefined;
  /**
   * Whose books the document was prepared for. Asked in the transaction that writes: an account that went or changed meanwhile gets
   * nothing to do, and so nothing waits that nobody could work on.
   */
  readonly account?: Pick<Account, 'id' | 'login' | 'panel'> | undefined;
}

export interface Transfers extends Causes {
  get(panel: string, key: DocumentKey): Promise<Transfer | null>;
  /** As many, in their order; null where there is none. */
  many(panel: string, keys: readonly DocumentKey[]): Promise<readonly (Transfer | null)[]>;
  byOrder(panel: string, orderId: string): Promise<readonly Transfer[]>;
  /** Corrections that stand under any of these names of an invoice (`invoiceNames`). */
  correcting(names: readonly string[]): Promise<readonly Transfer[]>;
  create(transfer: Transfer, options?: WriteOptions): Promise<TransferWritten>;
  /**
   * Reads, changes and writes in one transaction. `change` is pure and synchronous; null leaves everything as it is, the
   * log too. What it throws is thrown here, and nothing is stored.
   */
  change(
    panel: string,
    key: DocumentKey,
    change: (transfer: Transfer) => Transfer | null,
    options?: WriteOptions,
  ): Promise<TransferWritten>;
  /**
   * Takes the record itself away, with its entry in the log, where `accept` says so: the document then has no transfer, as if it had
   * never been sent. @returns the one that was taken away; null: it stays, or there is none.
   */
  remove(
    panel: string,
    key: DocumentKey,
    accept: (transfer: Transfer) => boolean,
    log: (removed: Transfer) => LogEntry,
  ): Promise<TransferRemoved>;
  /** The next transfer that is due at `now` and acceptable: by priority, then in order of issue. */
  queued(now: number, accept?: (transfer: Transfer) => boolean): Promise<Transfer | null>;
  /** The next transfer that was begun, waited, and is due at `now`: an unclear POST before what is booked already. */
  waiting(now: number, accept?: (transfer: Transfer) => boolean): Promise<Transfer | null>;
  /** The next transfer of which something that follows it is due at `now`. */
  following(now: number, accept?: (transfer: Transfer) => boolean): Promise<Transfer | null>;
  /** The first time after `after` at which something that waits, or follows, becomes due. */
  wakeAt(after: number): Promise<number | null>;
  /** What a worker that starts finds begun: `sending`, `uncertain`, `issued`. */
  unfinished(): Promise<readonly Transfer[]>;
  ofAccount(accountId: string): Promise<Ties>;
  needsPerson(ask: PageAsk): Promise<Page<Transfer>>;
  /** @param panel null: of every panel. */
  recent(ask: PageAsk, panel?: string | null): Promise<Page<Transfer>>;
  /** What is being sent, then what waits, in the order in which it is taken up. `before`: how many of them to pass over. */
  underWay(ask: PageAsk, panel?: string | null): Promise<Page<Transfer>>;
  countUnderWay(panel?: string | null): Promise<number>;
  search(ask: SearchAsk): Promise<Found>;
  /**
   * Those of iFirma's identifiers that the ledger knows, each with its transfers.
   * @param accountIds of one login: another one counts its identifiers for itself.
   */
  known(
    accountIds: readonly string[],
    identifiers: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Transfer[]>>;
}

/** The accounts are only asked. */
const TABLES: ['transfers', 'log', 'accounts'] = ['transfers', 'log', 'accounts'];

export function createTransfers(connection: Connection): Transfers {
  async function reading() {
    return (await connection.begin(['transfers'], 'readonly')).objectStore('transfers');
  }

  return {
    async get(panel, key) {
      return (await (await reading()).get([panel, key]))?.transfer ?? null;
    },

    async many(panel, keys) {
      const store = await reading();
      const rows = await Promise.all(keys.map((key) => store.get([panel, key])));
      return rows.map((row) => row?.transfer ?? null);
    },

    async byOrder(panel, orderId) {
      const rows = await (await reading()).index('byOrder').getAll([panel, orderId]);
      return rows.map((row) => row.transfer);
    },

    async correcting(names) {
      const index = (await reading()).index('corrects');
      const found = await Promise.all(names.map((name) => index.getAll(name)));
      const rows = new Map(found.flat().map((row) => [`${row.transfer.panel} ${row.transfer.key}`, row.transfer]));
      return [...rows.values()];
    },

    create(transfer, options = {}) {
      return write(connection, TABLES, options.durability ?? 'strict', async (transaction) => {
        const found = await transaction.objectStore('transfers').get([transfer.panel, transfer.key]);
        if (found) return { ok: false, why: 'exists', transfer: found.transfer };
        return put(transaction, transfer, options.issueDate ?? null, options);
      });
    },

    change(panel, key, change, options = {}) {
      return write(connection, TABLES, options.durability ?? 'strict', async (transaction) => {
        const found = await transaction.objectStore('transfers').get([panel, key]);
        if (!found) return { ok: false, why: 'missing' };
        const changed = change(found.transfer);
        if (changed === null) return { ok: true, transfer: found.transfer };
        if (!same(changed, found.transfer)) throw new Error('A transfer cannot become that of another document.');
        return put(transaction, changed, options.issueDate ?? found.issueDate, options);
      });
    },

    remove(panel, key, accept, log) {
      return write(connection, ['transfers', 'log'], 'strict', async (transaction): Promise<TransferRemoved> => {
        const store = transaction.objectStore('transfers');
        const found = await store.get([panel, key]);
        if (!found || !accept(found.transfer)) return { ok: true, removed: null };
        await store.delete([panel, key]);
        await transaction.objectStore('log').add(log(found.transfer));
        return { ok: true, removed: found.transfer };
      });
    },

    async queued(now, accept = () => true) {
      const store = await reading();
      // A whole queue that waits for the limit is passed over in one look.
      const due = await Promise.all(dueAt('queued', now).map((range) => store.index('due').getKey(range)));
      if (due.every((key) => key === undefined)) return null;
      let cursor = await store.index('queue').openCursor(ofState('queued'));
      while (cursor) {
        const { transfer } = cursor.value;
        if (isDue(transfer, now) && accept(transfer)) return transfer;
        cursor = await cursor.continue();
      }
      return null;
    },

    async waiting(now, accept = () => true) {
      const due = (await reading()).index('due');
      const ranges = (['uncertain', 'issued'] as const).flatMap((state) => dueAt(state, now));
      for (const range of ranges) {
        let cursor = await due.openCursor(range);
        while (cursor) {
          if (accept(cursor.value.transfer)) return cursor.value.transfer;
          cursor = await cursor.continue();
        }
      }
      return null;
    },

    async following(now, accept = () => true) {
      let cursor = await (await reading()).index('effectAt').openCursor(IDBKeyRange.upperBound(now));
      while (cursor) {
        if (accept(cursor.value.transfer)) return cursor.value.transfer;
        cursor = await cursor.continue();
      }
      return null;
    },

    async wakeAt(after) {
      const store = await reading();
      const due = store.index('due');
      const [following, ...first] = await Promise.all([
        store.index('effectAt').openKeyCursor(IDBKeyRange.lowerBound(after, true)),
        ...WAITING.map((state) => due.openKeyCursor(IDBKeyRange.bound([state, after], [state, []], true))),
      ]);
      const times = first.flatMap((cursor) => (cursor ? [cursor.key[1]] : []));
      if (following) times.push(following.key);
      return times.length === 0 ? null : Math.min(...times);
    },

    async unfinished() {
      const queue = (await reading()).index('queue');
      const rows = await Promise.all(BEGUN.map((state) => queue.getAll(ofState(state))));
      return rows.flat().map((row) => row.transfer);
    },

    async ofAccount(accountId) {
      return tiesOf(await reading(), accountId);
    },

    async needsPerson(ask) {
      return newestFirst((await reading()).index('needsPerson'), ask, (row) => row.transfer);
    },

    ...createCauses(connection),
    search: createSearch(connection),

    async recent(ask, panel = null) {
      const store = await reading();
      if (panel === null) return newestFirst(store.index('byUpdate'), ask, (row) => row.transfer);
      return newestFirst(store.index('panelUpdate'), ask, (row) => row.transfer, [panel]);
    },

    async underWay({ before, limit }, panel = null) {
      const queue = queueOf(await reading(), panel);
      const begun: Transfer[] = [];
      for (let sent = await queue.openCursor('sending'); sent; sent = await sent.continue())
        begun.push(sent.value.transfer);
      const from = before ?? 0;
      // One more than is shown tells whether there is a next page.
      const rows = begun.slice(from, from + limit + 1);
      let cursor = rows.length > limit ? null : await queue.openCursor('queued');
      if (cursor && from > begun.length) cursor = await cursor.advance(from - begun.length);
      for (; cursor && rows.length <= limit; cursor = await cursor.continue()) rows.push(cursor.value.transfer);
      return { rows: rows.slice(0, limit), next: rows.length > limit ? from + limit : null };
    },

    async countUnderWay(panel = null) {
      const queue = queueOf(await reading(), panel);
      const counts = await Promise.all([queue.count('sending'), queue.count('queued')]);
      return counts.reduce((sum, count) => sum + count, 0);
    },

    async known(accountIds, identifiers) {
      const index = (await reading()).index('identifier');
      const having = await Promise.all(accountIds.map((id) => index.getKey(IDBKeyRange.bound([id], [id, []]))));
      const booking = accountIds.filter((_id, at) => having[at] !== undefined);
      const known = new Map<string, readonly Transfer[]>();
      for (const identifier of identifiers) {
        const rows = await Promise.all(booking.map((id) => index.getAll([id, identifier])));
        const holders = rows.flat().map((row) => row.transfer);
        if (holders.length > 0) known.set(identifier, holders);
      }
      return known;
    },
  };
}

/** Asks before it writes, in the same transaction: the unique index behind it would undo the transaction instead. */
async function put(
  transaction: IDBPTransaction<MostekDb, typeof TABLES, 'readwrite'>,
  transfer: Transfer,
  issueDate: IsoDate | null,
  { account, log }: WriteOptions,
): Promise<TransferWritten> {
  if (account) {
    const stored = await transaction.objectStore('accounts').get(account.id);
    if (stored?.login !== account.login || stored.panel !== account.panel) return { ok: false, why: 'account-gone' };
  }
  const store = transaction.objectStore('transfers');
  if (transfer.sale !== undefined) {
    const holder = await store.index('sale').get(transfer.sale);
    if (holder && !same(holder.transfer, transfer)) return { ok: false, why: 'taken', taken: holder.transfer };
  }
  const newest = await store.index('byUpdate').openKeyCursor(null, 'prev');
  await store.put(rowOf(transfer, issueDate, newest?.key ?? null));
  if (log) await transaction.objectStore('log').add(typeof log === 'function' ? log(transfer) : log);
  return { ok: true, transfer };
}

function same(one: Transfer, other: Transfer): boolean {
  return one.panel === other.panel && one.key === other.key;
}

/** The queue of every panel, or of one: two indexes in the same order. */
function queueOf(store: IDBPObjectStore<MostekDb, ['transfers'], 'transfers', 'readonly'>, panel: string | null) {
  const index: QueueIndex = panel === null ? store.index('queue') : store.index('panelQueue');
  const within = panel === null ? [] : [panel];
  const all = (state: TransferState): IDBKeyRange => IDBKeyRange.bound([...within, state], [...within, state, []]);
  return {
    count: (state: TransferState) => index.count(all(state)),
    openCursor: (state: TransferState) => index.openCursor(all(state)),
  };
}

interface QueueIndex {
  count(range: IDBKeyRange): Promise<number>;
  openCursor(range: IDBKeyRange): Promise<RowCursor | null>;
}

interface RowCursor {
  readonly value: TransferRow;
  advance(count: number): Promise<RowCursor | null>;
  continue(): Promise<RowCursor | null>;
}

/** What waits for a person waits until then. */
const NEVER = Number.MAX_SAFE_INTEGER;
/** Nothing is ever told to wait for so long: what does was told by a clock that was ahead and is right again. */
const TOO_LONG_MS = 2 * 86_400_000;

function isDue({ notBefore }: Transfer, now: number): boolean {
  return notBefore <= now || (notBefore > now + TOO_LONG_MS && notBefore < NEVER);
}

/** `isDue` in the index `due`. */
function dueAt(state: TransferState, now: number): readonly IDBKeyRange[] {
  const due = IDBKeyRange.bound([state], [state, now]);
  if (now + TOO_LONG_MS >= NEVER) return [due];
  return [due, IDBKeyRange.bound([state, now + TOO_LONG_MS], [state, NEVER], true, true)];
}

/** All of a state in an index that begins with it: an empty array sorts after every number and text. */
function ofState(state: TransferState): IDBKeyRange {
  return IDBKeyRange.bound([state], [state, []]);
}
