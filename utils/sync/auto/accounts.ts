/** Which accounts send by themselves now, and what keeps the others from it. */
import type { Account, AccountSettings } from '../../invoice/settings';
import { erplinkOf } from '../../store/facts';
import type { Store } from '../../store/open';
import { elsewhereOf, startOf } from './facts';

/** What a person has to do, or wait for, before anything is sent by itself. */
export type AutoHindrance = 'locked' | 'erplink' | 'account-paused' | 'no-field' | 'no-first';

/** Switched on by somebody whose Mostek could do it. */
export function isOn({ autoSend, autoFrom }: AccountSettings): boolean {
  return autoSend && autoFrom !== undefined;
}

/** null: nothing is in its way. */
export async function hindranceOf(store: Store, account: Account): Promise<AutoHindrance | null> {
  if ((await store.vault.state()) === 'locked') return 'locked';
  if ((await store.facts.get(erplinkOf(account.panel))) !== false) return 'erplink';
  if (account.pausedBy !== null) return 'account-paused';
  // Two computers could not see each other.
  if (account.settings.stateFieldId === null) return 'no-field';
  return (await store.transfers.ofAccount(account.id)).hasSent ? null : 'no-first';
}

/** By panel. An account that was switched off has forgotten when it began. */
export async function sendingByThemselves(store: Store): Promise<ReadonlyMap<string, readonly Account[]>> {
  const panels = new Map<string, Account[]>();
  for (const account of await store.accounts.all()) {
    if (!isOn(account.settings)) {
      if ((await store.facts.get(startOf(account.id))) === null) continue;
      await store.facts.remove(startOf(account.id));
      await store.facts.remove(elsewhereOf(account.id));
      continue;
    }
    if ((await hindranceOf(store, account)) !== null) continue;
    panels.set(account.panel, [...(panels.get(account.panel) ?? []), account]);
  }
  return panels;
}
