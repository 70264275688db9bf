/** Every sentence of the popup. Names of controls are those of design.md section 6. */
import type { Language } from '../messages';
import { whole } from './figures';

/** Stays on one line. */
const share = (used: number, limit: number): string => `${whole(used)}\u00a0/\u00a0${whole(limit)}`;

const pl = {
  options: 'Ustawienia',
  tabs: 'Widok',
  errorsTab: 'Błędy',
  recentTab: 'Ostatnie',
  errorsList: 'Błędy synchronizacji',
  recentList: 'Ostatnie',
  fix: 'Napraw',
  more: 'Pokaż starsze',
  order: (id: string) => `zamówienie ${id}`,
  openOrder: (id: string) => `Zamówienie ${id}`,
  withoutNumber: 'Dokument bez numeru',
  /** `number`: of the invoice that it corrects; null: not known. */
  correction: (number: string | null) => (number === null ? 'Korekta' : `Korekta do ${number}`),
  inIfirma: (number: string) => `w iFirma: ${number}`,
  setupText: 'Tu zobaczysz faktury, które wymagają uwagi. Najpierw połącz panel Sellasist z iFirma.',
  setupButton: 'Skonfiguruj konto',
  errorsEmptyTitle: 'Nic nie wymaga uwagi',
  errorsEmpty: 'Gdy dokumentu nie da się wysłać, pojawi się tutaj z powodem i przyciskiem naprawy.',
  recentEmptyTitle: 'Jeszcze nic nie wysłano',
  recentEmpty: 'Tu pojawią się ostatnio wysłane faktury. Pierwszą wyślesz z karty zamówienia w panelu.',
  problem: (why: string) => `Nie udało się wczytać listy. ${why}`,
  actionProblem: (why: string) => `Nie udało się. ${why}`,
  erplinkUnanswered: 'Zanim wyślesz pierwszą fakturę, powiedz, czy działa Erplink.',
  erplinkUnansweredIn: (panels: string) => `Zanim wyślesz pierwszą fakturę, powiedz, czy działa Erplink (${panels}).`,
  erplinkAnswer: 'Odpowiedz',
  erplinkOn: 'Erplink jest włączony: Mostek tylko patrzy i niczego nie wysyła.',
  erplinkOnIn: (panels: string) => `Erplink jest włączony (${panels}): tam Mostek tylko patrzy i niczego nie wysyła.`,
  lockedTitle: 'Odblokowanie',
  locked: 'Mostek jest zablokowany i niczego nie wysyła. Podaj hasło, a kolejka ruszy.',
  skipTitle: (document: string) => `Pominąć ${document}?`,
  skipText:
    'Mostek nie wyśle tego dokumentu, dopóki ktoś nie zrobi tego na karcie zamówienia. Powód będzie widać na tej karcie.',
  skipRequired: 'Napisz krótko, dlaczego.',
  panel: 'Panel',
  orderNumber: 'Numer zamówienia',
  orderNumberWrong: 'Wpisz numer zamówienia z Sellasist: same cyfry.',
  find: 'Znajdź',
  limits: 'Limity',
  requestsMinute: (used: number, limit: number) => `zapytania: ${share(used, limit)} na minutę`,
  requestsMinuteName: 'zapytania na minutę',
  requestsDay: (used: number, limit: number) => `zapytania: ${share(used, limit)} dziś`,
  requestsDayName: 'zapytania dziś',
  /** `age`: when they were counted, where that is worth saying. */
  documents: (used: number, limit: number, age: string | null) =>
    `dokumenty: ${share(used, limit)} w tym miesiącu${age === null ? '' : ` (stan z ${age})`}`,
  documentsName: 'dokumenty w tym miesiącu',
  nearLimit: (what: string) => `Blisko limitu: ${what}.`,
  usedUp: (what: string) => `Limit wykorzystany: ${what}.`,
  restUntil: (service: string, until: string) => `${service} prosi o przerwę do ${until}.`,
};

export type PopupTexts = typeof pl;

const en: PopupTexts = {
  options: 'Settings',
  tabs: 'View',
  errorsTab: 'Errors',
  recentTab: 'Recent',
  errorsList: 'Synchronisation errors',
  recentList: 'Recent',
  fix: 'Repair',
  more: 'Show older',
  order: (id) => `order ${id}`,
  openOrder: (id) => `Order ${id}`,
  withoutNumber: 'Document without a number',
  correction: (number) => (number === null ? 'Correction' : `Correction of ${number}`),
  inIfirma: (number) => `in iFirma: ${number}`,
  setupText: 'Invoices that need attention appear here. First connect the Sellasist panel with iFirma.',
  setupButton: 'Set up an account',
  errorsEmptyTitle: 'Nothing needs attention',
  errorsEmpty: 'A document that cannot be sent appears here with the reason and a button that mends it.',
  recentEmptyTitle: 'Nothing was sent yet',
  recentEmpty: 'The last invoices sent appear here. Send the first one from the order card in the panel.',
  problem: (why) => `The list could not be read. ${why}`,
  actionProblem: (why) => `That did not work. ${why}`,
  erplinkUnanswered: 'Before you send the first invoice, say whether Erplink is on.',
  erplinkUnansweredIn: (panels) => `Before you send the first invoice, say whether Erplink is on (${panels}).`,
  erplinkAnswer: 'Answer',
  erplinkOn: 'Erplink is on: Mostek only looks and sends nothing.',
  erplinkOnIn: (panels) => `Erplink is on (${panels}): there Mostek only looks and sends nothing.`,
  lockedTitle: 'Unlocking',
  locked: 'Mostek is locked and sends nothing. Give the passphrase and the queue goes on.',
  skipTitle: (document) => `Skip ${document}?`,
  skipText:
    'Mostek will not send this document until somebody does so on the order card. The reason shows on that card.',
  skipRequired: 'Say briefly why.',
  panel: 'Panel',
  orderNumber: 'Order number',
  orderNumberWrong: 'Enter the number of a Sellasist order: digits only.',
  find: 'Find',
  limits: 'Limits',
  requestsMinute: (used, limit) => `requests: ${share(used, limit)} a minute`,
  requestsMinuteName: 'requests a minute',
  requestsDay: (used, limit) => `requests: ${share(used, limit)} today`,
  requestsDayName: 'requests today',
  documents: (used, limit, age) =>
    `documents: ${share(used, limit)} this month${age === null ? '' : ` (as of ${age})`}`,
  documentsName: 'documents this month',
  nearLimit: (what) => `Near the limit: ${what}.`,
  usedUp: (what) => `Limit used up: ${what}.`,
  restUntil: (service, until) => `${service} asks for a rest until ${until}.`,
};

export const POPUP_TEXTS: Readonly<Record<Language, PopupTexts>> = { pl, en };
