/**
 * What stands in an order's state field, as another computer or a person left it, judged (design 3, "Two computers"). Pure.
 *
 * Fischer's mutual exclusion on a register that everybody may overwrite: whoever reads that it is free writes at once or not at
 * all, waits longer than such a write can take, and goes on only if its own mark still stands there. It holds as long as no write
 * lands later than that. One that does (its answer was lost, and the panel works it off a minute later) may wipe out the mark of a
 * computer that has gone on already; so what a mark says is believed only once nobody who could have stood there before it can
 * still be at work.
 */
import { type StateText, type StateWord, stateTextIn } from '../../invoice/state-text';
import type { FieldMark } from '../../invoice/transfer';

/** From the reading of the field to the end of the write. */
export const WRITE_MS = 5_000;
/** From our write to its reading back: longer than the write of anybody who had read before it. */
export const PAUSE_MS = 6_000;
/** So long after our write it may be read back; later it is written anew. */
export const READ_BACK_MS = 60_000;
/** So long after our write the POST may begin. */
export const HOLD_MS = 120_000;
/** The POST itself (`ifirma/client`), and until iFirma's list shows what it booked. */
const POST_MS = 90_000;
const LIST_MS = 30_000;
/** So long after its mark was written, whoever held the order has issued, or never will by it. */
const OVER_MS = HOLD_MS + POST_MS + LIST_MS;
/** A write whose end nobody saw lands within this, or never. */
const LATE_MS = 120_000;
/** After this a text of an unclear write hides nobody who held the order before it landed. */
const SETTLED_MS = LATE_MS + OVER_MS;
/** A computer that has left a claim standing so long does not go on with it (design 3). */
const STALE_MS = 900_000;
/** No clock is wrong by so much: what is older is old. */
const DAY_MS = 86_400_000;

export interface Beholder {
  /** Of the document that is to be sent. */
  readonly key: string;
  /** Id of this computer. */
  readonly computer: string;
  /** The nonce of what this computer surely wrote last; null: nothing. */
  readonly known: string | null;
  /** The mark that was met at an earlier look. */
  readonly met: FieldMark | null;
  /** Epoch milliseconds. */
  readonly now: number;
}

export type Standing =
  | { readonly kind: 'free' }
  /** Somebody may be sending the order, until this moment at the latest. */
  | { readonly kind: 'busy'; readonly until: number; readonly mark: StateText; readonly isOwn: boolean }
  /** It says that the sale is booked, or may be; or it is not Mostek's, and may say so in words. null: not Mostek's. */
  | { readonly kind: 'said'; readonly mark: StateText | null };

/** @param text empty: nothing stands there. */
export function standingOf(text: string, beholder: Beholder): Standing {
  if (text === '') return { kind: 'free' };
  const mark = stateTextIn(text);
  if (mark === null) return { kind: 'said', mark };
  const isOwn = mark.computer === beholder.computer;
  const isKnown = isOwn && mark.nonce === beholder.known;
  switch (mark.word) {
    case 'claim':
      if (isKnown && mark.key === beholder.key) return { kind: 'free' };
      // Ours, and we do not know when it landed: the worker died, or no answer came. Or it is of another document of the order.
      return busyUntil(mark, isOwn, isOwn ? settled(mark, beholder) : stale(mark, beholder), beholder);
    case 'incomplete':
    case 'failed':
    case 'skipped':
      if (isKnown) return { kind: 'free' };
      return busyUntil(mark, isOwn, isOwn ? settled(mark, beholder) : believed(mark, beholder), beholder);
    case 'uncertain':
      // Of ours the ledger knows better. Another computer may have booked, and whether it has only a person may decide (design 3).
      if (isKnown) return { kind: 'free' };
      return isOwn ? busyUntil(mark, isOwn, settled(mark, beholder), beholder) : { kind: 'said', mark };
    case 'issued':
    case 'done': {
      // Its number is about to be written there.
      const until = stale(mark, beholder);
      const isComing = mark.number === null && mark.key === beholder.key && until > beholder.now;
      return isComing ? busyUntil(mark, isOwn, until, beholder) : { kind: 'said', mark };
    }
    default:
      return mark.word satisfies never;
  }
}

export function isBooked(word: StateWord): word is 'issued' | 'done' {
  return word === 'issued' || word === 'done';
}

/** When this mark was first met here. */
export function metAt({ nonce }: StateText, { met, now }: Pick<Beholder, 'met' | 'now'>): number {
  return met?.nonce === nonce ? met.at : now;
}

function busyUntil(mark: StateText, isOwn: boolean, until: number, { now }: Beholder): Standing {
  return until <= now ? { kind: 'free' } : { kind: 'busy', until, mark, isOwn };
}

/** A text of this computer: its own clock tells when it was written. */
function settled(mark: StateText, beholder: Beholder): number {
  return sinceWritten(mark, beholder) + SETTLED_MS;
}

/**
 * The clocks of two computers may differ, so what another wrote counts as old only when it was seen here, unchanged, for as long as whoever
 * held the order when it landed may be at work.
 */
function stale(mark: StateText, beholder: Beholder): number {
  return Math.max(sinceWritten(mark, beholder) + STALE_MS, metAt(mark, beholder) + OVER_MS);
}

/** A document that another computer did not send: that one has let go of it, if the text did not land late. */
function believed(mark: StateText, beholder: Beholder): number {
  const since = sinceWritten(mark, beholder);
  if (beholder.now - since >= DAY_MS) return since;
  return Math.max(since + SETTLED_MS, metAt(mark, beholder) + OVER_MS);
}

/** A time that is still to come says nothing: what counts is when it was met here. */
function sinceWritten(mark: StateText, beholder: Beholder): number {
  return mark.at > beholder.now ? metAt(mark, beholder) : mark.at;
}
