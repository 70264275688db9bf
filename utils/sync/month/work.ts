/**
 * One move of a month that is moved for a document: under the lock, one at a time. What is sent is recorded before, and what came of
 * it is the first thing recorded after; whoever dies in between leaves a record that says all.
 */
import {
  begunIntent,
  type MonthIntent,
  type MonthMove,
  nextMove,
  QUIET_MS,
  stepped,
  withStep,
} from '../../invoice/accounting-month';
import type { Reason } from '../../invoice/finding';
import type { Account } from '../../invoice/settings';
import type { EngineTools } from '../context';
import type { MonthDue } from './due';
import { sayFree, sayHeld } from './held';
import { addIntent, removeIntent, saveIntent } from './intents';
import { noteMonth } from './note';
import { monthSaid } from './said';
import { failed, stopTransfer } from './stop-transfer';
import { troubleOnRead, troubleOnStep } from './trouble';
import { troubled } from './troubled';

type Begin = Extract<MonthDue, { work: 'begin' }>;
type Go = Extract<MonthDue, { work: 'go' }>;

/** false: a write failed (the disk is full), so nothing more can be recorded now. */
export function workOnMonth(tools: EngineTools, due: MonthDue): Promise<boolean> {
  return due.work === 'begin' ? begin(tools, due) : go(tools, due, due.move);
}

async function begin(tools: EngineTools, { transfer, account }: Begin): Promise<boolean> {
  const { panel, key, month } = transfer;
  if (month === undefined) return true;
  const now = tools.clock.now();
  const until = await quietUntil(tools, account);
  if (until > now) {
    const reason: Reason = { code: 'month-waits', params: { until: String(until) } };
    return stopTransfer(tools, transfer, account, () => ({ reason, notBefore: until }));
  }
  const { from: home, to: away } = month;
  const { login, id: accountId } = account;
  const saved = await addIntent(tools, begunIntent({ login, accountId, panel, key, home, away, since: now }));
  if (saved === 'full') return false;
  await sayHeld(tools);
  return true;
}

/**
 * A document of the same books whose answer nobody heard may still be worked on, and belongs into the month as it is now. Epoch
 * milliseconds. What ended in a future that was, before the clock was set back, is not waited for.
 */
async function quietUntil({ store, clock }: EngineTools, { login }: Account): Promise<number> {
  const ids = (await store.accounts.all()).filter((account) => account.login === login).map(({ id }) => id);
  const ends = (await store.transfers.unfinished())
    .filter(({ state, accountId }) => state === 'uncertain' && ids.includes(accountId))
    .map(({ post }) => post?.endedAt ?? 0)
    .filter((endedAt) => endedAt <= clock.now());
  return Math.max(0, ...ends) + QUIET_MS;
}

async function go(tools: EngineTools, due: Go, move: MonthMove): Promise<boolean> {
  const { intent, account } = due;
  switch (move.kind) {
    case 'wait':
    case 'post':
      return true;
    case 'ask':
      return ask(tools, due);
    case 'note':
      return (await saveIntent(tools, move.intent)) !== 'full';
    case 'step':
      return step(tools, { ...due, intent: move.intent }, move);
    case 'refuse': {
      const { home: from, away: to } = intent;
      return stopTransfer(tools, intent, account, () => failed({ code: 'month-unclear', params: { from, to } }));
    }
    case 'give-up':
      return giveUp(tools, due, { code: 'month-elsewhere', params: { month: move.month } });
    case 'done':
      await sayFree(tools, intent);
      return (await removeIntent(tools, intent)) !== 'full';
    default:
      return move satisfies never;
  }
}

async function ask(tools: EngineTools, due: Go): Promise<boolean> {
  const { intent, account, standing } = due;
  if (account === null) return troubled(tools, due, { kind: 'refused', reason: { code: 'account-gone', params: {} } });
  const said = await monthSaid(tools.servicesOf(account).ifirma);
  if (!said.ok) return troubled(tools, due, troubleOnRead(said.problem));
  const next = nextMove(intent, standing, said.value, tools.clock.now());
  // It has been asked; whatever waits by now is looked at anew.
  return next.kind === 'ask' ? true : go(tools, due, next);
}

/** One month further, with nothing but the record between what iFirma said and the request. */
async function step(
  tools: EngineTools,
  due: Go,
  { direction }: Extract<MonthMove, { kind: 'step' }>,
): Promise<boolean> {
  const { intent, account } = due;
  if (account === null) return true;
  const saved = await saveIntent(tools, intent);
  if (saved !== 'saved') return saved === 'gone';
  const since = tools.clock.now();
  const answer = await tools.servicesOf(account).ifirma.moveMonth(direction);
  if (!answer.ok) return troubled(tools, due, troubleOnStep(answer.problem));
  const done = await saveIntent(tools, withStep(intent, direction));
  const params = { from: intent.left, to: stepped(intent.left, direction) };
  await noteMonth(tools, intent, { code: 'month-step', params }, tools.clock.now() - since);
  return done !== 'full';
}

/** Somebody else has moved it: it is theirs. A document that was not posted yet is not. */
async function giveUp(tools: EngineTools, { intent, account }: Go, reason: Reason): Promise<boolean> {
  const { panel, key, isMoved } = intent;
  if (!(await stopTransfer(tools, intent, account, () => failed(reason)))) return false;
  if ((await tools.store.transfers.get(panel, key))?.reason?.code !== reason.code)
    await noteMonth(tools, intent, reason);
  await sayFree(tools, intent);
  const ended: MonthIntent = { ...intent, ended: reason };
  // Where nothing of ours has moved it nobody has to be told.
  return (await (isMoved ? saveIntent(tools, ended) : removeIntent(tools, intent))) !== 'full';
}
