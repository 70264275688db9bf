/** What the form of repairs says. The names of its inputs are those of design.md section 6. */
import type { RepairField } from '../messages';
import { inBoth } from './english';
import { type FieldProblem, month, ofLine, type RuleField } from './repair-parts';

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
        return REQUIRED[field] ?? 'Wpisz tę wartość.';
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

const REQUIRED: Readonly<Partial<Record<RepairField, string>>> = {
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

declare module './english' {
  interface English {
    readonly repair: RepairTexts;
  }
}

export const REPAIR_TEXTS = inBoth('repair', pl);
