import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PostIntent } from '../../../utils/invoice/transfer.ts';
import { exampleAccount, exampleEntry, exampleTransfer, freshName, openExample, PANEL } from './examples.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const intent: PostIntent = {
  beganAt: 2_000,
  endedAt: null,
  gross: 12_300,
  nip: '',
  issueDate: '2026-11-22',
  lookFrom: '2026-11-21',
};

describe('a transfer', () => {
  it('comes back from the database as it was stored', async () => {
    const store = await openExample();
    const transfer = exampleTransfer({ sale: 'sklep/1001', post: intent });
    expect(await store.transfers.create(transfer)).toEqual({ ok: true, transfer });
    expect(await store.transfers.get(PANEL, 'd77')).toEqual(transfer);
    expect(await store.transfers.get(PANEL, 'd78')).toBeNull();
  });

  it('is found by the order it belongs to, and one without an order by none', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer({ key: 'd77' }));
    await store.transfers.create(exampleTransfer({ key: 'd78' }));
    await store.transfers.create(exampleTransfer({ key: 'd79', orderId: null }));
    await store.transfers.create(exampleTransfer({ key: 'd80', panel: 'inny' }));
    const found = await store.transfers.byOrder(PANEL, '1001');
    expect(found.map((transfer) => transfer.key)).toEqual(['d77', 'd78']);
  });

  it('is one a document: creating a second answers with the first and changes nothing', async () => {
    const store = await openExample();
    const first = exampleTransfer({ identifier: '900' });
    await store.transfers.create(first);
    const second = await store.transfers.create(exampleTransfer(), { log: exampleEntry() });
    expect(second).toEqual({ ok: false, why: 'exists', transfer: first });
    expect(await store.transfers.get(PANEL, 'd77')).toEqual(first);
    expect((await store.log.page({ before: null, limit: 10 })).rows).toEqual([]);
  });

  it('that does not exist cannot be changed', async () => {
    const store = await openExample();
    expect(await store.transfers.change(PANEL, 'd77', (transfer) => transfer)).toEqual({ ok: false, why: 'missing' });
  });

  it('stays as it is when the change answers null, and no log is written', async () => {
    const store = await openExample();
    const transfer = exampleTransfer();
    await store.transfers.create(transfer);
    expect(await store.transfers.change(PANEL, 'd77', () => null, { log: exampleEntry() })).toEqual({
      ok: true,
      transfer,
    });
    expect((await store.log.page({ before: null, limit: 10 })).rows).toEqual([]);
  });

  it('loses no change when two connections change it at once', async () => {
    const name = freshName();
    const [one, other] = await Promise.all([openExample(name), openExample(name)]);
    await one.transfers.create(exampleTransfer());
    const tries = Array.from({ length: 20 }, (_, at) =>
      (at % 2 ? one : other).transfers.change(PANEL, 'd77', (found) => ({ ...found, tries: found.tries + 1 })),
    );
    await Promise.all(tries);
    expect((await one.transfers.get(PANEL, 'd77'))?.tries).toBe(20);
  });

  it('cannot become the transfer of another document', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer());
    await expect(store.transfers.change(PANEL, 'd77', (found) => ({ ...found, key: 'd78' }))).rejects.toThrow();
    expect(await store.transfers.get(PANEL, 'd77')).toEqual(exampleTransfer());
    expect(await store.transfers.get(PANEL, 'd78')).toBeNull();
  });
});

describe('one sale, one invoice', () => {
  it('lets exactly one of two connections hold a sale', async () => {
    const name = freshName();
    const [one, other] = await Promise.all([openExample(name), openExample(name)]);
    const results = await Promise.all([
      one.transfers.create(exampleTransfer({ key: 'o1001', sale: 'sklep/1001' })),
      other.transfers.create(exampleTransfer({ key: 'd77', sale: 'sklep/1001' })),
    ]);
    const winners = results.filter((result) => result.ok);
    expect(winners).toHaveLength(1);
    const winner = winners[0]?.ok ? winners[0].transfer : null;
    expect(results.find((result) => !result.ok)).toEqual({ ok: false, why: 'taken', taken: winner });
    expect(await one.transfers.byOrder(PANEL, '1001')).toEqual([winner]);
  });

  it('names the holder when a change would take a held sale, and stores neither the change nor its log', async () => {
    const store = await openExample();
    const holder = exampleTransfer({ key: 'o1001', sale: 'sklep/1001' });
    const waiting = exampleTransfer({ key: 'd77' });
    await store.transfers.create(holder);
    await store.transfers.create(waiting);
    const result = await store.transfers.change(
      PANEL,
      'd77',
      (found) => ({ ...found, sale: 'sklep/1001', state: 'sending' }),
      { log: exampleEntry() },
    );
    expect(result).toEqual({ ok: false, why: 'taken', taken: holder });
    expect(await store.transfers.get(PANEL, 'd77')).toEqual(waiting);
    expect((await store.log.page({ before: null, limit: 10 })).rows).toEqual([]);
  });

  it('lets the holder itself be changed, and the sale be taken once it was given up', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer({ key: 'o1001', sale: 'sklep/1001' }));
    await store.transfers.create(exampleTransfer({ key: 'd77' }));
    const kept = await store.transfers.change(PANEL, 'o1001', (found) => ({ ...found, tries: 1 }));
    expect(kept.ok).toBe(true);
    await store.transfers.change(PANEL, 'o1001', ({ sale: _given, ...found }) => ({ ...found, state: 'skipped' }));
    const taken = await store.transfers.change(PANEL, 'd77', (found) => ({ ...found, sale: 'sklep/1001' }));
    expect(taken.ok).toBe(true);
  });

  it('lets any number of transfers hold no sale', async () => {
    const store = await openExample();
    expect((await store.transfers.create(exampleTransfer({ key: 'd1' }))).ok).toBe(true);
    expect((await store.transfers.create(exampleTransfer({ key: 'd2' }))).ok).toBe(true);
  });

  it('is held by the index itself, should a writer forget to ask', async () => {
    const name = freshName();
    const store = await openExample(name);
    await store.transfers.create(exampleTransfer({ key: 'd1', sale: 'sklep/1001' }));
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const error = await new Promise<DOMException | null>((resolve) => {
      const request = db
        .transaction('transfers', 'readwrite')
        .objectStore('transfers')
        .put({ transfer: exampleTransfer({ key: 'd2', sale: 'sklep/1001' }), recency: 5_000, place: [] });
      request.onsuccess = () => resolve(null);
      request.onerror = () => resolve(request.error);
    });
    db.close();
    expect(error?.name).toBe('ConstraintError');
  });
});

describe('what is written', () => {
  it('asks for strict durability for the intent and for the identifier', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer());
    const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await store.transfers.change(PANEL, 'd77', (found) => ({ ...found, state: 'sending', post: intent }));
    await store.transfers.change(PANEL, 'd77', (found) => ({ ...found, identifier: '900' }));
    expect(begun.mock.calls).toEqual([
      [['transfers', 'log', 'accounts'], 'readwrite', { durability: 'strict' }],
      [['transfers', 'log', 'accounts'], 'readwrite', { durability: 'strict' }],
    ]);
  });

  it('asks for strict durability for a new transfer, and for relaxed only when told so', async () => {
    const store = await openExample();
    const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await store.transfers.create(exampleTransfer());
    await store.transfers.change(PANEL, 'd77', (found) => ({ ...found, tries: 1 }), { durability: 'relaxed' });
    expect(begun.mock.calls.map((call) => call[2])).toEqual([{ durability: 'strict' }, { durability: 'relaxed' }]);
  });

  it('is answered only when the transaction is complete', async () => {
    const store = await openExample();
    const complete = vi.fn();
    const begin = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...asked) {
      const transaction = begin.apply(this, asked);
      transaction.addEventListener('complete', complete);
      return transaction;
    });
    await store.transfers.create(exampleTransfer());
    expect(complete).toHaveBeenCalledTimes(1);
  });

  it('takes its log entry along, which may speak of what was stored', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer(), { log: exampleEntry({ step: 'check' }) });
    await store.transfers.change(PANEL, 'd77', (found) => ({ ...found, number: '5/11/2026' }), {
      log: (stored) => exampleEntry({ number: stored.number }),
    });
    const { rows } = await store.log.page({ before: null, limit: 10 });
    expect(rows.map((entry) => [entry.step, entry.number])).toEqual([
      ['issue', '5/11/2026'],
      ['check', null],
    ]);
  });

  it('is undone, and the fault thrown, when the change itself throws', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer());
    const fault = new Error('a bug');
    await expect(
      store.transfers.change(PANEL, 'd77', () => {
        throw fault;
      }),
    ).rejects.toBe(fault);
    expect(await store.transfers.get(PANEL, 'd77')).toEqual(exampleTransfer());
  });

  it('is never half there: a log entry that cannot be stored undoes the transfer', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer());
    const unclonable = { ...exampleEntry(), reason: (() => {}) as never };
    await expect(
      store.transfers.change(PANEL, 'd77', (found) => ({ ...found, state: 'done' }), { log: unclonable }),
    ).rejects.toThrow();
    expect((await store.transfers.get(PANEL, 'd77'))?.state).toBe('queued');
    expect((await store.transfers.recent({ before: null, limit: 5 })).rows).toEqual([exampleTransfer()]);
  });
});

describe('a full disk', () => {
  it('is an answer, not an exception, when the write itself is refused', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer());
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const result = await store.transfers.change(PANEL, 'd77', (found) => ({ ...found, state: 'sending' }));
    expect(result).toEqual({ ok: false, why: 'full' });
    vi.restoreAllMocks();
    expect((await store.transfers.get(PANEL, 'd77'))?.state).toBe('queued');
  });

  it('is an answer when only the commit finds out, and neither transfer nor log is stored', async () => {
    const store = await openExample();
    const add = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...asked) {
      const request = add.apply(this, asked);
      // The stand-in has no quota; this is how it aborts a transaction with a cause, as browsers do at commit.
      const transaction = this.transaction as unknown as { _abort(cause: string): void };
      request.addEventListener('success', () => transaction._abort('QuotaExceededError'));
      return request;
    });
    const result = await store.transfers.create(exampleTransfer(), { log: exampleEntry() });
    expect(result).toEqual({ ok: false, why: 'full' });
    expect(await store.transfers.get(PANEL, 'd77')).toBeNull();
    expect((await store.log.page({ before: null, limit: 10 })).rows).toEqual([]);
  });

  it('is an answer when it cuts the transaction off between two of its requests', async () => {
    const store = await openExample();
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...asked) {
      const request = put.apply(this, asked);
      const transaction = this.transaction as unknown as { _abort(cause: string): void };
      request.addEventListener('success', () => transaction._abort('QuotaExceededError'));
      return request;
    });
    const result = await store.transfers.create(exampleTransfer(), { log: exampleEntry() });
    expect(result).toEqual({ ok: false, why: 'full' });
    expect(await store.transfers.get(PANEL, 'd77')).toBeNull();
  });

  it('is told apart from other faults, which are thrown', async () => {
    const store = await openExample();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError');
    });
    await expect(store.transfers.create(exampleTransfer())).rejects.toMatchObject({ name: 'UnknownError' });
  });
});

describe('a document that was prepared for an account', () => {
  const account = exampleAccount();

  it.each([
    ['is there', account, true],
    ['is there, paused and saved since', { ...account, pausedBy: 'kod-403', name: 'Inna nazwa' }, true],
    ['is gone', null, false],
    ['has another login', { ...account, login: 'inny@example.com' }, false],
    ['is bound to another panel', { ...account, panel: 'inny' }, false],
  ])('is written only while that %s', async (_how, stored, isWritten) => {
    const store = await openExample();
    if (stored) await store.accounts.save({ account: stored, revision: 0 }, []);
    const written = isWritten ? { ok: true } : { ok: false, why: 'account-gone' };
    const log = exampleEntry();
    expect(await store.transfers.create(exampleTransfer(), { account, log })).toMatchObject(written);
    await store.transfers.create(exampleTransfer({ state: 'failed' }));
    const queued = await store.transfers.change(
      PANEL,
      'd77',
      (found) => ({ ...found, state: 'queued', updatedAt: 2_000 }),
      { account },
    );
    expect(queued).toMatchObject(written);
    expect((await store.transfers.get(PANEL, 'd77'))?.updatedAt).toBe(isWritten ? 2_000 : 1_000);
    expect((await store.log.page({ before: null, limit: 5 })).rows).toHaveLength(isWritten ? 1 : 0);
  });
});

describe('an account', () => {
  const post = { beganAt: 1, endedAt: 2, gross: 1, nip: '', issueDate: '2026-11-22', lookFrom: '2026-11-20' };

  it.each([
    ['nothing', [], false, false],
    ['what failed before its POST', [{ state: 'failed' }], false, false],
    ['what waits', [{ state: 'queued' }], false, true],
    ['what is on its way', [{ state: 'sending' }], false, true],
    ['what is unclear', [{ state: 'uncertain', post }], true, true],
    ['what failed after a POST that was unclear', [{ state: 'failed', wasPosted: true }], true, false],
    ['what waits to be mended after one', [{ state: 'incomplete', wasPosted: true }], true, false],
    ['what is booked', [{ state: 'done', identifier: '900' }], true, false],
    ['what was linked and skipped', [{ state: 'skipped', identifier: '900' }], true, false],
    ['an invoice whose PDF comes', [{ state: 'issued', identifier: '900' }], true, true],
    ['one that waits for a person', [{ state: 'issued', identifier: '900', notBefore: 2 ** 53 - 1 }], true, false],
    ['one booked beside one that waits', [{ state: 'done', identifier: '9' }, { state: 'queued' }], true, true],
  ] as const)('with %s: sent and busy as it is', async (_what, changes, hasSent, isBusy) => {
    const store = await openExample();
    for (const [at, change] of changes.entries())
      await store.transfers.create(exampleTransfer({ ...change, key: `d${at}`, orderId: String(at) }));
    const others = exampleTransfer({ key: 'd99', accountId: 'konto-2', state: 'uncertain', post, identifier: '1' });
    await store.transfers.create(others);
    expect(await store.transfers.ofAccount('konto-1')).toEqual({ hasSent, isBusy });
  });
});

describe('identifiers of iFirma', () => {
  it('are known with the transfers that have them, in the accounts of one login', async () => {
    const store = await openExample();
    const mine = exampleTransfer({ key: 'd1', identifier: '900' });
    await store.transfers.create(mine);
    await store.transfers.create(exampleTransfer({ key: 'd2', identifier: '901', accountId: 'konto-2' }));
    await store.transfers.create(exampleTransfer({ key: 'd3', identifier: null }));
    const beside = exampleTransfer({ key: 'd4', identifier: '900', accountId: 'konto-3' });
    await store.transfers.create(beside);
    expect(await store.transfers.known(['konto-1', 'konto-3', 'konto-4'], ['900', '901', '902'])).toEqual(
      new Map([['900', [mine, beside]]]),
    );
    expect(await store.transfers.known(['konto-1'], [])).toEqual(new Map());
  });

  it('can be stored even if another transfer has the same, so that none is ever lost', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer({ key: 'd1', identifier: '900' }));
    expect((await store.transfers.create(exampleTransfer({ key: 'd2', identifier: '900' }))).ok).toBe(true);
  });
});
