import { sha256Hex } from '../../invoice/hash';
import type { Account } from '../../invoice/settings';
import type { Store } from '../../store/open';

/**
 * The id of an account that is to be stored. Made of panel and login, which it keeps for as long as it lives, so that one that was
 * removed finds what it has sent when it is entered again, and no other login ever does.
 *
 * @param given to others that are stored together with it.
 */
export async function freeId(
  { accounts }: Pick<Store, 'accounts'>,
  { panel, login }: Books,
  given: ReadonlySet<string> = new Set(),
): Promise<string> {
  for (let nth = 1; ; nth += 1) {
    const id = await idOf(panel, login, nth);
    if (!given.has(id) && (await accounts.get(id)) === null) return id;
  }
}

/** Nobody keeps more accounts of one login on one panel: each has series of its own. */
const MOST = 9;

/**
 * Every account of a login, on whatever panel: they share its books. Those that were removed since are among them, as far as
 * another account of their panel is left.
 */
export async function idsOfLogin(
  { accounts }: Pick<Store, 'accounts'>,
  { panel, login }: Books,
): Promise<readonly string[]> {
  const all = await accounts.all();
  const stored = all.filter((account) => account.login === login).map(({ id }) => id);
  const panels = [...new Set([panel, ...all.map((account) => account.panel)])];
  const possible = panels.flatMap((each) => Array.from({ length: MOST }, (_, at) => idOf(each, login, at + 1)));
  return [...new Set([...stored, ...(await Promise.all(possible))])];
}

type Books = Pick<Account, 'panel' | 'login'>;

async function idOf(panel: string, login: string, nth: number): Promise<string> {
  return (await sha256Hex(`${panel}/${login}/${nth}`)).slice(0, 20);
}
