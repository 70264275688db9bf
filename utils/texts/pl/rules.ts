import type { ReasonTexts } from '../reasons';
import { RULE_TEXTS } from '../rules';
import { code, http, isSaid, words } from './words';

const { conditions, effects, problems } = RULE_TEXTS.pl;
const named = (rule: string): string => (isSaid(rule) ? ` „${rule}”` : '');
const conditionPl = (condition: string): string =>
  conditions[condition as keyof typeof conditions] ?? 'jeden z warunków';
const effectPl = (effect: string): string => effects[effect as keyof typeof effects] ?? 'działanie';
const problemPl = (problem: string): string => {
  const text = problems[problem as keyof typeof problems];
  return text === undefined ? '' : ` (${text})`;
};

/** What rules say of themselves in the log, and of what became of what they do. */
export const ruleReasons: Pick<ReasonTexts, Extract<keyof ReasonTexts, `rule-${string}`>> = {
  'rule-fired': ({ rule }) => ({
    what: `Reguła${named(rule)} zadziałała.`,
    booked: 'open',
    todo: 'Nie trzeba nic robić.',
  }),
  'rule-not-met': ({ rule, condition }) => ({
    what: `Reguła${named(rule)} tu nie działa: nie zgadza się ${conditionPl(condition)}.`,
    booked: 'open',
    todo: 'Jeśli powinna zadziałać, zmień jej warunki w części „Automatyzacje”.',
  }),
  'rule-after-first': ({ rule, first }) => ({
    what: `Reguła${named(rule)} nie zadziałała, bo wcześniej pasowała${isSaid(first) ? ` „${first}”` : ' inna'}, a działa tylko pierwsza.`,
    booked: 'open',
    todo: 'Jeśli mają działać obie, wybierz „wszystkie pasujące” w części „Automatyzacje”.',
  }),
  'rule-broken': ({ rule, problem }) => ({
    what: `Reguła${named(rule)} nie działa, bo jest w niej błąd${problemPl(problem)}.`,
    booked: 'open',
    todo: 'Popraw ją w części „Automatyzacje”.',
  }),
  'rule-elsewhere': ({ rule, computer }) => ({
    what: `Reguła${named(rule)} nie działa na tym komputerze: robi to inny${isSaid(computer) ? `, „${computer}”` : ''}.`,
    booked: 'open',
    todo: 'Nie trzeba nic robić. Żeby robił to ten komputer, naciśnij „Przejmij”.',
  }),
  'rule-order-gone': () => ({
    what: 'Reguły pominęły to zamówienie: nie ma go już w panelu.',
    booked: 'open',
    todo: 'Nie trzeba nic robić.',
  }),
  'rule-order-unreadable': () => ({
    what: 'Reguły nie mogą ocenić tego zamówienia, bo jego treści nie da się odczytać.',
    booked: 'open',
    todo: 'Mostek próbuje dalej sam. Jeśli to trwa, zapisz to zamówienie w Sellasist jeszcze raz.',
  }),
  'rule-missed': () => ({
    what: 'W panelu zdarzyło się więcej, niż dało się przejrzeć, więc reguły mogły coś pominąć.',
    booked: 'open',
    todo: 'Sprawdź najstarsze zamówienia z ostatnich dni w części „Nie wysłane”.',
  }),
  'rule-effect': ({ rule, effect }) => ({
    what: `Reguła${named(rule)}: zrobione – ${effectPl(effect)}.`,
    booked: 'open',
    todo: 'Nie trzeba nic robić.',
  }),
  'rule-dropped': ({ rule, effect }) => ({
    what: `Reguła${named(rule)}: ${effectPl(effect)} – odpuszczone decyzją osoby.`,
    booked: 'open',
    todo: 'Nie trzeba nic robić.',
  }),
  'rule-asked-again': ({ rule, effect }) => ({
    what: `Reguła${named(rule)}: ${effectPl(effect)} – powtarzane decyzją osoby.`,
    booked: 'open',
    todo: 'Nie trzeba nic robić.',
  }),
  'rule-already': () => ({
    what: 'Nie było nic do zrobienia: jest już tak, jak chce reguła.',
    booked: 'open',
    todo: 'Nie trzeba nic robić.',
  }),
  'rule-awaits-invoice': () => ({
    what: 'To działanie czeka, aż faktura będzie w iFirma.',
    booked: 'open',
    todo: 'Nie trzeba nic robić; ruszy samo.',
  }),
  'rule-awaits-ksef': () => ({
    what: 'To działanie czeka, aż faktura dostanie numer KSeF.',
    booked: 'open',
    todo: 'Nie trzeba nic robić; ruszy samo, kiedy numer będzie.',
  }),
  'rule-awaits-person': () => ({
    what: 'To działanie czeka: faktura w iFirma różni się od wysłanej.',
    booked: 'open',
    todo: 'Otwórz fakturę na karcie zamówienia i potwierdź, co widzisz.',
  }),
  'rule-no-order': () => ({
    what: 'To działanie dotyczy zamówienia, a ten dokument nie należy do żadnego.',
    booked: 'open',
    todo: 'Nie trzeba nic robić.',
  }),
  'rule-no-document': () => ({
    what: 'Reguła nie miała czego wystawić: to zamówienie nie ma dokumentu tego konta.',
    booked: 'open',
    todo: 'Jeśli powinno, wystaw go z karty zamówienia.',
  }),
  'rule-other-kind': () => ({
    what: 'Reguła nie wystawiła tego dokumentu: jest innego rodzaju, niż w niej wybrano.',
    booked: 'open',
    todo: 'Jeśli ma trafić do iFirma, wyślij go z karty zamówienia.',
  }),
  'rule-not-issued-here': () => ({
    what: 'Tę fakturę wystawił inny komputer albo osoba w iFirma, więc ten komputer niczego do niej nie dokłada.',
    booked: 'open',
    todo: 'Jeśli trzeba, zrób to w iFirma.',
  }),
  'rule-several-invoices': () => ({
    what: 'To zamówienie ma w iFirma więcej niż jedną fakturę, a reguła nie wie, o którą chodzi.',
    booked: 'open',
    todo: 'Zrób to w iFirma przy właściwej fakturze.',
  }),
  'rule-no-invoice': () => ({
    what: 'Przez 90 dni nie powstała faktura, na którą to działanie czekało.',
    booked: 'open',
    todo: 'Nie trzeba nic robić.',
  }),
  'rule-email-none': () => ({
    what: 'Faktura nie poszła e-mailem: w zamówieniu nie ma adresu.',
    booked: 'open',
    todo: 'Uzupełnij e-mail w zamówieniu i powtórz to działanie w części „Automatyzacje”.',
  }),
  'rule-email-unclear': () => ({
    what: 'Nie wiadomo, czy iFirma wysłała e-mail z fakturą. Mostek nie wyśle go drugi raz sam.',
    booked: 'open',
    todo: 'Sprawdź w iFirma, czy e-mail wyszedł, i zdecyduj w części „Automatyzacje”.',
  }),
  'rule-email-refused': ({ kod, text }) => ({
    what: `iFirma nie wysłała e-maila z fakturą${code(kod)}${words(text)}.`,
    booked: 'open',
    todo: 'Sprawdź adres, skrzynkę i szablon, a potem powtórz to działanie w części „Automatyzacje”.',
  }),
  'rule-payment-unclear': () => ({
    what: 'Nie wiadomo, czy iFirma zapisała wpłatę. Mostek nie zapisze jej drugi raz sam.',
    booked: 'open',
    todo: 'Sprawdź wpłaty faktury w iFirma i zdecyduj w części „Automatyzacje”.',
  }),
  'rule-payment-refused': ({ kod, text }) => ({
    what: `iFirma nie zapisała wpłaty${code(kod)}${words(text)}.`,
    booked: 'open',
    todo: 'Sprawdź fakturę w iFirma, a potem powtórz to działanie w części „Automatyzacje”.',
  }),
  'rule-payment-nothing': () => ({
    what: 'W zamówieniu nie ma wpłaty, którą dałoby się zapisać w iFirma.',
    booked: 'open',
    todo: 'Nie trzeba nic robić.',
  }),
  'rule-note-unclear': () => ({
    what: 'Nie wiadomo, czy notatka zapisała się w zamówieniu. Mostek nie zapisze jej drugi raz sam.',
    booked: 'open',
    todo: 'Sprawdź notatki zamówienia i zdecyduj w części „Automatyzacje”.',
  }),
  'rule-refused': ({ status, text }) => ({
    what: `Sellasist nie przyjął tego działania${http(status)}${words(text)}.`,
    booked: 'open',
    todo: 'Sprawdź zamówienie i uprawnienia klucza, a potem powtórz to działanie w części „Automatyzacje”.',
  }),
  'rule-field-filled': () => ({
    what: 'Reguła nic nie wpisała: pole zamówienia zawiera już co innego.',
    booked: 'open',
    todo: 'Jeśli ma tam być tekst reguły, opróżnij pole i powtórz to działanie w części „Automatyzacje”.',
  }),
  'rule-not-kept': () => ({
    what: 'Sellasist przyjął zmianę, ale zamówienie jej nie pokazuje.',
    booked: 'open',
    todo: 'Sprawdź, czy to pole albo ten status da się ustawić w tym zamówieniu.',
  }),
  'rule-ksef-off': () => ({
    what: 'Reguła nie wysłała dokumentu do KSeF, bo jego seria ma w Mostku KSeF ustawiony na „nie”.',
    booked: 'open',
    todo: 'Zmień to w części „Serie dokumentów” albo w regule.',
  }),
  'rule-notify-off': () => ({
    what: 'Powiadomienie nie pokazało się: przeglądarka na nie nie pozwala.',
    booked: 'open',
    todo: 'Włącz powiadomienia Mostka w części „Podstawowa konfiguracja”.',
  }),
  'rule-cut': () => ({
    what: 'To działanie zostało przerwane, kiedy się zaczynało, i nie wiadomo, czy doszło do skutku.',
    booked: 'open',
    todo: 'Zdecyduj w części „Automatyzacje”, czy je powtórzyć.',
  }),
};
