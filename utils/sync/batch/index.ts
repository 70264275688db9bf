/** What a person may do with what a panel sends at once. How far it is, is worked out each time it is asked for. */
import type { BatchState, DocumentRef, OrderView, Reply } from '../../messages';
import type { Batch, BatchEntry } from '../../store/batches';
import { erplinkOf, LANGUAGE } from '../../store/facts';
import { accountFor } from '../accounts-of';
import type { Gate } from '../commands/gate';
import type { Ledger } from '../commands/ledger';
import { refuse } from '../commands/target';
import type { EngineTools } from '../context';
import type { Engine } from '../engine';
import { createPlan, type Plan } from './plan';
import { standsOf } from './standing';
import { batchView } from './view';
import { withdraw } from './withdraw';

export interface Batches {
  readonly plan: Plan;
  start(panel: string, documents: readonly DocumentRef[]): Promise<Reply<BatchState>>;
  state(panel: string): Promise<Reply<BatchState>>;
  pause(panel: string): Promise<Reply<BatchState>>;
  resume(panel: string): Promise<Reply<BatchState>>;
  cancel(panel: string): Promise<Reply<BatchState>>;
  close(panel: string): Promise<Reply<BatchState>>;
}

export function createBatches(tools: EngineTools, engine: Engine, ledger: Ledger, gate: Gate): Batches {
  const { store, clock, announce } = tools;

  async function modeOf(panel: string): Promise<OrderView['mode']> {
    if ((await accountFor(store, panel, null)) === null) return 'setup';
    if ((await store.vault.state()) === 'locked') return 'locked';
    const erplink = await store.facts.get(erplinkOf(panel));
    return erplink === null ? 'erplink' : erplink ? 'read-only' : 'ready';
  }

  async function state(panel: string): Promise<Reply<BatchState>> {
    const language = (await store.facts.get(LANGUAGE)) ?? 'pl';
    const batch = await store.batches.get(panel);
    const keys = batch?.entries.map(({ key }) => key) ?? [];
    const transfers = await store.transfers.many(panel, keys);
    const mode = await modeOf(panel);
    const view = batch === null ? null : batchView(batch, standsOf(batch, transfers), clock.now());
    // While nothing may be sent no pace tells when it will be over.
    const shown = view === null || mode === 'ready' ? view : { ...view, timeLeft: null };
    return { ok: true, value: { language, mode, batch: shown } };
  }

  /** Stores a decision; the engine heeds it with its next look. */
  async function decide(panel: string, change: (batch: Batch) => Batch | null): Promise<Reply<BatchState>> {
    const written = await engine.accept(() => store.batches.change(panel, change));
    if (!written.ok) return refuse('storage-full');
    goOn();
    return state(panel);
  }

  function goOn(): void {
    announce();
    void engine.run().catch(() => undefined);
  }

  function begun(panel: string, entries: readonly BatchEntry[]): Batch {
    const now = clock.now();
    return {
      panel,
      id: tools.nonce(),
      entries,
      placed: 0,
      left: {},
      retry: null,
      startedAt: now,
      goesOnSince: now,
      paused: false,
      cancelled: false,
      endedAt: null,
    };
  }

  return {
    plan: createPlan(tools, gate),
    state,

    async start(panel, documents) {
      const refused = await gate.mayWork(panel);
      if (refused) return refused;
      const entries = await entriesOf(store, panel, documents);
      if (entries.length === 0) return state(panel);
      const former = await store.batches.get(panel);
      if (former !== null && goesOn(former))
        return decide(panel, (batch) => (goesOn(batch) ? added(batch, entries) : null));
      // What a dying worker left of a cancelled one would be nobody's once its record has gone.
      if (former?.cancelled && !(await withdraw(tools, ledger, former))) return refuse('storage-full');
      const written = await engine.accept(() => store.batches.put(begun(panel, entries)));
      if (!written.ok) return refuse('storage-full');
      goOn();
      return state(panel);
    },

    pause: async (panel) =>
      (await gate.isLocked()) ?? decide(panel, (batch) => (goesOn(batch) ? { ...batch, paused: true } : null)),

    resume: async (panel) =>
      (await gate.mayWork(panel)) ??
      decide(panel, (batch) =>
        batch.paused && goesOn(batch) ? { ...batch, paused: false, retry: null, goesOnSince: clock.now() } : null,
      ),

    async cancel(panel) {
      const refused = await gate.isLocked();
      if (refused) return refused;
      const decided = await decide(panel, (batch) => (goesOn(batch) ? { ...batch, cancelled: true } : null));
      const batch = await store.batches.get(panel);
      if (!decided.ok || !batch?.cancelled) return decided;
      if (!(await withdraw(tools, ledger, batch))) return refuse('storage-full');
      goOn();
      return state(panel);
    },

    async close(panel) {
      const batch = await store.batches.get(panel);
      if (batch !== null && batch.endedAt !== null) {
        await store.batches.remove(panel, batch.id);
        announce();
      }
      return state(panel);
    },
  };
}

function goesOn({ cancelled, endedAt }: Batch): boolean {
  return !cancelled && endedAt === null;
}

/** What is asked for again is placed again: it may have been mended meanwhile. */
function added(batch: Batch, more: readonly BatchEntry[]): Batch {
  const again = new Set(more.map(({ key }) => key));
  const isKept = ({ key }: BatchEntry): boolean => !again.has(key);
  const left = Object.fromEntries(Object.entries(batch.left).filter(([key]) => !again.has(key as BatchEntry['key'])));
  return {
    ...batch,
    entries: [...batch.entries.filter(isKept), ...more],
    placed: batch.entries.slice(0, batch.placed).filter(isKept).length,
    left,
    retry: null,
  };
}

/** Each document once, with what is remembered of it. */
async function entriesOf(
  store: EngineTools['store'],
  panel: string,
  documents: readonly DocumentRef[],
): Promise<readonly BatchEntry[]> {
  const entries = new Map<string, BatchEntry>();
  for (const { key, orderId } of documents) {
    const known = key.startsWith('d') ? await store.documents.get(panel, key.slice(1)) : null;
    const { number = null, issueDate = null } = known ?? {};
    entries.set(key, { key, orderId, number, issueDate });
  }
  return [...entries.values()];
}
