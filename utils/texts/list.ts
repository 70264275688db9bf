/** What the bar `iFirma – zaznaczone` and the room `Nie wysłane` say of many documents. Names of controls are those of design.md section 6. */
import { inBoth } from './english';
import { whole } from './figures';
import { type Counts, counted, joined, minutesOf, named, type Planned, sentence } from './list-parts';

const issued = (invoices: number, corrections: number): string =>
  joined(
    [
      invoices > 0 && counted('pl', invoices, { one: 'fakturę', few: 'faktury', many: 'faktur', other: 'faktury' }),
      corrections > 0 &&
        counted('pl', corrections, { one: 'korektę', few: 'korekty', many: 'korekt', other: 'korekty' }),
    ],
    'i',
  );

const needs = (count: number): string =>
  counted('pl', count, { one: 'wymaga uwagi', few: 'wymagają uwagi', many: 'wymaga uwagi', other: 'wymaga uwagi' });

const pl = {
  region: 'iFirma – zaznaczone',
  floating: 'iFirma',
  send: 'Wyślij zaznaczone do iFirma',
  picked: {
    orders: (count: number) =>
      count === 0
        ? 'Zaznacz na liście zamówienia, które mają trafić do iFirma.'
        : `Zaznaczono ${counted('pl', count, { one: 'zamówienie', few: 'zamówienia', many: 'zamówień', other: 'zamówienia' })}`,
    documents: (count: number) =>
      count === 0
        ? 'Zaznacz na liście dokumenty, które mają trafić do iFirma.'
        : `Zaznaczono ${counted('pl', count, { one: 'dokument', few: 'dokumenty', many: 'dokumentów', other: 'dokumentu' })}`,
  },
  tooMany: (most: number) => `Za jednym razem można wysłać najwyżej ${whole(most)}. Zaznacz mniej.`,
  fromApi: 'Pokaż dokumenty z API',
  planning: 'Sprawdzam zaznaczone…',
  planName: 'Przed wysłaniem',
  planned: ({ toSend, corrections, attention, already, others }: Planned) =>
    sentence([
      toSend === 0 ? 'nie ma tu nic do wystawienia' : `wystawisz ${issued(toSend - corrections, corrections)}`,
      attention > 0 && needs(attention),
      already > 0 &&
        counted('pl', already, {
          one: 'jest już w iFirma albo w kolejce',
          few: 'są już w iFirma albo w kolejce',
          many: 'jest już w iFirma albo w kolejce',
          other: 'jest już w iFirma albo w kolejce',
        }),
      others > 0 &&
        counted('pl', others, {
          one: 'zaznaczony dokument nie jest fakturą ani korektą',
          few: 'zaznaczone dokumenty to nie faktury ani korekty',
          many: 'zaznaczonych dokumentów to nie faktury ani korekty',
          other: 'zaznaczonego dokumentu to nie faktury ani korekty',
        }),
    ]),
  oldestFirst: 'Wysyłanie zacznie się od najstarszej daty wystawienia.',
  rowsDiffer: (numbers: readonly string[]) =>
    `Na tej liście stoją inne numery albo zamówienia, niż Sellasist ma pod tymi samymi identyfikatorami: ${named(numbers)}. Mostek nie zgaduje, o które dokumenty chodzi, i ich stąd nie wyśle.`,
  leftOut: 'Te dokumenty nie zostaną teraz wysłane:',
  confirm: 'Wyślij',
  back: 'Wróć',
  cancel: 'Anuluj',
  close: 'Zamknij',
  progress: 'Postęp wysyłania do iFirma',
  progressOf: (done: number, total: number) => `${whole(done)} z ${whole(total)}`,
  timeLeft: (ms: number) =>
    ms < 90_000
      ? 'zostało mniej niż 2 minuty'
      : `zostało około ${counted('pl', minutesOf(ms), { one: 'minuty', few: 'minut', many: 'minut', other: 'minuty' })}`,
  placing: 'Układam dokumenty według daty wystawienia, potem zacznie się wysyłanie.',
  goesOn: 'Możesz zamknąć tę kartę: wysyłanie trwa dalej.',
  pausing: 'Wstrzymuję. To, co jest w drodze, zostanie dokończone.',
  paused: 'Wstrzymano. Pozostałe czekają na „Wznów”.',
  cancelling: 'Anulowano. To, co jest w drodze, zostanie dokończone.',
  pause: 'Wstrzymaj',
  resume: 'Wznów',
  summaryName: 'Podsumowanie',
  summary: ({ total, sent, attention, uncertain, withdrawn }: Counts) =>
    sentence([
      `wystawiono ${whole(sent)} z ${counted('pl', total, { one: 'dokumentu', few: 'dokumentów', many: 'dokumentów', other: 'dokumentu' })}`,
      attention > 0 && needs(attention),
      uncertain > 0 &&
        counted('pl', uncertain, {
          one: 'jest jeszcze sprawdzany w iFirma',
          few: 'są jeszcze sprawdzane w iFirma',
          many: 'jest jeszcze sprawdzanych w iFirma',
          other: 'jest jeszcze sprawdzane w iFirma',
        }),
      withdrawn > 0 &&
        counted('pl', withdrawn, {
          one: 'wycofana z kolejki',
          few: 'wycofane z kolejki',
          many: 'wycofanych z kolejki',
          other: 'wycofanej z kolejki',
        }),
    ]),
  needPerson: 'Wymagają uwagi:',
  more: (count: number) => `Pokaż pozostałe (${whole(count)})`,
  order: (id: string) => `Zamówienie ${id}`,
  document: (id: string) => `Dokument ${id}`,
};

export type ListTexts = typeof pl;

declare module './english' {
  interface English {
    readonly list: ListTexts;
  }
}

export const LIST_TEXTS = inBoth('list', pl);
