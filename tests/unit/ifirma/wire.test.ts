import { describe, expect, it } from 'vitest';
import { bookedOf, datedInvoiceOf, type Envelope, envelopeOf, rowsOf } from '../../../utils/ifirma/wire.ts';

/** An envelope without what it wraps. */
const head = (json: unknown): Omit<Envelope, 'inner'> | null => {
  const envelope = envelopeOf(json);
  return envelope && { kod: envelope.kod, text: envelope.text, identifier: envelope.identifier };
};

describe('the envelope of an answer', () => {
  it.each<[string, unknown, Omit<Envelope, 'inner'>]>([
    [
      'a success (ifirma-api 10.1)',
      { response: { Kod: 0, Informacja: 'Faktura została pomyślnie dodana.', Identyfikator: '1244512' } },
      { kod: 0, text: 'Faktura została pomyślnie dodana.', identifier: '1244512' },
    ],
    [
      'an identifier that is a number',
      { response: { Kod: 0, Identyfikator: 1244512 } },
      { kod: 0, text: '', identifier: '1244512' },
    ],
    [
      'an identifier with blanks',
      { response: { Kod: 0, Identyfikator: ' 12 ' } },
      { kod: 0, text: '', identifier: '12' },
    ],
    ['an identifier of null', { response: { Kod: 0, Identyfikator: null } }, { kod: 0, text: '', identifier: '' }],
    ['no wrapper', { Kod: 0, Identyfikator: '12' }, { kod: 0, text: '', identifier: '12' }],
    ['a refusal', { response: { Kod: 201, Informacja: 'Nie' } }, { kod: 201, text: 'Nie', identifier: '' }],
    ['a Kod that is a text', { response: { Kod: '201' } }, { kod: 201, text: '', identifier: '' }],
    ['a Kod that is the text of zero', { response: { Kod: '0' } }, { kod: 0, text: '', identifier: '' }],
    ['no Kod', { response: { Informacja: 'ok' } }, { kod: null, text: 'ok', identifier: '' }],
    ['a Kod of null', { response: { Kod: null } }, { kod: null, text: '', identifier: '' }],
    ['a Kod that is no number', { response: { Kod: 'OK' } }, { kod: null, text: '', identifier: '' }],
    ['a Kod that is broken', { response: { Kod: 0.5 } }, { kod: null, text: '', identifier: '' }],
    ['a Kod of more digits than any has', { response: { Kod: '20101' } }, { kod: null, text: '', identifier: '' }],
    ['a Kod with something before it', { response: { Kod: 'E201' } }, { kod: null, text: '', identifier: '' }],
    ['a Kod with something behind it', { response: { Kod: '201;' } }, { kod: null, text: '', identifier: '' }],
    ['a Kod in a list', { response: { Kod: ['201'] } }, { kod: null, text: '', identifier: '' }],
    ['a Kod that is empty', { response: { Kod: '' } }, { kod: null, text: '', identifier: '' }],
    [
      'a text that is none',
      { response: { Kod: 201, Informacja: { pl: 'x' } } },
      { kod: 201, text: '', identifier: '' },
    ],
    ['a wrapper that wraps nothing', { response: null }, { kod: null, text: '', identifier: '' }],
    ['nothing at all', {}, { kod: null, text: '', identifier: '' }],
  ])('%s', (_title, json, expected) => {
    expect(head(json)).toEqual(expected);
  });

  it.each([[[]], ['text'], [7], [true], [null]])('%j has none', (json) => {
    expect(envelopeOf(json)).toBeNull();
  });
});

describe('one document', () => {
  const INVOICE = {
    Numer: 12,
    PelnyNumer: '12/11/2026',
    WartoscBrutto: 258.3,
    Uwagi: 'Sellasist demo/o1001/d77',
    NumerKSEF: '9999999999-20261122-0A1B2C000005-7F',
  };
  const READ = {
    number: '12/11/2026',
    gross: 25_830,
    notes: 'Sellasist demo/o1001/d77',
    identifier: '',
    ksefNumber: '9999999999-20261122-0A1B2C000005-7F',
  };
  const read = (json: unknown) => {
    const envelope = envelopeOf(json);
    return envelope && bookedOf(envelope.inner);
  };

  it.each<[string, unknown]>([
    ['at the top level, as checked live', INVOICE],
    ['in `response`', { response: INVOICE }],
    ['in `response` with a Kod', { response: { Kod: 0, ...INVOICE } }],
    ['in `response.Wynik`', { response: { Kod: 0, Wynik: INVOICE } }],
    ['as the first of `response.Wynik`', { response: { Kod: 0, Wynik: [INVOICE] } }],
    ['in `Wynik` alone', { Wynik: INVOICE }],
    ['beside a `Wynik` of null', { response: { ...INVOICE, Wynik: null } }],
  ])('is the same in every wrapper: %s', (_title, json) => {
    expect(read(json)).toEqual(READ);
  });

  it.each(['NumerKSEF', 'NumerKSeF', 'numerKsef', 'NUMERKSEF'])('has its KSeF number under %s', (name) => {
    expect(read({ Uwagi: '', [name]: '5-7F' })?.ksefNumber).toBe('5-7F');
  });

  it.each([[null], [undefined], [5]])('has no KSeF number when it is %j', (value) => {
    expect(read({ Uwagi: '', NumerKSEF: value })?.ksefNumber).toBe('');
  });

  it.each([
    ['12/11/2026', '12/11/2026'],
    [' A2/2/2026 ', 'A2/2/2026'],
    ['1/11/2025/ProForma', '1/11/2025/ProForma'],
    ['12', ''],
    [12, ''],
    ['', ''],
    [null, ''],
  ])('numbered %j has the number %j: digits alone are none yet (ifirma-api 5.1)', (full, number) => {
    expect(read({ Uwagi: 'x', PelnyNumer: full })?.number).toBe(number);
  });

  it.each([
    [{ WartoscBrutto: 258.3 }, 25_830],
    [{ WartoscBrutto: '258.30' }, 25_830],
    [{ Brutto: 258.3, Uwagi: '' }, 25_830],
    [{ WartoscBrutto: null, Uwagi: '' }, null],
    [{ WartoscBrutto: 258.305, Uwagi: '' }, null],
    [{ Uwagi: '' }, null],
  ])('%j is worth %j grosze', (fields, gross) => {
    expect(read(fields)?.gross).toBe(gross);
  });

  it.each([
    [{ Identyfikator: '5', Uwagi: '' }, '5'],
    [{ FakturaId: 5, Uwagi: '' }, '5'],
    [{ Uwagi: '' }, ''],
  ])('%j is called %j', (fields, identifier) => {
    expect(read(fields)?.identifier).toBe(identifier);
  });

  it.each<[string, object, object]>([
    ['its remarks', { Uwagi: 'x' }, { notes: 'x' }],
    ['its number', { PelnyNumer: '12/11/2026' }, { number: '12/11/2026' }],
    ['its worth', { WartoscBrutto: 258.3 }, { gross: 25_830 }],
  ])('of which only %s is known has nothing else', (_title, fields, known) => {
    expect(read(fields)).toEqual({ number: '', gross: null, notes: '', identifier: '', ksefNumber: '', ...known });
  });

  it.each<[string, unknown]>([
    ['nothing', {}],
    ['an envelope alone', { response: { Kod: 0, Informacja: 'ok' } }],
    ['an empty list', { response: { Kod: 0, Wynik: [] } }],
    ['a list of texts', { response: { Kod: 0, Wynik: ['x'] } }],
    ['a text', { response: { Kod: 0, Wynik: 'x' } }],
  ])('is not found in %s', (_title, json) => {
    expect(read(json)).toBeNull();
  });
});

describe('the list', () => {
  const ROW = {
    FakturaId: 1244512,
    PelnyNumer: '12/11/2026',
    Rodzaj: 'prz_faktura_kraj',
    DataWystawienia: '2026-11-22',
    Brutto: 258.3,
    NIPKontrahenta: '1234563218',
    CzyWyslano: false,
  };

  it('gives of each row what the look-up goes by (ifirma-api 10.11)', () => {
    expect(rowsOf({ Kod: 0, Wynik: [ROW] })).toEqual([
      {
        identifier: '1244512',
        number: '12/11/2026',
        kind: 'prz_faktura_kraj',
        gross: 25_830,
        nip: '1234563218',
        isDraft: false,
        issueDate: '2026-11-22',
      },
    ]);
  });

  it.each([
    [
      { DataWystawienia: '2026-11-02', Waluta: 'eur' },
      { issueDate: '2026-11-02', currency: 'EUR' },
    ],
    [{ DataWystawienia: '2026-02-30', Waluta: '' }, {}],
    [{ DataWystawienia: null, Waluta: null }, {}],
  ])('says of %j the date and the currency %j, and of a document alike', (said, read) => {
    const bare = { ...ROW, ...said };
    const [row] = rowsOf({ Wynik: [bare] }) ?? [];
    expect({ issueDate: row?.issueDate, currency: row?.currency }).toEqual({
      issueDate: undefined,
      currency: undefined,
      ...read,
    });
    const one = datedInvoiceOf({ PelnyNumer: '1/11/2026', WartoscBrutto: 5, ...said });
    expect(one).toEqual({ ...bookedOf({ PelnyNumer: '1/11/2026', WartoscBrutto: 5 }), ...read });
    expect(datedInvoiceOf({ Kod: 0, ...said })).toBeNull();
  });

  it('takes a row of which only the identifier is known', () => {
    expect(
      rowsOf({ Wynik: [{ FakturaId: '5', PelnyNumer: null, Brutto: null, NIPKontrahenta: null }, { FakturaId: 6 }] }),
    ).toEqual([
      { identifier: '5', number: '', kind: '', gross: null, nip: '', isDraft: false },
      { identifier: '6', number: '', kind: '', gross: null, nip: '', isDraft: false },
    ]);
  });

  it.each([
    [true, true],
    [false, false],
    [null, false],
    ['true', false],
    [1, false],
  ])('calls a row whose `CzySzkic` is %j a draft: %j', (CzySzkic, isDraft) => {
    expect(rowsOf({ Wynik: [{ ...ROW, CzySzkic }] })).toMatchObject([{ isDraft }]);
  });

  it('may be empty', () => {
    expect(rowsOf({ Kod: 0, Wynik: [] })).toEqual([]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['there is none', { Kod: 0 }],
    ['it is null', { Kod: 0, Wynik: null }],
    ['it is no list', { Kod: 0, Wynik: { FakturaId: 1 } }],
    ['a row is no object', { Kod: 0, Wynik: ['x'] }],
  ])('is not read as empty when %s', (_title, inner) => {
    expect(rowsOf(inner)).toBeNull();
  });

  it.each([[{}], [{ FakturaId: null }], [{ FakturaId: '' }], [{ FakturaId: {} }]])(
    'with a row that cannot be read back (%j) is unreadable: an invoice that was overlooked would count as absent',
    (row) => {
      expect(rowsOf({ Kod: 0, Wynik: [ROW, { ...ROW, FakturaId: undefined, ...row }] })).toBeNull();
    },
  );
});
