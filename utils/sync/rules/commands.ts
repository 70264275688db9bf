/** What a person asks of `Automatyzacje`: to see, save and try them, and to decide what only a person can. */
import type { RuleProblem } from '../../invoice/rules/problems/problem';
import type { RuleSet } from '../../invoice/rules/rule';
import { mayBeDropped, needsDecision, type RunEffect } from '../../invoice/rules/run';
import type { Account } from '../../invoice/settings';
import type { Reply, RulesView, RunRef } from '../../messages';
import type { Gate } from '../commands/gate';
import { DONE, type Outcome, refuse } from '../commands/target';
import type { EngineTools } from '../context';
import { ruleSetOf, storedSet } from './facts';
import { ruleHindranceOf } from './hindrance';
import type { RuleOrders } from './route';
import { ruleProblems } from './rule-world';
import { ruleEntry } from './say';
import { sinceWhen } from './since';
import { tryRules } from './try';

const PAGE = 50;

export interface RuleCommandsTools extends Pick<EngineTools, 'store' | 'clock' | 'servicesOf' | 'room'> {
  readonly gate: Gate;
  /** Has the panel's lists read anew. */
  readonly refresh: (account: Account) => Promise<unknown>;
  /** Something may be due. */
  readonly wake: () => void;
}

export function createRuleCommands(tools: RuleCommandsTools): RuleOrders {
  const { store, clock, gate } = tools;

  const problemsOf = (set: RuleSet): Promise<readonly RuleProblem[]> =>
    ruleProblems(store, set, clock.now(), tools.refresh);

  async function view(set: RuleSet): Promise<RulesView> {
    const accounts = await store.accounts.ofPanel(set.panel);
    const held = await Promise.all(
      accounts.map(async (account) => [account.id, await ruleHindranceOf(store, account, set)] as const),
    );
    const hindrances = held.flatMap(([id, hindrance]) => (hindrance === null ? [] : [[id, hindrance] as const]));
    return { set, problems: await problemsOf(set), hindrances: Object.fromEntries(hindrances) };
  }

  /** What a person decided of one effect, with its line in the log; of one that is not theirs to decide nothing changes. */
  async function decided(
    { panel, ruleId, key, effect: at }: RunRef,
    code: 'rule-asked-again' | 'rule-dropped',
    mayDecide: (own: RunEffect) => boolean,
    next: (own: RunEffect) => RunEffect,
  ): Promise<Outcome> {
    const run = await store.runs.get([panel, ruleId, key]);
    const own = run?.effects[at];
    if (run === null || own === undefined) return DONE;
    const params = { rule: run.ruleName, effect: own.effect.kind };
    const entry = await ruleEntry(store, run, clock.now(), { code, params });
    let isDecided = false;
    const written = await store.runs.change(
      [panel, ruleId, key],
      (stored) => {
        const present = stored.effects[at];
        isDecided = present !== undefined && mayDecide(present);
        if (!isDecided) return null;
        const effects = stored.effects.map((each, place) => (place === at ? next(each) : each));
        return { ...stored, effects, updatedAt: clock.now() };
      },
      () => entry,
    );
    if (!written.ok) return refuse('storage-full');
    if (isDecided) tools.wake();
    return DONE;
  }

  return {
    attention: async () => ({ ok: true, value: await store.runs.needingPerson() }),

    async get(panel) {
      return { ok: true, value: await view(await storedSet(store, panel)) };
    },

    async save({ panel, revision, draft }) {
      const now = clock.now();
      let isOther = false;
      const written = await store.facts.change(ruleSetOf(panel), (stored) => {
        isOther = (stored?.revision ?? 0) !== revision;
        return isOther
          ? null
          : { panel, match: draft.match, rules: sinceWhen(draft, stored, now), revision: revision + 1 };
      });
      if (!written.ok) return refuse('storage-full');
      if (isOther) return refuse('account-changed');
      tools.wake();
      return { ok: true, value: await view(await storedSet(store, panel)) };
    },

    async try({ panel, draft }): Promise<Reply<unknown>> {
      const locked = await gate.isLocked();
      if (locked !== null) return locked;
      const [account] = await store.accounts.ofPanel(panel);
      if (account === undefined) return refuse('account-gone');
      const stored = await storedSet(store, panel);
      const set = { ...stored, match: draft.match, rules: sinceWhen(draft, stored, clock.now()) };
      return tryRules(tools, account, set, await problemsOf(set));
    },

    async runs({ panel, before }) {
      const page = await store.runs.recent(panel, { before, limit: PAGE });
      return { ok: true, value: { ...page, attention: await store.runs.needingPerson() } };
    },

    again: (asked) =>
      decided(asked, 'rule-asked-again', needsDecision, ({ payment: _intent, ...own }) => ({
        ...own,
        standing: 'due',
        at: clock.now(),
        tries: 0,
        reason: null,
        isAsked: true,
      })),

    drop: (asked) =>
      decided(asked, 'rule-dropped', mayBeDropped, (own) => ({
        ...own,
        standing: 'dropped',
        at: clock.now(),
        reason: null,
      })),
  };
}
