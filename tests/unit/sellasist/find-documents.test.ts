import { describe, expect, it } from 'vitest';
import type { HttpOutcome } from '../../../utils/http/transport.ts';
import { sellasistClient } from '../../../utils/sellasist/client.ts';
import {
  type DocumentsOfOrderAsked,
  documentsOfOrder,
  type KnownDocument,
} from '../../../utils/sellasist/find-documents.ts';
import { answer, fakeTransport } from './fake-transport.ts';
import { type Json, readOrder, sampleDocument } from './samples.ts';

interface PanelDocument {
  readonly id: number;
  readonly orderId: string | null;
  readonly kind?: 'invoice' | 'receipt' | 'proforma';
  readonly number?: string;
  readonly issued?: string;
  readonly swapped?: boolean;
}

interface Setup {
  readonly documents: readonly PanelDocument[];
  readonly logs?: HttpOutcome;
  /** In place of what a path would answer, e.g. `operationdocuments/77`. */
  readonly instead?: Readonly<Record<string, HttpOutcome>>;
  readonly cached?: readonly KnownDocument[];
  readonly order?: Json;
}

const NO_RECORDS = answer(404, { message: 'No records found' });

/** A panel with documents, and a search for those of order 1001. */
function panelWith({ documents, logs = NO_RECORDS, instead = {}, cached = [], order = {} }: Setup) {
  const cache = new Map(cached.map((row) => [row.documentId, row]));
  const newest = [...documents].sort((a, b) => b.id - a.id);
  const words = ({ kind = 'invoice', swapped = false }: PanelDocument) =>
    swapped ? { type: kind, subtype: 'sale' } : { type: 'sale', subtype: kind };
  const numberOf = (row: PanelDocument): string => row.number ?? `FV ${row.id}/2026`;

  const { transport, requests } = fakeTransport((request) => {
    const url = new URL(request.url);
    const path = url.pathname.replace('/api/v1/', '');
    const other = instead[path];
    if (other !== undefined) return other;
    if (path === 'orders_logs') return logs;
    if (path === 'operationdocuments') {
      const offset = Number(url.searchParams.get('offset'));
      const rows = newest.slice(offset, offset + Number(url.searchParams.get('limit')));
      if (rows.length === 0) return NO_RECORDS;
      return answer(
        200,
        rows.map((row) => ({ id: String(row.id), ...words(row), number: numberOf(row) })),
      );
    }
    const row = newest.find((document) => path === `operationdocuments/${document.id}`);
    if (row === undefined) return NO_RECORDS;
    const detail = { id: row.id, ...words(row), number: numberOf(row), order_id: row.orderId };
    return answer(200, [sampleDocument({ ...detail, issue_date: row.issued ?? '2026-11-20' })]);
  });
  const client = sellasistClient({ transport, panel: 'acme', key: async () => ({ key: 'key' }) });

  return {
    cache,
    asked: () =>
      requests.splice(0).map((request) => request.url.replace('https://acme.sellasist.pl/api/v1/', '').split('?')[0]),
    find: (limits: Partial<Pick<DocumentsOfOrderAsked, 'details' | 'pages'>> = {}) =>
      documentsOfOrder({
        client,
        order: readOrder(order),
        cache: {
          get: async (ids) => ids.flatMap((id) => cache.get(id) ?? []),
          put: async (rows) => {
            for (const row of rows) cache.set(row.documentId, row);
          },
        },
        ...limits,
      }),
  };
}

function log(...objectIds: readonly unknown[]): HttpOutcome {
  return answer(
    200,
    objectIds.map((object_id, at) => ({ id: at, order_id: '1001', operation_tag: 'invoice_create', object_id })),
  );
}

function others(from: number, to: number, issued = '2026-11-20'): PanelDocument[] {
  return Array.from({ length: to - from + 1 }, (_, at) => ({ id: from + at, orderId: `9${from + at}`, issued }));
}

function known(row: Partial<KnownDocument> & Pick<KnownDocument, 'documentId'>): KnownDocument {
  return { orderId: '2002', kind: 'invoice', number: '', seriesId: null, issueDate: null, ...row };
}

async function idsOf(found: ReturnType<typeof documentsOfOrder>) {
  const result = await found;
  if (!result.ok) return result.problem.kind;
  const { invoices, receipts, complete } = result.value;
  return { invoices: invoices.map((row) => row.documentId), receipts: receipts.map((row) => row.documentId), complete };
}

describe('the documents of an order', () => {
  it('are found by the number that the order carries, at the cost of one detail', async () => {
    const panel = panelWith({
      documents: [...others(70, 76), { id: 77, orderId: '1001' }, ...others(78, 99)],
      order: { document_number: ' FV  77/2026' },
    });
    const result = await panel.find();
    expect(result).toMatchObject({
      ok: true,
      value: {
        invoices: [{ documentId: '77', orderId: '1001', number: 'FV 77/2026', wire: { id: '77' } }],
        receipts: [],
      },
    });
    expect(panel.asked()).toEqual(['operationdocuments', 'operationdocuments/77']);
  });

  it('are found by that number on a later page too', async () => {
    const panel = panelWith({
      documents: [{ id: 1, orderId: '1001' }, ...others(2, 250)],
      order: { document_number: 'FV 1/2026' },
    });
    expect(await idsOf(panel.find())).toMatchObject({ invoices: ['1'] });
    expect(panel.asked()).toEqual([
      'operationdocuments',
      'operationdocuments',
      'operationdocuments',
      'operationdocuments/1',
    ]);
  });

  it('are not believed by a number alone: the detail must name the order', async () => {
    const panel = panelWith({
      documents: [{ id: 77, orderId: '2002', number: 'FV 1' }],
      order: { document_number: 'FV 1' },
    });
    expect(await idsOf(panel.find())).toEqual({ invoices: [], receipts: [], complete: true });
  });

  it('are found by the log of the order when nothing else points at them', async () => {
    const panel = panelWith({ documents: [{ id: 5, orderId: '1001' }, ...others(6, 60)], logs: log('5', 5, null) });
    expect(await idsOf(panel.find())).toMatchObject({ invoices: ['5'] });
    expect(panel.asked()).toEqual(['operationdocuments', 'orders_logs', 'operationdocuments/5']);
  });

  it('are not found by an id of the log that belongs to the old module, nor by a log of another order', async () => {
    const foreign = answer(200, [{ id: 1, order_id: '2002', operation_tag: 'invoice_create', object_id: '6' }]);
    for (const [logs, asked] of [
      [log('6'), ['operationdocuments/6']],
      [log('999'), ['operationdocuments/999']],
      [foreign, []],
    ] as const) {
      const panel = panelWith({ documents: others(6, 6), logs });
      expect(await idsOf(panel.find({ details: 0 }))).toMatchObject({ invoices: [] });
      expect(panel.asked()).toEqual(['operationdocuments', 'orders_logs', ...asked]);
    }
  });

  it.each([
    ['forbidden', answer(403, { message: 'no' })],
    ['unknown', answer(400, { message: 'no such endpoint' })],
    ['unreadable', answer(200, '<html>')],
  ])('are found one by one when the log is %s', async (_, logs) => {
    const panel = panelWith({ documents: [{ id: 5, orderId: '1001' }, ...others(6, 9)], logs });
    expect(await idsOf(panel.find())).toEqual({ invoices: ['5'], receipts: [], complete: true });
  });

  it('are looked for from the newest, some at a time, and each is read only once', async () => {
    const panel = panelWith({ documents: [{ id: 10, orderId: '1001' }, ...others(11, 59)] });
    expect(await idsOf(panel.find())).toEqual({ invoices: [], receipts: [], complete: false });
    const first = panel.asked().filter((path) => path?.includes('/'));
    expect(first).toEqual(Array.from({ length: 20 }, (_, at) => `operationdocuments/${59 - at}`));
    expect(await idsOf(panel.find())).toEqual({ invoices: [], receipts: [], complete: false });
    panel.asked();
    expect(await idsOf(panel.find())).toEqual({ invoices: ['10'], receipts: [], complete: true });
    expect(panel.asked().filter((path) => path?.includes('/'))).toHaveLength(10);
    const again = await panel.find();
    expect(again).toMatchObject({ ok: true, value: { invoices: [{ documentId: '10', wire: null }], complete: true } });
    expect(panel.asked()).toEqual(['operationdocuments']);
  });

  it('are none for certain when all of the list is known', async () => {
    const panel = panelWith({ documents: others(1, 7) });
    expect(await idsOf(panel.find())).toEqual({ invoices: [], receipts: [], complete: true });
    expect(await idsOf(panelWith({ documents: [] }).find())).toEqual({ invoices: [], receipts: [], complete: true });
  });

  it('are several where there are several, receipts apart, newest first, and nothing else', async () => {
    const panel = panelWith({
      documents: [
        { id: 9, orderId: '1001', kind: 'receipt', number: 'P9/2026' },
        { id: 10, orderId: '1001', kind: 'receipt', number: 'P10/2026', swapped: true },
        { id: 8, orderId: '1001', kind: 'proforma' },
        { id: 7, orderId: '1001', swapped: true },
        { id: 11, orderId: null },
      ],
    });
    expect(await idsOf(panel.find())).toEqual({ invoices: ['7'], receipts: ['10', '9'], complete: true });
    expect(panel.asked()).not.toContain('operationdocuments/8');
  });

  it('are not looked for beyond documents that are clearly older than the order', async () => {
    const old = others(1, 95, '2026-10-01');
    const panel = panelWith({ documents: [...old, ...others(96, 99, '2026-11-21')] });
    expect(await idsOf(panel.find())).toEqual({ invoices: [], receipts: [], complete: true });
    expect(panel.asked().filter((path) => path?.includes('/'))).toHaveLength(7);
  });

  it('are not looked for there by their number either', async () => {
    const panel = panelWith({
      documents: others(1, 250, '2026-10-01'),
      cached: ['248', '249', '250'].map((documentId) => known({ documentId, issueDate: '2026-10-01' })),
      order: { document_number: 'FV old/1' },
    });
    expect(await idsOf(panel.find())).toEqual({ invoices: [], receipts: [], complete: true });
    expect(panel.asked()).toEqual(['operationdocuments', 'orders_logs']);
  });

  it('are still looked for behind one document with an odd date, and behind a month of backdating', async () => {
    const odd = panelWith({
      documents: [{ id: 1, orderId: '1001' }, ...others(2, 3, '2020-01-01'), ...others(4, 5)],
    });
    expect(await idsOf(odd.find())).toMatchObject({ invoices: ['1'] });
    const backdated = panelWith({ documents: [{ id: 1, orderId: '1001' }, ...others(2, 9, '2026-10-20')] });
    expect(await idsOf(backdated.find())).toMatchObject({ invoices: ['1'] });
  });

  it('are not complete where the list goes on beyond what may be read', async () => {
    const cached = others(1, 200).map((row) => known({ documentId: String(row.id), orderId: row.orderId }));
    const panel = panelWith({ documents: others(1, 200), cached });
    expect(await idsOf(panel.find({ pages: 1 }))).toEqual({ invoices: [], receipts: [], complete: false });
    expect(await idsOf(panel.find({ pages: 3 }))).toEqual({ invoices: [], receipts: [], complete: true });
  });

  it('are not complete on a list that ignores the offset', async () => {
    const rows = others(1, 100).map((row) => ({ id: row.id, type: 'sale', subtype: 'invoice', number: '' }));
    const panel = panelWith({ documents: others(1, 100), instead: { operationdocuments: answer(200, rows) } });
    expect(await idsOf(panel.find({ details: 500 }))).toEqual({ invoices: [], receipts: [], complete: false });
    expect(panel.asked().filter((path) => path === 'operationdocuments')).toHaveLength(2);
  });

  it('are unknown, not none, without the right to documents', async () => {
    const instead = { operationdocuments: answer(403, { message: 'Brak uprawnień' }) };
    expect(await idsOf(panelWith({ documents: [], instead }).find())).toBe('forbidden');
    const detail = { 'operationdocuments/5': answer(403, { message: 'Brak uprawnień' }) };
    expect(await idsOf(panelWith({ documents: others(5, 5), instead: detail }).find())).toBe('forbidden');
  });

  it.each<[string, HttpOutcome]>([
    ['timeout', { kind: 'timeout' }],
    ['network', { kind: 'network' }],
    ['offline', { kind: 'offline' }],
    ['rate', answer(429, '')],
    ['unauthorized', answer(401, '')],
  ])('are unknown after a %s, and what was learnt until then is kept', async (kind, outcome) => {
    const documents = others(1, 5);
    const detail = panelWith({ documents, instead: { 'operationdocuments/3': outcome } });
    expect(await idsOf(detail.find())).toBe(kind);
    expect([...detail.cache.keys()]).toEqual(['5', '4']);
    expect(await idsOf(panelWith({ documents, instead: { operationdocuments: outcome } }).find())).toBe(kind);
    expect(await idsOf(panelWith({ documents, logs: outcome }).find())).toBe(kind);
  });

  it('are not hidden by one document that cannot be read, yet not complete', async () => {
    const panel = panelWith({
      documents: [{ id: 1, orderId: '1001', kind: 'receipt' }, ...others(2, 5)],
      instead: { 'operationdocuments/3': answer(200, [{ id: 3, products: 'none' }]) },
    });
    expect(await idsOf(panel.find())).toEqual({ invoices: [], receipts: ['1'], complete: false });
    expect(panel.cache.has('3')).toBe(false);
  });

  it('do not wait for a document that was deleted meanwhile', async () => {
    const panel = panelWith({ documents: others(1, 3), instead: { 'operationdocuments/2': NO_RECORDS } });
    expect(await idsOf(panel.find())).toEqual({ invoices: [], receipts: [], complete: true });
  });

  it('do not include one that only the cache still knows', async () => {
    const cached = known({ documentId: '50', orderId: '1001' });
    expect(await idsOf(panelWith({ documents: others(1, 2), cached: [cached] }).find())).toMatchObject({
      invoices: [],
    });
  });
});
