/** A reading that did not go well: a service that wants to be left alone is waited for, of anything else a person is told. */
import type { IfirmaProblem } from '../../ifirma/problem';
import type { Reply } from '../../messages';
import type { SellasistProblem } from '../../sellasist/problem';
import { verdictOnRead, verdictOnSellasist } from '../reasons';

type Stopped =
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'problem'; readonly reply: Refusal };
type Refusal = Extract<Reply<never>, { ok: false }>;

export function stoppedByIfirma(problem: IfirmaProblem, now: number): Stopped {
  return stopped(verdictOnRead(problem), problem.kind === 'rate', now);
}

export function stoppedByPanel(problem: SellasistProblem, now: number): Stopped {
  return stopped(verdictOnSellasist(problem), problem.kind === 'rate', now);
}

function stopped(verdict: ReturnType<typeof verdictOnRead>, isLimit: boolean, now: number): Stopped {
  if (isLimit && verdict.kind === 'wait') return { kind: 'wait', until: now + (verdict.afterMs ?? 0) };
  return { kind: 'problem', reply: { ok: false, reason: verdict.reason } };
}
