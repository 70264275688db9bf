import {
  amount,
  date,
  type Field,
  type Fields,
  flag,
  key,
  keyOrNull,
  list,
  object,
  oneOf,
  oneOfValues,
  optional,
  optionalOrNull,
  text,
  textLike,
  value,
  whole,
} from './fields.ts';
import { DISCOUNT_PLACES, PRICE_PLACES, QUANTITY_PLACES } from './totals.ts';

/** What the tables of the documents are made of: enums, buyer, lines (ifirma-api 2.3 to 2.6, 3.10). */

export const PAYMENTS_NON_VAT = ['PRZ', 'GTK', 'POB', 'KAR', 'CZK', 'KOM', 'DOT', 'PAL', 'ALG', 'ELE'] as const;
const PAYMENTS = [...PAYMENTS_NON_VAT, 'PZA', 'BAR', 'P24', 'TPA'] as const;
export const LANGUAGES =
  // `pl` is missing on purpose: a client reports it as refused (ifirma-api 3.10).
  'en de bg hr cs da nl es et fi fr gr hu it lv lt ru sk sl sv'.split(' ');
export const CURRENCIES =
  'PLN EUR GBP USD CHF NOK JPY CZK LTL UAH RUB AUD DKK CAD LVL RON SEK HUF THB HKD NZD SGD ISK HRK BGN TRY ILS CLP PHP MXN ZAR BRL MYR IDR INR KRW CNY'.split(
    ' ',
  );

export const paid = amount({ least: 0, below: 100_000_000, places: PRICE_PLACES });
export const payment = oneOf(...PAYMENTS);
export const email = textLike(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 65);
/** Greece is `EL` (ifirma-api 2.5). */
export const country = textLike(/^(?!GR$)[A-Z]{2}$/, 2);
const discount = amount({ least: 0, below: 100, places: DISCOUNT_PLACES });
const flatRate = oneOfValues(0.03, 0.055, 0.085, 0.1, 0.12, 0.125, 0.14, 0.15, 0.17);
const gtu = oneOfValues('BRAK', ...Array.from({ length: 13 }, (_, index) => String(index + 1).padStart(2, '0')));
export const number = keyOrNull(whole(1, 9_999_999_999));

/** ifirma-api 2.5 */
export const buyer: Fields = {
  Nazwa: value(text(150, 1)),
  Nazwa2: optional(text(150)),
  Identyfikator: optionalOrNull(text(15, 1)),
  PrefiksUE: optional(text(2)),
  NIP: optionalOrNull(text(13, 1)),
  Ulica: optional(text(65)),
  KodPocztowy: value(text(16, 1)),
  Miejscowosc: value(text(65, 1)),
  Kraj: optional(text(70)),
  KodKraju: optional(country),
  Email: optional(email),
  Telefon: optional(text(32)),
  OsobaFizyczna: optional(flag),
  JestOdbiorca: optional(flag),
  JestDostawca: optional(flag),
  PodmiotPowiazany: optional(flag),
  AdresZagraniczny: optional(flag),
};

/** ifirma-api 2.6 */
export const additionalEntity: Fields = {
  CzyDomyslny: optional(flag),
  Rola: optional(
    oneOf(
      'ODBIORCA',
      'DODATKOWY_NABYWCA',
      'DOKONUJACY_PLATNOSCI',
      'JEDN_SAMORZADU_TERYT',
      'CZLONEK_GRUPY_VAT',
      'PRACOWNIK',
      'INNA',
    ),
  ),
  NazwaRoli: optional(text(50)),
  Nazwa: value(text(150, 1)),
  PrefiksUE: optional(text(2)),
  NIP: optionalOrNull(text(13, 1)),
  IdentyfikatorWewnetrznyZNip: optional(textLike(/^\d{10}-\d{5}$/, 18)),
  Ulica: optional(text(65)),
  KodPocztowy: value(text(16, 1)),
  Miejscowosc: value(text(65, 1)),
  Kraj: optional(text(70)),
};

export const remark: Fields = {
  Typ: key(oneOf('NUMER_UMOWY', 'NUMER_ZAMOWIENIA', 'WARUNKI_TRANSPORTU')),
  Info: key(text(1000, 1)),
  Data: optional(date),
};

export const jpkProcedures = optional(
  object({
    TP: optional(flag),
    IED: optional(flag),
    EE: optional(flag),
    BSPV: optional(flag),
    BSPVDostawa: optional(flag),
    BMPVProwizja: optional(flag),
  }),
);

/** ifirma-api 2.4; which rates are allowed is a rule (rules.ts). */
export const taxedLine: Fields = {
  StawkaVat: optionalOrNull(amount({ least: 0, below: 100, places: 4 })),
  TypStawkiVat: key(oneOf('PRC', 'ZW')),
  Ilosc: key(amount({ above: 0, below: 100_000_000, places: QUANTITY_PLACES })),
  CenaJednostkowa: key(amount({ above: 0, below: 100_000_000, places: PRICE_PLACES })),
  NazwaPelna: key(text(300, 1)),
  Jednostka: key(text(10, 1)),
  PKWiU: optional(text(30)),
  GTU: optional(gtu),
  Rabat: optional(discount),
  Zal15: optional(flag),
  StawkaRyczaltu: optional(flatRate),
  PodstawaPrawna: optional(text(30, 1)),
};

export const foreignNames: Fields = { NazwaPelnaObca: key(text(300, 1)), JednostkaObca: key(text(10, 1)) };

export const pick = (fields: Fields, ...names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));

export const without = (fields: Fields, ...names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

export const lines = (fields: Fields): Field => key(list(object(fields), 1));
