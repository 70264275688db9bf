import { describe, expect, it } from 'vitest';
import { fromDocument } from '../../../../utils/invoice/correction/from-document.ts';
import { sellasistClient } from '../../../../utils/sellasist/client.ts';
import { saleDocumentOfDocument } from '../../../../utils/sellasist/document.ts';
import { createSellasist, DEMO_KEY, type DocumentLineInput } from '../../../sim/sellasist/index.ts';
import { ask } from '../../sim/sellasist-ask.ts';
import { BOOKED_RULES, baseWith, bookedLine } from './examples.ts';

/** The invoice of an order of the panel's stand-in: two cups, a book, and the courier. */
const BASE = baseWith([
  bookedLine({ name: 'Kubek ceramiczny', quantity: 2000, unitPrice: 4900 }),
  bookedLine({ name: 'Książka kucharska', unitPrice: 2199, vat: { kind: 'percent', percent: 5 } }),
  bookedLine({ name: 'Kurier', unitPrice: 1599 }),
]);

const cups = (quantity: string, price = '49.00'): DocumentLineInput => ({ name: 'Kubek ceramiczny', quantity, price });
const book = (quantity: string): DocumentLineInput => ({
  name: 'Książka kucharska',
  quantity,
  price: '21.99',
  rate: 5,
});
const courier: DocumentLineInput = { name: 'Kurier', price: '15.99', productId: '0' };

/** The correction goes through the panel's API, however loosely that spells it, and the reader of documents. */
async function readingsOf(lines: readonly DocumentLineInput[], looseness: number | null) {
  const sellasist = createSellasist();
  sellasist.addDocument({ id: '90', orderId: '1001', series: 'KOR', mainDocumentId: '77', lines });
  sellasist.panel('demo').switches.looseness = looseness;
  const client = sellasistClient({
    panel: 'demo',
    key: async () => ({ key: DEMO_KEY }),
    transport: async ({ url }) => {
      const { status, bytes } = await ask(sellasist, url.replace('https://demo.sellasist.pl', ''));
      const contentType = 'application/json';
      return { kind: 'answer', status, contentType, retryAfterMs: null, bytes: new Uint8Array(bytes) };
    },
  });
  const read = await client.document('90');
  if (!read.ok) throw new Error(read.problem.kind);
  expect(read.value.main_document_id).toBe('77');
  const document = saleDocumentOfDocument(read.value, null, { panel: 'demo', documentFieldId: null });
  const state = fromDocument(document, BASE, BOOKED_RULES);
  if (!state.ok) return state.findings;
  return state.readings.map(({ as, wanted }) => [
    as,
    ...wanted.lines.map(({ quantity, unitPrice }) => [quantity, unitPrice]),
  ]);
}

describe('a correction as the panel’s API gives it', () => {
  it.each([null, 1, 2, 3, 4, 5])('is read to the grosz, spelled loosely by %j', async (looseness) => {
    expect(await readingsOf([cups('1'), book('0'), courier], looseness)).toEqual([
      ['after', [1000, 4900], [0, 2199], [1000, 1599]],
    ]);
    expect(await readingsOf([cups('-1'), book('-1')], looseness)).toEqual([
      ['difference', [1000, 4900], [0, 2199], [1000, 1599]],
    ]);
    expect(await readingsOf([cups('2', '-9.00')], looseness)).toEqual([
      ['difference', [2000, 4000], [1000, 2199], [1000, 1599]],
    ]);
    expect(await readingsOf([cups('1'), book('1')], looseness)).toEqual([
      ['after', [1000, 4900], [1000, 2199], [0, 1599]],
      ['listed', [1000, 4900], [1000, 2199], [1000, 1599]],
      ['difference', [1000, 4900], [0, 2199], [1000, 1599]],
    ]);
  });
});
