/**
 * The form of what a merchant sets, wherever it comes from: a message of a view or a file. Strict: a name that is not known is
 * refused, not dropped.
 */
import * as z from 'zod/mini';
import { CORRECTION_REASONS } from '../invoice/correction/reasons';
import { KSEF_MODES } from '../invoice/ksef';
import { SERIES_KINDS } from '../invoice/series';
import {
  FLAT_RATES,
  GTU_CODES,
  PAYMENT_CODES,
  RATE_CHOICES,
  SIGNATURE_KINDS,
  SPLIT_PAYMENTS,
} from '../invoice/settings';

/** Ids are names of records, so none may be a name that reaches into an object's own works. */
export const id = z.string().check(z.regex(/^(?!(?:__proto__|constructor|prototype)$)[A-Za-z0-9_-]{1,64}$/));
export const text = (limit: number) => z.string().check(z.maxLength(limit));
export const secretText = text(200);

/** Of an account. A panel's list may have more methods; as many of them are offered as can be stored. */
export const PAYMENTS_MOST = 1_000;
const SERIES_MOST = 200;
const RATE_RULES_MOST = 50;

const atMost = (most: number) => z.refine<object>((record) => Object.keys(record).length <= most);

const vatRate = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), percent: z.number().check(z.gte(0), z.lte(100)) }),
  z.strictObject({ kind: z.literal('exempt'), basis: z.nullable(text(30)) }),
]);

export const settings = z.strictObject({
  shippingVat: z.discriminatedUnion('rule', [
    z.strictObject({ rule: z.literal('fixed'), rate: vatRate }),
    z.strictObject({ rule: z.literal('highest') }),
  ]),
  zeroVat: z.nullable(z.enum(['percent', 'exempt'])),
  rateRules: z.optional(z.record(text(60), z.enum(RATE_CHOICES)).check(atMost(RATE_RULES_MOST))),
  exemptBasis: text(30),
  saleDate: z.enum(['issue', 'order', 'payment']),
  unit: text(10),
  errorStatusId: z.nullable(id),
  documentFieldId: z.nullable(id),
  correctionFieldId: z.nullable(id),
  savePdf: z.boolean(),
  autoSend: z.boolean(),
  autoFrom: z.optional(z.nullable(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)))),
  stateFieldId: z.nullable(id),
  orderSeriesId: z.nullable(id),
  issuePlace: text(50),
  signature: z.enum(SIGNATURE_KINDS),
  bankAccount: z.discriminatedUnion('use', [
    z.strictObject({ use: z.literal('ifirma') }),
    z.strictObject({ use: z.literal('hidden') }),
    z.strictObject({ use: z.literal('number'), number: text(40) }),
  ]),
  dueDate: z.discriminatedUnion('from', [
    z.strictObject({ from: z.literal('none') }),
    z.strictObject({ from: z.literal('issue'), days: z.int().check(z.gte(0), z.lte(365)) }),
    z.strictObject({ from: z.literal('sale'), days: z.int().check(z.gte(0), z.lte(365)) }),
  ]),
  showBdo: z.boolean(),
  showGios: z.boolean(),
  splitPayment: z.enum(SPLIT_PAYMENTS),
  gtu: z.nullable(z.enum(GTU_CODES)),
  pkwiu: text(30),
  ksefFieldId: z.optional(z.nullable(id)),
  ksefPdf: z.optional(z.boolean()),
  notesText: text(500),
});

export const tax = z.strictObject({
  vat: z.enum(['payer', 'exempt']),
  basis: text(30),
  flatRate: z.enum(['none', 'ifirma', ...FLAT_RATES]),
});

const oneSeries = z.strictObject({
  kind: z.nullable(z.enum(SERIES_KINDS)),
  ifirmaSeries: text(50),
  template: text(50),
  numbering: z.nullable(z.enum(['ifirma', 'sellasist'])),
  pattern: text(100),
  oss: z.boolean(),
  correctionReason: z.optional(z.enum(CORRECTION_REASONS)),
  ksef: z.optional(z.enum(KSEF_MODES)),
});

export const seriesIds = z.array(id).check(z.maxLength(SERIES_MOST));
/** By series id. */
export const series = z.record(id, oneSeries).check(atMost(SERIES_MOST));
export const payments = z.record(id, z.enum(PAYMENT_CODES)).check(atMost(PAYMENTS_MOST));
