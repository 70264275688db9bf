/** What the room `Konta` says. Names of controls are those of design.md section 6. */
import type { FlatRate } from '../../invoice/settings';
import type { AccountField, Language } from '../../messages';

const pl = {
  title: 'Konta',
  lead: 'Konto łączy jeden panel Sellasist z jednym loginem iFirma i serie dokumentów, które tam trafiają.',
  firstText:
    'Nie masz jeszcze konta. Pierwsze kroki przeprowadzą Cię przez wszystko po kolei; możesz też od razu wypełnić formularz poniżej.',
  firstLink: 'Zacznij od pierwszych kroków',
  add: 'Dodaj konto',
  edit: 'Edytuj',
  close: 'Zwiń',
  newAccount: 'Nowe konto',
  test: 'Sprawdź połączenie',
  testing: 'Sprawdzam połączenie…',
  testResult: 'Wynik sprawdzenia',
  testUnsaved: 'Sprawdzane są zapisane dane. Najpierw zapisz zmiany.',
  testField: (field: string) => `Dotyczy pola: ${field}.`,
  remove: 'Usuń konto',
  removeTitle: (name: string) => `Usunąć konto „${name}”?`,
  removeText: 'Mostek niczego już za pomocą tego konta nie wyśle.',
  removeGoes: 'Znikną z tej przeglądarki:',
  removedThings: [
    'klucze API tego konta; klucz panelu tylko wtedy, gdy nie używa go inne konto',
    'jego ustawienia: serie, metody płatności i podstawowa konfiguracja',
  ],
  removeStays: 'Zostaną:',
  keptThings: [
    'log i wiedza o tym, co już wysłano, więc nic nie zostanie wysłane drugi raz',
    'faktury w iFirma',
    'pliki PDF w zamówieniach Sellasist',
  ],
  removeYes: 'Usuń',
  paused:
    'Wysyłanie jest wstrzymane, bo iFirma odmówiła dostępu. Popraw dane i użyj „Sprawdź połączenie”: gdy się uda, kolejka ruszy.',
  keysGone:
    'Wysyłanie czeka: klucze zniknęły razem z zapomnianym hasłem. Wpisz je jeszcze raz, zapisz i użyj „Sprawdź połączenie”: gdy się uda, kolejka ruszy.',
  keyMissing:
    'Wysyłanie jest wstrzymane, bo w Mostku nie ma potrzebnego klucza API tego konta. Wpisz go, zapisz i użyj „Sprawdź połączenie”: gdy się uda, kolejka ruszy.',
  nextText: 'Następny krok: przypisz metody płatności. Dokument z metodą bez przypisania nie zostanie wysłany.',
  nextLink: 'Przejdź do przypisania',
  nextSeries: (count: string) =>
    `Do uzupełnienia: ${count}. Dopóki seria jest niekompletna, jej dokumenty nie zostaną wysłane.`,
  nextSeriesLink: 'Przejdź do serii dokumentów',
  noSeries: 'bez serii dokumentów',
  seriesCount: { one: 'seria', few: 'serie', many: 'serii', other: 'serii' },
  panelGroup: 'Panel Sellasist',
  ifirmaGroup: 'iFirma',
  taxGroup: 'Opodatkowanie',
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
    givenUp: 'Po zapisaniu przepadną ustawienia tej serii: rodzaj, numeracja, seria i szablon w iFirma.',
  },
  tax: {
    vat: 'Podatek VAT',
    vats: { payer: 'Czynny podatnik VAT', exempt: 'Zwolniony z VAT' },
    vatHint: 'Zwolniony: każda pozycja trafi do iFirma jako zwolniona z VAT, z podstawą prawną wpisaną poniżej.',
    flatRate: 'Ryczałt',
    flatRateNone: 'nie dotyczy',
    flatRateIfirma: 'stawka z ustawień iFirma',
    percent: (rate: FlatRate) => `${String(Number((Number(rate) * 100).toFixed(1))).replace('.', ',')} %`,
    flatRateHint: 'Ryczałt od przychodów ewidencjonowanych: stawka, którą dostanie każda pozycja faktury.',
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

export type AccountTexts = typeof pl;

const en: AccountTexts = {
  title: 'Accounts',
  lead: 'An account binds one Sellasist panel to one iFirma login and the document series that go there.',
  firstText:
    'You have no account yet. The first steps lead you through everything in turn; or fill in the form below right away.',
  firstLink: 'Begin with the first steps',
  add: 'Add account',
  edit: 'Edit',
  close: 'Collapse',
  newAccount: 'New account',
  test: 'Test connection',
  testing: 'Testing the connection…',
  testResult: 'Result of the test',
  testUnsaved: 'The stored data are tested. Save the changes first.',
  testField: (field) => `It concerns the field: ${field}.`,
  remove: 'Remove account',
  removeTitle: (name) => `Remove the account “${name}”?`,
  removeText: 'Mostek sends nothing through this account any more.',
  removeGoes: 'What goes from this browser:',
  removedThings: [
    'the API keys of this account; the panel’s key only when no other account uses it',
    'its settings: series, payment methods and basic configuration',
  ],
  removeStays: 'What stays:',
  keptThings: [
    'the log and the record of what was sent, so that nothing is sent a second time',
    'invoices in iFirma',
    'PDF files in the orders of Sellasist',
  ],
  removeYes: 'Remove',
  paused:
    'Sending is paused because iFirma refused access. Correct the data and use “Test connection”: once it succeeds, the queue goes on.',
  keysGone:
    'Sending waits: the keys are gone with the forgotten passphrase. Enter them again, save and use “Test connection”: once it succeeds, the queue goes on.',
  keyMissing:
    'Sending is paused because Mostek does not have an API key of this account that it needs. Enter it, save and use “Test connection”: once it succeeds, the queue goes on.',
  nextText: 'Next step: map the payment methods. A document with an unmapped method is not sent.',
  nextLink: 'Go to the mapping',
  nextSeries: (count) => `To be completed: ${count}. While a series is incomplete, its documents are not sent.`,
  nextSeriesLink: 'Go to the document series',
  noSeries: 'no document series',
  seriesCount: { one: 'series', few: 'series', many: 'series', other: 'series' },
  panelGroup: 'Sellasist panel',
  ifirmaGroup: 'iFirma',
  taxGroup: 'Taxation',
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
    givenUp: 'Once saved, the settings of this series are lost: kind, numbering, iFirma series and template.',
  },
  tax: {
    vat: 'VAT',
    vats: { payer: 'Active VAT payer', exempt: 'Exempt from VAT' },
    vatHint: 'Exempt: every line reaches iFirma as exempt from VAT, with the legal basis given below.',
    flatRate: 'Flat-rate income tax',
    flatRateNone: 'does not apply',
    flatRateIfirma: 'rate from iFirma’s settings',
    percent: (rate) => `${Number((Number(rate) * 100).toFixed(1))}%`,
    flatRateHint: 'The flat-rate tax on revenue (ryczałt): the rate that every line of an invoice gets.',
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
};

export const ACCOUNT_TEXTS: Readonly<Record<Language, AccountTexts>> = { pl, en };

type FieldTexts = Readonly<Record<AccountField, string>>;

export const FIELD_NAMES: Readonly<Record<Language, FieldTexts>> = {
  pl: {
    name: 'Nazwa konta',
    panel: 'Subdomena Sellasist',
    sellasist: 'Klucz API Sellasist',
    login: 'Login ifirma',
    faktura: 'Klucz API',
    abonent: 'Klucz API abonent',
    rachunek: 'Klucz API rachunek',
    seriesIds: 'Serie dokumentów',
    taxBasis: 'Podstawa prawna zwolnienia',
  },
  en: {
    name: 'Account name',
    panel: 'Sellasist sub-domain',
    sellasist: 'Sellasist API key',
    login: 'iFirma login',
    faktura: 'API key',
    abonent: 'API key abonent',
    rachunek: 'API key rachunek',
    seriesIds: 'Document series',
    taxBasis: 'Legal basis of the exemption',
  },
};

export const FIELD_HINTS: Readonly<Record<Language, FieldTexts>> = {
  pl: {
    name: 'Dla Ciebie, do odróżnienia kont, np. nazwa firmy.',
    panel: 'Początek adresu panelu: w mojsklep.sellasist.pl to „mojsklep”. Możesz wkleić cały adres.',
    sellasist:
      'W panelu: Integracje → Klucze API → DODAJ KLUCZ. Potrzebne prawa: odczyt zamówień, zapis zamówień, słowniki i dokumenty.',
    login: 'Ten, którym logujesz się na ifirma.pl. Potrzebne jest uprawnienie superkonta.',
    faktura: 'W iFirma: Konfiguracja konta → API, klucz o nazwie „faktura”.',
    abonent:
      'W tym samym miejscu, klucz „abonent”. Pozwala odczytać miesiąc księgowy i limit dokumentów, a za Twoją zgodą przestawić ten miesiąc na czas wysłania dokumentu.',
    rachunek: 'W tym samym miejscu, klucz „rachunek”. Mostek tylko go zapamięta: nie wystawia jeszcze rachunków.',
    seriesIds: 'Zaznacz serie, których dokumenty mają trafiać na to konto iFirma.',
    taxBasis: 'Drukowana przy każdej pozycji, np. „Art. 113 ust. 1”. Najwyżej 30 znaków.',
  },
  en: {
    name: 'For you, to tell accounts apart, e.g. the company’s name.',
    panel:
      'The beginning of the panel’s address: in myshop.sellasist.pl it is “myshop”. You may paste the whole address.',
    sellasist:
      'In the panel: Integracje → Klucze API → DODAJ KLUCZ. Rights needed: read orders, write orders, dictionaries and documents.',
    login: 'The one you log in with at ifirma.pl. It needs the super-account permission.',
    faktura: 'In iFirma: Konfiguracja konta → API, the key named “faktura”.',
    abonent:
      'In the same place, the key “abonent”. Lets Mostek read the accounting month and the document limit and, when you say so, move that month while a document is sent.',
    rachunek: 'In the same place, the key “rachunek”. Mostek only keeps it: it does not issue bills yet.',
    seriesIds: 'Tick the series whose documents go to this iFirma account.',
    taxBasis: 'Printed at every line, e.g. “Art. 113 ust. 1”. At most 30 characters.',
  },
};
