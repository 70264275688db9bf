/** What is wrong with which field, and what to do about it: one sentence or two a finding. */
import type { Finding, FindingCode } from '../invoice/finding';
import type { Language } from '../messages';
import { inBoth } from './english';
import { filled } from './params';
import { pl } from './pl/findings';

/** The parameters that each code brings. Sums are grosze in digits, dates ISO, lists joined by `, `. */
export const FINDING_PARAMS = {
  'buyer-name-missing': [],
  'buyer-name-too-long': ['name'],
  'buyer-street-too-long': ['street'],
  'buyer-postcode-missing': [],
  'buyer-postcode-invalid': ['postcode'],
  'buyer-city-missing': [],
  'buyer-city-too-long': ['city'],
  'buyer-nip-invalid': ['nip'],
  'buyer-country-missing': [],
  /** country: the two letters */
  'buyer-country-unsupported': ['country'],
  /** line: the line's name; text: the rate as the panel gave it */
  'vat-unknown': ['line', 'text'],
  'vat-zero-ambiguous': ['line'],
  'vat-unsupported': ['line', 'text'],
  'legal-basis-missing': ['line'],
  /** line: which one, counted from 1, for it has no name */
  'line-name-missing': ['line'],
  'line-quantity-invalid': ['line'],
  'line-price-invalid': ['line'],
  /** gross: what the panel says the line is worth */
  'line-gross-mismatch': ['line', 'gross'],
  /** amount: the discount that is to be spread */
  'discount-not-spreadable': ['amount'],
  'no-lines': [],
  'total-unreadable': [],
  'total-mismatch': ['sum', 'total', 'difference'],
  'total-zero': [],
  'payment-unmapped': ['method'],
  'payment-unknown': [],
  'currency-unsupported': ['currency'],
  'order-unconfirmed': [],
  /** number: the receipt's */
  'receipt-exists': ['number'],
  'issue-date-future': ['date'],
  'sale-date-after-issue': ['sale', 'issue'],
  /** limit: the last day on which the sale can be invoiced */
  'issue-too-late': ['sale', 'limit'],
  /** number: the document's */
  'series-unassigned': ['number'],
  /** fields: what is missing, as codes of `SeriesField` with commas */
  'series-incomplete': ['number', 'fields'],
  'series-not-sent': ['number'],
  'series-for-corrections': ['number'],
  'series-oss': ['number'],
  /** series: the one in iFirma; empty: its default one */
  'series-shared': ['series'],
  'order-series-missing': [],
  /** series: name or id */
  'order-series-unfit': ['series'],
  'number-unreadable': ['number', 'pattern'],
  /** date: of issue */
  'number-date-differs': ['number', 'date'],
  /** ours: the panel's number; theirs: iFirma's */
  'number-differs': ['ours', 'theirs'],
  /** rate: in per cent */
  'exempt-line-taxed': ['line', 'rate'],
  /** code: iFirma's, of the payment method */
  'payment-not-for-exempt': ['code'],
  /** the order's numbers in the page's heading and in its address */
  'heading-contradicts': ['heading', 'url'],
  'maybe-booked-number': ['number'],
  /** field: name or id */
  'maybe-booked-field': ['field'],
  'maybe-booked-unknown': [],
  'maybe-booked-mark': ['number'],
  /** text: what stands there */
  'maybe-booked-state': ['text'],
  /** number: iFirma's, empty while unknown; document: the panel's number, empty for the order itself */
  'sale-taken': ['number', 'document'],
  'sum-differs': ['ours', 'theirs'],
  'ksef-offline-date': ['date'],
  /** text: iFirma's own words */
  'ifirma-refused': ['kod', 'text'],
  /** number: iFirma's, of the document to be corrected; empty while unknown */
  'correction-original-unsent': ['number'],
  'correction-other-open': [],
  'correction-of-correction': ['number'],
  'correction-not-domestic': ['number'],
  'correction-currency': ['number', 'currency'],
  'correction-lines-unknown': ['number'],
  /** sum: of the lines; total: what iFirma says the invoice is worth, empty when it does not say */
  'correction-sum-unclear': ['number', 'sum', 'total'],
  'correction-net': [],
  /** number: of the corrections before, empty while unknown */
  'corrected-before': ['number'],
  /** original: the invoice's issue date */
  'correction-too-early': ['date', 'original'],
  'correction-nothing-changes': [],
  /** most: thousandths, how many were sold; empty: the line is a new one */
  'correction-quantity-outside': ['line', 'most'],
  'correction-discount-rounded': ['line', 'ours', 'theirs'],
  /** reason: iFirma's code */
  'correction-reason-unfit': ['reason'],
  'correction-line-unmatched': ['line'],
  'correction-total-unfit': ['total'],
  /** reading: a code of `PanelReading`; after: the invoice's sum after it; difference: what it changes by */
  'correction-ambiguous': ['reading', 'after', 'difference'],
  /** ours: the buyer in Sellasist; theirs: in iFirma */
  'correction-buyer-differs': ['ours', 'theirs'],
  'correction-buyer-spelled': ['ours', 'theirs'],
} as const satisfies Readonly<Record<FindingCode, readonly string[]>>;

export type FindingParams = { [C in FindingCode]: Readonly<Record<(typeof FINDING_PARAMS)[C][number], string>> };
export type FindingTexts = { readonly [C in FindingCode]: (params: FindingParams[C]) => string };

declare module './english' {
  interface English {
    readonly findings: FindingTexts;
  }
}

const TEXTS = inBoth('findings', pl);

const say = <C extends FindingCode>(language: Language, code: C, params: Finding['params']): string => {
  const text: FindingTexts[C] = TEXTS[language][code];
  return text(filled<FindingParams[C]>(FINDING_PARAMS[code], params));
};

export const findingText = (language: Language, finding: Finding): string =>
  say(language, finding.code, finding.params);
