/** The keys of a file that are to be stored: what is here already, is the same, and opens, stays as it is. */
import type { FileKeys } from '../../messages/settings-file-schema';
import type { SecretChange, Vault } from '../../store/vault';
import type { Pair } from './pair';

type StoredKeys = Pick<Vault, 'matches' | 'hmacKey' | 'panelKey'>;

export interface PlacedPair extends Pair {
  /** Of the account here, or what a new one gets. */
  readonly id: string;
}

/** @param keys of the same file, so that the nth account has the nth keys. */
export async function keyChanges(
  vault: StoredKeys,
  placed: readonly PlacedPair[],
  keys: FileKeys,
): Promise<readonly SecretChange[]> {
  const wanted: SecretChange[] = Object.entries(keys.panels).map(([owner, value]) => ({
    owner,
    name: 'sellasist',
    value,
  }));
  for (const [at, { id }] of placed.entries()) {
    const { faktura, abonent, rachunek } = keys.accounts[at]?.keys ?? {};
    for (const [name, value] of Object.entries({ faktura, abonent, rachunek })) {
      if (value !== undefined) wanted.push({ owner: id, name: name as 'faktura' | 'abonent' | 'rachunek', value });
    }
  }
  const changes: SecretChange[] = [];
  for (const key of wanted) {
    if (!(await isHere(vault, key))) changes.push(key);
  }
  return changes;
}

/** A fingerprint outlives the key that it is of: a damaged row still shows it, and only the key itself mends the row. */
async function isHere(vault: StoredKeys, { owner, name, value }: SecretChange): Promise<boolean> {
  if (!(await vault.matches(owner, name, value))) return false;
  return (await (name === 'sellasist' ? vault.panelKey(owner) : vault.hmacKey(owner, name))) !== null;
}

/** Whoever gets a new key gets a new revision, too: a form that shows the old fingerprint is out of date. */
export function isChangedBy(changes: readonly SecretChange[], { id, account }: PlacedPair): boolean {
  return changes.some(({ owner, name }) => owner === (name === 'sellasist' ? account.panel : id));
}
