/** What the room `Zamknięcie miesiąca` says. */
import type { Verdict, Why } from '../../invoice/month-end/types';
import type { Language } from '../../messages';
import { counted, date, zloty } from '../figures';

const months = (language: Language): readonly string[] => {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, at) => format.format(Date.UTC(2026, at, 15)));
};

const INVOICES = { one: 'faktura', few: 'faktury', many: 'faktur', other: 'faktury' } as const;
const DOCUMENTS = { one: 'dokument', few: 'dokumenty', many: 'dokumentów', other: 'dokumentu' } as const;

const verdictsPl: Readonly<Record<Verdict, string>> = {
  check: 'Do sprawdzenia',
  missing: 'Brak w iFirma',
  gone: 'Brak w Sellasist',
  amount: 'Inna kwota',
  date: 'Inna data',
  'no-ksef': 'Bez numeru KSeF',
  same: 'Zgodne',
};

const whyPl: Readonly<Record<Why, string>> = {
  uncertain: 'Nie wiadomo, czy iFirma wystawiła tę fakturę. Mostek jej szuka; zobacz zamówienie.',
  double: 'Ten dokument jest w iFirma więcej niż raz. Sprawdź obie faktury w iFirma.',
  currency: 'Waluta w Sellasist i w iFirma nie jest ta sama, więc kwot nie porównano.',
  'sum-unread': 'Jednej z kwot nie udało się odczytać, więc ich nie porównano.',
  unread: 'W iFirma jest nieodczytana jeszcze faktura, która może być tym dokumentem.',
  'correction-unlisted':
    'Mostek nie wysłał tej korekty, a iFirma może nie pokazywać korekt na swojej liście. Sprawdź ją w iFirma.',
  'correction-sum': 'Kwota korekty w iFirma nie zgadza się z żadną z kwot, które zna Mostek. Porównaj ją w iFirma.',
  'other-computer': 'Wystawiona do zamówienia bez dokumentu z innego komputera, więc kwoty tu nie znamy.',
  'document-unread': 'Nie sprawdzono jeszcze, czy dokument jest w Sellasist.',
  vanished: 'Mostek ją wystawił, ale iFirma już jej nie zna. Ktoś mógł ją tam usunąć.',
  skipped: 'Ktoś zdecydował, że Mostek ma ją pominąć.',
  'on-its-way': 'Czeka w kolejce Mostka albo jest właśnie wysyłana.',
};

const pl = {
  title: 'Zamknięcie miesiąca',
  lead: 'Dokumenty z jednego miesiąca: co jest w Sellasist, a co w iFirma. Mostek tylko czyta i porównuje; niczego nie wysyła, dopóki nie naciśniesz „Wyślij brakujące”.',
  month: 'Miesiąc',
  year: 'Rok',
  monthNames: months('pl'),
  compare: 'Porównaj',
  again: 'Porównaj ponownie',
  fresh: 'Odczytaj wszystko od nowa',
  stop: 'Przerwij',
  goOn: 'Wznów',
  erplink:
    'Integracja Erplink IFIRMA jest włączona. Jej faktur nie da się rozpoznać po znaku Mostka: Mostek dopasowuje je tylko po numerze, więc dokument z innym numerem w iFirma będzie tu jako „Brak w iFirma”. Sprawdź, zanim coś wyślesz.',
  erplinkUnanswered:
    'Nie wiadomo, czy integracja Erplink IFIRMA jest włączona. Bez tej odpowiedzi Mostek tylko porównuje.',
  readingPanel: (looked: number) =>
    `Odczytuję dokumenty z Sellasist: ${counted('pl', looked, { one: 'sprawdzony', few: 'sprawdzone', many: 'sprawdzonych', other: 'sprawdzonego' })}…`,
  readingIfirma: (listed: number) => `Odczytuję listę iFirma: ${counted('pl', listed, INVOICES)}…`,
  readingLedger: 'Sprawdzam, co wysłał Mostek…',
  looking: (read: number, all: number) => `Odczytuję pojedyncze faktury: ${read} z ${all}…`,
  progress: 'Odczytane pojedyncze faktury',
  waiting: (at: string) => `Trzeba zrobić przerwę w zapytaniach. Dalsze odczytywanie o ${at}.`,
  stopped: 'Przerwano. Porównanie nie jest kompletne.',
  problem: (why: string) => `Nie udało się odczytać wszystkiego. ${why}`,
  done: (all: number, open: number) =>
    all === 0
      ? 'W tym miesiącu nie ma dokumentów do porównania.'
      : `${counted('pl', all, DOCUMENTS)}: ${open === 0 ? 'wszystko się zgadza' : `${open} do wyjaśnienia`}`,
  readAt: (at: string) => `Najstarszy odczyt kwoty z Sellasist: ${at}.`,
  emptyTitle: 'Wszystko się zgadza',
  totals: 'Suma faktur w złotych',
  totalPanel: 'Sellasist',
  totalIfirma: 'iFirma',
  totalDifference: 'Różnica',
  leftOut: (count: number) =>
    `Do sum nie wliczono: ${counted('pl', count, DOCUMENTS)} – korekty, inne waluty albo kwoty, których nie udało się odczytać.`,
  corrections:
    'iFirma może nie pokazywać korekt na swojej liście. Korekty wysłane z Mostka są tu według jego zapisów, a o innych nie da się powiedzieć, że ich brakuje.',
  unreadable: (ids: string) =>
    `Tych dokumentów z Sellasist nie udało się zrozumieć, więc mogą być z tego miesiąca: ${ids}.`,
  unread: (count: number) =>
    `Nie odczytano jeszcze: ${counted('pl', count, INVOICES)} z listy iFirma. Mogą mieć znak Mostka.`,
  readMore: 'Czytaj dalej',
  show: 'Pokaż',
  verdictCount: (verdict: string, count: number) => `${verdict} (${count})`,
  orders: 'Zamówienia bez dokumentu są tu dopiero po wysłaniu; te, których nikt nie wysłał, są w części „Nie wysłane”.',
  table: 'Dokumenty miesiąca',
  columns: { document: 'Dokument', panel: 'Sellasist', number: 'Faktura w iFirma', ifirma: 'iFirma', verdict: 'Wynik' },
  kinds: { invoice: 'faktura', correction: 'korekta' },
  withoutDocument: 'Bez dokumentu',
  withoutNumber: 'bez numeru',
  noSum: '–',
  ksef: (number: string) => `KSeF: ${number}`,
  doubles: (numbers: string) => `oraz ${numbers}`,
  fromLedger: 'według zapisów Mostka',
  openOrder: (id: string) => `Otwórz zamówienie ${id}`,
  more: (count: number) => `Pokaż kolejne ${count}`,
  nothingShown: 'Żaden dokument nie pasuje do wybranych wyników.',
  verdicts: verdictsPl,
  why: whyPl,
  amountOff: (difference: number) =>
    difference > 0 ? `W iFirma o ${zloty(difference)} więcej.` : `W iFirma o ${zloty(-difference)} mniej.`,
  dates: (panel: string | null, ifirma: string | null) =>
    `Data w Sellasist: ${panel === null ? '?' : date(panel)}, w iFirma: ${ifirma === null ? '?' : date(ifirma)}.`,
  ksefMissing: 'Wysłana do KSeF, ale numeru jeszcze nie ma.',
  gone: 'Faktura jest w iFirma, a dokumentu nie ma już w Sellasist.',
  foreign: (count: number) => `${counted('pl', count, INVOICES)} w iFirma spoza Mostka`,
  foreignList: 'Faktury w iFirma spoza Mostka',
  elsewhere: (count: number) => `${counted('pl', count, INVOICES)} w iFirma z innego panelu`,
  send: 'Wyślij brakujące',
  sendCount: (count: number, most: number) =>
    count > most
      ? `Najpierw ${most} z ${count}; resztę wyślesz po nich.`
      : counted('pl', count, { one: 'dokument', few: 'dokumenty', many: 'dokumentów', other: 'dokumentu' }),
  csv: 'Eksportuj CSV',
  csvColumns: [
    'Dokument w Sellasist',
    'Rodzaj',
    'Zamówienie',
    'Data w Sellasist',
    'Suma w Sellasist',
    'Numer w iFirma',
    'Data w iFirma',
    'Suma w iFirma',
    'Waluta',
    'Różnica',
    'Numer KSeF',
    'Wynik',
    'Wyjaśnienie',
  ],
  csvForeign: 'Spoza Mostka',
};

export type MonthEndTexts = typeof pl;

const INVOICES_EN = { one: 'invoice', few: 'invoices', many: 'invoices', other: 'invoices' } as const;
const DOCUMENTS_EN = { one: 'document', few: 'documents', many: 'documents', other: 'documents' } as const;

const en: MonthEndTexts = {
  title: 'Closing the month',
  lead: 'The documents of one month: what is in Sellasist, and what is in iFirma. Mostek only reads and compares; it sends nothing until you press “Send the missing ones”.',
  month: 'Month',
  year: 'Year',
  monthNames: months('en'),
  compare: 'Compare',
  again: 'Compare again',
  fresh: 'Read everything anew',
  stop: 'Stop',
  goOn: 'Go on',
  erplink:
    'The integration Erplink IFIRMA is on. Its invoices carry no mark of Mostek: they are matched by their number alone, so a document that has another number in iFirma is shown here as “Not in iFirma”. Look before you send anything.',
  erplinkUnanswered:
    'It is not known whether the integration Erplink IFIRMA is on. Without that answer Mostek only compares.',
  readingPanel: (looked) =>
    `Reading the documents from Sellasist: ${counted('en', looked, { one: 'checked', few: 'checked', many: 'checked', other: 'checked' })}…`,
  readingIfirma: (listed) => `Reading iFirma’s list: ${counted('en', listed, INVOICES_EN)}…`,
  readingLedger: 'Looking up what Mostek has sent…',
  looking: (read, all) => `Reading single invoices: ${read} of ${all}…`,
  progress: 'Single invoices read',
  waiting: (at) => `There has to be a pause between requests. Reading goes on at ${at}.`,
  stopped: 'Stopped. The comparison is not complete.',
  problem: (why) => `Not everything could be read. ${why}`,
  done: (all, open) =>
    all === 0
      ? 'There are no documents to compare in this month.'
      : `${counted('en', all, DOCUMENTS_EN)}: ${open === 0 ? 'everything agrees' : `${open} to settle`}`,
  readAt: (at) => `Oldest reading of a sum from Sellasist: ${at}.`,
  emptyTitle: 'Everything agrees',
  totals: 'Sum of the invoices in złoty',
  totalPanel: 'Sellasist',
  totalIfirma: 'iFirma',
  totalDifference: 'Difference',
  leftOut: (count) =>
    `Left out of the sums: ${counted('en', count, DOCUMENTS_EN)} – corrections, other currencies, or sums that could not be read.`,
  corrections:
    'iFirma may not show corrections on its list. Those that Mostek has sent are here by its own records; of others nobody can say that they are missing.',
  unreadable: (ids) => `These documents of Sellasist could not be understood, so they may be of this month: ${ids}.`,
  unread: (count) =>
    `Not read yet: ${counted('en', count, INVOICES_EN)} of iFirma’s list. They may carry the mark of Mostek.`,
  readMore: 'Read on',
  show: 'Show',
  verdictCount: (verdict, count) => `${verdict} (${count})`,
  orders:
    'Orders without a document are here only once they were sent; those that nobody has sent are in the room “Not sent”.',
  table: 'Documents of the month',
  columns: {
    document: 'Document',
    panel: 'Sellasist',
    number: 'Invoice in iFirma',
    ifirma: 'iFirma',
    verdict: 'Result',
  },
  kinds: { invoice: 'invoice', correction: 'correction' },
  withoutDocument: 'No document',
  withoutNumber: 'no number',
  noSum: '–',
  ksef: (number) => `KSeF: ${number}`,
  doubles: (numbers) => `and ${numbers}`,
  fromLedger: 'by the records of Mostek',
  openOrder: (id) => `Open order ${id}`,
  more: (count) => `Show ${count} more`,
  nothingShown: 'No document has one of the chosen results.',
  verdicts: {
    check: 'To be checked',
    missing: 'Not in iFirma',
    gone: 'Not in Sellasist',
    amount: 'Another sum',
    date: 'Another date',
    'no-ksef': 'No KSeF number',
    same: 'Agrees',
  },
  why: {
    uncertain: 'It is not known whether iFirma has issued this invoice. Mostek is looking for it; see the order.',
    double: 'This document is in iFirma more than once. Look at both invoices in iFirma.',
    currency: 'The currency in Sellasist is not that in iFirma, so the sums were not compared.',
    'sum-unread': 'One of the sums could not be read, so they were not compared.',
    unread: 'There is an invoice in iFirma that was not read yet and may be this document.',
    'correction-unlisted':
      'Mostek has not sent this correction, and iFirma may not show corrections on its list. Look for it in iFirma.',
    'correction-sum': 'The sum of the correction in iFirma is none of those that Mostek knows. Compare it in iFirma.',
    'other-computer': 'Issued by another computer for an order without a document, so its sum is not known here.',
    'document-unread': 'Whether the document is in Sellasist was not looked up yet.',
    vanished: 'Mostek issued it, but iFirma does not know it any more. Somebody may have deleted it there.',
    skipped: 'Somebody decided that Mostek is to skip it.',
    'on-its-way': 'It waits in the queue of Mostek, or is being sent.',
  },
  amountOff: (difference) =>
    difference > 0 ? `${zloty(difference)} more in iFirma.` : `${zloty(-difference)} less in iFirma.`,
  dates: (panel, ifirma) =>
    `Date in Sellasist: ${panel === null ? '?' : date(panel)}, in iFirma: ${ifirma === null ? '?' : date(ifirma)}.`,
  ksefMissing: 'Sent to KSeF, but there is no number yet.',
  gone: 'The invoice is in iFirma, and its document is no longer in Sellasist.',
  foreign: (count) => `${counted('en', count, INVOICES_EN)} in iFirma not from Mostek`,
  foreignList: 'Invoices in iFirma not from Mostek',
  elsewhere: (count) => `${counted('en', count, INVOICES_EN)} in iFirma from another panel`,
  send: 'Send the missing ones',
  sendCount: (count, most) =>
    count > most ? `First ${most} of ${count}; the others can be sent after them.` : counted('en', count, DOCUMENTS_EN),
  csv: 'Export CSV',
  csvColumns: [
    'Document in Sellasist',
    'Kind',
    'Order',
    'Date in Sellasist',
    'Sum in Sellasist',
    'Number in iFirma',
    'Date in iFirma',
    'Sum in iFirma',
    'Currency',
    'Difference',
    'KSeF number',
    'Result',
    'Explanation',
  ],
  csvForeign: 'Not from Mostek',
};

export const MONTH_END_TEXTS: Readonly<Record<Language, MonthEndTexts>> = { pl, en };
