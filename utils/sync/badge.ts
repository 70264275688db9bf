/** What the icon says: how many documents need a person, or why nothing is sent. */
import type { Language } from '../messages';
import { erplinkOf, LANGUAGE } from '../store/facts';
import type { Store } from '../store/open';

export interface Badge {
  readonly isLocked: boolean;
  /** How many transfers need a person, without those that are only being looked up. */
  readonly waiting: number;
  /** How many are being looked up, which nobody has to do anything for; absent: none. */
  readonly lookedUp?: number;
  /** Why nothing can be sent, whatever waits: no account is set up, or every panel has the vendor's own integration on. */
  readonly rests?: 'setup' | 'read-only';
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

  async function rests(): Promise<NonNullable<Badge['rests']> | null> {
    const panels = [...new Set((await store.accounts.all()).map(({ panel }) => panel))];
    if (panels.length === 0) return 'setup';
    const answers = await store.facts.getAll(panels.map(erplinkOf));
    return answers.every((isOn) => isOn === true) ? 'read-only' : null;
  }

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      while (again) {
        again = false;
        language = (await store.facts.get(LANGUAGE)) ?? 'pl';
        const isLocked = (await store.vault.state()) === 'locked';
        const [all, lookedUp, resting] = await Promise.all([
          store.transfers.countNeedingPerson(),
          store.transfers.countLookedUp(),
          rests(),
        ]);
        show({
          isLocked,
          // Two counts, between which something may have been written.
          waiting: Math.max(0, all - lookedUp),
          ...(lookedUp > 0 && { lookedUp }),
          ...(resting !== null && { rests: resting }),
          language,
        });
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
