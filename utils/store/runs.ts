import type { DocumentKey } from '../invoice/document';
import { needsDecision, nextOf, type RuleRun } from '../invoice/rules/run';
import type { LogEntry } from '../invoice/transfer';
import type { Connection } from './connection';
import { type Full, write } from './write';

/** As it lies in the database: what is absent stands in no index. */
export interface RunRow {
  readonly run: RuleRun;
  /** When it is looked at next (epoch milliseconds); absent: nothing of it goes on by itself. */
  readonly due?: number;
  /** 1: a person has to decide something. */
  readonly attention?: 1;
}

export type RunKey = readonly [panel: string, ruleId: string, key: DocumentKey];

/** Where a page of runs ended. */
export type RunPlace = readonly [createdAt: number, ruleId: string, key: string];

/** What rules have done: one record of a rule and an order or document, kept for ever, so that none acts twice on the same. */
export interface Runs {
  get(key: RunKey): Promise<RuleRun | null>;
  /** Strictly, with its lines of the log; one that is there already stays as it is, and nothing is written. */
  create(run: RuleRun, log: readonly LogEntry[]): Promise<{ readonly ok: true; readonly isNew: boolean } | Full>;
  /** Reads, changes and writes in one strict transaction, with a line of the log; null leaves it as it is. @returns as it is afterwards. */
  change(
    key: RunKey,
    change: (run: RuleRun) => RuleRun | null,
    log?: (run: RuleRun) => LogEntry | null,
  ): Promise<{ readonly ok: true; readonly run: RuleRun | null } | Full>;
  /** Those that are due, the longest waiting first. */
  due(now: number, limit: number): Promise<readonly RuleRun[]>;
  /** Epoch milliseconds; null: nothing goes on by itself. */
  nextDue(): Promise<number | null>;
  ofOrder(panel: string, orderId: string): Promise<readonly RuleRun[]>;
  /** Newest first. */
  recent(
    panel: string,
    ask: { readonly before: RunPlace | null; readonly limit: number },
  ): Promise<{ readonly runs: readonly RuleRun[]; readonly next: RunPlace | null }>;
  /** How many need a person's decision. */
  needingPerson(): Promise<number>;
}

export function createRuns(connection: Connection): Runs {
  async function reading() {
    return (await connection.begin(['runs'], 'readonly')).objectStore('runs');
  }
  const place = ([panel, ruleId, key]: RunKey): [string, string, DocumentKey] => [panel, ruleId, key];

  return {
    async get(key) {
      return (await (await reading()).get(place(key)))?.run ?? null;
    },

    create(run, log) {
      return write(connection, ['runs', 'log'], 'strict', async (transaction) => {
        const table = transaction.objectStore('runs');
        if ((await table.getKey(place([run.panel, run.ruleId, run.key]))) !== undefined)
          return { ok: true, isNew: false };
        await table.put(rowOf(run));
        for (const entry of log) await transaction.objectStore('log').add(entry);
        return { ok: true, isNew: true };
      });
    },

    change(key, change, log) {
      return write(connection, ['runs', 'log'], 'strict', async (transaction) => {
        const table = transaction.objectStore('runs');
        const stored = (await table.get(place(key)))?.run;
        if (stored === undefined) return { ok: true, run: null };
        const next = change(stored);
        if (next === null) return { ok: true, run: stored };
        await table.put(rowOf(next));
        const entry = log?.(next) ?? null;
        if (entry !== null) await transaction.objectStore('log').add(entry);
        return { ok: true, run: next };
      });
    },

    async due(now, limit) {
      const rows = await (await reading()).index('due').getAll(IDBKeyRange.upperBound(now), limit);
      return rows.map(({ run }) => run);
    },

    async nextDue() {
      const cursor = await (await reading()).index('due').openCursor();
      return cursor?.value.due ?? null;
    },

    async ofOrder(panel, orderId) {
      const rows = await (await reading()).index('byOrder').getAll([panel, orderId]);
      return rows.map(({ run }) => run);
    },

    async recent(panel, { before, limit }) {
      const upper = before === null ? [panel, []] : [panel, ...before];
      const range = IDBKeyRange.bound([panel], upper, true, true);
      const runs: RuleRun[] = [];
      for (
        let cursor = await (await reading()).index('recent').openCursor(range, 'prev');
        cursor && runs.length <= limit;
        cursor = await cursor.continue()
      )
        runs.push(cursor.value.run);
      const shown = runs.slice(0, limit);
      const last = shown.at(-1);
      const isMore = runs.length > limit && last !== undefined;
      return { runs: shown, next: isMore ? [last.createdAt, last.ruleId, last.key] : null };
    },

    async needingPerson() {
      return (await reading()).index('attention').count();
    },
  };
}

function rowOf(run: RuleRun): RunRow {
  const due = nextOf(run);
  return {
    run,
    ...(due === null ? {} : { due }),
    ...(run.effects.some(needsDecision) ? { attention: 1 as const } : {}),
  };
}
