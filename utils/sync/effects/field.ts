/** Effect `field`: the order's state field tells people where the document stands. */
import type { StepContext } from '../context';
import type { EffectOutcome } from './effect';

export async function writeField(_context: StepContext): Promise<EffectOutcome> {
  return { kind: 'done' };
}
