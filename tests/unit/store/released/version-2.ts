/**
 * A database as version 2 wrote it, with a passphrase over its keys. Frozen like version 1, of which it has kept the tables and
 * the rows of what was sent.
 */
import { ACCOUNT as OLD, ROWS as OLD_ROWS, SECOND_ACCOUNT as OLD_SECOND, PANEL_KEY, writeTables } from './version-1.ts';

export const FAKTURA_HEX = '0F1E2D3C4B5A6978';
export const PASSPHRASE = 'długie hasło sklepu';

const ACCOUNT = {
  ...OLD,
  tax: { vat: 'exempt', basis: 'Art. 113 ust. 1', flatRate: '0.055' },
  series: {
    '1': {
      kind: 'domestic',
      ifirmaSeries: 'sklep',
      template: '',
      numbering: 'sellasist',
      pattern: 'FV/{numer}',
      oss: false,
    },
  },
  settings: {
    ...OLD.settings,
    autoSend: true,
    stateFieldId: '13',
    orderSeriesId: '4',
    issuePlace: 'Warszawa',
    signature: 'UPO',
    bankAccount: { use: 'number', number: 'PL61109010140000071219812874' },
    dueDate: { from: 'issue', days: 14 },
    showBdo: true,
    showGios: false,
    splitPayment: 'large',
    gtu: '06',
    pkwiu: '26.20',
    notesText: 'Dziękujemy',
  },
  revision: 7,
};

const SECOND_ACCOUNT = {
  ...ACCOUNT,
  id: OLD_SECOND.id,
  name: OLD_SECOND.name,
  seriesIds: OLD_SECOND.seriesIds,
  series: {},
  settings: { ...ACCOUNT.settings, orderSeriesId: null },
  pausedBy: 'keys',
  revision: 1,
};

export const ROWS = { ...OLD_ROWS, accounts: [ACCOUNT, SECOND_ACCOUNT] } as const;

type Bytes = Uint8Array<ArrayBuffer>;

async function vaultRows(): Promise<readonly object[]> {
  const { subtle } = crypto;
  const text = (words: string): Bytes => new TextEncoder().encode(words);
  const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
  const sealed = async (key: CryptoKey, additional: string, bytes: Bytes) => {
    const iv = random(12);
    return {
      iv,
      ciphertext: await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: text(additional) }, key, bytes),
    };
  };
  const sealing = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const fingerprinting = await subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);

  const dataKeyId = '0011223344556677';
  const dataBytes = random(32);
  const dataKey = await subtle.importKey('raw', dataBytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const salt = random(16);
  const rounds = 10;
  const base = await subtle.importKey('raw', text(PASSPHRASE), 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  const wrapping = await subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  const { iv, ciphertext: wrapped } = await sealed(wrapping, `data-key/${dataKeyId}`, dataBytes);

  async function secret(id: readonly string[], place: string, bytes: Bytes): Promise<object> {
    const hex = Buffer.from(await subtle.sign('HMAC', fingerprinting, bytes)).toString('hex');
    const seal = { kind: 'passphrase', dataKeyId, ...(await sealed(dataKey, place, bytes)) };
    return { id, seal, fingerprint: `${hex.slice(0, 4)} ${hex.slice(4, 8)}` };
  }
  const faktura: Bytes = new Uint8Array(Buffer.from(FAKTURA_HEX, 'hex'));
  return [
    { id: ['own'], sealing, fingerprinting },
    { id: ['passphrase'], dataKeyId, rounds, salt, iv, wrapped },
    await secret(['hmac', ACCOUNT.id, 'faktura'], `${ACCOUNT.id}/faktura`, faktura),
    await secret(['panel', ACCOUNT.panel], `${ACCOUNT.panel}/sellasist`, text(PANEL_KEY)),
  ];
}

export async function writeVersion2(name: string): Promise<void> {
  await writeTables(name, 2, { ...ROWS, vault: await vaultRows() });
}
