import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HttpOutcome } from '../../../utils/http/transport.ts';
import { type IfirmaClient, ifirmaClient, type ListQuery, startsAsPdf } from '../../../utils/ifirma/client.ts';
import { pathOf } from '../../../utils/ifirma/path.ts';
import type { IfirmaProblem } from '../../../utils/ifirma/problem.ts';
import type { KeyName } from '../../../utils/ifirma/signing.ts';
import vectors from '../../sim/vectors.json' with { type: 'json' };
import { answer, fakeTransport, json } from './fake-transport.ts';
import { hexKey } from './keys.ts';

const LOGIN = 'sklep@example.com';
const KEYS: Readonly<Record<KeyName, string | null>> = {
  faktura: 'EAB0D8ACF3308F3B',
  abonent: 'A1B2C3D4E5F60718',
  rachunek: null,
};

const GONE: HttpOutcome = { kind: 'network' };

function trying(outcome: HttpOutcome, keys: Readonly<Record<KeyName, string | null>> = KEYS) {
  const { transport, requests } = fakeTransport(outcome);
  const client = ifirmaClient({
    transport,
    login: LOGIN,
    key: async (name) => {
      const hex = keys[name];
      if (hex === 'locked') return { locked: true };
      return hex === null ? null : { key: await hexKey(hex) };
    },
  });
  return { client, requests };
}

const BOOKED = json({
  response: { Kod: 0, Informacja: 'Faktura została pomyślnie dodana.', Identyfikator: '1244512' },
});
const LIST_QUERY: ListQuery = { from: '2026-11-20', to: '2026-11-23', nip: '1234563218', gross: 25_830, page: 1 };
const PDF = answer('%PDF-1.4 …', { contentType: 'application/pdf' });

/** Every call there is, for what has to hold of all of them. */
const CALLS: readonly [string, (client: IfirmaClient) => Promise<unknown>, KeyName][] = [
  ['issue', (client) => client.issue('{"Uwagi":"Łódź 🎁"}'), 'faktura'],
  ['list', (client) => client.list(LIST_QUERY), 'faktura'],
  ['invoice', (client) => client.invoice('12/11/2026'), 'faktura'],
  ['pdf', (client) => client.pdf('1244512'), 'faktura'],
  ['correct', (client) => client.correct('12/11/2026', '{"Uwagi":"Łódź 🎁"}'), 'faktura'],
  ['original', (client) => client.original('12/11/2026'), 'faktura'],
  ['correction', (client) => client.correction('K1/11/2026'), 'faktura'],
  ['correctionPdf', (client) => client.correctionPdf('1244590'), 'faktura'],
  ['test', (client) => client.test('2026-11-22'), 'faktura'],
  ['month', (client) => client.month(), 'abonent'],
  ['moveMonth', (client) => client.moveMonth('NAST'), 'abonent'],
  ['limit', (client) => client.limit(), 'abonent'],
];

describe('every request', () => {
  it.each(CALLS)(
    '%s signs its address without the query, its login, its key and its text',
    async (_name, call, keyName) => {
      const { client, requests } = trying(GONE);
      await call(client);
      expect(requests).toHaveLength(1);
      const [request] = requests;
      const bare = request?.url.split('?')[0] ?? '';
      expect(bare).toMatch(/^https:\/\/www\.ifirma\.pl\/iapi\//);
      const message = `${bare}${LOGIN}${keyName}${request?.body ?? ''}`;
      const digest = createHmac('sha1', Buffer.from(KEYS[keyName] ?? '', 'hex'))
        .update(message, 'utf8')
        .digest('hex');
      expect(request?.headers.Authentication).toBe(`IAPIS user=${LOGIN}, hmac-sha1=${digest}`);
      expect(Object.keys(request?.headers ?? {})).not.toContain('Authorization');
    },
  );

  it.each(CALLS)('%s goes to the address that it signed: the browser writes it no other way', async (_name, call) => {
    const { client, requests } = trying(GONE);
    await call(client);
    expect(new URL(requests[0]?.url ?? '').href).toBe(requests[0]?.url);
  });

  it.each(CALLS)('%s goes nowhere without its key', async (_name, call) => {
    const { client, requests } = trying(GONE, { faktura: null, abonent: null, rachunek: null });
    expect(await call(client)).toEqual({ ok: false, problem: { kind: 'key-missing' } });
    expect(requests).toEqual([]);
  });

  it.each(CALLS)('%s goes nowhere while its key is locked', async (_name, call) => {
    const { client, requests } = trying(GONE, { faktura: 'locked', abonent: 'locked', rachunek: 'locked' });
    expect(await call(client)).toEqual({ ok: false, problem: { kind: 'locked' } });
    expect(requests).toEqual([]);
  });
});

describe('the one POST', () => {
  it('is sent once, as the very text that was signed', async () => {
    const { client, requests } = trying(BOOKED);
    expect(await client.issue('{"a":1.10}')).toEqual({ ok: true, value: '1244512' });
    expect(requests).toMatchObject([
      {
        method: 'POST',
        url: 'https://www.ifirma.pl/iapi/fakturakraj.json',
        body: '{"a":1.10}',
        sending: 'once',
        timeoutMs: 90_000,
        headers: { 'Content-Type': 'application/json; charset=UTF-8', Accept: 'application/json' },
      },
    ]);
  });

  it.each([
    ['a number as identifier', { response: { Kod: 0, Identyfikator: 1244512 } }],
    ['no wrapper', { Kod: 0, Identyfikator: '1244512' }],
    ['a Kod that is a text', { response: { Kod: '0', Identyfikator: '1244512' } }],
  ])('has succeeded with %s', async (_title, content) => {
    expect(await trying(json(content)).client.issue('{}')).toEqual({ ok: true, value: '1244512' });
  });

  it.each<[string, HttpOutcome, IfirmaProblem]>([
    ['Kod 0 without an identifier', json({ response: { Kod: 0 } }), { kind: 'no-kod' }],
    ['Kod 0 with an empty identifier', json({ response: { Kod: 0, Identyfikator: ' ' } }), { kind: 'no-kod' }],
    ['an identifier without a Kod', json({ response: { Identyfikator: '1' } }), { kind: 'no-kod' }],
    ['an identifier with a Kod of null', json({ response: { Kod: null, Identyfikator: '1' } }), { kind: 'no-kod' }],
    ['an empty object', json({}), { kind: 'no-kod' }],
    ['HTTP 500 with Kod 0', json({ response: { Kod: 0, Identyfikator: '1' } }, 500), { kind: 'http', status: 500 }],
    ['a PDF', PDF, { kind: 'not-json' }],
  ])('has not succeeded with %s', async (_title, outcome, problem) => {
    expect(await trying(outcome).client.issue('{}')).toEqual({ ok: false, problem });
  });

  it.each([100, 101, 102, 200, 201, 202, 208, 400, 401, 402, 403, 499, 500, 999])(
    'was refused with Kod %i, and the text is kept',
    async (kod) => {
      const { client } = trying(json({ response: { Kod: kod, Informacja: 'Pole X' } }));
      expect(await client.issue('{}')).toEqual({ ok: false, problem: { kind: 'kod', kod, text: 'Pole X' } });
    },
  );

  it.each([
    [500, 101],
    [502, 202],
    [503, 403],
    [599, 201],
  ])('may have booked with HTTP %i, whatever Kod its body holds (%i)', async (status, kod) => {
    const { client } = trying(json({ response: { Kod: kod, Informacja: 'Pole X' } }, status));
    expect(await client.issue('{}')).toEqual({ ok: false, problem: { kind: 'http', status } });
  });

  it('was refused with the Kod "201" as a text (ifirma-api 2.9)', async () => {
    const { client } = trying(json({ response: { Kod: '201', Informacja: 'x' } }));
    expect(await client.issue('{}')).toEqual({ ok: false, problem: { kind: 'kod', kod: 201, text: 'x' } });
  });
});

describe('what can come of any request', () => {
  const HTML = '<html><body>502 Bad Gateway</body></html>';
  const OUTCOMES: readonly [string, HttpOutcome, IfirmaProblem][] = [
    [
      'a refusal',
      json({ response: { Kod: 403, Informacja: 'Niepoprawny hash wiadomości' } }),
      { kind: 'kod', kod: 403, text: 'Niepoprawny hash wiadomości' },
    ],
    [
      'a refusal in HTTP 403',
      json({ response: { Kod: 403, Informacja: 'x' } }, 403),
      { kind: 'kod', kod: 403, text: 'x' },
    ],
    ['HTTP 500 without an envelope', answer(HTML, { status: 500 }), { kind: 'http', status: 500 }],
    ['HTTP 500 without anything', answer('', { status: 500 }), { kind: 'http', status: 500 }],
    ['HTTP 404 with JSON that says nothing', json({}, 404), { kind: 'http', status: 404 }],
    ['HTTP 300, the first that is no success', json({}, 300), { kind: 'http', status: 300 }],
    ['HTTP 299, the last success, with JSON that says nothing', json({}, 299), { kind: 'no-kod' }],
    ['HTTP 199, before the first success', json({}, 199), { kind: 'http', status: 199 }],
    [
      'HTTP 429 with Retry-After',
      answer(HTML, { status: 429, retryAfterMs: 7000 }),
      { kind: 'rate', retryAfterMs: 7000 },
    ],
    ['HTTP 429 without Retry-After', answer('', { status: 429 }), { kind: 'rate', retryAfterMs: null }],
    ['HTTP 429 with an envelope', json({ response: { Kod: 500 } }, 429), { kind: 'rate', retryAfterMs: null }],
    ['a page instead of JSON', answer(HTML), { kind: 'not-json' }],
    ['JSON that was cut off', answer('{"response":{"Kod":0,"Identyfikator":"12'), { kind: 'not-json' }],
    ['JSON that is no object', answer('[]'), { kind: 'not-json' }],
    ['JSON that is null', answer('null'), { kind: 'not-json' }],
    ['nothing', answer(''), { kind: 'not-json' }],
    ['bytes that are no text', answer(new Uint8Array([0xff, 0xfe, 0x00])), { kind: 'not-json' }],
    ['a redirect', { kind: 'redirect' }, { kind: 'redirect' }],
    ['a time-out', { kind: 'timeout' }, { kind: 'timeout' }],
    ['a broken connection', { kind: 'network' }, { kind: 'network' }],
    ['no network', { kind: 'offline' }, { kind: 'offline' }],
  ];

  it.each(OUTCOMES)('%s is the same problem for every call', async (_title, outcome, problem) => {
    for (const [, call] of CALLS) expect(await call(trying(outcome).client)).toEqual({ ok: false, problem });
  });

  it.each(CALLS.filter(([name]) => !['issue', 'correct', 'moveMonth'].includes(name)))(
    '%s, which only reads, hears the Kod in HTTP 500',
    async (_name, call) => {
      const outcome = json({ response: { Kod: 500, Informacja: 'x' } }, 500);
      expect(await call(trying(outcome).client)).toEqual({ ok: false, problem: { kind: 'kod', kod: 500, text: 'x' } });
    },
  );

  it('a text of iFirma is kept to 1000 characters', async () => {
    const { client } = trying(json({ response: { Kod: 201, Informacja: 'x'.repeat(5000) } }));
    expect(await client.issue('{}')).toMatchObject({ problem: { text: 'x'.repeat(1000) } });
  });
});

describe('a step of the accounting month (ifirma-api 6.6)', () => {
  it('is sent once, with the text of vector S21 and its digest', async () => {
    const { client, requests } = trying(json({ response: { Kod: 0, Informacja: 'ok' } }));
    expect(await client.moveMonth('NAST')).toEqual({ ok: true, value: true });
    const vector = vectors.vectors.find(({ id }) => id === 'S21');
    expect(requests).toMatchObject([
      {
        method: 'PUT',
        url: vector?.url,
        body: '{"MiesiacKsiegowy":"NAST","PrzeniesDaneZPoprzedniegoRoku":false}',
        sending: 'once',
        timeoutMs: 90_000,
        headers: {
          'Content-Type': 'application/json; charset=UTF-8',
          Authentication: `IAPIS user=${vector?.user}, hmac-sha1=${vector?.digest}`,
        },
      },
    ]);
  });

  it('back says so', async () => {
    const { client, requests } = trying(json({ response: { Kod: 0 } }));
    await client.moveMonth('POPRZ');
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
      MiesiacKsiegowy: 'POPRZ',
      PrzeniesDaneZPoprzedniegoRoku: false,
    });
  });

  it.each([
    ['without a Kod', json({ response: { Informacja: 'ok' } }), { kind: 'no-kod' }],
    ['of HTTP 500, whatever its Kod', json({ response: { Kod: 0 } }, 500), { kind: 'http', status: 500 }],
  ])('whose answer is one %s is not known to have been taken', async (_name, outcome, problem) => {
    expect(await trying(outcome).client.moveMonth('NAST')).toEqual({ ok: false, problem });
  });
});

describe('the list', () => {
  const queryOf = async (changes: Partial<ListQuery>) => {
    const { client, requests } = trying(json({ response: { Kod: 0, Wynik: [] } }));
    expect(await client.list({ ...LIST_QUERY, ...changes })).toEqual({ ok: true, value: [] });
    const url = new URL(requests[0]?.url ?? '');
    expect(requests).toMatchObject([{ method: 'GET', body: null, sending: 'repeatable', timeoutMs: 30_000 }]);
    expect(requests[0]?.headers).not.toHaveProperty('Content-Type');
    expect(url.pathname).toBe('/iapi/faktury.json');
    return Object.fromEntries(url.searchParams);
  };

  it('is asked for by NIP, always with both dates', async () => {
    expect(await queryOf({ page: 3 })).toEqual({
      dataOd: '2026-11-20',
      dataDo: '2026-11-23',
      strona: '3',
      iloscNaStronie: '100',
      nipKontrahenta: '1234563218',
    });
  });

  it.each([
    [25_830, '258.25', '258.35'],
    [7, '0.02', '0.12'],
    [3, '0.00', '0.08'],
  ])(
    'of %i grosze without a NIP is asked for by amount, 5 grosze around it (ifirma-api 5.6)',
    async (gross, from, to) => {
      const query = await queryOf({ nip: '', gross });
      expect(query).toMatchObject({ kwotaOd: from, kwotaDo: to });
      expect(query).not.toHaveProperty('nipKontrahenta');
    },
  );

  it('without a NIP and an amount is asked for by its days alone: every invoice counts', async () => {
    const query = await queryOf({ nip: '', gross: null });
    expect(query).toEqual({ dataOd: '2026-11-20', dataDo: '2026-11-23', strona: '1', iloscNaStronie: '100' });
  });

  it('without a list in it is no empty list', async () => {
    const { client } = trying(json({ response: { Kod: 0 } }));
    expect(await client.list(LIST_QUERY)).toEqual({ ok: false, problem: { kind: 'no-kod' } });
  });
});

describe('one document', () => {
  it('needs no Kod in its answer (ifirma-api 2.11)', async () => {
    const { client } = trying(json({ PelnyNumer: '12/11/2026', WartoscBrutto: 258.3, Uwagi: 'x' }));
    expect(await client.invoice('1244512')).toMatchObject({ ok: true, value: { number: '12/11/2026', gross: 25_830 } });
  });

  it('that the answer does not hold is not found', async () => {
    const { client } = trying(json({ response: { Kod: 0 } }));
    expect(await client.invoice('1244512')).toEqual({ ok: false, problem: { kind: 'no-kod' } });
  });

  const pathFor = async (id: string): Promise<string> => {
    const { client, requests } = trying(GONE);
    await client.invoice(id);
    return new URL(requests[0]?.url ?? '').pathname;
  };

  it.each([
    ['1244512', '1244512'],
    ['12/11/2026', '12_11_2026'],
    [' 12/11/2026 ', '12_11_2026'],
    ['1/11/2025/ProForma', '1_11_2025_ProForma'],
    ['FV 12#1?typ=dup&x', 'FV%2012%231%3Ftyp%3Ddup%26x'],
    ['../abonent/limit', '.._abonent_limit'],
    ['..', '..'],
    ['%2e%2e%2f', '%252e%252e%252f'],
    ['a\\b', 'a%5Cb'],
    ['Łódź', '%C5%81%C3%B3d%C5%BA'],
    ['12\u0000\n', '12%00'],
    ['\ud83c', '%EF%BF%BD'],
  ])('numbered %j is asked for under %s', async (id, segment) => {
    expect(pathOf(id)).toBe(segment);
    expect(await pathFor(id)).toBe(`/iapi/fakturakraj/${segment}.json`);
  });

  it('never leaves its folder, whatever a person types as its number', async () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.constantFrom(...[...'./\\?#%2e:@'].map((c) => c.charCodeAt(0))),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { maxLength: 20 }), async (codes) => {
        const id = String.fromCharCode(...codes);
        expect(await pathFor(id)).toMatch(/^\/iapi\/fakturakraj\/[^/?#]*\.json$/);
      }),
    );
  });
});

describe('the PDF', () => {
  it('is what begins like one', async () => {
    const { client, requests } = trying(PDF);
    expect(await client.pdf('12/11/2026')).toEqual({ ok: true, value: new TextEncoder().encode('%PDF-1.4 …') });
    expect(requests).toMatchObject([
      {
        method: 'GET',
        url: 'https://www.ifirma.pl/iapi/fakturakraj/12_11_2026.pdf',
        headers: { Accept: 'application/pdf' },
        sending: 'repeatable',
      },
    ]);
  });

  it('is no PDF when it is JSON that calls itself one (ifirma-api 5.2)', async () => {
    const refusal = JSON.stringify({ response: { Kod: 201, Informacja: 'Nie znaleziono faktury' } });
    const { client } = trying(answer(refusal, { contentType: 'application/pdf' }));
    expect(await client.pdf('1')).toEqual({
      ok: false,
      problem: { kind: 'kod', kod: 201, text: 'Nie znaleziono faktury' },
    });
  });

  it.each<[string, HttpOutcome, IfirmaProblem]>([
    ['JSON with Kod 0', json({ response: { Kod: 0 } }), { kind: 'no-kod' }],
    ['a blank before it', answer(' %PDF-1.4'), { kind: 'not-json' }],
    ['three of its letters', answer('%PD'), { kind: 'not-json' }],
    ['a PDF in HTTP 500', answer('%PDF-1.4', { status: 500 }), { kind: 'http', status: 500 }],
  ])('is none with %s', async (_title, outcome, problem) => {
    expect(await trying(outcome).client.pdf('1')).toEqual({ ok: false, problem });
  });

  it('is known by its first four bytes', () => {
    expect(startsAsPdf(new TextEncoder().encode('%PDF'))).toBe(true);
    expect(startsAsPdf(new Uint8Array())).toBe(false);
  });

  it.each(['xPDF', '%xDF', '%PxF', '%PDx', '', '%PD'])('is not known by %j: every one of the four counts', (text) => {
    expect(startsAsPdf(new TextEncoder().encode(`${text}-1.4`))).toBe(false);
  });
});

describe('the connection test', () => {
  it('asks for one row of today and changes nothing', async () => {
    const { client, requests } = trying(json({ response: { Kod: 0, Wynik: [] } }));
    expect(await client.test('2026-11-22')).toEqual({ ok: true, value: null });
    expect(requests).toMatchObject([
      {
        method: 'GET',
        url: 'https://www.ifirma.pl/iapi/faktury.json?dataOd=2026-11-22&dataDo=2026-11-22&iloscNaStronie=1',
      },
    ]);
  });

  it('has not passed when the answer holds no list: whoever answered was not the list of invoices', async () => {
    const { client } = trying(json({ response: { Kod: 0, Informacja: 'ok' } }));
    expect(await client.test('2026-11-22')).toEqual({ ok: false, problem: { kind: 'no-kod' } });
  });

  it.each([[{ MiesiacKsiegowy: 11, RokKsiegowy: 2026 }], [{ MiesiacKsiegowy: '11', RokKsiegowy: '2026' }]])(
    'reads the accounting month of %j',
    async (fields) => {
      const { client, requests } = trying(json({ response: { Kod: 0, ...fields } }));
      expect(await client.month()).toEqual({ ok: true, value: { month: '11', year: '2026' } });
      expect(requests[0]?.url).toBe('https://www.ifirma.pl/iapi/abonent/miesiacksiegowy.json');
    },
  );

  it('reads how many documents were used of how many', async () => {
    const { client, requests } = trying(json({ response: { Kod: 0, LimitWykorzystany: 42, LimitPrzyznany: '1000' } }));
    expect(await client.limit()).toEqual({ ok: true, value: { used: '42', granted: '1000' } });
    expect(requests[0]?.url).toBe('https://www.ifirma.pl/iapi/abonent/limit.json');
  });

  it.each([
    [{}],
    [{ MiesiacKsiegowy: 'NAST', RokKsiegowy: 2026 }],
    [{ MiesiacKsiegowy: 11.5, RokKsiegowy: 2026 }],
    [{ MiesiacKsiegowy: '11.', RokKsiegowy: 2026 }],
    [{ MiesiacKsiegowy: 'M11', RokKsiegowy: 2026 }],
    [{ MiesiacKsiegowy: [11], RokKsiegowy: 2026 }],
  ])('makes no month of %j', async (fields) => {
    const { client } = trying(json({ response: { Kod: 0, ...fields } }));
    expect(await client.month()).toEqual({ ok: false, problem: { kind: 'no-kod' } });
  });

  it.each([[{ LimitWykorzystany: 1 }], [{ LimitWykorzystany: 1, LimitPrzyznany: null }]])(
    'makes no limit of %j',
    async (fields) => {
      const { client } = trying(json({ response: { Kod: 0, ...fields } }));
      expect(await client.limit()).toEqual({ ok: false, problem: { kind: 'no-kod' } });
    },
  );
});
