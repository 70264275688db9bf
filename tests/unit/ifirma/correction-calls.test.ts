import { describe, expect, it } from 'vitest';
import type { HttpOutcome, HttpRequest } from '../../../utils/http/transport.ts';
import { ifirmaClient } from '../../../utils/ifirma/client.ts';
import { answer, json } from './fake-transport.ts';
import { hexKey } from './keys.ts';

/** A transport that gives its answers one after another. */
function trying(...outcomes: readonly HttpOutcome[]) {
  const requests: HttpRequest[] = [];
  const client = ifirmaClient({
    transport: async (request) => {
      requests.push(request);
      return outcomes[requests.length - 1] ?? { kind: 'network' };
    },
    login: 'sklep@example.com',
    key: async () => ({ key: await hexKey('EAB0D8ACF3308F3B') }),
  });
  return { client, paths: () => requests.map(({ url }) => url.replace('https://www.ifirma.pl/iapi/', '')), requests };
}

const refusal = (kod: number) => json({ response: { Kod: kod, Informacja: 'Nie znaleziono faktury' } });
const CORRECTION = json({ PelnyNumer: 'K1/11/2026', Uwagi: 'Sellasist demo/r5', WartoscBrutto: -100 });
const PDF = answer('%PDF-1.4 …', { contentType: 'application/pdf' });

it('an invoice that does not say its identifier has the one it was asked by, without blanks', async () => {
  const { client, paths } = trying(json({ PelnyNumer: '12/11/2026' }));
  expect(await client.original(' 1244512 ')).toMatchObject({ ok: true, value: { identifier: '1244512' } });
  expect(paths()).toEqual(['fakturakraj/1244512.json']);
});

describe('the POST of a correction', () => {
  it('goes out once, to the invoice that it corrects', async () => {
    const { client, requests } = trying(json({ response: { Kod: 0, Identyfikator: 1244590 } }));
    expect(await client.correct('12/11/2026', '{"a":1.10}')).toEqual({ ok: true, value: '1244590' });
    expect(requests).toMatchObject([
      {
        method: 'POST',
        url: 'https://www.ifirma.pl/iapi/fakturakraj/korekta/12_11_2026.json',
        body: '{"a":1.10}',
        sending: 'once',
        timeoutMs: 90_000,
      },
    ]);
  });

  it.each<[string, HttpOutcome, object]>([
    ['a Kod', refusal(201), { kind: 'kod', kod: 201 }],
    [
      'HTTP 500 that says it was booked',
      json({ response: { Kod: 0, Identyfikator: '1' } }, 500),
      { kind: 'http', status: 500 },
    ],
    ['no identifier', json({ response: { Kod: 0 } }), { kind: 'no-kod' }],
  ])('is never repeated by itself: %s', async (_title, outcome, problem) => {
    const { client, requests } = trying(outcome);
    expect(await client.correct('1', '{}')).toMatchObject({ ok: false, problem });
    expect(requests).toHaveLength(1);
  });
});

describe('a correction is read back', () => {
  it('from its own address', async () => {
    const { client, paths } = trying(CORRECTION);
    const value = { number: 'K1/11/2026', gross: -10_000, notes: 'Sellasist demo/r5', lines: null };
    expect(await client.correction('K1/11/2026')).toMatchObject({ ok: true, value });
    expect(paths()).toEqual(['fakturakraj/korekta/K1_11_2026.json']);
    const printing = trying(PDF);
    expect(await printing.client.correctionPdf('99')).toMatchObject({ ok: true });
    expect(printing.paths()).toEqual(['fakturakraj/korekta/99.pdf']);
  });

  it.each<[string, HttpOutcome]>([
    ['it is not known there', refusal(201)],
    ['it makes no document there', refusal(200)],
    ['that address does not take the request', answer('', { status: 400 })],
    ['that address is not known', answer('<h1>404</h1>', { status: 404 })],
    ['that address takes no GET', answer('', { status: 405 })],
    ['the answer holds no document', json({})],
  ])('from that of an invoice when %s (ifirma-api 4.5)', async (_title, outcome) => {
    const reading = trying(outcome, CORRECTION);
    expect(await reading.client.correction('99')).toMatchObject({ ok: true, value: { number: 'K1/11/2026' } });
    expect(reading.paths()).toEqual(['fakturakraj/korekta/99.json', 'fakturakraj/99.json']);
    const printing = trying(outcome, PDF);
    expect(await printing.client.correctionPdf('99')).toMatchObject({ ok: true });
    expect(printing.paths()).toEqual(['fakturakraj/korekta/99.pdf', 'fakturakraj/99.pdf']);
  });

  it.each<[string, HttpOutcome]>([
    ['the key is wrong', refusal(403)],
    ['the signature is none', refusal(400)],
    ['iFirma breaks down', answer('', { status: 500 })],
    ['the terms are not accepted', refusal(499)],
    ['iFirma has a problem', refusal(100)],
    ['iFirma is overloaded', answer('', { status: 503 })],
    ['there were too many requests', answer('', { status: 429 })],
    ['the network is gone', { kind: 'network' }],
    ['the answer was cut off', answer('{"PelnyNumer')],
  ])('from nowhere else when %s', async (_title, outcome) => {
    const { client, requests } = trying(outcome, CORRECTION);
    expect(await client.correction('99')).toMatchObject({ ok: false });
    expect(requests).toHaveLength(1);
  });
});
