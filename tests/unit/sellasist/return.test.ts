import { describe, expect, it } from 'vitest';
import { sellasistClient } from '../../../utils/sellasist/client.ts';
import { returnedLinesOf } from '../../../utils/sellasist/return.ts';
import type { ReturnWire } from '../../../utils/sellasist/wire.ts';
import { createSellasist, DEMO_KEY } from '../../sim/sellasist/index.ts';
import { ask } from '../sim/sellasist-ask.ts';
import { answer, fakeTransport } from './fake-transport.ts';
import { readDocument, readOrder } from './samples.ts';

const RETURN = {
  id: 5,
  order_id: '1001',
  date: '2026-11-21 09:00:00',
  status: { id: '1', name: 'Nowy' },
  total: '49.00',
  products: [{ id: '1', order_line_id: 50011, name: 'Kubek ceramiczny', quantity: '1.000', price: '49.00' }],
};

function reading(content: unknown, status = 200) {
  const { transport, requests } = fakeTransport(() => answer(status, content));
  const client = sellasistClient({ transport, panel: 'acme', key: async () => ({ key: 'k3y' }) });
  return { read: () => client.return('5'), requests };
}

async function wireOf(content: unknown): Promise<ReturnWire> {
  const read = await reading(content).read();
  if (!read.ok) throw new Error(read.problem.kind);
  return read.value;
}

describe('a return of the panel', () => {
  it('is asked for by its id', async () => {
    const { read, requests } = reading(RETURN);
    expect(await read()).toEqual({
      ok: true,
      value: {
        id: '5',
        order_id: '1001',
        date: '2026-11-21',
        products: [{ order_line_id: '50011', name: 'Kubek ceramiczny', quantity: 1000, price: 4900 }],
      },
    });
    expect(requests[0]?.url).toBe('https://acme.sellasist.pl/api/v1/returns/5');
  });

  const [row] = RETURN.products;
  it.each<[string, unknown]>([
    ['in an array', [RETURN]],
    ['with its order as an object', { ...RETURN, order_id: undefined, order: { id: 1001 } }],
    ['with its rows called `carts`', { ...RETURN, products: undefined, carts: RETURN.products }],
    ['with its rows called `lines`', { ...RETURN, products: null, lines: RETURN.products }],
    ['with its rows called `items`', { ...RETURN, products: undefined, items: RETURN.products }],
    [
      'with the order’s line called `cart_id`',
      { ...RETURN, products: [{ ...row, order_line_id: undefined, cart_id: '50011' }] },
    ],
    [
      'with the order’s line called `line_id`',
      { ...RETURN, products: [{ ...row, order_line_id: '', line_id: 50011 }] },
    ],
  ])('may come %s', async (_title, content) => {
    expect(await wireOf(content)).toEqual(await wireOf(RETURN));
  });

  it.each<[string, unknown]>([
    ['without rows', { ...RETURN, products: undefined }],
    ['with rows that are none', { ...RETURN, products: { a: 1 } }],
    ['with a row that is none', { ...RETURN, products: [null] }],
    ['of another id', { ...RETURN, id: 6 }],
    ['without an id', { ...RETURN, id: '' }],
  ])('cannot be read %s', async (_title, content) => {
    expect(await reading(content).read()).toEqual({ ok: false, problem: { kind: 'unreadable' } });
  });

  it('that is not there is not found', async () => {
    expect(await reading({ message: 'Return not found' }, 404).read()).toEqual({
      ok: false,
      problem: { kind: 'not-found' },
    });
  });

  it('is read as the stand-in writes it', async () => {
    const sellasist = createSellasist();
    const client = sellasistClient({
      panel: 'demo',
      key: async () => ({ key: DEMO_KEY }),
      transport: async ({ url }) => {
        const { status, bytes } = await ask(sellasist, url.replace('https://demo.sellasist.pl', ''));
        return {
          kind: 'answer',
          status,
          contentType: 'application/json',
          retryAfterMs: null,
          bytes: new Uint8Array(bytes),
        };
      },
    });
    const read = await client.return('5');
    expect(read).toMatchObject({
      ok: true,
      value: { order_id: '1003', products: [{ quantity: 1000, price: 12_900 }] },
    });
    const order = await client.order('1003');
    if (!read.ok || !order.ok) throw new Error('not read');
    expect(returnedLinesOf(read.value, order.value)).toEqual([
      { name: 'Czajnik emaliowany', unitGross: 12_900, quantity: 1000 },
    ]);
    expect(await client.document('80')).toMatchObject({ ok: true, value: { main_document_id: '76' } });
    expect(await client.document('77')).toMatchObject({ ok: true, value: { main_document_id: null } });
  });
});

describe('what came back', () => {
  const order = readOrder();

  it('has the name and the price that it was sold with', async () => {
    const back = await wireOf({
      ...RETURN,
      products: [{ order_line_id: '50011', name: 'Kubek', quantity: 2, price: '40.00' }],
    });
    expect(returnedLinesOf(back, order)).toEqual([{ name: 'Kubek ceramiczny', unitGross: 4900, quantity: 2000 }]);
  });

  it.each<[string, object, object]>([
    [
      'of a line that the order does not know',
      { order_line_id: '1', name: 'Kubek', price: '40.00' },
      { name: 'Kubek', unitGross: 4000 },
    ],
    ['of no line', { name: 'Kubek', price: null }, { name: 'Kubek', unitGross: null }],
    [
      'of a quantity that cannot be read',
      { order_line_id: '50011', quantity: 'dwa' },
      { name: 'Kubek ceramiczny', quantity: null },
    ],
  ])('%s', async (_title, product, expected) => {
    const back = await wireOf({ ...RETURN, products: [{ quantity: '1.000', ...product }] });
    expect(returnedLinesOf(back, order)).toMatchObject([expected]);
  });

  it('says what the return itself says where the order is not known', async () => {
    expect(returnedLinesOf(await wireOf(RETURN), null)).toEqual([
      { name: 'Kubek ceramiczny', unitGross: 4900, quantity: 1000 },
    ]);
  });

  it('is never taken for that of another order', async () => {
    const back = await wireOf({ ...RETURN, order_id: '1002' });
    expect(() => returnedLinesOf(back, order)).toThrow('not the one of the return');
  });
});

describe('a document of the panel', () => {
  it.each([
    ['76', '76'],
    [76, '76'],
    ['', null],
    [undefined, null],
    ['0', null],
  ])('names the one that it corrects: %j', (wire, id) => {
    expect(readDocument({ main_document_id: wire }).main_document_id).toBe(id);
  });
});
