/** What the region `iFirma` on the order card says. The names of roles are those of design.md section 6. */
import type { Language } from '../messages';
import { counted } from './figures';
import { oneLine } from './plain';

/** What is spoken of, and its number in iFirma; null while that is not read back yet. */
export interface Differing {
  readonly what: 'document' | 'order';
  readonly number: string | null;
}

const pl = {
  region: 'iFirma',
  order: (id: string) => `Zamówienie ${id}`,
  /** `number`: of the invoice that it corrects; null: not known. */
  correction: (number: string | null) => (number === null ? 'Korekta' : `Korekta do ${oneLine(number, 60)}`),
  correctionOfReturn: (number: string | null, id: string) =>
    number === null ? `Korekta do zwrotu ${id}` : `Korekta do ${oneLine(number, 60)} (zwrot ${id})`,
  reading: 'Odczytuję dokumenty tego zamówienia…',
  empty:
    'Nie ma tu jeszcze niczego do wysłania. Gdy zamówienie będzie miało fakturę z serii przypisanej do konta iFirma, pojawi się w tym miejscu z przyciskiem „Wyślij do iFirma”.',
  readingDocument: 'Odczytuję ten dokument…',
  emptyDocument:
    'Tego dokumentu Mostek nie wysyła do iFirma: nie jest fakturą ani korektą faktury. Gdy będzie nią inny dokument tego zamówienia, znajdziesz go na jego karcie i na karcie zamówienia.',
  numberDiffers: (page: string, own: string) =>
    `Ta strona pokazuje dokument ${oneLine(page, 60)}, a pod tym samym numerem w adresie Sellasist ma dokument ${oneLine(own, 60)}. Mostek nie zgaduje, o który chodzi. Otwórz dokument z listy w „Dokumenty [Nowe]”.`,
  numberMissing: (own: string) =>
    `Na tej stronie nie widać numeru dokumentu, więc nie da się sprawdzić, czy to ${oneLine(own, 60)}. Mostek niczego stąd nie zrobi. Skorzystaj z karty zamówienia.`,
  orderDiffers: (page: string, own: string) =>
    `Ta strona prowadzi do zamówienia ${page}, a według Sellasist to, co pokazuje, należy do zamówienia ${own}. Mostek nie zgaduje, o które chodzi. Otwórz ją jeszcze raz z listy.`,
  retry: 'Spróbuj ponownie',
  reload: 'Odśwież stronę',
  settings: 'Otwórz ustawienia Mostka',
  setup:
    'Ten panel nie jest jeszcze połączony z iFirma. Podaj w ustawieniach Mostka klucz API Sellasist oraz login i klucz iFirma, a dokumenty tego zamówienia pojawią się tutaj.',
  erplink:
    'Zanim wyślesz pierwszy dokument, odpowiedz w ustawieniach, czy integracja Erplink IFIRMA jest włączona. Gdyby działały obie, każda faktura powstałaby dwa razy.',
  readOnly:
    'Integracja Erplink IFIRMA jest włączona, więc Mostek niczego nie wysyła i pokazuje tylko stan dokumentów. Gdy ją wyłączysz, zmień odpowiedź w ustawieniach.',
  waiting: 'Czeka na swoją kolej.',
  handingOver: 'Przekazuję do wysłania…',
  looking: 'Szukam tej faktury w iFirma…',
  fetchingPdf: 'Pobieram PDF z iFirma…',
  savingPdf: 'Zapisuję PDF w zamówieniu…',
  linking: 'Sprawdzam fakturę w iFirma…',
  skipping: 'Zapisuję…',
  lasting: (duration: string) => `trwa ${duration}`,
  toMend: (count: number) =>
    `${counted('pl', count, { one: 'sprawa', few: 'sprawy', many: 'spraw', other: 'sprawy' })} do wyjaśnienia`,
  whenMended: 'Po poprawieniu naciśnij „Wyślij ponownie”.',
  whenSure: 'Gdy masz pewność, naciśnij „Wyślij ponownie” i potwierdź.',
  attached: {
    verified: 'PDF jest w zamówieniu.',
    link: 'PDF jest w zamówieniu.',
    probable: 'PDF powinien być w zamówieniu: Sellasist go przyjął, ale nie pokazuje zawartości pliku.',
    unverified: 'Nie wiadomo, czy PDF jest w zamówieniu.',
  },
  differs: ({ what, number }: Differing) => {
    const changed = { document: 'Dokument w Sellasist zmienił się', order: 'Zamówienie w Sellasist zmieniło się' }[
      what
    ];
    const back = { document: 'dokument', order: 'zamówienie' }[what];
    const invoice = number === null ? 'tej faktury' : `faktury ${oneLine(number, 60)}`;
    return `${changed} po wystawieniu faktury: nabywca, pozycje, kwoty albo daty są teraz inne niż na niej. Jeśli ktoś coś zwrócił, naciśnij „Utwórz korektę”; inną zmianę wystaw jako korektę do ${invoice} w iFirma, albo przywróć ${back} w Sellasist. Drugiej faktury Mostek nie wystawi.`;
  },
  reloadForFile: 'Odśwież stronę, aby zobaczyć plik',
  reloadLoses: 'Niezapisane zmiany na tej stronie przepadną.',
  preview: {
    title: 'Podgląd dokumentu',
    working: 'Przygotowuję podgląd…',
    close: 'Zamknij',
    nothingSent: 'Tak będzie wyglądał dokument w iFirma. Nic jeszcze nie zostało wysłane.',
    buyer: 'Nabywca',
    nip: (nip: string) => `NIP ${nip}`,
    number: 'Numer w Sellasist',
    issueDate: 'Data wystawienia',
    saleDate: 'Data sprzedaży',
    dueDate: 'Termin płatności',
    givenNumber: 'Numer faktury',
    byIfirma: (series: string) => (series === '' ? 'nada iFirma' : `nada iFirma w serii „${series}”`),
    kept: (running: number, series: string) =>
      `zachowany z Sellasist, jako numer ${running}${series === '' ? '' : ` serii „${series}”`}`,
    splitPayment: 'Mechanizm podzielonej płatności',
    rest: 'Pozostałe dane',
    issuePlace: 'Miejsce wystawienia',
    signature: 'Podpis',
    template: 'Szablon wydruku',
    bankAccount: 'Konto bankowe',
    hiddenAccount: 'bez konta bankowego',
    bdo: 'Numer BDO',
    gios: 'Numer GIOŚ',
    flatRate: 'Stawka ryczałtu',
    exemptBasis: 'Podstawa prawna zwolnienia',
    yes: 'tak',
    no: 'nie',
    onSending: 'dzień wysłania',
    unknown: 'nieustalony',
    payment: 'Sposób zapłaty',
    paid: 'Zapłacono',
    lines: 'Pozycje',
    name: 'Nazwa',
    quantity: 'Ilość',
    price: 'Cena brutto',
    vat: 'VAT',
    gross: 'Wartość brutto',
    discount: (percent: string) => `Rabat ${percent}`,
    gtu: (code: string) => `GTU ${code}`,
    pkwiu: (code: string) => `PKWiU ${code}`,
    noLines: 'Pozycje pojawią się tutaj, gdy problemy wymienione wyżej będą usunięte.',
    sumIfirma: 'Suma w iFirma',
    sumOrder: 'Suma zamówienia',
    equal: 'zgadza się',
    different: 'nie zgadza się',
    difference: (amount: string) => `Różnica ${amount}`,
    none: 'nieustalona',
    remarks: 'Co Mostek zmienił',
    notes: 'Uwagi na fakturze',
  },
  booked: {
    title: 'Ten dokument może już być w iFirma',
    text: 'Sprawdź to, zanim wystawisz fakturę: drugiej faktury za tę samą sprzedaż nie da się po prostu usunąć.',
    confirm: 'Wystaw mimo to',
    cancel: 'Anuluj',
  },
  link: {
    title: 'Powiąż z iFirma',
    text: 'Podaj numer faktury, która już jest w iFirma. Mostek odczyta ją, porówna sumę i niczego nowego nie wystawi.',
    number: 'Numer w iFirma',
    example: 'Na przykład 12/11/2026',
    confirm: 'Powiąż',
    cancel: 'Anuluj',
  },
  skip: {
    title: 'Pomiń dokument',
    text: 'Pominięty dokument nie trafi do iFirma, dopóki ktoś go stąd nie wyśle.',
    why: 'Powód',
    reasons: ['Wystawiony ręcznie w iFirma', 'Zamówienie anulowane', 'Nie wymaga faktury'],
    confirm: 'Pomiń',
    cancel: 'Anuluj',
  },
};

export type OrderTexts = typeof pl;

const en: OrderTexts = {
  region: 'iFirma',
  order: (id) => `Order ${id}`,
  correction: (number) => (number === null ? 'Correction' : `Correction of ${oneLine(number, 60)}`),
  correctionOfReturn: (number, id) =>
    number === null ? `Correction for return ${id}` : `Correction of ${oneLine(number, 60)} (return ${id})`,
  reading: 'Reading this order’s documents…',
  empty:
    'There is nothing to send yet. Once the order has an invoice of a series that belongs to an iFirma account, it appears here with the button “Send to iFirma”.',
  readingDocument: 'Reading this document…',
  emptyDocument:
    'Mostek does not send this document to iFirma: it is neither an invoice nor a correction of one. Another document of the order that is has its own card, and stands on the card of the order.',
  numberDiffers: (page, own) =>
    `This page shows the document ${oneLine(page, 60)}, but under the number in its address Sellasist has the document ${oneLine(own, 60)}. Mostek does not guess which one is meant. Open the document from the list in “Dokumenty [Nowe]”.`,
  numberMissing: (own) =>
    `This page shows no number of a document, so it cannot be told whether this is ${oneLine(own, 60)}. Mostek does nothing from here. Use the card of the order.`,
  orderDiffers: (page, own) =>
    `This page links to the order ${page}, but according to Sellasist what it shows belongs to the order ${own}. Mostek does not guess which one is meant. Open it from the list once more.`,
  retry: 'Try again',
  reload: 'Reload the page',
  settings: 'Open Mostek’s settings',
  setup:
    'This panel is not connected to iFirma yet. Enter the Sellasist API key and iFirma’s login and key in Mostek’s settings, and this order’s documents appear here.',
  erplink:
    'Before you send the first document, answer in the settings whether the integration Erplink IFIRMA is on. With both at work every invoice would be created twice.',
  readOnly:
    'The integration Erplink IFIRMA is on, so Mostek sends nothing and only shows where the documents stand. Once you switch it off, change the answer in the settings.',
  waiting: 'Waiting for its turn.',
  handingOver: 'Handing over…',
  looking: 'Looking for this invoice in iFirma…',
  fetchingPdf: 'Fetching the PDF from iFirma…',
  savingPdf: 'Saving the PDF in the order…',
  linking: 'Checking the invoice in iFirma…',
  skipping: 'Saving…',
  lasting: (duration) => `for ${duration}`,
  toMend: (count) =>
    `${counted('en', count, { one: 'matter', few: 'matters', many: 'matters', other: 'matters' })} to settle`,
  whenMended: 'When that is done, press “Send again”.',
  whenSure: 'Once you are sure, press “Send again” and confirm.',
  attached: {
    verified: 'The PDF is in the order.',
    link: 'The PDF is in the order.',
    probable: 'The PDF should be in the order: Sellasist accepted it but does not show the file’s content.',
    unverified: 'It is not known whether the PDF is in the order.',
  },
  differs: ({ what, number }) => {
    const invoice = number === null ? 'this invoice' : `invoice ${oneLine(number, 60)}`;
    return `The ${what} in Sellasist was changed after the invoice had been issued: its buyer, lines, amounts or dates are no longer those of the invoice. If something came back, press “Create correction”; for any other change issue a correction of ${invoice} in iFirma, or change the ${what} back in Sellasist. Mostek does not issue a second invoice.`;
  },
  reloadForFile: 'Reload the page to see the file',
  reloadLoses: 'Unsaved changes on this page will be lost.',
  preview: {
    title: 'Preview of the document',
    working: 'Preparing the preview…',
    close: 'Close',
    nothingSent: 'This is how the document will look in iFirma. Nothing has been sent yet.',
    buyer: 'Buyer',
    nip: (nip) => `NIP ${nip}`,
    number: 'Number in Sellasist',
    issueDate: 'Issue date',
    saleDate: 'Sale date',
    dueDate: 'Due date',
    givenNumber: 'Number of the invoice',
    byIfirma: (series) => (series === '' ? 'given by iFirma' : `given by iFirma in the series “${series}”`),
    kept: (running, series) =>
      `kept from Sellasist, as number ${running}${series === '' ? '' : ` of the series “${series}”`}`,
    splitPayment: 'Split payment',
    rest: 'Other details',
    issuePlace: 'Place of issue',
    signature: 'Signature',
    template: 'Print template',
    bankAccount: 'Bank account',
    hiddenAccount: 'no bank account',
    bdo: 'BDO number',
    gios: 'GIOŚ number',
    flatRate: 'Flat tax rate',
    exemptBasis: 'Legal basis of the exemption',
    yes: 'yes',
    no: 'no',
    onSending: 'day of sending',
    unknown: 'not known',
    payment: 'Payment',
    paid: 'Paid',
    lines: 'Lines',
    name: 'Name',
    quantity: 'Quantity',
    price: 'Gross price',
    vat: 'VAT',
    gross: 'Gross value',
    discount: (percent) => `Discount ${percent}`,
    gtu: (code) => `GTU ${code}`,
    pkwiu: (code) => `PKWiU ${code}`,
    noLines: 'The lines appear here once the problems listed above are solved.',
    sumIfirma: 'Total in iFirma',
    sumOrder: 'Total of the order',
    equal: 'equal',
    different: 'different',
    difference: (amount) => `Difference ${amount}`,
    none: 'not known',
    remarks: 'What Mostek changed',
    notes: 'Notes on the invoice',
  },
  booked: {
    title: 'This document may already be in iFirma',
    text: 'Check this before you issue the invoice: a second invoice for the same sale cannot simply be deleted.',
    confirm: 'Issue it anyway',
    cancel: 'Cancel',
  },
  link: {
    title: 'Link to iFirma',
    text: 'Enter the number of the invoice that is in iFirma already. Mostek reads it, compares the total and issues nothing new.',
    number: 'Number in iFirma',
    example: 'For example 12/11/2026',
    confirm: 'Link',
    cancel: 'Cancel',
  },
  skip: {
    title: 'Skip the document',
    text: 'A skipped document does not go to iFirma until somebody sends it after all.',
    why: 'Reason',
    reasons: ['Issued by hand in iFirma', 'Order cancelled', 'Needs no invoice'],
    confirm: 'Skip',
    cancel: 'Cancel',
  },
};

export const ORDER_TEXTS: Readonly<Record<Language, OrderTexts>> = { pl, en };
