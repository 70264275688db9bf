/**
 * How each error is mended: data, one entry a code, so that a code without a way does not compile. What the way is called, and what the
 * error is in words, stands in `utils/texts`.
 */
import type { Finding, FindingCode, OwnReasonCode, ReasonCode } from '../finding';
import { type RefusalCause, refusalCause } from '../refusals';
import type { RepairField } from './repair';

export type SettingsRoom = 'accounts' | 'payments' | 'settings' | 'series' | 'rules' | 'security';

export type Way =
  /** Typed where the error stands. */
  | { readonly kind: 'field'; readonly fields: readonly RepairField[] }
  /** In a room of Mostek's own settings. */
  | { readonly kind: 'settings'; readonly room: SettingsRoom }
  /** In the panel. */
  | { readonly kind: 'sellasist' }
  /** In iFirma's own panel. */
  | { readonly kind: 'ifirma' }
  /** The accounting month is moved, by Mostek or by hand. */
  | { readonly kind: 'month' }
  /** A person has to say that it is right as it is. */
  | { readonly kind: 'overrule' }
  | { readonly kind: 'resend' }
  | { readonly kind: 'look-up' }
  | { readonly kind: 'link' }
  /** The PDF: `Pobierz PDF`, `Zapisz PDF w zamówieniu`. */
  | { readonly kind: 'pdf' }
  /** It passes by itself. */
  | { readonly kind: 'wait' }
  /** The computer itself: its disk, its browser. */
  | { readonly kind: 'computer' }
  /** Nothing has to be done. */
  | { readonly kind: 'none' };

const field = (...fields: readonly RepairField[]): Way => ({ kind: 'field', fields });
const room = (name: SettingsRoom): Way => ({ kind: 'settings', room: name });
const SELLASIST: Way = { kind: 'sellasist' };
const IFIRMA: Way = { kind: 'ifirma' };
const OVERRULE: Way = { kind: 'overrule' };
const RESEND: Way = { kind: 'resend' };
const LOOK_UP: Way = { kind: 'look-up' };
const LINK: Way = { kind: 'link' };
const PDF: Way = { kind: 'pdf' };
const WAIT: Way = { kind: 'wait' };
const COMPUTER: Way = { kind: 'computer' };
const NONE: Way = { kind: 'none' };

/** `ifirma-refused` goes by its cause. */
export const WAYS_OF_FINDINGS: Readonly<Record<Exclude<FindingCode, 'ifirma-refused'>, Way>> = {
  'buyer-name-missing': field('buyer.name'),
  'buyer-name-too-long': field('buyer.name'),
  'buyer-street-too-long': field('buyer.street'),
  'buyer-postcode-missing': field('buyer.postcode'),
  'buyer-postcode-invalid': field('buyer.postcode'),
  'buyer-city-missing': field('buyer.city'),
  'buyer-city-too-long': field('buyer.city'),
  'buyer-nip-invalid': field('buyer.nip'),
  'buyer-country-missing': field('buyer.country'),
  'buyer-country-unsupported': IFIRMA,
  'vat-unknown': field('line.vat'),
  'vat-zero-ambiguous': field('line.vat'),
  'vat-unsupported': field('line.vat'),
  'legal-basis-missing': field('line.basis'),
  'line-name-missing': field('line.name'),
  'line-quantity-invalid': SELLASIST,
  'line-price-invalid': SELLASIST,
  'line-gross-mismatch': SELLASIST,
  'discount-not-spreadable': SELLASIST,
  'no-lines': SELLASIST,
  'total-unreadable': SELLASIST,
  'total-mismatch': SELLASIST,
  'total-zero': SELLASIST,
  'payment-unmapped': field('payment'),
  'payment-unknown': field('payment'),
  'currency-unsupported': IFIRMA,
  'order-unconfirmed': SELLASIST,
  'receipt-exists': IFIRMA,
  'issue-date-future': field('issueDate'),
  'sale-date-after-issue': field('saleDate', 'issueDate'),
  'issue-too-late': field('saleDate', 'issueDate'),
  'series-unassigned': room('accounts'),
  'series-incomplete': room('series'),
  'series-not-sent': room('series'),
  'series-for-corrections': room('series'),
  'series-oss': IFIRMA,
  'series-shared': room('series'),
  'order-series-missing': room('settings'),
  'order-series-unfit': room('settings'),
  'number-unreadable': room('series'),
  'number-date-differs': field('issueDate'),
  'number-differs': IFIRMA,
  'exempt-line-taxed': field('line.vat'),
  'payment-not-for-exempt': field('payment'),
  'heading-contradicts': SELLASIST,
  'maybe-booked-number': OVERRULE,
  'maybe-booked-field': OVERRULE,
  'maybe-booked-mark': OVERRULE,
  'maybe-booked-unknown': OVERRULE,
  'maybe-booked-state': OVERRULE,
  'sale-taken': OVERRULE,
  'sum-differs': IFIRMA,
  'ksef-offline-date': OVERRULE,
  'correction-other-open': WAIT,
  'correction-of-correction': IFIRMA,
  'correction-original-unsent': OVERRULE,
  'correction-not-domestic': IFIRMA,
  'correction-currency': IFIRMA,
  'correction-lines-unknown': IFIRMA,
  'correction-sum-unclear': IFIRMA,
  'correction-net': IFIRMA,
  'corrected-before': OVERRULE,
  'correction-too-early': SELLASIST,
  'correction-nothing-changes': SELLASIST,
  'correction-quantity-outside': SELLASIST,
  'correction-discount-rounded': IFIRMA,
  'correction-reason-unfit': room('series'),
  'correction-line-unmatched': SELLASIST,
  'correction-total-unfit': SELLASIST,
  'correction-ambiguous': OVERRULE,
  'correction-buyer-differs': IFIRMA,
  'correction-buyer-spelled': OVERRULE,
};

export const WAYS_OF_REFUSALS: Readonly<Record<RefusalCause, Way>> = {
  'accounting-month': { kind: 'month' },
  postcode: field('buyer.postcode'),
  city: field('buyer.city'),
  street: field('buyer.street'),
  country: field('buyer.country'),
  nip: field('buyer.nip'),
  email: field('buyer.email'),
  phone: IFIRMA,
  'line-name': field('line.name'),
  'buyer-name': field('buyer.name'),
  unit: field('line.unit'),
  quantity: SELLASIST,
  price: SELLASIST,
  'vat-rate': field('line.vat'),
  'legal-basis': field('line.basis'),
  'issue-date': field('issueDate'),
  'sale-date': field('saleDate'),
  'due-date': room('settings'),
  paid: field('paid'),
  'payment-method': field('payment'),
  'exempt-proportion': IFIRMA,
  series: field('ifirmaSeries'),
  template: room('series'),
  'bank-account': room('settings'),
  number: IFIRMA,
  remarks: room('settings'),
  oss: IFIRMA,
  'tax-form': room('accounts'),
  'kind-not-allowed': IFIRMA,
  ksef: IFIRMA,
  permission: IFIRMA,
};

/** Those of what Mostek does by itself stand apart (`own-ways.ts`): the controls in the panel never meet them. */
export const WAYS_OF_REASONS: Readonly<Record<Exclude<ReasonCode, OwnReasonCode>, Way>> = {
  'kod-100': LOOK_UP,
  'kod-101': RESEND,
  'kod-102': RESEND,
  'kod-200': RESEND,
  'kod-202': IFIRMA,
  'kod-400': room('accounts'),
  'kod-401': room('accounts'),
  'kod-402': room('accounts'),
  'kod-403': room('accounts'),
  'kod-499': IFIRMA,
  'kod-500': IFIRMA,
  'kod-other': LOOK_UP,
  'post-no-kod': LOOK_UP,
  'post-not-json': LOOK_UP,
  'post-http': LOOK_UP,
  'post-length-required': RESEND,
  'post-redirect': LOOK_UP,
  'post-timeout': LOOK_UP,
  'post-network': LOOK_UP,
  'post-interrupted': LOOK_UP,
  looking: LOOK_UP,
  'absent-once': LOOK_UP,
  'absent-proven': RESEND,
  adopted: NONE,
  linked: NONE,
  'link-not-found': LINK,
  'link-sum-differs': LINK,
  'link-taken': LINK,
  'account-busy': WAIT,
  'account-gone': room('accounts'),
  'erplink-unanswered': room('accounts'),
  'erplink-on': room('accounts'),
  'double-found': IFIRMA,
  'correction-waits': WAIT,
  'correction-unclear': LINK,
  'correction-busy': WAIT,
  'correction-nothing': LINK,
  claiming: WAIT,
  'claimed-elsewhere': WAIT,
  'claim-unclear': WAIT,
  'claim-refused': room('settings'),
  'rate-limited': WAIT,
  offline: WAIT,
  network: WAIT,
  timeout: WAIT,
  'ifirma-unreachable': WAIT,
  'ifirma-unreadable': RESEND,
  'read-refused': RESEND,
  'account-paused': room('accounts'),
  'key-missing': room('accounts'),
  'sellasist-key': room('accounts'),
  'sellasist-forbidden': SELLASIST,
  'sellasist-module': SELLASIST,
  'sellasist-order-missing': SELLASIST,
  'sellasist-error': RESEND,
  'sellasist-unreachable': WAIT,
  'sellasist-unreadable': RESEND,
  'number-waiting': WAIT,
  'pdf-waiting': WAIT,
  'pdf-refused': PDF,
  'pdf-too-large': PDF,
  'attach-field-filled': PDF,
  'attach-no-field': room('settings'),
  'attach-unverified': PDF,
  'attach-refused': PDF,
  'attach-waiting': WAIT,
  'storage-full': COMPUTER,
  'database-closed': COMPUTER,
  'database-newer': COMPUTER,
  locked: room('security'),
  'passphrase-wrong': room('security'),
  'account-changed': room('accounts'),
  'ksef-rejected': IFIRMA,
  'ksef-refused': IFIRMA,
  'ksef-not-connected': IFIRMA,
  'ksef-unclear': WAIT,
  'ksef-untraced': IFIRMA,
  'ksef-silent': LOOK_UP,
  'ksef-held': IFIRMA,
  'ksef-original-waits': WAIT,
  'ksef-original-unknown': IFIRMA,
  'ksef-field-filled': SELLASIST,
  'ksef-field-unwritten': room('settings'),
  'ksef-pdf-kept': PDF,
  'skipped-by-person': RESEND,
  'batch-cancelled': RESEND,
  'repair-not-kept': SELLASIST,
  'month-moved': WAIT,
  'month-step': NONE,
  'month-waits': WAIT,
  'month-elsewhere': { kind: 'month' },
  'month-unclear': { kind: 'month' },
  'month-refused': { kind: 'month' },
  'month-not-home': IFIRMA,
  'month-left': NONE,
  internal: RESEND,
};

/** null: of iFirma's words nothing is known. */
export function wayOf(finding: Pick<Finding, 'code' | 'params'>): Way | null {
  if (finding.code !== 'ifirma-refused') return WAYS_OF_FINDINGS[finding.code];
  const cause = refusalCause(finding.params.text ?? '');
  return cause === null ? null : WAYS_OF_REFUSALS[cause];
}
