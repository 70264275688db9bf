/** What the room `Podstawowa konfiguracja` says. */
import type { BankAccount, DueDateRule, SaleDateRule, SplitPayment } from '../../invoice/settings';
import type { Language } from '../../messages';
import { oneLine } from '../plain';
import { SIGNATURE_TEXTS } from '../signatures';

const pl = {
  title: 'Podstawowa konfiguracja',
  lead: 'Zasady, według których Mostek wysyła dokumenty tego konta.',
  notChosen: '— nie wybrano —',
  gone: (id: string) => `${id} – nie ma już w panelu`,
  unfit: (name: string) => `${name} – nie nadaje się do tego`,
  unread: (id: string) => `${id} – nazwy nie udało się wczytać`,
  goneHint: 'Zapisanego wyboru nie można już użyć. Wybierz inną pozycję.',

  orderGroup: 'Zamówienie w Sellasist',
  orderLead: 'Co Mostek zapisuje w zamówieniu.',
  savePdf: 'Pobieraj i zapisuj PDF dokumentów',
  savePdfNoField: 'Wybierz pole dodatkowe zapisu dokumentów: bez niego PDF nie ma dokąd trafić.',
  documentField: 'Pole dodatkowe zapisu dokumentów',
  documentFieldHint: 'Tu trafi PDF faktury. Do wyboru są tylko pola plikowe.',
  correctionField: 'Pole dodatkowe zapisu korekt',
  correctionFieldHint: 'Tu trafi PDF korekty. Do wyboru są tylko pola plikowe.',
  noFileFields: 'Panel nie ma pola dodatkowego na pliki. Dodaj je w panelu i odśwież tę stronę.',
  stateField: 'Pole stanu iFirma',
  stateFieldHint:
    'Pole tekstowe zamówienia. Mostek wpisuje w nie, co dzieje się z dokumentem, a przed wysłaniem zaznacza w nim na kilka sekund, że zamówienie wysyła ten komputer. Dzięki temu dwa komputery nie wystawią dwóch faktur za to samo.',
  noTextFields: 'Panel nie ma tekstowego pola dodatkowego.',
  ksefField: 'Pole numeru KSeF',
  ksefFieldHint:
    'Pole tekstowe zamówienia, w które Mostek wpisze numer nadany przez KSeF. Cudzego tekstu nie nadpisze.',
  ksefPdf: 'Pobierz PDF ponownie po nadaniu numeru KSeF',
  ksefPdfHint: 'Nowy PDF zastąpi w zamówieniu tylko ten, który zapisał tam Mostek.',
  errorStatus: 'Status błędu',
  errorStatusHint:
    'Status, który dostanie zamówienie, gdy jego dokumentu nie da się wysłać, dopóki ktoś czegoś nie poprawi albo nie rozstrzygnie. Zmiana statusu może uruchomić automatyczne akcje w panelu.',

  sendingGroup: 'Wysyłanie',
  sendingLead: 'Co i kiedy trafia do iFirma.',
  orderSeries: 'Seria dla zamówień bez dokumentu',
  orderSeriesAlone:
    'Ustawienia tej serii dostanie faktura do zamówienia bez dokumentu. Bez wyboru: domyślna seria iFirma.',
  orderSeriesShared:
    'Panel ma kilka kont, a takie zamówienia wystawia jedno z nich: to, które ma tu wybraną serię. Bez wyboru to konto ich nie wystawia.',
  orderSeriesOwner: (account: string) => `Zamówienia bez dokumentu wystawia konto „${account}”.`,
  orderSeriesNobody: 'Żadne konto tego panelu nie ma wybranej serii, więc zamówień bez dokumentu nie da się wystawić.',
  orderSeriesNone: 'To konto nie ma serii. Zaznacz je w „Konta”.',
  unfitSeries: {
    incomplete: (name: string) => `${name} – niekompletna`,
    kind: (name: string) => `${name} – nie dla faktur krajowych`,
    numbering: (name: string) => `${name} – zachowuje numery Sellasist`,
    oss: (name: string) => `${name} – OSS`,
    other: (name: string) => `${name} – nie nadaje się do tego`,
    gone: (id: string) => `Seria ${id} – nie należy już do tego konta`,
  },
  autoSend: 'Automatyczne wysyłanie faktur',
  autoSendHint:
    'Mostek sam znajduje w panelu nowe faktury i korekty z serii tego konta i wysyła je, dopóki przeglądarka działa. Wymaga pola „Pole stanu iFirma”.',
  autoFrom: 'Od kiedy wysyłać',
  autoNow: 'od teraz',
  autoNowHint: 'Wysyłane będą dokumenty, które dopiero powstaną w panelu.',
  autoSince: 'od wybranej daty',
  autoSinceHint: 'Także te dokumenty, które już są w panelu, a nie zostały wysłane.',
  autoDate: 'Wysyłaj dokumenty wystawione od',

  datesGroup: 'Daty i płatność',
  datesLead: 'Terminy i to, jak klient ma zapłacić.',
  saleDate: 'Data sprzedaży',
  saleDates: {
    issue: 'dzień wystawienia',
    order: 'data zamówienia',
    payment: 'dzień płatności',
  } satisfies Record<SaleDateRule, string>,
  saleDateHint: 'Dotyczy zamówień bez dokumentu. Dokument z panelu ma własną datę sprzedaży.',
  dueDate: 'Termin płatności',
  dueDates: {
    none: 'bez terminu na fakturze',
    issue: 'liczony od daty wystawienia',
    sale: 'liczony od daty sprzedaży',
  } satisfies Record<DueDateRule['from'], string>,
  dueDays: 'Liczba dni',
  dueDaysHint: 'Od 0 do 365.',
  bankAccount: 'Konto bankowe na fakturze',
  bankAccounts: {
    ifirma: 'domyślne z iFirma',
    number: 'wybrane konto firmy',
    hidden: 'bez konta bankowego',
  } satisfies Record<BankAccount['use'], string>,
  bankNumber: 'Numer konta bankowego',
  bankNumberHint: '26 cyfr, jak w iFirma. Musi to być jedno z kont firmy zapisanych w iFirma.',
  splitPayment: 'Podzielona płatność',
  splitPayments: {
    ifirma: 'jak ustawiono w iFirma',
    always: 'zawsze dla firm (nabywca z NIP)',
    large: 'powyżej 15 000 zł dla firm',
    never: 'nigdy',
  } satisfies Record<SplitPayment, string>,
  splitPaymentHint:
    'Faktura powyżej 15 000 zł brutto dla firmy za towary i usługi z załącznika nr 15 do ustawy o VAT musi mieć dopisek „mechanizm podzielonej płatności”. Gdy przy takiej kwocie go nie będzie, Mostek przypomni o tym w podglądzie.',
  splitPaymentExempt: 'Firma zwolniona z VAT: podzielona płatność jej nie dotyczy i Mostek jej nie wysyła.',

  vatGroup: 'VAT',
  vatLead: 'Czego Sellasist nie mówi o stawkach.',
  vatExempt:
    'To konto jest zwolnione z VAT, więc te ustawienia teraz nie działają: każda pozycja trafia do iFirma jako zwolniona.',
  shippingVat: 'Stawka VAT wysyłki',
  shippingVatHint: 'Dotyczy zamówień bez dokumentu. Dokument z panelu ma własną stawkę wysyłki.',
  exempt: 'zw',
  highest: 'najwyższa stawka towarów',
  rateRules: 'Nieznane stawki VAT z Sellasist',
  rateRulesHint: 'Zapamiętane przy poprawianiu dokumentu. Usunięta stawka znów poczeka na Twoją decyzję.',
  rateRule: (text: string, rate: string) => `„${oneLine(text, 60)}” → ${rate === 'zw' ? 'zw' : `${rate}%`}`,
  removeRateRule: 'Usuń',
  zeroVat: 'Stawka 0 % w Sellasist oznacza',
  zeroVats: { percent: '0 %', exempt: 'zwolnienie z VAT' },
  zeroVatHint: 'Panel zapisuje oba przypadki tak samo. Bez wyboru dokument z taką stawką poczeka na Twoją decyzję.',
  exemptBasis: 'Podstawa prawna zwolnienia',
  exemptBasisHint: 'Drukowana przy pozycjach zwolnionych z VAT, np. „art. 113 ust. 1”. Najwyżej 30 znaków.',

  linesGroup: 'Pozycje faktury',
  linesLead: 'Czym Mostek uzupełnia pozycje.',
  unit: 'Domyślna jednostka',
  unitHint: 'Dla pozycji, przy których panel nie podaje jednostki. Najwyżej 10 znaków.',
  gtu: 'Domyślne GTU',
  gtuNone: 'brak',
  gtuCode: (code: string) => `GTU ${code}`,
  gtuHint: 'Dla każdego towaru, bez wysyłki. Wybierz tylko wtedy, gdy cały asortyment ma jedno oznaczenie.',
  pkwiu: 'Domyślne PKWiU',
  pkwiuHint: 'PKWiU albo CN każdego towaru, bez wysyłki. Puste: bez PKWiU. Najwyżej 30 znaków.',

  printGroup: 'Wydruk',
  printLead: 'Co jeszcze stoi na fakturze.',
  issuePlace: 'Miejsce wystawienia',
  issuePlaceHint: 'Puste: jak w iFirma. Najwyżej 50 znaków.',
  signature: 'Podpis na fakturze',
  signatures: SIGNATURE_TEXTS.pl,
  showBdo: 'Pokazuj numer BDO',
  showGios: 'Pokazuj numer GIOŚ',
  showHint: 'Numer zapisany w iFirma.',
  notes: 'Tekst w uwagach',
  notesHint:
    'Uwagi na fakturze zaczną się od tego tekstu. Potem Mostek dopisuje numer z Sellasist i linię, po której rozpoznaje dokument. Za nazwy w klamrach wstawi:',
  notesInsert: (placeholder: string) => `Wstaw ${placeholder}`,
  unknownPlaceholders: (typed: string) => `Mostek nie zna: ${typed}. Użyj tylko nazw z listy pod polem.`,

  computerGroup: 'Ten komputer',
  computerName: 'Nazwa tego komputera',
  computerNameHint:
    'Pod tą nazwą widać ten komputer w „Polu stanu iFirma” i na innych komputerach. Zapisuje się od razu, tylko w tej przeglądarce.',

  extensionGroup: 'Cały Mostek',
  extensionLead: 'Dotyczy wszystkich kont i zapisuje się od razu.',
  language: 'Język',
  languages: { pl: 'Polski', en: 'English' } satisfies Record<Language, string>,

  noticeGroup: 'Powiadomienia',
  notice: 'Powiadomienie po wysłaniu zaznaczonych',
  noticeHint:
    'Gdy skończy się wysyłanie wielu dokumentów naraz, przeglądarka pokaże, ile wysłano i ile wymaga uwagi. Bez nazw i numerów. Przeglądarka zapyta o zgodę.',
  noticeRefused: 'Przeglądarka nie dała zgody na powiadomienia, więc Mostek ich nie pokaże.',
  noticeWithdrawn: 'Przeglądarka cofnęła zgodę na powiadomienia. Zaznacz to pole jeszcze raz, aby o nią poprosić.',
};

export type SettingsTexts = typeof pl;

const en: SettingsTexts = {
  title: 'Basic configuration',
  lead: 'The rules by which Mostek sends the documents of this account.',
  notChosen: '— not chosen —',
  gone: (id) => `${id} – no longer in the panel`,
  unfit: (name) => `${name} – not fit for this`,
  unread: (id) => `${id} – the name could not be read`,
  goneHint: 'What is stored can no longer be used. Choose another.',

  orderGroup: 'The order in Sellasist',
  orderLead: 'What Mostek writes into the order.',
  savePdf: 'Fetch and store the PDF of documents',
  savePdfNoField: 'Choose the additional field for documents: without it the PDF has nowhere to go.',
  documentField: 'Additional field for documents',
  documentFieldHint: 'The invoice’s PDF goes here. Only file fields can be chosen.',
  correctionField: 'Additional field for corrections',
  correctionFieldHint: 'The correction’s PDF goes here. Only file fields can be chosen.',
  noFileFields: 'The panel has no additional field for files. Add one in the panel and refresh this page.',
  stateField: 'Field for the iFirma state',
  stateFieldHint:
    'A text field of the order. Mostek writes into it what becomes of the document, and marks there for some seconds before sending that this computer sends the order. So two computers never issue two invoices for the same sale.',
  noTextFields: 'The panel has no additional text field.',
  ksefField: 'Field for the KSeF number',
  ksefFieldHint:
    'A text field of the order into which Mostek writes the number given by KSeF. Somebody else’s text is left alone.',
  ksefPdf: 'Fetch the PDF again once KSeF has given its number',
  ksefPdfHint: 'The new PDF replaces only the one in the order that Mostek itself stored there.',
  errorStatus: 'Error status',
  errorStatusHint:
    'The status that an order gets when its document cannot be sent until somebody mends or decides something. A change of status may start automatic actions of the panel.',

  sendingGroup: 'Sending',
  sendingLead: 'What reaches iFirma, and when.',
  orderSeries: 'Series for orders without a document',
  orderSeriesAlone:
    'An invoice for an order without a document gets the settings of this series. Without a choice: iFirma’s default series.',
  orderSeriesShared:
    'The panel has several accounts, and one of them issues such orders: the one that has a series here. Without a choice this account does not issue them.',
  orderSeriesOwner: (account) => `Orders without a document are issued by the account “${account}”.`,
  orderSeriesNobody: 'No account of this panel has a series here, so orders without a document cannot be issued.',
  orderSeriesNone: 'This account has no series. Tick them in “Accounts”.',
  unfitSeries: {
    incomplete: (name) => `${name} – incomplete`,
    kind: (name) => `${name} – not for domestic invoices`,
    numbering: (name) => `${name} – keeps Sellasist’s numbers`,
    oss: (name) => `${name} – OSS`,
    other: (name) => `${name} – not fit for this`,
    gone: (id) => `Series ${id} – no longer this account’s`,
  },
  autoSend: 'Send invoices automatically',
  autoSendHint:
    'Mostek finds new invoices and corrections of this account’s series in the panel by itself and sends them while the browser runs. Needs the “iFirma state field”.',
  autoFrom: 'From when on',
  autoNow: 'from now on',
  autoNowHint: 'Documents that the panel gets from now on are sent.',
  autoSince: 'from a chosen day on',
  autoSinceHint: 'Documents that are in the panel already and were not sent, too.',
  autoDate: 'Send documents issued from',

  datesGroup: 'Dates and payment',
  datesLead: 'Dates, and how the customer is to pay.',
  saleDate: 'Sale date',
  saleDates: { issue: 'day of issue', order: 'order date', payment: 'day of payment' },
  saleDateHint: 'For orders without a document. A document of the panel has its own sale date.',
  dueDate: 'Due date',
  dueDates: { none: 'none on the invoice', issue: 'counted from the issue date', sale: 'counted from the sale date' },
  dueDays: 'Number of days',
  dueDaysHint: 'From 0 to 365.',
  bankAccount: 'Bank account on the invoice',
  bankAccounts: { ifirma: 'iFirma’s default', number: 'a chosen account of the company', hidden: 'no bank account' },
  bankNumber: 'Bank account number',
  bankNumberHint: '26 digits, as in iFirma. It has to be one of the company’s accounts stored in iFirma.',
  splitPayment: 'Split payment',
  splitPayments: {
    ifirma: 'as set in iFirma',
    always: 'always for companies (a buyer with a NIP)',
    large: 'above 15,000 zł for companies',
    never: 'never',
  },
  splitPaymentHint:
    'An invoice above 15,000 zł gross to a company for goods and services of annex 15 to the VAT act must bear the note “mechanizm podzielonej płatności”. Where it would be missing at such a sum, Mostek says so in the preview.',
  splitPaymentExempt: 'A company exempt from VAT: split payment does not concern it, and Mostek does not send it.',

  vatGroup: 'VAT',
  vatLead: 'What Sellasist does not say about rates.',
  vatExempt:
    'This account is exempt from VAT, so these settings have no effect now: every line reaches iFirma as exempt.',
  shippingVat: 'VAT rate of shipping',
  shippingVatHint: 'For orders without a document. A document of the panel has its own rate of shipping.',
  exempt: 'exempt',
  highest: 'highest rate among the goods',
  rateRules: 'Unknown VAT rates of Sellasist',
  rateRulesHint: 'Kept while a document was mended. A rate that is removed waits for you again.',
  rateRule: (text, rate) => `“${oneLine(text, 60)}” → ${rate === 'zw' ? 'exempt' : `${rate}%`}`,
  removeRateRule: 'Remove',
  zeroVat: 'The rate 0 % in Sellasist means',
  zeroVats: { percent: '0 %', exempt: 'exempt from VAT' },
  zeroVatHint: 'The panel stores both cases alike. Without a choice a document with this rate waits for you.',
  exemptBasis: 'Legal basis of the exemption',
  exemptBasisHint: 'Printed at exempt lines, e.g. “art. 113 ust. 1”. At most 30 characters.',

  linesGroup: 'Lines of the invoice',
  linesLead: 'What Mostek adds to the lines.',
  unit: 'Default unit',
  unitHint: 'For lines whose unit the panel does not give. At most 10 characters.',
  gtu: 'Default GTU',
  gtuNone: 'none',
  gtuCode: (code) => `GTU ${code}`,
  gtuHint: 'For all goods, not for shipping. Choose one only when the whole range has the same code.',
  pkwiu: 'Default PKWiU',
  pkwiuHint: 'PKWiU or CN of all goods, not of shipping. Empty: none. At most 30 characters.',

  printGroup: 'Print',
  printLead: 'What else stands on the invoice.',
  issuePlace: 'Place of issue',
  issuePlaceHint: 'Empty: as in iFirma. At most 50 characters.',
  signature: 'Signature on the invoice',
  signatures: SIGNATURE_TEXTS.en,
  showBdo: 'Show the BDO number',
  showGios: 'Show the GIOŚ number',
  showHint: 'The number stored in iFirma.',
  notes: 'Text in the remarks',
  notesHint:
    'The remarks of an invoice begin with this text. After it Mostek writes the Sellasist number and the line by which it recognises the document. Names in braces are replaced:',
  notesInsert: (placeholder) => `Insert ${placeholder}`,
  unknownPlaceholders: (typed) => `Mostek does not know: ${typed}. Use only the names listed below the field.`,

  computerGroup: 'This computer',
  computerName: 'Name of this computer',
  computerNameHint:
    'By this name the “Field for the iFirma state” and other computers call this one. Saved at once, in this browser only.',

  extensionGroup: 'All of Mostek',
  extensionLead: 'Concerns all accounts and is saved at once.',
  language: 'Language',
  languages: { pl: 'Polski', en: 'English' },

  noticeGroup: 'Notifications',
  notice: 'Notification when the selected ones were sent',
  noticeHint:
    'When the sending of many documents at once has ended, the browser shows how many were sent and how many need attention. No names, no numbers. The browser asks for your consent.',
  noticeRefused: 'The browser did not allow notifications, so Mostek shows none.',
  noticeWithdrawn: 'The browser has withdrawn its consent to notifications. Tick this box once more to ask for it.',
};

export const SETTINGS_TEXTS: Readonly<Record<Language, SettingsTexts>> = { pl, en };
