import { date, zlotyFrom as zl } from '../figures';
import type { FindingTexts } from '../findings';
import { hintFor } from '../hints';
import { correctionFindings } from './corrections';
import { payments } from './states';

/** Typed at the document in Mostek, or in the panel. */
const THERE = 'w Mostku albo w Sellasist';

/** Nobody sees the number of a field or a series in the panel, so one whose name is not known has none. */
const named = (field: string): string => (/^\d+$/.test(field) ? '' : ` „${field}”`);

/** The controls of the settings page, as it names them. */
const FIELDS: Readonly<Record<string, string>> = {
  kind: '„Rodzaj w iFirma”',
  numbering: '„Kto nadaje numer”',
  pattern: '„Wzór numeru”',
};
const fieldsOf = (codes: string): string => {
  const names = codes.split(',').map((code) => FIELDS[code] ?? code);
  return `${names.length > 1 ? 'pola' : 'pole'} ${names.join(' i ')}`;
};

const IN_SERIES = 'w ustawieniach Mostka, w części „Serie dokumentów”';
const IN_BASICS = 'w ustawieniach Mostka, w części „Podstawowa konfiguracja”';

const paymentName = (code: string): string => payments[code as keyof typeof payments] ?? code;

export const pl: FindingTexts = {
  'buyer-name-missing': () => `Brakuje nazwy nabywcy. Wpisz firmę albo imię i nazwisko ${THERE}.`,
  'buyer-name-too-long': ({ name }) =>
    `Nazwa nabywcy „${name}” jest za długa: iFirma przyjmuje najwyżej 300 znaków. Skróć ją ${THERE}.`,
  'buyer-street-too-long': ({ street }) =>
    `Ulica nabywcy „${street}” jest za długa: iFirma przyjmuje najwyżej 65 znaków. Skróć ją ${THERE}.`,
  'buyer-postcode-missing': () => `Brakuje kodu pocztowego nabywcy, a iFirma go wymaga. Uzupełnij go ${THERE}.`,
  'buyer-postcode-invalid': ({ postcode }) =>
    `Kod pocztowy nabywcy „${postcode}” nie ma postaci 00-000. Popraw go ${THERE}.`,
  'buyer-city-missing': () => `Brakuje miejscowości nabywcy, a iFirma jej wymaga. Uzupełnij ją ${THERE}.`,
  'buyer-city-too-long': ({ city }) =>
    `Miejscowość nabywcy „${city}” jest za długa: iFirma przyjmuje najwyżej 65 znaków. Skróć ją ${THERE}.`,
  'buyer-nip-invalid': ({ nip }) =>
    `NIP nabywcy „${nip}” jest błędny. Popraw go ${THERE}, a jeśli kupuje osoba prywatna, usuń.`,
  'buyer-country-missing': () => `Nie wiadomo, z jakiego kraju jest nabywca. Wybierz kraj ${THERE}.`,
  'buyer-country-unsupported': ({ country }) =>
    `Nabywca jest z kraju ${country}, a Mostek wysyła na razie tylko faktury krajowe. Wystaw tę fakturę w iFirma, a tutaj naciśnij „Pomiń”.`,
  'vat-unknown': ({ line, text }) =>
    text === ''
      ? `Pozycja „${line}” nie ma stawki VAT. Wybierz właściwą ${THERE}.`
      : `Pozycja „${line}” ma nieznaną stawkę VAT „${text}”. Wybierz właściwą ${THERE}.`,
  'vat-zero-ambiguous': ({ line }) =>
    `Pozycja „${line}” ma w Sellasist stawkę 0, a to może znaczyć 0% albo zwolnienie z VAT. Wybierz znaczenie przy tym dokumencie albo na stałe w ustawieniach Mostka, w części „Podstawowa konfiguracja”.`,
  'vat-unsupported': ({ line, text }) =>
    `Pozycja „${line}” ma stawkę VAT „${text}”, której iFirma nie przyjmuje na fakturze krajowej. Wybierz właściwą ${THERE}.`,
  'legal-basis-missing': ({ line }) =>
    `Pozycja „${line}” jest zwolniona z VAT, a brakuje podstawy prawnej. Wpisz ją przy tym dokumencie albo na stałe w ustawieniach Mostka, w części „Podstawowa konfiguracja”, a jeśli cała firma jest zwolniona z VAT, w części „Konta”.`,
  'line-name-missing': ({ line }) => `Pozycja nr ${line} nie ma nazwy. Uzupełnij ją ${THERE}.`,
  'line-quantity-invalid': ({ line }) =>
    `Pozycja „${line}” ma ilość, której nie da się zafakturować: musi być liczbą większą od zera. Popraw ją w Sellasist.`,
  'line-price-invalid': ({ line }) =>
    `Pozycja „${line}” ma cenę, której nie da się zafakturować: musi być kwotą większą od zera. Popraw ją w Sellasist.`,
  'line-gross-mismatch': ({ line, gross }) =>
    `Pozycja „${line}” ma wartość ${zl(gross)}, której nie da się zapisać jako ilość razy cena co do grosza. Popraw jej ilość albo cenę w Sellasist.`,
  'discount-not-spreadable': ({ amount }) =>
    `Rabatu ${zl(amount.replace('-', ''))} nie da się rozłożyć na pozycje co do grosza. Popraw ceny albo rabat w Sellasist.`,
  'no-lines': () =>
    'Dokument nie ma żadnej pozycji do zafakturowania. Dodaj produkty w Sellasist albo naciśnij „Pomiń”.',
  'total-unreadable': () => 'Nie da się odczytać sumy dokumentu. Sprawdź jego kwoty w Sellasist.',
  'total-mismatch': ({ sum, total, difference }) =>
    `Pozycje dają razem ${zl(sum)}, a suma w Sellasist to ${zl(total)} (różnica ${zl(difference)}). Popraw ceny, rabat albo koszt wysyłki w Sellasist.`,
  'total-zero': () =>
    'Suma dokumentu to 0,00\u00a0zł, a takiej faktury iFirma nie przyjmie. Popraw kwoty w Sellasist albo naciśnij „Pomiń”.',
  'payment-unmapped': ({ method }) =>
    `Metoda płatności „${method}” nie ma odpowiednika w iFirma. Wybierz go przy tym dokumencie albo na stałe w ustawieniach Mostka, w części „Metody płatności”.`,
  'payment-unknown': () => `Zamówienie nie ma metody płatności. Wybierz ją ${THERE}.`,
  'currency-unsupported': ({ currency }) =>
    currency === ''
      ? 'Nie wiadomo, w jakiej walucie jest dokument. Ustaw ją w Sellasist.'
      : `Waluta dokumentu to ${currency}, a Mostek wysyła na razie tylko faktury w złotych. Wystaw tę fakturę w iFirma, a tutaj naciśnij „Pomiń”.`,
  'order-unconfirmed': () =>
    'Zamówienie nie jest jeszcze potwierdzone, więc nie ma czego fakturować. Poczekaj na potwierdzenie w Sellasist.',
  'receipt-exists': ({ number }) =>
    `Zamówienie ma już paragon ${number}, a osobna faktura zaksięgowałaby tę sprzedaż drugi raz. Jeśli kupujący jej potrzebuje, wystaw w iFirma fakturę do paragonu, a na karcie zamówienia naciśnij „Pomiń”.`,
  'issue-date-future': ({ date: day }) =>
    `Data wystawienia ${date(day)} jest w przyszłości. Popraw ją ${THERE} albo wyślij dokument w tym dniu.`,
  'sale-date-after-issue': ({ sale, issue }) =>
    `Data sprzedaży ${date(sale)} jest późniejsza niż data wystawienia ${date(issue)}. Popraw jedną z nich ${THERE}.`,
  'issue-too-late': ({ sale, limit }) =>
    `Sprzedaż z dnia ${date(sale)} iFirma pozwala zafakturować najpóźniej z datą ${date(limit)}. Jeśli daty są błędne, popraw je ${THERE} albo, przy zamówieniu bez dokumentu, zmień „Data sprzedaży” ${IN_BASICS}; jeśli są dobre, wystaw tę fakturę w iFirma, a tutaj naciśnij „Pomiń”.`,
  'series-unassigned': ({ number }) =>
    `Seria dokumentu ${number} nie należy do żadnego konta iFirma. Przypisz ją w ustawieniach Mostka, w części „Konta”.`,
  'series-incomplete': ({ number, fields }) =>
    `Seria dokumentu ${number} nie ma jeszcze wszystkich ustawień. Uzupełnij ${fieldsOf(fields)} ${IN_SERIES}.`,
  'series-not-sent': ({ number }) =>
    `Dokument ${number} jest z serii, która według ustawień nie trafia do iFirma. Jeśli ma trafić, zmień „Rodzaj w iFirma” tej serii ${IN_SERIES}; jeśli nie, zostaw go albo pomiń.`,
  'series-for-corrections': ({ number }) =>
    `Dokument ${number} jest fakturą, a jego seria jest ustawiona jako seria korekt. Zmień „Rodzaj w iFirma” tej serii ${IN_SERIES}.`,
  'series-oss': ({ number }) =>
    `Seria dokumentu ${number} jest oznaczona jako „Dokument OSS”, a Mostek wysyła na razie tylko faktury krajowe. Wystaw tę fakturę w iFirma, a tutaj ją powiąż albo pomiń; jeśli to oznaczenie jest pomyłką, usuń je ${IN_SERIES}.`,
  'series-shared': ({ series }) =>
    `W ${series === '' ? 'domyślnej serii iFirma' : `serii „${series}” w iFirma`} spotkałyby się dwie numeracje: Mostek ma tam zachowywać numery z Sellasist, a korzysta z niej jeszcze inna seria albo zamówienia bez dokumentu. Utwórz w iFirma osobną serię dla numerów z Sellasist i wpisz jej nazwę w polu „Seria w iFirma” ${IN_SERIES}.`,
  'order-series-missing': () =>
    `To zamówienie nie ma dokumentu, a ten panel obsługuje kilka kont i żadne nie wystawia takich zamówień. Na jednym z nich wybierz serię w polu „Seria dla zamówień bez dokumentu” ${IN_BASICS}.`,
  'order-series-unfit': ({ series }) =>
    `Seria${named(series)} wybrana dla zamówień bez dokumentu nie może ich numerować: musi należeć do tego konta, być serią faktur krajowych bez oznaczenia OSS i mieć numery nadawane przez iFirma. Popraw ją ${IN_SERIES}, albo wybierz inną w części „Podstawowa konfiguracja”.`,
  'number-unreadable': ({ number, pattern }) =>
    `Numeru ${number} nie da się odczytać według wzoru „${pattern}”, a Mostek ma go zachować. Popraw „Wzór numeru” tej serii ${IN_SERIES}.`,
  'number-date-differs': ({ number, date: day }) =>
    `Numer ${number} ma inny dzień, miesiąc albo rok niż data wystawienia ${date(day)}, więc iFirma nie mogłaby go zachować. Popraw datę ${THERE}, a numer w Sellasist; jeśli są dobre, popraw „Wzór numeru” tej serii ${IN_SERIES}.`,
  'number-differs': ({ ours, theirs }) =>
    `Numer miał zostać zachowany, ale w Sellasist to ${ours}, a w iFirma ${theirs}. Sprawdź tę fakturę w iFirma, a na przyszłość dopasuj tam numerację serii albo zmień pole „Seria w iFirma” ${IN_SERIES}.`,
  'exempt-line-taxed': ({ line, rate }) =>
    `Pozycja „${line}” ma w Sellasist stawkę VAT ${rate}%, a to konto jest zwolnione z VAT. Popraw stawkę ${THERE} albo, jeśli firma płaci VAT, formę opodatkowania w ustawieniach Mostka, w części „Konta”.`,
  'payment-not-for-exempt': ({ code }) =>
    `Sposobu zapłaty „${paymentName(code)}” iFirma nie przyjmuje na fakturze firmy zwolnionej z VAT. Wybierz inny przy tym dokumencie albo na stałe w ustawieniach Mostka, w części „Metody płatności”.`,
  'heading-contradicts': ({ heading, url }) =>
    `Nagłówek strony mówi o zamówieniu ${heading}, a jej adres o zamówieniu ${url}. Mostek nie zgaduje, o które chodzi. Otwórz zamówienie jeszcze raz z listy.`,
  'maybe-booked-number': ({ number }) =>
    `Zamówienie nosi już numer innego dokumentu: ${number}. Sprawdź w iFirma, czy tej sprzedaży nie zafakturowano wcześniej.`,
  'maybe-booked-unknown': () =>
    'W panelu jest więcej dokumentów, niż Mostek zdążył sprawdzić, i któryś może być z tego zamówienia. Upewnij się, że zamówienie nie ma faktury ani paragonu.',
  'maybe-booked-field': ({ field }) =>
    `Pole zamówienia${named(field)}, do którego trafia PDF, jest już wypełnione. Sprawdź, czy nie ma tam faktury za tę sprzedaż; PDF nowej faktury może zastąpić to, co tam jest.`,
  'maybe-booked-mark': ({ number }) =>
    `W iFirma jest już faktura ${number} z oznaczeniem tego zamówienia. Obejrzyj ją, zanim wystawisz następną.`,
  'maybe-booked-state': ({ text }) =>
    `W polu stanu tego zamówienia jest już zapis: „${text}”. Sprawdź w iFirma, czy tej sprzedaży nie zafakturowano; wystawienie faktury zastąpi ten zapis.`,
  'sale-taken': ({ number, document }) => {
    const from = document === '' ? 'z samego zamówienia' : `z dokumentu ${document}`;
    return number === ''
      ? `Faktura za to zamówienie jest już wysyłana ${from}. Drugą wystaw tylko wtedy, gdy dotyczy innej sprzedaży.`
      : `To zamówienie ma już w iFirma fakturę ${number}, wysłaną ${from}. Drugą wystaw tylko wtedy, gdy dotyczy innej sprzedaży.`;
  },
  'sum-differs': ({ ours, theirs }) =>
    `Suma w Sellasist to ${zl(ours)}, a na fakturze w iFirma ${zl(theirs)}. Sprawdź, czy to na pewno ta faktura, i popraw kwoty tam, gdzie są błędne.`,
  'ksef-offline-date': ({ date: issued }) =>
    `Data wystawienia to ${date(issued)}, a nie dzisiaj. Faktury tej serii idą same do KSeF, a fakturę z inną datą KSeF uzna za wystawioną w trybie offline.`,
  'ifirma-refused': ({ kod, text }) =>
    `iFirma nie przyjęła dokumentu (Kod ${kod}): „${text}”. ${hintFor('pl', text) ?? 'Popraw to, na co wskazuje iFirma, i wyślij dokument ponownie.'}`,
  ...correctionFindings,
};
