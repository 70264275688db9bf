/**
 * Does what rules that fired still have to do, effect by effect, in their order. Each is stored with its line in the log before the next is
 * looked at; what cannot be undone is stored as begun before its request leaves. Whoever dies on the way leaves a record that says how far it was.
 */
import type { Reason } from '../../invoice/finding';
import { isRestful, type RuleRun, type RunEffect } from '../../invoice/rules/run';
import type { Account } from '../../invoice/settings';
import type { LogEntry } from '../../invoice/transfer';
import type { RunKey } from '../../store/runs';
import { databaseTrouble } from '../../store/trouble';
import { backoff } from '../backoff';
import type { Begin, EffectOutcome, RuleTools } from './effects/effect';
import { RUN_EFFECT } from './effects/index';
import { storedSet } from './facts';
import { type RuleHindrance, ruleHindranceOf } from './hindrance';
import { bookedFor, invoiceOf } from './invoice-of';
import { ruleEntry } from './say';

/** Two days with their pauses. */
const MOST_TRIES = 300;
const AT_ONCE = 50;
/** What a person has to put right first is looked at again so often. */
const HELD_MS = 300_000;
/** What the disk did not take is tried again no sooner. */
const FULL_MS = 60_000;

export interface Advanced {
  /** When to go on (epoch milliseconds); null: nothing goes on by itself. */
  readonly next: number | null;
  /** The engine has something to do. */
  readonly hasQueued: boolean;
  readonly hasChanged: boolean;
}

export async function advanceRuns(tools: RuleTools): Promise<Advanced> {
  const { store, clock } = tools;
  let hasQueued = false;
  let hasChanged = false;
  let isHeld = false;
  let isFull = false;
  const seen = new Set<string>();
  for (;;) {
    const due = (await store.runs.due(clock.now(), AT_ONCE + seen.size)).filter((run) => !seen.has(nameOf(run)));
    if (due.length === 0) break;
    for (const run of due) {
      seen.add(nameOf(run));
      const account = await store.accounts.get(run.accountId);
      const set = await storedSet(store, run.panel);
      // Somebody has deleted the account: what is left of it can be done by nobody.
      if (account !== null && isHindrance(await ruleHindranceOf(store, account, set))) isHeld = true;
      else await advance(run, account);
    }
  }
  const soonest = await store.runs.nextDue();
  // What is held, or could not be stored, is due, and nothing is gained by looking at it at once.
  const pause = isFull ? FULL_MS : isHeld ? HELD_MS : null;
  const next = soonest === null || pause === null ? soonest : Math.max(soonest, clock.now() + pause);
  return { next, hasQueued, hasChanged };

  async function advance(first: RuleRun, account: Account | null): Promise<void> {
    const key: RunKey = [first.panel, first.ruleId, first.key];
    for (let at = 0; at < first.effects.length; at += 1) {
      // A person may have decided something meanwhile, and an effect looks at the others.
      const run = await store.runs.get(key);
      const own = run?.effects[at];
      if (run == null || own === undefined || isRestful(own) || own.at > clock.now()) continue;
      if (account === null) {
        await keep(key, run, at, { kind: 'left', reason: { code: 'account-gone', params: {} } });
        continue;
      }
      const outcome = await outcomeOf(run, own, at, account);
      if (outcome === null) continue;
      await keep(key, run, at, outcome);
      if (outcome.kind === 'done' && own.effect.kind === 'ksef') hasQueued = true;
    }
  }

  /** null: a person has decided otherwise meanwhile. */
  async function outcomeOf(run: RuleRun, own: RunEffect, at: number, account: Account): Promise<EffectOutcome | null> {
    const key: RunKey = [run.panel, run.ruleId, run.key];
    const found = await invoiceOf(store, run, at, clock.now());
    if (!found.ok) return found.outcome;
    let hasBegun = false;
    const begin: Begin = async (payment) => {
      const written = await store.runs.change(key, (stored) => {
        hasBegun = isSame(stored.effects[at], own);
        const begun = { ...own, standing: 'begun' as const, at: clock.now(), reason: null };
        return hasBegun
          ? withEffect(stored, at, payment === undefined ? begun : { ...begun, payment }, clock.now())
          : null;
      });
      return written.ok && hasBegun;
    };
    const services = tools.servicesOf(account, 'bulk');
    try {
      const context = { tools, account, services, run, own, invoice: found.invoice };
      const outcome = await RUN_EFFECT[own.effect.kind](context, begin);
      return own.effect.kind === 'issue' && outcome.kind === 'done' ? await issued(run, own, outcome) : outcome;
    } catch (error) {
      // It stays as it is stored.
      if (databaseTrouble(error) !== null) throw error;
      if (hasBegun) return { kind: 'unclear', reason: { code: 'rule-cut', params: {} } };
      const detail = error instanceof Error ? error.name : 'unknown';
      return { kind: 'left', reason: { code: 'internal', params: { detail } } };
    }
  }

  /** In the queue is not in iFirma: only what is booked is done. */
  async function issued(run: RuleRun, own: RunEffect, outcome: EffectOutcome): Promise<EffectOutcome> {
    hasQueued = true;
    const found = await bookedFor(store, run, clock.now());
    if (!found.ok) return found.outcome;
    // That it was there already is no news of what this rule has put into the queue itself.
    return own.standing === 'waits' ? { kind: 'done' } : outcome;
  }

  async function keep(key: RunKey, run: RuleRun, at: number, outcome: EffectOutcome): Promise<void> {
    const own = run.effects[at];
    if (own === undefined) return;
    const now = clock.now();
    const next = effectAfter(own, outcome, now);
    const said = saidOf(run, own, next, outcome);
    const entry: LogEntry | null = said === null ? null : await ruleEntry(store, run, now, said);
    const written = await store.runs.change(
      key,
      (stored) => {
        const present = stored.effects[at];
        // Begun by this very attempt, or as it was when it was looked at.
        const isOurs = present?.standing === 'begun' || isSame(present, own);
        return isOurs ? withEffect(stored, at, next, now) : null;
      },
      () => entry,
    );
    if (written.ok) hasChanged = true;
    else isFull = true;
  }
}

/** What a rule has begun here is brought to its end here, also where another computer has taken over since: that one knows nothing of it. */
function isHindrance(hindrance: RuleHindrance | null): boolean {
  return hindrance !== null && hindrance !== 'elsewhere';
}

function effectAfter(own: RunEffect, outcome: EffectOutcome, now: number): RunEffect {
  const { payment: _intent, ...rest } = own;
  switch (outcome.kind) {
    case 'done':
      return { ...rest, standing: 'done', at: now, reason: outcome.reason ?? null };
    case 'waits':
      return { ...rest, standing: 'waits', at: now + outcome.afterMs, reason: outcome.reason };
    case 'later': {
      const tries = own.tries + 1;
      if (tries > MOST_TRIES) return { ...rest, standing: 'left', at: now, tries, reason: outcome.reason };
      const at = now + Math.max(outcome.afterMs ?? 0, backoff(tries - 1));
      // Surely not done, even where it had begun.
      return { ...rest, standing: 'due', at, tries, reason: outcome.reason };
    }
    case 'left':
    case 'unclear':
      return { ...rest, standing: outcome.kind, at: now, reason: outcome.reason };
    default:
      return outcome satisfies never;
  }
}

/** null: that it waits for the same, or is tried again for the same, is no news. */
function saidOf(run: RuleRun, own: RunEffect, next: RunEffect, outcome: EffectOutcome): Reason | null {
  const isSameAgain = own.standing === next.standing && own.reason?.code === next.reason?.code;
  // While the invoice is on its way its own lines tell how far it is.
  if (isSameAgain || (outcome.kind === 'waits' && outcome.reason.code === 'rule-awaits-invoice')) return null;
  if (outcome.kind !== 'done') return outcome.reason;
  return outcome.reason ?? { code: 'rule-effect', params: { rule: run.ruleName, effect: own.effect.kind } };
}

function withEffect(run: RuleRun, at: number, effect: RunEffect, now: number): RuleRun {
  return { ...run, effects: run.effects.map((each, place) => (place === at ? effect : each)), updatedAt: now };
}

function isSame(one: RunEffect | undefined, other: RunEffect): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function nameOf({ panel, ruleId, key }: RuleRun): string {
  return `${panel}/${ruleId}/${key}`;
}
