/**
 * What to do about a refusal, read out of iFirma's own words (ifirma-api 9.1, 9.2). iFirma names fields as its API does
 * (`Kontrahent.KodPocztowy`) or in Polish (`Data sprzedaży`); both are matched without case and diacritics.
 */
import type { Language } from '../messages';

type Hint = Readonly<Record<Language, string>>;

/** The first that matches counts, so the narrower stands before the wider. */
const HINTS: readonly (readonly [RegExp, Hint])[] = [
  [
    /miesi\w* .*ksiego/,
    {
      pl: 'Ustaw w iFirma miesiąc księgowy zgodny z datą sprzedaży albo zmień tę datę w Sellasist.',
      en: 'Set the accounting month in iFirma to that of the sale date, or change the date in Sellasist.',
    },
  ],
  [
    /kod ?pocztowy/,
    {
      pl: 'Sprawdź kod pocztowy nabywcy w Sellasist, a jeśli jest dobry, także w kartotece kontrahentów iFirma.',
      en: 'Check the buyer’s postcode in Sellasist and, if it is right there, in iFirma’s list of contractors.',
    },
  ],
  [/miejscowosc/, { pl: 'Sprawdź miejscowość nabywcy w Sellasist.', en: 'Check the buyer’s city in Sellasist.' }],
  [/ulica/, { pl: 'Sprawdź ulicę nabywcy w Sellasist.', en: 'Check the buyer’s street in Sellasist.' }],
  [/\bnip/, { pl: 'Sprawdź NIP nabywcy w Sellasist.', en: 'Check the buyer’s tax number (NIP) in Sellasist.' }],
  [/e-?mail/, { pl: 'Sprawdź adres e-mail nabywcy w Sellasist.', en: 'Check the buyer’s e-mail in Sellasist.' }],
  [/nazwa ?pelna/, { pl: 'Sprawdź nazwy pozycji w Sellasist.', en: 'Check the names of the lines in Sellasist.' }],
  [/kontrahent\W+nazwa/, { pl: 'Sprawdź nazwę nabywcy w Sellasist.', en: 'Check the buyer’s name in Sellasist.' }],
  [/jednostka/, { pl: 'Sprawdź jednostkę miary w ustawieniach Mostka.', en: 'Check the unit in Mostek’s settings.' }],
  [/\bilosc/, { pl: 'Sprawdź ilości pozycji w Sellasist.', en: 'Check the quantities of the lines in Sellasist.' }],
  [/cena ?jednostkowa/, { pl: 'Sprawdź ceny pozycji w Sellasist.', en: 'Check the prices of the lines in Sellasist.' }],
  [
    /data ?wystawienia/,
    {
      pl: 'Data wystawienia nie może być wcześniejsza niż data poprzedniej faktury tej samej serii w iFirma. Popraw ją w Sellasist.',
      en: 'The issue date may not be earlier than that of the previous invoice of the series in iFirma. Correct it in Sellasist.',
    },
  ],
  [
    /data ?sprzedazy/,
    {
      pl: 'Sprawdź datę sprzedaży w Sellasist i regułę „Data sprzedaży” w ustawieniach Mostka.',
      en: 'Check the sale date in Sellasist and the rule for it in Mostek’s settings.',
    },
  ],
  [/termin ?platnosci/, { pl: 'Sprawdź termin płatności.', en: 'Check the due date.' }],
  [
    /zaplacono/,
    { pl: 'Sprawdź zapłaconą kwotę zamówienia w Sellasist.', en: 'Check the paid amount of the order in Sellasist.' },
  ],
  [
    /sprzedazy opodatkowanej do zwolnionej/,
    {
      pl: 'Ustaw w konfiguracji iFirma proporcję sprzedaży opodatkowanej do zwolnionej.',
      en: 'Set the proportion of taxable to exempt sales in iFirma’s configuration.',
    },
  ],
  [
    /serii ?numeracji|serie numeracji/,
    {
      pl: 'Sprawdź w ustawieniach Mostka, w części „Serie dokumentów”, nazwę serii: musi być taka jak w iFirma.',
      en: 'Check the series’ name in Mostek’s settings, under “Document series”: it has to be the one in iFirma.',
    },
  ],
  [
    /szablon/,
    {
      pl: 'Sprawdź w ustawieniach Mostka, w części „Serie dokumentów”, nazwę szablonu: musi być taka jak w iFirma.',
      en: 'Check the template’s name in Mostek’s settings, under “Document series”: it has to be the one in iFirma.',
    },
  ],
  [
    /numer ?konta|konto bankowe/,
    {
      pl: 'Sprawdź konto bankowe w ustawieniach Mostka, w części „Podstawowa konfiguracja”: musi być jednym z kont w iFirma.',
      en: 'Check the bank account in Mostek’s settings, under “Basic configuration”: it has to be one of those in iFirma.',
    },
  ],
  [
    /'numer'/,
    {
      pl: 'Sprawdź w iFirma, czy faktura o tym numerze nie jest już wystawiona w tej serii.',
      en: 'Check in iFirma whether the series has an invoice of this number already.',
    },
  ],
  [
    /nievatow/,
    {
      pl: 'Sprawdź formę opodatkowania w ustawieniach Mostka, w części „Konta”: musi być taka jak w iFirma.',
      en: 'Check the tax form in Mostek’s settings, under “Accounts”: it has to be the one in iFirma.',
    },
  ],
  [
    /nie jest przystosowane|niedostepna|metoda kasowa|ryczalt/,
    {
      pl: 'Ten rodzaj dokumentu nie pasuje do ustawień konta w iFirma. Sprawdź je w konfiguracji iFirma.',
      en: 'This kind of document does not fit the account’s settings in iFirma. Check them in iFirma’s configuration.',
    },
  ],
  [
    /ksef|e-faktura/,
    {
      pl: 'Sprawdź połączenie z KSeF w konfiguracji iFirma.',
      en: 'Check the connection to KSeF in iFirma’s configuration.',
    },
  ],
];

/** `ł` is a letter of its own and survives the taking off of diacritics. */
const folded = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');

/** null: nothing is known about these words. */
export const hintFor = (language: Language, text: string): string | null => {
  const words = folded(text);
  return HINTS.find(([pattern]) => pattern.test(words))?.[1][language] ?? null;
};
