import {
  amount,
  date,
  type Fields,
  flag,
  key,
  keyOrNull,
  list,
  object,
  oneOf,
  optional,
  optionalOrNull,
  text,
  whole,
} from './fields.ts';
import {
  additionalEntity,
  buyer,
  CURRENCIES,
  country,
  foreignNames,
  jpkProcedures,
  LANGUAGES,
  lines,
  number,
  PAYMENTS_NON_VAT,
  paid,
  payment,
  pick,
  remark,
  taxedLine,
  without,
} from './parts.ts';
import { QUANTITY_PLACES } from './totals.ts';

/** The field tables of the documents (ifirma-api 2, 3 and 4). Where its sources disagree, the narrower reading. */

/** Contractor fields, account, place, series, template, signatures, remarks, number: on every sale document. */
const contractor: Fields = {
  IdentyfikatorKontrahenta: optional(text(15, 1)),
  PrefiksUEKontrahenta: optional(text(2)),
  NIPKontrahenta: optional(text(13, 1)),
  Kontrahent: optional(object(buyer)),
};

const print: Fields = {
  NumerKontaBankowego: optionalOrNull(text(28, 1)),
  MiejsceWystawienia: optional(text(50)),
  TerminPlatnosci: optional(date),
  NazwaSeriiNumeracji: optional(text(50, 1)),
  NazwaSzablonu: optional(text(50, 1)),
  PodpisOdbiorcy: optional(text(70)),
  PodpisWystawcy: optional(text(70)),
  Uwagi: optional(text(1000)),
  Numer: number,
};

const signature: Fields = { RodzajPodpisuOdbiorcy: key(oneOf('OUP', 'UPO', 'BPO', 'BWO')) };

/** At least one of the two has to be there; that is a rule. */
const registers: Fields = { WidocznyNumerGios: optional(flag), WidocznyNumerBdo: optional(flag) };

const saleDates: Fields = {
  DataWystawienia: key(date),
  DataSprzedazy: key(date),
  FormatDatySprzedazy: key(oneOf('DZN', 'MSC')),
};

const counted: Fields = { LiczOd: key(oneOf('NET', 'BRT')) };
const manyRemarks: Fields = { DodatkoweUwagi: optional(list(object(remark))) };
const entities: Fields = { PodmiotyDodatkowe: optional(list(object(additionalEntity))) };

const rate: Fields = {
  KursWalutyWidoczny: optional(flag),
  KursWalutyZDniaPoprzedzajacegoDzienWystawieniaFaktury: optional(amount({ above: 0, below: 1_000_000, places: 6 })),
};

/** ifirma-api 2.1; `fakturaparagon` has the same body (3.9). */
export const domestic: Fields = {
  Zaplacono: key(paid),
  ZaplaconoNaDokumencie: key(paid),
  ...counted,
  SplitPayment: optional(flag),
  ...saleDates,
  SposobZaplaty: key(payment),
  ...print,
  ...signature,
  ...registers,
  ...contractor,
  ProceduryJpk: jpkProcedures,
  DodatkoweUwagi: optional(object(remark)),
  ...entities,
  Pozycje: lines(taxedLine),
};

/** ifirma-api 2.7 */
export const domesticWithoutVat: Fields = {
  ...without(domestic, 'SplitPayment'),
  LiczOd: key(oneOf('BRT')),
  SposobZaplaty: key(oneOf(...PAYMENTS_NON_VAT)),
  Pozycje: lines({ ...taxedLine, StawkaVat: keyOrNull(amount({ least: 0, below: 100, places: 4 })) }),
};

/** ifirma-api 3.2 */
export const inCurrency: Fields = {
  TypSprzedazy: key(oneOf('KRAJOWA', 'WYSYLKOWA')),
  ...without(domestic, 'ProceduryJpk', 'DodatkoweUwagi', 'Pozycje'),
  ZaplaconoNaDokumencie: optional(paid),
  Waluta: key(oneOf(...CURRENCIES)),
  Jezyk: optional(oneOf(...LANGUAGES)),
  ...rate,
  ...manyRemarks,
  Pozycje: lines({ ...taxedLine, ...foreignNames }),
};

/** ifirma-api 3.3 */
export const euGoods: Fields = {
  Zaplacono: key(paid),
  ZaplaconoNaDokumencie: optional(paid),
  ...saleDates,
  SposobZaplaty: key(payment),
  Jezyk: key(oneOf(...LANGUAGES)),
  Waluta: key(oneOf(...CURRENCIES)),
  ...rate,
  ...print,
  ...signature,
  ...registers,
  ...contractor,
  ...manyRemarks,
  ...entities,
  Pozycje: lines({
    ...without(taxedLine, 'TypStawkiVat', 'Zal15', 'PodstawaPrawna'),
    TypStawkiVat: key(oneOf('PRC')),
    ...foreignNames,
  }),
};

/** ifirma-api 3.4 */
export const exportGoods: Fields = { ...euGoods, ProceduryJpk: jpkProcedures };

/** ifirma-api 3.6: no `Zaplacono`; no `Rabat`, which one client sends and the typed mirror of the documentation lacks. */
export const oss: Fields = {
  ...without(saleDates, 'FormatDatySprzedazy'),
  FormatDatySprzedazy: key(oneOf('DZN')),
  KrajDostawy: key(country),
  KrajWysylki: optional(country),
  SprzedazUslug: optional(flag),
  UstalenieMiejscaUslugi1: optional(text(50)),
  UstalenieMiejscaUslugi2: optional(text(50)),
  LiczOd: optional(oneOf('NET', 'BRT')),
  Jezyk: key(oneOf(...LANGUAGES)),
  Waluta: key(oneOf(...CURRENCIES)),
  ...without(rate, 'KursWalutyWidoczny'),
  SposobZaplaty: optional(payment),
  ...without(print, 'Numer'),
  Numer: optionalOrNull(whole(1, 9_999_999_999)),
  ...signature,
  WidocznyNumerBdo: optional(flag),
  ...contractor,
  ...manyRemarks,
  Pozycje: lines({
    ...pick(taxedLine, 'NazwaPelna', 'Jednostka', 'Ilosc', 'CenaJednostkowa'),
    NazwaPelnaObca: optional(text(300, 1)),
    JednostkaObca: optional(text(10, 1)),
    StawkaVat: key(amount({ least: 0, below: 1, places: 4 })),
    TypStawkiVat: key(oneOf('POD', 'PR1', 'PR2', 'PR3', 'ZW')),
  }),
};

/** ifirma-api 2.8 */
export const bill: Fields = {
  Zaplacono: key(paid),
  ...saleDates,
  SposobZaplaty: key(payment),
  WpisDoKpir: key(oneOf('NIE', 'TOW', 'POZ')),
  WpisDoEwidencji: optional(oneOf('TAK', 'NIE')),
  ...print,
  ...contractor,
  Pozycje: lines(pick(taxedLine, 'NazwaPelna', 'Jednostka', 'Ilosc', 'CenaJednostkowa', 'Rabat', 'StawkaRyczaltu')),
};

/** ifirma-api 3.8 */
export const proforma: Fields = {
  ...counted,
  TypFakturyKrajowej: key(oneOf('SPRZ', 'BUD', 'ZAL')),
  DataWystawienia: key(date),
  NumerZamowienia: key(text(30, 1)),
  SposobZaplaty: key(payment),
  ...print,
  ...signature,
  ...registers,
  ...contractor,
  ...manyRemarks,
  Pozycje: lines(taxedLine),
};

/** ifirma-api 4.2, 4.4; disagreements: required, as "always send" says. */
export const correction: Fields = {
  PowodKorekty: key(oneOf('OBOW_RABAT', 'ZWR_SPRZ_TOW', 'ZWR_NAB_KWOT', 'ZWR_NAB_ZAL', 'PODW_CENY', 'POMYLKI')),
  PowodKorektyNaWydruku: optional(flag),
  SpelnionoWarunki: key(flag),
  DataWystawienia: key(date),
  Zaplacono: optional(paid),
  SposobZaplaty: optional(payment),
  SplitPayment: optional(flag),
  ...without(print, 'Numer'),
  ...signature,
  Pozycje: lines({
    ...without(taxedLine, 'Rabat', 'Zal15', 'Ilosc'),
    Ilosc: key(amount({ least: 0, below: 100_000_000, places: QUANTITY_PLACES })),
  }),
};
