/** What the room `Automatyzacje` says of what rules would do (`Próba na sucho`) and of what they have done (`Ostatnie działania`). */
import type { Language } from '../../messages';
import { counted } from '../figures';

const pl = {
  tryTitle: 'Próba na sucho',
  tryLead:
    'Pokazuje, co każda reguła zrobiłaby teraz przy ostatnich zamówieniach i dlaczego nie. Bierze reguły z listy powyżej, także niezapisane. Niczego nie wysyła ani nie zapisuje.',
  try: 'Sprawdź na ostatnich 50 zamówieniach',
  trying: 'Czytam zamówienia i przykładam do nich reguły…',
  tryMend: 'Najpierw popraw zaznaczone pola reguł.',
  tryProblem: (why: string) => `Próba się nie udała. ${why}`,
  tried: (count: number) =>
    count === 0
      ? 'Panel nie ma jeszcze żadnego zamówienia.'
      : `Sprawdzono ${counted('pl', count, { one: 'zamówienie', few: 'zamówienia', many: 'zamówień', other: 'zamówienia' })}.`,
  fires: (rule: string, count: number, of: number) => `„${rule}”: zadziała przy ${count} z ${of}`,
  counts: 'Wynik próby',
  old: 'Reguły zmieniły się od tej próby. Sprawdź jeszcze raz.',
  onlyFiring: 'Tylko zamówienia, przy których coś zadziała',
  noneFires: 'Przy żadnym z tych zamówień nic by nie zadziałało.',
  columns: { order: 'Zamówienie', date: 'Data', total: 'Kwota', documents: 'Dokumenty', rules: 'Reguły' },
  none: '–',
  verdicts: {
    fires: 'zadziała',
    fired: 'już zadziałała',
    'not-now': 'nie teraz',
    off: 'wyłączona',
    broken: 'błąd w regule',
    unknown: 'nie wiadomo',
  },
  notMet: (condition: string) => `nie: ${condition}`,
  after: (first: string) => `wcześniej pasuje „${first}”`,
  order: (id: string) => `Zamówienie ${id}`,
  document: (id: string) => `Dokument ${id}`,
  runsTitle: 'Ostatnie działania',
  runsLead: 'Co reguły zrobiły, co jeszcze czeka i czego nie udało się zrobić. Najnowsze na górze.',
  runsEmpty:
    'Żadna reguła jeszcze nie zadziałała. Gdy zadziała, będzie tu: przy którym zamówieniu, kiedy i z jakim skutkiem.',
  runsProblem: (why: string) => `Nie udało się wczytać działań. ${why}`,
  attention: (count: number) =>
    `${counted('pl', count, { one: 'zadziałanie czeka', few: 'zadziałania czekają', many: 'zadziałań czeka', other: 'zadziałania czeka' })} na Twoją decyzję.`,
  inAllPanels: (sentence: string) => `We wszystkich panelach: ${sentence}`,
  older: 'Pokaż starsze',
  effects: 'Działania',
  standings: {
    due: 'czeka na swoją kolej',
    waits: 'czeka',
    begun: 'w toku',
    done: 'zrobione',
    left: 'nie zrobiono',
    unclear: 'nie wiadomo',
    dropped: 'odpuszczone',
  },
  again: 'Powtórz',
  drop: 'Odpuść',
  againTitle: (effect: string) => `Powtórzyć: ${effect}?`,
  againText: (rule: string, about: string) => `Reguła „${rule}” – ${about}. Mostek zrobi to jeszcze raz.`,
  againTwice: {
    email: 'Jeśli e-mail jednak wyszedł, kupujący dostanie go drugi raz. Sprawdź to najpierw w iFirma.',
    note: 'Jeśli notatka jednak się zapisała, będzie w zamówieniu dwa razy. Sprawdź to najpierw w zamówieniu.',
    payment: 'Jeśli wpłata jednak się zapisała, może być w iFirma dwa razy. Sprawdź to najpierw w iFirma.',
  },
  asked: 'Zlecono powtórzenie.',
  droppedNow: 'Odpuszczono.',
  actProblem: (why: string) => `Nie udało się. ${why}`,
};

export type RuleRunTexts = typeof pl;

const en: RuleRunTexts = {
  tryTitle: 'Dry run',
  tryLead:
    'Shows what each rule would do now with the latest orders, and why not. It takes the rules of the list above, saved or not. It sends nothing and writes nothing.',
  try: 'Try on the last 50 orders',
  trying: 'Reading the orders and asking the rules…',
  tryMend: 'Correct the marked fields of the rules first.',
  tryProblem: (why) => `The dry run failed. ${why}`,
  tried: (count) =>
    count === 0
      ? 'The panel has no order yet.'
      : `Looked at ${counted('en', count, { one: 'order', few: 'orders', many: 'orders', other: 'orders' })}.`,
  fires: (rule, count, of) => `“${rule}”: acts on ${count} of ${of}`,
  counts: 'Result of the dry run',
  old: 'The rules have changed since this run. Try again.',
  onlyFiring: 'Only orders that something acts on',
  noneFires: 'Nothing would act on any of these orders.',
  columns: { order: 'Order', date: 'Date', total: 'Amount', documents: 'Documents', rules: 'Rules' },
  none: '–',
  verdicts: {
    fires: 'acts',
    fired: 'has acted',
    'not-now': 'not now',
    off: 'off',
    broken: 'error in the rule',
    unknown: 'not known',
  },
  notMet: (condition) => `no: ${condition}`,
  after: (first) => `“${first}” fits before it`,
  order: (id) => `Order ${id}`,
  document: (id) => `Document ${id}`,
  runsTitle: 'Latest actions',
  runsLead: 'What rules have done, what still waits, and what could not be done. The newest first.',
  runsEmpty: 'No rule has acted yet. Once one has, it will be here: on which order, when, and what came of it.',
  runsProblem: (why) => `The actions could not be read. ${why}`,
  attention: (count) =>
    `${counted('en', count, { one: 'action waits', few: 'actions wait', many: 'actions wait', other: 'actions wait' })} for your decision.`,
  inAllPanels: (sentence) => `In all panels: ${sentence}`,
  older: 'Show older ones',
  effects: 'Actions',
  standings: {
    due: 'waits for its turn',
    waits: 'waits',
    begun: 'under way',
    done: 'done',
    left: 'not done',
    unclear: 'not known',
    dropped: 'let go',
  },
  again: 'Repeat',
  drop: 'Let go',
  againTitle: (effect) => `Repeat: ${effect}?`,
  againText: (rule, about) => `Rule “${rule}” – ${about}. Mostek will do it once more.`,
  againTwice: {
    email: 'If the e-mail did go out, the buyer gets it a second time. Look into iFirma first.',
    note: 'If the note was written, the order will have it twice. Look into the order first.',
    payment: 'If the payment was registered, iFirma may have it twice. Look into iFirma first.',
  },
  asked: 'It is to be repeated.',
  droppedNow: 'Let go.',
  actProblem: (why) => `It did not work. ${why}`,
};

export const RULE_RUN_TEXTS: Readonly<Record<Language, RuleRunTexts>> = { pl, en };
