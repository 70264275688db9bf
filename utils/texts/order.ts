/** What the region `iFirma` on the order card says. The names of roles are those of design.md section 6. */
import { inBoth } from './english';
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

declare module './english' {
  interface English {
    readonly order: OrderTexts;
  }
}

export const ORDER_TEXTS = inBoth('order', pl);
