/** What a person may type where a document is refused (design 6), and what becomes of it. */
import { PAYMENT_CODES, RATE_CHOICES } from '../settings';

export const BUYER_FIELDS = [
  'buyer.name',
  'buyer.street',
  'buyer.postcode',
  'buyer.city',
  'buyer.country',
  'buyer.nip',
  'buyer.email',
] as const;
export const LINE_FIELDS = ['line.name', 'line.unit', 'line.vat', 'line.basis'] as const;
export const WHOLE_FIELDS = ['payment', 'saleDate', 'issueDate', 'paid', 'ifirmaSeries'] as const;
/** In the order in which a form shows them. */
export const REPAIR_FIELDS = [...BUYER_FIELDS, ...LINE_FIELDS, ...WHOLE_FIELDS] as const;

export type BuyerField = (typeof BUYER_FIELDS)[number];
export type LineField = (typeof LINE_FIELDS)[number];
export type RepairField = (typeof REPAIR_FIELDS)[number];

/**
 * One value that a person put in the place of what the panel says. It holds only while the panel still says that: whoever corrects the
 * document in Sellasist afterwards means what stands there.
 */
export interface Repair {
  readonly field: RepairField;
  /** Which line of the document, from 0; null: none. */
  readonly line: number | null;
  /** What the panel said when it was typed (`saidOf`). */
  readonly was: string;
  /** As `judgeRepair` gives it. */
  readonly value: string;
}

/** `Tylko ten dokument`, `Zapisz w zamówieniu`, `Zapamiętaj jako regułę`. */
export type RepairScope = 'document' | 'order' | 'rule';

/** What a field offers to choose from; null: it is typed. */
export const CHOICES: Readonly<Partial<Record<RepairField, readonly string[]>>> = {
  payment: PAYMENT_CODES,
  'line.vat': RATE_CHOICES,
};

export function isLineField(field: RepairField): field is LineField {
  return LINE_FIELDS.some((name) => name === field);
}

export function isBuyerField(field: RepairField): field is BuyerField {
  return BUYER_FIELDS.some((name) => name === field);
}
