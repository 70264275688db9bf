import { megabytes, month, time, zlotyFrom as zl } from '../figures';
import { hintFor } from '../hints';
import type { Booked, ReasonTexts } from '../reasons';
import { code, http, isSaid, words } from './words';

const LOOKED_UP =
  'Mostek sam to sprawdza. Nie wystawiaj jej ręcznie, zanim się nie wyjaśni; możesz nacisnąć „Sprawdź w iFirma”.';
/** Where no document is meant, the settings are where it is said. At a document the way leads there and back; what is booked is never to be sent again. */
const test = (first: string, booked: Booked | null): string => {
  if (booked === null) return `${first}, a potem naciśnij „Sprawdź połączenie”.`;
  const way = `${first}, a potem naciśnij „Sprawdź połączenie” w ustawieniach Mostka`;
  return booked === 'no'
    ? `${way} i powtórz to, co się nie udało, na przykład wyślij ten dokument ponownie.`
    : `${way} i powtórz to, co się nie udało; resztę Mostek dokończy sam.`;
};
const WITHOUT_KEYS = new Map([
  ['keys', 'jego klucze zniknęły razem z zapomnianym hasłem'],
  ['key-missing', 'w Mostku nie ma jego klucza API iFirma'],
]);
const CORRECT = 'Popraw login albo klucz API';
const AGAIN = 'Naciśnij „Wyślij ponownie”, a jeśli to się powtórzy, zgłoś błąd twórcom Mostka.';
const AGAIN_SOON = 'Spróbuj ponownie za chwilę, a jeśli to się powtórzy, zgłoś błąd twórcom Mostka.';
const LATER = 'Spróbuj ponownie za chwilę; to, co jest w kolejce, ruszy samo.';

/** Nobody sees the number of a field in the panel, so a field whose name is not known has none. */
const named = (field: string): string => (/^\d+$/.test(field) ? '' : ` „${field}”`);
const noted = (detail: string): string => (detail === '' || detail === '?' ? '' : ` (${detail})`);
const serviceName = (service: string): string => (/sellasist/i.test(service) ? 'Sellasist' : 'iFirma');
const after = (until: string, now: number): string => {
  const at = time(Number(until), now);
  return at === '?' ? 'wkrótce' : `po ${at}`;
};
const monthName = (iso: string): string => (isSaid(iso) ? month(iso) : 'inny niż trzeba');
const span = (from: string, to: string): string =>
  isSaid(from) && isSaid(to) ? ` z ${month(from)} na ${month(to)}` : '';
const isTimed = (until: string): boolean => Number(until) > 0;

export const booked: Readonly<Record<Booked, string>> = {
  no: 'Faktura w iFirma nie powstała.',
  maybe: 'Faktura mogła już powstać w iFirma.',
  yes: 'Faktura jest w iFirma.',
};

export const pl: ReasonTexts = {
  'kod-100': ({ text }) => ({
    what: `W iFirma wystąpił błąd (Kod 100)${words(text)}.`,
    booked: 'maybe',
    todo: LOOKED_UP,
  }),
  'kod-101': ({ text }) => ({
    what: `iFirma nie odczytała żądania (Kod 101)${words(text)}.`,
    booked: 'no',
    todo: AGAIN,
  }),
  'kod-102': ({ text }) => ({
    what: `iFirma nie odczytała żądania (Kod 102)${words(text)}.`,
    booked: 'no',
    todo: AGAIN,
  }),
  'kod-200': ({ text }) => ({
    what: `iFirma nie zrozumiała dokumentu (Kod 200)${words(text)}.`,
    booked: 'no',
    todo: `Sprawdź dokument w „Podglądzie”. ${AGAIN}`,
  }),
  'kod-202': ({ text }) => ({
    what: `iFirma odmówiła wystawienia faktury (Kod 202)${words(text)}.`,
    booked: 'no',
    todo: `${hintFor('pl', text) ?? 'Sprawdź konfigurację konta w iFirma.'} Potem naciśnij „Wyślij ponownie”.`,
  }),
  'kod-400': ({ text }, { booked }) => ({
    what: `iFirma nie rozpoznała podpisu żądania (Kod 400)${words(text)}.`,
    booked: 'open',
    todo: test(CORRECT, booked),
  }),
  'kod-401': ({ text }, { booked }) => ({
    what: `iFirma nie zna tego loginu (Kod 401)${words(text)}.`,
    booked: 'open',
    todo: test(CORRECT, booked),
  }),
  'kod-402': ({ text }, { booked }) => ({
    what: `W iFirma nie wygenerowano potrzebnego klucza API (Kod 402)${words(text)}.`,
    booked: 'open',
    todo: test('Wygeneruj go w konfiguracji konta iFirma, w części „API”, wpisz go', booked),
  }),
  'kod-403': ({ text }, { booked }) => ({
    what: `Klucz API nie pasuje do loginu iFirma (Kod 403)${words(text)}.`,
    booked: 'open',
    todo: test(CORRECT, booked),
  }),
  'kod-499': ({ text }, { booked }) => ({
    what: `iFirma czeka na akceptację regulaminu (Kod 499)${words(text)}.`,
    booked: 'open',
    todo: test('Zaloguj się do iFirma, zaakceptuj regulamin', booked),
  }),
  'kod-500': ({ text }, { booked }) => ({
    what: `Użytkownik nie ma w iFirma wymaganych uprawnień (Kod 500)${words(text)}.`,
    booked: 'open',
    todo: test('Nadaj mu w iFirma uprawnienie „super konto”', booked),
  }),
  'kod-other': ({ kod, text }) => ({
    what: `iFirma odpowiedziała kodem ${kod}, którego Mostek nie zna${words(text)}.`,
    booked: 'open',
    todo: hintFor('pl', text) ?? 'Sprawdź w iFirma, czy faktura powstała, zanim zrobisz coś więcej.',
  }),
  'post-no-kod': () => ({
    what: 'iFirma odpowiedziała, ale nie podała wyniku.',
    booked: 'maybe',
    todo: LOOKED_UP,
  }),
  'post-not-json': () => ({
    what: 'Odpowiedź iFirma była nieczytelna albo urwana.',
    booked: 'maybe',
    todo: LOOKED_UP,
  }),
  'post-http': ({ status }) => ({
    what: `Serwer iFirma odpowiedział błędem (HTTP ${status}).`,
    booked: 'maybe',
    todo: LOOKED_UP,
  }),
  'post-length-required': () => ({
    what: 'Serwer iFirma odesłał dokument, bo nie podano jego długości (HTTP 411).',
    booked: 'open',
    todo: AGAIN,
  }),
  'post-redirect': () => ({
    what: 'iFirma skierowała żądanie pod inny adres, a Mostek tam nie poszedł.',
    booked: 'maybe',
    todo: LOOKED_UP,
  }),
  'post-timeout': () => ({
    what: 'iFirma nie odpowiedziała na czas.',
    booked: 'maybe',
    todo: LOOKED_UP,
  }),
  'post-network': () => ({
    what: 'Połączenie z iFirma zerwało się podczas wysyłania.',
    booked: 'maybe',
    todo: LOOKED_UP,
  }),
  'post-interrupted': () => ({
    what: 'Przeglądarka przerwała pracę Mostka podczas wysyłania.',
    booked: 'maybe',
    todo: LOOKED_UP,
  }),
  looking: () => ({
    what: 'Mostek szuka tej faktury w iFirma.',
    booked: 'maybe',
    todo: 'Poczekaj na wynik i nie wystawiaj jej ręcznie.',
  }),
  'absent-once': ({ since }, { now }) => ({
    what: 'Mostek nie znalazł tej faktury w iFirma, ale nowe faktury bywają tam widoczne z opóźnieniem.',
    booked: 'maybe',
    todo: `Sprawdzi jeszcze raz ${after(since, now)}; do tego czasu nie wystawiaj jej ręcznie.`,
  }),
  'absent-proven': () => ({
    what: 'Mostek dwa razy przejrzał faktury w iFirma, ostatnio co najmniej 10 minut po zakończeniu wysyłania, i tej tam nie ma.',
    booked: 'no',
    todo: 'Możesz nacisnąć „Wyślij ponownie”.',
  }),
  adopted: () => ({
    what: 'Mostek znalazł w iFirma fakturę wystawioną za ten dokument i powiązał ją z nim.',
    booked: 'said',
    todo: 'Nic nie musisz robić.',
  }),
  linked: () => ({
    what: 'Dokument powiązano ręcznie z fakturą w iFirma.',
    booked: 'said',
    todo: 'Nic nie musisz robić.',
  }),
  'double-found': ({ first, second }) => ({
    what: `W iFirma są dwie faktury za tę samą sprzedaż: ${first} i ${second}.`,
    booked: 'said',
    todo: 'Obejrzyj obie w iFirma i usuń tę, która jest zbędna, a jeśli trafiła już do KSeF, wystaw do niej korektę.',
  }),
  'correction-waits': ({ number }) => ({
    what: `Korekta czeka, aż do iFirma trafi faktura, którą koryguje${number === '' ? '' : ` (${number})`}.`,
    booked: 'no',
    todo: 'Potem Mostek wyśle ją sam; nic nie musisz robić.',
  }),
  'correction-unclear': () => ({
    what: 'Mostek wysłał korektę i nie wie, czy iFirma ją zapisała.',
    booked: 'maybe',
    todo: 'Sprawdź w iFirma przy korygowanej fakturze. Jeśli korekta tam jest, naciśnij „Powiąż z iFirma” i podaj jej numer. Jeśli jej nie ma, wystaw ją w iFirma i powiąż tak samo. Mostek nie wyśle jej drugi raz, bo lista iFirma może nie pokazywać korekt.',
  }),
  'correction-busy': () => ({
    what: 'Inna korekta tej faktury jest właśnie w drodze do iFirma.',
    booked: 'no',
    todo: 'Poczekaj, aż tamta się skończy, i spróbuj ponownie.',
  }),
  'correction-nothing': () => ({
    what: 'Tej faktury nie da się stąd skorygować: Mostek nie zna jej numeru w iFirma.',
    booked: 'no',
    todo: 'Najpierw wyślij ją albo powiąż z iFirma.',
  }),
  claiming: ({ until }, { now }) => ({
    what: `Zamówienie jest oznaczone w polu stanu jako wysyłane z tego komputera; Mostek czeka, czy nie oznaczył go w tej samej chwili inny.`,
    booked: 'no',
    todo: `Wyśle je sam ${after(until, now)}; nic nie musisz robić.`,
  }),
  'claimed-elsewhere': ({ computer, until }, { now }) => ({
    what: `To zamówienie wysyła właśnie inny komputer${named(computer)}; tak mówi pole stanu zamówienia.`,
    booked: 'maybe',
    todo: `Nic nie musisz robić: jeśli tamten komputer nie skończy, ten sprawdzi ${after(until, now)}, czy faktura jest w iFirma.`,
  }),
  'claim-unclear': ({ until }, { now }) => ({
    what: 'Nie wiadomo, czy Sellasist zapisał w polu stanu, że zamówienie wysyła ten komputer, więc Mostek jeszcze go nie wysłał.',
    booked: 'no',
    todo: `Spróbuje sam jeszcze raz ${after(until, now)}; nic nie musisz robić.`,
  }),
  'claim-refused': () => ({
    what: 'Sellasist nie zapisał niczego w polu wybranym jako „Pole stanu iFirma”, a bez tego zapisu dwa komputery mogłyby wystawić tę samą fakturę.',
    booked: 'no',
    todo: 'Wybierz w ustawieniach Mostka, w części „Podstawowa konfiguracja”, inne pole tekstowe albo żadne, i naciśnij „Wyślij ponownie”.',
  }),
  'rate-limited': ({ service, until }, { now }) => ({
    what: `Limit zapytań do ${serviceName(service)} jest teraz wyczerpany.`,
    booked: 'open',
    todo: isTimed(until)
      ? `Mostek ruszy dalej sam ${after(until, now)}; nic nie musisz robić.`
      : 'To, co jest w kolejce, ruszy dalej sam wkrótce; inne polecenie powtórz za chwilę.',
  }),
  offline: () => ({
    what: 'Komputer nie ma połączenia z internetem.',
    booked: 'open',
    todo: 'Gdy połączenie wróci, spróbuj ponownie; to, co jest w kolejce, ruszy samo.',
  }),
  network: ({ service }) => ({
    what: `Nie udało się połączyć z ${serviceName(service)}.`,
    booked: 'open',
    todo: `Sprawdź połączenie z internetem. ${LATER}`,
  }),
  timeout: ({ service }) => ({
    what: `${serviceName(service)} nie odpowiada na czas.`,
    booked: 'open',
    todo: LATER,
  }),
  'ifirma-unreachable': ({ status }) => ({
    what: `iFirma jest teraz niedostępna${noted(status)}, więc Mostek nie może w niej niczego sprawdzić.`,
    booked: 'open',
    todo: LATER,
  }),
  'ifirma-unreadable': () => ({
    what: 'iFirma odpowiedziała inaczej, niż Mostek potrafi odczytać.',
    booked: 'open',
    todo: AGAIN_SOON,
  }),
  'read-refused': ({ kod, text }) => ({
    what: `iFirma nie pokazała tego, o co Mostek zapytał${code(kod)}${words(text)}.`,
    booked: 'open',
    todo: AGAIN_SOON,
  }),
  'account-paused': ({ by }) => ({
    what: `Konto czeka, bo ${WITHOUT_KEYS.get(by) ?? `iFirma odmówiła mu dostępu${code(by)}`}.`,
    booked: 'open',
    todo: 'Popraw dane konta w ustawieniach Mostka i naciśnij tam „Sprawdź połączenie”: po udanym teście kolejka ruszy sama.',
  }),
  'key-missing': (_, { booked }) => ({
    what: 'W Mostku nie ma klucza API tego konta iFirma.',
    booked: 'open',
    todo: test('Wpisz go w danych konta', booked),
  }),
  'sellasist-key': (_, { booked }) => ({
    what: 'Sellasist nie przyjął klucza API albo nie ma go w Mostku.',
    booked: 'open',
    todo: `Wpisz${booked === null ? '' : ' w ustawieniach Mostka'} aktualny klucz; w Sellasist jest on w „Integracje → Klucze API”.`,
  }),
  'sellasist-forbidden': () => ({
    what: 'Klucz API Sellasist nie ma potrzebnych uprawnień.',
    booked: 'open',
    todo: 'Nadaj mu prawo do zamówień i dokumentów; w Sellasist jest on w „Integracje → Klucze API”.',
  }),
  'sellasist-module': ({ status }) => ({
    what: `W tym panelu Sellasist nie działa moduł, którego Mostek potrzebuje${http(status)}.`,
    booked: 'open',
    todo: 'Włącz go w Sellasist (zamówienia, „Dokumenty [Nowe]” albo zwroty) i spróbuj ponownie.',
  }),
  'sellasist-order-missing': () => ({
    what: 'Sellasist nie zna takiego zamówienia albo dokumentu.',
    booked: 'open',
    todo: 'Sprawdź, czy nie zostało usunięte i czy klucz API w ustawieniach Mostka należy do tego panelu.',
  }),
  'sellasist-error': ({ status, text }) => ({
    what: `Sellasist odpowiedział błędem${http(status)}${words(text)}.`,
    booked: 'open',
    todo: AGAIN_SOON,
  }),
  'sellasist-unreachable': ({ status }) => ({
    what: `Sellasist jest teraz niedostępny: jego serwer odpowiedział błędem${http(status)}.`,
    booked: 'open',
    todo: LATER,
  }),
  'sellasist-unreadable': () => ({
    what: 'Sellasist odpowiedział inaczej, niż Mostek potrafi odczytać.',
    booked: 'open',
    todo: AGAIN_SOON,
  }),
  'number-waiting': () => ({
    what: 'iFirma nie podała jeszcze numeru.',
    booked: 'yes',
    todo: 'Mostek odczyta go sam; nic nie musisz robić.',
  }),
  'pdf-waiting': () => ({
    what: 'PDF nie jest jeszcze gotowy.',
    booked: 'yes',
    todo: 'Mostek pobierze go sam; nic nie musisz robić.',
  }),
  'pdf-refused': ({ text }) => ({
    what: `iFirma nie wydała pliku PDF${words(text)}.`,
    booked: 'yes',
    todo: 'Naciśnij „Pobierz PDF”, żeby spróbować jeszcze raz.',
  }),
  'pdf-too-large': ({ bytes }) => ({
    what: `PDF ma ${megabytes(Number(bytes))}, a to za dużo na pole zamówienia w Sellasist.`,
    booked: 'yes',
    todo: 'Plik zapiszesz na dysku przyciskiem „Pobierz PDF”.',
  }),
  'attach-field-filled': ({ field }) => ({
    what: `Pole zamówienia${named(field)}, do którego trafia PDF, jest już wypełnione, a Mostek sam niczego nie nadpisuje.`,
    booked: 'yes',
    todo: 'Jeśli PDF może zastąpić to, co tam jest, naciśnij „Zapisz PDF w zamówieniu”; na dysk zapiszesz go przyciskiem „Pobierz PDF”.',
  }),
  'attach-no-field': () => ({
    what: 'PDF nie trafił do zamówienia, bo nie wybrano pola, w którym Mostek ma go zapisywać.',
    booked: 'yes',
    todo: 'Wybierz „Pole dodatkowe zapisu dokumentów” w ustawieniach Mostka, w części „Podstawowa konfiguracja”, a potem naciśnij tutaj „Zapisz PDF w zamówieniu”.',
  }),
  'attach-unverified': () => ({
    what: 'Sellasist przyjął PDF, ale Mostek nie rozpoznał go potem w zamówieniu.',
    booked: 'yes',
    todo: 'Odśwież stronę i zajrzyj do „Dodatkowych pól”. Może tam być plik, który się nie otwiera: usuń go ręcznie, a właściwy zapisz na dysku przyciskiem „Pobierz PDF”. Jeśli pliku nie ma, sprawdź w ustawieniach Mostka, czy wybrane pole przyjmuje pliki.',
  }),
  'attach-refused': ({ status, text }) => ({
    what: `Sellasist nie przyjął pliku PDF${http(status)}${words(text)}.`,
    booked: 'yes',
    todo: 'Sprawdź w ustawieniach Mostka pole zapisu dokumentów i naciśnij „Zapisz PDF w zamówieniu”.',
  }),
  'attach-waiting': () => ({
    what: 'PDF czeka na zapisanie w zamówieniu.',
    booked: 'yes',
    todo: 'Mostek zapisze go sam; nic nie musisz robić.',
  }),
  'storage-full': () => ({
    what: 'Na dysku brakuje miejsca, a bez zapisu Mostek niczego nie wysyła.',
    booked: 'open',
    todo: 'Zwolnij miejsce na dysku i spróbuj ponownie.',
  }),
  'database-closed': () => ({
    what: 'Mostek nie może otworzyć swojej bazy danych, a bez zapisu niczego nie wysyła.',
    booked: 'open',
    todo: 'Sprawdź, czy na dysku jest wolne miejsce, i uruchom przeglądarkę ponownie. Jeśli to nie pomoże, zgłoś błąd twórcom Mostka; nie odinstalowuj go, bo razem z nim zniknęłaby jego pamięć o wysłanych fakturach.',
  }),
  'database-newer': () => ({
    what: 'Bazę danych Mostka zapisała jego nowsza wersja, więc ta jej nie otwiera i niczego nie wysyła.',
    booked: 'open',
    todo: 'Zainstaluj najnowszą wersję Mostka i uruchom przeglądarkę ponownie.',
  }),
  locked: () => ({
    what: 'Mostek jest zablokowany: klucze są zaszyfrowane hasłem, którego jeszcze nie podano.',
    booked: 'open',
    todo: 'Odblokuj Mostka w ustawieniach albo w jego okienku na pasku przeglądarki; to, co jest w kolejce, ruszy wtedy samo, a inne polecenie powtórz.',
  }),
  'passphrase-wrong': () => ({
    what: 'To hasło jest nieprawidłowe.',
    booked: 'said',
    todo: 'Wpisz je jeszcze raz; liczą się wielkie i małe litery oraz spacje.',
  }),
  'account-changed': () => ({
    what: 'To konto zostało tymczasem zmienione w innej karcie, więc nic nie zostało zapisane.',
    booked: 'said',
    todo: 'Wczytaj ponownie ustawienia konta i wprowadź zmiany jeszcze raz.',
  }),
  'ksef-rejected': ({ text }) => ({
    what: `KSeF odrzucił ten dokument${words(text)}.`,
    booked: 'yes',
    todo: 'Popraw dokument w iFirma i naciśnij „Wyślij do KSeF”. Jeśli ma już numer KSeF, pomoże tylko korekta. Nie wystawiaj drugiej faktury.',
  }),
  'ksef-refused': ({ kod, text }) => ({
    what: `iFirma nie wysłała tego dokumentu do KSeF${code(kod)}${words(text)}.`,
    booked: 'yes',
    todo: 'Usuń przyczynę w iFirma i naciśnij „Wyślij do KSeF”. Nie wystawiaj drugiej faktury.',
  }),
  'ksef-not-connected': ({ text }) => ({
    what: `iFirma nie wysłała tego dokumentu do KSeF${words(text)}.`,
    booked: 'yes',
    todo: 'Połącz konto z KSeF w iFirma: Konfiguracja → Rozszerzenia i integracje → KSeF. Potem naciśnij „Wyślij do KSeF”.',
  }),
  'ksef-unclear': () => ({
    what: 'Nie wiadomo, czy iFirma przyjęła ten dokument do wysłania do KSeF.',
    booked: 'yes',
    todo: 'Mostek sam to sprawdza i niczego nie wysyła drugi raz.',
  }),
  'ksef-untraced': () => ({
    what: 'Nie wiadomo, czy iFirma przyjęła ten dokument do wysłania do KSeF. Od co najmniej 10 minut nic na to nie wskazuje.',
    booked: 'yes',
    todo: 'Sprawdź to w iFirma. Jeśli nie widać tam, że dokument idzie do KSeF, naciśnij „Wyślij do KSeF”.',
  }),
  'ksef-silent': () => ({
    what: 'Od 24 godzin nie ma odpowiedzi z KSeF.',
    booked: 'yes',
    todo: 'Zobacz w iFirma, co dzieje się z wysyłką. Po naciśnięciu „Sprawdź w iFirma” Mostek spojrzy jeszcze raz.',
  }),
  'ksef-held': () => ({
    what: 'Mostek nie wysłał tego dokumentu do KSeF, bo jego numer albo suma w iFirma są inne niż w Sellasist.',
    booked: 'yes',
    todo: 'Obejrzyj dokument w iFirma. Jeśli jest dobry, naciśnij „Wyślij do KSeF” i potwierdź; jeśli nie, popraw go tam najpierw. Tego, co trafi do KSeF, nie da się już zmienić.',
  }),
  'ksef-original-waits': ({ number }) => ({
    what: `Korekta jest w iFirma i czeka, aż ${number === '' ? 'korygowana faktura' : `faktura ${number}`} dostanie numer KSeF.`,
    booked: 'said',
    todo: 'Potem Mostek wyśle ją do KSeF sam.',
  }),
  'ksef-original-unknown': ({ number }) => ({
    what: `Korekta jest w iFirma, ale nie w KSeF: Mostek nie wie, czy jest tam ${number === '' ? 'korygowana faktura' : `faktura ${number}`}, bo to nie on ją wysłał.`,
    booked: 'said',
    todo: 'Jeśli faktury tam nie ma, wyślij ją najpierw. Jeśli jest, naciśnij „Wyślij do KSeF” i potwierdź.',
  }),
  'ksef-field-filled': () => ({
    what: 'Numer KSeF nie trafił do zamówienia: w jego polu stoi już co innego.',
    booked: 'yes',
    todo: 'Skopiuj numer stąd i wpisz go, gdzie trzeba.',
  }),
  'ksef-field-unwritten': () => ({
    what: 'Numer KSeF nie trafił do zamówienia: Sellasist go nie zapisał.',
    booked: 'yes',
    todo: 'Skopiuj numer stąd i sprawdź w ustawieniach Mostka „Pole numeru KSeF”.',
  }),
  'ksef-pdf-kept': () => ({
    what: 'PDF w zamówieniu może być sprzed nadania numeru KSeF. Mostek go nie zastąpił, bo nie ma pewności, że to wciąż jego plik.',
    booked: 'yes',
    todo: 'Nowy PDF pobierzesz przyciskiem „Pobierz PDF”.',
  }),
  'skipped-by-person': ({ why }) => ({
    what: `Dokument pominięto ręcznie${words(why)}. Mostek nie wystawił za niego faktury.`,
    booked: 'said',
    todo: 'Jeśli jednak ma trafić do iFirma, wyślij go stąd.',
  }),
  'batch-cancelled': () => ({
    what: 'Wysyłanie zaznaczonych anulowano, zanim przyszła kolej na ten dokument.',
    booked: 'open',
    todo: 'Jeśli ma trafić do iFirma, wyślij go ponownie.',
  }),
  'repair-not-kept': () => ({
    what: 'Sellasist przyjął nowe dane nabywcy, ale zamówienie ich nie pokazuje.',
    booked: 'open',
    todo: 'Popraw je w zamówieniu w Sellasist albo wpisz tutaj i wybierz „Tylko ten dokument”.',
  }),
  'month-moved': ({ from, to }) => ({
    what: `Dokument czeka, bo miesiąc księgowy w iFirma jest na chwilę przestawiony${span(from, to)} dla innego dokumentu tego konta iFirma.`,
    booked: 'open',
    todo: 'Ruszy sam, gdy miesiąc wróci na swoje miejsce; nic nie musisz robić.',
  }),
  'month-step': ({ from, to }) => ({
    what: `Mostek przestawił miesiąc księgowy w iFirma${span(from, to)}.`,
    booked: 'open',
    todo: '',
  }),
  'month-waits': ({ until }, { now }) => ({
    what: 'Mostek nie przestawia jeszcze miesiąca księgowego w iFirma, bo nie wiadomo, czy iFirma nie pracuje nad dokumentem, który właśnie do niej poszedł.',
    booked: 'open',
    todo: `Zrobi to sam ${after(until, now)}; nic nie musisz robić.`,
  }),
  'month-elsewhere': ({ month: at }) => ({
    what: `Miesiąc księgowy w iFirma to ${monthName(at)}, a Mostek go takim nie zostawił: ktoś zmienił go w iFirma albo na innym komputerze. Mostek już go nie rusza.`,
    booked: 'open',
    todo: 'Sprawdź w iFirma, jaki miesiąc księgowy jest ustawiony, i ustaw właściwy. Jeśli ten dokument nie jest jeszcze wysłany, wyślij go potem ponownie.',
  }),
  'month-unclear': ({ from, to }) => ({
    what: `Nie wiadomo, czy iFirma przestawiła miesiąc księgowy${span(from, to)}: odpowiedź na tę prośbę nie doszła.`,
    booked: 'open',
    todo: 'Mostek odczeka dwie minuty, sprawdzi to w iFirma i sam przestawi miesiąc z powrotem, jeśli trzeba. Jeśli dokument nie ruszy dalej, wyślij go ponownie.',
  }),
  'month-refused': ({ kod, text }) => ({
    what: `iFirma nie pozwoliła Mostkowi odczytać albo przestawić miesiąca księgowego${code(kod)}${words(text)}.`,
    booked: 'open',
    todo: 'Sprawdź „Klucz API abonent” w danych konta albo ustaw miesiąc księgowy ręcznie w iFirma, a potem naciśnij „Wyślij ponownie”.',
  }),
  'month-not-home': ({ from, to }) => ({
    what: `Miesiąc księgowy w iFirma jest przestawiony${span(from, to)} i Mostek nie może go teraz przestawić z powrotem.`,
    booked: 'open',
    todo: 'Próbuje dalej sam. Do tego czasu nie wysyła innych dokumentów tego konta iFirma. Możesz też ustawić miesiąc ręcznie w iFirma.',
  }),
  'month-left': ({ month: at }) => ({
    what: `Miesiąc księgowy w iFirma został tak, jak jest (${monthName(at)}): tak zdecydowała osoba w Mostku.`,
    booked: 'open',
    todo: '',
  }),
  internal: ({ detail }) => ({
    what: `W Mostku wystąpił nieoczekiwany błąd${noted(detail)}.`,
    booked: 'open',
    todo: 'Odśwież stronę i spróbuj ponownie; to, co trafiło do kolejki, nie zginie.',
  }),
  'erplink-on': () => ({
    what: 'Integracja Erplink IFIRMA jest włączona, więc Mostek niczego nie wysyła: ta sama faktura powstałaby drugi raz.',
    booked: 'said',
    todo: 'Gdy ją wyłączysz w Sellasist, zmień odpowiedź w ustawieniach Mostka.',
  }),
  'erplink-unanswered': () => ({
    what: 'Mostek nie wie jeszcze, czy integracja Erplink IFIRMA jest włączona, więc niczego nie wysyła.',
    booked: 'said',
    todo: 'Odpowiedz na to pytanie w ustawieniach Mostka.',
  }),
  'link-not-found': ({ number }) => ({
    what: `W iFirma nie ma faktury o numerze ${number}.`,
    booked: 'said',
    todo: 'Przepisz numer z iFirma dokładnie tak, jak tam stoi, na przykład 12/11/2026.',
  }),
  'link-sum-differs': ({ ours, theirs }) => ({
    what:
      theirs === ''
        ? 'Nie udało się odczytać sumy tej faktury w iFirma, więc Mostek jej nie powiązał.'
        : `Suma dokumentu w Sellasist to ${zl(ours)}, a tej faktury w iFirma ${zl(theirs)}, więc Mostek ich nie powiązał.`,
    booked: 'said',
    todo: 'Sprawdź, czy to na pewno ta faktura; jeśli tak, popraw kwoty tam, gdzie są błędne.',
  }),
  'link-taken': ({ number }) => ({
    what: `Faktura ${number} należy do innego zamówienia, więc Mostek jej tu nie powiązał.`,
    booked: 'said',
    todo: 'Sprawdź w iFirma numer faktury z tego zamówienia i wpisz go.',
  }),
  'account-busy': () => ({
    what: 'To konto ma dokumenty w drodze albo do sprawdzenia, a bez niego nie da się ich dokończyć.',
    booked: 'said',
    todo: 'Poczekaj, aż dojdą do końca, albo powiąż je z iFirma, i usuń konto potem.',
  }),
  'account-gone': () => ({
    what: 'W Mostku nie ma konta iFirma, do którego należy ten dokument: usunięto je albo właśnie zmieniono.',
    booked: 'open',
    todo: 'Spróbuj ponownie, a jeśli to nie pomoże, dodaj to konto w ustawieniach Mostka, w części „Konta”.',
  }),
  'extension-gone': () => ({
    what: 'Mostek został w tej chwili zaktualizowany albo wyłączony. To, co było w kolejce, nie zginęło i nie zostanie wysłane dwa razy.',
    booked: 'said',
    todo: 'Odśwież stronę, żeby pracować dalej.',
  }),
  'extension-silent': () => ({
    what: 'Mostek nie odpowiedział. Jeśli polecenie do niego dotarło, dokument jest w kolejce i nie zostanie wysłany dwa razy.',
    booked: 'said',
    todo: 'Odśwież stronę, żeby zobaczyć jego stan.',
  }),
  'unsaved-address': () => ({
    what: 'Dane dokumentu sprzedaży są otwarte do edycji, a Mostek czyta tylko dane zapisane.',
    booked: 'no',
    todo: 'Zapisz je albo anuluj edycję. Jeśli naciśniesz jeszcze raz bez tego, pójdą dane zapisane w Sellasist.',
  }),
};
