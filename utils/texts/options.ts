/** Every sentence of the options page. Names of controls are those of design.md section 6. */
import type { AccountField, FieldProblem, Language, TestLine } from '../messages';

type TestWords = Readonly<
  Record<
    TestLine['what'],
    {
      /** What was asked: stands before the reason when it did not work. */
      readonly asked: string;
      readonly reached: (params: TestLine['params']) => string;
    }
  >
>;

const accountsPl = {
  title: 'Konta',
  lead: 'Konto łączy jeden panel Sellasist z jednym loginem iFirma i serie dokumentów, które tam trafiają.',
  firstTitle: 'Zacznij od konta',
  firstText:
    'Mostek przenosi faktury z panelu Sellasist do iFirma i odkłada ich PDF w zamówieniu. Zanim coś wyśle, sprawdza dokument i mówi wprost, czego w nim brakuje.',
  firstSteps: [
    'Połącz panel Sellasist i konto iFirma w formularzu poniżej.',
    'Odpowiedz na pytanie o Erplink.',
    'Przypisz metody płatności i przejrzyj podstawową konfigurację.',
  ],
  add: 'Dodaj konto',
  edit: 'Edytuj',
  close: 'Zwiń',
  newAccount: 'Nowe konto',
  test: 'Sprawdź połączenie',
  testing: 'Sprawdzam połączenie…',
  testResult: 'Wynik sprawdzenia',
  testUnsaved: 'Sprawdzane są zapisane dane. Najpierw zapisz zmiany.',
  remove: 'Usuń konto',
  removeTitle: (name: string) => `Usunąć konto „${name}”?`,
  removeText:
    'Klucze tego konta znikną z przeglądarki i Mostek niczego już za jego pomocą nie wyśle. Faktury w iFirma i pliki w zamówieniach zostaną.',
  removeYes: 'Usuń',
  paused:
    'Wysyłanie jest wstrzymane, bo iFirma odmówiła dostępu. Popraw dane i użyj „Sprawdź połączenie”: gdy się uda, kolejka ruszy.',
  nextText: 'Następny krok: przypisz metody płatności. Dokument z metodą bez przypisania nie zostanie wysłany.',
  nextLink: 'Przejdź do przypisania',
  noSeries: 'bez serii dokumentów',
  seriesCount: { one: 'seria', few: 'serie', many: 'serii', other: 'serii' },
  panelGroup: 'Panel Sellasist',
  ifirmaGroup: 'iFirma',
  secretsNote: 'Klucze zostają w tej przeglądarce. Po zapisaniu nie da się ich tu podejrzeć, można je tylko zmienić.',
  series: {
    legend: 'Serie dokumentów',
    hint: 'Zaznacz serie, których dokumenty mają trafiać na to konto iFirma.',
    needKey: 'Serie pojawią się tutaj, gdy wpiszesz subdomenę i klucz API Sellasist.',
    needNewKey: 'Subdomena się zmieniła. Serie nowego panelu pojawią się, gdy wpiszesz jego klucz API.',
    loading: 'Wczytuję serie z panelu…',
    none: 'Panel nie ma jeszcze żadnej serii. Dodasz ją w panelu: Dokumenty [Nowe] → Serie dokumentów.',
    gone: (id: string) => `Seria ${id}`,
    goneHint: 'nie ma jej już w panelu',
    taken: (account: string) => `należy do konta „${account}”`,
    receipt: 'paragony: Mostek ich nie wysyła',
  },
  erplink: {
    legend: 'Integracja Erplink IFIRMA jest włączona',
    yes: 'Tak',
    no: 'Nie',
    why: 'Erplink to własna integracja Sellasist z iFirma. Gdy faktury wysyłają i Erplink, i Mostek, każda sprzedaż trafia do iFirma dwa razy. Sprawdzisz to w panelu: Integracje → IFIRMA.',
    unanswered: 'Bez odpowiedzi Mostek nie wyśle pierwszej faktury.',
    answeredYes: 'Mostek tylko patrzy: pokazuje stan dokumentów i niczego nie wysyła.',
    answeredNo: 'Mostek może wysyłać faktury.',
  },
};

const fieldNamesPl: Readonly<Record<AccountField, string>> = {
  name: 'Nazwa konta',
  panel: 'Subdomena Sellasist',
  sellasist: 'Klucz API Sellasist',
  login: 'Login ifirma',
  faktura: 'Klucz API',
  abonent: 'Klucz API abonent',
  rachunek: 'Klucz API rachunek',
};

const fieldHintsPl: Readonly<Record<AccountField, string>> = {
  name: 'Dla Ciebie, do odróżnienia kont, np. nazwa firmy.',
  panel: 'Początek adresu panelu: w mojsklep.sellasist.pl to „mojsklep”. Możesz wkleić cały adres.',
  sellasist:
    'W panelu: Integracje → Klucze API → DODAJ KLUCZ. Potrzebne prawa: odczyt zamówień, zapis zamówień, słowniki i dokumenty.',
  login: 'Ten, którym logujesz się na ifirma.pl. Potrzebne jest uprawnienie superkonta.',
  faktura: 'W iFirma: Konfiguracja konta → API, klucz o nazwie „faktura”.',
  abonent: 'W tym samym miejscu, klucz „abonent”. Pozwala odczytać miesiąc księgowy i limit dokumentów.',
  rachunek: 'W tym samym miejscu, klucz „rachunek”. Potrzebny tylko do rachunków.',
};

const problemsPl: Readonly<Record<FieldProblem, string>> = {
  required: 'Uzupełnij to pole.',
  'panel-invalid': 'Subdomena może mieć tylko litery a–z, cyfry i myślniki, np. „mojsklep”.',
  'login-invalid': 'Login zawiera znaki, których iFirma nie przyjmuje.',
  'key-not-hex': 'Ten klucz składa się tylko z cyfr 0–9 i liter a–f. Skopiuj go jeszcze raz z iFirma.',
  'key-odd-length': 'Klucz jest niepełny: brakuje mu znaku. Skopiuj go jeszcze raz w całości.',
  'series-taken': 'Jedna z wybranych serii dokumentów należy już do innego konta. Odznacz ją tutaj albo tam.',
  'too-long': 'Tekst jest za długi.',
  fixed: 'To konto już coś wysłało, więc tego nie da się zmienić. Dla innego panelu albo loginu dodaj nowe konto.',
};

const testsPl: TestWords = {
  sellasist: { asked: 'Panel Sellasist', reached: () => 'Panel Sellasist przyjął klucz' },
  'sellasist-fields': { asked: 'Pola dodatkowe zamówień', reached: () => 'Pola dodatkowe zamówień można odczytać' },
  'sellasist-documents': { asked: 'Dokumenty [Nowe]', reached: () => 'Dokumenty [Nowe] można odczytać' },
  ifirma: {
    asked: 'iFirma',
    reached: ({ login }) => (login ? `iFirma przyjęła login ${login} i klucz` : 'iFirma przyjęła login i klucz'),
  },
  'ifirma-month': {
    asked: 'Miesiąc księgowy',
    reached: ({ month, year }) =>
      month && year ? `Miesiąc księgowy w iFirma: ${month.padStart(2, '0')}.${year}` : 'Miesiąc księgowy odczytany',
  },
  'ifirma-limit': {
    asked: 'Limit dokumentów',
    reached: ({ used, granted }) =>
      used && granted ? `Dokumenty w limicie iFirma: ${used} z ${granted}` : 'Limit dokumentów odczytany',
  },
};

const paymentsPl = {
  title: 'Metody płatności',
  lead: 'Każdej metodzie z panelu przypisz sposób zapłaty z iFirma. Dokument z metodą bez przypisania czeka, zamiast trafić do iFirma z przypadkowym sposobem zapłaty.',
  choose: '— wybierz —',
  unmapped: 'Bez przypisania',
  gone: (id: string) => `Metoda ${id}`,
  goneHint: 'nie ma jej już w panelu',
  suggestion: (label: string) => `Podpowiedź: ${label}`,
  suggested: 'Z podpowiedzi, jeszcze niezapisane',
  fill: 'Wypełnij podpowiedziami',
  fillHint:
    'Mostek może podpowiedzieć sposób zapłaty po nazwie metody. Uzupełni tylko puste pola i niczego nie zapisze, dopóki nie klikniesz „Zapisz”.',
  count: (mapped: number, all: number) => `Przypisane: ${mapped} z ${all}`,
  none: 'Panel nie ma jeszcze żadnej metody płatności. Gdy ją dodasz, pojawi się tutaj.',
  sellasist: 'Metoda w Sellasist',
  ifirma: 'Sposób zapłaty w iFirma',
};

const settingsPl = {
  title: 'Podstawowa konfiguracja',
  lead: 'Zasady, według których Mostek wysyła dokumenty tego konta.',
  notChosen: '— nie wybrano —',
  gone: (id: string) => `${id} – nie ma już w panelu`,
  notFile: (name: string) => `${name} – nie jest polem na pliki`,
  unread: (id: string) => `${id} – nazwy nie udało się wczytać`,
  goneHint: 'Zapisanego wyboru nie można już użyć. Wybierz inną pozycję.',
  panelGroup: 'Zamówienie w Sellasist',
  invoiceGroup: 'Faktura w iFirma',
  errorStatus: 'Status błędu',
  errorStatusHint:
    'Mostek zapamięta ten wybór dla automatycznej wysyłki, która pojawi się później. Dziś nie zmienia statusu zamówień.',
  documentField: 'Pole dodatkowe zapisu dokumentów',
  documentFieldHint: 'Tu trafi PDF faktury. Do wyboru są tylko pola plikowe.',
  correctionField: 'Pole dodatkowe zapisu korekt',
  correctionFieldHint: 'Mostek zapamięta ten wybór na później. Dziś nie wysyła jeszcze korekt.',
  noFileFields: 'Panel nie ma pola dodatkowego na pliki. Dodaj je w panelu i odśwież tę stronę.',
  savePdf: 'Pobieraj i zapisuj PDF dokumentów',
  savePdfNoField: 'Wybierz pole dodatkowe zapisu dokumentów: bez niego PDF nie ma dokąd trafić.',
  shippingVat: 'Stawka VAT wysyłki',
  exempt: 'zw',
  highest: 'najwyższa stawka towarów',
  saleDate: 'Data sprzedaży',
  saleDates: { issue: 'dzień wystawienia', order: 'data zamówienia', payment: 'dzień płatności' },
  saleDateHint: 'Dotyczy zamówień bez dokumentu. Dokument z panelu ma własną datę sprzedaży.',
  zeroVat: 'Stawka 0 % w Sellasist oznacza',
  zeroVats: { percent: '0 %', exempt: 'zwolnienie z VAT' },
  zeroVatHint: 'Panel zapisuje oba przypadki tak samo. Bez wyboru dokument z taką stawką poczeka na Twoją decyzję.',
  exemptBasis: 'Podstawa prawna zwolnienia',
  exemptBasisHint: 'Drukowana przy pozycjach zwolnionych z VAT, np. „art. 113 ust. 1”. Najwyżej 30 znaków.',
  unit: 'Domyślna jednostka',
  unitHint: 'Dla pozycji, przy których panel nie podaje jednostki. Najwyżej 10 znaków.',
};

const pl = {
  pageTitle: 'Mostek – ustawienia',
  navigation: 'Ustawienia',
  noAccounts: 'Ta strona dotyczy konta, a żadnego jeszcze nie ma. Dodaj pierwsze i wróć tutaj.',
  toAccounts: 'Przejdź do kont',
  refresh: 'Odśwież z panelu',
  refreshHint: 'Wczytuje z panelu aktualne nazwy.',
  dictionariesProblem: (why: string) => `Nie udało się wczytać list z panelu. ${why}`,
  accountsProblem: (why: string) => `Nie udało się wczytać kont. ${why}`,
  accounts: accountsPl,
  fieldNames: fieldNamesPl,
  fieldHints: fieldHintsPl,
  problems: problemsPl,
  tests: testsPl,
  payments: paymentsPl,
  settings: settingsPl,
};

export type OptionsTexts = typeof pl;

const en: OptionsTexts = {
  pageTitle: 'Mostek – settings',
  navigation: 'Settings',
  noAccounts: 'This page is about an account, and there is none yet. Add the first one and come back.',
  toAccounts: 'Go to the accounts',
  refresh: 'Refresh from the panel',
  refreshHint: 'Reads the present names from the panel.',
  dictionariesProblem: (why) => `The lists of the panel could not be read. ${why}`,
  accountsProblem: (why) => `The accounts could not be read. ${why}`,
  accounts: {
    title: 'Accounts',
    lead: 'An account binds one Sellasist panel to one iFirma login and the document series that go there.',
    firstTitle: 'Begin with an account',
    firstText:
      'Mostek takes invoices from the Sellasist panel to iFirma and puts their PDF into the order. Before it sends anything it checks the document and says plainly what is missing.',
    firstSteps: [
      'Connect the Sellasist panel and the iFirma account in the form below.',
      'Answer the question about Erplink.',
      'Map the payment methods and look through the basic configuration.',
    ],
    add: 'Add account',
    edit: 'Edit',
    close: 'Collapse',
    newAccount: 'New account',
    test: 'Test connection',
    testing: 'Testing the connection…',
    testResult: 'Result of the test',
    testUnsaved: 'The stored data are tested. Save the changes first.',
    remove: 'Remove account',
    removeTitle: (name) => `Remove the account “${name}”?`,
    removeText:
      'The keys of this account disappear from the browser and Mostek sends nothing through it any more. Invoices in iFirma and files in orders stay.',
    removeYes: 'Remove',
    paused:
      'Sending is paused because iFirma refused access. Correct the data and use “Test connection”: once it succeeds, the queue goes on.',
    nextText: 'Next step: map the payment methods. A document with an unmapped method is not sent.',
    nextLink: 'Go to the mapping',
    noSeries: 'no document series',
    seriesCount: { one: 'series', few: 'series', many: 'series', other: 'series' },
    panelGroup: 'Sellasist panel',
    ifirmaGroup: 'iFirma',
    secretsNote: 'The keys stay in this browser. Once saved they cannot be seen here, only changed.',
    series: {
      legend: 'Document series',
      hint: 'Tick the series whose documents go to this iFirma account.',
      needKey: 'The series appear here once the sub-domain and the Sellasist API key are filled in.',
      needNewKey: 'The sub-domain has changed. The series of the new panel appear once its API key is filled in.',
      loading: 'Reading the series from the panel…',
      none: 'The panel has no series yet. Add one in the panel: Dokumenty [Nowe] → Serie dokumentów.',
      gone: (id) => `Series ${id}`,
      goneHint: 'no longer in the panel',
      taken: (account) => `belongs to the account “${account}”`,
      receipt: 'receipts: Mostek does not send them',
    },
    erplink: {
      legend: 'The integration Erplink IFIRMA is on',
      yes: 'Yes',
      no: 'No',
      why: 'Erplink is Sellasist’s own integration with iFirma. When both Erplink and Mostek send invoices, every sale reaches iFirma twice. Look it up in the panel: Integracje → IFIRMA.',
      unanswered: 'Without an answer Mostek does not send the first invoice.',
      answeredYes: 'Mostek only looks: it shows the state of documents and sends nothing.',
      answeredNo: 'Mostek may send invoices.',
    },
  },
  fieldNames: {
    name: 'Account name',
    panel: 'Sellasist sub-domain',
    sellasist: 'Sellasist API key',
    login: 'iFirma login',
    faktura: 'API key',
    abonent: 'API key abonent',
    rachunek: 'API key rachunek',
  },
  fieldHints: {
    name: 'For you, to tell accounts apart, e.g. the company’s name.',
    panel:
      'The beginning of the panel’s address: in myshop.sellasist.pl it is “myshop”. You may paste the whole address.',
    sellasist:
      'In the panel: Integracje → Klucze API → DODAJ KLUCZ. Rights needed: read orders, write orders, dictionaries and documents.',
    login: 'The one you log in with at ifirma.pl. It needs the super-account permission.',
    faktura: 'In iFirma: Konfiguracja konta → API, the key named “faktura”.',
    abonent: 'In the same place, the key “abonent”. Lets Mostek read the accounting month and the document limit.',
    rachunek: 'In the same place, the key “rachunek”. Needed for bills only.',
  },
  problems: {
    required: 'Fill in this field.',
    'panel-invalid': 'A sub-domain has only letters a–z, digits and hyphens, e.g. “myshop”.',
    'login-invalid': 'The login holds characters that iFirma does not accept.',
    'key-not-hex': 'This key consists of digits 0–9 and letters a–f only. Copy it from iFirma again.',
    'key-odd-length': 'The key is incomplete: a character is missing. Copy the whole of it again.',
    'series-taken': 'One of the chosen document series belongs to another account already. Clear it here or there.',
    'too-long': 'The text is too long.',
    fixed:
      'This account has sent something already, so this cannot change. Add a new account for another panel or login.',
  },
  tests: {
    sellasist: { asked: 'Sellasist panel', reached: () => 'The Sellasist panel accepted the key' },
    'sellasist-fields': { asked: 'Additional fields of orders', reached: () => 'Additional fields can be read' },
    'sellasist-documents': { asked: 'Dokumenty [Nowe]', reached: () => 'Dokumenty [Nowe] can be read' },
    ifirma: {
      asked: 'iFirma',
      reached: ({ login }) => (login ? `iFirma accepted login ${login} and key` : 'iFirma accepted login and key'),
    },
    'ifirma-month': {
      asked: 'Accounting month',
      reached: ({ month, year }) =>
        month && year ? `Accounting month in iFirma: ${month.padStart(2, '0')}.${year}` : 'Accounting month read',
    },
    'ifirma-limit': {
      asked: 'Document limit',
      reached: ({ used, granted }) =>
        used && granted ? `Documents in iFirma’s limit: ${used} of ${granted}` : 'Document limit read',
    },
  },
  payments: {
    title: 'Payment methods',
    lead: 'Give each method of the panel a way of payment in iFirma. A document with an unmapped method waits instead of reaching iFirma with a random one.',
    choose: '— choose —',
    unmapped: 'Not mapped',
    gone: (id) => `Method ${id}`,
    goneHint: 'no longer in the panel',
    suggestion: (label) => `Suggestion: ${label}`,
    suggested: 'From a suggestion, not saved yet',
    fill: 'Fill in the suggestions',
    fillHint:
      'Mostek can suggest a way of payment by the method’s name. It fills empty fields only and saves nothing until you press “Save”.',
    count: (mapped, all) => `Mapped: ${mapped} of ${all}`,
    none: 'The panel has no payment method yet. It appears here once you add one.',
    sellasist: 'Method in Sellasist',
    ifirma: 'Way of payment in iFirma',
  },
  settings: {
    title: 'Basic configuration',
    lead: 'The rules by which Mostek sends the documents of this account.',
    notChosen: '— not chosen —',
    gone: (id) => `${id} – no longer in the panel`,
    notFile: (name) => `${name} – not a field for files`,
    unread: (id) => `${id} – the name could not be read`,
    goneHint: 'What is stored can no longer be used. Choose another.',
    panelGroup: 'The order in Sellasist',
    invoiceGroup: 'The invoice in iFirma',
    errorStatus: 'Error status',
    errorStatusHint:
      'Kept for automatic sending, which comes later. Today Mostek does not change the status of orders.',
    documentField: 'Additional field for documents',
    documentFieldHint: 'The invoice’s PDF goes here. Only file fields can be chosen.',
    correctionField: 'Additional field for corrections',
    correctionFieldHint: 'Kept for later. Today Mostek does not send corrections yet.',
    noFileFields: 'The panel has no additional field for files. Add one in the panel and refresh this page.',
    savePdf: 'Fetch and store the PDF of documents',
    savePdfNoField: 'Choose the additional field for documents: without it the PDF has nowhere to go.',
    shippingVat: 'VAT rate of shipping',
    exempt: 'exempt',
    highest: 'highest rate among the goods',
    saleDate: 'Sale date',
    saleDates: { issue: 'day of issue', order: 'order date', payment: 'day of payment' },
    saleDateHint: 'For orders without a document. A document of the panel has its own sale date.',
    zeroVat: 'The rate 0 % in Sellasist means',
    zeroVats: { percent: '0 %', exempt: 'exempt from VAT' },
    zeroVatHint: 'The panel stores both cases alike. Without a choice a document with this rate waits for you.',
    exemptBasis: 'Legal basis of the exemption',
    exemptBasisHint: 'Printed at exempt lines, e.g. “art. 113 ust. 1”. At most 30 characters.',
    unit: 'Default unit',
    unitHint: 'For lines whose unit the panel does not give. At most 10 characters.',
  },
};

export const OPTIONS_TEXTS: Readonly<Record<Language, OptionsTexts>> = { pl, en };
