/** What the room `Nie wysłane` says. */
import type { Language } from '../../messages';
import { counted } from '../figures';

const pl = {
  title: 'Nie wysłane',
  lead: 'Faktury z wybranego okresu, których nie ma w iFirma, każda z powodem. Gdy konto wystawia faktury do zamówień bez dokumentu, są tu także takie zamówienia.',
  panel: 'Panel',
  period: 'Okres',
  thisMonth: 'Ten miesiąc',
  lastMonth: 'Poprzedni miesiąc',
  between: 'Od – do',
  from: 'Od',
  to: 'Do',
  wrongDays: 'Data „Od” nie może być późniejsza niż „Do”.',
  list: 'Nie wysłane',
  all: 'Zaznacz wszystkie',
  reading: (looked: number) =>
    `Odczytuję dokumenty z panelu: ${counted('pl', looked, { one: 'sprawdzony', few: 'sprawdzone', many: 'sprawdzonych', other: 'sprawdzonego' })}…`,
  waiting: (at: string) => `Panel prosi o przerwę w zapytaniach. Dalsze odczytywanie o ${at}.`,
  problem: (why: string) => `Nie udało się odczytać wszystkich dokumentów. ${why}`,
  emptyTitle: 'Wszystko jest w iFirma',
  empty: 'W wybranym okresie nie ma dokumentów, które jeszcze nie trafiły do iFirma.',
  refresh: 'Sprawdź ponownie',
  found: (count: number) =>
    count === 0
      ? 'Nic do wysłania w tym okresie.'
      : `${counted('pl', count, { one: 'dokument', few: 'dokumenty', many: 'dokumentów', other: 'dokumentu' })} do wyjaśnienia albo wysłania`,
  never: 'Nikt go jeszcze nie wysłał.',
  order: (id: string) => `Zamówienie ${id}`,
  withoutOrder: 'bez zamówienia',
  withoutNumber: (id: string) => `Dokument ${id}`,
};

export type UnsentTexts = typeof pl;

const en: UnsentTexts = {
  title: 'Not sent',
  lead: 'Invoices of the chosen period that are not in iFirma, each with the reason. Where an account issues invoices for orders without a document, such orders are here as well.',
  panel: 'Panel',
  period: 'Period',
  thisMonth: 'This month',
  lastMonth: 'Last month',
  between: 'From – to',
  from: 'From',
  to: 'To',
  wrongDays: 'The day “From” cannot be later than “To”.',
  list: 'Not sent',
  all: 'Select all',
  reading: (looked) =>
    `Reading the documents from the panel: ${counted('en', looked, { one: 'checked', few: 'checked', many: 'checked', other: 'checked' })}…`,
  waiting: (at) => `The panel asks for a pause between requests. Reading goes on at ${at}.`,
  problem: (why) => `Not all documents could be read. ${why}`,
  emptyTitle: 'Everything is in iFirma',
  empty: 'There are no documents in the chosen period that have not reached iFirma.',
  refresh: 'Check again',
  found: (count) =>
    count === 0
      ? 'Nothing to send in this period.'
      : `${counted('en', count, { one: 'document', few: 'documents', many: 'documents', other: 'documents' })} to settle or to send`,
  never: 'Nobody has sent it yet.',
  order: (id) => `Order ${id}`,
  withoutOrder: 'no order',
  withoutNumber: (id) => `Document ${id}`,
};

export const UNSENT_TEXTS: Readonly<Record<Language, UnsentTexts>> = { pl, en };
