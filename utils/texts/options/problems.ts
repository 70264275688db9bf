/** What is wrong with a field, and what the connection test says. */
import type { FieldProblem, Language, TestLine } from '../../messages';

export type ProblemTexts = Readonly<Record<FieldProblem, string>>;

export const PROBLEM_TEXTS: Readonly<Record<Language, ProblemTexts>> = {
  pl: {
    required: 'Uzupełnij to pole.',
    'panel-invalid': 'Subdomena może mieć tylko litery a–z, cyfry i myślniki, np. „mojsklep”.',
    'login-invalid': 'Login zawiera znaki, których iFirma nie przyjmuje.',
    'key-not-hex': 'Ten klucz składa się tylko z cyfr 0–9 i liter a–f. Skopiuj go jeszcze raz z iFirma.',
    'key-odd-length': 'Klucz jest niepełny: brakuje mu znaku. Skopiuj go jeszcze raz w całości.',
    'series-taken': 'Jedna z wybranych serii dokumentów należy już do innego konta. Odznacz ją tutaj albo tam.',
    'too-long': 'Tekst jest za długi.',
    fixed: 'To konto już coś wysłało, więc tego nie da się zmienić. Dla innego panelu albo loginu dodaj nowe konto.',
    'order-series-taken':
      'Zamówienia bez dokumentu wystawia już inne konto tego panelu. Zostaw to pole puste albo zmień ustawienie tamtego konta.',
    'order-series-unfit':
      'Tą serią nie da się wystawić zamówienia bez dokumentu: jest niekompletna, nie jest dla faktur krajowych albo zachowuje numery Sellasist.',
    'bank-account-invalid': 'To nie jest numer polskiego konta: ma mieć 26 cyfr, może zaczynać się od PL.',
    'days-invalid': 'Wpisz liczbę dni od 0 do 365.',
    'placeholder-unknown': 'W tekście jest nazwa w klamrach, której Mostek nie zna. Lista znanych jest pod polem.',
    'auto-needs-field':
      'Najpierw wybierz „Pole stanu iFirma”: tam inne komputery widzą, że ten dokument jest już wysyłany, i nie wysyłają go drugi raz.',
    'auto-needs-first':
      'Najpierw wyślij jeden dokument przyciskiem „Wyślij do iFirma” i sprawdź, jak wygląda w iFirma. Potem włącz automatyczne wysyłanie.',
    'auto-from-early':
      'Wybierz dzień najwyżej 60 dni temu: starsze dokumenty należą zwykle do zamkniętych już miesięcy. Wyślesz je z „Nie wysłane”.',
    'other-key': 'To inny klucz niż zapisany. Wklej dokładnie ten sam.',
  },
  en: {
    required: 'Fill in this field.',
    'panel-invalid': 'A sub-domain has only letters a–z, digits and hyphens, e.g. “myshop”.',
    'login-invalid': 'The login holds characters that iFirma does not accept.',
    'key-not-hex': 'This key consists of digits 0–9 and letters a–f only. Copy it from iFirma again.',
    'key-odd-length': 'The key is incomplete: a character is missing. Copy the whole of it again.',
    'series-taken': 'One of the chosen document series belongs to another account already. Clear it here or there.',
    'too-long': 'The text is too long.',
    fixed: 'This account has sent something, so this cannot change. Add a new account for another panel or login.',
    'order-series-taken':
      'Another account of this panel issues the orders without a document. Leave this field empty or change that account.',
    'order-series-unfit':
      'This series cannot issue orders without a document: it is incomplete, not for domestic invoices, or keeps Sellasist’s numbers.',
    'bank-account-invalid': 'This is no Polish account number: it has 26 digits and may begin with PL.',
    'days-invalid': 'Give a number of days from 0 to 365.',
    'placeholder-unknown': 'There is a name in braces that Mostek does not know. The known ones are listed below.',
    'auto-needs-field':
      'First choose the “iFirma state field”: there other computers see that a document is being sent, and do not send it a second time.',
    'auto-needs-first':
      'First send one document by the button “Send to iFirma” and see what it looks like in iFirma. Then switch this on.',
    'auto-from-early':
      'Choose a day at most 60 days ago: older documents mostly belong to months that are closed. You can send them from “Not sent”.',
    'other-key': 'This is another key than the stored one. Paste exactly the same.',
  },
};

/** The same, where the owner is known. */
export interface OwnedProblemTexts {
  readonly 'series-taken': (owner: string) => string;
  readonly 'order-series-taken': (owner: string) => string;
}

export const OWNED_PROBLEM_TEXTS: Readonly<Record<Language, OwnedProblemTexts>> = {
  pl: {
    'series-taken': (owner) =>
      `Jedna z wybranych serii dokumentów należy już do konta „${owner}”. Odznacz ją tutaj albo tam.`,
    'order-series-taken': (owner) =>
      `Zamówienia bez dokumentu wystawia już konto „${owner}”. Zostaw to pole puste albo zmień ustawienie tamtego konta.`,
  },
  en: {
    'series-taken': (owner) =>
      `One of the chosen document series belongs to the account “${owner}” already. Clear it here or there.`,
    'order-series-taken': (owner) =>
      `The account “${owner}” issues the orders without a document. Leave this field empty or change that account.`,
  },
};

export type TestTexts = Readonly<
  Record<
    TestLine['what'],
    {
      /** What was asked: stands before the reason when it did not work. */
      readonly asked: string;
      readonly reached: (params: TestLine['params']) => string;
    }
  >
>;

export const TEST_TEXTS: Readonly<Record<Language, TestTexts>> = {
  pl: {
    sellasist: { asked: 'Panel Sellasist', reached: () => 'Panel Sellasist przyjął klucz' },
    'sellasist-orders': { asked: 'Zamówienia', reached: () => 'Zamówienia można odczytać' },
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
  },
  en: {
    sellasist: { asked: 'Sellasist panel', reached: () => 'The Sellasist panel accepted the key' },
    'sellasist-orders': { asked: 'Orders', reached: () => 'Orders can be read' },
    'sellasist-fields': {
      asked: 'Additional fields of orders',
      reached: () => 'Additional fields of orders can be read',
    },
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
};
