/** What keeps the rules of an account from acting until a person does something. */
import type { RuleSet } from '../../invoice/rules/rule';
import type { Account } from '../../invoice/settings';
import type { RulesView } from '../../messages';
import { erplinkOf } from '../../store/facts';
import type { Store } from '../../store/open';
import { isOn } from '../auto/accounts';
import { elsewhereOf } from '../auto/facts';

export type RuleHindrance = RulesView['hindrances'][string];

/** null: nothing is in their way. */
export async function ruleHindranceOf(
  store: Store,
  { id, panel, pausedBy, settings }: Account,
  { rules }: Pick<RuleSet, 'rules'>,
): Promise<RuleHindrance | null> {
  if ((await store.vault.state()) === 'locked') return 'locked';
  if ((await store.facts.get(erplinkOf(panel))) !== false) return 'erplink';
  if (pausedBy !== null) return 'account-paused';
  const own = rules.filter(({ accountId, isOn: isActive }) => accountId === id && isActive);
  if (own.some(({ effects }) => effects.some(({ kind }) => kind === 'issue'))) {
    // As for `Automatyczne wysyłanie faktur`: two computers could not see each other, and nobody has seen what is sent.
    if (settings.stateFieldId === null) return 'no-field';
    if (!(await store.transfers.ofAccount(id)).hasSent) return 'no-first';
  }
  // One that stands by for `Automatyczne wysyłanie faktur` leaves the rules to the other as well.
  if (isOn(settings) && (await store.facts.get(elsewhereOf(id))) !== null) return 'elsewhere';
  return null;
}
