/** Which of a document's sentences stand where: what alarms goes into the alert, what only informs beside it. */
import type { FindingCode } from '../../utils/invoice/finding';
import type { KsefStanding } from '../../utils/invoice/ksef';
import { wayOf } from '../../utils/invoice/repair/ways';
import type { DocumentView, Language } from '../../utils/messages';
import {
  bookedOf,
  CORRECTION_STEP_TEXTS,
  findingText,
  reasonText,
  STEP_TEXTS,
  type ViewReason,
  type ViewReasonCode,
} from '../../utils/texts';
import { KSEF_TEXTS } from '../../utils/texts/ksef';
import type { Differing, OrderTexts } from '../../utils/texts/order';
import type { Running } from './slots';

export interface DocumentSentences {
  readonly alarming: readonly string[];
  /** An error among them, rather than only what is to be mended. */
  readonly bad: boolean;
  readonly calm: readonly string[];
}

/** A failure stops the document, and two invoices are one too many. */
const isBad = ({ state, reason, ksef }: DocumentView): boolean =>
  state === 'failed' ||
  reason?.code === 'double-found' ||
  ksef?.standing === 'rejected' ||
  ksef?.standing === 'refused';

/** The invoice is there, but its PDF is not where it belongs, and it does not get there by itself. */
const PDF_STUCK: readonly ViewReasonCode[] = [
  'attach-field-filled',
  'attach-no-field',
  'attach-refused',
  'attach-unverified',
  'pdf-refused',
  'pdf-too-large',
];

/** Of what is booked: KSeF does not have it, and will not without a person. */
const KSEF_STUCK: readonly KsefStanding[] = ['held', 'unclear', 'rejected', 'refused', 'silent'];

/** Other reasons say how it goes on by itself. */
const isAlarming = ({ state, reason }: DocumentView): boolean =>
  state === 'failed' || (reason !== null && (reason.code === 'double-found' || PDF_STUCK.includes(reason.code)));

/** @param isRead false: the document is shown as it was before, so nothing is said of an invoice that may have come since. */
export const sentencesOf = (
  document: DocumentView,
  trouble: ViewReason | null,
  isRead: boolean,
  language: Language,
  now: number,
  texts: OrderTexts,
): DocumentSentences => {
  const booked = isRead ? bookedOf(document) : null;
  const say = (reason: ViewReason): string => reasonText(language, reason, booked, now);
  const reason = document.reason === null ? [] : [say(document.reason)];
  const alarms = isAlarming(document);
  const { ksef } = document;
  const ofKsef = ksef?.reason ? [say(ksef.reason)] : [];
  const ksefAlarms = ksef !== undefined && KSEF_STUCK.includes(ksef.standing);
  const all = [
    ...(trouble === null ? [] : [say(trouble)]),
    ...(alarms ? reason : []),
    ...(ksefAlarms ? ofKsef : []),
    ...(document.differs ? [texts.differs(differingOf(document))] : []),
    ...document.findings.map((finding) => findingText(language, finding)),
  ];
  return {
    alarming: [...new Set(all)],
    bad: isBad(document) || trouble !== null,
    calm: [...(alarms ? [] : reason), ...(ksefAlarms ? [] : ofKsef)],
  };
};

/** What was booked is a document of the panel, or an order that has none. */
const differingOf = ({ key, ifirmaNumber }: DocumentView): Differing => ({
  what: key.startsWith('o') ? 'order' : 'document',
  number: ifirmaNumber,
});

/** What runs now, in words; null when nothing does. */
export const workOf = (
  document: DocumentView,
  running: Running | null,
  language: Language,
  texts: OrderTexts,
): string | null => {
  if (document.state === 'sending') {
    const step = document.step ?? 'check';
    const ofCorrection = document.kind === 'correction' ? CORRECTION_STEP_TEXTS[language][step] : undefined;
    return ofCorrection ?? STEP_TEXTS[language][step];
  }
  if (running === null) return null;
  switch (running.action) {
    case 'send':
    case 'issue':
    case 'resend':
      return texts.handingOver;
    case 'check':
      return texts.looking;
    case 'pdf':
      return texts.fetchingPdf;
    case 'attach':
      return texts.savingPdf;
    case 'link':
      return texts.linking;
    case 'skip':
      return texts.skipping;
    case 'correct':
      return texts.handingOver;
    case 'ksef':
      return KSEF_TEXTS[language].sending;
    case 'preview':
      return null;
    default:
      return running.action satisfies never;
  }
};

const MENDED_IN_SETTINGS: readonly (FindingCode | ViewReasonCode)[] = [
  'payment-unmapped',
  'vat-zero-ambiguous',
  'legal-basis-missing',
  'series-unassigned',
  'series-incomplete',
  'series-not-sent',
  'series-for-corrections',
  'series-oss',
  'series-shared',
  'order-series-missing',
  'order-series-unfit',
  'number-unreadable',
  'number-date-differs',
  'number-differs',
  'exempt-line-taxed',
  'payment-not-for-exempt',
  'account-paused',
  'account-gone',
  'key-missing',
  'kod-400',
  'kod-401',
  'kod-402',
  'kod-403',
  'kod-499',
  'kod-500',
  'sellasist-key',
  'sellasist-forbidden',
  'attach-no-field',
  'attach-unverified',
  'attach-refused',
  'erplink-on',
  'erplink-unanswered',
];

/** Whether the person will want the settings next. */
export const isMendedInSettings = ({ findings, reason }: DocumentView, trouble: ViewReason | null): boolean =>
  [...findings, reason, trouble].some((cause) => cause !== null && MENDED_IN_SETTINGS.includes(cause.code)) ||
  findings.some((finding) => finding.code === 'ifirma-refused' && wayOf(finding)?.kind === 'settings');
