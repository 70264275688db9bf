import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ksefStateOf, saysAlreadySent, saysNotConnected, saysOriginalWaits } from '../../../utils/ifirma/ksef-state.ts';

const NUMBER = '5213500025-20260520-560CCC000005-68';
const document = (more: Record<string, unknown>) => ({ Numer: 12, PelnyNumer: '12/11/2026', ...more });

describe('what a document says of KSeF', () => {
  it.each([
    ['NumerKSEF', NUMBER],
    ['NumerKSeF', NUMBER],
    ['numerksef', NUMBER],
    ['NumerKSEF', '5213500025-20260520-560CCC-000005-68'],
    ['NumerKSEF', ` ${NUMBER.toLowerCase()} `],
  ])('%s „%s” is its number, whatever the status says', (name, number) => {
    const inner = document({ [name]: number, StatusKSEF: { Status: 'ODRZUCONA', Opis: 'x' } });
    expect(ksefStateOf(inner)).toEqual({ kind: 'accepted', number: number.trim() });
  });

  it('of both spellings the one that holds something counts', () => {
    expect(ksefStateOf(document({ NumerKSEF: null, NumerKSeF: NUMBER }))).toMatchObject({ kind: 'accepted' });
    expect(ksefStateOf(document({ NumerKSeF: NUMBER, NumerKSEF: '' }))).toMatchObject({ kind: 'accepted' });
  });

  it.each([
    '12/11/2026',
    '521350002-20260520-560CCC000005-68',
    '5213500025-20261320-560CCC000005-68',
    '5213500025-20260532-560CCC000005-68',
    '5213500025-20260520-560CCC00000G-68',
    '5213500025-20260520-560CCC000005-6',
    `${NUMBER}0`,
    `x${NUMBER}`,
  ])('„%s” has not the form of a number, so it is not believed: something was sent', (number) => {
    expect(ksefStateOf(document({ NumerKSEF: number }))).toEqual({ kind: 'pending', hasTrace: true });
  });

  it.each([
    'ODRZUCONA_PRZEZ_KSEF',
    'odrzucona',
    'Odrzucono',
    'BŁĄD_WYSYŁKI',
    'WYSYLKA_BLAD',
    'WERYFIKACJA_NEGATYWNA',
    'SEND_ERROR',
  ])('the status „%s” is a rejection with its words', (Status) => {
    const found = ksefStateOf(document({ NumerKSEF: null, StatusKSEF: { Status, Opis: ' Niepoprawny NIP ' } }));
    expect(found).toMatchObject({ kind: 'rejected', words: 'Niepoprawny NIP' });
  });

  it.each(['PRZEKAZANA', 'W_TRAKCIE', 'PRZYJETA_W_KSEF', 'NIEODRZUCONA'])(
    'the status „%s” without a number is waited past',
    (Status) => {
      expect(ksefStateOf(document({ StatusKSEF: { Status, Opis: '' } }))).toEqual({ kind: 'pending', hasTrace: true });
    },
  );

  it.each([
    {},
    { StatusKSEF: null },
    { StatusKSEF: 'x' },
    { StatusKSEF: [] },
    { StatusKSEF: { Status: null } },
    { NumerKSEF: 12 },
  ])('%j shows no trace', (more) => {
    expect(ksefStateOf(document(more))).toEqual({ kind: 'pending', hasTrace: false });
  });

  it.each([{}, { Kod: 0 }, { Wynik: null }, { Wynik: [] }, { NumerKSEF: null }])('%j is no document', (inner) => {
    expect(ksefStateOf(inner)).toBeNull();
  });

  it('whatever comes, it is read without an error, and only what has the form of a number is one', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('NumerKSEF', 'NumerKSeF', 'StatusKSEF', 'Numer', 'Wynik'), fc.anything()),
        (inner) => {
          const found = ksefStateOf(inner);
          if (found?.kind === 'accepted')
            expect(found.number).toMatch(/^\d{10}-\d{8}-[\dA-F]{6}-?[\dA-F]{6}-[\dA-F]{2}$/i);
        },
      ),
    );
  });

  it('every number of the form is read, in every wrapper', () => {
    const hex = (length: number) =>
      fc
        .array(fc.constantFrom(...'0123456789ABCDEF'), { minLength: length, maxLength: length })
        .map((all) => all.join(''));
    const digits = (length: number) =>
      fc.array(fc.constantFrom(...'0123456789'), { minLength: length, maxLength: length }).map((all) => all.join(''));
    const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const wrap = fc.constantFrom(
      (inner: object) => inner,
      (inner: object) => ({ Kod: 0, Wynik: inner }),
      (inner: object) => ({ Kod: 0, Wynik: [inner] }),
    );
    fc.assert(
      fc.property(
        digits(10),
        day,
        hex(6),
        fc.constantFrom('', '-'),
        hex(6),
        hex(2),
        wrap,
        (nip, at, one, dash, two, end, wrapped) => {
          const number = `${nip}-${at.toISOString().slice(0, 10).replaceAll('-', '')}-${one}${dash}${two}-${end}`;
          const inner = wrapped(document({ NumerKSeF: number })) as Record<string, unknown>;
          expect(ksefStateOf(inner)).toEqual({ kind: 'accepted', number });
        },
      ),
    );
  });
});

describe('what iFirma answers to the sending', () => {
  it.each([
    ['Dokument został już przekazany do KSeF', saysAlreadySent],
    ['Faktura została już wysłana do KSeF', saysAlreadySent],
    ['Konto nie jest połączone z KSeF', saysNotConnected],
    ['Brak autoryzacji w KSeF', saysNotConnected],
    ['Usługa e-Faktura nie została włączona', saysNotConnected],
    ['Faktura korygowana nie ma jeszcze numeru KSeF', saysOriginalWaits],
  ])('„%s” is known', (text, says) => {
    expect(says(text)).toBe(true);
  });

  it.each([
    ['Tego dokumentu nie można wysłać do KSeF', saysAlreadySent],
    ['Tego dokumentu nie można wysłać do KSeF', saysNotConnected],
    ['Tego dokumentu nie można wysłać do KSeF', saysOriginalWaits],
    ['Konto nie jest połączone z magazynem', saysNotConnected],
    ['Pole korygowane jest wymagane', saysOriginalWaits],
  ])('„%s” is not', (text, says) => {
    expect(says(text)).toBe(false);
  });
});
