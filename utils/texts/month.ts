/** What the popup says while iFirma's accounting month is moved for a document. */
import type { Language } from '../messages';
import { month } from './figures';

const pl = {
  title: 'Miesiąc księgowy w iFirma',
  order: (id: string) => `zamówienia ${id}`,
  document: (number: string) => `dokumentu ${number}`,
  someDocument: 'jednego dokumentu',
  moved: (login: string, home: string, away: string, what: string) =>
    `${login}: Mostek przestawił miesiąc z ${month(home)} na ${month(away)} dla ${what} i przestawi go z powrotem. Do tego czasu inne dokumenty tego konta iFirma czekają.`,
  ended: (login: string, what: string) => `${login}, miesiąc przestawiony dla ${what}:`,
  retry: 'Spróbuj teraz',
  leave: 'Zostaw tak',
  leaveHint: (home: string) =>
    `„Zostaw tak”: Mostek nie wróci już do ${month(home)}, a kolejka ruszy. Miesiąc ustawisz wtedy ręcznie w iFirma.`,
  understood: 'Rozumiem',
  problem: (why: string) => `Nie udało się. ${why}`,
};

export type MonthTexts = typeof pl;

const en: MonthTexts = {
  title: 'Accounting month in iFirma',
  order: (id) => `order ${id}`,
  document: (number) => `document ${number}`,
  someDocument: 'one document',
  moved: (login, home, away, what) =>
    `${login}: Mostek moved the month from ${month(home)} to ${month(away)} for ${what} and will move it back. Until then other documents of this iFirma account wait.`,
  ended: (login, what) => `${login}, the month was moved for ${what}:`,
  retry: 'Try now',
  leave: 'Leave it so',
  leaveHint: (home) =>
    `“Leave it so”: Mostek does not go back to ${month(home)} any more, and the queue goes on. You then set the month by hand in iFirma.`,
  understood: 'I understand',
  problem: (why) => `That did not work. ${why}`,
};

export const MONTH_TEXTS: Readonly<Record<Language, MonthTexts>> = { pl, en };
