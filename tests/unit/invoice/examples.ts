import type { Rules } from '../../../utils/invoice/check.ts';
import type { Buyer, DocumentLine, PanelVat, SaleDocument } from '../../../utils/invoice/document.ts';
import type { SeriesSettings } from '../../../utils/invoice/series.ts';
import { DEFAULT_SETTINGS, DEFAULT_TAX, type TaxForm } from '../../../utils/invoice/settings.ts';

/** 22 November 2026, the day that every example is issued on. */
export const TODAY = '2026-11-22';

export type { Rules };

/** Domestic invoices that iFirma numbers by its default series. */
export const SERIES: SeriesSettings = {
  kind: 'domestic',
  ifirmaSeries: '',
  template: '',
  numbering: 'ifirma',
  pattern: '',
  oss: false,
};

/** A company that is no VAT payer. */
export const NO_VAT_PAYER: TaxForm = { vat: 'exempt', basis: 'Art. 113 ust. 1', flatRate: 'none' };

export const RULES: Rules = {
  settings: DEFAULT_SETTINGS,
  payments: { '4': 'PRZ', '7': 'ELE' },
  seriesIds: ['3'],
  series: { '3': SERIES },
  tax: DEFAULT_TAX,
  issuesOrders: true,
  otherSeries: [],
};

export function percent(value: number): PanelVat {
  return { kind: 'rate', rate: { kind: 'percent', percent: value } };
}

export const EXEMPT: PanelVat = { kind: 'rate', rate: { kind: 'exempt', basis: null } };
export const NO_VAT: PanelVat = { kind: 'unknown', text: '' };

export function line(changes: Partial<DocumentLine> = {}): DocumentLine {
  return {
    id: '1',
    role: 'goods',
    name: 'Lampa biurkowa LED',
    quantity: 1000,
    unitGross: 12_300,
    lineGross: null,
    discount: 0,
    vat: percent(23),
    unit: null,
    ...changes,
  };
}

export function shipping(changes: Partial<DocumentLine> = {}): DocumentLine {
  return line({ id: 'shipping', role: 'shipping', name: 'Paczkomat', unitGross: 1499, vat: NO_VAT, ...changes });
}

export function buyer(changes: Partial<Buyer> = {}): Buyer {
  return {
    name: 'Grażyna Świątek-Źdźbło',
    isCompany: false,
    nip: '',
    street: 'ul. Świętojańska 7/3',
    postcode: '90-001',
    city: 'Łódź',
    country: 'PL',
    email: 'klient@example.com',
    ...changes,
  };
}

/** Document 77 of order 1001: one lamp for 123.00 zł, nothing wrong with it. */
export function saleDocument(changes: Partial<SaleDocument> = {}): SaleDocument {
  return {
    key: 'd77',
    panel: 'demo',
    orderId: '1001',
    documentId: '77',
    number: 'FV 12/11/2026',
    seriesId: '3',
    issueDate: TODAY,
    saleDate: TODAY,
    orderDate: '2026-11-20',
    buyer: buyer(),
    currency: 'PLN',
    lines: [line()],
    total: 12_300,
    payment: { methodId: '4', methodName: 'Przelew', paid: 0, paidOn: null, cashOnDelivery: false },
    unconfirmed: false,
    receipts: [],
    signs: [],
    ...changes,
  };
}

/** Order 1001, for which the panel has no document. */
export function order(changes: Partial<SaleDocument> = {}): SaleDocument {
  return saleDocument({
    key: 'o1001',
    documentId: null,
    number: null,
    seriesId: null,
    issueDate: null,
    saleDate: null,
    ...changes,
  });
}
