import type { IDBPTransaction } from 'idb';
import type { DocumentKey, IsoDate } from '../invoice/document';
import type { LogEntry, Transfer, TransferState } from '../invoice/transfer';
import type { Connection, Durability } from './connection';
import { newestFirst, type Page, type PageAsk } from './page';
import type { MostekDb } from './schema';
import { rowOf } from './transfer-row';
import { type Full, write } from './write';

export type TransferWritten =
  | { readonly ok: true; readonly transfer: Transfer }
  /** `create` only: the document has a transfer already, which is this one. */
  | { readonly ok: false; readonly why: 'exists'; readonly transfer: Transfer }
  /** `change` only: the document has no transfer. */
  | { readonly ok: false; readonly why: 'missing' }
  /** The sale is held by another transfer, which is this one (design: one sale, one invoice). */
  | { readonly ok: false; readonly why: 'taken'; readonly taken: Transfer }
  | Full;

export interface WriteOptions {
  /** Default `strict`: the intent before a POST and the identifier after it must be on the disk (design, rule 1). */
  readonly durability?: Durability | undefined;
  /** Written with the transfer or not at all, so that state and story never differ. */
  readonly log?: LogEntry | ((stored: Transfer) => LogEntry) | undefined;
  /** Date of issue of the document, for its place in the queue. Kept until it is given anew. */
  readonly issueDate?: IsoDate | undefined;
}

export interface Transfers {
  get(panel: string, key: DocumentKey): Promise<Transfer | null>;
  byOrder(panel: string, orderId: string): Promise<readonly Transfer[]>;
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
  /** The next transfer that is due at `now` and acceptable: by priority, then in order of issue. */
  queued(now: number, accept?: (transfer: Transfer) => boolean): Promise<Transfer | null>;
  /** The next transfer that was begun, waited, and is due at `now`: an unclear POST before what is booked already. */
  waiting(now: number, accept?: (transfer: Transfer) => boolean): Promise<Transfer | null>;
  /** The first time after `after` at which something that waits becomes due. */
  wakeAt(after: number): Promise<number | null>;
  /** What a worker that starts finds begun: `sending`, `uncertain`, `issued`. */
  unfinished(): Promise<readonly Transfer[]>;
  /** Whether an account has sent anything yet, and whether anything of it waits or is on its way. */
  ofAccount(accountId: string): Promise<{ readonly hasSent: boolean; readonly isBusy: boolean }>;
  needsPerson(ask: PageAsk): Promise<Page<Transfer>>;
  countNeedingPerson(): Promise<number>;
  recent(ask: PageAsk): Promise<Page<Transfer>>;
  /** Those of iFirma's identifiers that the ledger knows, each with its transfer. */
  known(accountId: string, identifiers: readonly string[]): Promise<ReadonlyMap<string, Transfer>>;
}

const BEGUN: readonly TransferState[] = ['sending', 'uncertain', 'issued'];
const WAITING: readonly TransferState[] = ['queued', 'uncertain', 'issued'];

export function createTransfers(connection: Connection): Transfers {
  async function reading() {
    return (await connection.begin(['transfers'], 'readonly')).objectStore('transfers');
  }

  return {
    async get(panel, key) {
      return (await (await reading()).get([panel, key]))?.transfer ?? null;
    },

    async byOrder(panel, orderId) {
      const rows = await (await reading()).index('byOrder').getAll([panel, orderId]);
      return rows.map((row) => row.transfer);
    },

    create(transfer, options = {}) {
      return write(connection, ['transfers', 'log'], options.durability ?? 'strict', async (transaction) => {
        const found = await transaction.objectStore('transfers').get([transfer.panel, transfer.key]);
        if (found) return { ok: false, why: 'exists', transfer: found.transfer };
        return put(transaction, transfer, options.issueDate ?? null, options.log);
      });
    },

    change(panel, key, change, options = {}) {
      return write(connection, ['transfers', 'log'], options.durability ?? 'strict', async (transaction) => {
        const found = await transaction.objectStore('transfers').get([panel, key]);
        if (!found) return { ok: false, why: 'missing' };
        const changed = change(found.transfer);
        if (changed === null) return { ok: true, transfer: found.transfer };
        if (!same(changed, found.transfer)) throw new Error('A transfer cannot become that of another document.');
        return put(transaction, changed, options.issueDate ?? found.issueDate, options.log);
      });
    },

    async queued(now, accept = () => true) {
      const store = await reading();
      // A whole queue that waits for the limit is passed over in one look.
      const due = await store.index('due').getKey(IDBKeyRange.bound(['queued'], ['queued', now]));
      if (due === undefined) return null;
      let cursor = await store.index('queue').openCursor(ofState('queued'));
      while (cursor) {
        const { transfer } = cursor.value;
        if (transfer.notBefore <= now && accept(transfer)) return transfer;
        cursor = await cursor.continue();
      }
      return null;
    },

    async waiting(now, accept = () => true) {
      const due = (await reading()).index('due');
      for (const state of ['uncertain', 'issued'] as const) {
        let cursor = await due.openCursor(IDBKeyRange.bound([state], [state, now]));
        while (cursor) {
          if (accept(cursor.value.transfer)) return cursor.value.transfer;
          cursor = await cursor.continue();
        }
      }
      return null;
    },

    async wakeAt(after) {
      const due = (await reading()).index('due');
      const first = await Promise.all(
        WAITING.map((state) => due.openKeyCursor(IDBKeyRange.bound([state, after], [state, []], true))),
      );
      const times = first.flatMap((cursor) => (cursor ? [cursor.key[1]] : []));
      return times.length === 0 ? null : Math.min(...times);
    },

    async unfinished() {
      const queue = (await reading()).index('queue');
      const rows = await Promise.all(BEGUN.map((state) => queue.getAll(ofState(state))));
      return rows.flat().map((row) => row.transfer);
    },

    async ofAccount(accountId) {
      const store = await reading();
      const sent = await store.index('identifier').count(IDBKeyRange.bound([accountId], [accountId, []]));
      const states = ['queued', ...BEGUN] as const;
      const rows = await Promise.all(states.map((state) => store.index('queue').getAll(ofState(state))));
      const own = rows.flat().filter(({ transfer }) => transfer.accountId === accountId);
      return {
        hasSent: sent > 0 || own.some(({ transfer }) => transfer.post !== null),
        isBusy: own.some(({ transfer }) => transfer.state !== 'issued' || transfer.notBefore < Number.MAX_SAFE_INTEGER),
      };
    },

    async needsPerson(ask) {
      return newestFirst((await reading()).index('needsPerson'), ask, (row) => row.transfer);
    },

    async countNeedingPerson() {
      return (await reading()).index('needsPerson').count();
    },

    async recent(ask) {
      return newestFirst((await reading()).index('byUpdate'), ask, (row) => row.transfer);
    },

    async known(accountId, identifiers) {
      const index = (await reading()).index('identifier');
      const rows = await Promise.all(identifiers.map((identifier) => index.get([accountId, identifier])));
      return new Map(identifiers.flatMap((identifier, at) => pair(identifier, rows[at]?.transfer)));
    },
  };
}

/** Asks before it writes, in the same transaction: the unique index behind it would undo the transaction instead. */
async function put(
  transaction: IDBPTransaction<MostekDb, ['transfers', 'log'], 'readwrite'>,
  transfer: Transfer,
  issueDate: IsoDate | null,
  log: WriteOptions['log'],
): Promise<TransferWritten> {
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

/** All of a state in an index that begins with it: an empty array sorts after every number and text. */
function ofState(state: TransferState): IDBKeyRange {
  return IDBKeyRange.bound([state], [state, []]);
}

function pair(identifier: string, transfer: Transfer | undefined): [string, Transfer][] {
  return transfer ? [[identifier, transfer]] : [];
}
