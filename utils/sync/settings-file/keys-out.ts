/** The keys that go into a file. What the vault cannot read again a person types again. */
import type { Account } from '../../invoice/settings';
import type { FieldProblem, IfirmaKeyName, KeyProblems, Reply, SecretName, TypedKeys } from '../../messages';
import type { FileKeys } from '../../messages/settings-file-schema';
import type { Readable, Vault } from '../../store/vault';
import { LOCKED, refused } from '../setup/refusals';

export interface AskedKeys {
  /** Of the vault, where it has one. */
  readonly current: string | null;
  readonly keys: TypedKeys;
}

type Collected = Reply<{ readonly keys: readonly Readable[] } | { readonly problems: KeyProblems }>;

export const SECRET_NAMES: readonly SecretName[] = ['sellasist', 'faktura', 'abonent', 'rachunek'];
const IFIRMA_NAMES: readonly IfirmaKeyName[] = ['faktura', 'abonent', 'rachunek'];

export async function collectKeys(vault: Vault, accounts: readonly Account[], asked: AskedKeys): Promise<Collected> {
  const state = await vault.state();
  if (state === 'locked') return LOCKED;
  // An unlocked browser that somebody left alone gives its keys to nobody who does not know the passphrase.
  if (state === 'unlocked' && !(await vault.opens(asked.current ?? ''))) return refused('passphrase-wrong');
  const readable = await vault.readable();
  if (readable === 'locked') return LOCKED;
  if (state === 'unlocked') return { ok: true, value: { keys: readable } };

  const { keys, problems } = await typedKeys(vault, accounts, asked.keys);
  if (Object.keys(problems).length > 0) return { ok: true, value: { problems } };
  return { ok: true, value: { keys: [...readable, ...keys] } };
}

/** Whose keys they are, for the text under the passphrase; as many accounts as the file has, in the same order. */
export function fileKeys(accounts: readonly Account[], keys: readonly Readable[]): FileKeys {
  const panels = new Set(accounts.map(({ panel }) => panel));
  return {
    panels: Object.fromEntries(
      keys.flatMap(({ owner, name, value }) => (name === 'sellasist' && panels.has(owner) ? [[owner, value]] : [])),
    ),
    accounts: accounts.map(({ id, panel, login }) => ({
      panel,
      login,
      keys: Object.fromEntries(
        keys.flatMap(({ owner, name, value }) => (name !== 'sellasist' && owner === id ? [[name, value]] : [])),
      ),
    })),
  };
}

export function namesOf(account: Account, keys: readonly Readable[]): readonly SecretName[] {
  const owned = (name: SecretName) => (name === 'sellasist' ? account.panel : account.id);
  return SECRET_NAMES.filter((name) => keys.some((key) => key.name === name && key.owner === owned(name)));
}

/** An empty text leaves a key out of the file: whoever has it no more can still take the others along. */
async function typedKeys(
  vault: Vault,
  accounts: readonly Account[],
  typed: TypedKeys,
): Promise<{ readonly keys: readonly Readable[]; readonly problems: KeyProblems }> {
  const fingerprints = await vault.allFingerprints();
  const keys: Readable[] = [];
  const problems: Record<string, FieldProblem> = {};
  for (const { id, panel } of accounts) {
    const stored = fingerprints(id, panel);
    for (const name of IFIRMA_NAMES) {
      const text = typed[id]?.[name];
      const value = text?.replace(/\s+/g, '');
      if (stored[name] === null ? !value : value === '') continue;
      const problem = value === undefined ? 'required' : await keyProblem(vault, id, name, value);
      if (problem === null && value !== undefined) keys.push({ owner: id, name, value });
      else if (problem !== null) problems[`${id}/${name}`] = problem;
    }
  }
  return { keys, problems };
}

async function keyProblem(vault: Vault, id: string, name: IfirmaKeyName, value: string): Promise<FieldProblem | null> {
  if (!/^[0-9a-f]+$/i.test(value)) return 'key-not-hex';
  if (value.length % 2 !== 0) return 'key-odd-length';
  return (await vault.matches(id, name, value)) ? null : 'other-key';
}
