import type { IDBPObjectStore } from 'idb';
import type { MostekDb, StoreName } from './schema';
import type { VaultRowOf, VaultWrite } from './vault-row';

/**
 * Stores what the vault has sealed, in the transaction of whoever saves. false, and nothing is written: a passphrase was set
 * or taken off since, so that what is sealed would not fit to the rest.
 */
export async function writeSecrets<Names extends StoreName[]>(
  table: IDBPObjectStore<MostekDb, Names, 'vault', 'readwrite'>,
  writes: readonly VaultWrite[],
): Promise<boolean> {
  const passphrase = (await table.get(['passphrase'])) as VaultRowOf<'passphrase'> | undefined;
  if (!writes.every((each) => fits(each, passphrase))) return false;
  for (const each of writes) {
    if ('put' in each) await table.put(each.put);
    else await table.delete(each.remove);
  }
  return true;
}

function fits(write: VaultWrite, passphrase: VaultRowOf<'passphrase'> | undefined): boolean {
  if (!('put' in write)) return true;
  const { seal } = write.put;
  return seal.kind === 'passphrase' ? seal.dataKeyId === passphrase?.dataKeyId : passphrase === undefined;
}
