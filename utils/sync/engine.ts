/**
 * The engine: takes what is due, one after the other, under a lock, and hands it to whoever walks it on (`advance.ts`, `follow.ts`).
 * The state machine is drawn in `invoice/transfer-states.ts`.
 *
 * Nothing is kept in memory that a dead worker would be missed for: a worker that starts finds in the ledger what was begun, and an
 * alarm wakes it while anything waits.
 */
import type { DocumentKey } from '../invoice/document';
import type { Transfer } from '../invoice/transfer';
import { recovered } from '../invoice/transfer-states';
import { advance } from './advance';
import { workOnBatch } from './batch/due';
import { NEVER } from './clock';
import { createLedger } from './commands/ledger';
import type { EngineTools } from './context';
import { follow } from './effects/follow';
import { entryOf } from './log-entry';
import { sayHeld } from './month/held';
import { workOnMonth } from './month/work';
import { createNextDue, type Due } from './next-due';
import { accountPaused, sayPaused } from './pause';

export interface Engine {
  isWorking(): boolean;
  /** Works until nothing is due. A call while it works makes it look once more. */
  run(): Promise<void>;
  /** Resolves when this document is not being worked on and not due any more. */
  settled(panel: string, key: DocumentKey): Promise<void>;
  /** Once at every start of the worker: what a dead one left behind. */
  recover(): Promise<void>;
  /** Before anything is stored that is to be worked on: a worker that dies between the two is woken all the same. */
  expectWork(): void;
  /** Stores what is to be worked on. A run that ends meanwhile has not seen it, and leaves the alarm as it is. */
  accept<T>(store: () => Promise<T>): Promise<T>;
}

/** A worker that dies at work is woken after this long; when the work ends, the alarm is set to what waits, or cleared. */
const HEARTBEAT_MS = 30_000;

export function createEngine(tools: EngineTools): Engine {
  const { store, clock } = tools;
  const nextDue = createNextDue(tools);
  const ledger = createLedger(tools, { accept });
  let working: Promise<void> | null = null;
  let again = false;
  /** A run has ended before its work: what the ledger calls `sending` is then nobody's work. */
  let interrupted = false;
  /** How much is being stored that no run has seen. */
  let accepting = 0;

  function expectWork(): void {
    tools.wakeAt(clock.now() + HEARTBEAT_MS);
  }

  function run(): Promise<void> {
    again = true;
    working ??= begin();
    return working;
  }

  async function begin(): Promise<void> {
    expectWork();
    await tools.exclusively(async () => {
      let wake: number | null = null;
      try {
        if (interrupted && !(await findAbandoned())) return;
        interrupted = true;
        do {
          again = false;
          // A worker that died, or a document that was accepted in that moment, left it unsaid.
          for (const { id, pausedBy } of await store.accounts.all())
            if (pausedBy !== null) await sayPaused(tools, id, pausedBy);
          await sayHeld(tools);
          let now = clock.now();
          let due = await next(now);
          for (; due.kind !== 'rest'; due = await next(now)) {
            if (!(await work(due))) return;
            now = clock.now();
          }
          // What was queued by the work itself, such as the documents of a batch.
          await sayHeld(tools);
          // From the very moment of the last look on: what became due since then must not fall between the two. While the keys
          // are locked nothing becomes due: whoever unlocks them makes the engine look again.
          wake = (await isLocked()) ? null : earlier(due.until, await store.transfers.wakeAt(now + 1));
        } while (again);
        interrupted = false;
      } finally {
        // In one go with the last look at `again`: whoever calls from now on begins anew.
        working = null;
        if (interrupted || accepting > 0) expectWork();
        else tools.wakeAt(wake === NEVER ? null : wake);
      }
    });
  }

  async function isLocked(): Promise<boolean> {
    return (await store.vault.state()) === 'locked';
  }

  async function next(now: number): Promise<Due> {
    await tools.beforeNext();
    return (await isLocked()) ? { kind: 'rest', until: null } : nextDue(now);
  }

  /** false: a write failed, so nothing more can be recorded and nothing more is done now. */
  function work(due: Exclude<Due, { kind: 'rest' }>): Promise<boolean> {
    switch (due.kind) {
      case 'transfer':
        return advance(tools, due.transfer, due.account);
      case 'effect':
        return follow(tools, due.transfer, due.account, due.name);
      case 'batch':
        return workOnBatch(tools, ledger, due);
      case 'month':
        return workOnMonth(tools, due);
      default:
        return due satisfies never;
    }
  }

  /** Under the lock nobody works, so whatever is `sending` was left by somebody who died on the way. false: not all could be written. */
  async function findAbandoned(): Promise<boolean> {
    const now = clock.now();
    const paused = new Map((await store.accounts.all()).map(({ id, pausedBy }) => [id, pausedBy]));
    const found = (stored: Transfer): Transfer | null => {
      const record = recovered(stored, now);
      // It may have died while it paused the account: what waits from then on says why.
      const by = paused.get(stored.accountId) ?? null;
      return record?.state === 'queued' && by !== null ? { ...record, reason: accountPaused(by) } : record;
    };
    for (const { panel, key, step } of await store.transfers.unfinished()) {
      const written = await store.transfers.change(panel, key, found, {
        log: (stored) => entryOf(stored, { event: 'recovered', step, at: now, ms: 0 }),
      });
      if (!written.ok) return false;
      tools.changed(written.transfer);
    }
    return true;
  }

  async function accept<T>(store: () => Promise<T>): Promise<T> {
    accepting += 1;
    expectWork();
    try {
      return await store();
    } finally {
      accepting -= 1;
    }
  }

  return {
    isWorking: () => working !== null,
    run,
    expectWork,

    accept,

    async settled(panel, key) {
      // Bounded: a disk that takes no write would keep it due for ever.
      for (let round = 0; round < 5; round += 1) {
        const transfer = await store.transfers.get(panel, key);
        const active =
          transfer?.state === 'sending' || (transfer?.state === 'queued' && transfer.notBefore <= clock.now());
        const account = active && transfer ? await store.accounts.get(transfer.accountId) : null;
        // What waits for a month that is moved for another document goes on when that has come home.
        const isHeld = transfer?.reason?.code === 'month-moved' || transfer?.reason?.code === 'month-unclear';
        if (!active || isHeld || account?.pausedBy !== null || (await isLocked())) return;
        await run();
      }
    },

    recover: () =>
      tools.exclusively(async () => {
        interrupted = !(await findAbandoned());
      }),
  };
}

/** Moments; null: never. */
function earlier(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
