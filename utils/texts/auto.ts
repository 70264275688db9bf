/** How it stands with `Automatyczne wysyłanie faktur`, in the options and in the popup. */
import type { AutoView, Language } from '../messages';

type Hindrance = NonNullable<AutoView['hindrance']>;

const pl = {
  works: 'Automatyczne wysyłanie działa na tym komputerze.',
  notBegun: 'Automatyczne wysyłanie zacznie się, gdy Mostek odczyta z panelu listy dokumentów.',
  since: (since: string, from: string) => `Włączone od ${since}, dla dokumentów wystawionych od ${from}.`,
  looked: (at: string, next: string) => `Ostatnie sprawdzenie ${at}, następne ${next}.`,
  lookedLast: (at: string) => `Ostatnie sprawdzenie ${at}.`,
  sentToday: (count: number) => `Dziś wysłano automatycznie: ${count}.`,
  waiting: (count: number) => `Znalezione i jeszcze nierozstrzygnięte: ${count}.`,
  elsewhere: (computer: string) => `Automatycznie wysyła komputer „${computer}”.`,
  elsewhereHint: 'Ten komputer czuwa: gdy tamten przestanie wysyłać, po kwadransie zrobi to sam.',
  take: 'Przejmij',
  takeProblem: (why: string) => `Nie udało się przejąć. ${why}`,
  of: (account: string, text: string) => `${account}: ${text}`,
  hindrances: {
    locked: 'Automatyczne wysyłanie czeka: Mostek jest zablokowany.',
    erplink: 'Automatyczne wysyłanie czeka: integracja Erplink jest włączona albo nie wiadomo, czy jest.',
    'account-paused':
      'Automatyczne wysyłanie czeka: iFirma odrzuca to konto. Ruszy, gdy powiedzie się „Sprawdź połączenie”.',
    'no-field': 'Automatyczne wysyłanie czeka: konto nie ma wybranego pola „Pole stanu iFirma”.',
    'no-first': 'Automatyczne wysyłanie czeka: na tym komputerze nikt nie wysłał jeszcze dokumentu przyciskiem.',
  } satisfies Record<Hindrance, string>,
};

export type AutoTexts = typeof pl;

const en: AutoTexts = {
  works: 'Sending automatically works on this computer.',
  notBegun: 'Sending automatically begins once Mostek has read the lists of documents from the panel.',
  since: (since, from) => `On since ${since}, for documents issued from ${from} on.`,
  looked: (at, next) => `Last look ${at}, next one ${next}.`,
  lookedLast: (at) => `Last look ${at}.`,
  sentToday: (count) => `Sent automatically today: ${count}.`,
  waiting: (count) => `Found and not decided yet: ${count}.`,
  elsewhere: (computer) => `The computer “${computer}” sends automatically.`,
  elsewhereHint: 'This computer watches: when that one stops sending, it does so itself after a quarter of an hour.',
  take: 'Take over',
  takeProblem: (why) => `It could not be taken over. ${why}`,
  of: (account, text) => `${account}: ${text}`,
  hindrances: {
    locked: 'Sending automatically waits: Mostek is locked.',
    erplink: 'Sending automatically waits: the Erplink integration is on, or nobody has said whether it is.',
    'account-paused':
      'Sending automatically waits: iFirma refuses this account. It goes on when “Test connection” works.',
    'no-field': 'Sending automatically waits: the account has no “iFirma state field”.',
    'no-first': 'Sending automatically waits: nobody has sent a document by the button on this computer yet.',
  },
};

export const AUTO_TEXTS: Readonly<Record<Language, AutoTexts>> = { pl, en };
