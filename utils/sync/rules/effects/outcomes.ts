/** What an effect leaves behind, and what the answer of a service means for one. */
import type { IfirmaProblem } from '../../../ifirma/problem';
import type { Reason, ReasonCode } from '../../../invoice/finding';
import type { RuleEffect, RuleEffectName } from '../../../invoice/rules/rule';
import type { SellasistProblem } from '../../../sellasist/problem';
import { spoken, verdictOnRead, verdictOnSellasist } from '../../reasons';
import { isUnclearWrite } from '../../steps/unclear-write';
import type { Begin, EffectContext, EffectOutcome } from './effect';

/** One effect, handed what the rule says of it. */
export type Runs<N extends RuleEffectName> = (
  context: EffectContext,
  begin: Begin,
  effect: Extract<RuleEffect, { kind: N }>,
) => Promise<EffectOutcome>;

export const DONE: EffectOutcome = { kind: 'done' };
export const ALREADY: EffectOutcome = { kind: 'done', reason: reason('rule-already') };
/** What could not be recorded first is not sent. */
export const NOT_RECORDED: EffectOutcome = later(reason('storage-full'));
/** While a person, or KSeF, has something to say: so often it is looked whether it was said. */
const WAITING_MS = 300_000;

export function left(code: ReasonCode, params: Reason['params'] = {}): EffectOutcome {
  return { kind: 'left', reason: { code, params } };
}

export function waits(code: ReasonCode): EffectOutcome {
  return { kind: 'waits', reason: reason(code), afterMs: WAITING_MS };
}

export function unclear(code: ReasonCode): EffectOutcome {
  return { kind: 'unclear', reason: reason(code) };
}

/** @param afterMs null: as the back-off says. */
export function later(why: Reason, afterMs: number | null = null): EffectOutcome {
  return { kind: 'later', reason: why, afterMs };
}

/** Sellasist has not done it, or only did not show it: of what may be repeated. */
export function afterSellasist(problem: SellasistProblem): EffectOutcome {
  const verdict = verdictOnSellasist(problem);
  if (verdict.kind === 'wait') return later(verdict.reason, verdict.afterMs);
  switch (problem.kind) {
    // As soon as the key is mended it goes on, of however many orders.
    case 'missing-key':
    case 'unauthorized':
      return later(verdict.reason);
    case 'forbidden':
      return refused('403', '');
    case 'not-found':
      return refused('404', '');
    case 'business':
      return refused('', problem.text);
    case 'http':
      return refused(String(problem.status), problem.text);
    default:
      // A redirect is mostly there for minutes.
      return isUnclearWrite(problem) ? later(verdict.reason) : refused('', '');
  }
}

/** iFirma has not shown what was asked for. */
export function afterIfirma(problem: IfirmaProblem, refusedAs: RefusalCode): EffectOutcome {
  const verdict = verdictOnRead(problem);
  if (verdict.kind === 'wait') return later(verdict.reason, verdict.afterMs);
  // What every request of the account would meet goes when a person mends the account.
  return verdict.pause ? later(verdict.reason) : refusedBy(problem, refusedAs);
}

type RefusalCode = 'rule-email-refused' | 'rule-payment-refused';

/** iFirma's own words. */
export function refusedBy(problem: IfirmaProblem, code: RefusalCode): EffectOutcome {
  return problem.kind === 'kod'
    ? left(code, { kod: String(problem.kod), text: spoken(problem.text) })
    : left(code, { kod: '', text: '' });
}

function refused(status: string, text: string): EffectOutcome {
  return left('rule-refused', { status, text });
}

function reason(code: ReasonCode): Reason {
  return { code, params: {} };
}
