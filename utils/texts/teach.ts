/** What is said while the person teaches a page of the panel, and of what is known of each. */
import type { Language, PageKind, PageTest, PlacePosition } from '../messages';
import { counted } from './figures';

const isList = (kind: PageKind): boolean => kind === 'order-list' || kind === 'document-list';

const pl = {
  kinds: {
    'order-card': 'Karta zamówienia',
    'order-list': 'Lista zamówień',
    'document-card': 'Karta dokumentu',
    'document-list': 'Lista dokumentów',
    'return-card': 'Karta zwrotu',
  } satisfies Record<PageKind, string> as Readonly<Record<PageKind, string>>,
  box: 'Mostek – nauka strony',
  openIt: (kind: string) =>
    `Otwórz w panelu stronę „${kind}”. Gdy na niej jesteś, naciśnij „Użyj tej strony”. Jeśli Mostek ma stanąć w innym miejscu niż zwykle, wskaż je.`,
  address: (pattern: string) => `Adres: ${pattern}`,
  use: 'Użyj tej strony',
  point: 'Wskaż miejsce',
  cancel: 'Anuluj',
  close: 'Zamknij',
  pointing: 'Naciśnij miejsce na stronie. Escape przerywa.',
  pointed: (selector: string) => `Miejsce: ${selector}`,
  nameless:
    'To miejsce nie ma nazwy, po której dałoby się je znaleźć następnym razem. Wskaż inne, na przykład większe.',
  position: 'Położenie',
  positions: {
    before: 'przed tym miejscem',
    after: 'za tym miejscem',
    prepend: 'na początku tego miejsca',
    append: 'na końcu tego miejsca',
  } satisfies Record<PlacePosition, string> as Readonly<Record<PlacePosition, string>>,
  noId: 'W adresie tej strony nie ma numeru, więc to nie jest karta. Otwórz kartę i spróbuj jeszcze raz.',
  noRows: 'Na tej stronie nie widać wierszy, które dałoby się odczytać. Otwórz listę z choćby jednym wierszem.',
  remembered: (test: string) => `Zapamiętano. ${test}`,
  fits: (kind: PageKind, { rows, compared, agreed }: PageTest): string => {
    const all = counted('pl', rows, { one: 'wiersz', few: 'wiersze', many: 'wierszy', other: 'wiersza' });
    if (agreed < compared) {
      return isList(kind)
        ? `nie pasuje: ${all}, a ${compared - agreed} z ${compared} numerów jest w Sellasist inne`
        : 'nie pasuje: pod tym numerem w adresie Sellasist ma co innego';
    }
    if (compared === 0) {
      return isList(kind) ? `pasuje: ${all}, numerów nie udało się porównać` : 'numeru nie udało się porównać';
    }
    return isList(kind) ? `pasuje: ${all}, numery zgodne` : 'pasuje: numer zgodny';
  },
};

export type TeachTexts = typeof pl;

const en: TeachTexts = {
  kinds: {
    'order-card': 'Order card',
    'order-list': 'Order list',
    'document-card': 'Document card',
    'document-list': 'Document list',
    'return-card': 'Return card',
  },
  box: 'Mostek – teaching a page',
  openIt: (kind) =>
    `Open the page “${kind}” in the panel. When you are there, press “Use this page”. If Mostek is to stand elsewhere than usual, point at the place.`,
  address: (pattern) => `Address: ${pattern}`,
  use: 'Use this page',
  point: 'Point at the place',
  cancel: 'Cancel',
  close: 'Close',
  pointing: 'Press a place on the page. Escape stops.',
  pointed: (selector) => `Place: ${selector}`,
  nameless:
    'This place has no name by which it could be found the next time. Point at another one, a larger one perhaps.',
  position: 'Position',
  positions: {
    before: 'before this place',
    after: 'after this place',
    prepend: 'at the beginning of this place',
    append: 'at the end of this place',
  },
  noId: 'There is no number in the address of this page, so it is no card. Open a card and try again.',
  noRows: 'No rows that could be read are to be seen on this page. Open the list with at least one row.',
  remembered: (test) => `Remembered. ${test}`,
  fits: (kind, { rows, compared, agreed }) => {
    const all = counted('en', rows, { one: 'row', few: 'rows', many: 'rows', other: 'rows' });
    if (agreed < compared) {
      return isList(kind)
        ? `does not fit: ${all}, and ${compared - agreed} of ${compared} numbers are others in Sellasist`
        : 'does not fit: Sellasist has something else under the number in the address';
    }
    if (compared === 0) {
      return isList(kind) ? `fits: ${all}, the numbers could not be compared` : 'the number could not be compared';
    }
    return isList(kind) ? `fits: ${all}, numbers agree` : 'fits: the number agrees';
  },
};

export const TEACH_TEXTS: Readonly<Record<Language, TeachTexts>> = { pl, en };
