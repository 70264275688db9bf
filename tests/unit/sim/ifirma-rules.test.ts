import { describe, expect, it } from 'vitest';
import { tried } from './ifirma-call.ts';
import {
  correctionOfPart,
  euGoods,
  inEuro,
  mixedRates,
  netCompany,
  nonVatPayer,
  ossConsumer,
  paidConsumer,
} from './ifirma-examples.ts';

type Body = Readonly<Record<string, unknown>>;
/** undefined as a value takes the key out. */
type Change = Body;

const kontrahent = (change: Change, base: Body = paidConsumer.Kontrahent): Body => ({
  Kontrahent: { ...base, ...change },
});
const [firstLine, secondLine] = paidConsumer.Pozycje;
const line = (change: Change): Body => ({ Pozycje: [{ ...firstLine, ...change }, secondLine] });
const free = { Zaplacono: 0, ZaplaconoNaDokumencie: 0 };

const outcome = async (
  change: Change,
  base: Body = paidConsumer,
  target = 'fakturakraj.json',
  user = {},
): Promise<string> => {
  const { ifirma, post } = tried(user);
  const { Kod, Informacja } = await post(target, { ...base, ...change });
  expect(ifirma.booked()).toHaveLength(Kod === 0 ? 1 : 0);
  return Kod === 201 ? `201 ${Informacja}` : String(Kod);
};

/** `Pole 'path' …` */
const field = (path: string): RegExp => new RegExp(`^201 Pole '${path.replace(/[[\].]/g, '\\$&')}' `);

describe('a body that cannot be made into the object is Kod 200', () => {
  it.each<[string, Change]>([
    ['an unknown key', { NumerZamowienia: '1' }],
    ['a key in another case', { zaplacono: 0 }],
    ['an unknown key of the buyer', kontrahent({ Adres: 'x' })],
    ['an unknown key of a line', line({ Nazwa: 'x' })],
    ['an unknown key of the JPK procedures', { ProceduryJpk: { TP: true, XX: true } }],
    ['no Zaplacono', { Zaplacono: undefined }],
    ['no ZaplaconoNaDokumencie', { ZaplaconoNaDokumencie: undefined }],
    ['no LiczOd', { LiczOd: undefined }],
    ['no DataWystawienia', { DataWystawienia: undefined }],
    ['no DataSprzedazy', { DataSprzedazy: undefined }],
    ['no FormatDatySprzedazy', { FormatDatySprzedazy: undefined }],
    ['no SposobZaplaty', { SposobZaplaty: undefined }],
    ['no RodzajPodpisuOdbiorcy', { RodzajPodpisuOdbiorcy: undefined }],
    ['no Numer', { Numer: undefined }],
    ['neither register', { WidocznyNumerGios: undefined, WidocznyNumerBdo: undefined }],
    ['no Pozycje', { Pozycje: undefined }],
    ['no buyer at all', { Kontrahent: undefined }],
    ['a line without NazwaPelna', line({ NazwaPelna: undefined })],
    ['a line without Jednostka', line({ Jednostka: undefined })],
    ['a line without Ilosc', line({ Ilosc: undefined })],
    ['a line without CenaJednostkowa', line({ CenaJednostkowa: undefined })],
    ['a line without TypStawkiVat', line({ TypStawkiVat: undefined })],
    ['a rate as text', line({ StawkaVat: '0.23' })],
    ['an amount as text', { Zaplacono: '144.89' }],
    ['a number that is no integer', { Numer: 1.5 }],
    ['a flag as text', { WidocznyNumerGios: 'false' }],
    ['a flag of the buyer as number', kontrahent({ OsobaFizyczna: 1 })],
    ['remarks as null', { Uwagi: null }],
    ['a street as null', kontrahent({ Ulica: null })],
    ['a remark for KSeF in an array', { DodatkoweUwagi: [{ Typ: 'NUMER_ZAMOWIENIA', Info: '1' }] }],
    ['an unknown LiczOd', { LiczOd: 'BRUTTO' }],
    ['MIE for MSC', { FormatDatySprzedazy: 'MIE' }],
    ['an unknown SposobZaplaty', { SposobZaplaty: 'BLIK' }],
    ['an unknown RodzajPodpisuOdbiorcy', { RodzajPodpisuOdbiorcy: 'XXX' }],
    ['NP on a domestic line', line({ TypStawkiVat: 'NP' })],
    ['a Polish date', { DataWystawienia: '22.11.2026' }],
    ['a day that does not exist', { TerminPlatnosci: '2026-11-31' }],
    ['an instant for a date', { DataSprzedazy: '2026-11-22T10:00:00' }],
    ['Waluta on a domestic invoice', { Waluta: 'EUR' }],
    ['lines as an object', { Pozycje: { 0: firstLine } }],
  ])('%s', async (_name, change) => {
    expect(await outcome(change)).toBe('200');
  });
});

describe('a value that is not allowed is Kod 201 and names its field', () => {
  it.each<[string, Change, string]>([
    ['no buyer name', kontrahent({ Nazwa: undefined }), 'Kontrahent.Nazwa'],
    ['a blank buyer name', kontrahent({ Nazwa: ' ' }), 'Kontrahent.Nazwa'],
    ['a buyer name of 151 characters', kontrahent({ Nazwa: 'ą'.repeat(151) }), 'Kontrahent.Nazwa'],
    ['a second name of 151 characters', kontrahent({ Nazwa2: 'a'.repeat(151) }), 'Kontrahent.Nazwa2'],
    ['an empty postcode', kontrahent({ KodPocztowy: '' }), 'Kontrahent.KodPocztowy'],
    ['a postcode of null', kontrahent({ KodPocztowy: null }), 'Kontrahent.KodPocztowy'],
    ['a postcode of 17 characters', kontrahent({ KodPocztowy: '1'.repeat(17) }), 'Kontrahent.KodPocztowy'],
    ['no town', kontrahent({ Miejscowosc: undefined }), 'Kontrahent.Miejscowosc'],
    ['a town of 66 characters', kontrahent({ Miejscowosc: 'a'.repeat(66) }), 'Kontrahent.Miejscowosc'],
    ['a street of 66 characters', kontrahent({ Ulica: 'a'.repeat(66) }), 'Kontrahent.Ulica'],
    ['a country of 71 characters', kontrahent({ Kraj: 'a'.repeat(71) }), 'Kontrahent.Kraj'],
    ['a country code in lower case', kontrahent({ KodKraju: 'pl' }), 'Kontrahent.KodKraju'],
    ['GR for Greece', kontrahent({ KodKraju: 'GR' }), 'Kontrahent.KodKraju'],
    ['an e-mail without @', kontrahent({ Email: 'klient.example.com' }), 'Kontrahent.Email'],
    ['an e-mail of 66 characters', kontrahent({ Email: `${'a'.repeat(54)}@example.com` }), 'Kontrahent.Email'],
    ['a telephone of 33 characters', kontrahent({ Telefon: '1'.repeat(33) }), 'Kontrahent.Telefon'],
    ['an identifier of 16 characters', kontrahent({ Identyfikator: 'a'.repeat(16) }), 'Kontrahent.Identyfikator'],
    ['an empty tax id', kontrahent({ NIP: '' }), 'Kontrahent.NIP'],
    ['a tax id with a wrong check digit', kontrahent({ NIP: '1234563219' }), 'Kontrahent.NIP'],
    ['a tax id with dashes', kontrahent({ NIP: '123-456-32-18' }), 'Kontrahent.NIP'],
    ['a tax id with its country in front', kontrahent({ NIP: 'PL1234563218' }), 'Kontrahent.NIP'],
    ['a tax id of 14 characters', kontrahent({ NIP: '1'.repeat(14), KodKraju: 'US' }), 'Kontrahent.NIP'],
    ['a prefix outside the EU', kontrahent({ PrefiksUE: 'US' }), 'Kontrahent.PrefiksUE'],
    ['no lines', { Pozycje: [] }, 'Pozycje'],
    ['an empty item name', line({ NazwaPelna: '' }), 'Pozycje[0].NazwaPelna'],
    ['an item name of 301 characters', line({ NazwaPelna: 'a'.repeat(301) }), 'Pozycje[0].NazwaPelna'],
    ['an empty unit', line({ Jednostka: '' }), 'Pozycje[0].Jednostka'],
    ['a unit of 11 characters', line({ Jednostka: 'a'.repeat(11) }), 'Pozycje[0].Jednostka'],
    ['a quantity of 0', line({ Ilosc: 0 }), 'Pozycje[0].Ilosc'],
    ['a quantity with five places', line({ Ilosc: 0.12345 }), 'Pozycje[0].Ilosc'],
    ['a price of 0', line({ CenaJednostkowa: 0 }), 'Pozycje[0].CenaJednostkowa'],
    ['a negative price', line({ CenaJednostkowa: -1 }), 'Pozycje[0].CenaJednostkowa'],
    ['a price of 100 million', line({ CenaJednostkowa: 100_000_000 }), 'Pozycje[0].CenaJednostkowa'],
    ['a price with three places', line({ CenaJednostkowa: 1.005 }), 'Pozycje[0].CenaJednostkowa'],
    ['a price from floating sums', line({ CenaJednostkowa: 0.1 + 0.2 }), 'Pozycje[0].CenaJednostkowa'],
    ['a discount of 100 percent', line({ Rabat: 100 }), 'Pozycje[0].Rabat'],
    ['a negative discount', line({ Rabat: -5 }), 'Pozycje[0].Rabat'],
    ['a rate in percent', line({ StawkaVat: 23 }), 'Pozycje[0].StawkaVat'],
    ['a rate of another country', line({ StawkaVat: 0.19 }), 'Pozycje[0].StawkaVat'],
    ['PRC without a rate', line({ StawkaVat: null }), 'Pozycje[0].StawkaVat'],
    ['ZW with a rate', line({ TypStawkiVat: 'ZW', StawkaVat: 0, PodstawaPrawna: 'Art. 43' }), 'Pozycje[0].StawkaVat'],
    ['ZW without a legal basis', line({ TypStawkiVat: 'ZW', StawkaVat: null }), 'Pozycje[0].PodstawaPrawna'],
    ['a legal basis of 31 characters', line({ PodstawaPrawna: 'a'.repeat(31) }), 'Pozycje[0].PodstawaPrawna'],
    ['GTU_12', line({ GTU: 'GTU_12' }), 'Pozycje[0].GTU'],
    ['GTU 14', line({ GTU: '14' }), 'Pozycje[0].GTU'],
    ['GTU of one digit', line({ GTU: '1' }), 'Pozycje[0].GTU'],
    ['a PKWiU of 31 characters', line({ PKWiU: 'a'.repeat(31) }), 'Pozycje[0].PKWiU'],
    ['an unknown flat rate', line({ StawkaRyczaltu: 0.2 }), 'Pozycje[0].StawkaRyczaltu'],
    ['more paid than the sum', { Zaplacono: 144.9 }, 'Zaplacono'],
    ['more printed as paid than the sum', { ZaplaconoNaDokumencie: 144.9 }, 'ZaplaconoNaDokumencie'],
    ['a negative paid amount', { Zaplacono: -0.01 }, 'Zaplacono'],
    ['a paid amount with three places', { Zaplacono: 1.005 }, 'Zaplacono'],
    ['remarks of 1001 characters', { Uwagi: 'ż'.repeat(1001) }, 'Uwagi'],
    ['a place of 51 characters', { MiejsceWystawienia: 'a'.repeat(51) }, 'MiejsceWystawienia'],
    ['a signature of 71 characters', { PodpisWystawcy: 'a'.repeat(71) }, 'PodpisWystawcy'],
    ['a bank account of 29 characters', { NumerKontaBankowego: '1'.repeat(29) }, 'NumerKontaBankowego'],
    ['a foreign bank account', { NumerKontaBankowego: '1'.repeat(26) }, 'NumerKontaBankowego'],
    ['an unknown series', { NazwaSeriiNumeracji: 'FV' }, 'NazwaSeriiNumeracji'],
    ['an unknown template', { NazwaSzablonu: 'inny' }, 'NazwaSzablonu'],
    ['a number of 0', { Numer: 0 }, 'Numer'],
    ['a number of 11 digits', { Numer: 10_000_000_000 }, 'Numer'],
    ['an issue date before the sale', { DataWystawienia: '2026-11-21' }, 'Data wystawienia'],
    ['a due date before the sale', { TerminPlatnosci: '2026-11-21' }, 'Termin płatności'],
    ['an unknown stored contractor', { IdentyfikatorKontrahenta: 'NIKT' }, 'IdentyfikatorKontrahenta'],
    ['an unknown stored tax id', { NIPKontrahenta: '1234563218' }, 'NIPKontrahenta'],
    [
      'an additional entity without postcode',
      { PodmiotyDodatkowe: [{ Nazwa: 'Odbiorca', Miejscowosc: 'Łódź' }] },
      'PodmiotyDodatkowe[0].KodPocztowy',
    ],
    [
      'a member of a VAT group without tax id',
      {
        PodmiotyDodatkowe: [{ Nazwa: 'Gmina', Miejscowosc: 'Łódź', KodPocztowy: '90-001', Rola: 'CZLONEK_GRUPY_VAT' }],
      },
      'PodmiotyDodatkowe[0].NIP',
    ],
  ])('%s', async (_name, change, path) => {
    expect(await outcome(change)).toMatch(field(path));
  });

  it('counts the line', async () => {
    expect(await outcome({ Pozycje: [firstLine, { ...secondLine, Ilosc: -1 }] })).toMatch(field('Pozycje[1].Ilosc'));
  });
});

describe('what is just allowed is booked', () => {
  it.each<[string, Change]>([
    [
      'texts of the greatest length',
      { ...kontrahent({ Nazwa: 'ą'.repeat(150), Ulica: 'a'.repeat(65) }), Uwagi: 'ż'.repeat(1000) },
    ],
    ['remarks with line breaks', { Uwagi: 'Prezent 🎁\nSellasist demo/o1/d2' }],
    ['no tax id, as null', kontrahent({ NIP: null, Identyfikator: null })],
    ['a Polish tax id with the prefix PL', kontrahent({ NIP: '1234563218', PrefiksUE: 'PL' })],
    ['a foreign tax id', kontrahent({ NIP: 'U12345678', KodKraju: 'AT', Kraj: 'Austria' })],
    ['a quantity with four places', { ...free, ...line({ Ilosc: 0.1234 }) }],
    ['a discount below 100', { ...free, ...line({ Rabat: 99.99 }) }],
    [
      'every Polish rate',
      { ...free, Pozycje: [0.23, 0.08, 0.05, 0].map((StawkaVat) => ({ ...firstLine, StawkaVat })) },
    ],
    [
      'an exempt line without the key of the rate',
      { ...free, ...line({ TypStawkiVat: 'ZW', StawkaVat: undefined, PodstawaPrawna: 'Art. 43 ust. 1 pkt 29' }) },
    ],
    ['an empty PKWiU and a GTU', line({ PKWiU: '', GTU: '12' })],
    ['paid to the grosz', { Zaplacono: 144.89 }],
    ['one register', { WidocznyNumerBdo: undefined }],
    ['no bank account on the print', { NumerKontaBankowego: 'BRAK' }],
    ['the own bank account', { NumerKontaBankowego: '61109010140000071219812874' }],
    ['the default series and template by name', { NazwaSeriiNumeracji: 'default', NazwaSzablonu: 'logo' }],
    ['an order number for KSeF', { DodatkoweUwagi: { Typ: 'NUMER_ZAMOWIENIA', Info: '12346' } }],
    [
      'a recipient',
      { PodmiotyDodatkowe: [{ Rola: 'ODBIORCA', Nazwa: 'Szkoła nr 1', KodPocztowy: '90-001', Miejscowosc: 'Łódź' }] },
    ],
    ['JPK procedures and split payment', { ProceduryJpk: { TP: true }, SplitPayment: true }],
  ])('%s', async (_name, change) => {
    expect(await outcome(change)).toBe('0');
  });
});

describe('the dates', () => {
  it('allow an issue up to the 15th of the month after the sale, and not a day longer', async () => {
    const late = (day: string) => ({ DataWystawienia: day, TerminPlatnosci: '2026-12-31' });
    expect(await outcome(late('2026-12-15'))).toBe('0');
    expect(await outcome(late('2026-12-16'))).toMatch(field('Data wystawienia'));
    expect(await outcome(late('2026-12-16'), paidConsumer, 'fakturaparagon.json')).toBe('0');
  });

  it('follow the accounting month that is set, not the calendar', async () => {
    const { ifirma, post } = tried();
    ifirma.setAccountingMonth({ month: 10, year: 2026 });
    expect((await post('fakturakraj.json', paidConsumer)).Kod).toBe(201);
    const october = { DataSprzedazy: '2026-10-31', DataWystawienia: '2026-10-31', TerminPlatnosci: '2026-10-31' };
    expect((await post('fakturakraj.json', { ...paidConsumer, ...october })).Kod).toBe(0);
  });

  it('never go back within a series, but may in another one', async () => {
    const { post } = tried({ series: { FS: 'FS {n}/{m}/{y}' } });
    const early = { ...paidConsumer, DataSprzedazy: '2026-11-10', DataWystawienia: '2026-11-10' };
    expect((await post('fakturakraj.json', paidConsumer)).Kod).toBe(0);
    expect((await post('fakturakraj.json', early)).Informacja).toMatch(/^Pole 'Data wystawienia' .* w serii$/);
    expect((await post('fakturakraj.json', { ...early, NazwaSeriiNumeracji: 'FS' })).Kod).toBe(0);
    expect((await post('fakturakraj.json', paidConsumer)).Kod).toBe(0);
  });
});

describe('the number', () => {
  it('is the next one of month and series, and restarts with the month', async () => {
    const { ifirma, clock, book } = tried({ series: { FS: 'FS {n}/{mm}/{y}', ROK: '{n}/{y}' } });
    const april = { DataSprzedazy: '2027-04-01', DataWystawienia: '2027-04-01', TerminPlatnosci: '2027-04-01' };
    for (const NazwaSeriiNumeracji of ['default', 'default', 'FS', 'ROK'])
      await book('fakturakraj.json', { ...paidConsumer, NazwaSeriiNumeracji });
    clock.freeze('2027-04-01T12:00:00+02:00');
    for (const NazwaSeriiNumeracji of ['default', 'FS', 'ROK'])
      await book('fakturakraj.json', { ...paidConsumer, ...april, NazwaSeriiNumeracji });
    expect(ifirma.booked().map(({ number }) => number)).toEqual([
      '1/11/2026',
      '2/11/2026',
      'FS 1/11/2026',
      '1/2026',
      '1/4/2027',
      'FS 1/04/2027',
      '1/2027',
    ]);
  });

  it('is the asked one when it is free, and goes on from there', async () => {
    const { ifirma, book, post } = tried();
    await book('fakturakraj.json', { ...paidConsumer, Numer: 77 });
    expect((await post('fakturakraj.json', { ...paidConsumer, Numer: 77 })).Informacja).toMatch(/^Pole 'Numer' /);
    await book('fakturakraj.json', { ...paidConsumer, Numer: 5 });
    await book('fakturakraj.json', paidConsumer);
    expect(ifirma.booked().map(({ number }) => number)).toEqual(['77/11/2026', '5/11/2026', '78/11/2026']);
  });
});

describe('a second identical POST', () => {
  it('books a second invoice', async () => {
    const { ifirma, book } = tried();
    const first = await book('fakturakraj.json', paidConsumer);
    const second = await book('fakturakraj.json', paidConsumer);
    expect(second).not.toBe(first);
    expect(ifirma.booked().map(({ raw }) => raw)).toEqual([JSON.stringify(paidConsumer), JSON.stringify(paidConsumer)]);
  });
});

describe('the sum', () => {
  it.each<[string, 'NET' | 'BRT', readonly Body[], number]>([
    [
      'half a grosz up, line by line',
      'BRT',
      [
        { Ilosc: 0.5, CenaJednostkowa: 0.01 },
        { Ilosc: 0.5, CenaJednostkowa: 0.01 },
      ],
      2,
    ],
    ['a discount before rounding', 'BRT', [{ Ilosc: 3, CenaJednostkowa: 9.99, Rabat: 33.33 }], 1998],
    [
      'VAT of the rate, not of the line',
      'NET',
      [
        { Ilosc: 1, CenaJednostkowa: 0.02 },
        { Ilosc: 1, CenaJednostkowa: 0.02 },
        { Ilosc: 1, CenaJednostkowa: 0.02 },
      ],
      7,
    ],
    ['great amounts to the grosz', 'BRT', [{ Ilosc: 9999, CenaJednostkowa: 99_999_999.99 }], 99_989_999_990_001],
  ])('rounds %s', async (_name, LiczOd, lines, gross) => {
    const { ifirma, book } = tried();
    const Pozycje = lines.map((each) => ({ ...secondLine, ...each }));
    await book('fakturakraj.json', { ...paidConsumer, ...free, LiczOd, Pozycje });
    expect(ifirma.booked()[0]?.gross).toBe(gross);
  });
});

describe('a stored contractor', () => {
  const stored = {
    Identyfikator: 'HURT',
    Nazwa: 'Hurt S.A.',
    NIP: '5260250274',
    KodPocztowy: '00-950',
    Miejscowosc: 'Warszawa',
  };

  it('is used instead of the inline data when it is named', async () => {
    const { ask, book } = tried({ contractors: [stored] });
    const id = await book('fakturakraj.json', { ...paidConsumer, IdentyfikatorKontrahenta: 'HURT' });
    expect((await ask({ target: `fakturakraj/${id}.json` })).Kontrahent).toEqual(stored);
  });

  it('that lacks a postcode fails although the inline data have one', async () => {
    const { KodPocztowy: _left, ...bare } = stored;
    const user = { contractors: [bare] };
    const text = "201 Pole 'Kontrahent.KodPocztowy' jest wymagane";
    expect(await outcome({ NIPKontrahenta: stored.NIP }, paidConsumer, 'fakturakraj.json', user)).toBe(text);
    expect(await outcome(kontrahent({ NIP: stored.NIP }), paidConsumer, 'fakturakraj.json', user)).toBe(text);
  });

  it('is made from inline data and found again by tax id', async () => {
    const { ask, book } = tried();
    await book('fakturakraj.json', netCompany);
    await book('fakturakraj.json', netCompany);
    const { response } = await ask({ target: `kontrahenci/${encodeURIComponent('przykład')}.json` });
    expect(response.Wynik).toMatchObject([{ Identyfikator: 'PRZYKLAD', NIP: '1234563218' }]);
    expect((await ask({ target: 'kontrahenci/nikt.json' })).response.Kod).toBe(208);
  });
});

describe('account settings', () => {
  it('that forbid documents answer Kod 202 with their text', async () => {
    const { ifirma, post } = tried({ switches: { refusal: 'Funkcja niedostępna' } });
    expect(await post('fakturakraj.json', paidConsumer)).toEqual({ Kod: 202, Informacja: 'Funkcja niedostępna' });
    expect(ifirma.booked()).toEqual([]);
  });

  it('without a proportion refuse exempt lines beside taxed ones', async () => {
    const user = { switches: { exemptRatioKnown: false } };
    expect(await outcome({}, mixedRates, 'fakturakraj.json', user)).toBe('202');
    expect(await outcome({}, paidConsumer, 'fakturakraj.json', user)).toBe('0');
  });

  it('without OSS refuse OSS invoices', async () => {
    expect(await outcome({}, ossConsumer, 'fakturaoss.json', { switches: { ossEnabled: false } })).toBe('202');
  });

  it('stop at the documents of a month', async () => {
    const { clock, ask, post } = tried({ switches: { documentsPerMonth: 2 } });
    for (const kod of [0, 0, 202]) expect((await post('fakturakraj.json', paidConsumer)).Kod).toBe(kod);
    expect((await ask({ target: 'abonent/limit.json', keyName: 'abonent' })).response).toMatchObject({
      LimitWykorzystany: 2,
      LimitPrzyznany: 2,
    });
    clock.freeze('2026-12-01T09:00:00+01:00');
    const december = { DataSprzedazy: '2026-12-01', DataWystawienia: '2026-12-01', TerminPlatnosci: '2026-12-01' };
    expect((await post('fakturakraj.json', { ...paidConsumer, ...december })).Kod).toBe(0);
  });
});

describe('a non-VAT payer', () => {
  const user = { switches: { vatPayer: false } };
  const exempt = nonVatPayer.Pozycje[0];
  it.each<[string, Change, string]>([
    ['counts from gross only', { LiczOd: 'NET' }, '200'],
    ['has no split payment', { SplitPayment: false }, '200'],
    ['has a shorter list of payments', { SposobZaplaty: 'P24' }, '200'],
    ['sends the rate as null', { Pozycje: [{ ...exempt, StawkaVat: undefined }] }, '200'],
    [
      'sends no 0 for a rate',
      { Pozycje: [{ ...exempt, StawkaVat: 0 }] },
      "201 Pole 'Pozycje[0].StawkaVat' musi być puste dla stawki ZW",
    ],
    ['has no taxed lines', { Pozycje: [{ ...exempt, TypStawkiVat: 'PRC', StawkaVat: 0.23 }] }, '202'],
  ])('%s', async (_name, change, expected) => {
    expect(await outcome(change, nonVatPayer, 'fakturakraj.json', user)).toBe(expected);
  });

  it('issues no WDT', async () => {
    expect(await outcome({}, euGoods, 'fakturawdt.json', user)).toBe('202');
  });
});

describe('a WDT invoice', () => {
  const wdt = (change: Change): Promise<string> => outcome(change, euGoods, 'fakturawdt.json');
  const [item] = euGoods.Pozycje;
  const buyer = (change: Change): Body => kontrahent(change, euGoods.Kontrahent);
  it.each<[string, Change, string | RegExp]>([
    ['has no LiczOd', { LiczOd: 'NET' }, '200'],
    ['needs Jezyk', { Jezyk: undefined }, '200'],
    ['knows no Polish', { Jezyk: 'pl' }, '200'],
    ['needs Waluta', { Waluta: undefined }, '200'],
    ['knows the currencies', { Waluta: 'XXX' }, '200'],
    ['needs the foreign name of a line', { Pozycje: [{ ...item, NazwaPelnaObca: undefined }] }, '200'],
    ['needs the foreign unit of a line', { Pozycje: [{ ...item, JednostkaObca: undefined }] }, '200'],
    ['has no Polish VAT', { Pozycje: [{ ...item, StawkaVat: 0.23 }] }, field('Pozycje[0].StawkaVat')],
    ['takes PRC only', { Pozycje: [{ ...item, TypStawkiVat: 'NP' }] }, '200'],
    ['needs the prefix', buyer({ PrefiksUE: undefined }), field('Kontrahent.PrefiksUE')],
    ['needs a foreign prefix', buyer({ PrefiksUE: 'PL' }), field('Kontrahent.PrefiksUE')],
    ['needs the tax id', buyer({ NIP: undefined }), field('Kontrahent.NIP')],
    ['wants the tax id without its prefix', buyer({ NIP: 'DE123456789' }), field('Kontrahent.NIP')],
    ['may take remarks as an array', { DodatkoweUwagi: [{ Typ: 'NUMER_ZAMOWIENIA', Info: '1' }] }, '0'],
    [
      'needs the rate of its currency',
      { KursWalutyZDniaPoprzedzajacegoDzienWystawieniaFaktury: undefined },
      field('KursWalutyZDniaPoprzedzajacegoDzienWystawieniaFaktury'),
    ],
  ])('%s', async (_name, change, expected) => {
    expect(await wdt(change)).toMatch(expected);
  });
});

describe('an export invoice', () => {
  const outside = {
    Nazwa: 'Example Ltd',
    Ulica: 'High Street 1',
    KodPocztowy: 'SW1A 1AA',
    Miejscowosc: 'London',
    Kraj: 'Wielka Brytania',
    KodKraju: 'GB',
  };
  it('goes to a buyer outside the EU only', async () => {
    const post = (buyer: Body): Promise<string> =>
      outcome({ Kontrahent: buyer }, euGoods, 'fakturaeksporttowarow.json');
    expect(await post(outside)).toBe('0');
    expect(await post({ ...outside, KodKraju: 'DE' })).toMatch(field('Kontrahent.KodKraju'));
    expect(await post({ ...outside, PrefiksUE: 'DE' })).toMatch(field('Kontrahent.PrefiksUE'));
  });
});

describe('an OSS invoice', () => {
  const [item] = ossConsumer.Pozycje;
  it.each<[string, Change, string | RegExp]>([
    ['has no Zaplacono', { Zaplacono: 0 }, '200'],
    ['has no Rabat', { Pozycje: [{ ...item, Rabat: 10 }] }, '200'],
    ['has no WidocznyNumerGios', { WidocznyNumerGios: false }, '200'],
    ['takes days only', { FormatDatySprzedazy: 'MSC' }, '200'],
    ['needs KrajDostawy', { KrajDostawy: undefined }, '200'],
    ['calls Greece EL', { KrajDostawy: 'GR' }, field('KrajDostawy')],
    ['has no PRC', { Pozycje: [{ ...item, TypStawkiVat: 'PRC' }] }, '200'],
    ['knows the rate of the country', { Pozycje: [{ ...item, StawkaVat: 0.2 }] }, field('Pozycje[0].StawkaVat')],
    ['knows the kind of the rate', { Pozycje: [{ ...item, TypStawkiVat: 'PR1' }] }, field('Pozycje[0].StawkaVat')],
    ['takes reduced rates', { Pozycje: [{ ...item, TypStawkiVat: 'PR1', StawkaVat: 0.07 }] }, '0'],
    ['takes 5.5 percent', { KrajDostawy: 'FR', Pozycje: [{ ...item, TypStawkiVat: 'PR1', StawkaVat: 0.055 }] }, '0'],
    ['can do without Numer', { Numer: undefined }, '0'],
  ])('%s', async (_name, change, expected) => {
    expect(await outcome(change, ossConsumer, 'fakturaoss.json')).toMatch(expected);
  });
});

describe('an invoice in a currency', () => {
  const [item] = inEuro.Pozycje;
  it.each<[string, Change, string]>([
    ['needs TypSprzedazy', { TypSprzedazy: undefined }, '200'],
    ['needs Waluta', { Waluta: undefined }, '200'],
    ['can do without ZaplaconoNaDokumencie', { ZaplaconoNaDokumencie: undefined }, '0'],
    ['can do without Jezyk', { Jezyk: undefined }, '0'],
    ['refuses Jezyk pl', { Jezyk: 'pl' }, '200'],
    ['needs foreign names', { Pozycje: [{ ...item, NazwaPelnaObca: undefined }] }, '200'],
  ])('%s', async (_name, change, expected) => {
    expect(await outcome(change, inEuro, 'fakturawaluta.json')).toBe(expected);
  });
});

describe('a bill', () => {
  const bill = {
    Zaplacono: 0,
    DataWystawienia: '2026-11-22',
    DataSprzedazy: '2026-11-22',
    FormatDatySprzedazy: 'DZN',
    SposobZaplaty: 'PRZ',
    WpisDoKpir: 'TOW',
    Numer: null,
    Pozycje: [{ Ilosc: 1, CenaJednostkowa: 50, NazwaPelna: 'Broszka', Jednostka: 'szt.' }],
    Kontrahent: { Nazwa: 'Józef Gołąb', KodPocztowy: '31-001', Miejscowosc: 'Kraków', Kraj: 'Polska' },
  };
  it.each<[string, Change, string | RegExp]>([
    ['is booked', {}, '0'],
    ['has no LiczOd', { LiczOd: 'BRT' }, '200'],
    ['has no VAT', { Pozycje: [{ ...bill.Pozycje[0], StawkaVat: null }] }, '200'],
    ['takes the documented entries', { WpisDoKpir: 'USL' }, '200'],
    ['is issued within 90 days', { DataWystawienia: '2027-02-20' }, '0'],
    ['is not issued after 90 days', { DataWystawienia: '2027-02-21' }, field('Data wystawienia')],
  ])('%s', async (_name, change, expected) => {
    expect(await outcome(change, bill, 'rachunekkraj.json')).toMatch(expected);
  });
});

describe('a proforma', () => {
  const {
    Zaplacono: _z,
    ZaplaconoNaDokumencie: _n,
    DataSprzedazy: _d,
    FormatDatySprzedazy: _f,
    ...common
  } = paidConsumer;
  const proforma = { ...common, TypFakturyKrajowej: 'SPRZ', NumerZamowienia: '12346' };
  it('is booked under a number and in a list of its own', async () => {
    const { ifirma, ask, book } = tried();
    await book('fakturaproformakraj.json', proforma);
    expect(ifirma.booked()).toMatchObject([{ number: '1/11/2026/ProForma' }]);
    expect((await ask({ target: 'proformy.json?dataOd=2026-11-22' })).response.Wynik).toHaveLength(1);
    expect((await ask({ target: 'faktury.json?dataOd=2026-11-22' })).response.Wynik).toHaveLength(0);
  });

  it.each<[string, Change, string]>([
    ['has no sale date', { DataSprzedazy: '2026-11-22' }, '200'],
    ['needs the order number', { NumerZamowienia: undefined }, '200'],
    [
      'stays in the accounting month',
      { DataWystawienia: '2026-12-01' },
      "201 Pole 'Data wystawienia' musi być zgodna z miesiącem i rokiem księgowym",
    ],
  ])('%s', async (_name, change, expected) => {
    expect(await outcome(change, proforma, 'fakturaproformakraj.json')).toBe(expected);
  });
});

describe('a correction', () => {
  const [lamp, delivery] = correctionOfPart.Pozycje;
  const correctionKod = async (change: Change, ref = '1244512'): Promise<string> => {
    const { ifirma, clock, book, post } = tried({ firstNumber: 12 });
    await book('fakturakraj.json', netCompany);
    clock.freeze('2026-11-24T12:00:00+01:00');
    const { Kod, Informacja } = await post(`fakturakraj/korekta/${ref}.json`, { ...correctionOfPart, ...change });
    expect(ifirma.booked()).toHaveLength(Kod === 0 ? 2 : 1);
    return Kod === 201 ? `201 ${Informacja}` : String(Kod);
  };

  it.each<[string, Change, string | RegExp]>([
    ['is booked', {}, '0'],
    ['has no buyer', { Kontrahent: netCompany.Kontrahent }, '200'],
    ['has no Numer', { Numer: null }, '200'],
    ['has no LiczOd', { LiczOd: 'NET' }, '200'],
    ['has no sale date', { DataSprzedazy: '2026-11-24' }, '200'],
    ['has no Rabat', { Pozycje: [{ ...lamp, Rabat: 10 }, delivery] }, '200'],
    ['needs the reason', { PowodKorekty: undefined }, '200'],
    ['knows the reasons', { PowodKorekty: 'ZWROT' }, '200'],
    ['needs SpelnionoWarunki', { SpelnionoWarunki: undefined }, '200'],
    ['needs RodzajPodpisuOdbiorcy', { RodzajPodpisuOdbiorcy: undefined }, '200'],
    ['repeats every line', { Pozycje: [lamp] }, field('Pozycje')],
    ['keeps the order of the lines', { Pozycje: [delivery, lamp] }, field('Pozycje[0].NazwaPelna')],
    ['keeps the unit', { Pozycje: [{ ...lamp, Jednostka: 'kpl.' }, delivery] }, field('Pozycje[0].Jednostka')],
    ['adds no line', { Pozycje: [lamp, delivery, lamp] }, field('Pozycje')],
    ['adds a line that was forgotten', { PowodKorekty: 'POMYLKI', Pozycje: [lamp, delivery, lamp] }, '0'],
    ['takes no negative quantity', { Pozycje: [{ ...lamp, Ilosc: -1 }, delivery] }, field('Pozycje[0].Ilosc')],
    ['is not older than its invoice', { DataWystawienia: '2026-11-21' }, field('Data wystawienia')],
    ['stays in the accounting month', { DataWystawienia: '2026-12-01' }, field('Data wystawienia')],
  ])('%s', async (_name, change, expected) => {
    expect(await correctionKod(change)).toMatch(expected);
  });

  it('names its invoice by the full number too', async () => {
    expect(await correctionKod({}, '12_11_2026')).toBe('0');
  });

  it('of an unknown invoice or of a WDT is refused', async () => {
    expect(await correctionKod({}, '1')).toBe('201 Nie znaleziono faktury');
    const { book, post } = tried();
    const id = await book('fakturawdt.json', euGoods);
    expect((await post(`fakturakraj/korekta/${id}.json`, correctionOfPart)).Kod).toBe(201);
  });

  it('of a corrected invoice counts from the state before it', async () => {
    const { ifirma, clock, book } = tried();
    const id = await book('fakturakraj.json', netCompany);
    clock.freeze('2026-11-24T12:00:00+01:00');
    await book(`fakturakraj/korekta/${id}.json`, correctionOfPart);
    await book(`fakturakraj/korekta/${id}.json`, { ...correctionOfPart, Pozycje: [{ ...lamp, Ilosc: 0 }, delivery] });
    expect(ifirma.booked().map(({ difference }) => difference)).toEqual([25_830, -12_300, -12_300]);
  });
});
