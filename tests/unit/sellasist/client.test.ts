import { describe, expect, it } from 'vitest';
import type { HttpOutcome, HttpRequest } from '../../../utils/http/transport.ts';
import { sellasistClient } from '../../../utils/sellasist/client.ts';
import type { SellasistProblem } from '../../../utils/sellasist/problem.ts';
import { answer, fakeTransport } from './fake-transport.ts';
import { sampleDocument, sampleOrder } from './samples.ts';

const KEY = 'k3y-0123456789abcdef';
/** A key that waits for the passphrase. */
const WAITS = { locked: true } as const;

function clientWith(
  reply: HttpOutcome | ((request: HttpRequest, at: number) => HttpOutcome),
  key: string | null | typeof WAITS = KEY,
) {
  const { transport, requests } = fakeTransport(typeof reply === 'function' ? reply : () => reply);
  const handed = typeof key === 'string' ? { key } : key;
  return { client: sellasistClient({ transport, panel: 'acme', key: async () => handed }), requests };
}

function pathsOf(requests: readonly HttpRequest[]): string[] {
  return requests.map((request) => request.url.replace('https://acme.sellasist.pl/api/v1/', ''));
}

describe('a request of the client', () => {
  it('reads from the panel alone, with its key in a header and nowhere else', async () => {
    const { client, requests } = clientWith(answer(200, sampleOrder()));
    await client.order('1001');
    expect(requests).toEqual([
      {
        method: 'GET',
        url: 'https://acme.sellasist.pl/api/v1/orders/1001',
        headers: { apiKey: KEY, accept: 'application/json' },
        body: null,
        timeoutMs: 30_000,
        sending: 'repeatable',
      },
    ]);
  });

  it('writes once, in a body that the server can parse', async () => {
    const { client, requests } = clientWith(answer(200, { message: 'success', id: 1001 }));
    const update = { status: '3', additional_fields: [{ field_id: '13', field_value: 'a "quoted" text' }] };
    expect(await client.putOrder('1001', update)).toEqual({ ok: true, value: null });
    expect(await client.putOrder('1001', { status: '3' }, 5000)).toEqual({ ok: true, value: null });
    expect(requests[0]).toEqual({
      method: 'PUT',
      url: 'https://acme.sellasist.pl/api/v1/orders/1001',
      headers: { apiKey: KEY, accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(update),
      timeoutMs: 30_000,
      sending: 'once',
    });
    expect(requests[0]?.body).not.toContain('\\u0022');
    expect(requests[1]).toMatchObject({ timeoutMs: 5000, sending: 'once', body: '{"status":"3"}' });
  });

  it('always says how much of a list it wants', async () => {
    const { client, requests } = clientWith(answer(404, { message: 'No records found' }));
    await client.fields();
    await client.statuses();
    await client.payments();
    await client.series();
    await client.documents({ limit: 100, offset: 200 });
    await client.documents({ limit: 5, offset: 0, type: 'correct', seriesId: '4' });
    await client.orders({ limit: 1, confirmed: false });
    await client.orders({ limit: 10, confirmed: true });
    await client.orderLogs('1001');
    await client.orderLogs('1001', 'receipt_create');
    expect(pathsOf(requests)).toEqual([
      'orders_fields?limit=100&offset=0',
      'statuses?limit=100&offset=0',
      'payments?limit=100&offset=0',
      'operationdocuments_series?limit=100&offset=0',
      'operationdocuments?type=sale&sort=desc&limit=100&offset=200',
      'operationdocuments?type=correct&series_id=4&sort=desc&limit=5&offset=0',
      'orders?sort=desc&limit=1&offset=0',
      'orders?sort=desc&placeholder=0&limit=10&offset=0',
      'orders_logs?orders=1001&operation_tag=invoice_create&sort=desc&limit=100&offset=0',
      'orders_logs?orders=1001&operation_tag=receipt_create&sort=desc&limit=100&offset=0',
    ]);
  });

  it.each(['', '..', '../users', '1001/../../x', '1 2', 'a?b', '%2e%2e'])(
    'is not begun for the id %j, which is no segment of a path',
    async (id) => {
      const { client, requests } = clientWith(answer(200, sampleOrder()));
      const notFound = { ok: false, problem: { kind: 'not-found' } };
      expect(await client.order(id)).toEqual(notFound);
      expect(await client.document(id)).toEqual(notFound);
      expect(await client.putOrder(id, { status: '1' })).toEqual(notFound);
      expect(requests).toEqual([]);
    },
  );

  it('is not begun without a key that a header can carry', async () => {
    for (const [key, kind] of [
      [null, 'missing-key'],
      ['', 'missing-key'],
      ['  ', 'missing-key'],
      [WAITS, 'locked'],
      ['klucz\r\nHost: evil', 'unauthorized'],
      ['zażółć', 'unauthorized'],
    ] as const) {
      const { client, requests } = clientWith(answer(200, []), key);
      expect(await client.statuses()).toEqual({ ok: false, problem: { kind } });
      expect(requests).toEqual([]);
    }
  });

  it('carries a key whatever word it reads like', async () => {
    for (const key of ['locked', 'null', 'undefined']) {
      const { client, requests } = clientWith(answer(200, []), key);
      expect(await client.statuses()).toEqual({ ok: true, value: [] });
      expect(requests[0]?.headers).toMatchObject({ apiKey: key });
    }
  });

  it('goes to nothing but a panel', () => {
    const { transport } = fakeTransport(() => answer(200, []));
    for (const panel of ['', 'ACME', 'evil.example', 'acme/x', 'acme.sellasist.pl', 'a@b']) {
      expect(() => sellasistClient({ transport, panel, key: async () => ({ key: KEY }) })).toThrow(
        'not the sub-domain of a panel',
      );
    }
  });
});

describe('an answer that is a problem', () => {
  const page = '<!DOCTYPE html><html><body>Not Found</body></html>';

  it.each<[string, HttpOutcome, SellasistProblem]>([
    ['401', answer(401, { message: 'Unknown user' }), { kind: 'unauthorized' }],
    ['401 without a word', answer(401, ''), { kind: 'unauthorized' }],
    ['403 of an unknown user', answer(403, { error: 'UNKNOWN USER' }), { kind: 'unauthorized' }],
    ['404 of an unknown user', answer(404, { message: 'Unknown user' }), { kind: 'unauthorized' }],
    ['404 page of an unknown user', answer(404, '<p>Unknown user</p>'), { kind: 'unauthorized' }],
    ['200 of an unknown user', answer(200, { message: 'Unknown user' }), { kind: 'unauthorized' }],
    [
      '200 error of an unknown user',
      answer(200, { status: 'error', message: 'unknown user' }),
      { kind: 'unauthorized' },
    ],
    ['403', answer(403, { message: 'Brak uprawnień' }), { kind: 'forbidden' }],
    ['403 page', answer(403, page), { kind: 'http', status: 403, text: '' }],
    ['429 with a time', answer(429, { message: 'slow down' }, 7000), { kind: 'rate', retryAfterMs: 7000 }],
    ['429 without', answer(429, ''), { kind: 'rate', retryAfterMs: null }],
    ['400', answer(400, { message: 'Bad field' }), { kind: 'http', status: 400, text: 'Bad field' }],
    ['406', answer(406, { error: { reason: 'off' } }), { kind: 'http', status: 406, text: '{"reason":"off"}' }],
    ['500 with a code', answer(500, { message: '', error: null, code: 17 }), { kind: 'http', status: 500, text: '17' }],
    ['502 text', answer(502, 'Bad\n  Gateway'), { kind: 'http', status: 502, text: 'Bad Gateway' }],
    ['503 page', answer(503, page), { kind: 'http', status: 503, text: '' }],
    ['200 error', answer(200, { status: 'error', message: 'No product' }), { kind: 'business', text: 'No product' }],
    ['200 error in an array', answer(200, [{ status: 'Error', error: 'x' }]), { kind: 'business', text: 'x' }],
    ['200 page', answer(200, page), { kind: 'unreadable' }],
    ['200 cut', answer(200, '{"id": "10'), { kind: 'unreadable' }],
    ['200 number', answer(200, '7'), { kind: 'unreadable' }],
    ['200 null', answer(200, 'null'), { kind: 'unreadable' }],
    ['200 without anything', answer(200, ''), { kind: 'unreadable' }],
    ['redirect', { kind: 'redirect' }, { kind: 'redirect' }],
    ['timeout', { kind: 'timeout' }, { kind: 'timeout' }],
    ['network', { kind: 'network' }, { kind: 'network' }],
    ['offline', { kind: 'offline' }, { kind: 'offline' }],
  ])('is told apart: %s', async (_, outcome, problem) => {
    const { client } = clientWith(outcome);
    expect(await client.order('1001')).toEqual({ ok: false, problem });
    expect(await client.document('77')).toEqual({ ok: false, problem });
    expect(await client.statuses()).toEqual({ ok: false, problem });
    expect(await client.documents({ limit: 100, offset: 0 })).toEqual({ ok: false, problem });
  });

  it('is an absence for one, and an empty list for many', async () => {
    for (const body of [{ message: 'No records found' }, '', 'No results']) {
      const { client } = clientWith(answer(404, body));
      expect(await client.order('1001')).toEqual({ ok: false, problem: { kind: 'not-found' } });
      expect(await client.document('77')).toEqual({ ok: false, problem: { kind: 'not-found' } });
      expect(await client.putOrder('1001', {})).toEqual({ ok: false, problem: { kind: 'not-found' } });
      expect(await client.documents({ limit: 100, offset: 0 })).toEqual({ ok: true, value: [] });
      expect(await client.statuses()).toEqual({ ok: true, value: [] });
    }
  });

  it('is neither when the 404 did not come from the API', async () => {
    const broken: HttpOutcome = { ...answer(404, ''), bytes: new Uint8Array([0xff, 0xfe]) } as HttpOutcome;
    for (const outcome of [answer(404, page), broken]) {
      const { client } = clientWith(outcome);
      const problem = { kind: 'http', status: 404, text: '' };
      expect(await client.order('1001')).toEqual({ ok: false, problem });
      expect(await client.documents({ limit: 100, offset: 0 })).toEqual({ ok: false, problem });
    }
  });

  it('is a text that is not UTF-8', async () => {
    const outcome = { ...answer(200, ''), bytes: Uint8Array.from([0x22, 0xb9, 0x22]) } as HttpOutcome;
    expect(await clientWith(outcome).client.statuses()).toEqual({ ok: false, problem: { kind: 'unreadable' } });
  });

  it('comes back from a write as well', async () => {
    const { client } = clientWith(answer(200, { status: 'error', message: 'nope' }));
    expect(await client.putOrder('1001', {})).toEqual({ ok: false, problem: { kind: 'business', text: 'nope' } });
    expect(await clientWith(answer(200, page)).client.putOrder('1001', {})).toEqual({
      ok: false,
      problem: { kind: 'unreadable' },
    });
    expect(await clientWith(answer(200, '')).client.putOrder('1001', {})).toEqual({ ok: true, value: null });
  });

  it('does not take what a buyer wrote for a complaint of the server', async () => {
    const { client } = clientWith(answer(200, sampleOrder({ message: 'Unknown user', comment: 'status: error' })));
    expect(await client.order('1001')).toMatchObject({ ok: true, value: { id: '1001' } });
  });
});

describe('the text of a problem', () => {
  async function textOf(said: string, value = 'Biuro-PC 7f3a91 2026'): Promise<string> {
    const { client } = clientWith(answer(400, { message: said }));
    const result = await client.putOrder('1001', { additional_fields: [{ field_id: '13', field_value: value }] });
    return !result.ok && result.problem.kind === 'http' ? result.problem.text : '(no text)';
  }

  it('is short and on one line', async () => {
    expect(await textOf('z\u0000a\r\n\tb\u202e c')).toBe('z a b c');
    expect((await textOf('ab '.repeat(5000))).length).toBe(200);
  });

  it('never holds the key, not even a piece of it', async () => {
    expect(await textOf(`Key ${KEY} is wrong`)).toBe('Key … is wrong');
    expect(await textOf(`Key ${KEY.toUpperCase()} is wrong`)).toBe('Key … is wrong');
    expect(await textOf(`Key ${KEY.slice(0, 9)}*** is wrong`)).toBe('Key …*** is wrong');
  });

  it('never holds the value of a field', async () => {
    expect(await textOf('Cannot store "Biuro-PC 7f3a91 2026"')).toBe('Cannot store "…"');
    expect(await textOf('Cannot store İ "Biuro-PC 7f3a91"')).toBe('Cannot store İ "…"');
    expect(await textOf('Cannot store abc', 'abc')).toBe('Cannot store …');
    let seed = 7;
    const bytes = Uint8Array.from({ length: 30_000 }, () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return seed >>> 16;
    });
    const pdf = Buffer.from(bytes).toString('base64');
    expect(await textOf(`Cannot store ${pdf}`, pdf)).toBe('Cannot store …');
    expect(await textOf(`Cannot store ${pdf.slice(0, 20)}`, pdf)).toBe('Cannot store …');
    expect(await textOf(`Cannot store ${pdf.slice(9000, 9040)}`, pdf)).toBe('Cannot store …');
  });

  it('keeps what is hostile as data', async () => {
    expect(await textOf('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
  });
});

describe('a detail', () => {
  it('is an object or an array with one', async () => {
    for (const body of [sampleDocument(), [sampleDocument()]]) {
      expect(await clientWith(answer(200, body)).client.document('77')).toMatchObject({
        ok: true,
        value: { id: '77', number: 'FV 12/11/2026', order_id: '1001', issue_date: '2026-11-21', total: 13598 },
      });
    }
    expect(await clientWith(answer(200, [sampleOrder()])).client.order('1001')).toMatchObject({ ok: true });
  });

  it('is absent by an empty array', async () => {
    expect(await clientWith(answer(200, [])).client.document('77')).toEqual({
      ok: false,
      problem: { kind: 'not-found' },
    });
  });

  it.each([
    ['another one', sampleOrder({ id: '1002' })],
    ['two', [sampleOrder(), sampleOrder()]],
    ['one without an id', sampleOrder({ id: null })],
    ['a text', '"1001"'],
  ])('is not believed when it is %s', async (_, body) => {
    expect(await clientWith(answer(200, body)).client.order('1001')).toEqual({
      ok: false,
      problem: { kind: 'unreadable' },
    });
  });
});

describe('a list', () => {
  const rows = [{ id: 1, type: 'sale', subtype: 'invoice', number: 'FV 1' }];

  it.each(['data', 'items', 'results', 'operationdocuments'])('may be wrapped in %j', async (name) => {
    const { client } = clientWith(answer(200, { [name]: rows, total: 1 }));
    expect(await client.documents({ limit: 100, offset: 0 })).toEqual({
      ok: true,
      value: [{ id: '1', type: 'sale', subtype: 'invoice', number: 'FV 1' }],
    });
  });

  it.each([
    ['an object without a list', { count: 0 }],
    ['errors', { errors: [] }],
    ['rows without an id', [{ number: 'FV 1' }]],
    ['rows that are no objects', ['FV 1']],
  ])('is not believed when it is %s, least of all as an empty one', async (_, body) => {
    const { client } = clientWith(answer(200, body));
    expect(await client.documents({ limit: 100, offset: 0 })).toEqual({ ok: false, problem: { kind: 'unreadable' } });
  });

  it('of orders says which are placeholders, however that is spelled, and nothing of the buyers', async () => {
    const body = [{ ...sampleOrder(), id: 5, placeholder: 0 }, { id: '6', placeholder: '1' }, { id: 7 }];
    expect(await clientWith(answer(200, body)).client.orders({ limit: 10, confirmed: false })).toEqual({
      ok: true,
      value: [
        { id: '5', placeholder: false, date: '2026-11-20', document_number: '' },
        { id: '6', placeholder: true, date: null, document_number: '' },
        { id: '7', placeholder: false, date: null, document_number: '' },
      ],
    });
  });

  it('of logs carries ids and no HTML', async () => {
    const body = [{ id: 9, order_id: 1001, operation_tag: 'invoice_create', object_id: '77', action: '<b>x</b>' }];
    expect(await clientWith(answer(200, body)).client.orderLogs('1001')).toEqual({
      ok: true,
      value: [{ id: '9', order_id: '1001', operation_tag: 'invoice_create', object_id: '77' }],
    });
  });

  it('of the invoices that were created asks for all orders', async () => {
    const { client, requests } = clientWith(answer(200, []));
    await client.newInvoices({ limit: 50, offset: 0 });
    expect(requests[0]?.url).toBe(
      'https://acme.sellasist.pl/api/v1/orders_logs?operation_tag=invoice_create&sort=desc&limit=50&offset=0',
    );
  });
});

describe('a dictionary', () => {
  it('has ids and names as texts, whatever the wire calls them', async () => {
    const { client } = clientWith(
      answer(200, [
        { id: 2, title: 'Przelew' },
        { id: '3', name: ' Pobranie ', title: 'x' },
        { id: 4, name: '', title: 'Karta' },
        { id: 5 },
        { name: 'no id' },
        { id: '2', title: 'again' },
      ]),
    );
    expect(await client.payments()).toEqual({
      ok: true,
      value: [
        { id: '2', name: 'Przelew', type: '' },
        { id: '3', name: 'Pobranie', type: '' },
        { id: '4', name: 'Karta', type: '' },
        { id: '5', name: '', type: '' },
      ],
    });
  });

  it('of fields has their types', async () => {
    const { client } = clientWith(answer(200, [{ id: 12, name: 'Faktura PDF', type: 'saledocument' }]));
    expect(await client.fields()).toEqual({
      ok: true,
      value: [{ id: '12', name: 'Faktura PDF', type: 'saledocument' }],
    });
  });

  it('of series says what they number, even when type and subtype are swapped', async () => {
    const { client } = clientWith(
      answer(200, [
        { id: 1, name: 'FV', type: 'invoice', subtype: 'sale', prefix: 'FV/' },
        { id: 2, name: 'PAR', type: 'sale', subtype: 'receipt' },
        { id: 3, name: 'KOR', type: 'correct', subtype: 'correction' },
        { id: 4, name: 'PZ', type: 'stock', subtype: 'admission' },
      ]),
    );
    const series = await client.series();
    expect(series.ok && series.value.map((row) => row.type)).toEqual(['invoice', 'receipt', 'correction', 'stock']);
  });

  it('is read to its end', async () => {
    const all = Array.from({ length: 230 }, (_, at) => ({ id: at + 1, name: `Status ${at + 1}` }));
    const { client, requests } = clientWith((request) => {
      const offset = Number(new URL(request.url).searchParams.get('offset'));
      const rows = all.slice(offset, offset + 100);
      return rows.length === 0 ? answer(404, { message: 'No records found' }) : answer(200, rows);
    });
    const statuses = await client.statuses();
    expect(statuses.ok && statuses.value).toHaveLength(230);
    expect(requests).toHaveLength(3);
  });

  it('ends on a server that ignores the offset', async () => {
    const rows = Array.from({ length: 100 }, (_, at) => ({ id: at + 1, name: 'x' }));
    const { client, requests } = clientWith(answer(200, rows));
    const statuses = await client.statuses();
    expect(statuses.ok && statuses.value).toHaveLength(100);
    expect(requests).toHaveLength(2);
  });

  it('is none when one of its pages fails', async () => {
    const rows = Array.from({ length: 100 }, (_, at) => ({ id: at + 1, name: 'x' }));
    const { client } = clientWith((_, at) => (at === 0 ? answer(200, rows) : { kind: 'timeout' }));
    expect(await client.statuses()).toEqual({ ok: false, problem: { kind: 'timeout' } });
  });
});
