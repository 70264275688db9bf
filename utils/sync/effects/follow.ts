/** One effect of one transfer. Whatever becomes of it, the invoice and the transfer's state are not touched. */
import { warsawDate } from '../../invoice/dates';
import type { Reason } from '../../invoice/finding';
import type { Account } from '../../invoice/settings';
import type { EffectName, Transfer } from '../../invoice/transfer';
import { faultOf } from '../../invoice/transfer-states';
import { databaseTrouble } from '../../store/trouble';
import { backoff } from '../backoff';
import type { EngineTools, Patch, StepContext } from '../context';
import { entryOf } from '../log-entry';
import type { EffectOutcome, WriteAhead } from './effect';
import { writeField } from './field';
import { ksef } from './ksef';
import { isAboutTheSame, isToldOf, paceOf } from './ksef/record';
import { recheck } from './recheck';
import { setErrorStatus } from './status';
import { withEffects, withoutEffect } from './wanted';

const RUN: Readonly<Record<EffectName, (context: StepContext, write: WriteAhead) => Promise<EffectOutcome>>> = {
  status: setErrorStatus,
  field: writeField,
  recheck,
  ksef,
};

/** After so many failed tries, some days with their pauses, it is given up; the log says so. */
const MOST_TRIES = 30;

/** What iFirma is asked for; it waits while iFirma refuses the account. The others are the panel's. */
const OF_IFIRMA: readonly EffectName[] = ['recheck', 'ksef'];

/** The first of what is due. null: nothing is. */
export function dueEffect({ effects = {} }: Transfer, { pausedBy }: Account, now: number): EffectName | null {
  const names = Object.keys(effects) as EffectName[];
  const at = (name: EffectName): number => effects[name]?.at ?? Number.POSITIVE_INFINITY;
  const due = names.filter((name) => at(name) <= now && (pausedBy === null || !OF_IFIRMA.includes(name)));
  const [first = null] = due.toSorted((one, other) => at(one) - at(other));
  return first;
}

/** false: a write failed (the disk is full). */
export async function follow(
  tools: EngineTools,
  start: Transfer,
  account: Account,
  name: EffectName,
): Promise<boolean> {
  const { store, clock } = tools;
  const since = clock.now();
  const services = tools.servicesOf(account, name === 'ksef' ? paceOf(start, since) : 'bulk');
  const context: StepContext = { ...services, tools, account, today: warsawDate(since), transfer: start };
  let known = start;

  /** Sent again, or decided otherwise, while the effect was on its way: it speaks of what is no more. */
  function isPast(stored: Transfer): boolean {
    if (name === 'ksef') return !isAboutTheSame(stored, known);
    return stored.updatedAt !== known.updatedAt || stored.state !== known.state;
  }

  function lawful(stored: Transfer, next: Transfer): Transfer {
    const fault = faultOf(stored, next);
    if (fault !== null) throw new Error(`transfer: ${fault}`);
    return next;
  }

  async function writeAhead(patch: Patch): Promise<boolean> {
    let isPastNow = false;
    const written = await store.transfers.change(start.panel, start.key, (stored) => {
      isPastNow = isPast(stored);
      return isPastNow ? null : lawful(stored, { ...stored, ...patch, updatedAt: clock.now() });
    });
    if (!written.ok || isPastNow) return false;
    known = written.transfer;
    tools.changed(known);
    return true;
  }

  const outcome = await run(context, name, writeAhead);
  const at = clock.now();
  const entry = (stored: Transfer) =>
    entryOf(stored, { event: name, step: stored.step, at, ms: at - since, reason: reasonOf(outcome) });
  const written = await store.transfers.change(
    start.panel,
    start.key,
    (stored) => (isPast(stored) ? null : lawful(stored, after(stored, name, outcome, account, at))),
    // A look that found what the last one had found is no news.
    outcome.kind === 'again' && !isToldOf(start, outcome.patch, outcome.reason) ? {} : { log: entry },
  );
  if (written.ok) tools.changed(written.transfer);
  return written.ok;
}

async function run(context: StepContext, name: EffectName, write: WriteAhead): Promise<EffectOutcome> {
  try {
    return await RUN[name](context, write);
  } catch (error) {
    // It stays due.
    if (databaseTrouble(error) !== null) throw error;
    const detail = error instanceof Error ? error.name : 'unknown';
    return { kind: 'refused', reason: { code: 'internal', params: { detail } } };
  }
}

function after(stored: Transfer, name: EffectName, outcome: EffectOutcome, account: Account, now: number): Transfer {
  switch (outcome.kind) {
    case 'done':
    case 'refused':
      return withoutEffect(stored, name);
    case 'found':
      return withEffects(
        stored,
        { ...withoutEffect(stored, name), ...outcome.patch, updatedAt: now },
        account.settings,
        now,
      );
    case 'again': {
      const effects = { ...stored.effects, [name]: { at: outcome.at, tries: outcome.tries ?? 0 } };
      return { ...stored, ...outcome.patch, effects, updatedAt: now };
    }
    case 'later': {
      const tries = (stored.effects?.[name]?.tries ?? 0) + 1;
      if (tries > MOST_TRIES) return withoutEffect(stored, name);
      // A service that asks for a few seconds again and again would use up all tries in an hour.
      const at = now + Math.max(outcome.afterMs ?? 0, backoff(tries - 1));
      return { ...stored, effects: { ...stored.effects, [name]: { at, tries } } };
    }
    default:
      return outcome satisfies never;
  }
}

function reasonOf(outcome: EffectOutcome): Reason | null {
  switch (outcome.kind) {
    case 'done':
      return null;
    case 'found':
      return outcome.patch.ksef?.reason ?? null;
    case 'again':
      return outcome.reason ?? outcome.patch.ksef?.reason ?? null;
    case 'later':
    case 'refused':
      return outcome.reason;
    default:
      return outcome satisfies never;
  }
}
