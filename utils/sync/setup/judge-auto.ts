/** Whether an account may begin to send by itself (design 3 and 9): asked where a person switches it on, and never of what goes on already. */
import { addDays, isDate, warsawDate } from '../../invoice/dates';
import type { Account, AccountSettings } from '../../invoice/settings';
import { AUTO_MOST_DAYS, type FieldProblems, type SettingsField } from '../../messages';
import type { Store } from '../../store/open';
import { isOn } from '../auto/accounts';

export async function autoProblems(
  store: Pick<Store, 'transfers'>,
  { id, settings: stored }: Account,
  wanted: AccountSettings,
  now: number,
): Promise<FieldProblems<SettingsField>> {
  if (!isOn(wanted)) return {};
  const from = wanted.autoFrom ?? null;
  const isNewDay = from !== null && from !== (stored.autoFrom ?? null);
  const isSwitchedOn = !isOn(stored);
  if (wanted.stateFieldId === null) return { autoSend: 'auto-needs-field' };
  if (isSwitchedOn && !(await store.transfers.ofAccount(id)).hasSent) return { autoSend: 'auto-needs-first' };
  if (from === null || !(isNewDay || isSwitchedOn)) return {};
  if (!isDate(from)) return { autoFrom: 'required' };
  return from < addDays(warsawDate(now), -AUTO_MOST_DAYS) ? { autoFrom: 'auto-from-early' } : {};
}
