/** What there is to do about what Mostek did, or left, by itself: the same data as in `ways.ts`. */
import type { OwnReasonCode, ReasonCode } from '../finding';
import { type SettingsRoom, WAYS_OF_REASONS, type Way } from './ways';

const room = (name: SettingsRoom): Way => ({ kind: 'settings', room: name });
const IFIRMA: Way = { kind: 'ifirma' };
const NONE: Way = { kind: 'none' };
const SELLASIST: Way = { kind: 'sellasist' };
const WAIT: Way = { kind: 'wait' };

const WAYS_OF_OWN_REASONS: Readonly<Record<OwnReasonCode, Way>> = {
  'auto-queued': NONE,
  'auto-before-start': NONE,
  'auto-other-series': NONE,
  'auto-series-not-sent': room('series'),
  'auto-receipt': NONE,
  'auto-other-kind': NONE,
  'auto-no-order': NONE,
  'auto-no-date': SELLASIST,
  'auto-gone': NONE,
  'auto-unreadable': SELLASIST,
  'auto-elsewhere': NONE,
  'rule-fired': NONE,
  'rule-not-met': NONE,
  'rule-after-first': NONE,
  'rule-fired-before': NONE,
  'rule-broken': room('rules'),
  'rule-elsewhere': NONE,
  'rule-order-gone': NONE,
  'rule-order-unreadable': WAIT,
  'rule-missed': NONE,
  'rule-effect': NONE,
  'rule-dropped': NONE,
  'rule-asked-again': NONE,
  'rule-already': NONE,
  'rule-awaits-invoice': WAIT,
  'rule-awaits-ksef': WAIT,
  'rule-awaits-person': IFIRMA,
  'rule-no-order': NONE,
  'rule-no-document': NONE,
  'rule-other-kind': room('rules'),
  'rule-not-issued-here': NONE,
  'rule-several-invoices': IFIRMA,
  'rule-no-invoice': room('rules'),
  'rule-email-none': room('rules'),
  'rule-email-unclear': room('rules'),
  'rule-email-refused': room('rules'),
  'rule-payment-unclear': room('rules'),
  'rule-payment-refused': room('rules'),
  'rule-payment-nothing': NONE,
  'rule-note-unclear': room('rules'),
  'rule-refused': room('rules'),
  'rule-field-filled': room('rules'),
  'rule-not-kept': room('rules'),
  'rule-ksef-off': room('series'),
  'rule-notify-off': room('settings'),
  'rule-cut': room('rules'),
};

export const WAYS_OF_ALL_REASONS: Readonly<Record<ReasonCode, Way>> = { ...WAYS_OF_REASONS, ...WAYS_OF_OWN_REASONS };
