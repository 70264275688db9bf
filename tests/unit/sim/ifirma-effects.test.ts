import { describe, expect, it } from 'vitest';
import { type Tried, tried } from './ifirma-call.ts';
import { correctionOfPart, euGoods, netCompany, paidConsumer } from './ifirma-examples.ts';

/** One booked invoice, 12/11/2026 of 258.30. */
const withInvoice = async (user: Parameters<typeof tried>[0] = {}): Promise<Tried & { id: string }> => {
  const own = tried({ firstNumber: 12, ...user });
  return { ...own, id: await own.book('fakturakraj.json', netCompany) };
};

describe('KSeF', () => {
  const now = { DataWysylki: null };

  it.each<[string, unknown, number]>([
    ['no DataWysylki', {}, 200],
    ['an unknown key', { DataWysylki: null, Tryb: 'online' }, 200],
    ['a Polish date', { DataWysylki: '22.11.2026' }, 200],
    ['a day before the issue', { DataWysylki: '2026-11-21' }, 201],
  ])('refuses %s', async (_name, body, kod) => {
    const { ifirma, id, post } = await withInvoice();
    expect((await post(`fakturakraj/ksef/send/${id}.json`, body)).Kod).toBe(kod);
    expect(ifirma.booked()[0]?.sentToKsef).toBe(false);
  });

  it('says nothing about a document that was not sent', async () => {
    const { id, ask } = await withInvoice();
    const document = await ask({ target: `fakturakraj/${id}.json` });
    expect(document).not.toHaveProperty('NumerKSEF');
    expect(document).not.toHaveProperty('StatusKSEF');
  });

  it('takes a document once', async () => {
    const { id, post } = await withInvoice();
    expect((await post(`fakturakraj/ksef/send/${id}.json`, now)).Kod).toBe(0);
    expect((await post('fakturakraj/ksef/send/12_11_2026.json', now)).Kod).toBe(201);
  });

  it('rejects with a reason when switched so, and takes the document again', async () => {
    const { ifirma, id, ask, post } = await withInvoice();
    ifirma.turn({ ksef: { outcome: 'rejected', reads: 1 } });
    await post(`fakturakraj/ksef/send/${id}.json`, now);
    const target = `fakturakraj/${id}.json`;
    expect(await ask({ target })).toMatchObject({ NumerKSEF: null, StatusKSEF: null });
    expect(await ask({ target })).toMatchObject({
      NumerKSEF: null,
      StatusKSEF: { Status: 'ODRZUCONA_PRZEZ_KSEF', Opis: 'Błąd walidacji: niepoprawny NIP nabywcy' },
    });
    expect((await post(`fakturakraj/ksef/send/${id}.json`, now)).Kod).toBe(0);
    ifirma.turn({ ksef: { outcome: 'accepted' }, ksefName: 'NumerKSeF' });
    expect(await ask({ target })).toHaveProperty('NumerKSeF', expect.stringMatching(/^9999999999-/));
    expect(ifirma.booked()[0]?.ksefNumber).toMatch(/^9999999999-/);
  });

  it('waits for the day that was asked for, and for its time', async () => {
    const { ifirma, clock, id, ask, post } = await withInvoice();
    ifirma.turn({ ksef: { outcome: 'accepted', ms: 5000 } });
    await post(`fakturakraj/ksef/send/${id}.json`, { DataWysylki: '2026-11-23' });
    const number = async (): Promise<unknown> => (await ask({ target: `fakturakraj/${id}.json` })).NumerKSEF;
    clock.advance(5000);
    expect(await number()).toBeNull();
    clock.freeze('2026-11-23T00:00:00+01:00');
    expect(await number()).toMatch(/^9999999999-20261123-/);
  });

  it('never decides when switched so', async () => {
    const { ifirma, clock, id, ask, post } = await withInvoice();
    ifirma.turn({ ksef: { outcome: 'pending' } });
    await post(`fakturakraj/ksef/send/${id}.json`, now);
    clock.advance(86_400_000);
    expect((await ask({ target: `fakturakraj/${id}.json` })).StatusKSEF).toBeNull();
  });

  it('of an account that is not connected answers Kod 202', async () => {
    const { id, post } = await withInvoice({ switches: { ksefConnected: false } });
    expect(await post(`fakturakraj/ksef/send/${id}.json`, now)).toMatchObject({
      Kod: 202,
      Informacja: expect.stringContaining('KSeF'),
    });
  });

  it('takes a correction only after its invoice has a number', async () => {
    const { ifirma, clock, id, ask, book, post } = await withInvoice();
    ifirma.turn({ ksef: { outcome: 'accepted' } });
    clock.freeze('2026-11-24T12:00:00+01:00');
    const correction = await book(`fakturakraj/korekta/${id}.json`, correctionOfPart);
    const target = `fakturakraj/korekta/ksef/send/${correction}.json`;
    expect((await post(target, now)).Kod).toBe(201);
    await post(`fakturakraj/ksef/send/${id}.json`, now);
    expect((await post(target, now)).Kod).toBe(201);
    await ask({ target: `fakturakraj/${id}.json` });
    expect((await post(target, now)).Kod).toBe(0);
  });

  it('takes no bills', async () => {
    const { ifirma, post } = tried();
    const { id } = ifirma.issueByHand('rachunekkraj', {
      Zaplacono: 0,
      DataWystawienia: '2026-11-22',
      DataSprzedazy: '2026-11-22',
      FormatDatySprzedazy: 'DZN',
      SposobZaplaty: 'PRZ',
      WpisDoKpir: 'TOW',
      Numer: null,
      Pozycje: [{ Ilosc: 1, CenaJednostkowa: 50, NazwaPelna: 'Broszka', Jednostka: 'szt.' }],
      Kontrahent: { Nazwa: 'Józef Gołąb', KodPocztowy: '31-001', Miejscowosc: 'Kraków' },
    });
    expect((await post(`rachunekkraj/ksef/send/${id}.json`, now)).Kod).toBe(202);
  });
});

describe('a payment', () => {
  const path = 'faktury/wplaty/prz_faktura_kraj/12_11_2026.json';

  it('is added to what was paid, each time anew, up to the sum', async () => {
    const { ifirma, id, ask, post } = await withInvoice();
    expect((await post(path, { Kwota: 100.3 })).Kod).toBe(0);
    expect((await post(`faktury/wplaty/prz_faktura_kraj/${id}.json`, { Kwota: 100.3, Data: '2026-11-22' })).Kod).toBe(
      0,
    );
    expect((await ask({ target: `fakturakraj/${id}.json` })).Zaplacono).toBe(200.6);
    expect((await post(path, { Kwota: 57.71 })).Kod).toBe(201);
    expect((await post(path, { Kwota: 57.7 })).Kod).toBe(0);
    expect(ifirma.booked()).toMatchObject([{ paid: 25_830, payments: 3 }]);
  });

  it.each<[string, unknown, number]>([
    ['no amount', {}, 200],
    ['an amount as text', { Kwota: '10' }, 200],
    ['an amount of 0', { Kwota: 0 }, 201],
    ['an amount with three places', { Kwota: 1.005 }, 201],
    ['a date before the issue', { Kwota: 1, Data: '2026-11-21' }, 201],
  ])('with %s is refused', async (_name, body, kod) => {
    const { ifirma, post } = await withInvoice();
    expect((await post(path, body)).Kod).toBe(kod);
    expect(ifirma.booked()[0]?.payments).toBe(0);
  });

  it('names its document by the right list type', async () => {
    const { post } = await withInvoice();
    expect((await post('faktury/wplaty/prz_dostawa_ue_towarow/12_11_2026.json', { Kwota: 1 })).Kod).toBe(201);
    expect((await post('faktury/wplaty/prz_nieznany/12_11_2026.json', { Kwota: 1 })).Kod).toBe(201);
  });

  it('in a currency needs its date', async () => {
    const { book, post } = tried();
    const id = await book('fakturawdt.json', euGoods);
    const target = `faktury/wplaty/prz_dostawa_ue_towarow/${id}.json`;
    expect((await post(target, { Kwota: 1 })).Kod).toBe(201);
    expect((await post(target, { Kwota: 1, Data: '2026-11-22' })).Kod).toBe(0);
  });
});

describe('sending by e-mail', () => {
  it('goes to the asked recipient or to the buyer, each time anew', async () => {
    const { ifirma, id, ask, post } = await withInvoice();
    expect((await post(`fakturakraj/send/${id}.json?wyslijEfaktura=true`, {})).Kod).toBe(0);
    expect(
      (await post('fakturakraj/send/12_11_2026.json', { Tekst: 'Dzień dobry', SkrzynkaEmailOdbiorcy: 'a@example.com' }))
        .Kod,
    ).toBe(0);
    expect(ifirma.booked()[0]?.emails).toBe(2);
    expect((await ask({ target: 'faktury.json?dataOd=2026-11-22' })).response.Wynik).toMatchObject([
      { CzyWyslano: true },
    ]);
  });

  it.each<[string, string, unknown, number]>([
    ['an unknown key', '', { Email: 'a@example.com' }, 200],
    ['an unknown parameter', '?wyslij=true', {}, 200],
    ['a wrong flag', '?wyslijEfaktura=1', {}, 200],
    ['a wrong recipient', '', { SkrzynkaEmailOdbiorcy: 'nikt' }, 201],
    ['a text of 1001 characters', '', { Tekst: 'a'.repeat(1001) }, 201],
  ])('with %s is refused', async (_name, query, body, kod) => {
    const { ifirma, id, post } = await withInvoice();
    expect((await post(`fakturakraj/send/${id}.json${query}`, body)).Kod).toBe(kod);
    expect(ifirma.booked()[0]?.emails).toBe(0);
  });

  it('without any recipient is refused', async () => {
    const { book, post } = tried();
    const { Email: _left, ...Kontrahent } = paidConsumer.Kontrahent;
    const id = await book('fakturakraj.json', { ...paidConsumer, Kontrahent });
    expect((await post(`fakturakraj/send/${id}.json`, {})).Kod).toBe(201);
  });
});

describe('the accounting month', () => {
  const month = { target: 'abonent/miesiacksiegowy.json', keyName: 'abonent', method: 'PUT' } as const;
  const move = (MiesiacKsiegowy: string, PrzeniesDaneZPoprzedniegoRoku: unknown = false) => ({
    ...month,
    body: { MiesiacKsiegowy, PrzeniesDaneZPoprzedniegoRoku },
  });

  it('is that of the day in Poland until somebody moves it', async () => {
    const { clock, ask } = tried();
    const read = async () => (await ask({ ...month, method: 'GET' })).response;
    clock.freeze('2026-11-30T23:30:00Z');
    expect(await read()).toEqual({ MiesiacKsiegowy: 12, RokKsiegowy: 2026 });
    await ask(move('POPRZ'));
    clock.freeze('2027-05-01T12:00:00Z');
    expect(await read()).toEqual({ MiesiacKsiegowy: 11, RokKsiegowy: 2026 });
  });

  it('moves one step a call and crosses a year only with the data', async () => {
    const { ask } = tried();
    expect((await ask(move('NAST'))).response.Kod).toBe(0);
    expect((await ask(move('NAST'))).response.Kod).toBe(201);
    expect((await ask(move('NAST', true))).response.Kod).toBe(0);
    expect((await ask({ ...month, method: 'GET' })).response).toEqual({ MiesiacKsiegowy: 1, RokKsiegowy: 2027 });
  });

  it.each<[string, unknown]>([
    ['an unknown step', { MiesiacKsiegowy: '12', PrzeniesDaneZPoprzedniegoRoku: false }],
    ['no flag', { MiesiacKsiegowy: 'NAST' }],
    ['a flag as text', { MiesiacKsiegowy: 'NAST', PrzeniesDaneZPoprzedniegoRoku: 'false' }],
  ])('with %s is Kod 200', async (_name, body) => {
    expect((await tried().ask({ ...month, body })).response.Kod).toBe(200);
  });
});

describe('the limit of requests', () => {
  const call = { target: 'faktury.json?dataOd=2026-11-22' };

  it('is 100 in any 60 seconds, and Retry-After says when the next one gets through', async () => {
    const { clock, send } = tried();
    for (let count = 0; count < 50; count++) expect((await send(call)).status).toBe(200);
    clock.advance(30_000);
    for (let count = 0; count < 50; count++) expect((await send(call)).status).toBe(200);
    const refused = await send(call);
    expect([refused.status, refused.headers?.['retry-after']]).toEqual([429, '30']);
    clock.advance(29_999);
    expect((await send(call)).status).toBe(429);
    clock.advance(1);
    for (let count = 0; count < 50; count++) expect((await send(call)).status).toBe(200);
    expect((await send(call)).status).toBe(429);
  });

  it('stops a POST before the work', async () => {
    const { ifirma, send, post } = tried({ switches: { requestsPerMinute: 1 } });
    await post('fakturakraj.json', paidConsumer);
    expect((await send({ target: 'fakturakraj.json', method: 'POST', body: paidConsumer })).status).toBe(429);
    expect(ifirma.booked()).toHaveLength(1);
  });

  it('is 15,000 a day', async () => {
    const { clock, send } = tried({ switches: { requestsPerDay: 3, requestsPerMinute: 1000 } });
    for (const status of [200, 200, 200, 429]) expect((await send(call)).status).toBe(status);
    clock.freeze('2026-11-23T00:00:00+01:00');
    expect((await send(call)).status).toBe(200);
    expect(tried().ifirma.switches()).toMatchObject({
      requestsPerMinute: 100,
      requestsPerDay: 15_000,
      documentsPerMonth: 1000,
    });
  });

  it('can be answered without Retry-After or as Kod 100', async () => {
    const { ifirma, send, ask } = tried({ switches: { requestsPerMinute: 0, limitAnswer: '429-bare' } });
    const bare = await send(call);
    expect([bare.status, bare.headers?.['retry-after']]).toEqual([429, undefined]);
    ifirma.turn({ limitAnswer: 'kod-100' });
    expect((await ask(call)).response.Kod).toBe(100);
  });

  it('does not count requests that are not signed rightly', async () => {
    const { send, ask } = tried({ switches: { requestsPerMinute: 1 } });
    expect((await ask({ ...call, keys: { faktura: '00' } })).response.Kod).toBe(403);
    expect((await send(call)).status).toBe(200);
  });
});

describe('the stand-in itself', () => {
  it('refuses a switch that it does not have', () => {
    const { ifirma } = tried();
    expect(() => ifirma.turn(JSON.parse('{"numberLga": null}'))).toThrow('no such switch');
  });

  it('books by hand with the same rules', () => {
    const { ifirma } = tried();
    expect(ifirma.issueByHand('fakturakraj', netCompany)).toMatchObject({ number: '1/11/2026', protocol: null });
    expect(() => ifirma.issueByHand('fakturakraj', { ...netCompany, Numer: 1 })).toThrow('Kod 201');
  });

  it('is as new after a reset', async () => {
    const { ifirma, book } = tried();
    await book('fakturakraj.json', paidConsumer);
    ifirma.turn({ vatPayer: false });
    ifirma.reset();
    expect(ifirma.booked()).toEqual([]);
    expect(ifirma.switches().vatPayer).toBe(true);
    expect(await book('fakturakraj.json', paidConsumer)).toBe('1244512');
  });
});
