/**
 * What Mostek says of what it does by itself (`Automatyczne wysyłanie faktur`, `Automatyzacje`): in the log and in `Ostatnie
 * działania`. A page that shows them brings these words with `learnOwnReasons`.
 */
import type { OwnReasonCode } from '../invoice/finding';
import { inBoth } from './english';
import { pl } from './pl/own-reasons';
import { type OwnReasonTexts, REASON_PARAMS } from './reasons';

export const OWN_REASON_PARAMS = {
  'auto-queued': [],
  /** date, from: ISO dates */
  'auto-before-start': ['date', 'from'],
  'auto-other-series': [],
  'auto-series-not-sent': [],
  'auto-receipt': [],
  'auto-other-kind': [],
  'auto-no-order': [],
  'auto-no-date': [],
  'auto-gone': [],
  'auto-unreadable': [],
  'auto-elsewhere': ['computer'],
  'rule-fired': ['rule'],
  'rule-not-met': ['rule', 'condition'],
  'rule-after-first': ['rule', 'first'],
  'rule-fired-before': ['rule'],
  'rule-broken': ['rule', 'problem'],
  'rule-elsewhere': ['rule', 'computer'],
  'rule-order-gone': [],
  'rule-order-unreadable': [],
  'rule-missed': [],
  'rule-effect': ['rule', 'effect'],
  'rule-dropped': ['rule', 'effect'],
  'rule-asked-again': ['rule', 'effect'],
  'rule-already': [],
  'rule-awaits-invoice': [],
  'rule-awaits-ksef': [],
  'rule-awaits-person': [],
  'rule-no-order': [],
  'rule-no-document': [],
  'rule-other-kind': [],
  'rule-not-issued-here': [],
  'rule-several-invoices': [],
  'rule-no-invoice': [],
  'rule-email-none': [],
  'rule-email-unclear': [],
  'rule-email-refused': ['kod', 'text'],
  'rule-payment-unclear': [],
  'rule-payment-refused': ['kod', 'text'],
  'rule-payment-nothing': [],
  'rule-note-unclear': [],
  'rule-refused': ['status', 'text'],
  'rule-field-filled': [],
  'rule-not-kept': [],
  'rule-ksef-off': [],
  'rule-notify-off': [],
  'rule-cut': [],
} as const satisfies Readonly<Record<OwnReasonCode, readonly string[]>>;

declare module './english' {
  interface English {
    readonly ownReasons: OwnReasonTexts;
  }
}

export const OWN_REASONS = { params: OWN_REASON_PARAMS, texts: inBoth('ownReasons', pl) };

/** Of every reason there is. */
export const ALL_REASON_PARAMS = { ...REASON_PARAMS, ...OWN_REASON_PARAMS };
