import type { RefusalCause } from '../../invoice/refusals';

export const pl: Readonly<Record<RefusalCause, string>> = {
  'accounting-month': 'Ustaw w iFirma miesiąc księgowy zgodny z datą sprzedaży albo zmień tę datę.',
  postcode: 'Sprawdź kod pocztowy nabywcy, a jeśli jest dobry, także w kartotece kontrahentów iFirma.',
  city: 'Sprawdź miejscowość nabywcy.',
  street: 'Sprawdź ulicę nabywcy.',
  country: 'Sprawdź kraj nabywcy.',
  nip: 'Sprawdź NIP nabywcy.',
  email: 'Sprawdź adres e-mail nabywcy.',
  phone: 'Sprawdź telefon nabywcy w kartotece kontrahentów iFirma: Mostek go nie wysyła.',
  'line-name': 'Sprawdź nazwy pozycji.',
  'buyer-name': 'Sprawdź nazwę nabywcy.',
  unit: 'Sprawdź jednostkę miary.',
  quantity: 'Sprawdź ilości pozycji w Sellasist.',
  price: 'Sprawdź ceny pozycji w Sellasist.',
  'vat-rate': 'Sprawdź stawki VAT pozycji.',
  'legal-basis': 'Sprawdź podstawę prawną zwolnienia z VAT: może mieć najwyżej 30 znaków.',
  'issue-date':
    'Data wystawienia nie może być wcześniejsza niż data poprzedniej faktury tej samej serii w iFirma. Popraw ją.',
  'sale-date': 'Sprawdź datę sprzedaży i regułę „Data sprzedaży” w ustawieniach Mostka.',
  'due-date':
    'Sprawdź termin płatności w ustawieniach Mostka, w części „Podstawowa konfiguracja”: nie może być wcześniejszy niż sprzedaż.',
  paid: 'Sprawdź zapłaconą kwotę: nie może być większa niż suma faktury.',
  'payment-method': 'Wybierz inną metodę płatności.',
  'exempt-proportion': 'Ustaw w konfiguracji iFirma proporcję sprzedaży opodatkowanej do zwolnionej.',
  series: 'Sprawdź nazwę serii w iFirma: musi być dokładnie taka jak tam.',
  template: 'Sprawdź w ustawieniach Mostka, w części „Serie dokumentów”, nazwę szablonu: musi być taka jak w iFirma.',
  'bank-account':
    'Sprawdź konto bankowe w ustawieniach Mostka, w części „Podstawowa konfiguracja”: musi być jednym z kont w iFirma.',
  number: 'Sprawdź w iFirma, czy faktura o tym numerze nie jest już wystawiona w tej serii.',
  remarks: 'Skróć treść uwag w ustawieniach Mostka, w części „Podstawowa konfiguracja”.',
  oss: 'Włącz procedurę OSS albo IOSS w konfiguracji iFirma, jeśli firma z niej korzysta.',
  'tax-form': 'Sprawdź formę opodatkowania w ustawieniach Mostka, w części „Konta”: musi być taka jak w iFirma.',
  'kind-not-allowed': 'Ten rodzaj dokumentu nie pasuje do ustawień konta w iFirma. Sprawdź je w konfiguracji iFirma.',
  ksef: 'Sprawdź połączenie z KSeF w konfiguracji iFirma.',
  permission:
    'Użytkownik nie ma w iFirma potrzebnych uprawnień albo moduł jest wyłączony. Sprawdź to w konfiguracji iFirma.',
};
