/**
 * What the two accounts of the stand-in are set up with. The second one gives the same ids to other things, so that
 * whoever mixes the accounts up gets a wrong answer and not a lucky one.
 */
import type { Country, Field, Named, Series } from './model.ts';

export type Right = 'orders' | 'orders-write' | 'fields' | 'documents';
export const ALL_RIGHTS: readonly Right[] = ['orders', 'orders-write', 'fields', 'documents'];

export interface PanelSetup {
  readonly subdomain: string;
  readonly keys: Readonly<Record<string, readonly Right[]>>;
  readonly shop: string;
  readonly seller: { readonly name: string; readonly nip: string; readonly city: string };
  readonly statuses: readonly Named[];
  readonly payments: readonly Named[];
  readonly shipments: readonly Named[];
  readonly sources: readonly (Named & { readonly type: string })[];
  readonly fields: readonly Field[];
  readonly series: readonly Series[];
  readonly oldSeries: readonly Named[];
}

export const DEMO_KEY = 'demo-4f1c9a7e2b60';
/** May do everything but read documents. */
export const DEMO_KEY_WITHOUT_DOCUMENTS = 'demo-no-documents-81d5';
export const DEMO_KEY_WITHOUT_FIELDS = 'demo-no-fields-5c0e';
export const DEMO_KEY_READ_ONLY = 'demo-read-only-9b77';
export const DEMO_KEY_WITHOUT_ORDERS = 'demo-no-orders-2e3a';
export const DRUGI_KEY = 'drugi-c83e05d1f947';

const FIELDS: readonly Field[] = [
  { id: '12', name: 'Faktura PDF', type: 'saledocument' },
  { id: '13', name: 'Numer FV', type: 'text' },
  { id: '14', name: 'Korekta PDF', type: 'files' },
  { id: '15', name: 'Uwagi do zamówienia', type: 'textarea' },
];

export const DEMO: PanelSetup = {
  subdomain: 'demo',
  keys: {
    [DEMO_KEY]: ALL_RIGHTS,
    [DEMO_KEY_WITHOUT_DOCUMENTS]: ['orders', 'orders-write', 'fields'],
    [DEMO_KEY_WITHOUT_FIELDS]: ['orders', 'orders-write', 'documents'],
    [DEMO_KEY_READ_ONLY]: ['orders', 'fields', 'documents'],
    [DEMO_KEY_WITHOUT_ORDERS]: ['fields', 'documents'],
  },
  shop: 'sklep-testowy.example',
  seller: { name: 'Sklep Testowy Sp. z o.o.', nip: '2222222222', city: 'Warszawa' },
  statuses: named('1 Nowe', '2 Opłacone', '3 Do wysłania', '4 Wysłane', '5 Zakończone', '9 Błąd faktury'),
  payments: named(
    '1 Przelewy24',
    '2 Przelew',
    '3 PayU',
    '4 BLIK',
    '5 Za pobraniem',
    '6 Gotówka',
    '7 Karta płatnicza',
    '8 PayPal',
    '9 Allegro Finance',
  ),
  shipments: named('5 Kurier', '6 Paczkomat', '7 Odbiór osobisty'),
  sources: [
    { id: '1', name: 'Sklep testowy', type: 'shop' },
    { id: '2', name: 'allegro-testowe', type: 'allegro' },
  ],
  fields: FIELDS,
  series: [
    { id: '1', name: 'FV', type: 'invoice', subtype: 'sale', prefix: 'FV', suffix: '' },
    { id: '2', name: 'FV/OSS', type: 'invoice', subtype: 'sale', prefix: 'FV/OSS', suffix: '' },
    { id: '3', name: 'KOR', type: 'invoice', subtype: 'correction', prefix: 'KOR', suffix: '' },
    { id: '4', name: 'PAR', type: 'receipt', subtype: 'sale', prefix: 'PAR', suffix: '' },
    { id: '5', name: 'PRO', type: 'invoice', subtype: 'proforma', prefix: 'PRO', suffix: '' },
    { id: '6', name: 'WZ', type: 'stock', subtype: 'release', prefix: 'WZ', suffix: '' },
  ],
  oldSeries: named('1 Faktury (stary moduł)', '2 Paragony (stary moduł)'),
};

export const DRUGI: PanelSetup = {
  subdomain: 'drugi',
  keys: { [DRUGI_KEY]: ALL_RIGHTS },
  shop: 'drugi-sklep.example',
  seller: { name: 'Drugi Sklep Beata Wzorowa', nip: '3333333333', city: 'Gdańsk' },
  statuses: named('1 Anulowane', '2 Nowe', '3 Błąd księgowania', '4 W realizacji', '9 Wysłane'),
  payments: named('1 Za pobraniem', '2 Gotówka', '3 Przelew', '4 PayU', '5 BLIK', '6 Przelewy24'),
  shipments: named('5 Odbiór osobisty', '6 Kurier', '8 Poczta'),
  sources: [{ id: '1', name: 'Drugi sklep', type: 'shop' }],
  fields: FIELDS,
  series: [
    { id: '1', name: 'KOR', type: 'invoice', subtype: 'correction', prefix: 'KOR', suffix: '' },
    { id: '2', name: 'PAR', type: 'receipt', subtype: 'sale', prefix: 'PAR', suffix: '' },
    { id: '3', name: 'FV', type: 'invoice', subtype: 'sale', prefix: 'FV', suffix: '' },
    { id: '4', name: 'FV/OSS', type: 'invoice', subtype: 'sale', prefix: 'FV/OSS', suffix: '' },
    { id: '5', name: 'WZ', type: 'stock', subtype: 'release', prefix: 'WZ', suffix: '' },
    { id: '6', name: 'PRO', type: 'invoice', subtype: 'proforma', prefix: 'PRO', suffix: '' },
  ],
  oldSeries: named('1 Paragony (stary moduł)', '2 Faktury (stary moduł)'),
};

/** The same for every account; only Poland's id is known (sellasist-api 3), the others are invented. */
export const COUNTRIES: readonly Country[] = [
  { id: 14, code: 'AT', code3: 'AUT', name: 'Austria' },
  { id: 21, code: 'BE', code3: 'BEL', name: 'Belgium' },
  { id: 56, code: 'CZ', code3: 'CZE', name: 'Czech Republic' },
  { id: 73, code: 'FR', code3: 'FRA', name: 'France' },
  { id: 80, code: 'DE', code3: 'DEU', name: 'Germany' },
  { id: 84, code: 'GR', code3: 'GRC', name: 'Greece' },
  { id: 105, code: 'IT', code3: 'ITA', name: 'Italy' },
  { id: 123, code: 'LT', code3: 'LTU', name: 'Lithuania' },
  { id: 150, code: 'NL', code3: 'NLD', name: 'Netherlands' },
  { id: 170, code: 'PL', code3: 'POL', name: 'Poland' },
  { id: 188, code: 'SK', code3: 'SVK', name: 'Slovakia' },
  { id: 195, code: 'ES', code3: 'ESP', name: 'Spain' },
  { id: 218, code: 'UA', code3: 'UKR', name: 'Ukraine' },
  { id: 220, code: 'GB', code3: 'GBR', name: 'United Kingdom' },
  { id: 221, code: 'US', code3: 'USA', name: 'United States' },
];

export function countryOf(code: string | null): Country | null {
  if (code === null) return null;
  const country = COUNTRIES.find((candidate) => candidate.code === code);
  if (!country) throw new Error(`the stand-in has no country ${code}`);
  return country;
}

/** `'3 Do wysłania'` is id 3. */
function named(...rows: string[]): readonly Named[] {
  return rows.map((row) => {
    const space = row.indexOf(' ');
    return { id: row.slice(0, space), name: row.slice(space + 1) };
  });
}
