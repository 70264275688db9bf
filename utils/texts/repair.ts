/** What the form of repairs says. The names of its inputs are those of design.md section 6. */
import type { Language, RepairField, RepairProblem } from '../messages';
import { oneLine } from './plain';

/** What a rule is made of. */
export type RuleField = 'payment' | 'line.vat' | 'line.basis' | 'line.unit' | 'ifirmaSeries';

/** `refused`: iFirma did not take the value. `unfit`: by itself it is right, but not beside the rest of the document. */
export type FieldProblem = RepairProblem | 'refused' | 'unfit';

/** So much of a line's name tells it from the others. */
const LINE_NAME_MOST = 60;

const ofLine = (label: string, line: string): string => `${label} – ${oneLine(line, LINE_NAME_MOST)}`;

/** `2026-10` → `10.2026`. */
const month = (text: string): string => `${text.slice(5, 7)}.${text.slice(0, 4)}`;

const pl = {
  title: 'Popraw tutaj',
  reading: 'Sprawdzam, co można tu poprawić…',
  unread: (why: string) => `Nie udało się sprawdzić, co można tu poprawić. ${why}`,
  choose: 'Wybierz…',
  labels: {
    'buyer.name': 'Nabywca',
    'buyer.street': 'Ulica',
    'buyer.postcode': 'Kod pocztowy',
    'buyer.city': 'Miejscowość',
    'buyer.country': 'Kraj',
    'buyer.nip': 'NIP',
    'buyer.email': 'E-mail',
    'line.name': 'Nazwa',
    'line.unit': 'Jednostka',
    'line.vat': 'Stawka VAT',
    'line.basis': 'Podstawa prawna',
    payment: 'Metoda płatności',
    saleDate: 'Data sprzedaży',
    issueDate: 'Data wystawienia',
    paid: 'Zapłacono',
    ifirmaSeries: 'Seria w iFirma',
  } satisfies Record<RepairField, string>,
  ofLine,
  /** A line that has no name, or shares it with another. `line`: from 1. */
  lineNumber: (line: number) => `pozycja ${line}`,
  hints: {
    'buyer.nip': 'Bez NIP faktura będzie dla osoby prywatnej.',
    'line.vat': '„zw” to zwolnienie z VAT.',
    'line.basis': 'Przepis, na podstawie którego sprzedaż jest zwolniona z VAT, np. „art. 113 ust. 1”.',
    ifirmaSeries: 'Dokładnie tak, jak nazywa się w iFirma. Puste: seria domyślna.',
    paid: 'Najwyżej tyle, ile wynosi suma faktury.',
  } as Readonly<Partial<Record<RepairField, string>>>,
  rates: { '23': '23%', '8': '8%', '5': '5%', '0': '0%', zw: 'zw' } as Readonly<Record<string, string>>,
  whichLine: 'iFirma nie mówi, o którą pozycję chodzi. Popraw tę, która jest zła.',
  length: (length: number, most: number) => `${length} z ${most} znaków`,
  problem: (problem: FieldProblem, field: RepairField, most: number | undefined): string => {
    switch (problem) {
      case 'required':
        return REQUIRED_PL[field] ?? 'Wpisz tę wartość.';
      case 'too-long':
        return `Za długie: iFirma przyjmuje tu najwyżej ${most ?? 0} znaków.`;
      case 'postcode-invalid':
        return 'Kod pocztowy w Polsce ma pięć cyfr, np. 00-001.';
      case 'nip-invalid':
        return 'To nie jest poprawny NIP. Sprawdź cyfry, a jeśli kupuje osoba prywatna, usuń go.';
      case 'email-invalid':
        return 'To nie jest adres e-mail.';
      case 'country-invalid':
        return 'Wybierz kraj z listy.';
      case 'date-invalid':
        return 'Wybierz dzień z kalendarza.';
      case 'amount-invalid':
        return 'Wpisz kwotę, np. 1 234,56.';
      case 'choice-invalid':
        return 'Wybierz z listy.';
      case 'refused':
        return 'Tego iFirma nie przyjęła.';
      case 'unfit':
        return 'To nie pasuje do reszty dokumentu.';
      default:
        return problem satisfies never;
    }
  },
  scopes: { document: 'Tylko ten dokument', order: 'Zapisz w zamówieniu', rule: 'Zapamiętaj jako regułę' },
  /** What the choice between the scopes is about. */
  keepBuyer: 'Gdzie zapisać dane nabywcy?',
  keepRule: {
    payment: 'Czy ta metoda płatności ma już zawsze trafiać do iFirma w ten sposób?',
    'line.vat': 'Czy ta stawka z Sellasist ma już zawsze znaczyć to samo?',
    'line.basis': 'Czy ta podstawa prawna ma obowiązywać przy każdej zwolnionej pozycji?',
    'line.unit': 'Czy ta jednostka ma być domyślna, gdy Sellasist jej nie podaje?',
    ifirmaSeries: 'Czy ta nazwa serii ma obowiązywać dla całej serii dokumentów?',
  } satisfies Record<RuleField, string>,
  retry: 'Spróbuj ponownie',
  month: {
    title: 'Przestawić miesiąc księgowy w iFirma?',
    offer: (from: string, to: string) =>
      `W iFirma jest ustawiony miesiąc księgowy ${month(from)}, a sprzedaż jest z ${month(to)}. Mostek może go przestawić na czas wysyłki i zaraz przywrócić.`,
    open: 'Przestaw miesiąc i wyślij ponownie',
    way: (from: string, to: string) => `${month(from)} → ${month(to)} → ${month(from)}`,
    wayLabel: 'Miesiąc księgowy',
    accountWide:
      'Miesiąc księgowy jest jeden dla całego konta iFirma, więc zmiana dotyczy wszystkich jego użytkowników.',
    meanwhile: 'Do końca wysyłki nikt nie powinien wystawiać w iFirma dokumentów. To zwykle kilkanaście sekund.',
    back: 'Po wysłaniu Mostek wróci do poprzedniego miesiąca.',
    confirm: 'Przestaw i wyślij',
    cancel: 'Anuluj',
    right: 'Miesiąc księgowy w iFirma jest już właściwy. Wystarczy „Wyślij ponownie”.',
    unknown: (to: string) =>
      `Nie udało się odczytać miesiąca księgowego z iFirma. Powinien to być ${month(to)}. Sprawdź go jeszcze raz albo zmień datę sprzedaży.`,
    retry: 'Sprawdź miesiąc jeszcze raz',
    byHand: 'Przestaw miesiąc w iFirma:',
    steps: (to: string): readonly string[] => [
      'Zaloguj się do iFirma i w górnej części strony znajdź miesiąc księgowy.',
      `Zmień go na ${month(to)}.`,
      'Wróć tutaj i naciśnij „Wyślij ponownie”, a potem przywróć w iFirma poprzedni miesiąc.',
    ],
    withKey: 'Z kluczem API abonent, podanym w części „Konta”, Mostek zrobi to za Ciebie.',
    otherYear: (from: string, to: string) =>
      `W iFirma jest ustawiony miesiąc ${month(from)}, a sprzedaż jest z ${month(to)}, czyli z innego roku. Zmiana roku księgowego przenosi w iFirma dane między latami, więc Mostek jej nie robi.`,
  },
  exchange: {
    copy: 'Kopiuj żądanie i odpowiedź',
    why: 'Przydają się w zgłoszeniu do iFirma. Jest w nich to, co trafiło do iFirma, razem z danymi nabywcy, bez kluczy.',
    copied: 'Skopiowano',
    byHand: 'Przeglądarka nie pozwoliła skopiować. Zaznacz tekst i skopiuj go sam.',
    text: 'Żądanie i odpowiedź',
    gone: 'Nie ma już tego, co zostało wysłane.',
  },
};

const REQUIRED_PL: Readonly<Partial<Record<RepairField, string>>> = {
  'buyer.name': 'Wpisz firmę albo imię i nazwisko.',
  'buyer.postcode': 'Wpisz kod pocztowy.',
  'buyer.city': 'Wpisz miejscowość.',
  'buyer.country': 'Wybierz kraj.',
  'line.name': 'Wpisz nazwę pozycji.',
  'line.unit': 'Wpisz jednostkę.',
  'line.vat': 'Wybierz stawkę.',
  'line.basis': 'Wpisz podstawę prawną.',
  payment: 'Wybierz, jak iFirma ma nazwać tę płatność.',
  saleDate: 'Wybierz datę.',
  issueDate: 'Wybierz datę.',
  paid: 'Wpisz kwotę.',
};

export type RepairTexts = typeof pl;

const en: RepairTexts = {
  title: 'Mend it here',
  reading: 'Looking at what can be mended here…',
  unread: (why) => `What can be mended here could not be found out. ${why}`,
  choose: 'Choose…',
  labels: {
    'buyer.name': 'Buyer',
    'buyer.street': 'Street',
    'buyer.postcode': 'Postcode',
    'buyer.city': 'City',
    'buyer.country': 'Country',
    'buyer.nip': 'Tax number (NIP)',
    'buyer.email': 'E-mail',
    'line.name': 'Name',
    'line.unit': 'Unit',
    'line.vat': 'VAT rate',
    'line.basis': 'Legal basis',
    payment: 'Payment method',
    saleDate: 'Sale date',
    issueDate: 'Issue date',
    paid: 'Paid',
    ifirmaSeries: 'Series in iFirma',
  },
  ofLine,
  lineNumber: (line) => `line ${line}`,
  hints: {
    'buyer.nip': 'Without a NIP the invoice is for a private person.',
    'line.vat': '“exempt” means exempt from VAT.',
    'line.basis': 'The regulation by which the sale is exempt from VAT, such as “art. 113 ust. 1”.',
    ifirmaSeries: 'Exactly as it is called in iFirma. Empty: the default series.',
    paid: 'At most the sum of the invoice.',
  },
  rates: { '23': '23%', '8': '8%', '5': '5%', '0': '0%', zw: 'exempt' },
  whichLine: 'iFirma does not say which line it means. Mend the one that is wrong.',
  length: (length, most) => `${length} of ${most} characters`,
  problem: (problem, field, most) => {
    switch (problem) {
      case 'required':
        return REQUIRED_EN[field] ?? 'Enter this value.';
      case 'too-long':
        return `Too long: iFirma takes at most ${most ?? 0} characters here.`;
      case 'postcode-invalid':
        return 'A Polish postcode has five digits, such as 00-001.';
      case 'nip-invalid':
        return 'This is no valid NIP. Check its digits, or remove it if the buyer is a private person.';
      case 'email-invalid':
        return 'This is no e-mail address.';
      case 'country-invalid':
        return 'Choose a country of the list.';
      case 'date-invalid':
        return 'Choose a day of the calendar.';
      case 'amount-invalid':
        return 'Enter an amount, such as 1 234,56.';
      case 'choice-invalid':
        return 'Choose from the list.';
      case 'refused':
        return 'iFirma did not take this.';
      case 'unfit':
        return 'This does not fit the rest of the document.';
      default:
        return problem satisfies never;
    }
  },
  scopes: { document: 'This document only', order: 'Save in the order', rule: 'Keep as a rule' },
  keepBuyer: 'Where should the buyer’s data be saved?',
  keepRule: {
    payment: 'Should this payment method always go to iFirma like this?',
    'line.vat': 'Should this rate of Sellasist always mean the same?',
    'line.basis': 'Should this legal basis hold for every exempt line?',
    'line.unit': 'Should this be the default unit where Sellasist has none?',
    ifirmaSeries: 'Should this name hold for the whole document series?',
  },
  retry: 'Try again',
  month: {
    title: 'Move the accounting month in iFirma?',
    offer: (from, to) =>
      `The accounting month in iFirma is ${month(from)}, but the sale is of ${month(to)}. Mostek can move it for the sending and move it back at once.`,
    open: 'Move the month and send again',
    way: (from, to) => `${month(from)} → ${month(to)} → ${month(from)}`,
    wayLabel: 'Accounting month',
    accountWide: 'The whole iFirma account has one accounting month, so the change concerns all of its users.',
    meanwhile: 'Nobody should issue documents in iFirma until it is sent. This usually takes some seconds.',
    back: 'After sending Mostek goes back to the month before.',
    confirm: 'Move and send',
    cancel: 'Cancel',
    right: 'The accounting month in iFirma is the right one by now. “Send again” is enough.',
    unknown: (to) =>
      `The accounting month could not be read from iFirma. It should be ${month(to)}. Check it again or change the sale date.`,
    retry: 'Check the month again',
    byHand: 'Move the month in iFirma:',
    steps: (to) => [
      'Log in to iFirma and find the accounting month at the top of the page.',
      `Change it to ${month(to)}.`,
      'Come back and press “Send again”, then go back to the month before in iFirma.',
    ],
    withKey: 'With the API key “abonent”, entered under “Accounts”, Mostek does this for you.',
    otherYear: (from, to) =>
      `The month in iFirma is ${month(from)}, but the sale is of ${month(to)}, which is another year. Changing the accounting year carries data over in iFirma, so Mostek does not do it.`,
  },
  exchange: {
    copy: 'Copy request and answer',
    why: 'Of use in a report to iFirma. They hold what was sent to iFirma, the buyer’s data with it, and no keys.',
    copied: 'Copied',
    byHand: 'The browser did not allow copying. Select the text and copy it yourself.',
    text: 'Request and answer',
    gone: 'What was sent is no longer kept.',
  },
};

const REQUIRED_EN: Readonly<Partial<Record<RepairField, string>>> = {
  'buyer.name': 'Enter the company or the person’s name.',
  'buyer.postcode': 'Enter the postcode.',
  'buyer.city': 'Enter the city.',
  'buyer.country': 'Choose the country.',
  'line.name': 'Enter the line’s name.',
  'line.unit': 'Enter the unit.',
  'line.vat': 'Choose the rate.',
  'line.basis': 'Enter the legal basis.',
  payment: 'Choose what iFirma should call this payment.',
  saleDate: 'Choose the date.',
  issueDate: 'Choose the date.',
  paid: 'Enter the amount.',
};

export const REPAIR_TEXTS: Readonly<Record<Language, RepairTexts>> = { pl, en };
