/** The passphrase of the vault: setting it, changing it, taking it off, giving it. Each is one transaction over all secrets. */
import type { Connection } from './connection';
import { importDataKey, unwrap, wrap } from './envelope';
import type { FactRow } from './facts';
import { bytesOf, type Sealing } from './sealing';
import type { SessionArea } from './session';
import {
  isSecret,
  ownerOf,
  type SecretChange,
  type SecretRow,
  secretId,
  type VaultRow,
  type VaultRowOf,
} from './vault-row';
import type { VaultTable } from './vault-table';
import { type Written, write } from './write';

type Passphrase = VaultRowOf<'passphrase'>;

export interface Passphrases {
  /**
   * Puts everything under a passphrase and leaves it unlocked.
   * @param secrets every iFirma key that is stored: what was imported cannot be sealed. `other-keys`: they are not, or not any more.
   * @param facts stored with it, or not at all.
   */
  turnOn(
    passphrase: string,
    secrets: readonly SecretChange[],
    facts?: readonly FactRow[],
  ): Promise<Written | { readonly ok: false; readonly why: 'other-keys' }>;
  change(current: string, next: string): Promise<'done' | 'wrong' | 'full'>;
  turnOff(current: string): Promise<'done' | 'wrong' | 'full'>;
  /** false: not this passphrase, or there is none. */
  unlock(passphrase: string): Promise<boolean>;
  /** Does it open the vault? Changes nothing. */
  opens(passphrase: string): Promise<boolean>;
  lock(): Promise<void>;
  /** Takes the passphrase away with every secret: they can never be opened again. */
  forget(): Promise<Written>;
}

export interface PassphraseTools {
  readonly connection: Connection;
  readonly table: VaultTable;
  readonly sealing: Sealing;
  readonly crypto: Crypto;
  readonly session: SessionArea;
  readonly rounds: number;
}

export function createPassphrase({
  connection,
  table,
  sealing,
  crypto,
  session,
  rounds,
}: PassphraseTools): Passphrases {
  /** The data key's bytes, to be zeroed after use; null: another passphrase, or there is none. */
  async function opened(passphrase: string, row: Passphrase | null) {
    return row === null ? null : unwrap(crypto, passphrase, row);
  }

  /** Another one's may lie there meanwhile. */
  async function dropHeld(dataKeyId: string): Promise<void> {
    if (await sealing.holds(dataKeyId)) await session.clear();
  }

  /**
   * Seals every secret anew and sets or takes off the passphrase, in one transaction. What was saved in between is not lost:
   * then all begins again. null: there was a change of the passphrase itself in between.
   * @param facts that are stored with it, or not at all.
   */
  async function resealAll(
    passphrase: Passphrase | null,
    reseal: (row: SecretRow) => Promise<SecretRow | null>,
    next: Passphrase | null,
    facts: readonly FactRow[] = [],
  ): Promise<Written | null> {
    for (;;) {
      const before = await table.all();
      if (stampOf(before.find(isPassphrase)) !== stampOf(passphrase ?? undefined)) return null;
      const secrets = before.filter(isSecret);
      const after = await Promise.all(secrets.map(reseal));
      const written = await write(
        connection,
        ['vault', 'facts'],
        'strict',
        async (transaction): Promise<Written | 'again'> => {
          const rows = transaction.objectStore('vault');
          const now = await rows.getAll();
          if (now.map(stampOf).join() !== before.map(stampOf).join()) return 'again';
          for (const [at, row] of after.entries()) {
            const old = secrets[at];
            if (row) await rows.put(row);
            else if (old) await rows.delete(old.id);
          }
          if (next) await rows.put(next);
          else await rows.delete(['passphrase']);
          for (const row of facts) await transaction.objectStore('facts').put(row);
          return { ok: true };
        },
      );
      if (written !== 'again') return written;
    }
  }

  return {
    async turnOn(passphrase, secrets, facts = []) {
      if ((await table.read(['passphrase'])) !== null) throw new Error('There is a passphrase already.');
      const own = await table.ownKeys();
      if ('ok' in own) return own;
      const typed = new Map(secrets.map(({ owner, name, value }) => [secretId(owner, name).join('/'), value.trim()]));
      const id = hexOf(crypto.getRandomValues(new Uint8Array(8)));
      const bytes = crypto.getRandomValues(new Uint8Array(32));
      const next = await wrap(crypto, passphrase, { id, bytes }, rounds);
      const dataKey = { id, key: await importDataKey(crypto, bytes) };
      // Before it is needed: nothing that is on its way meets a locked vault in between.
      await sealing.hold(id, bytes);
      bytes.fill(0);

      const reseal = async (row: SecretRow): Promise<SecretRow | null> => {
        const { name } = ownerOf(row.id);
        const secret = await sealing.open(row, own);
        // A key that does not open is lost already, and the form asks for it.
        if (secret.kind === 'damaged') return null;
        const plain = secret.kind === 'open' ? secret.bytes : bytesOf(name, typed.get(row.id.join('/')) ?? '');
        const sealed = await sealing.seal(row.id, plain, own, dataKey);
        plain.fill(0);
        if (sealed.fingerprint !== row.fingerprint) throw new OtherKeys();
        return sealed;
      };
      try {
        const written = await resealAll(null, reseal, next, facts);
        if (written === null) throw new Error('There is a passphrase already.');
        if (!written.ok) await dropHeld(id);
        return written;
      } catch (error) {
        await dropHeld(id);
        if (error instanceof OtherKeys) return { ok: false, why: 'other-keys' };
        throw error;
      }
    },

    async change(current, next) {
      const row = await table.read(['passphrase']);
      const bytes = await opened(current, row);
      if (row === null || bytes === null) return 'wrong';
      const wrapped = await wrap(crypto, next, { id: row.dataKeyId, bytes }, rounds);
      bytes.fill(0);
      const written = await write(connection, ['vault'], 'strict', async (transaction) => {
        const rows = transaction.objectStore('vault');
        // Changed by somebody else since: then what was typed is not the current one any more.
        if (stampOf(await rows.get(['passphrase'])) !== stampOf(row)) return 'wrong';
        await rows.put(wrapped);
        return 'done';
      });
      return typeof written === 'string' ? written : 'full';
    },

    async turnOff(current) {
      const row = await table.read(['passphrase']);
      const bytes = await opened(current, row);
      if (row === null || bytes === null) return 'wrong';
      const dataKey = { id: row.dataKeyId, key: await importDataKey(crypto, bytes) };
      bytes.fill(0);
      const own = await table.ownKeys();
      if ('ok' in own) return 'full';
      const written = await resealAll(
        row,
        async (each) => {
          const secret = await sealing.open(each, own, dataKey);
          if (secret.kind !== 'open') return null;
          const sealed = await sealing.seal(each.id, secret.bytes, own, null);
          secret.bytes.fill(0);
          return sealed;
        },
        null,
      );
      if (written === null) return 'wrong';
      if (!written.ok) return 'full';
      await dropHeld(row.dataKeyId);
      return 'done';
    },

    async unlock(passphrase) {
      const row = await table.read(['passphrase']);
      const bytes = await opened(passphrase, row);
      if (row === null || bytes === null) return false;
      await sealing.hold(row.dataKeyId, bytes);
      bytes.fill(0);
      return true;
    },

    async opens(passphrase) {
      const bytes = await opened(passphrase, await table.read(['passphrase']));
      bytes?.fill(0);
      return bytes !== null;
    },

    lock: () => session.clear(),

    async forget() {
      const written = await write(connection, ['vault'], 'strict', async (transaction): Promise<Written> => {
        const rows = transaction.objectStore('vault');
        for (const row of await rows.getAll()) if (isSecret(row) || isPassphrase(row)) await rows.delete(row.id);
        return { ok: true };
      });
      await session.clear();
      return written;
    },
  };
}

/** What was typed is not what is stored: a key was saved, or replaced, since it was asked for. */
class OtherKeys extends Error {}

function isPassphrase(row: VaultRow): row is Passphrase {
  return row.id[0] === 'passphrase';
}

/** The same as long as a row holds the same: a secret by its fingerprint, the passphrase by its salt. */
function stampOf(row: VaultRow | undefined): string {
  if (row === undefined) return '';
  const held = 'fingerprint' in row ? row.fingerprint : 'salt' in row ? hexOf(row.salt) : '';
  return `${row.id.join('/')}=${held}`;
}

function hexOf(bytes: Uint8Array<ArrayBuffer>): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
