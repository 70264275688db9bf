/** Every sentence of the options page but those of first steps and security. Names of controls are those of design.md section 6. */
import type { AccountField, Language } from '../../messages';
import { ACCOUNT_TEXTS, type AccountTexts, FIELD_HINTS, FIELD_NAMES } from './accounts';
import { PAYMENTS_TEXTS, type PaymentTexts } from './payments';
import {
  OWNED_PROBLEM_TEXTS,
  type OwnedProblemTexts,
  PROBLEM_TEXTS,
  type ProblemTexts,
  TEST_TEXTS,
  type TestTexts,
} from './problems';
import { SERIES_TEXTS, type SeriesTexts } from './series';
import { SETTINGS_TEXTS, type SettingsTexts } from './settings';

const pl = {
  pageTitle: 'Mostek – ustawienia',
  navigation: 'Ustawienia',
  rooms: {
    start: 'Pierwsze kroki',
    accounts: 'Konta',
    payments: 'Metody płatności',
    settings: 'Podstawowa konfiguracja',
    series: 'Serie dokumentów',
    rules: 'Automatyzacje',
    unsent: 'Nie wysłane',
    'month-end': 'Zamknięcie miesiąca',
    layout: 'Układ panelu',
    log: 'Log synchronizacji',
    security: 'Bezpieczeństwo',
    diagnostics: 'Diagnostyka',
  },
  noAccounts: 'Ta strona dotyczy konta, a żadnego jeszcze nie ma. Dodaj pierwsze i wróć tutaj.',
  toAccounts: 'Przejdź do kont',
  refresh: 'Odśwież z panelu',
  refreshing: 'Odświeżam…',
  refreshHint: 'Wczytuje z panelu aktualne nazwy.',
  listsRead: (at: string) => `Listy z panelu: ${at}`,
  listsOld: (at: string, why: string) =>
    `Nie udało się odczytać nowych list z panelu, więc widać te z poprzedniego odczytu (${at}). Można na nich pracować. ${why}`,
  dictionariesProblem: (why: string) => `Nie udało się wczytać list z panelu. ${why}`,
  accountsProblem: (why: string) => `Nie udało się wczytać kont. ${why}`,
};

type GeneralTexts = typeof pl;

const en: GeneralTexts = {
  pageTitle: 'Mostek – settings',
  navigation: 'Settings',
  rooms: {
    start: 'First steps',
    accounts: 'Accounts',
    payments: 'Payment methods',
    settings: 'Basic configuration',
    series: 'Document series',
    rules: 'Automations',
    unsent: 'Not sent',
    'month-end': 'Closing the month',
    layout: 'Panel layout',
    log: 'Synchronisation log',
    security: 'Security',
    diagnostics: 'Diagnostics',
  },
  noAccounts: 'This page is about an account, and there is none yet. Add the first one and come back.',
  toAccounts: 'Go to the accounts',
  refresh: 'Refresh from the panel',
  refreshing: 'Refreshing…',
  refreshHint: 'Reads the present names from the panel.',
  listsRead: (at) => `Lists of the panel: ${at}`,
  listsOld: (at, why) =>
    `New lists could not be read from the panel, so these are the ones of the last reading (${at}). You can work with them. ${why}`,
  dictionariesProblem: (why) => `The lists of the panel could not be read. ${why}`,
  accountsProblem: (why) => `The accounts could not be read. ${why}`,
};

export interface OptionsTexts extends GeneralTexts {
  readonly accounts: AccountTexts;
  readonly fieldNames: Readonly<Record<AccountField, string>>;
  readonly fieldHints: Readonly<Record<AccountField, string>>;
  readonly problems: ProblemTexts;
  readonly ownedProblems: OwnedProblemTexts;
  readonly tests: TestTexts;
  readonly payments: PaymentTexts;
  readonly settings: SettingsTexts;
  readonly series: SeriesTexts;
}

const inLanguage = (language: Language, general: GeneralTexts): OptionsTexts => ({
  ...general,
  accounts: ACCOUNT_TEXTS[language],
  fieldNames: FIELD_NAMES[language],
  fieldHints: FIELD_HINTS[language],
  problems: PROBLEM_TEXTS[language],
  ownedProblems: OWNED_PROBLEM_TEXTS[language],
  tests: TEST_TEXTS[language],
  payments: PAYMENTS_TEXTS[language],
  settings: SETTINGS_TEXTS[language],
  series: SERIES_TEXTS[language],
});

export const OPTIONS_TEXTS: Readonly<Record<Language, OptionsTexts>> = {
  pl: inLanguage('pl', pl),
  en: inLanguage('en', en),
};
