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

/** Whether the vendor's own integration is on; not stored while unanswered. */
export const ERPLINK = fact<boolean>('erplink', 1);

export const LANGUAGE = fact<'pl' | 'en'>('language', 1);

export interface Facts {
  /** null: never stored, or in another version. */
  get<T>(fact: Fact<T>): Promise<T | null>;
  /** Default durability `relaxed`. */
  set<T>(fact: Fact<T>, value: T, durability?: Durability): Promise<Written>;
  remove(fact: Fact<unknown>): Promise<void>;
}

export function createFacts(connection: Connection): Facts {
  return {
    async get<T>({ name, version }: Fact<T>) {
      const transaction = await connection.begin(['facts'], 'readonly');
      const row = await transaction.objectStore('facts').get(name);
      return row?.version === version ? (row.value as T) : null;
    },

    set({ name, version }, value, durability = 'relaxed') {
      return write(connection, ['facts'], durability, async (transaction) => {
        await transaction.objectStore('facts').put({ name, version, value });
        return { ok: true };
      });
    },

    async remove({ name }) {
      await write(connection, ['facts'], 'relaxed', (transaction) => transaction.objectStore('facts').delete(name));
    },
  };
}
