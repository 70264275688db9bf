/** What to do about a refusal of iFirma, by what its words complain of (`invoice/refusals.ts`). */
import { type RefusalCause, refusalCause } from '../invoice/refusals';
import type { Language } from '../messages';

type Hint = Readonly<Record<Language, string>>;

export const HINTS: Readonly<Record<RefusalCause, Hint>> = {
  'accounting-month': {
    pl: 'Ustaw w iFirma miesiąc księgowy zgodny z datą sprzedaży albo zmień tę datę.',
    en: 'Set the accounting month in iFirma to that of the sale date, or change the date.',
  },
  postcode: {
    pl: 'Sprawdź kod pocztowy nabywcy, a jeśli jest dobry, także w kartotece kontrahentów iFirma.',
    en: 'Check the buyer’s postcode and, if it is right, the one in iFirma’s list of contractors.',
  },
  city: { pl: 'Sprawdź miejscowość nabywcy.', en: 'Check the buyer’s city.' },
  street: { pl: 'Sprawdź ulicę nabywcy.', en: 'Check the buyer’s street.' },
  country: { pl: 'Sprawdź kraj nabywcy.', en: 'Check the buyer’s country.' },
  nip: { pl: 'Sprawdź NIP nabywcy.', en: 'Check the buyer’s tax number (NIP).' },
  email: { pl: 'Sprawdź adres e-mail nabywcy.', en: 'Check the buyer’s e-mail.' },
  phone: {
    pl: 'Sprawdź telefon nabywcy w kartotece kontrahentów iFirma: Mostek go nie wysyła.',
    en: 'Check the buyer’s phone number in iFirma’s list of contractors: Mostek does not send it.',
  },
  'line-name': { pl: 'Sprawdź nazwy pozycji.', en: 'Check the names of the lines.' },
  'buyer-name': { pl: 'Sprawdź nazwę nabywcy.', en: 'Check the buyer’s name.' },
  unit: { pl: 'Sprawdź jednostkę miary.', en: 'Check the unit of measure.' },
  quantity: { pl: 'Sprawdź ilości pozycji w Sellasist.', en: 'Check the quantities of the lines in Sellasist.' },
  price: { pl: 'Sprawdź ceny pozycji w Sellasist.', en: 'Check the prices of the lines in Sellasist.' },
  'vat-rate': { pl: 'Sprawdź stawki VAT pozycji.', en: 'Check the VAT rates of the lines.' },
  'legal-basis': {
    pl: 'Sprawdź podstawę prawną zwolnienia z VAT: może mieć najwyżej 30 znaków.',
    en: 'Check the legal basis of the VAT exemption: it may have 30 characters at most.',
  },
  'issue-date': {
    pl: 'Data wystawienia nie może być wcześniejsza niż data poprzedniej faktury tej samej serii w iFirma. Popraw ją.',
    en: 'The issue date may not be earlier than that of the previous invoice of the series in iFirma. Correct it.',
  },
  'sale-date': {
    pl: 'Sprawdź datę sprzedaży i regułę „Data sprzedaży” w ustawieniach Mostka.',
    en: 'Check the sale date and the rule for it in Mostek’s settings.',
  },
  'due-date': {
    pl: 'Sprawdź termin płatności w ustawieniach Mostka, w części „Podstawowa konfiguracja”: nie może być wcześniejszy niż sprzedaż.',
    en: 'Check the due date in Mostek’s settings, under “Basic configuration”: it may not be earlier than the sale.',
  },
  paid: {
    pl: 'Sprawdź zapłaconą kwotę: nie może być większa niż suma faktury.',
    en: 'Check the paid amount: it may not be more than the sum of the invoice.',
  },
  'payment-method': {
    pl: 'Wybierz inną metodę płatności.',
    en: 'Choose another payment method.',
  },
  'exempt-proportion': {
    pl: 'Ustaw w konfiguracji iFirma proporcję sprzedaży opodatkowanej do zwolnionej.',
    en: 'Set the proportion of taxable to exempt sales in iFirma’s configuration.',
  },
  series: {
    pl: 'Sprawdź nazwę serii w iFirma: musi być dokładnie taka jak tam.',
    en: 'Check the name of the series in iFirma: it has to be exactly the one there.',
  },
  template: {
    pl: 'Sprawdź w ustawieniach Mostka, w części „Serie dokumentów”, nazwę szablonu: musi być taka jak w iFirma.',
    en: 'Check the template’s name in Mostek’s settings, under “Document series”: it has to be the one in iFirma.',
  },
  'bank-account': {
    pl: 'Sprawdź konto bankowe w ustawieniach Mostka, w części „Podstawowa konfiguracja”: musi być jednym z kont w iFirma.',
    en: 'Check the bank account in Mostek’s settings, under “Basic configuration”: it has to be one of those in iFirma.',
  },
  number: {
    pl: 'Sprawdź w iFirma, czy faktura o tym numerze nie jest już wystawiona w tej serii.',
    en: 'Check in iFirma whether the series has an invoice of this number already.',
  },
  remarks: {
    pl: 'Skróć treść uwag w ustawieniach Mostka, w części „Podstawowa konfiguracja”.',
    en: 'Shorten the remarks in Mostek’s settings, under “Basic configuration”.',
  },
  oss: {
    pl: 'Włącz procedurę OSS albo IOSS w konfiguracji iFirma, jeśli firma z niej korzysta.',
    en: 'Turn the OSS or IOSS procedure on in iFirma’s configuration, if the company uses it.',
  },
  'tax-form': {
    pl: 'Sprawdź formę opodatkowania w ustawieniach Mostka, w części „Konta”: musi być taka jak w iFirma.',
    en: 'Check the tax form in Mostek’s settings, under “Accounts”: it has to be the one in iFirma.',
  },
  'kind-not-allowed': {
    pl: 'Ten rodzaj dokumentu nie pasuje do ustawień konta w iFirma. Sprawdź je w konfiguracji iFirma.',
    en: 'This kind of document does not fit the account’s settings in iFirma. Check them in iFirma’s configuration.',
  },
  ksef: {
    pl: 'Sprawdź połączenie z KSeF w konfiguracji iFirma.',
    en: 'Check the connection to KSeF in iFirma’s configuration.',
  },
  permission: {
    pl: 'Użytkownik nie ma w iFirma potrzebnych uprawnień albo moduł jest wyłączony. Sprawdź to w konfiguracji iFirma.',
    en: 'The user lacks a permission in iFirma, or the module is off. Check this in iFirma’s configuration.',
  },
};

/** null: nothing is known about these words. */
export const hintFor = (language: Language, text: string): string | null => {
  const cause = refusalCause(text);
  return cause === null ? null : HINTS[cause][language];
};
