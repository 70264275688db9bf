/** What the room `Automatyzacje` says of the rules themselves: the list of them and the editor. */
import type { IssuedKind, RuleEffectName, RuleTrigger } from '../../invoice/rules/rule';
import type { Language, RulesView } from '../../messages';

/** What cannot be stored as it was typed. */
export type RuleFieldProblem =
  | { readonly code: 'choose' | 'amount' }
  | { readonly code: 'too-long'; readonly most: number; readonly is: number }
  | { readonly code: 'too-many'; readonly most: number }
  | { readonly code: 'source' | 'country' | 'currency' | 'placeholder'; readonly value: string };

export type ReadyMade = 'paid-issue' | 'issued-email' | 'status-note';

type Hindrance = RulesView['hindrances'][string];

const pl = {
  title: 'Automatyzacje',
  lead: 'Reguły, według których Mostek działa sam: gdy coś się stanie w panelu i zgadzają się warunki, wykonuje działania. Każde zadziałanie zapisuje w logu.',
  panel: 'Panel',
  problem: (why: string) => `Nie udało się wczytać reguł. ${why}`,
  hindrances: {
    locked: 'Reguły czekają: Mostek jest zablokowany hasłem.',
    erplink: 'Reguły czekają: integracja Erplink jest włączona albo nie wiadomo, czy jest.',
    'account-paused': 'Reguły czekają: iFirma odrzuca to konto. Ruszą, gdy powiedzie się „Sprawdź połączenie”.',
    'no-field': 'Reguły czekają: konto nie ma wybranego pola „Pole stanu iFirma”.',
    'no-first': 'Reguły czekają: na tym komputerze nikt nie wysłał jeszcze dokumentu przyciskiem. Wyślij jeden sam.',
    elsewhere: 'Reguły wykonuje inny komputer, więc ten tylko czuwa.',
  } satisfies Record<Hindrance, string>,
  ways: {
    locked: 'Otwórz: Bezpieczeństwo',
    erplink: 'Otwórz: Konta',
    'account-paused': 'Otwórz: Konta',
    'no-field': 'Otwórz: Podstawowa konfiguracja',
    'no-first': 'Otwórz: Nie wysłane',
    elsewhere: 'Otwórz: Podstawowa konfiguracja',
  } satisfies Record<Hindrance, string>,
  ofAccount: (account: string, text: string) => `${account}: ${text}`,
  match: 'Gdy pasuje kilka reguł',
  matches: { first: 'Działa tylko pierwsza', all: 'Działają wszystkie' },
  matchHints: {
    first: 'Reguły są sprawdzane od góry; po pierwszej pasującej reszta nic nie robi.',
    all: 'Każda pasująca reguła wykonuje swoje działania, od góry.',
  },
  list: 'Reguły',
  nameless: 'Reguła bez nazwy',
  isOn: 'Włączona',
  since: (at: string) => `Działa od ${at}; tego, co było wcześniej, nie rusza.`,
  up: 'Wyżej',
  down: 'Niżej',
  edit: 'Edytuj',
  copy: 'Powiel',
  copyName: (name: string) => `${name} (kopia)`,
  remove: 'Usuń',
  removeTitle: (name: string) => `Usunąć regułę „${name}”?`,
  removeText:
    'Zniknie z listy, a z Mostka dopiero po „Zapisz”. To, co już zrobiła albo zaczęła, zostaje w „Ostatnich działaniach”.',
  removeYes: 'Usuń regułę',
  movedTo: (name: string, place: number, count: number) => `„${name}”: miejsce ${place} z ${count}`,
  removed: (name: string) => `Usunięto z listy: „${name}”`,
  error: 'Błąd',
  warning: 'Uwaga',
  errorMeans: 'Reguła z błędem nie działa, dopóki nie zostanie poprawiona.',
  problemsOld: 'Reguła jest zmieniona. Co jest w niej nie tak, powie „Zapisz” albo próba na sucho.',
  add: 'Dodaj regułę',
  most: (count: number) => `Więcej niż ${count} reguł się nie mieści.`,
  emptyTitle: 'Nie ma jeszcze żadnej reguły',
  empty:
    'Tu będzie lista reguł: kiedy która działa, pod jakim warunkiem i co robi. Zacznij od gotowej albo naciśnij „Dodaj regułę”.',
  readyMade: {
    'paid-issue': 'Opłacone → wystaw w iFirma',
    'issued-email': 'Wystawiony → e-mail po KSeF',
    'status-note': 'Status → notatka',
  } satisfies Record<ReadyMade, string>,
  noteExample: 'Zamówienie {zamówienie} przekazane do realizacji.',
  name: 'Nazwa reguły',
  account: 'Konto',
  accountHint: 'W czyich księgach reguła działa.',
  accountGone: (id: string) => `${id} – konta już nie ma`,
  whenGroup: 'Gdy',
  when: 'Gdy',
  triggers: {
    document: 'Dokument wystawiony w serii',
    status: 'Zamówienie dostaje status',
    paid: 'Zamówienie opłacone',
    created: 'Zamówienie utworzone',
  } satisfies Record<RuleTrigger['kind'], string>,
  triggerHint: 'Każda reguła działa na jedno zamówienie albo dokument najwyżej raz.',
  series: 'Seria',
  status: 'Status',
  ifGroup: 'Jeśli',
  ifHint: 'Puste pole nie jest warunkiem. Zgadzać się muszą wszystkie wypełnione.',
  payments: 'Metoda płatności',
  paymentsHint: 'Żadna zaznaczona: każda pasuje.',
  paymentsUnread: 'Metod płatności nie udało się wczytać z panelu.',
  paymentGone: (id: string) => `${id} – nie ma już w panelu`,
  sources: 'Źródło',
  sourcesHint: 'Tak jak w panelu, po przecinku: Allegro, sklep.',
  countries: 'Kraj',
  countriesHint: 'Kod kraju nabywcy, po przecinku: PL, DE.',
  currencies: 'Waluta',
  currenciesHint: 'Kod waluty, po przecinku: PLN, EUR.',
  from: 'Kwota od',
  to: 'Kwota do',
  zloty: 'zł',
  nip: 'Nabywca ma NIP',
  invoice: 'Chce fakturę',
  answers: { any: 'obojętnie', yes: 'tak', no: 'nie' },
  comment: 'Tekst w komentarzu',
  commentHint: 'Wielkość liter i polskie znaki nie mają znaczenia.',
  thenGroup: 'To',
  thenHint:
    'Działania zaczynają się w tej kolejności. To, co stoi po „Wystaw w iFirma”, czeka na fakturę, a e-mail czeka na numer KSeF, jeśli dokument tam idzie. E-maila, notatki ani wpłaty Mostek nigdy sam nie powtarza.',
  effects: {
    issue: 'Wystaw w iFirma',
    ksef: 'Wyślij do KSeF',
    email: 'Wyślij e-mail z iFirma',
    status: 'Ustaw status zamówienia',
    note: 'Zapisz notatkę w zamówieniu',
    field: 'Wpisz tekst w pole zamówienia',
    payment: 'Zapisz wpłatę w iFirma',
    notify: 'Pokaż powiadomienie',
  } satisfies Record<RuleEffectName, string>,
  effectHints: {
    issue: 'Dokument innego rodzaju zostaje nietknięty.',
    ksef: 'Gdy faktura jest już w iFirma. Wysłana wcześniej nie idzie drugi raz.',
    email: 'Wysyła go iFirma na adres kupującego. Puste pola: jak ustawiono w iFirma.',
    status: '',
    note: '',
    field: 'Pole, w którym już coś jest, zostaje bez zmian.',
    payment: 'Kwotę wpłaconą w zamówieniu, jeśli w iFirma jeszcze jej nie ma.',
    notify: 'Na tym komputerze, jeśli przeglądarka na to pozwala.',
  } satisfies Record<RuleEffectName, string>,
  effectsList: 'Działania',
  noEffects: 'Reguła jeszcze nic nie robi. Dodaj działanie poniżej.',
  effect: 'Działanie',
  addEffect: 'Dodaj działanie',
  mostEffects: (count: number) => `Reguła może mieć najwyżej ${count} działań.`,
  effectUp: (effect: string) => `Wyżej: ${effect}`,
  effectDown: (effect: string) => `Niżej: ${effect}`,
  effectRemove: (effect: string) => `Usuń: ${effect}`,
  as: 'Rodzaj w iFirma',
  kinds: { domestic: 'Faktura krajowa', correction: 'Korekta' } satisfies Record<IssuedKind, string>,
  email: 'Treść e-maila',
  mailbox: 'Skrzynka nadawcy w iFirma',
  template: 'Szablon e-maila',
  note: 'Treść notatki',
  field: 'Pole',
  text: 'Tekst',
  placeholders: 'Znaczniki, które Mostek zastąpi danymi:',
  insert: (name: string) => `Wstaw ${name}`,
  done: 'Gotowe',
  fieldProblem: (problem: RuleFieldProblem): string => {
    switch (problem.code) {
      case 'choose':
        return 'Wybierz z listy.';
      case 'amount':
        return 'Wpisz kwotę, np. 1 234,56.';
      case 'too-long':
        return `Najwyżej ${problem.most} znaków, jest ${problem.is}.`;
      case 'too-many':
        return `Najwyżej ${problem.most} wartości.`;
      case 'source':
        return `Za długie źródło: ${problem.value}`;
      case 'country':
        return `To nie jest dwuliterowy kod kraju: ${problem.value}`;
      case 'currency':
        return `To nie jest trzyliterowy kod waluty: ${problem.value}`;
      case 'placeholder':
        return `Nie ma takiego znacznika: ${problem.value}`;
      default:
        return problem satisfies never;
    }
  },
};

export type RulesTexts = typeof pl;

const en: RulesTexts = {
  title: 'Automations',
  lead: 'Rules that Mostek acts by on its own: when something happens in the panel and the conditions hold, it does what is asked. Each time is written down in the log.',
  panel: 'Panel',
  problem: (why) => `The rules could not be read. ${why}`,
  hindrances: {
    locked: 'The rules wait: Mostek is locked by its passphrase.',
    erplink: 'The rules wait: the Erplink integration is on, or nobody has said whether it is.',
    'account-paused': 'The rules wait: iFirma refuses this account. They go on when “Test connection” works.',
    'no-field': 'The rules wait: the account has no “iFirma state field”.',
    'no-first': 'The rules wait: nobody has sent a document by the button on this computer yet. Send one yourself.',
    elsewhere: 'Another computer does what the rules say, so this one only watches.',
  },
  ways: {
    locked: 'Open: Security',
    erplink: 'Open: Accounts',
    'account-paused': 'Open: Accounts',
    'no-field': 'Open: Basic configuration',
    'no-first': 'Open: Not sent',
    elsewhere: 'Open: Basic configuration',
  },
  ofAccount: (account, text) => `${account}: ${text}`,
  match: 'When several rules fit',
  matches: { first: 'Only the first acts', all: 'All of them act' },
  matchHints: {
    first: 'Rules are asked from the top; after the first that fits the others do nothing.',
    all: 'Each rule that fits does what it says, from the top.',
  },
  list: 'Rules',
  nameless: 'Rule without a name',
  isOn: 'On',
  since: (at) => `Acts since ${at}; what was before stays as it is.`,
  up: 'Up',
  down: 'Down',
  edit: 'Edit',
  copy: 'Duplicate',
  copyName: (name) => `${name} (copy)`,
  remove: 'Remove',
  removeTitle: (name) => `Remove the rule “${name}”?`,
  removeText: 'It leaves the list now, and Mostek with “Save”. What it has done or begun stays in “Latest actions”.',
  removeYes: 'Remove the rule',
  movedTo: (name, place, count) => `“${name}”: place ${place} of ${count}`,
  removed: (name) => `Taken off the list: “${name}”`,
  error: 'Error',
  warning: 'Note',
  errorMeans: 'A rule with an error does not act until it is mended.',
  problemsOld: 'The rule was changed. “Save” or a dry run will say what is wrong with it.',
  add: 'Add a rule',
  most: (count) => `There is no room for more than ${count} rules.`,
  emptyTitle: 'There is no rule yet',
  empty:
    'Here the rules will be: when each acts, on what condition, and what it does. Begin with a ready-made one or press “Add a rule”.',
  readyMade: {
    'paid-issue': 'Paid → issue in iFirma',
    'issued-email': 'Issued → e-mail after KSeF',
    'status-note': 'Status → note',
  },
  noteExample: 'Order {zamówienie} handed over for fulfilment.',
  name: 'Name of the rule',
  account: 'Account',
  accountHint: 'In whose books the rule acts.',
  accountGone: (id) => `${id} – the account is gone`,
  whenGroup: 'When',
  when: 'When',
  triggers: {
    document: 'A document is issued in a series',
    status: 'An order gets a status',
    paid: 'An order is paid',
    created: 'An order is created',
  },
  triggerHint: 'Each rule acts on an order or a document at most once.',
  series: 'Series',
  status: 'Status',
  ifGroup: 'If',
  ifHint: 'An empty field is no condition. All that are filled in have to hold.',
  payments: 'Payment method',
  paymentsHint: 'None ticked: any will do.',
  paymentsUnread: 'The payment methods could not be read from the panel.',
  paymentGone: (id) => `${id} – no longer in the panel`,
  sources: 'Source',
  sourcesHint: 'As in the panel, parted by commas: Allegro, shop.',
  countries: 'Country',
  countriesHint: 'Code of the buyer’s country, parted by commas: PL, DE.',
  currencies: 'Currency',
  currenciesHint: 'Code of the currency, parted by commas: PLN, EUR.',
  from: 'Amount from',
  to: 'Amount to',
  zloty: 'zł',
  nip: 'The buyer has a NIP',
  invoice: 'Wants an invoice',
  answers: { any: 'either way', yes: 'yes', no: 'no' },
  comment: 'Text in the comment',
  commentHint: 'Case and Polish accents make no difference.',
  thenGroup: 'Then',
  thenHint:
    'They are begun in this order. What stands after “Issue in iFirma” waits for the invoice, and an e-mail waits for the KSeF number where the document goes there. Mostek never repeats an e-mail, a note or a payment by itself.',
  effects: {
    issue: 'Issue in iFirma',
    ksef: 'Send to KSeF',
    email: 'Send the e-mail from iFirma',
    status: 'Set the status of the order',
    note: 'Write a note in the order',
    field: 'Write a text into a field of the order',
    payment: 'Register the payment in iFirma',
    notify: 'Show a notification',
  },
  effectHints: {
    issue: 'A document of another kind is left alone.',
    ksef: 'Once the invoice is in iFirma. What was sent before is not sent again.',
    email: 'iFirma sends it to the buyer’s address. Empty fields: as set in iFirma.',
    status: '',
    note: '',
    field: 'A field that holds something already stays as it is.',
    payment: 'What was paid of the order, where iFirma does not have it yet.',
    notify: 'On this computer, where the browser allows it.',
  },
  effectsList: 'Actions',
  noEffects: 'The rule does nothing yet. Add an action below.',
  effect: 'Action',
  addEffect: 'Add the action',
  mostEffects: (count) => `A rule can have at most ${count} actions.`,
  effectUp: (effect) => `Up: ${effect}`,
  effectDown: (effect) => `Down: ${effect}`,
  effectRemove: (effect) => `Remove: ${effect}`,
  as: 'Kind in iFirma',
  kinds: { domestic: 'Domestic invoice', correction: 'Correction' },
  email: 'Text of the e-mail',
  mailbox: 'Sender’s mailbox in iFirma',
  template: 'Template of the e-mail',
  note: 'Text of the note',
  field: 'Field',
  text: 'Text',
  placeholders: 'Placeholders that Mostek fills in:',
  insert: (name) => `Insert ${name}`,
  done: 'Done',
  fieldProblem: (problem) => {
    switch (problem.code) {
      case 'choose':
        return 'Choose from the list.';
      case 'amount':
        return 'Enter an amount, e.g. 1 234,56.';
      case 'too-long':
        return `At most ${problem.most} characters, there are ${problem.is}.`;
      case 'too-many':
        return `At most ${problem.most} values.`;
      case 'source':
        return `The source is too long: ${problem.value}`;
      case 'country':
        return `This is no code of a country in two letters: ${problem.value}`;
      case 'currency':
        return `This is no code of a currency in three letters: ${problem.value}`;
      case 'placeholder':
        return `There is no such placeholder: ${problem.value}`;
      default:
        return problem satisfies never;
    }
  },
};

export const RULES_TEXTS: Readonly<Record<Language, RulesTexts>> = { pl, en };
