import type { VatRate } from './document';

/** iFirma's codes of a payment method (ifirma-api 2.3); the options offer all of them. */
export const PAYMENT_CODES = [
  'PRZ',
  'GTK',
  'POB',
  'KAR',
  'PZA',
  'CZK',
  'KOM',
  'BAR',
  'DOT',
  'PAL',
  'ALG',
  'P24',
  'TPA',
  'ELE',
] as const;
export type PaymentCode = (typeof PAYMENT_CODES)[number];

/** Sellasist payment method id → iFirma code. */
export type PaymentMapping = Readonly<Record<string, PaymentCode>>;

export type ShippingVat =
  | { readonly rule: 'fixed'; readonly rate: VatRate }
  /** The highest rate among the goods. */
  | { readonly rule: 'highest' };

export type SaleDateRule = 'issue' | 'order' | 'payment';

/** What one account's documents go by. */
export interface AccountSettings {
  readonly shippingVat: ShippingVat;
  /** What a bare 0 in the panel means; null: not answered, so a line with it is a finding. */
  readonly zeroVat: 'percent' | 'exempt' | null;
  /** Legal basis printed for exempt lines, at most 30 characters; empty when there is none. */
  readonly exemptBasis: string;
  readonly saleDate: SaleDateRule;
  /** Unit where the panel names none, at most 10 characters. */
  readonly unit: string;
  readonly errorStatusId: string | null;
  readonly documentFieldId: string | null;
  readonly correctionFieldId: string | null;
  readonly savePdf: boolean;
}

export const DEFAULT_SETTINGS: AccountSettings = {
  shippingVat: { rule: 'fixed', rate: { kind: 'percent', percent: 23 } },
  zeroVat: null,
  exemptBasis: '',
  saleDate: 'issue',
  unit: 'szt.',
  errorStatusId: null,
  documentFieldId: null,
  correctionFieldId: null,
  savePdf: true,
};

/** One iFirma login bound to one panel, with the document series it owns. Keys are in the vault, never here. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly panel: string;
  readonly login: string;
  readonly seriesIds: readonly string[];
  readonly settings: AccountSettings;
  readonly payments: PaymentMapping;
  /** Set while iFirma refuses the account (Kod 400–403, 499, 500): its queue waits for a connection test. */
  readonly pausedBy: string | null;
  /** Which spelling of a file the panel's field took last. */
  readonly fileForm: 'raw' | 'datauri' | null;
}
