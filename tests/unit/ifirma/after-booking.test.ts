import { describe, expect, it } from 'vitest';
import { invoiceBody } from '../../../utils/ifirma/invoice-body.ts';
import { checkDocument } from '../../../utils/invoice/check.ts';
import vectors from '../../sim/vectors.json' with { type: 'json' };
import { RULES, saleDocument, TODAY } from '../invoice/examples.ts';
import { json } from './fake-transport.ts';
import { together } from './together.ts';
import { trying } from './trying.ts';

const DONE = json({ response: { Kod: 0, Informacja: 'OK' } });

function vector(id: string) {
  const found = vectors.vectors.find((each) => each.id === id);
  if (!found?.url || !found.header) throw new Error(`no such vector: ${id}`);
  return { url: found.url, body: found.body, headers: { Authentication: found.header } };
}

const GREETING = {
  text: 'Dzień dobry, w załączeniu faktura.',
  mailbox: '',
  template: '',
  recipient: 'klient@example.com',
};

describe('sending a document by e-mail', () => {
  it('is signed without its query and sent once, to the byte (ifirma-api 10.15: S17)', async () => {
    const { client, requests } = trying(DONE);
    expect(await client.sendByEmail('invoice', '1244512', GREETING)).toEqual({ ok: true, value: null });
    expect(requests).toMatchObject([{ method: 'POST', sending: 'once', ...vector('S17') }]);
  });

  it('says only what there is to say', async () => {
    const { client, requests } = trying(DONE, DONE);
    await client.sendByEmail('correction', '152212', { text: '', mailbox: '', template: '', recipient: '' });
    await client.sendByEmail('invoice', '1', { ...GREETING, mailbox: 'faktury@ifirma.pl', template: 'Pusty' });
    expect(requests[0]).toMatchObject({
      url: 'https://www.ifirma.pl/iapi/fakturakraj/korekta/send/152212.json?wyslijEfaktura=true',
      body: '{}',
    });
    expect(JSON.parse(requests[1]?.body ?? '')).toEqual({
      Tekst: GREETING.text,
      SkrzynkaEmail: 'faktury@ifirma.pl',
      SzablonEmail: 'Pusty',
      SkrzynkaEmailOdbiorcy: 'klient@example.com',
    });
  });
});

describe('registering a payment', () => {
  it('is signed and sent once, to the byte (ifirma-api 10.15: S18)', async () => {
    const { client, requests } = trying(DONE);
    const asked = { amount: 25_830, date: '2026-11-22' };
    expect(await client.registerPayment('12/11/2026', asked)).toEqual({ ok: true, value: null });
    expect(requests).toMatchObject([{ method: 'POST', sending: 'once', ...vector('S18') }]);
  });

  it.each([
    [1, '0.01'],
    [10_000, '100'],
    [12_345_678_901, '123456789.01'],
    // As a float it would be 0.8200000000000001.
    [82, '0.82'],
  ])('%i grosze go out as %s', async (amount, text) => {
    const { client, requests } = trying(DONE);
    await client.registerPayment('1', { amount, date: '2026-11-22' });
    expect(requests[0]?.body).toBe(`{"Kwota":${text},"Data":"2026-11-22"}`);
  });
});

describe('neither is repeated, and no success', () => {
  const ASK = {
    email: (tried: ReturnType<typeof trying>) => tried.client.sendByEmail('invoice', '1', GREETING),
    payment: (tried: ReturnType<typeof trying>) =>
      tried.client.registerPayment('1', { amount: 100, date: '2026-11-22' }),
  } as const;
  const answers = [
    ['a Kod', json({ response: { Kod: 201, Informacja: 'Nie' } }), { kind: 'kod', kod: 201, text: 'Nie' }],
    ['HTTP 500 that says it was done', json({ response: { Kod: 0 } }, 500), { kind: 'http', status: 500 }],
    ['an answer without a Kod', json({ response: {} }), { kind: 'no-kod' }],
    ['a connection that breaks', { kind: 'network' }, { kind: 'network' }],
  ] as const;
  it.each((['email', 'payment'] as const).flatMap((what) => answers.map((answer) => [what, ...answer] as const)))(
    '%s after %s',
    async (what, _name, outcome, problem) => {
      const tried = trying(outcome);
      expect(await ASK[what](tried)).toEqual({ ok: false, problem });
      expect(tried.requests).toHaveLength(1);
    },
  );
});

describe('what is paid', () => {
  it.each<[string, object, object]>([
    ['top level', { PelnyNumer: '1/11/2026', Zaplacono: 12.3, WartoscBrutto: 123 }, { paid: 1230, gross: 12_300 }],
    [
      'a list of one',
      { response: { Kod: 0, Wynik: [{ PelnyNumer: '1/11/2026', Zaplacono: '0.00', WartoscBrutto: '123.00' }] } },
      { paid: 0, gross: 12_300 },
    ],
    ['an invoice that does not say it', { PelnyNumer: '1/11/2026', WartoscBrutto: 123 }, { paid: null, gross: 12_300 }],
    [
      'an amount that is none',
      { PelnyNumer: '1/11/2026', Zaplacono: 12.345, WartoscBrutto: 'x' },
      { paid: null, gross: null },
    ],
  ])('is read from the single document: %s', async (_name, content, value) => {
    const { client, requests } = trying(json(content));
    expect(await client.paid('1/11/2026')).toEqual({ ok: true, value });
    expect(requests).toMatchObject([{ method: 'GET', url: 'https://www.ifirma.pl/iapi/fakturakraj/1_11_2026.json' }]);
  });

  it('is not known from an answer without a document', async () => {
    expect(await trying(json({ response: { Zaplacono: 5 } })).client.paid('1')).toEqual({
      ok: false,
      problem: { kind: 'no-kod' },
    });
  });
});

describe('the stand-in, with its tables of every field and limit', () => {
  async function issued() {
    const { draft } = checkDocument(saleDocument(), RULES, TODAY);
    if (draft === null) throw new Error('no draft');
    const world = together();
    const answer = await world.client.issue(invoiceBody({ ...draft, paid: 2300 }));
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    return { ...world, id: answer.value };
  }

  it('sends one e-mail for each asking', async () => {
    const { client, ifirma, id } = await issued();
    const full = {
      text: 'x'.repeat(1000),
      mailbox: 'faktury@ifirma.pl',
      template: 'Pusty',
      recipient: 'a@example.com',
    };
    expect(await client.sendByEmail('invoice', id, full)).toEqual({ ok: true, value: null });
    expect(ifirma.booked()).toMatchObject([{ emails: 1 }]);
    const refused = await client.sendByEmail('invoice', id, { ...full, recipient: 'nikt' });
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'kod', kod: 201 } });
    expect(ifirma.booked()).toMatchObject([{ emails: 1 }]);
  });

  it('adds the payment to what was paid', async () => {
    const { client, ifirma, id } = await issued();
    expect(await client.paid(id)).toEqual({ ok: true, value: { paid: 2300, gross: 12_300 } });
    expect(await client.registerPayment(id, { amount: 10_000, date: TODAY })).toEqual({ ok: true, value: null });
    expect(await client.paid(id)).toEqual({ ok: true, value: { paid: 12_300, gross: 12_300 } });
    const more = await client.registerPayment(id, { amount: 1, date: TODAY });
    expect(more).toMatchObject({ ok: false, problem: { kind: 'kod', kod: 201 } });
    expect(ifirma.booked()).toMatchObject([{ paid: 12_300, payments: 1 }]);
  });
});
