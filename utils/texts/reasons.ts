/**
 * Why a transfer stands where it stands. Each reason says, in this order, what happened, whether an invoice may exist in
 * iFirma, and what to do: a merchant who reads only this knows whether to look into iFirma.
 */
import type { OwnReasonCode, Reason, ReasonCode } from '../invoice/finding';
import type { Language } from '../messages';
import { inBoth } from './english';
import type { OWN_REASON_PARAMS } from './own-reasons';
import { filled } from './params';
import { booked, pl } from './pl/reasons';

/** What only a view can find: the extension went away, it gave no answer, or the panel's form holds what was not saved. */
export type ViewReasonCode = ReasonCode | 'extension-gone' | 'extension-silent' | 'unsaved-address';

export interface ViewReason {
  readonly code: ViewReasonCode;
  readonly params: Reason['params'];
}

/**
 * The parameters that each code brings. `since`, `until`: epoch milliseconds in digits. `text`: the service's own words. A
 * sentence reads well without any of them but `number`, `first`, `second`, `field` and `why`.
 */
export const REASON_PARAMS = {
  'kod-100': ['text'],
  'kod-101': ['text'],
  'kod-102': ['text'],
  'kod-200': ['text'],
  'kod-202': ['text'],
  'kod-400': ['text'],
  'kod-401': ['text'],
  'kod-402': ['text'],
  'kod-403': ['text'],
  'kod-499': ['text'],
  'kod-500': ['text'],
  'kod-other': ['kod', 'text'],
  'post-no-kod': [],
  'post-not-json': [],
  'post-http': ['status'],
  'post-length-required': [],
  'post-redirect': [],
  'post-timeout': [],
  'post-network': [],
  'post-interrupted': [],
  looking: [],
  /** since: from when on a look that finds nothing proves absence */
  'absent-once': ['since'],
  'absent-proven': [],
  adopted: [],
  linked: [],
  'double-found': ['first', 'second'],
  'correction-waits': ['number'],
  'correction-unclear': [],
  'correction-busy': [],
  'correction-nothing': [],
  claiming: ['until'],
  /** computer: its name; until: from when on this one may take over */
  'claimed-elsewhere': ['computer', 'until'],
  'claim-unclear': ['until'],
  'claim-refused': [],
  /** service: `iFirma` or `Sellasist`; until: when it goes on, for what waits; a command that was refused has none */
  'rate-limited': ['service', 'until'],
  offline: [],
  network: ['service'],
  timeout: ['service'],
  /** status: `HTTP 503`, `Kod 100` */
  'ifirma-unreachable': ['status'],
  'ifirma-unreadable': [],
  /** iFirma refused to show something; a refused POST has the code of its Kod */
  'read-refused': ['kod', 'text'],
  /** by: what iFirma refused the account with, `kod-403` */
  'account-paused': ['by'],
  'key-missing': [],
  'sellasist-key': [],
  'sellasist-forbidden': [],
  'sellasist-module': ['status'],
  'sellasist-order-missing': [],
  'sellasist-error': ['status', 'text'],
  'sellasist-unreachable': ['status'],
  'sellasist-unreadable': [],
  'number-waiting': [],
  'pdf-waiting': [],
  'pdf-refused': ['text'],
  /** bytes: in digits */
  'pdf-too-large': ['bytes'],
  /** field: name or id */
  'attach-field-filled': ['field'],
  'attach-no-field': [],
  'attach-unverified': [],
  'attach-refused': ['status', 'text'],
  'attach-waiting': [],
  'storage-full': [],
  'database-closed': [],
  'database-newer': [],
  locked: [],
  'passphrase-wrong': [],
  'account-changed': [],
  'ksef-rejected': ['text'],
  'ksef-refused': ['kod', 'text'],
  'ksef-not-connected': ['text'],
  'ksef-unclear': [],
  'ksef-untraced': [],
  'ksef-silent': [],
  'ksef-held': [],
  'ksef-original-waits': ['number'],
  'ksef-original-unknown': ['number'],
  'ksef-field-filled': [],
  'ksef-field-unwritten': [],
  'ksef-pdf-kept': [],
  'skipped-by-person': ['why'],
  'batch-cancelled': [],
  'repair-not-kept': [],
  /** Months: `YYYY-MM` */
  'month-moved': ['from', 'to'],
  'month-step': ['from', 'to'],
  'month-waits': ['until'],
  'month-elsewhere': ['month'],
  'month-unclear': ['from', 'to'],
  'month-refused': ['kod', 'text'],
  'month-not-home': ['from', 'to'],
  'month-left': ['month'],
  /** detail: the error's name, for whoever is told of it */
  internal: ['detail'],
  'erplink-on': [],
  'erplink-unanswered': [],
  'link-not-found': ['number'],
  /** theirs: empty when iFirma's sum could not be read */
  'link-sum-differs': ['ours', 'theirs'],
  /** number: the one that was typed */
  'link-taken': ['number'],
  'account-busy': [],
  'account-gone': [],
  'extension-gone': [],
  'extension-silent': [],
  'unsaved-address': [],
} as const satisfies Readonly<Record<Exclude<ViewReasonCode, OwnReasonCode>, readonly string[]>>;

export type Booked = 'no' | 'maybe' | 'yes';

export interface ReasonWords {
  readonly what: string;
  /**
   * Whether iFirma may have the invoice. `open`: the reason can come at any step (a lost network, a limit), so the
   * transfer's state tells. `said`: `what` has said it already, or speaks of something else (a rule, a note, an e-mail).
   */
  readonly booked: Booked | 'open' | 'said';
  readonly todo: string;
}

type AllParams = typeof REASON_PARAMS & typeof OWN_REASON_PARAMS;
export type ReasonParams = { [C in ViewReasonCode]: Readonly<Record<AllParams[C][number], string>> };
/** Where a reason is said. */
export interface Scene {
  /** Epoch milliseconds, for a time that may be another day's. */
  readonly now: number;
  /** What the document's state tells; null where no document is meant, as in a connection test. */
  readonly booked: Booked | null;
}

type AllReasonTexts = { readonly [C in ViewReasonCode]: (params: ReasonParams[C], scene: Scene) => ReasonWords };
export type ReasonTexts = Omit<AllReasonTexts, OwnReasonCode>;
export type OwnReasonTexts = Pick<AllReasonTexts, OwnReasonCode>;

declare module './english' {
  interface English {
    readonly reasons: ReasonTexts;
    readonly booked: Readonly<Record<Booked, string>>;
  }
}

const TEXTS = inBoth('reasons', pl);

/** The words for what Mostek does by itself: only its own pages speak of that, and bring them; the controls in the panel do without. */
interface OwnReasons {
  readonly params: typeof OWN_REASON_PARAMS;
  readonly texts: Readonly<Record<Language, OwnReasonTexts>>;
}
let own: OwnReasons | null = null;
export const learnOwnReasons = (reasons: OwnReasons): void => {
  own = reasons;
};

const isOwn = (code: ViewReasonCode): code is OwnReasonCode => code.startsWith('auto-') || code.startsWith('rule-');

const BOOKED = inBoth('booked', booked);

/** The sentence in its parts, of which only `booked` depends on where the reason is said. */
export const wordsOf = <C extends ViewReasonCode>(
  language: Language,
  code: C,
  params: Reason['params'],
  scene: Scene,
): ReasonWords => {
  const texts: Partial<AllReasonTexts> = (isOwn(code) ? own?.texts : TEXTS)?.[language] ?? {};
  const names: Partial<AllParams> = isOwn(code) ? (own?.params ?? {}) : REASON_PARAMS;
  const [text, wanted] = [texts[code], names[code]];
  if (text === undefined || wanted === undefined) return TEXTS[language].internal({ detail: code }, scene);
  return text(filled<ReasonParams[C]>(wanted, params), scene);
};

/**
 * The same reason may be a document's state or the answer to a command that was refused and is not tried again by itself; the
 * views say both beside a document, so each sentence holds for both.
 * `booked`: what the transfer's state tells (`bookedOf`); leave it out where no document is meant, as in a connection
 * test, and nothing is said about an invoice unless the reason knows it.
 */
export const reasonText = (
  language: Language,
  reason: ViewReason,
  booked: Booked | null = null,
  now: number = Date.now(),
): string => {
  const words = wordsOf(language, reason.code, reason.params, { now, booked });
  const known = words.booked === 'open' ? booked : words.booked;
  const invoice = known === null || known === 'said' ? '' : BOOKED[language][known];
  return [words.what, invoice, words.todo].filter((sentence) => sentence !== '').join(' ');
};

/** Only what happened, without what to do about it: of the past, which nobody can act on any more. */
export const reasonWhat = (language: Language, reason: ViewReason, now: number): string =>
  wordsOf(language, reason.code, reason.params, { now, booked: null }).what;
