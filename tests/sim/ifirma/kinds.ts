import type { Fields } from './fields.ts';
import {
  bill,
  correction,
  domestic,
  domesticWithoutVat,
  euGoods,
  exportGoods,
  inCurrency,
  oss,
  proforma,
} from './tables.ts';

/** The kinds of documents that the stand-in books, by their path (ifirma-api 3.0). */
export interface DocumentKind {
  readonly endpoint: string;
  /** `Rodzaj` in lists. */
  readonly listType: string;
  readonly fields: Fields;
  /** The body of a non-VAT payer where it differs; null where such an account has no such document. */
  readonly fieldsWithoutVat: Fields | null;
  /** Who may buy. */
  readonly buyer: 'anyone' | 'eu-company' | 'outside-eu';
  readonly vat: 'polish' | 'zero' | 'destination' | 'none';
  /** What prices are when the body has no `LiczOd`. */
  readonly counted: 'NET' | 'BRT';
  readonly issuedBy: 'mid-next-month' | 'ninety-days' | 'accounting-month' | 'any';
  /** The pattern of numbers that this kind has for itself; null = that of the series. */
  readonly ownPattern: string | null;
  readonly list: 'faktury' | 'proformy';
  /** Whether it can go to KSeF. */
  readonly ksef: boolean;
  readonly success: string;
}

const sale = {
  fieldsWithoutVat: null,
  buyer: 'anyone',
  vat: 'polish',
  counted: 'BRT',
  issuedBy: 'mid-next-month',
  ownPattern: null,
  list: 'faktury',
  ksef: true,
  success: 'Faktura została pomyślnie dodana.',
} as const;

export const CORRECTION_ENDPOINT = 'fakturakraj/korekta';

const KINDS: readonly DocumentKind[] = [
  {
    ...sale,
    endpoint: 'fakturakraj',
    listType: 'prz_faktura_kraj',
    fields: domestic,
    fieldsWithoutVat: domesticWithoutVat,
  },
  {
    ...sale,
    endpoint: 'fakturaparagon',
    listType: 'prz_faktura_paragon',
    fields: domestic,
    fieldsWithoutVat: domesticWithoutVat,
    issuedBy: 'any',
  },
  {
    ...sale,
    endpoint: 'fakturawaluta',
    listType: 'prz_faktura_wys_ter_kraj',
    fields: inCurrency,
    fieldsWithoutVat: inCurrency,
  },
  {
    ...sale,
    endpoint: 'fakturawdt',
    listType: 'prz_dostawa_ue_towarow',
    fields: euGoods,
    buyer: 'eu-company',
    vat: 'zero',
    counted: 'NET',
  },
  {
    ...sale,
    endpoint: 'fakturaeksporttowarow',
    listType: 'prz_eksport_towarow',
    fields: exportGoods,
    buyer: 'outside-eu',
    vat: 'zero',
    counted: 'NET',
  },
  {
    ...sale,
    endpoint: 'fakturaoss',
    listType: 'prz_faktura_oss_usl',
    fields: oss,
    fieldsWithoutVat: oss,
    vat: 'destination',
    issuedBy: 'any',
  },
  {
    ...sale,
    endpoint: 'rachunekkraj',
    listType: 'prz_rachunek_kraj',
    fields: bill,
    fieldsWithoutVat: bill,
    vat: 'none',
    issuedBy: 'ninety-days',
    ownPattern: 'R{n}/{m}/{y}',
    ksef: false,
    success: 'Rachunek został pomyślnie dodany.',
  },
  {
    ...sale,
    endpoint: 'fakturaproformakraj',
    listType: 'prz_faktura_proforma',
    fields: proforma,
    fieldsWithoutVat: proforma,
    issuedBy: 'accounting-month',
    ownPattern: '{n}/{m}/{y}/ProForma',
    list: 'proformy',
    ksef: false,
    success: 'Faktura proforma została pomyślnie dodana.',
  },
  {
    ...sale,
    endpoint: CORRECTION_ENDPOINT,
    listType: 'prz_faktura_kraj_korekta',
    fields: correction,
    fieldsWithoutVat: correction,
    ownPattern: 'K{n}/{m}/{y}',
    success: 'Faktura korygująca została pomyślnie dodana.',
  },
];

const byEndpoint = new Map(KINDS.map((kind) => [kind.endpoint, kind]));

export const kindOf = (endpoint: string): DocumentKind | undefined => byEndpoint.get(endpoint);

/** Longest first, so that a correction is not taken for a domestic invoice. */
export const ENDPOINTS: readonly string[] = [...byEndpoint.keys()].sort((a, b) => b.length - a.length);
