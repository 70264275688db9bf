/** Every sentence of the room `Bezpieczeństwo` and of unlocking. Names of controls are those of design.md section 6. */
import type { FileProblem, Language } from '../messages';
import { counted } from './figures';

const CHARACTERS_PL = { one: 'znak', few: 'znaki', many: 'znaków', other: 'znaku' };
const CHARACTERS_EN = { one: 'character', few: 'characters', many: 'characters', other: 'characters' };

const pl = {
  title: 'Bezpieczeństwo',
  lead: 'Klucze i ustawienia Mostka są tylko w tej przeglądarce, na tym komputerze. Nikt ich stąd nie wysyła poza Sellasist i iFirma.',
  problem: (why: string) => `Nie udało się odczytać stanu zabezpieczeń. ${why}`,
  show: 'Pokaż',
  hide: 'Ukryj',

  how: {
    title: 'Jak chronione są dane',
    ifirma:
      'Klucze iFirma: zaraz po zapisaniu przeglądarka zamyka je tak, że można nimi tylko podpisać żądanie. Nikt ich już nie odczyta na ekranie, także Mostek.',
    sellasist: 'Klucz Sellasist: zapisany w postaci zaszyfrowanej, odszyfrowywany tylko na czas żądania do panelu.',
    open: 'Hasło nie jest ustawione. Kto skopiuje dysk tego komputera, może dotrzeć do kluczy. Hasło przed tym chroni.',
    locked: 'Klucze są zaszyfrowane hasłem i teraz zablokowane. Mostek niczego nie wysyła.',
    unlocked:
      'Klucze są zaszyfrowane hasłem. Teraz są odblokowane i zablokują się same, najpóźniej z zamknięciem przeglądarki.',
    invoices:
      'Dane kupujących: przy wysłanym dokumencie zostają w tej przeglądarce NIP, suma i daty, po których Mostek rozpoznaje go w iFirma. Przy dokumencie do wyjaśnienia opis problemu może zawierać jego dane, na przykład nazwę albo adres. Znikają razem z „Usuń wszystko”.',
  },

  passphrase: {
    title: 'Hasło',
    passphrase: 'Hasło',
    repeat: 'Powtórz hasło',
    current: 'Obecne hasło',
    next: 'Nowe hasło',
    onLead:
      'Hasło szyfruje wszystkie klucze. Mostek zapyta o nie po uruchomieniu przeglądarki i po dłuższej bezczynności, a do tego czasu niczego nie wyśle.',
    noKeys:
      'Nie ma jeszcze żadnego klucza. Hasło możesz włączyć już teraz albo po dodaniu konta: klucze dodane później też zostaną zaszyfrowane.',
    keysTitle: 'Klucze iFirma jeszcze raz',
    keysWhy:
      'Zapisanych kluczy iFirma nie da się odczytać, więc Mostek nie może ich sam zaszyfrować. Wklej każdy jeszcze raz; w iFirma są w Konfiguracja konta → API.',
    keyHint: (fingerprint: string) => `Zapisany klucz ma odcisk ${fingerprint}. Wklej ten sam.`,
    forgotten:
      'Zapomnianego hasła nie da się odzyskać ani obejść: zaszyfrowane nim klucze trzeba wtedy wpisać od nowa. Nic innego nie przepada.',
    turnOn: 'Włącz hasło',
    turningOn: 'Szyfruję klucze…',
    turnedOn: 'Hasło jest włączone.',
    changeLead: 'Obecne hasło jest potrzebne do zmiany i do wyłączenia.',
    change: 'Zmień hasło',
    changed: 'Hasło zostało zmienione.',
    turnOff: 'Wyłącz hasło',
    turnedOff: 'Hasło jest wyłączone. Klucze zostały w tej przeglądarce.',
    working: 'Sprawdzam hasło…',
    unlockLead: 'Mostek jest zablokowany: niczego nie wysyła i nie czyta z panelu, dopóki nie podasz hasła.',
    unlock: 'Odblokuj',
    unlocking: 'Sprawdzam hasło…',
    unlocked: 'Odblokowano.',
    forget: 'Nie pamiętam hasła',
    forgetTitle: 'Usunąć hasło razem z kluczami?',
    forgetText:
      'Hasła nie da się odzyskać, więc zaszyfrowane nim klucze znikną z tej przeglądarki. Konta, ustawienia i spis wysłanych dokumentów zostaną, a kolejka poczeka, aż wpiszesz klucze w części „Konta” i sprawdzisz połączenie.',
    forgetYes: 'Usuń hasło i klucze',
    forgot: 'Hasło i klucze zostały usunięte. Wpisz klucze w części „Konta”.',
    lockNow: 'Zablokuj teraz',
    lockedNow: 'Zablokowano.',
    lockAfter: 'Blokuj po',
    lockAfterHint: 'Liczy się czas od ostatniej czynności w Mostku. Zamknięcie przeglądarki blokuje zawsze.',
    lockNever: 'dopiero przy zamknięciu przeglądarki',
    minutes: (count: number) =>
      count % 60 === 0
        ? counted('pl', count / 60, { one: 'godzinie', few: 'godzinach', many: 'godzinach', other: 'godziny' })
        : counted('pl', count, { one: 'minucie', few: 'minutach', many: 'minutach', other: 'minuty' }),
    wrong: 'To nie jest to hasło. Sprawdź, czy nie jest włączony Caps Lock.',
    differ: 'Hasła nie są takie same. Wpisz je jeszcze raz.',
    tooShort: (least: number) => `Hasło musi mieć co najmniej ${counted('pl', least, CHARACTERS_PL)}.`,
    strength: {
      empty: (least: number) =>
        `Co najmniej ${counted('pl', least, CHARACTERS_PL)}. Najłatwiej zapamiętać kilka przypadkowych słów.`,
      short: (missing: number) => `Za krótkie: brakuje jeszcze ${counted('pl', missing, CHARACTERS_PL)}.`,
      plain: 'Łatwe do odgadnięcia: powtarza te same znaki. Dodaj słowo, które z niczym się nie kojarzy.',
      fair: 'Wystarczy. Jeszcze jedno słowo byłoby dużo lepsze.',
      good: 'Dobre hasło.',
    },
  },

  export: {
    title: 'Eksport ustawień',
    lead: 'Plik z kontami, seriami, metodami płatności, konfiguracją i automatyzacjami, do przeniesienia na inny komputer albo jako kopia. Historia wysyłek nie wchodzi do pliku.',
    withKeys: 'Dołącz klucze',
    withKeysHint: 'Klucze w pliku są zaszyfrowane osobnym hasłem. Bez nich po wczytaniu trzeba wpisać klucze ręcznie.',
    noKeys: 'Nie ma jeszcze żadnego klucza do dołączenia.',
    locked: 'Mostek jest zablokowany. Odblokuj go, aby dołączyć klucze.',
    filePassphrase: 'Hasło pliku',
    filePassphraseHint: 'Będzie potrzebne przy wczytywaniu. Zapomnianego nie da się odzyskać.',
    current: 'Obecne hasło',
    currentHint: 'Hasło, którym odblokowujesz Mostka.',
    run: 'Eksportuj ustawienia',
    running: 'Przygotowuję plik…',
    done: (name: string) => `Zapisano plik ${name}.`,
  },

  import: {
    title: 'Wczytanie ustawień',
    lead: 'Najpierw zobaczysz, co się zmieni. Nic nie zostanie zapisane, dopóki nie klikniesz „Zastosuj”.',
    file: 'Plik z ustawieniami',
    run: 'Wczytaj ustawienia z pliku',
    running: 'Czytam plik…',
    pick: 'Wybierz plik…',
    picked: (name: string) => `Wybrany plik: ${name}`,
    nonePicked: 'Nie wybrano pliku.',
    choose: 'Wybierz najpierw plik.',
    unreadable: 'Przeglądarka nie mogła odczytać tego pliku. Wybierz go jeszcze raz.',
    previewTitle: 'Co się zmieni',
    exportedOn: (day: string) => `Plik z dnia ${day}.`,
    kinds: { new: 'nowe konto', changed: 'zmieni się', same: 'bez zmian' },
    accountTable: (name: string) => `Zmiany: ${name}`,
    generalTable: 'Zmiany wspólne dla wszystkich kont',
    generalTitle: 'Wspólne',
    field: 'Pole',
    from: 'Jest',
    to: 'Będzie',
    nothing: 'W tym pliku nie ma niczego, co różniłoby się od obecnych ustawień.',
    untouched: (names: string) => `Konta, których nie ma w pliku, zostaną bez zmian: ${names}.`,
    withSecrets: 'Plik zawiera klucze. Podaj hasło, którym został zabezpieczony.',
    withoutKeys: 'Wczytaj bez kluczy',
    withoutSecrets: 'Plik nie zawiera kluczy. Nowym kontom trzeba będzie je wpisać na stronie „Konta”.',
    filePassphrase: 'Hasło pliku',
    apply: 'Zastosuj',
    applying: 'Zapisuję ustawienia…',
    done: 'Wczytano ustawienia z pliku.',
  },

  fileProblems: {
    'too-large': () =>
      'Ten plik jest za duży na plik z ustawieniami Mostka. Wybierz plik zapisany przez „Eksportuj ustawienia”.',
    'not-json': () =>
      'Tego pliku nie da się odczytać: jest uszkodzony albo to inny rodzaj pliku. Wybierz plik zapisany przez „Eksportuj ustawienia”.',
    'not-settings': () => 'To nie jest plik z ustawieniami Mostka. Wybierz plik o nazwie „mostek-ustawienia-…json”.',
    older: () =>
      'Plik pochodzi ze starszej wersji Mostka, której ta już nie czyta. Zaktualizuj Mostka na komputerze, z którego pochodzi plik, i zrób tam nowy eksport.',
    newer: () => 'Plik pochodzi z nowszej wersji Mostka niż ta. Zaktualizuj Mostka i wczytaj plik jeszcze raz.',
    invalid: (where: string) =>
      where === ''
        ? 'Coś w tym pliku nie zgadza się z tym, czego Mostek oczekuje. Zrób nowy eksport.'
        : `Coś w tym pliku nie zgadza się z tym, czego Mostek oczekuje (miejsce: ${where}). Zrób nowy eksport albo popraw to miejsce.`,
    unsafe: (where: string) =>
      `W pliku jest niedozwolona nazwa${where === '' ? '' : ` (miejsce: ${where})`}, która mogłaby zmienić działanie programu. Mostek takiego pliku nie wczyta: weź plik prosto z eksportu.`,
    'series-taken': (where: string) =>
      `Dwa konta miałyby tę samą serię dokumentów${where === '' ? '' : ` (miejsce: ${where})`}. Odznacz ją na stronie „Konta” tutaj albo na komputerze, z którego pochodzi plik, i spróbuj ponownie.`,
    'passphrase-wrong': () => 'To hasło nie otwiera kluczy w pliku. Wpisz hasło, którym zabezpieczono plik.',
    changed: () =>
      'Ustawienia zmieniły się, odkąd widać ten podgląd. Wczytaj plik jeszcze raz i sprawdź, co się zmieni.',
    locked: () => 'Mostek jest zablokowany. Odblokuj go hasłem i spróbuj ponownie.',
    'storage-full': () =>
      'Na dysku zabrakło miejsca, więc nic nie zostało zmienione. Zwolnij trochę miejsca i spróbuj ponownie.',
  } satisfies Readonly<Record<FileProblem, (where: string) => string>>,
  nothingChanged: 'Nic nie zostało zmienione.',

  wipe: {
    title: 'Usunięcie wszystkiego',
    lead: 'Usuwa z tej przeglądarki wszystko, co Mostek w niej trzyma, jak po odinstalowaniu.',
    run: 'Usuń wszystko',
    question: 'Usunąć wszystko, co Mostek trzyma w tej przeglądarce?',
    goes: 'Zniknie na zawsze:',
    going: [
      'wszystkie klucze Sellasist i iFirma,',
      'konta i ich ustawienia,',
      'spis wysłanych dokumentów, po którym Mostek wie, co już trafiło do iFirma,',
      'historia w logu synchronizacji.',
    ],
    stays: 'Zostaną: faktury w iFirma i pliki PDF w zamówieniach Sellasist.',
    warning:
      'Bez spisu Mostek rozpozna wysłaną fakturę tylko po dopisku w jej uwagach. Jeśli masz dokumenty w kolejce albo „Do sprawdzenia”, wyjaśnij je najpierw.',
    word: 'USUŃ',
    type: (word: string) => `Wpisz ${word}, aby potwierdzić`,
    typeProblem: (word: string) => `Wpisz dokładnie ${word}, wielkimi literami.`,
    yes: 'Usuń na zawsze',
    running: 'Usuwam…',
    done: 'Wszystko zostało usunięte.',
  },

  keyName: (key: string, account: string) => `${key} – ${account}`,
};

export type SecurityTexts = typeof pl;

const en: SecurityTexts = {
  title: 'Security',
  lead: 'Mostek’s keys and settings are in this browser on this computer only. Nothing sends them anywhere but to Sellasist and iFirma.',
  problem: (why) => `The state of the protection could not be read. ${why}`,
  show: 'Show',
  hide: 'Hide',

  how: {
    title: 'How the data are protected',
    ifirma:
      'iFirma keys: once saved, the browser closes them up so that they can only sign a request. Nobody can read them on the screen any more, Mostek included.',
    sellasist: 'Sellasist key: stored encrypted, decrypted only while the panel is being asked.',
    open: 'No passphrase is set. Whoever copies this computer’s disk may get at the keys. A passphrase guards against that.',
    locked: 'The keys are encrypted with a passphrase and locked now. Mostek sends nothing.',
    unlocked:
      'The keys are encrypted with a passphrase. They are unlocked now and lock by themselves, at the latest when the browser is closed.',
    invoices:
      'Buyers’ data: of a document that was sent, the NIP, the sum and the dates by which Mostek knows it in iFirma stay in this browser. Where something is to be mended, its description may quote a name or an address. They go with “Wipe everything”.',
  },

  passphrase: {
    title: 'Passphrase',
    passphrase: 'Passphrase',
    repeat: 'Repeat the passphrase',
    current: 'Present passphrase',
    next: 'New passphrase',
    onLead:
      'A passphrase encrypts all keys. Mostek asks for it after the browser is started and after a longer pause, and sends nothing until then.',
    noKeys:
      'There is no key yet. You can turn the passphrase on now or once there is an account: keys added later are encrypted as well.',
    keysTitle: 'The iFirma keys once more',
    keysWhy:
      'Stored iFirma keys cannot be read, so Mostek cannot encrypt them by itself. Paste each one again; in iFirma they are in Konfiguracja konta → API.',
    keyHint: (fingerprint) => `The stored key has the fingerprint ${fingerprint}. Paste the same one.`,
    forgotten:
      'A forgotten passphrase can be neither recovered nor got around: the keys that it encrypts then have to be entered anew. Nothing else is lost.',
    turnOn: 'Turn the passphrase on',
    turningOn: 'Encrypting the keys…',
    turnedOn: 'The passphrase is on.',
    changeLead: 'The present passphrase is needed to change it and to turn it off.',
    change: 'Change the passphrase',
    changed: 'The passphrase was changed.',
    turnOff: 'Turn the passphrase off',
    turnedOff: 'The passphrase is off. The keys stayed in this browser.',
    working: 'Checking the passphrase…',
    unlockLead:
      'Mostek is locked: it sends nothing and reads nothing from the panel until the passphrase has been given.',
    unlock: 'Unlock',
    unlocking: 'Checking the passphrase…',
    unlocked: 'Unlocked.',
    forget: 'I forgot the passphrase',
    forgetTitle: 'Remove the passphrase together with the keys?',
    forgetText:
      'The passphrase cannot be recovered, so the keys that it encrypts disappear from this browser. Accounts, settings and the ledger of what was sent stay, and the queue waits until you enter the keys under “Accounts” and test the connection.',
    forgetYes: 'Remove passphrase and keys',
    forgot: 'The passphrase and the keys were removed. Enter the keys under “Accounts”.',
    lockNow: 'Lock now',
    lockedNow: 'Locked.',
    lockAfter: 'Lock after',
    lockAfterHint: 'Counted from the last thing done in Mostek. Closing the browser always locks.',
    lockNever: 'only when the browser is closed',
    minutes: (count) =>
      count % 60 === 0
        ? counted('en', count / 60, { one: 'hour', few: 'hours', many: 'hours', other: 'hours' })
        : counted('en', count, { one: 'minute', few: 'minutes', many: 'minutes', other: 'minutes' }),
    wrong: 'That is not the passphrase. Check that Caps Lock is off.',
    differ: 'The two are not the same. Type them again.',
    tooShort: (least) => `A passphrase has at least ${counted('en', least, CHARACTERS_EN)}.`,
    strength: {
      empty: (least) =>
        `At least ${counted('en', least, CHARACTERS_EN)}. A few random words are the easiest to remember.`,
      short: (missing) => `Too short: ${counted('en', missing, CHARACTERS_EN)} missing.`,
      plain: 'Easy to guess: it repeats the same characters. Add a word that nothing connects with you.',
      fair: 'Sufficient. One more word would be much better.',
      good: 'A good passphrase.',
    },
  },

  export: {
    title: 'Export of the settings',
    lead: 'A file with accounts, series, payment methods, configuration and automations, to be taken to another computer or kept as a copy. What was sent is not in it.',
    withKeys: 'Include the keys',
    withKeysHint:
      'Keys in the file are encrypted with a passphrase of their own. Without them the keys have to be typed in after the import.',
    noKeys: 'There is no key yet to be included.',
    locked: 'Mostek is locked. Unlock it to include the keys.',
    filePassphrase: 'Passphrase of the file',
    filePassphraseHint: 'It is needed to import the file. If it is forgotten it cannot be recovered.',
    current: 'Present passphrase',
    currentHint: 'The one with which you unlock Mostek.',
    run: 'Export settings',
    running: 'Preparing the file…',
    done: (name) => `The file ${name} was saved.`,
  },

  import: {
    title: 'Import of settings',
    lead: 'You see first what would change. Nothing is stored until you click “Apply”.',
    file: 'File with settings',
    run: 'Import settings from a file',
    running: 'Reading the file…',
    pick: 'Choose a file…',
    picked: (name) => `Chosen file: ${name}`,
    nonePicked: 'No file chosen.',
    choose: 'Choose a file first.',
    unreadable: 'The browser could not read this file. Choose it again.',
    previewTitle: 'What will change',
    exportedOn: (day) => `File of ${day}.`,
    kinds: { new: 'new account', changed: 'will change', same: 'unchanged' },
    accountTable: (name) => `Changes: ${name}`,
    generalTable: 'Changes common to all accounts',
    generalTitle: 'Common',
    field: 'Field',
    from: 'Is',
    to: 'Will be',
    nothing: 'Nothing in this file differs from the present settings.',
    untouched: (names) => `Accounts that are not in the file stay as they are: ${names}.`,
    withSecrets: 'The file holds keys. Enter the passphrase it was protected with.',
    withoutKeys: 'Import without the keys',
    withoutSecrets: 'The file holds no keys. They have to be entered for new accounts on the page “Accounts”.',
    filePassphrase: 'Passphrase of the file',
    apply: 'Apply',
    applying: 'Storing the settings…',
    done: 'The settings of the file are stored.',
  },

  fileProblems: {
    'too-large': () =>
      'This file is too large for one of Mostek’s settings. Choose a file that “Export settings” saved.',
    'not-json': () =>
      'This file cannot be read: it is damaged, or of another kind. Choose a file that “Export settings” saved.',
    'not-settings': () => 'This is no file of Mostek’s settings. Choose a file called “mostek-ustawienia-…json”.',
    older: () =>
      'The file is of an older version of Mostek, which this one no longer reads. Update Mostek on the computer it comes from and export there anew.',
    newer: () => 'The file is of a newer version of Mostek than this one. Update Mostek and import the file again.',
    invalid: (where) =>
      where === ''
        ? 'Something in this file is not what Mostek expects. Export anew.'
        : `Something in this file is not what Mostek expects (place: ${where}). Export anew, or correct that place.`,
    unsafe: (where) =>
      `The file holds a name that could change how the program works${where === '' ? '' : ` (place: ${where})`}. Mostek does not import such a file: take one straight from the export.`,
    'series-taken': (where) =>
      `Two accounts would have the same document series${where === '' ? '' : ` (place: ${where})`}. Clear it on the page “Accounts”, here or on the computer the file comes from, and try again.`,
    'passphrase-wrong': () =>
      'This passphrase does not open the keys of the file. Enter the one the file was protected with.',
    changed: () =>
      'The settings have changed since this preview was drawn. Import the file again and see what will change.',
    locked: () => 'Mostek is locked. Unlock it with the passphrase and try again.',
    'storage-full': () => 'There is no room left on the disk, so nothing was changed. Free some and try again.',
  },
  nothingChanged: 'Nothing was changed.',

  wipe: {
    title: 'Wiping everything',
    lead: 'Removes from this browser everything that Mostek keeps in it, as uninstalling does.',
    run: 'Wipe everything',
    question: 'Wipe everything that Mostek keeps in this browser?',
    goes: 'Gone for good:',
    going: [
      'all keys of Sellasist and iFirma,',
      'the accounts and their settings,',
      'the ledger of what was sent, by which Mostek knows what iFirma has already,',
      'the history in the log.',
    ],
    stays: 'What stays: invoices in iFirma and PDF files in Sellasist’s orders.',
    warning:
      'Without the ledger Mostek knows an invoice that was sent only by the mark in its remarks. If documents are in the queue or “To be checked”, settle them first.',
    word: 'WIPE',
    type: (word) => `Type ${word} to confirm`,
    typeProblem: (word) => `Type exactly ${word}, in capitals.`,
    yes: 'Wipe for good',
    running: 'Wiping…',
    done: 'Everything was wiped.',
  },

  keyName: (key, account) => `${key} – ${account}`,
};

export const SECURITY_TEXTS: Readonly<Record<Language, SecurityTexts>> = { pl, en };
