/** Decides what has happened, oldest first: which rules act on it is stored with its line in the log, and only then is it crossed off. */
import type { DocumentKey } from '../../invoice/document';
import type { Reason } from '../../invoice/finding';
import { verdictsOn } from '../../invoice/rules/decide';
import { brokenIn } from '../../invoice/rules/problems';
import type { RuleProblem } from '../../invoice/rules/problems/problem';
import type { Rule, RuleSet } from '../../invoice/rules/rule';
import type { RuleRun } from '../../invoice/rules/run';
import type { Account } from '../../invoice/settings';
import { orderFactsOf } from '../../sellasist/order-facts';
import type { SellasistProblem } from '../../sellasist/problem';
import type { OrderWire } from '../../sellasist/wire';
import type { EngineTools } from '../context';
import type { Happening } from './facts';
import { fireRule } from './fire';
import { type RuleHindrance, ruleHindranceOf } from './hindrance';
import { isOfIssuer } from './issuer';
import { isOfDocument, lookElsewhere } from './left-to-other';
import { type About, sayOnce } from './say';

/** How long the next try waits: a minute, then ever longer. */
const AGAIN_MS = [60_000, 120_000, 300_000, 900_000, 3_600_000, 6 * 3_600_000];
/** What the panel has listed may be read a little later; after so many tries it is gone. */
const GONE_AFTER = 6;
/** What a person has to put right first is looked at again so often. */
const HELD_MS = 300_000;
/** What the panel did not answer, or the disk did not take, is tried again no sooner. */
const PAUSE_MS = 120_000;

export interface SettleTools {
  readonly tools: Pick<EngineTools, 'store' | 'clock' | 'servicesOf'>;
  readonly set: RuleSet;
  readonly problems: readonly RuleProblem[];
  /** Of the panel; at least the one to read with. */
  readonly accounts: readonly Account[];
  readonly reader: Account;
  readonly mayAsk: () => Promise<boolean>;
  /** When there is room for one more request (epoch milliseconds). */
  readonly roomAt: () => Promise<number>;
}

export interface Settled {
  /** What is still to be decided. */
  readonly pending: readonly Happening[];
  readonly hasRuns: boolean;
  /** Epoch milliseconds; null: nothing of it goes on by itself. */
  readonly next: number | null;
}

export async function settle(given: SettleTools, pending: readonly Happening[]): Promise<Settled> {
  const { tools, set, problems, accounts, reader } = given;
  const { store, clock } = tools;
  const { panel } = set;
  const broken = brokenIn(problems);
  const kept: Happening[] = [];
  let hasRuns = false;
  let isStopped = false;
  let isOutOfRoom = false;
  const hindrances = new Map<string, RuleHindrance | null>();
  for (const account of accounts) hindrances.set(account.id, await ruleHindranceOf(store, account, set));
  const other = await lookElsewhere(store, clock.now, panel, accounts, hindrances);

  for (const each of pending) {
    const after = await one(each);
    if (after !== null) kept.push(after);
  }
  const now = clock.now();
  const pause = isOutOfRoom ? await given.roomAt() : now + PAUSE_MS;
  const moments = kept.map(({ notBefore }) => (notBefore > now ? notBefore : pause));
  return { pending: kept, hasRuns, next: moments.length === 0 ? null : Math.min(...moments) };

  /** null: it is decided. */
  async function one(happening: Happening): Promise<Happening | null> {
    const now = clock.now();
    const asked = set.rules.filter((rule) => isAsked(rule, happening, now));
    if (asked.length === 0) return null;
    if (happening.notBefore > now) return happening;
    const about = aboutOf(panel, happening, asked[0]?.accountId ?? '');
    if (happening.orderId === null) return said(happening, about, { code: 'rule-no-order', params: {} });
    // Once a person has put it right, all of them are asked together: which one is the first must not hang on that.
    const held = asked.some(({ id, accountId }) => {
      const hindrance = hindrances.get(accountId) ?? null;
      return !broken.has(id) && hindrance !== null && hindrance !== 'elsewhere';
    });
    if (held) return { ...happening, notBefore: now + HELD_MS };
    const mayBeOurs = asked.every(other.isOthers) && asked.some((rule) => other.mayBecomeOurs(happening, rule));
    if (mayBeOurs && !(await other.followsNow(happening, about.key, asked))) return leftToOther(happening, HELD_MS);
    if (isStopped || isOutOfRoom) return happening;
    if (!(await given.mayAsk())) {
      isOutOfRoom = true;
      return happening;
    }
    const order = await tools.servicesOf(reader, 'bulk').sellasist.order(happening.orderId);
    if (!order.ok) return unread(happening, about, order.problem);
    return decide(happening, about, asked, order.value);
  }

  function leftToOther(happening: Happening, forMs: number): Happening {
    return { ...happening, stoodBy: true, notBefore: clock.now() + forMs };
  }

  async function unread(happening: Happening, about: About, why: SellasistProblem): Promise<Happening | null> {
    const isOfThisOne = why.kind === 'not-found' || why.kind === 'unreadable' || why.kind === 'business';
    if (!isOfThisOne) {
      isStopped = true;
      // Should it be only this one that the panel does not answer for, the next look begins with another.
      return { ...happening, notBefore: clock.now() + HELD_MS };
    }
    const tries = happening.tries + 1;
    if (why.kind === 'not-found' && tries >= GONE_AFTER)
      return said(happening, about, { code: 'rule-order-gone', params: {} });
    if (why.kind !== 'not-found') await said(happening, about, { code: 'rule-order-unreadable', params: {} });
    const later = AGAIN_MS[Math.min(happening.tries, AGAIN_MS.length - 1)] ?? 0;
    return { ...happening, tries, notBefore: clock.now() + later };
  }

  async function decide(
    happening: Happening,
    about: About,
    asked: readonly Rule[],
    order: OrderWire,
  ): Promise<Happening | null> {
    const verdicts = verdictsOn({ ...set, rules: asked }, happening.event, orderFactsOf(order), broken);
    const statusId = order.status.id;
    // A worker that died on the way has said already which one acts: with what the order says by now it could be another one.
    let isKept = false;
    const [decided] = set.match === 'first' ? await ranFor(happening, about.key, asked) : [];
    for (const { rule, verdict } of verdicts) {
      const of = { ...about, accountId: rule.accountId };
      const name = rule.name;
      const problemOf = problems.find(({ ruleId, weight }) => ruleId === rule.id && weight === 'error');
      const isStored = await (async (): Promise<boolean> => {
        if (decided !== undefined && decided.ruleId !== rule.id) {
          if (verdict.kind !== 'fires' && verdict.kind !== 'after') return say(of, reasonOf(verdict, name, problemOf));
          return say(of, { code: 'rule-after-first', params: { rule: name, first: decided.ruleName } });
        }
        if (verdict.kind !== 'fires') return say(of, reasonOf(verdict, name, problemOf));
        if (other.isOthers(rule)) {
          const isOpen = other.mayBecomeOurs(happening, rule);
          isKept ||= isOpen;
          if (await other.follows(happening, of.key, rule))
            return fire(happening, of, rule, statusId, isOfDocument(of.key) ? null : other.why(rule));
          return isOpen || say(of, other.why(rule));
        }
        return fire(happening, of, rule, statusId, null);
      })();
      if (!isStored) return happening;
    }
    // Its order is read each time.
    return isKept ? leftToOther(happening, Math.max(HELD_MS, clock.now() - happening.at)) : null;

    function say(of: About, reason: Reason | null): Promise<boolean> {
      return reason === null ? Promise.resolve(true) : sayOnce(store, of, clock.now(), happening.at, reason);
    }
  }

  /** @param elsewhere another computer works: here only what follows an invoice that this one has issued. */
  async function fire(
    happening: Happening,
    about: About,
    rule: Rule,
    statusId: string | null,
    elsewhere: Reason | null,
  ): Promise<boolean> {
    const now = clock.now();
    // The other may have acted hours ago, and whoever has moved the order on since is not to find it moved back.
    const isMoved = happening.stoodBy && happening.statusId !== undefined && happening.statusId !== statusId;
    const moved: Reason = { code: 'rule-elsewhere', params: { rule: rule.name, computer: '' } };
    const fired = await fireRule(store, now, { happening, about, rule }, (effect) =>
      isMoved && effect.kind === 'status' ? moved : isOfIssuer(effect) ? null : elsewhere,
    );
    hasRuns ||= fired.hasMore;
    return fired.ok;
  }

  async function ranFor({ at }: Happening, key: DocumentKey, asked: readonly Rule[]): Promise<readonly RuleRun[]> {
    const runs = await Promise.all(asked.map(({ id }) => store.runs.get([panel, id, key])));
    return runs.flatMap((run) => (run !== null && run.createdAt >= at ? [run] : []));
  }

  /** null: it is said, and done with. */
  async function said(happening: Happening, about: About, reason: Reason): Promise<Happening | null> {
    return (await sayOnce(store, about, clock.now(), happening.at, reason)) ? null : happening;
  }
}

/** On since before it happened, and about what happened. */
function isAsked({ isOn, since, trigger }: Rule, { event, at }: Happening, now: number): boolean {
  // One that is on since what is still to come: the clock was set back, and says nothing of what came first.
  if (!isOn || since === null || (at < since && since <= now)) return false;
  if (trigger.kind === 'document') return event.kind === 'document' && event.seriesId === trigger.seriesId;
  if (trigger.kind === 'status') return event.kind === 'status' && event.statusId === trigger.statusId;
  return event.kind === trigger.kind;
}

function aboutOf(panel: string, { orderId, documentId, documentNumber }: Happening, accountId: string): About {
  const key: DocumentKey = documentId === null ? `o${orderId}` : `d${documentId}`;
  return { panel, key, accountId, documentNumber };
}

function reasonOf(
  verdict: ReturnType<typeof verdictsOn>[number]['verdict'],
  rule: string,
  problem: RuleProblem | undefined,
): Reason | null {
  switch (verdict.kind) {
    case 'not-met':
      return { code: 'rule-not-met', params: { rule, condition: verdict.condition } };
    case 'after':
      return { code: 'rule-after-first', params: { rule, first: verdict.first } };
    case 'broken':
      return { code: 'rule-broken', params: { rule, problem: problem?.code ?? '' } };
    case 'fires':
    case 'off':
    case 'not-now':
      return null;
    default:
      return verdict satisfies never;
  }
}
