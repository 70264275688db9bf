import { describe, expect, it } from 'vitest';
import type { HttpOutcome } from '../../../utils/http/transport.ts';
import { json } from './fake-transport.ts';
import { trying } from './trying.ts';

const SENT = json({ response: { Kod: 0, Informacja: 'Wysłano.' } });

describe('handing a document over for KSeF', () => {
  // ifirma-api 10.15: S15 and S16.
  it.each([
    ['invoice', '1244512', 'fakturakraj/ksef/send/1244512.json', '6f51f28082d64cc7e7a95088980543e378ce45d8'],
    ['correction', '152212', 'fakturakraj/korekta/ksef/send/152212.json', '8886074ecf4c3ed1ead30d37152041a295fe5fc1'],
  ] as const)('signs and sends an %s once, to the byte', async (kind, id, path, digest) => {
    const { client, requests } = trying(SENT);
    expect(await client.sendToKsef(kind, id)).toEqual({ ok: true, value: null });
    expect(requests).toMatchObject([
      {
        method: 'POST',
        url: `https://www.ifirma.pl/iapi/${path}`,
        body: '{"DataWysylki":null}',
        sending: 'once',
        headers: { Authentication: `IAPIS user=sklep@example.com, hmac-sha1=${digest}` },
      },
    ]);
  });

  it.each<[string, HttpOutcome, object]>([
    ['a Kod', json({ response: { Kod: 202, Informacja: 'Nie' } }), { kind: 'kod', kod: 202, text: 'Nie' }],
    ['HTTP 500 that says it was sent', json({ response: { Kod: 0 } }, 500), { kind: 'http', status: 500 }],
    ['an answer without a Kod', json({ response: {} }), { kind: 'no-kod' }],
  ])('is never repeated, and %s is no success', async (_name, outcome, problem) => {
    const { client, requests } = trying(outcome);
    expect(await client.sendToKsef('invoice', '1')).toEqual({ ok: false, problem });
    expect(requests).toHaveLength(1);
  });
});

describe('what KSeF says', () => {
  const DOCUMENT = json({ Numer: 12, NumerKSEF: null, StatusKSEF: null });

  it('is read from the single document', async () => {
    const { client, requests } = trying(DOCUMENT);
    expect(await client.ksef('invoice', '12/11/2026')).toEqual({
      ok: true,
      value: { kind: 'pending', hasTrace: false },
    });
    expect(requests.map(({ url }) => url)).toEqual(['https://www.ifirma.pl/iapi/fakturakraj/12_11_2026.json']);
  });

  it('of a correction, from its own address or that of an invoice', async () => {
    const { client, requests } = trying(
      json({ response: { Kod: 201, Informacja: 'Nie znaleziono faktury' } }),
      DOCUMENT,
    );
    expect(await client.ksef('correction', '152212')).toMatchObject({ ok: true });
    expect(requests.map(({ url }) => url.slice(-35))).toEqual([
      expect.stringContaining('fakturakraj/korekta/152212.json'),
      expect.stringContaining('fakturakraj/152212.json'),
    ]);
  });
});
