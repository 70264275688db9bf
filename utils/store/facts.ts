import type { Connection, Durability } from './connection';
import { type Written, write } from './write';

/**
 * Something small of which there is one: an answer, a choice, the window of a limiter. Whoever owns a fact declares it,
 * with a version to raise when its shape changes; what was stored in another shape then counts as never stored.
 */
export interface Fact<T> {
  readonly name: string;
  readonly version: number;
  /** Never set: it carries the type. */
  readonly shape?: T;
}

export interface FactRow {
  readonly name: string;
  readonly version: number;
  readonly value: unknown;
}

export function fact<T>(name: string, version: number): Fact<T> {
  return { name, version };
}

/** Whether the vendor's own integration, which is one of a panel, is on there; not stored while unanswered. */
export function erplinkOf(panel: string): Fact<boolean> {
  return fact<boolean>(`erplink:${panel}`, 1);
}

export const LANGUAGE = fact<'pl' | 'en'>('language', 1);

export interface Facts {
  /** null: never stored, or in another version. */
  get<T>(fact: Fact<T>): Promise<T | null>;
  /** As many values, in their order, at one reading. */
  getAll<T>(facts: readonly Fact<T>[]): Promise<readonly (T | null)[]>;
  /** Default durability `relaxed`. */
  set<T>(fact: Fact<T>, value: T, durability?: Durability): Promise<Written>;
  /** Reads, changes and writes in one transaction, strictly. `change` is pure and synchronous; null leaves everything as it is. */
  change<T>(fact: Fact<T>, change: (value: T | null) => T | null): Promise<Written>;
  remove(fact: Fact<unknown>): Promise<void>;
}

export function createFacts(connection: Connection): Facts {
  async function getAll<T>(facts: readonly Fact<T>[]): Promise<readonly (T | null)[]> {
    const table = (await connection.begin(['facts'], 'readonly')).objectStore('facts');
    const rows = await Promise.all(facts.map(({ name }) => table.get(name)));
    return facts.map(({ version }, at) => {
      const row = rows[at];
      return row?.version === version ? (row.value as T) : null;
    });
  }

  return {
    getAll,

    async get<T>(fact: Fact<T>) {
      const [value = null] = await getAll([fact]);
      return value;
    },

    set({ name, version }, value, durability = 'relaxed') {
      return write(connection, ['facts'], durability, async (transaction) => {
        await transaction.objectStore('facts').put({ name, version, value });
        return { ok: true };
      });
    },

    change<T>({ name, version }: Fact<T>, change: (value: T | null) => T | null) {
      return write(connection, ['facts'], 'strict', async (transaction): Promise<Written> => {
        const table = transaction.objectStore('facts');
        const row = await table.get(name);
        const changed = change(row?.version === version ? (row.value as T) : null);
        if (changed !== null) await table.put({ name, version, value: changed });
        return { ok: true };
      });
    },

    async remove({ name }) {
      await write(connection, ['facts'], 'relaxed', (transaction) => transaction.objectStore('facts').delete(name));
    },
  };
}
