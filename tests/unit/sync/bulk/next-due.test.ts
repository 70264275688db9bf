/** What is done next: people first, then what was begun, then what follows, then many at once as the limits allow. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../../utils/invoice/settings.ts';
import { PRIORITY, type Transfer } from '../../../../utils/invoice/transfer.ts';
import { erplinkOf } from '../../../../utils/store/facts.ts';
import { CHUNK, TO_BOOK, TO_FINISH } from '../../../../utils/sync/bulk/plan.ts';
import { createNextDue } from '../../../../utils/sync/next-due.ts';
import { exampleAccount, exampleTransfer, openExample, PANEL } from '../../store/examples.ts';

const NOW = 10_000_000;
const POST = { beganAt: 1, endedAt: 2, gross: 1, nip: '', issueDate: '2026-11-22', lookFrom: '2026-11-22' };
const ROOMY = { ifirma: 90, sellasist: 50 };

interface Room {
  readonly ifirma: number;
  readonly sellasist: number;
  /** When there is room again. */
  readonly again?: number;
}

const bulk = (id: number, changes: Partial<Transfer> = {}): Transfer =>
  exampleTransfer({ key: `d${id}`, orderId: String(id), priority: PRIORITY.bulk, createdAt: id, ...changes });
const person = (id: number, changes: Partial<Transfer> = {}): Transfer =>
  bulk(id, { priority: PRIORITY.person, ...changes });
/** Posted as one of many, its number still to be read. */
const posted = (id: number, changes: Partial<Transfer> = {}): Transfer =>
  bulk(id, { state: 'issued', step: 'number', post: POST, identifier: `i${id}`, notBefore: NOW - 1, ...changes });
const following = (id: number): Transfer =>
  bulk(id, { state: 'failed', notBefore: Number.MAX_SAFE_INTEGER, effects: { status: { at: NOW - 5, tries: 0 } } });

async function scene(
  transfers: readonly Transfer[],
  { accounts = [exampleAccount()], erplink = false }: { accounts?: readonly Account[]; erplink?: boolean | null } = {},
) {
  const store = await openExample();
  for (const account of accounts) {
    await store.accounts.save({ account, revision: 0 }, []);
    if (erplink !== null) await store.facts.set(erplinkOf(account.panel), erplink);
  }
  for (const transfer of transfers) await store.transfers.create(transfer, { issueDate: '2026-11-22' });
  const rooms = new Map<string, Room>();
  const nextDue = createNextDue({
    store,
    async room({ id }) {
      const { ifirma, sellasist, again = NOW + 60_000 }: Room = rooms.get(id) ?? ROOMY;
      const of = (now: number) => ({ now, at: (count: number) => (now >= count ? NOW : again) });
      return { ifirma: of(ifirma), sellasist: of(sellasist) };
    },
  });
  return {
    store,
    rooms,
    async next() {
      const due = await nextDue(NOW);
      if (due.kind === 'batch') return `${due.work} batch ${due.batch.id}`;
      if (due.kind === 'rest') return due.until === null ? 'rest' : `rest until ${due.until - NOW}`;
      if (due.kind === 'month') return `${due.work} the month`;
      return due.kind === 'effect' ? `${due.name} of ${due.transfer.key}` : due.transfer.key;
    },
    /** It was worked on: so it is now. */
    async becomes(key: Transfer['key'], changes: Partial<Transfer>) {
      await store.transfers.change(PANEL, key, (stored) => ({ ...stored, ...changes }));
    },
  };
}

const DONE: Partial<Transfer> = { state: 'done', notBefore: Number.MAX_SAFE_INTEGER };

describe('the order', () => {
  it('is: a person’s click, what was begun, what follows, what was posted or waits as one of many', async () => {
    const { next, becomes } = await scene([
      bulk(1),
      following(2),
      bulk(3, { state: 'uncertain', post: POST, notBefore: NOW - 1 }),
      posted(4, { step: 'pdf' }),
      person(5),
      person(6),
    ]);
    const done: string[] = [];
    for (const key of ['d5', 'd6', 'd3', 'd4'] as const) {
      done.push(await next());
      await becomes(key, { ...DONE, identifier: 'i' });
    }
    done.push(await next());
    await becomes('d2', { effects: {} });
    done.push(await next());
    expect(done).toEqual(['d5', 'd6', 'd3', 'd4', 'status of d2', 'd1']);
  });

  it('lets a person in while many are being worked on, and while their numbers are read', async () => {
    const { next, becomes, store } = await scene([
      bulk(1),
      bulk(2),
      ...Array.from({ length: CHUNK }, (_, at) => posted(100 + at)),
    ]);
    expect(await next()).toBe('d100');
    await store.transfers.create(person(9));
    expect(await next()).toBe('d9');
    await becomes('d9', { ...posted(9), priority: PRIORITY.person, tries: 0 });
    expect(await next(), 'and reads that person’s number at once').toBe('d9');
    await becomes('d9', DONE);
    expect(await next()).toBe('d100');
  });

  it('takes many by their dates, oldest first', async () => {
    const { next, becomes } = await scene([bulk(3), bulk(1), bulk(2)]);
    const done: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const key = await next();
      done.push(key);
      await becomes(key as 'd1', { ...DONE, identifier: 'i' });
    }
    expect(done).toEqual(['d1', 'd2', 'd3']);
  });
});

describe('a chunk', () => {
  it('is posted as a whole before its numbers are read, and read as a whole before the next is posted', async () => {
    const count = 2 * CHUNK + 3;
    const { next, becomes } = await scene(Array.from({ length: count }, (_, at) => bulk(1000 + at)));
    const story: string[] = [];
    for (let turn = 0; turn < 2 * count; turn += 1) {
      const key = (await next()) as Transfer['key'];
      const isNew = !story.includes(`post ${key}`);
      story.push(`${isNew ? 'post' : 'read'} ${key}`);
      await becomes(key, isNew ? posted(Number(key.slice(1))) : DONE);
    }
    expect(await next()).toBe('rest');
    const kinds = story.map((each) => each.slice(0, 4));
    const times = (kind: string, many: number) => Array.from({ length: many }, () => kind);
    expect(kinds).toEqual([
      ...times('post', CHUNK),
      ...times('read', CHUNK),
      ...times('post', CHUNK),
      ...times('read', CHUNK),
      ...times('post', 3),
      ...times('read', 3),
    ]);
    // Nothing was begun twice.
    expect(new Set(story).size).toBe(2 * count);
  });

  it('does not keep one waiting whose number was asked for in vain: it comes in its own time', async () => {
    const { next } = await scene([bulk(1), posted(2, { tries: 1 })]);
    expect(await next()).toBe('d2');
  });

  it('does not hold what is not due yet', async () => {
    const { next } = await scene([posted(2, { notBefore: NOW + 3_000 })]);
    expect(await next()).toBe('rest');
  });
});

describe('the limits', () => {
  it.each<readonly [what: string, room: Room, next: string]>([
    ['just enough to book: begun', { ...TO_BOOK }, 'd1'],
    [
      'one request too few of iFirma: not begun',
      { ...TO_BOOK, ifirma: TO_BOOK.ifirma - 1, again: NOW + 7 },
      'rest until 7',
    ],
    [
      'one too few of Sellasist: not begun',
      { ...TO_BOOK, sellasist: TO_BOOK.sellasist - 1, again: NOW + 7 },
      'rest until 7',
    ],
  ])('%s', async (_what, room, expected) => {
    const { next, rooms } = await scene([bulk(1)]);
    rooms.set('konto-1', room);
    expect(await next()).toBe(expected);
  });

  it('do not hold back a person, nor what was begun', async () => {
    const { next, rooms, becomes } = await scene([bulk(1), person(2), posted(3, { step: 'pdf' })]);
    rooms.set('konto-1', { ifirma: 0, sellasist: 0 });
    expect(await next()).toBe('d2');
    await becomes('d2', { ...DONE, identifier: 'i' });
    expect(await next()).toBe('d3');
  });

  it('leave to what fits what the other has no room for', async () => {
    const isSmall = { ...TO_BOOK };
    expect(TO_FINISH.sellasist).toBeGreaterThan(isSmall.sellasist);
    const { next, rooms } = await scene([bulk(1), ...Array.from({ length: CHUNK }, (_, at) => posted(100 + at))]);
    expect(await next()).toBe('d100');
    rooms.set('konto-1', isSmall);
    expect(await next()).toBe('d1');
  });

  it('of one account do not hold back another account’s documents behind it', async () => {
    const accounts = [
      exampleAccount(),
      exampleAccount({ id: 'konto-2', login: 'drugi@example.com', seriesIds: ['2'] }),
    ];
    const { next, rooms, becomes } = await scene([bulk(1), bulk(2), bulk(3, { accountId: 'konto-2' }), bulk(4)], {
      accounts,
    });
    rooms.set('konto-1', { ifirma: 0, sellasist: 50, again: NOW + 86_400_000 });
    expect(await next()).toBe('d3');
    rooms.set('konto-2', { ifirma: 0, sellasist: 50, again: NOW + 40_000 });
    expect(await next(), 'and it wakes for the one that has room first').toBe('rest until 40000');
    await becomes('d3', { ...DONE, identifier: 'i' });
    expect(await next()).toBe('rest until 86400000');
  });
});

describe('nobody works on', () => {
  it.each<readonly [what: string, changes: Partial<Account>, expected: string]>([
    ['a paused account', { pausedBy: 'kod-403' }, 'status of d3'],
    ['an account that was bound to another panel since', { panel: 'inny' }, 'rest'],
  ])('%s', async (_what, changes, expected) => {
    const { next } = await scene([bulk(1), person(2), following(3), posted(4)], {
      accounts: [exampleAccount(changes)],
    });
    expect(await next()).toBe(expected);
  });

  it.each([true, null])(
    'anything new while the vendor’s own integration is on, or nobody has said (%s)',
    async (erplink) => {
      const { next, becomes } = await scene([bulk(1), person(2), following(3), posted(4)], { erplink });
      expect(await next()).toBe('status of d3');
      await becomes('d3', { effects: {} });
      expect(await next(), 'what is booked already goes on').toBe('d4');
      await becomes('d4', DONE);
      expect(await next()).toBe('rest');
    },
  );

  it('anything where there is no account', async () => {
    const { next } = await scene([bulk(1), person(2), following(3), posted(4)], { accounts: [] });
    expect(await next()).toBe('rest');
  });
});
