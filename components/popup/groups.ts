/** What waits for a person, grouped by cause, kept as it is in the ledger. */
import type { ErrorGroups } from '../../utils/messages';
import { type Asked, useAsked } from '../form/asked';
import { usePage } from '../form/page';
import { useFollowed } from './rows';

export interface GroupsAsking {
  readonly asked: Asked<ErrorGroups>;
  readonly again: () => void;
}

/** @param panel null: of every panel. */
export function useGroups(panel: string | null): GroupsAsking {
  const { ask } = usePage();
  const { asked, again } = useAsked(`errors ${panel ?? ''}`, () => ask('error.groups', { panel }));
  useFollowed(again);
  return { asked, again };
}
