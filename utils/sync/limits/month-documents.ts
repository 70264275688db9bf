/**
 * How many documents iFirma has counted this month (ifirma-api 6.7, 7). Read behind whoever looks: what is known is shown at
 * once, and a view that wants to know more hears when it changed.
 */
import { warsawDate } from '../../invoice/dates';
import type { Account } from '../../invoice/settings';
import type { Used } from '../../messages';
import { type Fact, fact } from '../../store/facts';
import type { Store } from '../../store/open';
import type { Clock } from '../clock';
import type { ServiceFactory } from '../services';

export interface MonthDocuments {
  /** What was read last of this login, in this month; null: nothing. `at`: epoch milliseconds. Asks nobody. */
  of(login: string): Promise<(Used & { readonly at: number }) | null>;
  /** Reads it with the account's key, unless that was done a short while ago. Never fails. */
  refresh(account: Account): Promise<void>;
}

export interface MonthDocumentsTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly services: Pick<ServiceFactory, 'of' | 'room'>;
  /** Another figure than before is known. */
  readonly changed: () => void;
}

const KEPT_MS = 15 * 60_000;
/** Whoever did not answer is left alone for so long. */
const SILENT_MS = 5 * 60_000;

/** Kept, so that a worker that starts anew does not ask anew. */
interface Kept {
  /** The last reading, in vain or not. */
  readonly triedAt: number;
  readonly known: (Used & { readonly at: number }) | null;
}

export function monthDocuments({ store, clock, services, changed }: MonthDocumentsTools): MonthDocuments {
  const keptFact = (login: string): Fact<Kept> => fact(`month-documents:${login}`, 1);
  /** On a full disk it is known for as long as the worker lives, or every view that hears of a change would begin the next reading. */
  const remembered = new Map<string, Kept>();
  const reading = new Map<string, Promise<void>>();

  async function keptOf(login: string): Promise<Kept | null> {
    return remembered.get(login) ?? (await store.facts.get(keptFact(login)));
  }

  /** A figure of another month says nothing of this one. */
  function ofThisMonth(kept: Kept | null): Kept['known'] {
    const known = kept?.known ?? null;
    return known !== null && monthOf(known.at) === monthOf(clock.now()) ? known : null;
  }

  async function read(account: Account): Promise<void> {
    const { login } = account;
    const kept = await keptOf(login);
    const now = clock.now();
    const known = ofThisMonth(kept);
    if (known !== null && isWithin(KEPT_MS, known.at, now)) return;
    if (kept !== null && kept.triedAt !== kept.known?.at && isWithin(SILENT_MS, kept.triedAt, now)) return;
    // Where there is no room it is not asked, so that this need not count as an answer that did not come.
    if ((await services.room(account)).ifirma.now === 0) return;
    const answer = await services.of(account, 'bulk').ifirma.limit();
    // Nobody was asked then, and it is read as soon as the passphrase was given.
    if (!answer.ok && answer.problem.kind === 'locked') return;
    const figures = answer.ok ? usedOf(answer.value) : null;
    const at = clock.now();
    const next: Kept = { triedAt: at, known: figures === null ? known : { ...figures, at } };
    remembered.set(login, next);
    await store.facts.set(keptFact(login), next);
    if (figures !== null) changed();
  }

  return {
    async of(login) {
      return ofThisMonth(await keptOf(login));
    },

    /** Two views that look at once share one reading. */
    refresh(account) {
      const { login } = account;
      const begun =
        reading.get(login) ??
        // Nobody is shown what went wrong: the figures that were known stay, with their age.
        read(account)
          .catch(() => undefined)
          .finally(() => reading.delete(login));
      reading.set(login, begun);
      return begun;
    },
  };
}

/** null: no figures that make sense. */
function usedOf({ used, granted }: { readonly used: string; readonly granted: string }): Used | null {
  const figures = { used: Number(used), limit: Number(granted) };
  const isSafe = Number.isSafeInteger(figures.used) && Number.isSafeInteger(figures.limit);
  return isSafe && figures.used >= 0 && figures.limit > 0 ? figures : null;
}

/** A negative age is a clock that was set back. */
function isWithin(most: number, at: number, now: number): boolean {
  return now - at >= 0 && now - at < most;
}

const monthOf = (at: number): string => warsawDate(at).slice(0, 7);
