/** One effect of one transfer. Whatever becomes of it, the invoice and the transfer's state are not touched. */
import { warsawDate } from '../../invoice/dates';
import type { Reason } from '../../invoice/finding';
import type { Account } from '../../invoice/settings';
import type { EffectName, Transfer } from '../../invoice/transfer';
import { faultOf } from '../../invoice/transfer-states';
import { databaseTrouble } from '../../store/trouble';
import { backoff } from '../backoff';
import type { EngineTools, StepContext } from '../context';
import { entryOf } from '../log-entry';
import type { EffectOutcome } from './effect';
import { writeField } from './field';
import { recheck } from './recheck';
import { setErrorStatus } from './status';
import { withEffects, withoutEffect } from './wanted';

const RUN: Readonly<Record<EffectName, (context: StepContext) => Promise<EffectOutcome>>> = {
  status: setErrorStatus,
  field: writeField,
  recheck,
};

/** After so many failed tries, some days with their pauses, it is given up; the log says so. */
const MOST_TRIES = 30;

/** What iFirma is asked for; it waits while iFirma refuses the account. The others are the panel's. */
const OF_IFIRMA: readonly EffectName[] = ['recheck'];

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
  const services = tools.servicesOf(account, 'bulk');
  const context: StepContext = { ...services, tools, account, today: warsawDate(since), transfer: start };
  const outcome = await run(context, name);
  const at = clock.now();
  const written = await store.transfers.change(
    start.panel,
    start.key,
    (stored) => {
      // Sent again, or decided otherwise, while the effect was on its way: it speaks of what is no more.
      if (stored.updatedAt !== start.updatedAt || stored.state !== start.state) return null;
      const next = after(stored, name, outcome, account, at);
      const fault = faultOf(stored, next);
      if (fault !== null) throw new Error(`transfer: ${fault}`);
      return next;
    },
    {
      log: (stored) =>
        entryOf(stored, { event: name, step: stored.step, at, ms: at - since, reason: reasonOf(outcome) }),
    },
  );
  if (written.ok) tools.changed(written.transfer);
  return written.ok;
}

async function run(context: StepContext, name: EffectName): Promise<EffectOutcome> {
  try {
    return await RUN[name](context);
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
  return outcome.kind === 'later' || outcome.kind === 'refused' ? outcome.reason : null;
}
