/** What the room `Układ panelu` says. The names of its controls are those that people look for in the guide. */
import type { Language, PageKind } from '../../messages';
import { counted } from '../figures';

const pl = {
  title: 'Układ panelu',
  lead: 'Mostek poznaje strony panelu po adresie i nagłówku. Gdy którejś nie pozna albo stanie w złym miejscu, naucz go jej tutaj.',
  none: 'Gdy dodasz konto, pojawią się tutaj strony jego panelu.',
  panel: (panel: string) => `Panel ${panel}`,
  known: 'Znana z adresu.',
  guessed: 'Adres tej strony nie jest opublikowany: Mostek poznaje ją po słowach w adresie i nagłówku.',
  taught: (path: string) => `Nauczona: ${path}`,
  taughtPlace: (selector: string) => `Miejsce: ${selector}`,
  never: 'Jeszcze nie widziana.',
  seen: (at: string) => `Ostatnio widziana: ${at}`,
  rows: (count: number, left: number) => {
    const all = counted('pl', count, { one: 'wiersz', few: 'wiersze', many: 'wierszy', other: 'wiersza' });
    return left === 0 ? all : `${all}, pominięte jako niejednoznaczne: ${left}`;
  },
  tested: (result: string) => `Sprawdzenie: ${result}`,
  changed: 'Układ panelu się zmienił',
  misses: (count: number) =>
    `Miejsca nie znaleziono ${counted('pl', count, { one: 'raz', few: 'razy', many: 'razy', other: 'raza' })} z rzędu. Mostek działa wtedy z przycisku w rogu strony. Naucz go tej strony albo wyślij diagnostykę.`,
  teach: 'Ucz tej strony',
  forget: 'Zapomnij',
  waiting: (kind: string) =>
    `Otwórz w panelu stronę „${kind}” i naciśnij tam „Użyj tej strony”. Okienko czeka 30 minut.`,
  profile: 'Profil panelu',
  profileHint:
    'Zawiera tylko adresy i miejsca, których Mostek się nauczył. Można go przekazać komuś z takim samym panelem.',
  export: 'Eksportuj profil',
  import: 'Importuj profil',
  imported: 'Zaimportowano',
  notJson: 'To nie jest tekst profilu: nie da się go odczytać jako JSON.',
  notProfile: 'To nie jest profil panelu albo pochodzi z innej wersji Mostka. Niczego nie zmieniono.',
  diagnostics: 'Kopiuj diagnostykę',
  diagnosticsHint:
    'Diagnostyka to adresy bez cyfr, liczby znalezionych elementów i wersja Mostka, bez żadnych treści ze stron.',
  copied: 'Skopiowano',
  notCopied: 'Przeglądarka nie pozwoliła skopiować. Zaznacz i skopiuj ten tekst:',
  diagnosticsText: 'Diagnostyka',
  needsReading: (why: string) => `Nie udało się odczytać układu panelu. ${why}`,
};

export type LayoutTexts = typeof pl;

const en: LayoutTexts = {
  title: 'Panel layout',
  lead: 'Mostek knows the pages of the panel by their address and heading. Where it does not know one, or stands in the wrong place, teach it here.',
  none: 'Once you add an account, the pages of its panel appear here.',
  panel: (panel) => `Panel ${panel}`,
  known: 'Known by its address.',
  guessed: 'The address of this page is not published: Mostek knows it by words in its address and heading.',
  taught: (path) => `Taught: ${path}`,
  taughtPlace: (selector) => `Place: ${selector}`,
  never: 'Not seen yet.',
  seen: (at) => `Last seen: ${at}`,
  rows: (count, left) => {
    const all = counted('en', count, { one: 'row', few: 'rows', many: 'rows', other: 'rows' });
    return left === 0 ? all : `${all}, left out as ambiguous: ${left}`;
  },
  tested: (result) => `Test: ${result}`,
  changed: 'The panel’s layout has changed',
  misses: (count) =>
    `The place was not found ${counted('en', count, { one: 'time', few: 'times', many: 'times', other: 'times' })} in succession. Mostek then works from a button in the corner of the page. Teach it this page, or send the diagnostics.`,
  teach: 'Teach this page',
  forget: 'Forget',
  waiting: (kind) =>
    `Open the page “${kind}” in the panel and press “Use this page” there. The box waits for 30 minutes.`,
  profile: 'Panel profile',
  profileHint:
    'Holds only the addresses and places that Mostek was taught. It can be given to somebody with the same panel.',
  export: 'Export the profile',
  import: 'Import the profile',
  imported: 'Imported',
  notJson: 'This is no text of a profile: it cannot be read as JSON.',
  notProfile: 'This is no profile of a panel, or one of another version of Mostek. Nothing was changed.',
  diagnostics: 'Copy the diagnostics',
  diagnosticsHint:
    'Addresses without digits, counts of the elements found, and Mostek’s version. No content of the pages.',
  copied: 'Copied',
  notCopied: 'The browser did not let it be copied. Select and copy this text:',
  diagnosticsText: 'Diagnostics',
  needsReading: (why) => `The panel’s layout could not be read. ${why}`,
};

export const LAYOUT_TEXTS: Readonly<Record<Language, LayoutTexts>> = { pl, en };

/** Pages of the module whose addresses nobody has published (sellasist-panel 1). */
export const GUESSED: readonly PageKind[] = ['document-card', 'document-list'];
