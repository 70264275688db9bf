/**
 * What iFirma's own words complain of (ifirma-api 2.10, 9.1, 9.2): one table from a text to its cause. iFirma names fields as its
 * API does (`Kontrahent.KodPocztowy`) or in Polish (`Data sprzedaży`); both are matched without case and diacritics.
 */

export type RefusalCause =
  | 'accounting-month'
  | 'postcode'
  | 'city'
  | 'street'
  | 'country'
  | 'nip'
  | 'email'
  | 'phone'
  | 'line-name'
  | 'buyer-name'
  | 'unit'
  | 'quantity'
  | 'price'
  | 'vat-rate'
  | 'legal-basis'
  | 'issue-date'
  | 'sale-date'
  | 'due-date'
  | 'paid'
  | 'payment-method'
  | 'exempt-proportion'
  | 'series'
  | 'template'
  | 'bank-account'
  | 'number'
  | 'remarks'
  | 'oss'
  | 'tax-form'
  | 'kind-not-allowed'
  | 'ksef'
  | 'permission';

/** The first that matches counts, so the narrower stands before the wider. */
const PATTERNS: readonly (readonly [RegExp, RefusalCause])[] = [
  [/miesi\w* .*ksiego/, 'accounting-month'],
  [/kod ?pocztowy/, 'postcode'],
  [/miejscowosc/, 'city'],
  [/ulica/, 'street'],
  [/\bkraj\b|kod ?kraju/, 'country'],
  [/\bnip/, 'nip'],
  [/e-?mail/, 'email'],
  [/telefon/, 'phone'],
  [/nazwa ?pelna/, 'line-name'],
  [/kontrahent\W+nazwa/, 'buyer-name'],
  [/podstawa ?prawna/, 'legal-basis'],
  [/stawk\w* ?vat/, 'vat-rate'],
  [/jednostka/, 'unit'],
  [/\bilosc/, 'quantity'],
  [/cena ?jednostkowa/, 'price'],
  [/data ?wystawienia/, 'issue-date'],
  [/data ?sprzedazy/, 'sale-date'],
  [/termin ?platnosci/, 'due-date'],
  [/sposob ?zaplaty/, 'payment-method'],
  [/zaplacono/, 'paid'],
  [/sprzedazy opodatkowanej do zwolnionej/, 'exempt-proportion'],
  [/serii ?numeracji|serie numeracji/, 'series'],
  [/szablon/, 'template'],
  [/numer ?konta|konto bankowe/, 'bank-account'],
  [/'numer'/, 'number'],
  [/\buwagi\b/, 'remarks'],
  [/\bi?oss\b/, 'oss'],
  [/nievatow/, 'tax-form'],
  [/nie jest przystosowane|niedostepna|metoda kasowa|ryczalt/, 'kind-not-allowed'],
  [/ksef|e-faktura/, 'ksef'],
  [/nie posiadasz uprawnien|brak uprawnien/, 'permission'],
];

/** null: nothing is known about these words, and they are shown as they came. */
export function refusalCause(text: string): RefusalCause | null {
  const words = foldedWords(text);
  return PATTERNS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** `ł` is a letter of its own and survives the taking off of diacritics. */
function foldedWords(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');
}
