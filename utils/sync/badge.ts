/** What the icon says: how many documents need a person, or why nothing is sent. */
import type { Language } from '../messages';
import { LANGUAGE } from '../store/facts';
import type { Store } from '../store/open';

export interface Badge {
  readonly isLocked: boolean;
  /** How many transfers need a person. */
  readonly waiting: number;
  readonly language: Language;
  /** The database does not open: nothing else is known, and nothing is sent. */
  readonly isClosed?: boolean;
}

export interface BadgeKeeper {
  /** Brings the icon up to date. Calls that come while it does so are answered by one more look. */
  look(): void;
  /** What it said is out of date, and cannot be known. */
  closed(): void;
}

/** @param failed told when a look ended with an error. */
export function createBadge(store: Store, show: (badge: Badge) => void, failed: (error: unknown) => void): BadgeKeeper {
  let again = false;
  let looking = false;
  let language: Language = 'pl';

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      while (again) {
        again = false;
        language = (await store.facts.get(LANGUAGE)) ?? 'pl';
        const isLocked = (await store.vault.state()) === 'locked';
        show({ isLocked, waiting: await store.transfers.countNeedingPerson(), language });
      }
    } finally {
      looking = false;
    }
  }

  return {
    look() {
      again = true;
      look().catch(failed);
    },
    closed() {
      show({ isLocked: false, waiting: 0, language, isClosed: true });
    },
  };
}
