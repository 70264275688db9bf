/**
 * One word to the person when many that were sent together have come to their end: counts, no names. That it was said is written on the batch
 * before it is said: a worker that dies in between says it never, and none says it twice.
 */
import type { Language } from '../../messages';
import type { Batch } from '../../store/batches';
import { fact, LANGUAGE } from '../../store/facts';
import type { Store } from '../../store/open';
import { type Standing, standsOf } from '../batch/standing';

/** What is said of a batch. */
export interface Notice {
  readonly language: Language;
  readonly sent: number;
  /** How many need a person. */
  readonly attention: number;
  /** How many are being looked up. */
  readonly uncertain: number;
}

/** Stored while it is on: of what ended before, nothing is said. */
interface Notifying {
  /** Epoch milliseconds. */
  readonly since: number;
}
const NOTIFYING = fact<Notifying>('notify', 1);

export async function isNotifying(store: Store): Promise<boolean> {
  return (await store.facts.get(NOTIFYING)) !== null;
}

/** @returns false: the disk is full. */
export async function setNotifying(store: Store, on: boolean, now: number): Promise<boolean> {
  if (on) return (await store.facts.set(NOTIFYING, { since: now }, 'strict')).ok;
  await store.facts.remove(NOTIFYING);
  return true;
}

export interface Notices {
  /** Says what is to be said by now. Calls that come while it looks are answered by one more look. */
  look(): void;
}

/** @param failed told when a look ended with an error. */
export function createNotices(store: Store, say: (notice: Notice) => void, failed: (error: unknown) => void): Notices {
  let again = false;
  let looking = false;

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      while (again) {
        again = false;
        const notifying = await store.facts.get(NOTIFYING);
        if (notifying === null) continue;
        for (const batch of await store.batches.all()) if (isDue(batch, notifying)) await tell(batch);
      }
    } finally {
      looking = false;
    }
  }

  async function tell({ panel, id }: Batch): Promise<void> {
    let isOurs = false;
    const written = await store.batches.change(panel, (stored) => {
      isOurs = stored.id === id && stored.told !== true;
      return isOurs ? { ...stored, told: true } : null;
    });
    if (!isOurs || !written.ok || written.batch === null) return;
    const { batch } = written;
    const keys = batch.entries.map(({ key }) => key);
    const stands = standsOf(batch, await store.transfers.many(panel, keys));
    const count = (standing: Standing): number => stands.filter((each) => each.standing === standing).length;
    say({
      language: (await store.facts.get(LANGUAGE)) ?? 'pl',
      sent: count('sent'),
      attention: count('attention'),
      uncertain: count('uncertain'),
    });
  }

  return {
    look() {
      again = true;
      look().catch(failed);
    },
  };
}

/** Whoever cancelled it knows of its end. */
function isDue({ endedAt, cancelled, told }: Batch, { since }: Notifying): boolean {
  return endedAt !== null && endedAt >= since && !cancelled && told !== true;
}
