import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { DocumentKey, IsoDate } from '../invoice/document';
import type { Account } from '../invoice/settings';
import type { LogEntry, TransferState } from '../invoice/transfer';
import type { Batch } from './batches';
import type { PanelDocument } from './documents';
import type { FactRow } from './facts';
import type { RunRow } from './runs';
import type { TransferRow } from './transfer-row';
import type { VaultRow } from './vault-row';

/** What lies in the database as of the newest migration. */
export interface MostekDb extends DBSchema {
  accounts: { key: string; value: Account; indexes: { panel: string } };
  vault: { key: string[]; value: VaultRow };
  transfers: {
    key: [panel: string, key: DocumentKey];
    value: TransferRow;
    indexes: {
      /** Unique: one sale, one invoice (design, rule 2). */
      sale: string;
      byOrder: [panel: string, orderId: string];
      /** `recency`, see transfer-row. */
      byUpdate: number;
      needsPerson: number;
      /** Of those that need a person, by cause and recency. */
      cause: [cause: string, needsPerson: number];
      panelCause: [panel: string, cause: string, needsPerson: number];
      panelUpdate: [panel: string, recency: number];
      panelQueue: [panel: string, state: TransferState, priority: number, place: [IsoDate, string, number]];
      queue: [state: TransferState, priority: number, place: [IsoDate, string, number]];
      due: [state: TransferState, notBefore: number];
      identifier: [accountId: string, identifier: string];
      account: [accountId: string, state: TransferState];
      effectAt: number;
      /** Of many values: a correction stands in it under each name of its invoice. */
      corrects: string;
    };
  };
  log: {
    key: number;
    value: LogEntry;
    indexes: { at: number; document: [panel: string, key: DocumentKey] };
  };
  facts: { key: string; value: FactRow };
  documents: {
    key: [panel: string, documentId: string];
    value: PanelDocument;
    indexes: { byOrder: [panel: string, orderId: string] };
  };
  batches: { key: string; value: Batch };
  runs: {
    key: [panel: string, ruleId: string, key: DocumentKey];
    value: RunRow;
    indexes: {
      due: number;
      attention: number;
      byOrder: [panel: string, orderId: string];
      recent: [panel: string, createdAt: number, ruleId: string, key: DocumentKey];
    };
  };
}

export type StoreName = StoreNames<MostekDb>;

/**
 * One step of the database's history. It is typed by nothing but the names it writes down: the types above go on
 * changing, what was once released does not. May return a promise when it rewrites rows; it then awaits requests of the
 * given transaction and nothing else, or the transaction ends under it.
 */
export type Migration = (
  db: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
) => void | Promise<void>;

/** Entry n brings a database from version n to n + 1. Append only: a released entry is never edited. */
export const MIGRATIONS: readonly Migration[] = [
  firstTables,
  accountsWithSeries,
  transfersAndAnswers,
  effectsOfTransfers,
  batchesOfPanels,
  correctionsOfInvoices,
  causesOfWaiting,
  runsOfRules,
];

/** Runs what `oldVersion` lacks, in order; any failure undoes all of it. */
export async function bringForward(
  migrations: readonly Migration[],
  oldVersion: number,
  db: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
): Promise<void> {
  try {
    for (const migrate of migrations.slice(oldVersion)) {
      const pending = migrate(db, transaction);
      // Awaiting what is no request would let the upgrade end between two migrations.
      if (pending) await pending;
    }
  } catch (error) {
    transaction.abort();
    throw error;
  }
}

function firstTables(db: IDBPDatabase): void {
  const accounts = db.createObjectStore('accounts', { keyPath: 'id' });
  accounts.createIndex('panel', 'panel');

  db.createObjectStore('vault', { keyPath: 'id' });

  const transfers = db.createObjectStore('transfers', { keyPath: ['transfer.panel', 'transfer.key'] });
  // A row whose property is absent or null stands in no index over it.
  transfers.createIndex('sale', 'transfer.sale', { unique: true });
  transfers.createIndex('byOrder', ['transfer.panel', 'transfer.orderId']);
  transfers.createIndex('byUpdate', 'recency', { unique: true });
  transfers.createIndex('needsPerson', 'needsPerson', { unique: true });
  transfers.createIndex('queue', ['transfer.state', 'transfer.priority', 'place']);
  transfers.createIndex('due', ['transfer.state', 'transfer.notBefore']);
  // Not unique: an identifier that iFirma gave must be storable whatever else the ledger holds.
  transfers.createIndex('identifier', ['transfer.accountId', 'transfer.identifier']);

  const log = db.createObjectStore('log', { keyPath: 'id', autoIncrement: true });
  log.createIndex('at', 'at');
  log.createIndex('document', ['panel', 'key']);

  db.createObjectStore('facts', { keyPath: 'name' });

  const documents = db.createObjectStore('documents', { keyPath: ['panel', 'documentId'] });
  documents.createIndex('byOrder', ['panel', 'orderId']);
}

/**
 * What an account can be told since: at first it says what was done before it could be said. Its series wait for a person,
 * because a kind is never guessed.
 */
async function accountsWithSeries(
  _db: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
): Promise<void> {
  const accounts = transaction.objectStore('accounts');
  const owners = new Set<string>();
  for (let cursor = await accounts.openCursor(); cursor; cursor = await cursor.continue()) {
    const { settings, ...account } = cursor.value;
    owners.add(account.id);
    owners.add(account.panel);
    await cursor.update?.({
      ...account,
      tax: { vat: 'payer', basis: '', flatRate: 'none' },
      series: {},
      settings: {
        ...settings,
        autoSend: false,
        stateFieldId: null,
        orderSeriesId: null,
        issuePlace: '',
        signature: 'BWO',
        bankAccount: { use: 'ifirma' },
        dueDate: { from: 'none' },
        showBdo: false,
        showGios: false,
        splitPayment: 'ifirma',
        gtu: null,
        pkwiu: '',
        notesText: '',
      },
      revision: 1,
    });
  }
  // A new account that was refused left its keys behind. Nobody sees them, and a passphrase would ask for them.
  const vault = transaction.objectStore('vault');
  for (let cursor = await vault.openCursor(); cursor; cursor = await cursor.continue()) {
    const [kind, owner] = cursor.value.id;
    if (kind !== 'own' && !owners.has(owner)) await cursor.delete?.();
  }
}

/** What is asked of an account and of its panel. */
async function transfersAndAnswers(
  _db: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
): Promise<void> {
  // What of an account is in its books, or under way, is asked within each change of its login or panel, and has to be quick.
  transaction.objectStore('transfers').createIndex('account', ['transfer.accountId', 'transfer.state']);
  // Whether the vendor's own integration is on was asked once for all panels; since each panel has its own answer.
  const facts = transaction.objectStore('facts');
  const answer = await facts.get('erplink');
  if (answer === undefined) return;
  const accounts = await transaction.objectStore('accounts').getAll();
  for (const panel of new Set(accounts.map((account) => account.panel))) {
    await facts.put({ ...answer, name: `erplink:${panel}` });
  }
  await facts.delete('erplink');
}

/** What follows a transfer is found when it is due. Before, nothing followed: no row stands in it. */
function effectsOfTransfers(_db: IDBPDatabase, transaction: IDBPTransaction<unknown, string[], 'versionchange'>): void {
  transaction.objectStore('transfers').createIndex('effectAt', 'effectAt');
}

/** What a panel sends at once. Before, what was sent together was no more than its transfers, and those stay as they are. */
function batchesOfPanels(db: IDBPDatabase): void {
  db.createObjectStore('batches', { keyPath: 'panel' });
}

/** Corrections were found by their order; an invoice without an order has them as well. */
async function correctionsOfInvoices(
  _db: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
): Promise<void> {
  const transfers = transaction.objectStore('transfers');
  transfers.createIndex('corrects', 'corrects', { multiEntry: true });
  for (let cursor = await transfers.openCursor(); cursor; cursor = await cursor.continue()) {
    const { panel, correction } = cursor.value.transfer;
    if (correction === undefined) continue;
    const { invoiceKey, original, originalNumber } = correction;
    const names = [
      ...(original === null ? [] : [`${panel}/i/${original}`]),
      ...(originalNumber === null ? [] : [`${panel}/i/${originalNumber.trim().replaceAll('/', '_')}`]),
      ...(invoiceKey === null ? [] : [`${panel}/k/${invoiceKey}`]),
    ];
    if (names.length > 0) await cursor.update?.({ ...cursor.value, corrects: [...new Set(names)] });
  }
}

/** What waits for a person is found by its cause, and everything by its panel. */
async function causesOfWaiting(
  _db: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
): Promise<void> {
  const transfers = transaction.objectStore('transfers');
  transfers.createIndex('cause', ['cause', 'needsPerson']);
  transfers.createIndex('panelCause', ['transfer.panel', 'cause', 'needsPerson']);
  transfers.createIndex('panelUpdate', ['transfer.panel', 'recency']);
  transfers.createIndex('panelQueue', ['transfer.panel', 'transfer.state', 'transfer.priority', 'place']);
  // Only those that wait are read, one after the other.
  const waiting = transfers.index('needsPerson');
  for (let cursor = await waiting.openCursor(); cursor; cursor = await cursor.continue())
    await cursor.update?.({ ...cursor.value, cause: causeAtFirst(cursor.value.transfer) });
}

interface Waiting {
  readonly state: string;
  readonly reason: { readonly code: string; readonly params: Readonly<Record<string, string>> } | null;
  readonly findings: readonly { readonly code: string; readonly path: string }[];
}

/** `causeOf` as it was when this migration was written. */
function causeAtFirst({ state, reason, findings }: Waiting): string {
  if (state === 'uncertain' && reason?.code !== 'absent-proven' && reason?.code !== 'correction-unclear')
    return 'uncertain';
  const { kod = '' } = reason?.params ?? {};
  if (reason !== null) return reason.code === 'kod-other' && kod !== '' ? `kod-other:${kod}` : reason.code;
  const rank = (code: string): number => (FIRST_RANKS.includes(code) ? FIRST_RANKS.indexOf(code) : FIRST_RANKS.length);
  const [first] = findings.toSorted((one, other) => rank(one.code) - rank(other.code));
  if (first === undefined) return 'internal';
  const plain = first.path.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');
  const field = plain
    .replace(/\[\d*\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return first.code === 'ifirma-refused' && field !== '' ? `ifirma-refused:${field}` : first.code;
}

const FIRST_RANKS: readonly string[] = [
  'series-unassigned series-incomplete series-not-sent series-for-corrections series-oss',
  'series-shared order-series-missing order-series-unfit payment-unmapped payment-not-for-exempt',
  'payment-unknown legal-basis-missing buyer-postcode-missing buyer-postcode-invalid',
  'buyer-city-missing buyer-city-too-long buyer-name-missing buyer-name-too-long',
  'buyer-street-too-long buyer-nip-invalid buyer-country-missing ifirma-refused vat-zero-ambiguous',
  'vat-unknown vat-unsupported exempt-line-taxed line-name-missing line-quantity-invalid',
  'line-price-invalid line-gross-mismatch discount-not-spreadable no-lines total-unreadable',
  'total-mismatch total-zero sum-differs number-unreadable number-date-differs number-differs',
  'issue-date-future sale-date-after-issue issue-too-late order-unconfirmed receipt-exists',
  'buyer-country-unsupported currency-unsupported heading-contradicts correction-original-unsent',
  'correction-other-open correction-of-correction correction-not-domestic correction-currency',
  'correction-lines-unknown correction-sum-unclear correction-net correction-too-early',
  'correction-nothing-changes correction-quantity-outside correction-reason-unfit',
  'correction-line-unmatched correction-total-unfit correction-ambiguous correction-buyer-differs',
  'correction-buyer-spelled correction-discount-rounded corrected-before sale-taken',
  'maybe-booked-mark maybe-booked-state maybe-booked-number maybe-booked-field maybe-booked-unknown',
].flatMap((line) => line.split(' '));

/** What rules have done. Before, there were none. */
function runsOfRules(db: IDBPDatabase): void {
  const runs = db.createObjectStore('runs', { keyPath: ['run.panel', 'run.ruleId', 'run.key'] });
  runs.createIndex('due', 'due');
  runs.createIndex('attention', 'attention');
  runs.createIndex('byOrder', ['run.panel', 'run.orderId']);
  runs.createIndex('recent', ['run.panel', 'run.createdAt', 'run.ruleId', 'run.key']);
}
