/**
 * A database as version 1 wrote it. Frozen: it knows nothing of today's modules, so that whatever is made of them later, what
 * lies on people's disks is still tried. Each later version gets a file of its own beside this one.
 */
const PANEL = 'sklep';
export const FAKTURA_HEX = 'EAB0D8ACF3308F3B';
export const PANEL_KEY = 'Zażółć-sekret-7f3e91';

export const ACCOUNT = {
  id: '0123456789abcdef0123',
  name: 'Sklep',
  panel: PANEL,
  login: 'sklep@example.com',
  seriesIds: ['1', '4'],
  settings: {
    shippingVat: { rule: 'fixed', rate: { kind: 'percent', percent: 8 } },
    zeroVat: 'exempt',
    exemptBasis: 'art. 43 ust. 1 pkt 29',
    saleDate: 'payment',
    unit: 'kpl.',
    errorStatusId: '9',
    documentFieldId: '12',
    correctionFieldId: '14',
    savePdf: false,
  },
  payments: { '3': 'PRZ', '7': 'P24' },
  pausedBy: 'kod-403',
  fileForm: 'datauri',
};

export const SECOND_ACCOUNT = {
  ...ACCOUNT,
  id: 'fedcba98765432100123',
  name: 'Outlet',
  seriesIds: ['2'],
  pausedBy: null,
};

const TRANSFER = {
  panel: PANEL,
  key: 'd77',
  accountId: ACCOUNT.id,
  kind: 'invoice',
  orderId: '1001',
  documentId: '77',
  documentNumber: 'FV 77/11/2026',
  sale: 'sklep/1001',
  state: 'done',
  step: 'attach',
  priority: 0,
  notBefore: 9007199254740991,
  tries: 0,
  post: {
    beganAt: 1_795_000_000_000,
    endedAt: 1_795_000_000_900,
    gross: 13598,
    nip: '5261040828',
    issueDate: '2026-11-22',
    lookFrom: '2026-11-20',
  },
  looks: [],
  identifier: '4711',
  number: '12/11/2026',
  ksefNumber: null,
  bookedGross: 13598,
  sentHash: 'a'.repeat(64),
  findings: [],
  reason: null,
  confirmed: ['field:12'],
  attached: 'verified',
  createdAt: 1_795_000_000_000,
  updatedAt: 1_795_000_002_000,
};

const UNCERTAIN = {
  ...TRANSFER,
  key: 'o1002',
  orderId: '1002',
  documentId: null,
  documentNumber: null,
  sale: 'sklep/1002',
  state: 'uncertain',
  step: 'issue',
  notBefore: 1_795_000_600_000,
  looks: [{ at: 1_795_000_005_000 }],
  identifier: null,
  number: null,
  reason: { code: 'absent-once', params: { since: '1795000600900' } },
  attached: 'no',
  wasPosted: true,
};

const QUEUED = {
  ...TRANSFER,
  key: 'd78',
  orderId: '1003',
  documentId: '78',
  documentNumber: 'FV 78/11/2026',
  sale: 'sklep/1003',
  state: 'queued',
  step: 'check',
  notBefore: 0,
  post: null,
  identifier: null,
  number: null,
  sentHash: null,
  bookedGross: null,
  attached: 'no',
};

const LOG = [
  {
    at: 1_795_000_002_000,
    accountId: ACCOUNT.id,
    panel: PANEL,
    key: 'd77',
    step: 'attach',
    state: 'done',
    documentNumber: 'FV 77/11/2026',
    number: '12/11/2026',
    reason: null,
    findings: [],
    ms: 1200,
  },
  {
    at: 1_795_000_005_000,
    accountId: ACCOUNT.id,
    panel: PANEL,
    key: 'o1002',
    step: 'issue',
    state: 'uncertain',
    documentNumber: null,
    number: null,
    reason: { code: 'absent-once', params: { since: '1795000600900' } },
    findings: [{ code: 'sum-differs', path: 'total', params: {} }],
    ms: 300,
  },
];

const FACTS = [
  { name: 'erplink', version: 1, value: false },
  { name: 'language', version: 1, value: 'en' },
  {
    name: 'limit:ifirma:sklep@example.com',
    version: 1,
    value: { recent: [1_795_000_000_000], dayFrom: 1_795_000_000_000, today: 1, closedUntil: 0 },
  },
];

const DOCUMENTS = [
  {
    panel: PANEL,
    documentId: '77',
    orderId: '1001',
    kind: 'invoice',
    number: 'FV 77/11/2026',
    seriesId: '1',
    issueDate: '2026-11-22',
    seenAt: 1_795_000_000_000,
  },
];

export const ROWS = {
  accounts: [ACCOUNT, SECOND_ACCOUNT],
  transfers: [
    {
      transfer: TRANSFER,
      issueDate: '2026-11-22',
      place: ['2026-11-22', 'FV 000000000077/000000000011/000000002026', 1_795_000_000_000],
      recency: 1_795_000_002_000,
    },
    {
      transfer: UNCERTAIN,
      issueDate: null,
      place: ['2026-11-22', '', 1_795_000_000_000],
      recency: 1_795_000_005_000,
      needsPerson: 1_795_000_005_000,
    },
    {
      transfer: QUEUED,
      issueDate: '2026-11-23',
      place: ['2026-11-23', 'FV 000000000078/000000000011/000000002026', 1_795_000_000_000],
      recency: 1_795_000_006_000,
    },
  ],
  log: LOG,
  facts: FACTS,
  documents: DOCUMENTS,
} as const;

/** The secrets as version 1 sealed them, and one that it left behind where a new account was refused. */
async function vaultRows(): Promise<readonly object[]> {
  const { subtle } = crypto;
  const sealing = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const fingerprinting = await subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const fingerprint = async (secret: Uint8Array<ArrayBuffer>): Promise<string> => {
    const hex = Buffer.from(await subtle.sign('HMAC', fingerprinting, secret)).toString('hex');
    return `${hex.slice(0, 4)} ${hex.slice(4, 8)}`;
  };
  const faktura = new Uint8Array(Buffer.from(FAKTURA_HEX, 'hex'));
  const key = await subtle.importKey('raw', faktura, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
  const text = new TextEncoder().encode(PANEL_KEY);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const gcm = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(PANEL) };
  const ciphertext = await subtle.encrypt(gcm, sealing, text);
  const signing = { seal: { kind: 'imported', key }, fingerprint: await fingerprint(faktura) };
  return [
    { id: ['own'], sealing, fingerprinting },
    { id: ['hmac', ACCOUNT.id, 'faktura'], ...signing },
    { id: ['hmac', SECOND_ACCOUNT.id, 'faktura'], ...signing },
    { id: ['hmac', 'refused0000000000000', 'faktura'], ...signing },
    { id: ['panel', PANEL], seal: { kind: 'device', iv, ciphertext }, fingerprint: await fingerprint(text) },
  ];
}

export async function writeVersion1(name: string): Promise<void> {
  await writeTables(name, 1, { ...ROWS, vault: await vaultRows() });
}

/** The tables and indexes of version 1, which version 2 has kept. */
export async function writeTables(
  name: string,
  version: 1 | 2,
  tables: Readonly<Record<string, readonly object[]>>,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const opening = indexedDB.open(name, version);
  opening.onupgradeneeded = () => {
    const db = opening.result;
    db.createObjectStore('accounts', { keyPath: 'id' }).createIndex('panel', 'panel');
    db.createObjectStore('vault', { keyPath: 'id' });
    const transfers = db.createObjectStore('transfers', { keyPath: ['transfer.panel', 'transfer.key'] });
    transfers.createIndex('sale', 'transfer.sale', { unique: true });
    transfers.createIndex('byOrder', ['transfer.panel', 'transfer.orderId']);
    transfers.createIndex('byUpdate', 'recency', { unique: true });
    transfers.createIndex('needsPerson', 'needsPerson', { unique: true });
    transfers.createIndex('queue', ['transfer.state', 'transfer.priority', 'place']);
    transfers.createIndex('due', ['transfer.state', 'transfer.notBefore']);
    transfers.createIndex('identifier', ['transfer.accountId', 'transfer.identifier']);
    const log = db.createObjectStore('log', { keyPath: 'id', autoIncrement: true });
    log.createIndex('at', 'at');
    log.createIndex('document', ['panel', 'key']);
    db.createObjectStore('facts', { keyPath: 'name' });
    db.createObjectStore('documents', { keyPath: ['panel', 'documentId'] }).createIndex('byOrder', [
      'panel',
      'orderId',
    ]);
  };
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const db = opening.result;
    const writing = db.transaction(Object.keys(tables), 'readwrite');
    for (const [table, rows] of Object.entries(tables)) for (const row of rows) writing.objectStore(table).add(row);
    writing.onerror = () => reject(writing.error);
    writing.oncomplete = () => {
      db.close();
      resolve();
    };
  };
  await promise;
}
