/** The keys that are typed once more while a passphrase is set: what was imported cannot be sealed (design: secrets). */
import type { FieldProblem, IfirmaKeyName, KeyProblems, StoredKey, TypedKeys } from '../messages';
import type { Store } from '../store/open';
import type { SecretChange } from '../store/vault';

type KeysOf = Pick<Store, 'vault' | 'accounts'>;

const KEY_NAMES: readonly IfirmaKeyName[] = ['faktura', 'abonent', 'rachunek'];

export async function storedKeys({ vault, accounts }: KeysOf): Promise<readonly StoredKey[]> {
  const fingerprintsOf = await vault.allFingerprints();
  return (await accounts.all()).flatMap((account) => {
    const fingerprints = fingerprintsOf(account.id, account.panel);
    return KEY_NAMES.flatMap((name): StoredKey[] => {
      const fingerprint = fingerprints[name];
      return fingerprint === null ? [] : [{ accountId: account.id, account: account.name, name, fingerprint }];
    });
  });
}

/** Which of the stored keys were typed, and what is wrong with the others. */
export async function typedKeys(
  store: KeysOf,
  keys: TypedKeys,
): Promise<{ readonly secrets: readonly SecretChange[]; readonly problems: KeyProblems }> {
  const secrets: SecretChange[] = [];
  const problems: Record<string, FieldProblem> = {};
  for (const { accountId, name } of await storedKeys(store)) {
    // White space is pasted along with keys (ifirma-api 1.5).
    const value = (keys[accountId]?.[name] ?? '').replace(/\s+/g, '');
    const problem = hexProblem(value) ?? ((await store.vault.matches(accountId, name, value)) ? null : 'other-key');
    if (problem === null) secrets.push({ owner: accountId, name, value });
    else problems[`${accountId}/${name}`] = problem;
  }
  return { secrets, problems };
}

function hexProblem(value: string): FieldProblem | null {
  if (value === '') return 'required';
  if (!/^[0-9a-f]+$/i.test(value)) return 'key-not-hex';
  return value.length % 2 === 0 ? null : 'key-odd-length';
}
