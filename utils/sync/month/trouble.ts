/** What a request about the month came to, when not to what was asked for. */
import type { IfirmaProblem } from '../../ifirma/problem';
import type { Reason } from '../../invoice/finding';
import { spoken, verdictOnPost, verdictOnRead } from '../reasons';

export type MonthTrouble =
  /** Nothing was done; it passes by itself. `afterMs` null: as the back-off says. */
  | { readonly kind: 'wait'; readonly reason: Reason; readonly afterMs: number | null }
  /** Nothing was done, and it will not be before a person has mended something. */
  | { readonly kind: 'refused'; readonly reason: Reason }
  /** It waits for the passphrase; the engine takes nothing up before. */
  | { readonly kind: 'locked' }
  /** A step that may have been done, or may still be. */
  | { readonly kind: 'unclear' };

export function troubleOnRead(problem: IfirmaProblem): MonthTrouble {
  if (problem.kind === 'locked') return { kind: 'locked' };
  const verdict = verdictOnRead(problem);
  return verdict.kind === 'wait' ? verdict : { kind: 'refused', reason: refusalOf(problem, verdict.reason) };
}

/** A step is to iFirma what a POST is: the same answers leave it open whether it was taken. */
export function troubleOnStep(problem: IfirmaProblem): MonthTrouble {
  if (problem.kind === 'locked') return { kind: 'locked' };
  const verdict = verdictOnPost(problem);
  switch (verdict.kind) {
    case 'uncertain':
      return { kind: 'unclear' };
    case 'wait':
      return verdict;
    case 'failed':
      return { kind: 'refused', reason: refusalOf(problem, verdict.reason) };
    case 'incomplete':
      return { kind: 'refused', reason: refusalOf(problem, { code: 'internal', params: { detail: 'month' } }) };
    default:
      return verdict satisfies never;
  }
}

/** In words of the month: those of a POST speak of the document. */
function refusalOf(problem: IfirmaProblem, other: Reason): Reason {
  if (problem.kind === 'kod')
    return { code: 'month-refused', params: { kod: String(problem.kod), text: spoken(problem.text) } };
  return problem.kind === 'http'
    ? { code: 'month-refused', params: { kod: '', text: `HTTP ${problem.status}` } }
    : other;
}
