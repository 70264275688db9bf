/** What is said while the person teaches a page of the panel, and of what is known of each. */
import type { PageKind, PageTest, PlacePosition } from '../messages';
import { inBoth } from './english';
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

declare module './english' {
  interface English {
    readonly teach: TeachTexts;
  }
}

export const TEACH_TEXTS = inBoth('teach', pl);
