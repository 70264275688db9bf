/**
 * While the database does not open nothing can be recorded, so nothing is sent. Whoever asks is told why, the icon says so, and it is
 * tried again by whatever happens next: a message, or an alarm each minute, because something may wait in it.
 */
import type { Reason, ReasonCode } from '../invoice/finding';
import { type DatabaseTrouble, databaseTrouble } from '../store/trouble';

const RETRY_MS = 60_000;

export interface OutageTools {
  readonly clock: { now(): number };
  readonly wakeAt: (moment: number) => void;
  /** Reads something small. */
  readonly read: () => Promise<unknown>;
  readonly began: () => void;
  readonly ended: () => void;
}

export interface Outage {
  /** What to say of an error that something ended with. The database's begins an outage; any other is a bug. */
  met(error: unknown): Promise<Reason>;
  /** Rejects, with what `met` takes, while it lasts. Asks nobody when there is none. */
  end(): Promise<void>;
}

export function createOutage({ clock, wakeAt, read, began, ended }: OutageTools): Outage {
  let isOut = false;

  async function troubleNow(): Promise<DatabaseTrouble | null> {
    try {
      await read();
      return null;
    } catch (error) {
      return databaseTrouble(error);
    }
  }

  return {
    async met(error) {
      const trouble = databaseTrouble(error);
      if (trouble === null) return bug(error);
      isOut = true;
      began();
      wakeAt(clock.now() + RETRY_MS);
      // A call that is cut off says only that; why is said by the next opening.
      const cause = trouble === 'closed' ? await troubleNow() : null;
      return { code: CODES[cause ?? trouble], params: {} };
    },

    async end() {
      if (!isOut) return;
      await read();
      // Another one may have read it meanwhile, or met it closed again.
      if (!isOut) return;
      isOut = false;
      ended();
    },
  };
}

const CODES: Readonly<Record<DatabaseTrouble, ReasonCode>> = {
  closed: 'database-closed',
  newer: 'database-newer',
  full: 'storage-full',
};

function bug(error: unknown): Reason {
  return { code: 'internal', params: { detail: error instanceof Error ? error.name : 'unknown' } };
}
