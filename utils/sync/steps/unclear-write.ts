import type { SellasistProblem } from '../../sellasist/problem';

/** After these nobody knows whether the panel has written, or still will. */
export function isUnclearWrite(problem: SellasistProblem): boolean {
  switch (problem.kind) {
    case 'timeout':
    case 'network':
    case 'unreadable':
    case 'redirect':
      return true;
    case 'http':
      return problem.status >= 500 || problem.status === 408;
    case 'missing-key':
    case 'locked':
    case 'unauthorized':
    case 'forbidden':
    case 'not-found':
    case 'rate':
    case 'business':
    case 'offline':
      return false;
    default:
      return problem satisfies never;
  }
}
