import { warsawDate } from '../../invoice/dates';
import { type KeysReply, PASSPHRASE_LEAST, type Reply, type SettingsFile } from '../../messages';
import type { Store } from '../../store/open';
import type { Readable } from '../../store/vault';
import type { Clock } from '../clock';
import { bug } from '../setup/refusals';
import { lookHere } from './here';
import { type AskedKeys, collectKeys, fileKeys, namesOf } from './keys-out';
import { readSettingsFile } from './read';
import { sealKeys } from './sealed-keys';
import { VERSION } from './upgrades';
import { fileText } from './write';

export interface FileSecretsAsked extends AskedKeys {
  /** Of the file. */
  readonly passphrase: string;
}

interface Tools {
  readonly store: Pick<Store, 'accounts' | 'facts' | 'vault'>;
  readonly clock: Clock;
  readonly crypto: Crypto;
}

export async function exportSettings(
  { store, clock, crypto }: Tools,
  asked: FileSecretsAsked | null,
): Promise<Reply<KeysReply<SettingsFile>>> {
  const here = await lookHere(store);
  let keys: readonly Readable[] = [];
  if (asked !== null) {
    // The form says so at its field; here it is what no other way gets past.
    if (asked.passphrase.length < PASSPHRASE_LEAST) return bug('passphrase');
    const collected = await collectKeys(store.vault, here.accounts, asked);
    if (!collected.ok) return collected;
    if ('problems' in collected.value) return { ok: true, value: { ok: false, keys: collected.value.problems } };
    keys = collected.value.keys;
  }
  const holdsKeys = here.accounts.some((account) => namesOf(account, keys).length > 0);
  const secrets =
    asked !== null && holdsKeys
      ? await sealKeys(crypto, asked.passphrase, fileKeys(here.accounts, keys), VERSION)
      : null;
  const exportedOn = warsawDate(clock.now());
  const text = fileText(here, exportedOn, (account) => namesOf(account, keys), secrets);
  // A copy that cannot be read back is none, and whoever needs it finds out too late.
  const readBack = readSettingsFile(text, here.accounts);
  if (!readBack.ok) return bug(`settings file: ${readBack.problem} ${readBack.path}`);
  return { ok: true, value: { ok: true, value: { name: `mostek-ustawienia-${exportedOn}.json`, text } } };
}
