/** What the bar `iFirma – zaznaczone` and the room `Nie wysłane` say of many documents. Names of controls are those of design.md section 6. */
import type { BatchPlan, BatchView, Language } from '../messages';
import { counted as onOneLine, type PluralForms, whole } from './figures';
import { oneLine } from './plain';

/** These counts stand in sentences that may break anywhere, and that people look for as they would type them. */
const counted = (language: Language, count: number, forms: PluralForms): string =>
  onOneLine(language, count, forms).replaceAll('\u00a0', ' ');

/** What is said of a plan in one sentence. */
interface Planned {
  readonly toSend: number;
  /** Of those to send. */
  readonly corrections: number;
  readonly attention: number;
  readonly already: number;
  readonly others: number;
}

export const plannedOf = ({ toSend, corrections, attention, already, others }: BatchPlan): Planned => ({
  toSend: toSend.length,
  corrections,
  attention: attention.length,
  already,
  others,
});

type Counts = Pick<BatchView, 'total' | 'sent' | 'uncertain' | 'withdrawn'> & { readonly attention: number };

const sentence = (parts: readonly (string | false)[]): string => {
  const text = parts.filter((part) => part !== false).join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

const joined = (parts: readonly (string | false)[], and: string): string =>
  parts.filter((part) => part !== false).join(` ${and} `);
const plIssued = (invoices: number, corrections: number): string =>
  joined(
    [
      invoices > 0 && counted('pl', invoices, { one: 'fakturę', few: 'faktury', many: 'faktur', other: 'faktury' }),
      corrections > 0 &&
        counted('pl', corrections, { one: 'korektę', few: 'korekty', many: 'korekt', other: 'korekty' }),
    ],
    'i',
  );
const enIssued = (invoices: number, corrections: number): string =>
  joined(
    [
      invoices > 0 && counted('en', invoices, { one: 'invoice', few: 'invoices', many: 'invoices', other: 'invoices' }),
      corrections > 0 &&
        counted('en', corrections, {
          one: 'correction',
          few: 'corrections',
          many: 'corrections',
          other: 'corrections',
        }),
    ],
    'and',
  );

const plNeeds = (count: number): string =>
  counted('pl', count, { one: 'wymaga uwagi', few: 'wymagają uwagi', many: 'wymaga uwagi', other: 'wymaga uwagi' });
const enNeeds = (count: number): string =>
  counted('en', count, {
    one: 'needs attention',
    few: 'need attention',
    many: 'need attention',
    other: 'need attention',
  });

/** A few of them, as a person would say them. */
const named = (numbers: readonly string[]): string =>
  `${numbers
    .slice(0, 5)
    .map((number) => oneLine(number, 60))
    .join(', ')}${numbers.length > 5 ? ', …' : ''}`;

/** Nobody knows it to the second. */
const minutesOf = (ms: number): number => Math.max(1, Math.round(ms / 60_000));

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
      toSend === 0 ? 'nie ma tu nic do wystawienia' : `wystawisz ${plIssued(toSend - corrections, corrections)}`,
      attention > 0 && plNeeds(attention),
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
      attention > 0 && plNeeds(attention),
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

const en: ListTexts = {
  region: 'iFirma – selected',
  floating: 'iFirma',
  send: 'Send the selected to iFirma',
  picked: {
    orders: (count) =>
      count === 0
        ? 'Tick the orders in the list that are to go to iFirma.'
        : `${counted('en', count, { one: 'order', few: 'orders', many: 'orders', other: 'orders' })} selected`,
    documents: (count) =>
      count === 0
        ? 'Tick the documents in the list that are to go to iFirma.'
        : `${counted('en', count, { one: 'document', few: 'documents', many: 'documents', other: 'documents' })} selected`,
  },
  tooMany: (most) => `At most ${whole(most)} can be sent at once. Select fewer.`,
  fromApi: 'Show the documents by the API',
  planning: 'Checking the selected…',
  planName: 'Before sending',
  planned: ({ toSend, corrections, attention, already, others }) =>
    sentence([
      toSend === 0
        ? 'there is nothing to issue here'
        : `you are about to issue ${enIssued(toSend - corrections, corrections)}`,
      attention > 0 && enNeeds(attention),
      already > 0 &&
        counted('en', already, {
          one: 'is in iFirma or in the queue already',
          few: 'are in iFirma or in the queue already',
          many: 'are in iFirma or in the queue already',
          other: 'are in iFirma or in the queue already',
        }),
      others > 0 &&
        counted('en', others, {
          one: 'selected document is neither an invoice nor a correction',
          few: 'selected documents are neither invoices nor corrections',
          many: 'selected documents are neither invoices nor corrections',
          other: 'selected documents are neither invoices nor corrections',
        }),
    ]),
  oldestFirst: 'Sending begins with the oldest date of issue.',
  rowsDiffer: (numbers) =>
    `This list shows other numbers or orders than Sellasist has under the same ids: ${named(numbers)}. Mostek does not guess which documents are meant and does not send them from here.`,
  leftOut: 'These documents are not sent now:',
  confirm: 'Send',
  back: 'Back',
  cancel: 'Cancel',
  close: 'Close',
  progress: 'Progress of sending to iFirma',
  progressOf: (done, total) => `${whole(done)} of ${whole(total)}`,
  timeLeft: (ms) =>
    ms < 90_000
      ? 'less than 2 minutes left'
      : `about ${counted('en', minutesOf(ms), { one: 'minute', few: 'minutes', many: 'minutes', other: 'minutes' })} left`,
  placing: 'Putting the documents in order of issue; then the sending begins.',
  goesOn: 'You may close this tab: the sending goes on.',
  pausing: 'Pausing. What is under way is being finished.',
  paused: 'Paused. The others wait for “Resume”.',
  cancelling: 'Cancelled. What is under way is being finished.',
  pause: 'Pause',
  resume: 'Resume',
  summaryName: 'Summary',
  summary: ({ total, sent, attention, uncertain, withdrawn }) =>
    sentence([
      `${whole(sent)} of ${counted('en', total, { one: 'document', few: 'documents', many: 'documents', other: 'documents' })} issued`,
      attention > 0 && enNeeds(attention),
      uncertain > 0 &&
        counted('en', uncertain, {
          one: 'is still being checked in iFirma',
          few: 'are still being checked in iFirma',
          many: 'are still being checked in iFirma',
          other: 'are still being checked in iFirma',
        }),
      withdrawn > 0 &&
        counted('en', withdrawn, {
          one: 'was taken out of the queue',
          few: 'were taken out of the queue',
          many: 'were taken out of the queue',
          other: 'were taken out of the queue',
        }),
    ]),
  needPerson: 'These need attention:',
  more: (count) => `Show the others (${whole(count)})`,
  order: (id) => `Order ${id}`,
  document: (id) => `Document ${id}`,
};

export const LIST_TEXTS: Readonly<Record<Language, ListTexts>> = { pl, en };
