import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DocumentKey } from '../../../utils/invoice/document.ts';
import type { Finding, FindingCode, ReasonCode } from '../../../utils/invoice/finding.ts';
import type { Transfer, TransferState } from '../../../utils/invoice/transfer.ts';
import type { Store } from '../../../utils/store/open.ts';
import { causeOf, rowOf } from '../../../utils/store/transfer-row.ts';
import { exampleTransfer, openExample, PANEL } from './examples.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const finding = (code: FindingCode, path = ''): Finding => ({ code, path, params: {} });
const incomplete = (...findings: readonly Finding[]): Partial<Transfer> => ({ state: 'incomplete', findings });
const stopped = (state: TransferState, code: ReasonCode, params = {}): Partial<Transfer> => ({
  state,
  reason: { code, params },
});

describe('the cause of what waits for a person', () => {
  it.each<[string, Partial<Transfer>, string]>([
    ['is its reason', stopped('failed', 'kod-202', { kod: '202', text: 'x' }), 'kod-202'],
    ['of a Kod that no table knows names the Kod', stopped('failed', 'kod-other', { kod: '777' }), 'kod-other:777'],
    ['is its only finding', incomplete(finding('buyer-city-missing')), 'buyer-city-missing'],
    [
      'is its most important finding, wherever that stands',
      incomplete(finding('buyer-city-missing'), finding('buyer-postcode-missing')),
      'buyer-postcode-missing',
    ],
    [
      'is what one setting mends before what is wrong with the buyer',
      incomplete(finding('buyer-postcode-missing'), finding('payment-unmapped')),
      'payment-unmapped',
    ],
    [
      'is a sign of having been booked only when nothing is to be mended',
      incomplete(finding('maybe-booked-mark'), finding('total-mismatch')),
      'total-mismatch',
    ],
    ['is such a sign when it stands alone', incomplete(finding('maybe-booked-mark')), 'maybe-booked-mark'],
    [
      'of iFirma’s refusal names the field, however it is written',
      incomplete(finding('ifirma-refused', 'Kontrahent.KodPocztowy')),
      'ifirma-refused:kontrahent.kodpocztowy',
    ],
    [
      'folds Polish letters',
      incomplete(finding('ifirma-refused', ' Data  Sprzedaży ')),
      'ifirma-refused:data sprzedazy',
    ],
    [
      'is the same for each line of an invoice',
      incomplete(finding('ifirma-refused', 'Pozycje[3].Ilość')),
      'ifirma-refused:pozycje.ilosc',
    ],
    ['of a refusal without a field is the refusal', incomplete(finding('ifirma-refused')), 'ifirma-refused'],
    ['of what is looked up is that', stopped('uncertain', 'post-timeout'), 'uncertain'],
    ['stays that while the looks go on', stopped('uncertain', 'absent-once', { since: '1' }), 'uncertain'],
    ['is the proven absence, for which nobody looks any more', stopped('uncertain', 'absent-proven'), 'absent-proven'],
    ['is the unclear correction', stopped('uncertain', 'correction-unclear'), 'correction-unclear'],
    ['of a record that says nothing is a mistake of ours', { state: 'failed' }, 'internal'],
  ])('%s', (_what, more, cause) => {
    expect(causeOf(exampleTransfer(more))).toBe(cause);
  });

  it('stands in the row only while it waits for a person', () => {
    expect(rowOf(exampleTransfer(stopped('failed', 'kod-202')), null, null).cause).toBe('kod-202');
    expect(rowOf(exampleTransfer({ state: 'done' }), null, null)).not.toHaveProperty('cause');
  });
});

async function filled(store: Store, rows: readonly (readonly [DocumentKey, string, Partial<Transfer>])[]) {
  for (const [key, panel, more] of rows) await store.transfers.create(exampleTransfer({ key, panel, ...more }));
}

const POSTCODE = incomplete(finding('buyer-postcode-missing'));
const PAYMENT = incomplete(finding('payment-unmapped'));

async function shop(): Promise<Store> {
  const store = await openExample();
  await filled(store, [
    ['d1', PANEL, POSTCODE],
    ['d2', 'drugi', POSTCODE],
    ['d3', PANEL, PAYMENT],
    ['d4', PANEL, { state: 'done' }],
    ['d5', PANEL, POSTCODE],
    ['d6', PANEL, stopped('uncertain', 'looking')],
    ['d7', 'drugi', stopped('failed', 'kod-202')],
    ['d8', PANEL, PAYMENT],
  ]);
  return store;
}

const all = { panel: null, causes: 10, rows: 10 };
const shown = ({ groups }: Awaited<ReturnType<Store['transfers']['groups']>>) =>
  groups.map(({ cause, count, rows }) => [cause, count, ...rows.map(({ key }) => key)]);

describe('groups', () => {
  it('come by their newest member, each with its count and its rows newest first', async () => {
    const store = await shop();
    expect(shown(await store.transfers.groups(all))).toEqual([
      ['payment-unmapped', 2, 'd8', 'd3'],
      ['kod-202', 1, 'd7'],
      ['uncertain', 1, 'd6'],
      ['buyer-postcode-missing', 3, 'd5', 'd2', 'd1'],
    ]);
  });

  it('of one panel are of its documents alone', async () => {
    const store = await shop();
    expect(shown(await store.transfers.groups({ ...all, panel: 'drugi' }))).toEqual([
      ['kod-202', 1, 'd7'],
      ['buyer-postcode-missing', 1, 'd2'],
    ]);
    expect(await store.transfers.countNeedingPerson('drugi')).toBe(2);
    expect(await store.transfers.countNeedingPerson(null)).toBe(7);
  });

  it('are as many as are asked for, the newest, and say how many there are besides', async () => {
    const store = await shop();
    const few = await store.transfers.groups({ panel: null, causes: 2, rows: 1 });
    expect(shown(few)).toEqual([
      ['payment-unmapped', 2, 'd8'],
      ['kod-202', 1, 'd7'],
    ]);
    expect(few.moreCauses).toBe(2);
    expect((await store.transfers.groups(all)).moreCauses).toBe(0);
  });

  it('go on page by page behind the rows that they came with', async () => {
    const store = await openExample();
    for (let at = 1; at <= 7; at += 1) await filled(store, [[`d${at}`, PANEL, POSTCODE]]);
    await filled(store, [['d8', PANEL, PAYMENT]]);
    const { groups } = await store.transfers.groups({ panel: null, causes: 10, rows: 2 });
    const group = groups.find(({ cause }) => cause === 'buyer-postcode-missing');
    const keys: string[] = [];
    for (let before = group?.next ?? null; before !== null; ) {
      const page = await store.transfers.ofCause(PANEL, 'buyer-postcode-missing', { before, limit: 2 });
      keys.push(...page.rows.map(({ key }) => key));
      before = page.next;
    }
    expect([group?.rows.map(({ key }) => key), keys]).toEqual([
      ['d7', 'd6'],
      ['d5', 'd4', 'd3', 'd2', 'd1'],
    ]);
  });

  it('lose what is mended, and a cause with its last document', async () => {
    const store = await shop();
    await store.transfers.change('drugi', 'd7', (found) => ({ ...found, state: 'queued', reason: null }));
    await store.transfers.change(PANEL, 'd8', (found) => ({ ...found, ...POSTCODE }));
    expect(shown(await store.transfers.groups(all)).map(([cause, count]) => [cause, count])).toEqual([
      ['buyer-postcode-missing', 4],
      ['uncertain', 1],
      ['payment-unmapped', 1],
    ]);
  });

  it('cost a jump a cause, whatever is in them, and nothing is read whole', async () => {
    const store = await openExample();
    for (let at = 1; at <= 40; at += 1) await filled(store, [[`d${at}`, PANEL, at % 2 === 0 ? POSTCODE : PAYMENT]]);
    const whole = [vi.spyOn(IDBIndex.prototype, 'getAll'), vi.spyOn(IDBObjectStore.prototype, 'getAll')];
    const steps = vi.spyOn(IDBCursor.prototype, 'continue');
    await store.transfers.groups({ panel: null, causes: 10, rows: 2 });
    for (const spy of whole) expect(spy).not.toHaveBeenCalled();
    // Two jumps, and two rows with a look at the next one of each cause.
    expect(steps.mock.calls.length).toBeLessThanOrEqual(2 + 2 * 2);
  });
});

describe('all of a cause', () => {
  it('come in order of issue, with numbers by their value', async () => {
    const store = await openExample();
    const numbered = (key: DocumentKey, documentNumber: string, issueDate: string) =>
      store.transfers.create(exampleTransfer({ key, documentNumber, ...POSTCODE }), { issueDate });
    await numbered('d1', 'FV 12/11/2026', '2026-11-20');
    await numbered('d2', 'FV 9/11/2026', '2026-11-20');
    await numbered('d3', 'FV 13/11/2026', '2026-11-19');
    await filled(store, [['d4', PANEL, PAYMENT]]);
    const found = await store.transfers.allOfCause(null, 'buyer-postcode-missing');
    expect(found.map(({ key }) => key)).toEqual(['d3', 'd2', 'd1']);
  });

  it('are counted, and those that are only looked up by themselves', async () => {
    const store = await shop();
    expect(await store.transfers.countOfCause(null, 'buyer-postcode-missing')).toBe(3);
    expect(await store.transfers.countOfCause(PANEL, 'buyer-postcode-missing')).toBe(2);
    expect(await store.transfers.countLookedUp()).toBe(1);
    await store.transfers.change(PANEL, 'd6', (found) => ({ ...found, ...stopped('uncertain', 'absent-proven') }));
    expect(await store.transfers.countLookedUp()).toBe(0);
  });
});

describe('of one panel', () => {
  it('the last ones and the queue are its own', async () => {
    const store = await openExample();
    await filled(store, [
      ['d1', PANEL, { state: 'done' }],
      ['d2', 'drugi', { state: 'queued' }],
      ['d3', 'drugi', { state: 'sending' }],
      ['d4', PANEL, { state: 'queued' }],
      ['d5', 'drugi', { state: 'queued' }],
    ]);
    const keysOf = ({ rows }: { readonly rows: readonly Transfer[] }) => rows.map(({ key }) => key);
    const { transfers } = store;
    expect(keysOf(await transfers.recent({ before: null, limit: 9 }, 'drugi'))).toEqual(['d5', 'd3', 'd2']);
    const first = await transfers.recent({ before: null, limit: 2 }, 'drugi');
    expect(keysOf(await transfers.recent({ before: first.next, limit: 2 }, 'drugi'))).toEqual(['d2']);
    expect(keysOf(await transfers.underWay({ before: null, limit: 9 }, 'drugi'))).toEqual(['d3', 'd2', 'd5']);
    expect(keysOf(await transfers.underWay({ before: 2, limit: 9 }, 'drugi'))).toEqual(['d5']);
    expect([await transfers.countUnderWay('drugi'), await transfers.countUnderWay()]).toEqual([3, 4]);
  });
});
