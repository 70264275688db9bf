import type { Account } from '../../invoice/settings';
import type { AccountView } from '../../messages';
import type { Fingerprints } from '../../store/vault';

/** An account as its forms see it: fingerprints in place of keys, and nothing that is the worker's own. */
export function accountView(account: Account, secrets: Fingerprints): AccountView {
  const { fileForm: _fileForm, ...shown } = account;
  return { ...shown, secrets };
}
