import { describe, expect, it } from 'vitest';
import { type Tried, tried } from './ifirma-call.ts';
import {
  correctionOfAll,
  correctionOfPart,
  discounted,
  euGoods,
  inEuro,
  mixedRates,
  netCompany,
  nonVatPayer,
  ossConsumer,
  paidConsumer,
} from './ifirma-examples.ts';

/** ifirma-api 10.1 to 10.13, in the order of the text, so that the identifiers are those of the text. */

const ADDED = 'Faktura została pomyślnie dodana.';

/** The books of the text: eleven invoices before, then 10.1 to 10.4 and 10.7 to 10.10. */
const books = async (): Promise<Tried> => {
  const own = tried({ firstNumber: 12 });
  for (const body of [netCompany, paidConsumer, mixedRates, discounted]) await own.book('fakturakraj.json', body);
  await own.book('fakturawdt.json', euGoods);
  await own.book('fakturaoss.json', ossConsumer);
  await own.book('fakturawaluta.json', inEuro);
  await own.book('fakturakraj.json', nonVatPayer);
  return own;
};

describe('the worked example', () => {
  it.each([
    ['10.1', 'fakturakraj.json', netCompany, 25_830, 'PLN'],
    ['10.2', 'fakturakraj.json', paidConsumer, 14_489, 'PLN'],
    ['10.3', 'fakturakraj.json', mixedRates, 22_790, 'PLN'],
    ['10.4', 'fakturakraj.json', discounted, 22_900, 'PLN'],
    ['10.7', 'fakturawdt.json', euGoods, 25_000, 'EUR'],
    ['10.8', 'fakturaoss.json', ossConsumer, 11_900, 'EUR'],
    ['10.9', 'fakturawaluta.json', inEuro, 4_920, 'EUR'],
    ['10.10', 'fakturakraj.json', nonVatPayer, 8_000, 'PLN'],
  ])('%s is booked by %s with its amount', async (_section, target, body, gross, currency) => {
    const { ifirma, post } = tried();
    expect(await post(target, body)).toEqual({ Kod: 0, Informacja: ADDED, Identyfikator: '1244512' });
    expect(ifirma.booked()).toMatchObject([
      { id: '1244512', number: '1/11/2026', gross, currency, body, raw: JSON.stringify(body) },
    ]);
  });

  it('10.10 is booked by a non-VAT payer too', async () => {
    const { ifirma, post } = tried({ switches: { vatPayer: false } });
    expect((await post('fakturakraj.json', nonVatPayer)).Kod).toBe(0);
    expect(ifirma.booked()).toMatchObject([{ gross: 8_000, paid: 8_000 }]);
  });

  it('10.1 to 10.10 get the identifiers of the text one after the other', async () => {
    const { ifirma } = await books();
    expect(ifirma.booked().map(({ id, number }) => [id, number])).toEqual([
      ['1244512', '12/11/2026'],
      ['1244513', '13/11/2026'],
      ['1244514', '14/11/2026'],
      ['1244515', '15/11/2026'],
      ['1244516', '16/11/2026'],
      ['1244517', '17/11/2026'],
      ['1244518', '18/11/2026'],
      ['1244519', '19/11/2026'],
    ]);
  });

  it('10.5 corrects one of two lamps: the state after is 135.30, the difference −123.00', async () => {
    const { ifirma, clock, post } = await books();
    clock.freeze('2026-11-24T12:00:00+01:00');
    expect((await post('fakturakraj/korekta/1244512.json', correctionOfPart)).Kod).toBe(0);
    expect(ifirma.booked().at(-1)).toMatchObject({
      endpoint: 'fakturakraj/korekta',
      corrects: '1244512',
      number: 'K12/11/2026',
      gross: 13_530,
      difference: -12_300,
    });
  });

  it('10.6 cancels a discounted order with quantities of 0', async () => {
    const { ifirma, clock, post } = await books();
    clock.freeze('2026-11-24T12:00:00+01:00');
    expect((await post('fakturakraj/korekta/1244515.json', correctionOfAll)).Kod).toBe(0);
    expect(ifirma.booked().at(-1)).toMatchObject({ corrects: '1244515', gross: 0, difference: -22_900 });
  });

  it('10.11 finds the number in the list', async () => {
    const { ask } = await books();
    const query = 'dataOd=2026-11-22&dataDo=2026-11-22&nipKontrahenta=1234563218&strona=1&iloscNaStronie=100';
    const { response } = await ask({ target: `faktury.json?${query}` });
    expect(response.Kod).toBe(0);
    // 10.9 has the same buyer and is newer.
    expect(response.Wynik).toEqual([
      expect.objectContaining({
        FakturaId: 1_244_518,
        Rodzaj: 'prz_faktura_wys_ter_kraj',
        Waluta: 'EUR',
        Brutto: 49.2,
      }),
      {
        FakturaId: 1_244_512,
        PelnyNumer: '12/11/2026',
        Rodzaj: 'prz_faktura_kraj',
        DataWystawienia: '2026-11-22',
        TerminPlatnosci: '2026-12-06',
        Brutto: 258.3,
        Zaplacono: 0,
        Waluta: 'PLN',
        KontrahentNazwa: 'Przykład Sp. z o.o.',
        IdentyfikatorKontrahenta: 'PRZYKLAD',
        NIPKontrahenta: '1234563218',
        CzyWyslano: false,
        CzySzkic: false,
      },
    ]);
  });

  it('10.11 reads the document at top level', async () => {
    const { ask } = await books();
    const document = await ask({ target: 'fakturakraj/1244512.json' });
    expect(document).toMatchObject({
      Numer: 12,
      PelnyNumer: '12/11/2026',
      Zaplacono: 0,
      ZaplaconoNaDokumencie: 0,
      WartoscBrutto: 258.3,
      LiczOd: 'NET',
      DataWystawienia: '2026-11-22',
      DataSprzedazy: '2026-11-22',
      TerminPlatnosci: '2026-12-06',
      SposobZaplaty: 'PRZ',
      Uwagi: 'Zamówienie Sellasist 12345',
      Kontrahent: { Identyfikator: 'PRZYKLAD', Nazwa: 'Przykład Sp. z o.o.', NIP: '1234563218', KodPocztowy: '00-001' },
      Pozycje: [
        {
          NazwaPelna: 'Lampa biurkowa LED',
          Ilosc: 2,
          CenaJednostkowa: 100,
          CenaZRabatem: 100,
          StawkaVat: 0.23,
          GTU: 'BRAK',
        },
        {
          NazwaPelna: 'Dostawa kurierem',
          Ilosc: 1,
          CenaJednostkowa: 10,
          CenaZRabatem: 10,
          StawkaVat: 0.23,
          GTU: 'BRAK',
        },
      ],
    });
    expect(document.response).toBeUndefined();
    expect(document.Kod).toBeUndefined();
  });

  it('10.12 sends to KSeF, waits, and gets the number', async () => {
    const { ask, post } = await books();
    expect(await post('fakturakraj/ksef/send/1244512.json', { DataWysylki: null })).toEqual({
      Kod: 0,
      Informacja: 'Wysłano.',
    });
    expect(await ask({ target: 'fakturakraj/1244512.json' })).toMatchObject({ NumerKSEF: null, StatusKSEF: null });
    const { NumerKSEF, StatusKSEF } = await ask({ target: 'fakturakraj/1244512.json' });
    expect(NumerKSEF).toMatch(/^\d{10}-20261122-[0-9A-F]{12}-[0-9A-F]{2}$/);
    expect(StatusKSEF).toEqual({ Status: 'PRZYJETA_W_KSEF', Opis: 'Sukces (kod przetwarzania: 200)' });
  });

  it('10.13 registers a payment, moves the accounting month and reads the limit', async () => {
    const { ask, post, send } = await books();
    expect(await post('faktury/wplaty/prz_faktura_kraj/12_11_2026.json', { Kwota: 258.3, Data: '2026-11-25' })).toEqual(
      { Kod: 0, Informacja: 'Wpłata została zarejestrowana.' },
    );
    const month = { target: 'abonent/miesiacksiegowy.json', keyName: 'abonent' } as const;
    expect((await ask(month)).response).toEqual({ MiesiacKsiegowy: 11, RokKsiegowy: 2026 });
    const body = { MiesiacKsiegowy: 'NAST', PrzeniesDaneZPoprzedniegoRoku: false };
    expect((await ask({ ...month, method: 'PUT', body })).response.Kod).toBe(0);
    expect((await ask(month)).response).toEqual({ MiesiacKsiegowy: 12, RokKsiegowy: 2026 });
    const limit = await send({ target: 'abonent/limit.json', keyName: 'abonent' });
    expect(JSON.parse(limit.body.toString())).toEqual({
      response: { Kod: 0, LimitWykorzystany: 8, LimitPrzyznany: 1000 },
    });
  });

  it('10.14 outside the accounting month is refused in its words', async () => {
    const { post } = tried();
    expect(await post('fakturakraj.json', { ...paidConsumer, DataSprzedazy: '2026-10-31' })).toEqual({
      Kod: 201,
      Informacja: 'Data sprzedaży musi być zgodna z miesiącem i rokiem księgowym',
    });
  });

  it('10.14 without a postcode is refused in its words', async () => {
    const { KodPocztowy: _left, ...Kontrahent } = paidConsumer.Kontrahent;
    expect(await tried().post('fakturakraj.json', { ...paidConsumer, Kontrahent })).toEqual({
      Kod: 201,
      Informacja: "Pole 'Kontrahent.KodPocztowy' jest wymagane",
    });
  });

  it('10.14 without Numer and both registers is refused in its words', async () => {
    const { Numer: _n, WidocznyNumerBdo: _b, WidocznyNumerGios: _g, ...body } = paidConsumer;
    expect(await tried().post('fakturakraj.json', body)).toEqual({
      Kod: 200,
      Informacja: 'Niepoprawna zawartość żądania - nie można utworzyć obiektu na podstawie zawartości żądania.',
    });
  });

  it('10.14 a PDF of an unknown document is JSON', async () => {
    expect((await tried().ask({ target: 'fakturakraj/1.pdf' })).response).toEqual({
      Kod: 201,
      Informacja: 'Nie znaleziono faktury',
    });
  });
});
