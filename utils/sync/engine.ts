/**
 * The engine: takes what is due from the queue and walks it through the steps, one document at a time, under a lock.
 *
 *   queued ──▶ sending: check ─▶ claim ─▶ issue ═POST═▶ number ─▶ pdf ─▶ attach ──▶ done
 *     ▲            │ findings      │ mark found     │ unclear               │ later or never
 *     │            ▼               ▼ (adopted)      ▼                       ▼
 *     └─ a person ─ incomplete   number          uncertain ─ found ─▶     issued
 *     └─ a person ─ failed                          └─ absence proven, a person ─▶ queued
 *
 * Every arrow is one write. The worker may die between any two: what is `queued` starts again at `check`, because nothing of it
 * was booked; a `sending` whose POST began and that has no identifier is `uncertain`; one with an identifier goes on there.
 */
import { warsawDate } from '../invoice/dates';
import type { DocumentKey } from '../invoice/document';
import type { Account } from '../invoice/settings';
import type { LogEntry, Transfer } from '../invoice/transfer';
import { NEVER } from './clock';
import type { EngineTools, Patch, StepContext } from './context';
import { erplinkAnswers } from './erplink';
import { isPausing, pause } from './pause';
import { adopted, resolve } from './resolve';
import { whileNeeded } from './sale';
import { attach } from './steps/attach';
import { check } from './steps/check';
import { claim } from './steps/claim';
import { issue } from './steps/issue';
import { readNumber } from './steps/number';

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
}

/** A worker that dies at work is woken after this long; when the work ends, the alarm is set to what waits, or cleared. */
const HEARTBEAT_MS = 30_000;

export function createEngine(tools: EngineTools): Engine {
  const { store, clock } = tools;
  let working: Promise<void> | null = null;
  let again = false;
  /** A run has ended before its work: what the ledger calls `sending` is then nobody's work. */
  let interrupted = false;

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
          let now = clock.now();
          for (let next = await nextDue(now); next !== null; next = await nextDue(now)) {
            if (!(await advance(next.transfer, next.account))) return;
            now = clock.now();
          }
          // From the very moment of the last look on: what became due since then must not fall between the two. While the keys
          // are locked nothing becomes due: whoever unlocks them makes the engine look again.
          wake = (await isLocked()) ? null : await store.transfers.wakeAt(now + 1);
        } while (again);
        interrupted = false;
      } finally {
        // In one go with the last look at `again`: whoever calls from now on begins anew.
        working = null;
        if (interrupted) expectWork();
        else tools.wakeAt(wake === NEVER ? null : wake);
      }
    });
  }

  async function isLocked(): Promise<boolean> {
    return (await store.vault.state()) === 'locked';
  }

  async function nextDue(now: number): Promise<{ transfer: Transfer; account: Account } | null> {
    await tools.beforeNext();
    if (await isLocked()) return null;
    const all = await store.accounts.all();
    const accounts = new Map(all.map((account) => [account.id, account]));
    const open = ({ accountId, panel }: Transfer): boolean => {
      const account = accounts.get(accountId);
      // An account that was bound to another panel since would read another shop's order of the same number.
      return account?.pausedBy === null && account.panel === panel;
    };
    // With the vendor's own integration on in its panel, or while nobody knows, nothing new is booked; what is booked already goes on.
    const erplink = await erplinkAnswers(store, all);
    const mayBook = ({ panel }: Transfer): boolean => erplink.get(panel) === false;
    const transfer =
      (await store.transfers.queued(now, (queued) => open(queued) && mayBook(queued))) ??
      (await store.transfers.waiting(now, open));
    const account = transfer ? accounts.get(transfer.accountId) : undefined;
    return transfer && account ? { transfer, account } : null;
  }

  /** false: a write failed (the disk is full), so nothing more can be recorded and nothing more is sent now. */
  async function advance(start: Transfer, account: Account): Promise<boolean> {
    let transfer = start;
    const services = tools.servicesOf(account);
    const context = (): StepContext => ({ ...services, tools, account, today: warsawDate(clock.now()), transfer });

    async function write(patch: Patch): Promise<boolean> {
      const at = clock.now();
      const written = await store.transfers.change(
        transfer.panel,
        transfer.key,
        // A person may have linked it while a look-up was on its way: then what the look-up says is out of date.
        (stored) =>
          stored.identifier === transfer.identifier ? whileNeeded({ ...stored, ...patch, updatedAt: at }) : null,
        { log: (stored) => entryOf(stored, at, at - startedAt) },
      );
      if (!written.ok) return false;
      transfer = written.transfer;
      tools.changed(transfer);
      return true;
    }

    async function step(): Promise<Patch> {
      try {
        return await oneStep(context(), write);
      } catch (error) {
        // What the step has written counts, not what it began with: a POST may have begun meanwhile.
        return broken(transfer, error);
      }
    }

    let startedAt = clock.now();
    if (start.state !== 'uncertain' && !(await write({ state: 'sending', reason: null, notBefore: 0 }))) return false;
    do {
      startedAt = clock.now();
      const patch = await step();
      if (patch.reason && isPausing(patch.reason)) await pause(tools, account, patch.reason.code);
      if (!(await write(patch))) return false;
    } while (transfer.state === 'sending');
    return true;
  }

  function oneStep(context: StepContext, write: (patch: Patch) => Promise<boolean>): Promise<Patch> {
    const { transfer } = context;
    if (transfer.identifier !== null) {
      return transfer.number === null || transfer.step === 'number' ? readNumber(context) : attach(context, write);
    }
    return transfer.post === null ? book(context, write) : resolve(context);
  }

  /** Before the POST every start is from the beginning: the panel may have changed meanwhile, and nothing was booked. */
  async function book(context: StepContext, write: (patch: Patch) => Promise<boolean>): Promise<Patch> {
    const checked = await check(context);
    if (!checked.ok) return checked.patch;
    if (!(await write({ step: 'claim', documentNumber: checked.document.number }))) return fullPatch();
    const claimed = await claim(context, checked.document, checked.draft);
    switch (claimed.kind) {
      case 'stop':
        return claimed.patch;
      case 'adopt':
        return adopted(context, claimed.sighting.identifier);
      case 'free':
        return issue(context, checked.document, checked.draft, write);
      default:
        return claimed satisfies never;
    }
  }

  function fullPatch(): Patch {
    return {
      state: 'queued',
      step: 'check',
      reason: { code: 'storage-full', params: {} },
      notBefore: clock.now() + 60_000,
    };
  }

  /** A bug of ours. What was not booked fails; what may have been booked is looked up; what was booked waits for a person. */
  function broken(transfer: Transfer, error: unknown): Patch {
    const reason = { code: 'internal', params: { detail: error instanceof Error ? error.name : 'unknown' } } as const;
    if (transfer.identifier !== null) return { state: 'issued', reason, notBefore: NEVER };
    if (transfer.post === null) return { state: 'failed', reason, notBefore: NEVER };
    const endedAt = transfer.post.endedAt ?? clock.now();
    return { state: 'uncertain', reason, post: { ...transfer.post, endedAt }, notBefore: clock.now() + 60_000 };
  }

  /** Under the lock nobody works, so whatever is `sending` was left by somebody who died on the way. false: not all could be written. */
  async function findAbandoned(): Promise<boolean> {
    const now = clock.now();
    for (const { panel, key } of await store.transfers.unfinished()) {
      const written = await store.transfers.change(panel, key, (stored) => recovered(stored, now));
      if (!written.ok) return false;
      tools.changed(written.transfer);
    }
    return true;
  }

  return {
    isWorking: () => working !== null,
    run,
    expectWork,

    async settled(panel, key) {
      // Bounded: a disk that takes no write would keep it due for ever.
      for (let round = 0; round < 5; round += 1) {
        const transfer = await store.transfers.get(panel, key);
        const active =
          transfer?.state === 'sending' || (transfer?.state === 'queued' && transfer.notBefore <= clock.now());
        const account = active && transfer ? await store.accounts.get(transfer.accountId) : null;
        if (!active || account?.pausedBy !== null || (await isLocked())) return;
        await run();
      }
    },

    recover: () =>
      tools.exclusively(async () => {
        interrupted = !(await findAbandoned());
      }),
  };
}

/** `sending` in the ledger while no engine runs: the worker died on the way. */
function recovered(transfer: Transfer, now: number): Transfer | null {
  if (transfer.state !== 'sending') return null;
  if (transfer.identifier !== null) return { ...transfer, state: 'issued', notBefore: 0, updatedAt: now };
  if (transfer.post === null) return { ...transfer, state: 'queued', step: 'check', notBefore: 0, updatedAt: now };
  return {
    ...transfer,
    state: 'uncertain',
    post: { ...transfer.post, endedAt: transfer.post.endedAt ?? now },
    reason: { code: 'post-interrupted', params: {} },
    notBefore: now,
    updatedAt: now,
  };
}

/** One line of the log. Buyer's data in findings' parameters stays out of it. */
function entryOf(transfer: Transfer, at: number, ms: number): LogEntry {
  return {
    at,
    ms,
    accountId: transfer.accountId,
    panel: transfer.panel,
    key: transfer.key,
    step: transfer.step,
    state: transfer.state,
    documentNumber: transfer.documentNumber,
    number: transfer.number,
    reason: transfer.reason,
    findings: transfer.findings.map(({ code, path }) => ({ code, path, params: {} })),
  };
}
