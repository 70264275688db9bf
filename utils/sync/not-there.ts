import type { IfirmaProblem } from '../ifirma/problem';
import { folded } from '../invoice/folded';
import { verdictOnRead } from './reasons';

/** iFirma found something wrong with what was asked for (ifirma-api 2.10): a number that it has not given, or never would give. */
const WRONG_NUMBER = 201;
const IN_WORDS = /nie (znaleziono|istnieje)/;

/**
 * iFirma's own word that there is no such invoice: a refusal of this one request, not of every one; some servers say it with a status.
 * Any other refusal leaves open whether there is one.
 */
export function saysNotThere(problem: IfirmaProblem): boolean {
  switch (problem.kind) {
    case 'http':
      return problem.status === 404;
    case 'kod': {
      const verdict = verdictOnRead(problem);
      if (verdict.kind !== 'failed' || verdict.pause) return false;
      return problem.kod === WRONG_NUMBER || IN_WORDS.test(folded(problem.text));
    }
    default:
      return false;
  }
}
