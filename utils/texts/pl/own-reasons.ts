import { date } from '../figures';
import type { OwnReasonTexts } from '../reasons';
import { pl as ruleWords } from './rule-words';
import { code, http, isSaid, words } from './words';

const { conditions, effects, problems } = ruleWords;
const named = (rule: string): string => (isSaid(rule) ? ` „${rule}”` : '');
const conditionPl = (condition: string): string => {
  const text = conditions[condition as keyof typeof conditions];
  return text === undefined ? 'jeden z jej warunków' : `warunek: ${text}`;
};
const effectPl = (effect: string): string => effects[effect as keyof typeof effects] ?? 'działanie';
const problemPl = (problem: string): string => {
  const text = problems[problem as keyof typeof problems];
  return text === undefined ? '' : `: ${text}`;
};

const NOTHING = 'Nie trzeba nic robić.';
const AGAIN = 'naciśnij „Powtórz” w „Ostatnich działaniach” (część „Automatyzacje”)';
const DECIDE = 'wybierz „Powtórz” albo „Odpuść” w „Ostatnich działaniach” (część „Automatyzacje”)';

const BY_HAND = 'Jeśli ma trafić do iFirma, wyślij go z karty zamówienia.';
const older = (day: string, from: string): string =>
  !isSaid(day) || !isSaid(from)
    ? 'jest starszy niż dzień, od którego Mostek ma wysyłać'
    : `ma datę ${date(day)}, a Mostek wysyła dokumenty od ${date(from)}`;

/**
 * What automatic sending and rules say of themselves in the log, and of what became of what they do. Only where nothing came to be issued does the document's state
 * say more (`open`); the others are about a rule, or about what follows an invoice.
 */
export const pl: OwnReasonTexts = {
  'auto-queued': () => ({
    what: 'Mostek sam wziął ten dokument do wysłania, bo automatyczne wysyłanie jest włączone.',
    booked: 'open',
    todo: '',
  }),
  'auto-before-start': ({ date, from }) => ({
    what: `Automatyczne wysyłanie pominęło ten dokument: ${older(date, from)}.`,
    booked: 'open',
    todo: BY_HAND,
  }),
  'auto-other-series': () => ({
    what: 'Automatyczne wysyłanie pominęło ten dokument: jego seria nie należy do konta, które wysyła samo.',
    booked: 'open',
    todo: BY_HAND,
  }),
  'auto-series-not-sent': () => ({
    what: 'Automatyczne wysyłanie pominęło ten dokument: jego seria jest ustawiona tak, że nie trafia do iFirma.',
    booked: 'open',
    todo: 'Jeśli ma trafiać, zmień to w „Serie dokumentów”.',
  }),
  'auto-receipt': () => ({
    what: 'Automatyczne wysyłanie pominęło ten dokument: to paragon.',
    booked: 'open',
    todo: 'Paragonów Mostek nie wysyła jako faktur.',
  }),
  'auto-other-kind': () => ({
    what: 'Automatyczne wysyłanie pominęło ten dokument: to nie jest faktura ani korekta.',
    booked: 'open',
    todo: 'Takich dokumentów Mostek nie wysyła.',
  }),
  'auto-no-order': () => ({
    what: 'Automatyczne wysyłanie pominęło ten dokument: nie należy do żadnego zamówienia.',
    booked: 'open',
    todo: 'Jeśli ma trafić do iFirma, wyślij go z karty dokumentu.',
  }),
  'auto-no-date': () => ({
    what: 'Automatyczne wysyłanie pominęło ten dokument: panel nie podaje jego daty wystawienia.',
    booked: 'open',
    todo: BY_HAND,
  }),
  'auto-gone': () => ({
    what: 'Automatyczne wysyłanie pominęło ten dokument: nie ma go już w panelu.',
    booked: 'open',
    todo: 'Nie trzeba nic robić.',
  }),
  'auto-unreadable': () => ({
    what: 'Panel pokazuje ten dokument na liście, ale jego treści nie da się odczytać.',
    booked: 'open',
    todo: 'Mostek próbuje dalej sam. Jeśli to trwa, zapisz ten dokument w Sellasist jeszcze raz.',
  }),
  'auto-elsewhere': ({ computer }) => ({
    what: `Ten dokument wysyła sam inny komputer${isSaid(computer) ? `: „${computer}”` : ''}.`,
    booked: 'open',
    todo: 'Nie trzeba nic robić.',
  }),
  'rule-fired': ({ rule }) => ({
    what: `Reguła${named(rule)} zadziałała.`,
    booked: 'said',
    todo: NOTHING,
  }),
  'rule-not-met': ({ rule, condition }) => ({
    what: `Reguła${named(rule)} tu nie działa, bo nie jest spełniony ${conditionPl(condition)}.`,
    booked: 'said',
    todo: 'Jeśli powinna zadziałać, zmień jej warunki w części „Automatyzacje”.',
  }),
  'rule-after-first': ({ rule, first }) => ({
    what: `Reguła${named(rule)} nie zadziałała, bo wcześniej pasowała${isSaid(first) ? ` „${first}”` : ' inna'}, a działa tylko pierwsza.`,
    booked: 'said',
    todo: 'Jeśli mają działać obie, wybierz „Działają wszystkie” w części „Automatyzacje”.',
  }),
  'rule-fired-before': ({ rule }) => ({
    what: `Reguła${named(rule)} już tu zadziałała, a przy jednym zamówieniu albo dokumencie działa tylko raz.`,
    booked: 'said',
    todo: NOTHING,
  }),
  'rule-broken': ({ rule, problem }) => ({
    what: `Reguła${named(rule)} nie działa, bo jest w niej błąd${problemPl(problem)}.`,
    booked: 'said',
    todo: 'Popraw ją w części „Automatyzacje”.',
  }),
  'rule-elsewhere': ({ rule, computer }) => ({
    what: `Reguła${named(rule)} nie działa na tym komputerze: robi to inny${isSaid(computer) ? `, „${computer}”` : ''}.`,
    booked: 'said',
    todo: `${NOTHING} Żeby działała na tym komputerze, naciśnij „Przejmij” w części „Podstawowa konfiguracja”.`,
  }),
  'rule-order-gone': () => ({
    what: 'Reguły nic tu nie zrobią: tego zamówienia nie ma już w panelu.',
    booked: 'said',
    todo: NOTHING,
  }),
  'rule-order-unreadable': () => ({
    what: 'Tego zamówienia albo jego dokumentów nie da się odczytać, więc reguły na razie nic z nim nie robią.',
    booked: 'said',
    todo: 'Mostek próbuje dalej sam. Jeśli to trwa, zapisz to zamówienie w Sellasist jeszcze raz.',
  }),
  'rule-missed': () => ({
    what: 'W panelu zdarzyło się więcej, niż dało się przejrzeć, więc reguły mogły coś pominąć.',
    booked: 'said',
    todo: 'Przejrzyj część „Nie wysłane” i zamówienia z ostatnich dni; to, co pominięto, zrób ręcznie.',
  }),
  'rule-effect': ({ rule, effect }) => ({
    what: `Reguła${named(rule)} – zrobione: ${effectPl(effect)}.`,
    booked: 'said',
    todo: NOTHING,
  }),
  'rule-dropped': ({ rule, effect }) => ({
    what: `Reguła${named(rule)} – odpuszczone przez osobę: ${effectPl(effect)}.`,
    booked: 'said',
    todo: NOTHING,
  }),
  'rule-asked-again': ({ rule, effect }) => ({
    what: `Reguła${named(rule)} – osoba zleciła powtórzenie: ${effectPl(effect)}.`,
    booked: 'said',
    todo: NOTHING,
  }),
  'rule-already': () => ({
    what: 'Nie było nic do zrobienia: jest już tak, jak każe reguła.',
    booked: 'said',
    todo: NOTHING,
  }),
  'rule-awaits-invoice': () => ({
    what: 'To działanie czeka, aż faktura będzie w iFirma.',
    booked: 'said',
    todo: `${NOTHING} Ruszy samo, kiedy faktura powstanie.`,
  }),
  'rule-awaits-ksef': () => ({
    what: 'To działanie czeka, aż faktura dostanie numer KSeF.',
    booked: 'said',
    todo: `${NOTHING} Ruszy samo, kiedy numer będzie.`,
  }),
  'rule-awaits-person': () => ({
    what: 'To działanie czeka, bo numer albo suma faktury w iFirma są inne niż w Sellasist albo są tam dwie faktury za tę samą sprzedaż.',
    booked: 'said',
    todo: 'Obejrzyj fakturę w iFirma i rozstrzygnij to na karcie zamówienia; potem działanie ruszy samo.',
  }),
  'rule-no-order': () => ({
    what: 'To działanie dotyczy zamówienia, a ten dokument nie należy do żadnego.',
    booked: 'said',
    todo: NOTHING,
  }),
  'rule-no-document': () => ({
    what: 'Reguła nie miała czego wystawić: zamówienie nie ma dokumentu, który to konto wysyła do iFirma.',
    booked: 'open',
    todo: 'Jeśli powinno go mieć, wystaw go w Sellasist albo z karty zamówienia.',
  }),
  'rule-other-kind': () => ({
    what: 'Reguła nie wystawiła tego dokumentu: jest innego rodzaju, niż w niej wybrano.',
    booked: 'open',
    todo: 'Jeśli ma trafić do iFirma, wyślij go z karty zamówienia.',
  }),
  'rule-not-issued-here': () => ({
    what: 'Tę fakturę wystawił inny komputer albo osoba w iFirma, więc ten komputer niczego do niej nie dokłada.',
    booked: 'said',
    todo: 'Jeśli trzeba, zrób to w iFirma.',
  }),
  'rule-several-invoices': () => ({
    what: 'To zamówienie ma w iFirma więcej niż jedną fakturę, a reguła nie wie, o którą chodzi.',
    booked: 'said',
    todo: 'Jeśli trzeba, zrób to w iFirma przy właściwej fakturze.',
  }),
  'rule-no-invoice': () => ({
    what: 'To działanie czekało na fakturę 90 dni i się jej nie doczekało.',
    booked: 'said',
    todo: `Jeśli faktura jest już w iFirma, ${AGAIN}.`,
  }),
  'rule-email-none': () => ({
    what: 'Faktura nie poszła e-mailem: w zamówieniu nie ma poprawnego adresu.',
    booked: 'said',
    todo: `Uzupełnij e-mail w zamówieniu i ${AGAIN}.`,
  }),
  'rule-email-unclear': () => ({
    what: 'Nie wiadomo, czy iFirma wysłała e-mail z fakturą. Mostek nie wyśle go drugi raz sam.',
    booked: 'said',
    todo: `Sprawdź w iFirma, czy e-mail wyszedł, i ${DECIDE}.`,
  }),
  'rule-email-refused': ({ kod, text }) => ({
    what: `iFirma nie wysłała e-maila z fakturą${code(kod)}${words(text)}.`,
    booked: 'said',
    todo: `Sprawdź adres, skrzynkę i szablon, a potem ${AGAIN}.`,
  }),
  'rule-payment-unclear': () => ({
    what: 'Nie wiadomo, czy iFirma zapisała wpłatę. Mostek nie zapisze jej drugi raz sam.',
    booked: 'said',
    todo: `Sprawdź w iFirma, co zapłacono do faktury, i ${DECIDE}.`,
  }),
  'rule-payment-refused': ({ kod, text }) => ({
    what: `Wpłata nie została zapisana w iFirma${code(kod)}${words(text)}.`,
    booked: 'said',
    todo: `Obejrzyj fakturę w iFirma, a potem ${AGAIN}.`,
  }),
  'rule-payment-nothing': () => ({
    what: 'Nie ma wpłaty do zapisania: Mostek zapisuje do faktur tylko wpłaty w złotych, które widać w zamówieniu.',
    booked: 'said',
    todo: NOTHING,
  }),
  'rule-note-unclear': () => ({
    what: 'Nie wiadomo, czy notatka zapisała się w zamówieniu. Mostek nie zapisze jej drugi raz sam.',
    booked: 'said',
    todo: `Sprawdź notatki zamówienia i ${DECIDE}.`,
  }),
  'rule-refused': ({ status, text }) => ({
    what: `Sellasist nie przyjął tej zmiany w zamówieniu${http(status)}${words(text)}.`,
    booked: 'said',
    todo: `Sprawdź zamówienie i uprawnienia klucza, a potem ${AGAIN}.`,
  }),
  'rule-field-filled': () => ({
    what: 'Reguła nic nie wpisała: w polu zamówienia jest już co innego.',
    booked: 'said',
    todo: `Jeśli ma tam być tekst reguły, opróżnij pole i ${AGAIN}.`,
  }),
  'rule-not-kept': () => ({
    what: 'Sellasist przyjął zmianę, ale w zamówieniu jej nie widać.',
    booked: 'said',
    todo: `Sprawdź, czy ten status albo to pole da się ustawić w tym zamówieniu, a potem ${AGAIN}.`,
  }),
  'rule-ksef-off': () => ({
    what: 'Reguła nie wysłała dokumentu do KSeF, bo jego seria ma w Mostku KSeF ustawiony na „nie”.',
    booked: 'said',
    todo: 'Zmień to w części „Serie dokumentów” albo w regule.',
  }),
  'rule-notify-off': () => ({
    what: 'Powiadomienie się nie pokazało: przeglądarka na nie nie pozwala.',
    booked: 'said',
    todo: 'Włącz powiadomienia Mostka w części „Podstawowa konfiguracja”.',
  }),
  'rule-cut': () => ({
    what: 'To działanie zostało przerwane na samym początku i nie wiadomo, czy doszło do skutku.',
    booked: 'said',
    todo: `Jeśli to możliwe, sprawdź to i ${DECIDE}.`,
  }),
};
