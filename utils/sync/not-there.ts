import type { IfirmaProblem } from '../ifirma/problem';
import { verdictOnRead } from './reasons';

/** iFirma's own word that there is no such invoice: a refusal of this one request, not of every one; some servers say it with a status. */
export function saysNotThere(problem: IfirmaProblem): boolean {
  if (problem.kind === 'http') return problem.status === 404;
  const verdict = verdictOnRead(problem);
  return verdict.kind === 'failed' && !verdict.pause;
}
