/** What waits for a person, by its cause: equal causes are shown, sent again and skipped together. */
import type { Transfer } from '../invoice/transfer';
import type { Connection } from './connection';
import { newestFirst, type Page, type PageAsk } from './page';
import { LOOKED_UP, type TransferRow } from './transfer-row';

export interface CauseGroup {
  /** `causeOf`. */
  readonly cause: string;
  readonly count: number;
  /** The newest of them, newest first. */
  readonly rows: readonly Transfer[];
  /** Pass it as `before` to get those after `rows`; null: these are all. */
  readonly next: number | null;
}

export interface CauseGroups {
  /** By their newest member, newest first. */
  readonly groups: readonly CauseGroup[];
  /** How many more causes there are. */
  readonly moreCauses: number;
}

export interface CausesAsk {
  /** null: of every panel. */
  readonly panel: string | null;
  /** How many causes, and how many rows of each. */
  readonly causes: number;
  readonly rows: number;
}

export interface Causes {
  /** Costs a jump of the index a cause, however many documents have it. */
  groups(ask: CausesAsk): Promise<CauseGroups>;
  ofCause(panel: string | null, cause: string, ask: PageAsk): Promise<Page<Transfer>>;
  /** All of a cause in order of issue, as the queue has them. */
  allOfCause(panel: string | null, cause: string): Promise<readonly Transfer[]>;
  countOfCause(panel: string | null, cause: string): Promise<number>;
  countNeedingPerson(panel?: string | null): Promise<number>;
  /** Of those that need a person, how many are only being looked up: nobody has to do anything for them. */
  countLookedUp(): Promise<number>;
}

interface KeyCursor {
  readonly key: IDBValidKey;
  continue(key: IDBValidKey): Promise<KeyCursor | null>;
}

interface RowCursor {
  readonly key: IDBValidKey;
  readonly value: TransferRow;
  continue(): Promise<RowCursor | null>;
}

/** An index whose keys end in cause and recency. */
interface CauseIndex {
  openKeyCursor(range: IDBKeyRange | null, direction: 'prev'): Promise<KeyCursor | null>;
  openCursor(range: IDBKeyRange | null, direction: 'prev' | 'next'): Promise<RowCursor | null>;
  count(range: IDBKeyRange): Promise<number>;
}

export function createCauses(connection: Connection): Causes {
  async function indexOf(panel: string | null): Promise<{ index: CauseIndex; within: readonly string[] }> {
    const store = (await connection.begin(['transfers'], 'readonly')).objectStore('transfers');
    return panel === null
      ? { index: store.index('cause') as unknown as CauseIndex, within: [] }
      : { index: store.index('panelCause') as unknown as CauseIndex, within: [panel] };
  }

  async function countOfCause(panel: string | null, cause: string): Promise<number> {
    const { index, within } = await indexOf(panel);
    return index.count(allOf([...within, cause]));
  }

  return {
    async groups({ panel, causes, rows }) {
      const { index, within } = await indexOf(panel);
      const found: { readonly cause: string; readonly newest: number }[] = [];
      let cursor = await index.openKeyCursor(within.length === 0 ? null : allOf(within), 'prev');
      while (cursor) {
        const [cause, newest] = (cursor.key as IDBValidKey[]).slice(-2);
        found.push({ cause: String(cause), newest: Number(newest) });
        // Over all the others of this cause to the newest of the next one.
        cursor = await cursor.continue([...within, String(cause)]);
      }
      found.sort((one, other) => other.newest - one.newest);
      const groups = await Promise.all(
        found.slice(0, causes).map(async ({ cause }): Promise<CauseGroup> => {
          const [count, page] = await Promise.all([
            index.count(allOf([...within, cause])),
            newestFirst(index, { before: null, limit: rows }, (row) => row.transfer, [...within, cause]),
          ]);
          return { cause, count, ...page };
        }),
      );
      return { groups, moreCauses: Math.max(0, found.length - causes) };
    },

    async ofCause(panel, cause, ask) {
      const { index, within } = await indexOf(panel);
      return newestFirst(index, ask, (row) => row.transfer, [...within, cause]);
    },

    async allOfCause(panel, cause) {
      const { index, within } = await indexOf(panel);
      const rows: TransferRow[] = [];
      let cursor = await index.openCursor(allOf([...within, cause]), 'next');
      for (; cursor; cursor = await cursor.continue()) rows.push(cursor.value);
      return rows.toSorted((one, other) => indexedDB.cmp(one.place, other.place)).map((row) => row.transfer);
    },

    countOfCause,

    async countNeedingPerson(panel = null) {
      const store = (await connection.begin(['transfers'], 'readonly')).objectStore('transfers');
      return panel === null ? store.index('needsPerson').count() : store.index('panelCause').count(allOf([panel]));
    },

    countLookedUp: () => countOfCause(null, LOOKED_UP),
  };
}

/** Every key that begins so: an empty array sorts after every number and text. */
function allOf(within: readonly string[]): IDBKeyRange {
  return IDBKeyRange.bound([...within], [...within, []]);
}
