import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Store } from '../../../utils/store/open.ts';
import type { SearchAsk } from '../../../utils/store/search.ts';
import { exampleTransfer, openExample, PANEL } from './examples.ts';

async function ledger(): Promise<Store> {
  const store = await openExample();
  const add = (key: `d${number}`, more: Parameters<typeof exampleTransfer>[0]) =>
    store.transfers.create(exampleTransfer({ key, ...more }));
  await add('d1', { orderId: '77', documentNumber: 'FV 1/11/2026', number: '31/11/2026', state: 'done' });
  await add('d2', { orderId: '770', documentNumber: 'FV 2/11/2026', number: null });
  await add('d3', { orderId: '9', documentNumber: 'FV 77/11/2026', number: null });
  await add('d4', { orderId: '77', panel: 'drugi', documentNumber: 'KOR 4/11/2026', number: null });
  await add('d5', { orderId: null, documentNumber: null, number: null });
  return store;
}

const ask = (text: string, more: Partial<SearchAsk> = {}): SearchAsk => ({
  text,
  panels: [PANEL, 'drugi'],
  panel: null,
  most: 20,
  mostLooked: 3_000,
  ...more,
});

const keysOf = async (store: Store, asked: SearchAsk) =>
  (await store.transfers.search(asked)).rows.map(({ key }) => key);

it.each([
  ['an order’s number finds it, orders that begin so, and documents that hold it', '77', ['d1', 'd2', 'd4', 'd3']],
  ['a number with a hash sign in front is the same number', '#770', ['d2']],
  ['the panel’s number is found however it is written', 'fv77/11', ['d3']],
  ['iFirma’s number is found', '31/11/2026', ['d1']],
  ['a part of a number finds each, newest first', '/11/2026', ['d4', 'd3', 'd2', 'd1']],
  ['what nobody knows finds nothing', 'FV 99', []],
])('%s', async (_what, text, keys) => {
  expect(await keysOf(await ledger(), ask(text))).toEqual(keys);
});

it('of one panel only its own are found', async () => {
  const store = await ledger();
  expect(await keysOf(store, ask('77', { panel: 'drugi' }))).toEqual(['d4']);
  expect(await keysOf(store, ask('11/2026', { panel: 'drugi' }))).toEqual(['d4']);
});

it('an order is found by its index, however old it is', async () => {
  const store = await ledger();
  expect(await store.transfers.search(ask('77', { mostLooked: 1 }))).toMatchObject({
    rows: [{ key: 'd1' }, { key: 'd2' }, { key: 'd4' }],
    stoppedAfter: 1,
  });
});

it('it says when it stopped early, and when there is more than it shows', async () => {
  const store = await ledger();
  expect(await store.transfers.search(ask('FV 1/', { mostLooked: 2 }))).toEqual({
    rows: [],
    stoppedAfter: 2,
    hasMore: false,
  });
  expect(await store.transfers.search(ask('FV 1/', { mostLooked: 5 }))).toMatchObject({ stoppedAfter: null });
  expect(await store.transfers.search(ask('FV', { most: 2 }))).toMatchObject({
    rows: [{ key: 'd3' }, { key: 'd2' }],
    hasMore: true,
    stoppedAfter: null,
  });
});
