import type { Account } from '../invoice/settings';
import { erplinkOf } from '../store/facts';
import type { Store } from '../store/open';

/** By panel, of panels that have an account, in their order: is the vendor's own integration on there? null: nobody has said. */
export async function erplinkAnswers(
  { facts }: Pick<Store, 'facts'>,
  accounts: readonly Account[],
): Promise<ReadonlyMap<string, boolean | null>> {
  const panels = [...new Set(accounts.map(({ panel }) => panel))];
  const answers = await facts.getAll(panels.map(erplinkOf));
  return new Map(panels.map((panel, at) => [panel, answers[at] ?? null]));
}
