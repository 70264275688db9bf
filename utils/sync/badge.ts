/** What the icon says: how many documents need a person, or that the keys are locked. */
import type { Language } from '../messages';
import { LANGUAGE } from '../store/facts';
import type { Store } from '../store/open';

export interface Badge {
  readonly isLocked: boolean;
  /** How many transfers need a person. */
  readonly waiting: number;
  readonly language: Language;
}

/** @returns brings the icon up to date. Calls that come while it does so are answered by one more look. */
export function createBadge(store: Store, show: (badge: Badge) => void): () => void {
  let again = false;
  let looking = false;

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      while (again) {
        again = false;
        show({
          isLocked: (await store.vault.state()) === 'locked',
          waiting: await store.transfers.countNeedingPerson(),
          language: (await store.facts.get(LANGUAGE)) ?? 'pl',
        });
      }
    } finally {
      looking = false;
    }
  }

  return () => {
    again = true;
    // A database that does not open is said where it is asked for.
    look().catch(() => undefined);
  };
}
