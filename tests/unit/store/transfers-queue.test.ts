import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Transfer, TransferState } from '../../../utils/invoice/transfer.ts';
import { exampleTransfer, openExample, PANEL } from './examples.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

async function drain(store: Awaited<ReturnType<typeof openExample>>, now: number): Promise<string[]> {
  const keys: string[] = [];
  for (let next = await store.transfers.queued(now); next; next = await store.transfers.queued(now)) {
    keys.push(next.key);
    await store.transfers.change(PANEL, next.key, (found) => ({ ...found, state: 'done' }));
  }
  return keys;
}

describe('the queue', () => {
  it('gives what a person clicked before bulk work', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer({ key: 'd1', priority: 5 }), { issueDate: '2026-11-01' });
    await store.transfers.create(exampleTransfer({ key: 'd2', priority: 1 }), { issueDate: '2026-11-20' });
    expect(await drain(store, 0)).toEqual(['d2', 'd1']);
  });

  it('goes by issue date, then by number read as a number, then by arrival', async () => {
    const store = await openExample();
    const rows: [Transfer['key'], string | null, string, number][] = [
      ['d1', 'FV 12/11/2026', '2026-11-22', 1],
      ['d2', 'FV 9/11/2026', '2026-11-22', 2],
      ['d3', 'FV 100/10/2026', '2026-10-31', 3],
      ['d4', 'FV 7', '2026-11-23', 5],
      ['d5', 'FV 7', '2026-11-23', 4],
    ];
    for (const [key, documentNumber, issueDate, createdAt] of rows) {
      await store.transfers.create(exampleTransfer({ key, documentNumber, createdAt }), { issueDate });
    }
    expect(await drain(store, 0)).toEqual(['d3', 'd2', 'd1', 'd5', 'd4']);
  });

  it('puts what is dated on the day it is sent after what has its date', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer({ key: 'o1', documentNumber: null, createdAt: 1 }));
    await store.transfers.create(exampleTransfer({ key: 'd2', createdAt: 2 }), { issueDate: '2026-11-22' });
    expect(await drain(store, 0)).toEqual(['d2', 'o1']);
  });

  it('remembers the issue date through later changes, until it is given anew', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer({ key: 'd1' }), { issueDate: '2026-11-22' });
    await store.transfers.create(exampleTransfer({ key: 'd2' }), { issueDate: '2026-11-23' });
    await store.transfers.change(PANEL, 'd1', (found) => ({ ...found, tries: 1 }));
    expect((await store.transfers.queued(0))?.key).toBe('d1');
    await store.transfers.change(PANEL, 'd1', (found) => ({ ...found, tries: 2 }), { issueDate: '2026-11-24' });
    expect((await store.transfers.queued(0))?.key).toBe('d2');
  });

  it('gives nothing before its time', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer({ key: 'd1', priority: 1, notBefore: 5_000 }));
    expect(await store.transfers.queued(4_999)).toBeNull();
    expect((await store.transfers.queued(5_000))?.key).toBe('d1');
  });

  it('is not walked through while all of it waits', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer({ notBefore: 5_000 }));
    const walk = vi.spyOn(IDBIndex.prototype, 'openCursor');
    expect(await store.transfers.queued(4_999)).toBeNull();
    expect(walk).not.toHaveBeenCalled();
  });

  it('passes over what is not due to what is', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer({ key: 'd1', priority: 1, notBefore: 5_000 }));
    await store.transfers.create(exampleTransfer({ key: 'd2', priority: 5 }));
    expect((await store.transfers.queued(0))?.key).toBe('d2');
  });

  it('passes over what the asker does not accept, such as a paused account', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer({ key: 'd1', accountId: 'paused' }));
    await store.transfers.create(exampleTransfer({ key: 'd2', accountId: 'open', createdAt: 2_000 }));
    expect((await store.transfers.queued(0, ({ accountId }) => accountId !== 'paused'))?.key).toBe('d2');
    expect(await store.transfers.queued(0, () => false)).toBeNull();
  });

  it('takes what would wait for more than two days for what a clock that was ahead has left, and gives it', async () => {
    const store = await openExample();
    const [now, days] = [1_795_000_000_000, 86_400_000];
    const never = Number.MAX_SAFE_INTEGER;
    await store.transfers.create(exampleTransfer({ key: 'd1', notBefore: now + 365 * days }));
    await store.transfers.create(exampleTransfer({ key: 'd2', notBefore: now + 2 * days }));
    await store.transfers.create(exampleTransfer({ key: 'd3', notBefore: never }));
    expect(await drain(store, now)).toEqual(['d1']);
    await store.transfers.create(exampleTransfer({ key: 'd4', state: 'issued', notBefore: now + 365 * days }));
    await store.transfers.create(exampleTransfer({ key: 'd5', state: 'issued', notBefore: now + 2 * days }));
    await store.transfers.create(exampleTransfer({ key: 'd6', state: 'uncertain', notBefore: never }));
    expect((await store.transfers.waiting(now))?.key).toBe('d4');
    expect(await store.transfers.waiting(now, ({ key }) => key !== 'd4')).toBeNull();
  });

  it('holds only what is queued', async () => {
    const store = await openExample();
    const others: TransferState[] = ['sending', 'incomplete', 'uncertain', 'issued', 'done', 'failed', 'skipped'];
    for (const [at, state] of others.entries()) {
      await store.transfers.create(exampleTransfer({ key: `d${at}`, state }));
    }
    expect(await store.transfers.queued(Number.MAX_SAFE_INTEGER)).toBeNull();
  });
});

describe('a worker that starts', () => {
  it('finds what was begun and is not finished', async () => {
    const store = await openExample();
    const states: TransferState[] = [
      'queued',
      'sending',
      'incomplete',
      'uncertain',
      'issued',
      'done',
      'failed',
      'skipped',
    ];
    for (const [at, state] of states.entries()) {
      await store.transfers.create(exampleTransfer({ key: `d${at}`, state }));
    }
    const found = await store.transfers.unfinished();
    expect(found.map((transfer) => transfer.state).sort()).toEqual(['issued', 'sending', 'uncertain']);
  });

  it('goes on with what waited and is due, an unclear POST before what is booked already', async () => {
    const store = await openExample();
    await store.transfers.create(exampleTransfer({ key: 'd1', state: 'issued', notBefore: 1_000 }));
    await store.transfers.create(exampleTransfer({ key: 'd2', state: 'uncertain', notBefore: 2_000 }));
    await store.transfers.create(exampleTransfer({ key: 'd3', state: 'queued' }));
    expect(await store.transfers.waiting(999)).toBeNull();
    expect((await store.transfers.waiting(1_999))?.key).toBe('d1');
    expect((await store.transfers.waiting(2_000))?.key).toBe('d2');
    expect((await store.transfers.waiting(2_000, ({ key }) => key !== 'd2'))?.key).toBe('d1');
  });

  it('learns when to wake: the first time after now at which something that waits becomes due', async () => {
    const store = await openExample();
    expect(await store.transfers.wakeAt(0)).toBeNull();
    await store.transfers.create(exampleTransfer({ key: 'd1', state: 'queued', notBefore: 9_000 }));
    await store.transfers.create(exampleTransfer({ key: 'd2', state: 'uncertain', notBefore: 7_000 }));
    await store.transfers.create(exampleTransfer({ key: 'd3', state: 'issued', notBefore: 8_000 }));
    await store.transfers.create(exampleTransfer({ key: 'd4', state: 'failed', notBefore: 6_000 }));
    expect(await store.transfers.wakeAt(0)).toBe(7_000);
    expect(await store.transfers.wakeAt(7_000)).toBe(8_000);
    expect(await store.transfers.wakeAt(8_000)).toBe(9_000);
    expect(await store.transfers.wakeAt(9_000)).toBeNull();
  });
});

it('what is under way is what is being sent, then the queue; pages neither repeat nor leave out', async () => {
  const store = await openExample();
  for (let at = 1; at <= 3; at += 1)
    await store.transfers.create(exampleTransfer({ key: `d${at}`, state: 'sending', createdAt: at, updatedAt: at }));
  for (let at = 4; at <= 9; at += 1)
    await store.transfers.create(exampleTransfer({ key: `d${at}`, state: 'queued', createdAt: at, updatedAt: at }));
  await store.transfers.create(exampleTransfer({ key: 'd10', state: 'failed' }));
  expect(await store.transfers.countUnderWay()).toBe(9);
  for (const limit of [1, 2, 3, 4, 9, 20]) {
    const keys: string[] = [];
    let before: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof store.transfers.underWay>> = await store.transfers.underWay({
        before,
        limit,
      });
      keys.push(...page.rows.map(({ key }) => key));
      before = page.next;
    } while (before !== null);
    expect(keys, `${limit} a page`).toEqual(['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7', 'd8', 'd9']);
  }
});
