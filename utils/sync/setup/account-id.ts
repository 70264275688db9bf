import { sha256Hex } from '../../invoice/hash';
import type { Account } from '../../invoice/settings';
import type { Store } from '../../store/open';

/**
 * The id of an account that is to be stored. Made of panel and login, so that one that was removed finds what it has sent when it
 * is entered again.
 *
 * @param given to others that are stored together with it.
 */
export async function freeId(
  { accounts }: Pick<Store, 'accounts'>,
  { panel, login }: Pick<Account, 'panel' | 'login'>,
  given: ReadonlySet<string> = new Set(),
): Promise<string> {
  for (let nth = 1; ; nth += 1) {
    const id = (await sha256Hex(`${panel}/${login}/${nth}`)).slice(0, 20);
    if (!given.has(id) && (await accounts.get(id)) === null) return id;
  }
}
