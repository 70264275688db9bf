import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Repair } from '../../../utils/invoice/repair/repair.ts';
import type { Transfer } from '../../../utils/invoice/transfer.ts';
import { exampleTransfer, openExample, PANEL } from './examples.ts';

const DAY = 86_400_000;
const OLD = 100 * DAY;

const POST = {
  beganAt: 1,
  endedAt: 2,
  gross: 12_300,
  nip: '1234563218',
  issueDate: '2026-08-01',
  lookFrom: '2026-08-01',
} as const;
const CITY: Repair = { field: 'buyer.city', line: null, was: '', value: 'Łódź' };
const RATE: Repair = { field: 'line.vat', line: 0, was: '["1","Voucher"]', value: '8' };
const REFUSED = { path: 'fakturakraj.json', body: '{"Kontrahent":{"Nazwa":"Anna"}}', kod: 201, text: 'x' } as const;

const done = (changes: Partial<Transfer>): Transfer =>
  exampleTransfer({
    state: 'done',
    identifier: '900',
    number: '1/8/2026',
    post: POST,
    documentHash: '1:abc',
    updatedAt: OLD,
    ...changes,
  });

async function forgotten(transfer: Transfer): Promise<Transfer | null> {
  const store = await openExample();
  await store.transfers.create(transfer);
  await store.buyers.forgetBuyers(0, OLD, 100);
  return store.transfers.get(PANEL, transfer.key);
}

describe('what names the buyer', () => {
  it('is taken out of a transfer that ended long ago; keys, numbers and hashes stay', async () => {
    const before = done({ repairs: [CITY, RATE], refused: REFUSED });
    const { refused: _refused, ...rest } = before;
    expect(await forgotten(before)).toEqual({
      ...rest,
      post: { ...POST, nip: '' },
      repairs: [RATE],
      documentHash: null,
    });
  });

  it('without a repair of the buyer the hash stays, so a document that changes is still noticed', async () => {
    expect(await forgotten(done({ repairs: [RATE] }))).toMatchObject({ documentHash: '1:abc', repairs: [RATE] });
  });

  it.each(['queued', 'sending', 'incomplete', 'uncertain', 'issued', 'failed'] as const)(
    'stays with one that is %s: it is still needed',
    async (state) => {
      const before = done({ state, repairs: [CITY] });
      expect(await forgotten(before)).toEqual(before);
    },
  );

  it('stays with one that ended a short while ago', async () => {
    const before = done({ updatedAt: OLD + 1 });
    expect(await forgotten(before)).toEqual(before);
  });
});

it('it goes on where it left off, so many at a time, and moves nothing in the lists', async () => {
  const store = await openExample();
  for (let at = 1; at <= 5; at += 1)
    await store.transfers.create(done({ key: `d${at}`, orderId: String(at), updatedAt: at * DAY }));
  const order = async () => (await store.transfers.recent({ before: null, limit: 10 })).rows.map(({ key }) => key);
  const before = await order();
  let after = 0;
  const steps: (number | null)[] = [];
  for (;;) {
    const found = await store.buyers.forgetBuyers(after, OLD, 2);
    steps.push(found?.upTo ?? null);
    if (found?.upTo === null || found === null) break;
    after = found.upTo;
  }
  expect(steps).toEqual([2 * DAY, 4 * DAY, 5 * DAY, null]);
  expect(await order()).toEqual(before);
  expect((await store.transfers.recent({ before: null, limit: 10 })).rows.map(({ post }) => post?.nip)).toEqual(
    Array.from({ length: 5 }, () => ''),
  );
});
