/**
 * `Automatyczne wysyłanie faktur`: when the panels are looked at. An alarm wakes the worker while some account sends by itself and nothing is in
 * its way; what ends a hindrance calls `wake`, as every start of the worker does, so a computer that slept looks at once. A page of the
 * panel that shows what nobody here has seen is a hint, and no more than that: what is there the API says.
 */
import type { Account } from '../../invoice/settings';
import type { AutoView, Reply } from '../../messages';
import type { Gate } from '../commands/gate';
import { createLedger } from '../commands/ledger';
import { refuse } from '../commands/target';
import type { EngineTools } from '../context';
import type { Engine } from '../engine';
import type { DocumentListener } from '../rules/listen';
import { isOn, sendingByThemselves } from './accounts';
import { NO_NEWS, newsOf } from './facts';
import { isNews, isPending } from './find';
import { isId } from './ids';
import { look } from './look';
import { takeOver } from './stand-by';
import { autoViews } from './view';

export interface Auto {
  /** Looks where a look is due, and says when the next one is. A call while it looks makes it ask once more what is due. */
  wake(): Promise<void>;
  /** Ids of documents that a page of the panel shows. */
  hint(panel: string, ids: readonly string[]): Promise<void>;
  view(): Promise<Reply<readonly AutoView[]>>;
  take(accountId: string): Promise<Reply<readonly AutoView[]>>;
}

export interface AutoTools extends EngineTools {
  /** Makes sure that `wake` is called then (epoch milliseconds); null: there is nothing to look for. */
  readonly autoAt: (moment: number | null) => void;
}

/** Whatever pages of a panel show, it is looked at no more often. */
const HINT_MS = 15_000;
const FULL_MS = 60_000;

/** @param listener is told of each new document, whatever becomes of it here. */
export function createAuto(tools: AutoTools, engine: Engine, gate: Gate, listener: DocumentListener): Auto {
  const { store, clock, announce } = tools;
  const ledger = createLedger(tools, engine, { event: 'auto', reason: { code: 'auto-queued', params: {} } });
  const hints = new Set<string>();
  let working: Promise<void> | null = null;
  let again = false;

  function wake(): Promise<void> {
    again = true;
    working ??= work().finally(() => {
      working = null;
    });
    return working;
  }

  async function work(): Promise<void> {
    let next: number | null = null;
    while (again) {
      again = false;
      next = await lookWhereDue();
    }
    tools.autoAt(next);
  }

  async function lookWhereDue(): Promise<number | null> {
    if ((await gate.isLocked()) !== null) return null;
    const panels = await sendingByThemselves(store);
    const listening = await listener.panels();
    let first: number | null = null;
    for (const panel of new Set([...panels.keys(), ...listening.keys()])) {
      const accounts = panels.get(panel) ?? [];
      const reader = accounts[0] ?? listening.get(panel);
      // Rules alone are no reason to ask a panel that another integration may be sending for.
      if (reader === undefined || (await gate.mayWork(panel)) !== null) continue;
      const due = await dueAt(panel);
      const next = due <= clock.now() ? await lookAt(panel, accounts, reader) : due;
      first = first === null ? next : Math.min(first, next);
    }
    return first;
  }

  async function dueAt(panel: string): Promise<number> {
    const { next, lookedAt } = (await store.facts.get(newsOf(panel))) ?? NO_NEWS;
    // The clock was set back.
    if (lookedAt > clock.now()) return 0;
    return hints.has(panel) ? Math.min(next, lookedAt + HINT_MS) : next;
  }

  async function lookAt(panel: string, accounts: readonly Account[], reader: Account): Promise<number> {
    const isHinted = hints.delete(panel);
    const switchedOn = (await store.accounts.ofPanel(panel)).filter(isOnHere);
    const asked = { panel, accounts, reader, switchedOn, isHinted } as const;
    const { hasQueued, isOther } = await look({ tools, ledger, gate, listener }, asked);
    if (hasQueued) void engine.run().catch(() => undefined);
    // Not after each look: whoever hears of it asks the panel again for what it shows.
    if (isOther) announce();
    const { next } = (await store.facts.get(newsOf(panel))) ?? NO_NEWS;
    // What could not be stored (the disk is full) is looked for again, and not at once.
    return next > clock.now() ? next : clock.now() + FULL_MS;
  }

  return {
    wake,

    async hint(panel, ids) {
      const news = await store.facts.get(newsOf(panel));
      if (news === null) return;
      const unseen = ids.some(
        (id) => isId(id) && !isPending(news, id) && isNews(news.sale, id) && isNews(news.correct, id),
      );
      if (!unseen) return;
      const isOnSomewhere = (await store.accounts.ofPanel(panel)).some(isOnHere);
      if (!isOnSomewhere && !(await listener.hasListened(panel))) return;
      hints.add(panel);
      await wake();
    },

    view: async () => ({ ok: true, value: await autoViews(store, clock) }),

    async take(accountId) {
      const account = await store.accounts.get(accountId);
      if (account === null) return refuse('account-gone');
      if (!(await takeOver({ store, clock }, accountId))) return refuse('storage-full');
      hints.add(account.panel);
      announce();
      void wake().catch(() => undefined);
      return { ok: true, value: await autoViews(store, clock) };
    },
  };
}

function isOnHere({ settings }: Account): boolean {
  return isOn(settings);
}
