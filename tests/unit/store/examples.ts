import { webcrypto } from 'node:crypto';
import type { RuleRun, RunEffect } from '../../../utils/invoice/rules/run.ts';
import type { Account } from '../../../utils/invoice/settings.ts';
import { DEFAULT_SETTINGS, DEFAULT_TAX } from '../../../utils/invoice/settings.ts';
import type { LogEntry, Transfer } from '../../../utils/invoice/transfer.ts';
import { openStore, type Store, type StoreOptions } from '../../../utils/store/open.ts';
import type { SecretChange, SecretOwnerName } from '../../../utils/store/vault.ts';

export const PANEL = 'sklep';

export function freshName(): string {
  return `mostek-${webcrypto.randomUUID()}`;
}

/** Opened, with every table in it. */
export async function openExample(name: string = freshName(), more: Partial<StoreOptions> = {}): Promise<Store> {
  const store = openStore({ crypto: globalThis.crypto, name, rounds: 10, ...more });
  await store.facts.getAll([]);
  return store;
}

export function exampleTransfer(changes: Partial<Transfer> = {}): Transfer {
  return {
    panel: PANEL,
    key: 'd77',
    accountId: 'konto-1',
    kind: 'invoice',
    orderId: '1001',
    documentId: '77',
    documentNumber: 'FV 77/11/2026',
    state: 'queued',
    step: 'check',
    priority: 5,
    notBefore: 0,
    tries: 0,
    post: null,
    looks: [],
    identifier: null,
    number: null,
    ksefNumber: null,
    bookedGross: null,
    sentHash: null,
    findings: [],
    reason: null,
    confirmed: [],
    attached: 'no',
    createdAt: 1_000,
    updatedAt: 1_000,
    ...changes,
  };
}

export function exampleEntry(changes: Partial<LogEntry> = {}): LogEntry {
  return {
    at: 1_000,
    accountId: 'konto-1',
    panel: PANEL,
    key: 'd77',
    step: 'issue',
    state: 'issued',
    documentNumber: 'FV 77/11/2026',
    number: null,
    reason: null,
    findings: [],
    ms: 120,
    ...changes,
  };
}

export function exampleRunEffect(changes: Partial<RunEffect> = {}): RunEffect {
  return { effect: { kind: 'notify' }, standing: 'due', at: 1_000, tries: 0, reason: null, ...changes };
}

export function exampleRun(changes: Partial<RuleRun> = {}): RuleRun {
  return {
    panel: PANEL,
    ruleId: 'regula-1',
    ruleName: 'Faktury',
    accountId: 'konto-1',
    key: 'd77',
    orderId: '1001',
    documentNumber: 'FV 77/11/2026',
    trigger: 'document',
    effects: [exampleRunEffect()],
    createdAt: 1_000,
    updatedAt: 1_000,
    ...changes,
  };
}

export function exampleAccount(changes: Partial<Account> = {}): Account {
  return {
    id: 'konto-1',
    name: 'Sklep',
    panel: PANEL,
    login: 'sklep@example.com',
    tax: DEFAULT_TAX,
    seriesIds: ['1'],
    series: {},
    settings: DEFAULT_SETTINGS,
    payments: { '3': 'PRZ' },
    pausedBy: null,
    fileForm: null,
    revision: 1,
    ...changes,
  };
}

/** Seals and stores one secret, as a form does; its fingerprint, null where it was removed. */
export async function keep(
  { vault, accounts }: Store,
  owner: string,
  name: SecretOwnerName,
  value: string,
): Promise<string | null> {
  const sealed = await vault.seal([{ owner, name, value }] satisfies SecretChange[]);
  if (!sealed.ok) throw new Error(`not sealed: ${sealed.why}`);
  const written = await accounts.saveAll([], sealed.writes, []);
  if (!written.ok) throw new Error(`not stored: ${written.why}`);
  const [write] = sealed.writes;
  return write && 'put' in write ? write.put.fingerprint : null;
}

/** Every row of every table, as it lies in the database. */
export async function rawRows(name: string): Promise<{ table: string; rows: unknown[] }[]> {
  const db = await requested(indexedDB.open(name));
  const tables = Array.from(db.objectStoreNames);
  const transaction = db.transaction(tables, 'readonly');
  const dump = await Promise.all(
    tables.map(async (table) => ({ table, rows: await requested(transaction.objectStore(table).getAll()) })),
  );
  db.close();
  return dump;
}

/** Rows put into a table by another hand than the store's. */
export async function putRaw(name: string, table: string, rows: readonly unknown[]): Promise<void> {
  const db = await requested(indexedDB.open(name));
  const written = db.transaction(table, 'readwrite').objectStore(table);
  for (const row of rows) await requested(written.put(row));
  db.close();
}

export function requested<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The request failed.'));
  });
}
