/** Sending to KSeF (ifirma-api 6.3): what a series is set to, how far one document is, and what keeps it back. */
import type { IsoDate } from './document';
import type { Finding, Reason } from './finding';

/** Of a series. `manual`: by a person's click. `companies`: by itself to a buyer with a NIP. */
export const KSEF_MODES = ['off', 'manual', 'companies', 'all'] as const;
export type KsefMode = (typeof KSEF_MODES)[number];

export type KsefStanding =
  /** To be sent; nothing of it has begun. */
  | 'wanted'
  /** A person has to say something first. */
  | 'held'
  /** The one request begins, and nothing is known of its end. */
  | 'sending'
  /** iFirma has it for sending, or may have it (`unclear`): its number, or a rejection, is waited for. */
  | 'sent'
  /** The request ended unclear, and ten minutes of looking showed no trace of it. */
  | 'unclear'
  | 'accepted'
  /** By KSeF. */
  | 'rejected'
  /** By iFirma, which did not send it. */
  | 'refused'
  /** 24 hours without an answer: looked at only when a person asks. */
  | 'silent';

/** What is to be done once the number is there. */
export type KsefAftermath = 'field' | 'pdf';

export interface KsefSending {
  readonly asked: 'series' | 'person';
  readonly standing: KsefStanding;
  /** Epoch milliseconds: when the request began, or what somebody else had sent was first seen; null: not yet. */
  readonly beganAt: number | null;
  /** Looks since then. */
  readonly polls: number;
  /** Nobody knows whether the request arrived. */
  readonly unclear?: true;
  /** What was said of an earlier sending when this one began: the same words again are no answer to this one. */
  readonly before?: string;
  /** Once accepted; absent: nothing. */
  readonly left?: readonly KsefAftermath[];
  readonly reason: Reason | null;
}

/** By itself, as the series says; null: only when a person asks for it. @param nip that was sent; empty: none. */
export function ksefWish(mode: KsefMode | undefined, nip: string): KsefSending | null {
  const isWanted = mode === 'all' || (mode === 'companies' && nip !== '');
  return isWanted ? ksefAsked('series') : null;
}

export function ksefAsked(asked: KsefSending['asked']): KsefSending {
  return { asked, standing: 'wanted', beganAt: null, polls: 0, reason: null };
}

/** KSeF takes an invoice that arrives on another day than that of its issue as issued offline. */
export function isOffline(wish: KsefSending | null, issueDate: IsoDate, today: IsoDate): boolean {
  return wish !== null && issueDate !== today;
}

/** Asked where a person sends one document, and looks at it; many at once only say so in their previews. */
export function offlineFinding(issueDate: IsoDate): Finding {
  return {
    code: 'ksef-offline-date',
    path: 'issueDate',
    params: { date: issueDate },
    evidence: `ksef-offline:${issueDate}`,
  };
}

/** NIP, day, 12 hexadecimal characters, also seen written as 6-6, and 2 more (ifirma-api 6.3). */
const NUMBER = /^\d{10}-20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[0-9A-F]{6}-?[0-9A-F]{6}-[0-9A-F]{2}$/i;

export function isKsefNumber(text: string): boolean {
  return NUMBER.test(text);
}
