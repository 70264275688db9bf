/** `Automatyzacje`: rules that act by themselves on what happens in a panel. */
import { refuse } from '../commands/target';
import type { RuleOrders } from './route';

export function createRules(): RuleOrders {
  const nothing = async () => refuse('internal');
  return { get: nothing, save: nothing, try: nothing, runs: nothing, again: nothing, drop: nothing };
}
