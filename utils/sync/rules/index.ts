/**
 * `Automatyzacje`: rules that act by themselves on what happens in a panel.
 *
 *   the panel ──watch, listen──▶ happenings ──settle──▶ runs ──advance──▶ effects
 *                                                  └▶ the log: why not
 *
 * Each arrow ends in the database before what it came from is crossed off, so a worker that dies on the way does the rest later, and nothing
 * twice: a run is stored once a rule and order (or document), and an effect that cannot be undone is stored as begun before its request.
 */
import type { RuleSet } from '../../invoice/rules/rule';
import type { Account } from '../../invoice/settings';
import type { Transfer } from '../../invoice/transfer';
import type { SellasistProblem } from '../../sellasist/problem';
import type { Store } from '../../store/open';
import type { Gate } from '../commands/gate';
import { createLedger } from '../commands/ledger';
import type { EngineTools } from '../context';
import type { Engine } from '../engine';
import { verdictOnSellasist } from '../reasons';
import { advanceRuns } from './advance';
import { createRuleCommands } from './commands';
import type { RuleTools } from './effects/effect';
import { documentsNewsOf, NO_ORDERS, type OrdersNews, ordersNewsOf, storedSet } from './facts';
import { isBooked } from './invoice-of';
import { createListener, type DocumentListener } from './listen';
import type { RuleOrders } from './route';
import { ruleProblems } from './rule-world';
import { sayOnce } from './say';
import { settle } from './settle';
import { watchOrders } from './watch';

export interface Rules {
  /** Looks at what is due, decides what has happened, and goes on with what is to be done. */
  wake(): Promise<void>;
  /** A transfer has changed: something may have waited for it. */
  hear(transfer: Transfer): Promise<void>;
  readonly listener: DocumentListener;
  readonly orders: RuleOrders;
}

export interface RulesTools extends EngineTools, Pick<RuleTools, 'notify'> {
  /** Makes sure that `wake` is called then (epoch milliseconds); null: there is nothing to look for. */
  readonly rulesAt: (moment: number | null) => void;
  /** Has the panel's lists read anew. */
  readonly refresh: (account: Account) => Promise<unknown>;
}

const MINUTE = 60_000;
const LOOK_MS = 2 * MINUTE;
const SWEEP_MS = 10 * MINUTE;
/** More than any shop has in the days that somebody takes to put right what is in the way. */
const MOST_PENDING = 5_000;

export function createRules(tools: RulesTools, engine: Engine, gate: Gate, failed: (error: unknown) => void): Rules {
  const { store, clock, announce } = tools;
  const ledger = createLedger(tools, engine, { event: 'rule', reason: null });
  const ruleTools: RuleTools = { ...tools, ledger };
  const listener = createListener(store, clock.now);
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
      next = (await gate.isLocked()) === null ? await lookAtAll() : null;
    }
    tools.rulesAt(next);
  }

  async function lookAtAll(): Promise<number | null> {
    const moments: (number | null)[] = [];
    let hasNews = false;
    const panels = new Set((await store.accounts.all()).map(({ panel }) => panel));
    for (const panel of panels) {
      const set = await storedSet(store, panel);
      if (set.rules.some(({ isOn }) => isOn)) {
        const looked = await lookAt(set);
        moments.push(looked.next);
        hasNews ||= looked.hasRuns;
      } else if ((await store.facts.get(ordersNewsOf(panel))) !== null) await store.facts.remove(ordersNewsOf(panel));
    }
    const advanced = await advanceRuns(ruleTools);
    moments.push(advanced.next);
    if (advanced.hasQueued) void engine.run().catch(failed);
    if (hasNews || advanced.hasChanged) announce();
    return soonest(moments);
  }

  async function lookAt(set: RuleSet): Promise<{ readonly next: number | null; readonly hasRuns: boolean }> {
    const { panel } = set;
    const accounts = await store.accounts.ofPanel(panel);
    const [reader] = accounts;
    // The vendor's own integration may be on: nothing is asked for before a person has answered.
    if (reader === undefined || (await gate.mayWork(panel)) !== null) return { next: null, hasRuns: false };
    const mayAsk = async (): Promise<boolean> =>
      (await gate.mayWork(panel)) === null && (await tools.room(reader)).sellasist.now > 0;
    const watched = await watch(set, reader, mayAsk);
    const documents = await store.facts.get(documentsNewsOf(panel));
    const [ordersPending, documentsPending] = [watched?.pending ?? [], documents?.pending ?? []];
    if (ordersPending.length + documentsPending.length === 0) return { next: watched?.next ?? null, hasRuns: false };
    const problems = await ruleProblems(store, set, clock.now(), tools.refresh);
    const given = { tools, set, problems, accounts, reader, mayAsk, roomAt: () => roomAt(reader) };
    const settled = await settle(given, [...documentsPending, ...ordersPending]);
    const isKept = new Set(settled.pending.map((each) => idOf(each)));
    const byId = new Map(settled.pending.map((each) => [idOf(each), each]));
    const rest = (pending: typeof ordersPending) =>
      pending.flatMap((each) => (isKept.has(idOf(each)) ? [byId.get(idOf(each)) ?? each] : []));
    // What was noticed meanwhile stays as well.
    const known = new Set(documentsPending.map(idOf));
    await store.facts.change(documentsNewsOf(panel), (news) =>
      news === null
        ? null
        : { ...news, pending: [...rest(documentsPending), ...news.pending.filter((each) => !known.has(idOf(each)))] },
    );
    if (watched !== null)
      await store.facts.set(ordersNewsOf(panel), { ...watched, pending: rest(ordersPending) }, 'strict');
    return { next: soonest([watched?.next ?? null, settled.next]), hasRuns: settled.hasRuns };
  }

  /** null: no rule asks for orders. */
  async function watch(set: RuleSet, reader: Account, mayAsk: () => Promise<boolean>): Promise<OrdersNews | null> {
    const { panel, rules } = set;
    const asks = rules.filter(({ isOn, trigger }) => isOn && trigger.kind !== 'document');
    if (asks.length === 0) {
      if ((await store.facts.get(ordersNewsOf(panel))) !== null) await store.facts.remove(ordersNewsOf(panel));
      return null;
    }
    const news = (await store.facts.get(ordersNewsOf(panel))) ?? NO_ORDERS;
    const now = clock.now();
    const isClockBack = news.lookedAt > now;
    if (news.next > now && !isClockBack) return news;
    const isLater = asks.some(({ trigger }) => trigger.kind === 'status' || trigger.kind === 'paid');
    const isSweep = isLater && (isClockBack || now - news.sweptAt >= SWEEP_MS);
    const read = await watchOrders(tools.servicesOf(reader, 'bulk').sellasist, news, now, isSweep, mayAsk);
    if (!read.ok) return waiting(news, panel, reader, read.problem, now);
    const next: OrdersNews = { ...read.news, lookedAt: now, next: now + LOOK_MS, problem: null };
    const isMissed = read.isCut || next.pending.length > MOST_PENDING;
    if (isMissed) await sayMissed(panel, reader, now);
    const bounded = { ...next, pending: next.pending.slice(-MOST_PENDING) };
    const isMore = bounded.pending.length !== news.pending.length || news.seen === null;
    const written = await store.facts.set(ordersNewsOf(panel), bounded, isMore ? 'strict' : 'relaxed');
    return written.ok ? bounded : { ...news, next: now + LOOK_MS };
  }

  async function waiting(
    news: OrdersNews,
    panel: string,
    reader: Account,
    problem: SellasistProblem | 'no-room',
    now: number,
  ): Promise<OrdersNews> {
    const isRoom = problem === 'no-room';
    const next = isRoom ? await roomAt(reader) : now + LOOK_MS;
    const reason = isRoom
      ? ({ code: 'rate-limited', params: { service: 'Sellasist' } } as const)
      : verdictOnSellasist(problem).reason;
    const held: OrdersNews = { ...news, lookedAt: now, next, problem: reason };
    await store.facts.set(ordersNewsOf(panel), held);
    return held;
  }

  async function roomAt(reader: Account): Promise<number> {
    return Math.max(clock.now() + 1_000, (await tools.room(reader)).sellasist.at(1));
  }

  /** Once a day. */
  async function sayMissed(panel: string, { id: accountId }: Account, now: number): Promise<void> {
    const about = { panel, key: 'o0', accountId, documentNumber: null } as const;
    await sayOnce(store, about, now, now - 24 * 60 * MINUTE, { code: 'rule-missed', params: {} });
  }

  return {
    wake,
    listener,

    async hear(transfer) {
      const { panel, orderId, key } = transfer;
      if (!isBooked(transfer)) return;
      if (await wakeWaiting(store, panel, orderId, key, clock.now())) await wake();
    },

    orders: createRuleCommands({
      ...tools,
      gate,
      wake: () => void wake().catch(failed),
    }),
  };
}

/** What waited for the invoice, or for KSeF, looks again. @returns whether anything did. */
async function wakeWaiting(
  { runs }: Pick<Store, 'runs'>,
  panel: string,
  orderId: string | null,
  key: Transfer['key'],
  now: number,
): Promise<boolean> {
  if (orderId === null) return false;
  let isAny = false;
  for (const run of await runs.ofOrder(panel, orderId)) {
    const isOfThis = run.key === key || run.key.startsWith('o');
    if (!isOfThis || !run.effects.some(({ standing }) => standing === 'waits')) continue;
    const woken = await runs.change([panel, run.ruleId, run.key], (stored) => ({
      ...stored,
      effects: stored.effects.map((effect) => (effect.standing === 'waits' ? { ...effect, at: now } : effect)),
    }));
    isAny ||= woken.ok;
  }
  return isAny;
}

function idOf({ event, orderId, documentId, at }: OrdersNews['pending'][number]): string {
  return `${event.kind}/${event.kind === 'status' ? event.statusId : ''}/${orderId}/${documentId}/${at}`;
}

function soonest(moments: readonly (number | null)[]): number | null {
  const known = moments.flatMap((moment) => (moment === null ? [] : [moment]));
  return known.length === 0 ? null : Math.min(...known);
}
