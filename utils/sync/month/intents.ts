/** The months that are moved, one intent an iFirma login (`invoice/accounting-month.ts`). Written strictly: before each step, and after. */
import type { MonthIntent } from '../../invoice/accounting-month';
import type { Reason } from '../../invoice/finding';
import type { Transfer } from '../../invoice/transfer';
import { fact } from '../../store/facts';
import type { Store } from '../../store/open';
import type { EngineTools } from '../context';

const MONTHS = fact<readonly MonthIntent[]>('accounting-months', 1);

export async function monthIntents({ facts }: Pick<Store, 'facts'>): Promise<readonly MonthIntent[]> {
  return (await facts.get(MONTHS)) ?? [];
}

/** The month of this login is moved, or is to be; null: it is not. */
export function openOf(intents: readonly MonthIntent[], login: string): MonthIntent | null {
  return intents.find((intent) => intent.login === login && intent.ended === null) ?? null;
}

/** Why nobody may take away what brings the month of this login home; null: it is home. @param login absent: of any. */
export async function monthAway(store: Pick<Store, 'facts'>, login?: string): Promise<Reason | null> {
  const intents = await monthIntents(store);
  const moved = intents.find((intent) => intent.ended === null && (login === undefined || intent.login === login));
  return moved === undefined ? null : { code: 'month-not-home', params: { from: moved.home, to: moved.left } };
}

function isFor({ panel, key }: MonthIntent, transfer: Pick<Transfer, 'panel' | 'key'>): boolean {
  return panel === transfer.panel && key === transfer.key;
}

/** Sent again without the month, it waits as any other does. */
export function mayUse(intent: MonthIntent, transfer: Transfer): boolean {
  return isFor(intent, transfer) && transfer.month !== undefined;
}

/** `gone`: a person has ended it meanwhile, and nothing was stored. */
export type Saved = 'saved' | 'gone' | 'full';

type Tools = Pick<EngineTools, 'store' | 'announce'>;

/** Where no other intent of the login is open. */
export function addIntent(tools: Tools, intent: MonthIntent): Promise<Saved> {
  return changed(tools, (intents) =>
    openOf(intents, intent.login) === null ? [...intents.filter(({ login }) => login !== intent.login), intent] : null,
  );
}

export function saveIntent(tools: Tools, intent: MonthIntent): Promise<Saved> {
  return changed(tools, (intents) =>
    intents.some((stored) => isOpen(stored, intent))
      ? intents.map((stored) => (isOpen(stored, intent) ? intent : stored))
      : null,
  );
}

export function removeIntent(tools: Tools, intent: MonthIntent): Promise<Saved> {
  return changed(tools, (intents) =>
    intents.some((stored) => isSame(stored, intent)) ? intents.filter((stored) => !isSame(stored, intent)) : null,
  );
}

/** A person's word on the month of a login, whatever is on its way. `gone`: none of it is moved. */
export function changeIntents(
  tools: Tools,
  login: string,
  change: (intent: MonthIntent) => MonthIntent,
): Promise<Saved> {
  return changed(tools, (intents) =>
    intents.some((intent) => intent.login === login)
      ? intents.map((intent) => (intent.login === login ? change(intent) : intent))
      : null,
  );
}

function isSame(stored: MonthIntent, intent: MonthIntent): boolean {
  return stored.login === intent.login && stored.since === intent.since && isFor(stored, intent);
}

function isOpen(stored: MonthIntent, intent: MonthIntent): boolean {
  return isSame(stored, intent) && stored.ended === null;
}

async function changed(
  { store, announce }: Tools,
  change: (intents: readonly MonthIntent[]) => readonly MonthIntent[] | null,
): Promise<Saved> {
  let isThere = false;
  const written = await store.facts.change(MONTHS, (intents) => {
    const next = change(intents ?? []);
    isThere = next !== null;
    return next;
  });
  if (!written.ok) return 'full';
  if (isThere) announce();
  return isThere ? 'saved' : 'gone';
}
