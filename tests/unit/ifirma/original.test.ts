import { describe, expect, it } from 'vitest';
import { correctionOf, originalOf } from '../../../utils/ifirma/original.ts';
import { envelopeOf } from '../../../utils/ifirma/wire.ts';

const LAMP = {
  Id: 9001,
  NazwaPelna: 'Lampa biurkowa LED',
  Jednostka: 'szt.',
  Ilosc: 2,
  CenaJednostkowa: 100.0,
  CenaZRabatem: 100.0,
  StawkaVat: 0.23,
  GTU: 'BRAK',
};

/** The answer of ifirma-api 10.11. */
const INVOICE = {
  Numer: 12,
  PelnyNumer: '12/11/2026',
  WartoscBrutto: 258.3,
  LiczOd: 'NET',
  DataWystawienia: '2026-11-22',
  SposobZaplaty: 'PRZ',
  Uwagi: 'Zamówienie Sellasist 12345',
  Kontrahent: { Nazwa: 'Przykład Sp. z o.o.', NIP: '1234563218', KodPocztowy: '00-001', Miejscowosc: 'Warszawa' },
  Pozycje: [LAMP],
};

const read = (changes: object = {}) => {
  const envelope = envelopeOf({ ...INVOICE, ...changes });
  return envelope && originalOf(envelope.inner, '1244512');
};
const lineWith = (changes: object) => read({ Pozycje: [{ ...LAMP, ...changes }] })?.lines?.[0];

describe('an invoice that is to be corrected', () => {
  it('is read from the example of the documentation (ifirma-api 10.11)', () => {
    expect(read()).toEqual({
      identifier: '1244512',
      number: '12/11/2026',
      kind: 'domestic',
      issueDate: '2026-11-22',
      gross: 25_830,
      counted: 'net',
      currency: 'PLN',
      payment: 'PRZ',
      buyer: { name: 'Przykład Sp. z o.o.', nip: '1234563218', street: '', postcode: '00-001', city: 'Warszawa' },
      lines: [
        {
          name: 'Lampa biurkowa LED',
          unit: 'szt.',
          quantity: 2000,
          unitPrice: 10_000,
          vat: { kind: 'percent', percent: 23 },
          worth: 20_000,
          pkwiu: '',
          gtu: null,
          flatRate: null,
        },
      ],
    });
  });

  it.each<[string, object, object]>([
    ['its own identifier', { Identyfikator: '77' }, { identifier: '77' }],
    ['gross prices', { LiczOd: 'BRT' }, { counted: 'gross' }],
    ['prices of which it does not say what they are', { LiczOd: undefined }, { counted: 'gross' }],
    ['a currency', { Waluta: 'eur' }, { currency: 'EUR' }],
    ['a reason of correction', { PowodKorekty: 'POMYLKI' }, { kind: 'correction' }],
    ['the kind of a correction', { Rodzaj: 'prz_faktura_kraj_korekta' }, { kind: 'correction' }],
    ['the kind of a domestic invoice', { Rodzaj: 'prz_faktura_kraj' }, { kind: 'domestic' }],
    ['another kind', { Rodzaj: 'prz_dostawa_ue_towarow' }, { kind: 'other' }],
    ['a way of paying that nobody knows', { SposobZaplaty: 'XYZ' }, { payment: null }],
    ['no date', { DataWystawienia: '0000-00-00' }, { issueDate: null }],
    ['no sum', { WartoscBrutto: null }, { gross: null }],
    ['no buyer', { Kontrahent: null }, { buyer: null }],
    [
      'a buyer of two lines',
      { Kontrahent: { Nazwa: 'A', Nazwa2: 'B', NIP: null }, NIPKontrahenta: '5252248481' },
      { buyer: { name: 'A B', nip: '5252248481', street: '', postcode: '', city: '' } },
    ],
    [
      'figures where texts are meant, and blanks around texts',
      {
        DataWystawienia: ' 2026-11-22 ',
        Waluta: ' eur ',
        Kontrahent: { Nazwa: ' A ', NIP: 5252248481, KodPocztowy: 90001, Miejscowosc: 'Łódź\n' },
      },
      {
        issueDate: '2026-11-22',
        currency: 'EUR',
        buyer: { name: 'A', nip: '5252248481', street: '', postcode: '90001', city: 'Łódź' },
      },
    ],
    ['no lines', { Pozycje: undefined }, { lines: null }],
    ['an empty list of lines', { Pozycje: [] }, { lines: null }],
    ['one line that cannot be read', { Pozycje: [LAMP, { ...LAMP, Ilosc: null }] }, { lines: null }],
  ])('may have %s', (_title, changes, expected) => {
    expect(read(changes)).toMatchObject(expected);
  });

  it('is none in an answer that says nothing', () => {
    expect(originalOf({}, '1')).toBeNull();
    expect(originalOf({ Wynik: [] }, '1')).toBeNull();
    expect(correctionOf({ Wynik: [] })).toBeNull();
  });
});

describe('a line of it', () => {
  it.each<[string, object, object]>([
    [
      'at its price after discount',
      { CenaJednostkowa: 200, CenaZRabatem: 180, Rabat: 10, Ilosc: 1 },
      { unitPrice: 18_000, worth: 18_000 },
    ],
    [
      'at its price less the discount, where that is not given',
      { CenaJednostkowa: 200, CenaZRabatem: undefined, Rabat: 10 },
      { unitPrice: 18_000, worth: 36_000 },
    ],
    [
      'at a price rounded as iFirma rounds it, with the worth of the whole line',
      { CenaJednostkowa: 9.99, CenaZRabatem: 8.99, Rabat: 10, Ilosc: 10 },
      { unitPrice: 899, worth: 8991 },
    ],
    [
      'at a price that iFirma does not round',
      { CenaJednostkowa: 9.99, CenaZRabatem: 8.991, Rabat: 10, Ilosc: 10 },
      { unitPrice: 899, worth: 8991 },
    ],
    [
      'at a price after a discount that is not given',
      { CenaJednostkowa: 10, CenaZRabatem: 9 },
      { unitPrice: 900, worth: 1800 },
    ],
    ['at the price after discount alone', { CenaJednostkowa: null, CenaZRabatem: 9 }, { unitPrice: 900, worth: 1800 }],
    [
      'of amounts as texts',
      { CenaJednostkowa: '100.00', CenaZRabatem: '100.00', Ilosc: '1.5', StawkaVat: '0.08' },
      { unitPrice: 10_000, quantity: 1500, vat: { kind: 'percent', percent: 8 } },
    ],
    ['of nothing, after a correction', { Ilosc: 0 }, { quantity: 0, worth: 0 }],
    ['at 5 %', { StawkaVat: 0.05, TypStawkiVat: 'PRC' }, { vat: { kind: 'percent', percent: 5 } }],
    ['at 0 %', { StawkaVat: 0 }, { vat: { kind: 'percent', percent: 0 } }],
    [
      'that is exempt',
      { StawkaVat: null, TypStawkiVat: 'ZW', PodstawaPrawna: 'Art. 113 ust. 1' },
      { vat: { kind: 'exempt', basis: 'Art. 113 ust. 1' } },
    ],
    [
      'that is exempt, of which no basis is given',
      { StawkaVat: null, TypStawkiVat: 'ZW' },
      { vat: { kind: 'exempt', basis: null } },
    ],
    [
      'with codes',
      { GTU: '06', PKWiU: '27.40.22.0', StawkaRyczaltu: 0.1 },
      { gtu: '06', pkwiu: '27.40.22.0', flatRate: '0.10' },
    ],
    ['with a GTU in its longer form', { GTU: 'GTU_12' }, { gtu: '12' }],
    [
      'at the price after a discount alone, of which the rate is given',
      { CenaJednostkowa: null, CenaZRabatem: 9, Rabat: 10 },
      { unitPrice: 900, worth: 1800 },
    ],
    [
      'of which what is empty stands as a text',
      { GTU: '', PKWiU: '', StawkaRyczaltu: '', Rabat: '', TypStawkiVat: '' },
      { gtu: null, pkwiu: '', flatRate: null, vat: { kind: 'percent', percent: 23 }, worth: 20_000 },
    ],
    ['with no flat rate, as a zero', { StawkaRyczaltu: 0 }, { flatRate: null }],
    ['with blanks around a code', { PKWiU: ' 27.40.22.0 ' }, { pkwiu: '27.40.22.0' }],
    [
      'with blanks around a basis',
      { StawkaVat: null, TypStawkiVat: 'ZW', PodstawaPrawna: ' Art. 113 ' },
      { vat: { kind: 'exempt', basis: 'Art. 113' } },
    ],
    [
      'with blanks for a basis',
      { StawkaVat: null, TypStawkiVat: 'ZW', PodstawaPrawna: '  ' },
      { vat: { kind: 'exempt', basis: null } },
    ],
    ['with empty codes', { GTU: null, PKWiU: null, StawkaRyczaltu: null }, { gtu: null, pkwiu: '', flatRate: null }],
    [
      'with a name and a unit to the letter',
      { NazwaPelna: ' Lampa  ', Jednostka: 'szt. ' },
      { name: ' Lampa  ', unit: 'szt. ' },
    ],
  ])('%s', (_title, changes, expected) => {
    expect(lineWith(changes)).toMatchObject(expected);
  });

  it.each<[string, object]>([
    ['without a name', { NazwaPelna: null }],
    ['without a unit', { Jednostka: undefined }],
    ['without a quantity', { Ilosc: 'dwa' }],
    ['of less than nothing', { Ilosc: -1 }],
    ['finer than a thousandth', { Ilosc: 0.0001 }],
    ['without a price', { CenaJednostkowa: null, CenaZRabatem: null }],
    ['for nothing', { CenaJednostkowa: 0, CenaZRabatem: 0 }],
    ['with a discount that cannot be read', { Rabat: '10 zł' }],
    ['with a discount of everything', { Rabat: 100 }],
    ['with a discount below nothing', { Rabat: -1 }],
    ['without a rate', { StawkaVat: null }],
    ['with a rate in per cent', { StawkaVat: 23 }],
    ['with a rate of all of it', { StawkaVat: 1 }],
    ['with a rate below nothing', { StawkaVat: -0.23 }],
    ['that is not taxed here', { TypStawkiVat: 'NP' }],
    ['with a GTU that does not exist', { GTU: '14' }],
    ['with a flat rate that does not exist', { StawkaRyczaltu: 0.2 }],
  ])('cannot be read %s', (_title, changes) => {
    expect(lineWith(changes)).toBeUndefined();
    expect(read({ Pozycje: [{ ...LAMP, ...changes }] })).toMatchObject({ lines: null });
  });
});
