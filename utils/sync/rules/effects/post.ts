/** What iFirma's answer to the one request means, once it began. */
import type { IfirmaProblem } from '../../../ifirma/problem';
import { isPausing, pause } from '../../pause';
import { verdictOnPost } from '../../reasons';
import type { EffectContext, EffectOutcome } from './effect';
import { later, refusedBy } from './outcomes';

/** null: nobody can tell from the answer whether it has happened. */
export async function afterPost(
  { tools, account }: Pick<EffectContext, 'tools' | 'account'>,
  problem: IfirmaProblem,
  refusedAs: Parameters<typeof refusedBy>[1],
): Promise<EffectOutcome | null> {
  const verdict = verdictOnPost(problem);
  switch (verdict.kind) {
    case 'wait':
      return later(verdict.reason, verdict.afterMs);
    case 'uncertain':
      return null;
    case 'incomplete':
      return refusedBy(problem, refusedAs);
    case 'failed':
      if (!isPausing(verdict.reason)) return refusedBy(problem, refusedAs);
      await pause(tools, account, verdict.reason.code);
      return later(verdict.reason);
    default:
      return verdict satisfies never;
  }
}
