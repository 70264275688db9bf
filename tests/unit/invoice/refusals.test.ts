/** Every text that iFirma was seen to answer with, and every field that it may name (ifirma-api 9.1, 9.2), is known for what it is. */
import { describe, expect, it } from 'vitest';
import { type RefusalCause, refusalCause } from '../../../utils/invoice/refusals.ts';
import { WAYS_OF_REFUSALS } from '../../../utils/invoice/repair/ways.ts';
import { HINTS } from '../../../utils/texts/hints.ts';

const SEEN: readonly (readonly [text: string, cause: RefusalCause])[] = [
  ['Data sprzedaży musi być zgodna z miesiącem i rokiem księgowym', 'accounting-month'],
  ["Pole 'Data wystawienia' musi być zgodna z miesiącem i rokiem księgowym", 'accounting-month'],
  ['DATA SPRZEDAZY MUSI BYC ZGODNA Z MIESIACEM I ROKIEM KSIEGOWYM', 'accounting-month'],
  ["Pole 'Kontrahent.KodPocztowy' jest wymagane", 'postcode'],
  ["Nieudana walidacja obiektu 'adres.kodPocztowy': Pole nie może być puste", 'postcode'],
  ['Nie posiadasz uprawnień', 'permission'],
  ['Brak ustawionej proporcji: stosunku sprzedaży opodatkowanej do zwolnionej', 'exempt-proportion'],
  ['Konto nie jest przystosowane do tego dokumentu', 'kind-not-allowed'],
  ['Funkcja niedostępna', 'kind-not-allowed'],
  ['Operacja niedostępna dla tej formy opodatkowania', 'kind-not-allowed'],
  ['Procedura OSS nie jest włączona', 'oss'],
  ['Procedura IOSS nie jest włączona', 'oss'],
  ['metoda kasowa', 'kind-not-allowed'],
  ['dokument nievatowca', 'tax-form'],
  ['Ryczałt nie pozwala na ten dokument', 'kind-not-allowed'],
  ['Konto nie jest połączone z KSeF', 'ksef'],
  ['e-Faktura nie jest włączona', 'ksef'],
  ['Nieprawidłowa data sprzedaży', 'sale-date'],
];

const PATHS: readonly (readonly [path: string, cause: RefusalCause])[] = [
  ['Kontrahent.KodPocztowy', 'postcode'],
  ['adres.kodPocztowy', 'postcode'],
  ['Kontrahent.Miejscowosc', 'city'],
  ['adres.miejscowosc', 'city'],
  ['Kontrahent.Ulica', 'street'],
  ['Kontrahent.Nazwa', 'buyer-name'],
  ['Kontrahent.NIP', 'nip'],
  ['NIPKontrahenta', 'nip'],
  ['Kontrahent.Email', 'email'],
  ['Kontrahent.Telefon', 'phone'],
  ['Kontrahent.Kraj', 'country'],
  ['Kontrahent.KodKraju', 'country'],
  ['Data sprzedaży', 'sale-date'],
  ['DataSprzedazy', 'sale-date'],
  ['Data wystawienia', 'issue-date'],
  ['DataWystawienia', 'issue-date'],
  ['Termin płatności', 'due-date'],
  ['TerminPlatnosci', 'due-date'],
  ['Zaplacono', 'paid'],
  ['ZaplaconoNaDokumencie', 'paid'],
  ['SposobZaplaty', 'payment-method'],
  ['Pozycje[0].NazwaPelna', 'line-name'],
  ['pozycje[2].jednostka', 'unit'],
  ['Pozycje[0].Ilosc', 'quantity'],
  ['Pozycje[0].CenaJednostkowa', 'price'],
  ['Pozycje[0].StawkaVat', 'vat-rate'],
  ['Pozycje[0].TypStawkiVat', 'vat-rate'],
  ['Pozycje[0].PodstawaPrawna', 'legal-basis'],
  ['NumerKontaBankowego', 'bank-account'],
  ['NazwaSeriiNumeracji', 'series'],
  ['NazwaSzablonu', 'template'],
  ['Numer', 'number'],
  ['Uwagi', 'remarks'],
];

describe('iFirma’s words', () => {
  it.each(SEEN)('„%s” are known', (text, cause) => {
    expect(refusalCause(text)).toBe(cause);
  });

  it.each(PATHS)('that name the field %s are known, however the sentence goes on', (path, cause) => {
    for (const text of [
      `Pole '${path}' jest wymagane`,
      `Nieudana walidacja obiektu '${path}': Pole nie może być puste`,
    ])
      expect(refusalCause(text)).toBe(cause);
  });

  it.each(['', 'Coś poszło nie tak', 'Niepoprawna zawartość żądania', 'Faktura została pomyślnie dodana.'])(
    '„%s” are not, and are shown as they came',
    (text) => {
      expect(refusalCause(text)).toBeNull();
    },
  );
});

it('every cause is one of those that iFirma’s words lead to, and has words and a way', () => {
  const causes = new Set<string>([...SEEN, ...PATHS].map(([, cause]) => cause));
  expect([...causes].sort()).toEqual(Object.keys(WAYS_OF_REFUSALS).sort());
  for (const cause of Object.keys(WAYS_OF_REFUSALS) as RefusalCause[]) {
    expect(HINTS[cause].pl).toMatch(/\.$/);
    expect(HINTS[cause].en).toMatch(/\.$/);
    expect(HINTS[cause].pl).not.toBe(HINTS[cause].en);
  }
});
