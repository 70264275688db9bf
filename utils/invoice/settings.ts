/** What a merchant sets for one account, and what its documents go by. Keys are in the vault, never here. */
import type { IsoDate, VatRate } from './document';
import type { SeriesSettings } from './series';

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

/** The rates of a line that a person may choose (ifirma-api 9.2); `zw` is exempt. */
export const RATE_CHOICES = ['23', '8', '5', '0', 'zw'] as const;
export type RateChoice = (typeof RATE_CHOICES)[number];

/** Sellasist payment method id → iFirma code. */
export type PaymentMapping = Readonly<Record<string, PaymentCode>>;

export type ShippingVat =
  | { readonly rule: 'fixed'; readonly rate: VatRate }
  /** The highest rate among the goods. */
  | { readonly rule: 'highest' };

export type SaleDateRule = 'issue' | 'order' | 'payment';

/**
 * `RodzajPodpisuOdbiorcy` (ifirma-api 2.1). OUP: a person authorised to collect signs; UPO: by power of attorney; BPO: without the
 * recipient's signature; BWO: without either signature.
 */
export const SIGNATURE_KINDS = ['OUP', 'UPO', 'BPO', 'BWO'] as const;
export type SignatureKind = (typeof SIGNATURE_KINDS)[number];

/** `NumerKontaBankowego`: left to iFirma's own default, hidden (`BRAK`), or one of the company's accounts. */
export type BankAccount =
  | { readonly use: 'ifirma' }
  | { readonly use: 'hidden' }
  /** At most 28 characters. */
  | { readonly use: 'number'; readonly number: string };

/** `TerminPlatnosci`: none is sent, or so many days after the issue or the sale date. */
export type DueDateRule = { readonly from: 'none' } | { readonly from: 'issue' | 'sale'; readonly days: number };

/**
 * `SplitPayment`. `ifirma`: not sent, so iFirma's own setting decides. `always`: to a buyer with a NIP. `large`: on an invoice above 15,000 zł to a buyer with a NIP
 * (the amount from which split payment can be an obligation).
 */
export const SPLIT_PAYMENTS = ['ifirma', 'always', 'large', 'never'] as const;
export type SplitPayment = (typeof SPLIT_PAYMENTS)[number];

/** `GTU` of a line (ifirma-api 2.4). */
export const GTU_CODES = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13'] as const;
export type GtuCode = (typeof GTU_CODES)[number];

/** What one account's documents go by. */
export interface AccountSettings {
  readonly shippingVat: ShippingVat;
  /** What a bare 0 in the panel means; null: not answered, so a line with it is a finding. */
  readonly zeroVat: 'percent' | 'exempt' | null;
  /** What a rate of the panel that no invoice knows means, by `rateKey`; absent: nothing was said of any. */
  readonly rateRules?: Readonly<Record<string, RateChoice>> | undefined;
  /** Legal basis printed for exempt lines, at most 30 characters; empty when there is none. */
  readonly exemptBasis: string;
  readonly saleDate: SaleDateRule;
  /** Unit where the panel names none, at most 10 characters. */
  readonly unit: string;
  readonly errorStatusId: string | null;
  readonly documentFieldId: string | null;
  readonly correctionFieldId: string | null;
  readonly savePdf: boolean;
  readonly autoSend: boolean;
  /**
   * From which day of issue on documents are sent by themselves; null: whatever the panel gets from the moment on in which it was switched on.
   * Absent: `autoSend` was saved by a version that could not send by itself yet, and nobody has said it to one that can.
   */
  readonly autoFrom?: IsoDate | null | undefined;
  /** A text field of the order in which people read the state. */
  readonly stateFieldId: string | null;
  /**
   * By which of its series this account issues orders without a document. At most one account of a panel has one. null: not this
   * account, or, where a panel has this account only, iFirma's default series.
   */
  readonly orderSeriesId: string | null;
  /** `MiejsceWystawienia`, at most 50 characters; empty: not sent. */
  readonly issuePlace: string;
  readonly signature: SignatureKind;
  readonly bankAccount: BankAccount;
  readonly dueDate: DueDateRule;
  /** Whether the company's BDO and GIOŚ numbers, which iFirma knows, are printed. */
  readonly showBdo: boolean;
  readonly showGios: boolean;
  readonly splitPayment: SplitPayment;
  /** For goods, not for shipping; null: none. */
  readonly gtu: GtuCode | null;
  /** PKWiU or CN of goods, at most 30 characters; empty: none. */
  readonly pkwiu: string;
  /** A text field of the order for the number of KSeF; absent or null: none. */
  readonly ksefFieldId?: string | null | undefined;
  /** Whether the PDF is fetched again once KSeF has given its number; absent: no. */
  readonly ksefPdf?: boolean | undefined;
  /** What `Uwagi` begins with, with placeholders (`notes-text.ts`), at most 500 characters. */
  readonly notesText: string;
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
  autoSend: false,
  stateFieldId: null,
  orderSeriesId: null,
  issuePlace: '',
  signature: 'BWO',
  bankAccount: { use: 'ifirma' },
  dueDate: { from: 'none' },
  showBdo: false,
  showGios: false,
  splitPayment: 'ifirma',
  gtu: null,
  pkwiu: '',
  notesText: '',
};

/** Rates of the flat-rate income tax (`StawkaRyczaltu`, ifirma-api 2.4), as iFirma writes them. */
export const FLAT_RATES = ['0.03', '0.055', '0.085', '0.10', '0.12', '0.125', '0.14', '0.15', '0.17'] as const;
export type FlatRate = (typeof FLAT_RATES)[number];

/** How the company is taxed: VAT and the flat-rate income tax are two questions, and every pair of answers occurs. */
export interface TaxForm {
  readonly vat: 'payer' | 'exempt';
  /** Legal basis of the exemption, at most 30 characters; empty for a payer. */
  readonly basis: string;
  /** `none`: not taxed at a flat rate. `ifirma`: flat rate, at the default of the iFirma account. */
  readonly flatRate: 'none' | 'ifirma' | FlatRate;
}

export const DEFAULT_TAX: TaxForm = { vat: 'payer', basis: '', flatRate: 'none' };

/** One iFirma login bound to one panel, with the document series it owns. Keys are in the vault, never here. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly panel: string;
  readonly login: string;
  readonly tax: TaxForm;
  readonly seriesIds: readonly string[];
  /** By series id. A series without an entry is as incomplete as one whose fields are empty. */
  readonly series: Readonly<Record<string, SeriesSettings>>;
  readonly settings: AccountSettings;
  readonly payments: PaymentMapping;
  /** Set while iFirma refuses the account (Kod 400–403, 499, 500): its queue waits for a connection test. */
  readonly pausedBy: string | null;
  /** Which spelling of a file the panel's field took last. */
  readonly fileForm: 'raw' | 'datauri' | null;
  /** One more with each save by a person; a form that was opened on an older one is told, and nothing is mixed. */
  readonly revision: number;
}
