/** A request about the month came to nothing, or nobody knows to what. On the way there the document waits; on the way back it is tried again. */
import { LONGEST_WAIT_MS, type MonthIntent, withUnclear } from '../../invoice/accounting-month';
import type { Reason } from '../../invoice/finding';
import { backoff } from '../backoff';
import type { EngineTools } from '../context';
import { stopFor } from '../stop';
import type { MonthDue } from './due';
import { saveIntent } from './intents';
import { noteMonth } from './note';
import { failed, stopTransfer } from './stop-transfer';
import type { MonthTrouble } from './trouble';

type Go = Extract<MonthDue, { work: 'go' }>;

/** So that what is asked for again at once is not asked for without end. */
const LEAST_MS = 1_000;

/** @returns false: a write failed (the disk is full). */
export async function troubled(tools: EngineTools, due: Go, trouble: MonthTrouble): Promise<boolean> {
  const { intent, standing, account } = due;
  const isBack = intent.isBack || standing.kind === 'gone';
  const now = tools.clock.now();
  switch (trouble.kind) {
    case 'locked':
      return closed(tools, intent);
    case 'unclear': {
      const { direction = 'NAST' } = intent.put ?? {};
      const reason: Reason = { code: 'month-unclear', params: { from: intent.home, to: intent.away } };
      const saved = await saveIntent(tools, { ...withUnclear(intent, direction, now), reason: isBack ? reason : null });
      if (saved !== 'saved') return saved === 'gone';
      if (!isBack) return stopTransfer(tools, intent, account, () => ({ reason }));
      await noteMonth(tools, intent, reason);
      return true;
    }
    case 'wait':
    case 'refused': {
      if (isBack) return again(tools, { ...intent, isBack }, trouble);
      if (!(await closed(tools, intent))) return false;
      if (trouble.kind === 'refused') return stopTransfer(tools, intent, account, () => failed(trouble.reason));
      const afterMs = trouble.afterMs === null ? null : Math.max(trouble.afterMs, LEAST_MS);
      return stopTransfer(tools, intent, account, (transfer) => stopFor({ transfer, tools }, { ...trouble, afterMs }));
    }
    default:
      return trouble satisfies never;
  }
}

/** The step was surely not taken. */
async function closed(tools: EngineTools, intent: MonthIntent): Promise<boolean> {
  return intent.put === null || (await saveIntent(tools, { ...intent, put: null })) !== 'full';
}

/** It must come home, so it is tried until it does, or until a person says otherwise. */
async function again(
  tools: EngineTools,
  intent: MonthIntent,
  trouble: Extract<MonthTrouble, { kind: 'wait' | 'refused' }>,
): Promise<boolean> {
  const asked = trouble.kind === 'wait' ? (trouble.afterMs ?? 0) : 0;
  const pause = Math.min(Math.max(asked, backoff(intent.tries)), LONGEST_WAIT_MS);
  const reason: Reason = { code: 'month-not-home', params: { from: intent.home, to: intent.left } };
  const tries = intent.tries + 1;
  const saved = await saveIntent(tools, { ...intent, put: null, tries, notBefore: tools.clock.now() + pause, reason });
  // What was in the way is for whoever reads the log; the reason on the intent says what it means.
  await noteMonth(tools, intent, trouble.reason);
  return saved !== 'full';
}
