import { describe, expect, it } from 'vitest';
import { sellasistClient } from '../../../utils/sellasist/client.ts';
import { saleDocumentOfDocument } from '../../../utils/sellasist/document.ts';
import { base64Of, fieldUpdate, fieldValueOf, verifyField } from '../../../utils/sellasist/file-field.ts';
import { documentsOfOrder, type KnownDocument } from '../../../utils/sellasist/find-documents.ts';
import { saleDocumentOfOrder } from '../../../utils/sellasist/order.ts';
import type { Result } from '../../../utils/sellasist/problem.ts';
import { createSellasist, DEMO_KEY } from '../../sim/sellasist/index.ts';
import { answer } from './fake-transport.ts';

/** The account `demo` of the stand-in, and a client that speaks to it without a network. */
function demo() {
  const sellasist = createSellasist({ now: () => Date.parse('2026-11-22T12:00:00Z') });
  const panel = sellasist.panel('demo');
  panel.switches.requestsPerMinute = 10_000;
  const client = sellasistClient({
    panel: 'demo',
    key: async () => ({ key: DEMO_KEY }),
    transport: async ({ method, url, headers, body }) => {
      const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
      const { pathname, search } = new URL(url);
      const target = `${pathname}${search}`;
      const said = await sellasist.handler({
        method,
        url: new URL(url),
        target,
        headers: lower,
        body: Buffer.from(body ?? ''),
      });
      return answer(said.status, said.body.toString());
    },
  });
  return { panel, client };
}

function read<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`not read: ${result.problem.kind}`);
  return result.value;
}

/** The NIP stays as it was typed, so its spelling is the one thing that may differ. */
function withNipDigits<T extends { readonly buyer: { readonly nip: string } }>(document: T): T {
  return { ...document, buyer: { ...document.buyer, nip: document.buyer.nip.replace(/\D/g, '') } };
}

/** Everything of the account that a sale document is made of. */
async function readAll({ client }: Pick<ReturnType<typeof demo>, 'client'>) {
  const asked = { panel: 'demo', documentFieldId: '12' };
  const cache = new Map<string, KnownDocument>();
  const orders = [];
  for (const id of ['1001', '1002', '1003', '1004', '1005', '1006']) {
    const order = read(await client.order(id));
    const found = read(
      await documentsOfOrder({
        client,
        order,
        cache: {
          get: async (ids) => ids.flatMap((known) => cache.get(known) ?? []),
          put: async (rows) => rows.forEach((row) => void cache.set(row.documentId, row)),
        },
      }),
    );
    const documents = [];
    for (const { documentId } of found.invoices) {
      const document = read(await client.document(documentId));
      documents.push(withNipDigits(saleDocumentOfDocument(document, order, asked)));
    }
    orders.push({
      order: withNipDigits(saleDocumentOfOrder(order, asked)),
      documents,
      receipts: found.receipts.map((receipt) => receipt.number),
    });
  }
  const series = read(await client.series());
  return { orders, series, fields: read(await client.fields()), payments: read(await client.payments()) };
}

describe('an account of the panel', () => {
  it('is read as the same documents, however its values are spelled', async () => {
    const plain = await readAll(demo());
    expect(plain.orders.map(({ order, documents }) => [order.key, ...documents.map(({ key }) => key)])).toEqual([
      ['o1001', 'd77'],
      ['o1002'],
      ['o1003', 'd76'],
      ['o1004', 'd78'],
      ['o1005'],
      ['o1006'],
    ]);
    for (let seed = 0; seed < 40; seed += 1) {
      const account = demo();
      const { switches } = account.panel;
      switches.looseness = seed;
      switches.listWrapper = ([null, 'data', 'items', 'results'] as const)[seed % 4] ?? null;
      switches.documentKinds = seed % 3 === 0 ? 'swapped' : 'plain';
      switches.documentDetail = seed % 2 === 0 ? 'array' : 'object';
      expect(await readAll(account), `seed ${seed}`).toEqual(plain);
    }
  });

  it.each([
    ['raw', 'verified', 'garbage'],
    ['raw-url', 'link', 'link'],
    ['datauri-only', 'unchanged', 'verified'],
    ['ignore', 'unchanged', 'unchanged'],
    ['append', 'verified', 'verified'],
    ['plain-garbage', 'garbage', 'garbage'],
  ] as const)(
    'whose file field behaves as %j gives %j for raw base64, then %j for a data URI',
    async (mode, raw, uri) => {
      const { panel, client } = demo();
      panel.switches.fileMode = mode;
      const pdf = new TextEncoder().encode(`%PDF-1.4\n${'faktura '.repeat(500)}`);
      const seen = [];
      for (const form of ['raw', 'datauri'] as const) {
        const before = fieldValueOf(read(await client.order('1001')), '12');
        read(await client.putOrder('1001', fieldUpdate('12', base64Of(pdf), form)));
        const after = fieldValueOf(read(await client.order('1001')), '12');
        seen.push(verifyField(before, after, pdf, 'demo'));
      }
      expect(seen).toEqual([raw, uri]);
    },
  );
});
