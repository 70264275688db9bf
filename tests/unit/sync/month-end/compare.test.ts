/** `Zamknięcie miesiąca`, with both services behind it. */
import { describe, expect, it, vi } from 'vitest';
import { documentsOf } from '../batch/scene.ts';
import { setUpIn } from '../set-up.ts';
import { createWorld, MINUTE, SECOND_LOGIN, type World } from '../world.ts';
import { byHand, compare, NOVEMBER } from './scene.ts';

vi.setConfig({ testTimeout: 60_000 });

async function shop(dates: readonly string[]): Promise<{ world: World; keys: readonly string[] }> {
  const world = await createWorld();
  const refs = documentsOf(world, dates);
  return { world, keys: refs.map(({ key }) => key) };
}

async function send(world: World, key: string) {
  const document = world.panel.documents.get(key.slice(1));
  if (document?.orderId == null) throw new Error(`no ${key}`);
  const view = await world.send(document.orderId, key as `d${string}`);
  expect(view.state).toBe('done');
  return document;
}

const rowOf = ({ rows }: Awaited<ReturnType<typeof compare>>, key: string) => rows.find((row) => row.key === key);

describe('a document', () => {
  it('that was sent is equal, with both numbers and both sums', async () => {
    const { world, keys } = await shop(['2026-11-20']);
    const document = await send(world, keys[0] ?? '');
    const row = rowOf(await compare(world), keys[0] ?? '');
    expect(row).toMatchObject({
      verdict: 'same',
      number: document.number,
      orderId: document.orderId,
      gross: document.total,
      difference: 0,
      ifirma: { gross: document.total, number: world.ifirma.booked()[0]?.number },
    });
  });

  it('that nobody has sent is missing, and can be sent from there; a receipt or a proforma is none', async () => {
    const { world, keys } = await shop(['2026-11-20']);
    const month = await compare(world);
    expect(rowOf(month, keys[0] ?? '')).toMatchObject({ verdict: 'missing', isSendable: true, ifirma: null });
    for (const key of ['d79', 'd81', 'd82']) expect(rowOf(month, key)).toBeUndefined();
  });

  it('whose sum was changed after it was sent differs by that much, once it is read anew', async () => {
    const { world, keys } = await shop(['2026-11-20']);
    const document = await send(world, keys[0] ?? '');
    const before = document.total;
    world.panel.documents.set(document.id, { ...document, total: before + 150 });
    const row = rowOf(await compare(world, NOVEMBER, world.clock.now() + 1), keys[0] ?? '');
    expect(row).toMatchObject({ verdict: 'amount', difference: -150, gross: before + 150 });
  });

  it('that was issued here in another month says which, from both months', async () => {
    const { world, keys } = await shop(['2026-11-20']);
    const document = await send(world, keys[0] ?? '');
    world.panel.documents.set(document.id, { ...document, issueDate: '2026-10-30' });
    // What was remembered of it is of another month: a room that begins without it reads it anew.
    const fresh = await createWorld({ shared: world });
    await fresh.store.transfers.create(await world.transfer(`d${document.id}`), {});
    expect(rowOf(await compare(fresh, '2026-10'), keys[0] ?? '')).toMatchObject({ verdict: 'date' });
    expect(rowOf(await compare(fresh), keys[0] ?? '')).toMatchObject({ verdict: 'date', issueDate: '2026-10-30' });
  });

  it('that is gone from Sellasist is said to be', async () => {
    const { world, keys } = await shop(['2026-11-20']);
    const document = await send(world, keys[0] ?? '');
    world.panel.documents.delete(document.id);
    expect(rowOf(await compare(world), keys[0] ?? '')).toMatchObject({
      verdict: 'gone',
      number: document.number,
      ifirma: { gross: document.total },
    });
  });

  it('that is gone from iFirma is missing, and is not offered to be sent', async () => {
    const { world, keys } = await shop(['2026-11-20']);
    await send(world, keys[0] ?? '');
    const [booked] = world.ifirma.booked();
    world.ifirma.removeByHand(booked?.id ?? '');
    expect(rowOf(await compare(world), keys[0] ?? '')).toMatchObject({
      verdict: 'missing',
      why: 'vanished',
      isSendable: false,
    });
  });

  it('of which nobody knows whether it is booked is to be looked at', async () => {
    const { world, keys } = await shop(['2026-11-20']);
    const document = world.panel.documents.get((keys[0] ?? '').slice(1));
    world.network.arm({ path: 'fakturakraj\\.json$', times: 1 }, { kind: 'offline' });
    world.ifirma.turn({ listLag: { ms: 60 * MINUTE } });
    await world.send(document?.orderId ?? '', keys[0] as `d${string}`);
    const transfer = await world.transfer(keys[0] as `d${string}`);
    await world.store.transfers.change('demo', transfer.key, (stored) => ({ ...stored, state: 'uncertain' }));
    expect(rowOf(await compare(world), keys[0] ?? '')).toMatchObject({ verdict: 'check', why: 'uncertain' });
  });

  it('that another computer has sent is known by its mark alone', async () => {
    const { world, keys } = await shop(['2026-11-20', '2026-11-20']);
    await send(world, keys[0] ?? '');
    const other = await createWorld({ shared: world });
    const month = await compare(other);
    expect(rowOf(month, keys[0] ?? '')).toMatchObject({ verdict: 'same' });
    expect(rowOf(month, keys[1] ?? '')).toMatchObject({ verdict: 'missing' });
    expect(month.foreign).toEqual([]);
  });

  it('that is twice in iFirma is to be looked at, with both numbers', async () => {
    const { world, keys } = await shop(['2026-11-20']);
    await send(world, keys[0] ?? '');
    const [first] = world.ifirma.booked();
    const second = byHand(world, { Uwagi: first?.body.Uwagi });
    expect(rowOf(await compare(world), keys[0] ?? '')).toMatchObject({ verdict: 'check', why: 'double' });
    expect(rowOf(await compare(world), keys[0] ?? '')?.doubles).toEqual([second.number]);
  });
});

describe('what iFirma has besides', () => {
  it('is counted apart, and found by nothing but its mark', async () => {
    const { world, keys } = await shop(['2026-11-20']);
    await send(world, keys[0] ?? '');
    const foreign = byHand(world, {});
    const month = await compare(world);
    expect(month.foreign.map(({ number }) => number)).toEqual([foreign.number]);
    expect(month.unread).toBe(0);
    expect(month.totals.difference).toBe(month.totals.ifirma - month.totals.panel);
    expect(month.totals.ifirma).toBe(foreign.gross);
  });

  it('and Mostek made for another panel is no row of this one', async () => {
    const { world, keys } = await shop(['2026-11-20']);
    await send(world, keys[0] ?? '');
    byHand(world, { Uwagi: 'Sellasist outlet/o5/d7' });
    const month = await compare(world);
    expect(month.elsewhere).toBe(1);
    expect(month.foreign).toEqual([]);
  });

  it('is an invoice for an order that has no document, which the ledger knows', async () => {
    const world = await createWorld({ settings: { orderSeriesId: '1' } });
    const { id } = world.panel.addOrder({ date: '2026-11-20' });
    await world.send(id, `o${id}`);
    expect(rowOf(await compare(world), `o${id}`)).toMatchObject({ verdict: 'same', orderId: id, number: null });
  });
});

describe('corrections', () => {
  it('that were sent are equal although iFirma lists none, and one that was not is no missing one', async () => {
    const world = await createWorld({ draft: { seriesIds: ['1', '2'] } });
    await world.send('1001', 'd77');
    const { documents } = await world.tell<'correct'>({
      type: 'correct',
      orderId: '1001',
      key: 'd77',
      choice: { lines: [{ line: 0, quantity: 0 }], reason: null, conditionsMet: true },
      confirm: [],
    });
    const made = documents.find(({ key }) => key.startsWith('c'));
    const other = world.panel.addDocument({ orderId: '1002', series: 'KOR', issueDate: '2026-11-12' });
    const month = await compare(world);
    expect(rowOf(month, made?.key ?? '')).toMatchObject({
      kind: 'correction',
      verdict: 'same',
      ifirma: { number: made?.ifirmaNumber, isSeen: false },
    });
    expect(rowOf(month, `d${other.id}`)).toMatchObject({ verdict: 'check', why: 'correction-unlisted' });
  });

  it.each([
    [true, 'difference'],
    [true, 'after'],
    [false, 'difference'],
    [false, 'after'],
  ] as const)(
    'are the same row whether the list shows them (%s) and whichever sum iFirma gives (%s)',
    async (correctionsInList, correctionSum) => {
      const world = await createWorld();
      world.ifirma.turn({ correctionsInList, correctionSum, correctionPath: 'both' });
      await world.send('1001', 'd77');
      await world.tell<'correct'>({
        type: 'correct',
        orderId: '1001',
        key: 'd77',
        choice: { lines: [{ line: 0, quantity: 0 }], reason: null, conditionsMet: true },
        confirm: [],
      });
      const { rows } = await compare(world);
      expect(rows.filter(({ key }) => key.startsWith('c'))).toMatchObject([{ verdict: 'same' }]);
    },
  );
});

describe('several accounts of one panel', () => {
  it('have each its own documents', async () => {
    const world = await createWorld();
    const first = world.accountId;
    const other = await setUpIn(world, { draft: { name: 'Drugie', login: SECOND_LOGIN, seriesIds: ['2'] } });
    const [mine, theirs] = ['FV', 'FV/OSS'].map((series) => {
      const { id } = world.panel.addOrder();
      return `d${world.panel.addDocument({ orderId: id, series }).id}`;
    });
    await send(world, mine ?? '');
    const month = await compare(world);
    expect(rowOf(month, mine ?? '')).toMatchObject({ verdict: 'same' });
    expect(rowOf(month, theirs ?? '')).toBeUndefined();
    world.accountId = other;
    const second = await compare(world);
    expect(rowOf(second, theirs ?? '')).toMatchObject({ verdict: 'missing' });
    expect(rowOf(second, mine ?? '')).toBeUndefined();
    expect(first).not.toBe(other);
  });

  it('do not take each other’s document with them when its series moves: what was posted keeps its account', async () => {
    const { world, keys } = await shop(['2026-11-20']);
    await send(world, keys[0] ?? '');
    const other = await setUpIn(world, { draft: { name: 'Drugie', login: SECOND_LOGIN, seriesIds: ['2'] } });
    await world.store.accounts.change(world.accountId, (account) => ({ ...account, seriesIds: [] }));
    await world.store.accounts.change(other, (account) => ({ ...account, seriesIds: ['1'] }));
    expect(rowOf(await compare(world), keys[0] ?? '')).toMatchObject({ verdict: 'same' });
    world.accountId = other;
    expect(rowOf(await compare(world), keys[0] ?? '')).toBeUndefined();
  });
});
