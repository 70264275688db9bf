/**
 * Which of many documents is worked on now. A document of many is begun only when its requests fit below the limits, so that
 * none has to be begun twice; and a number of them is posted before the list is read that shows all their numbers.
 */
import type { Account } from '../../invoice/settings';
import { PRIORITY, type Transfer } from '../../invoice/transfer';
import type { BulkRoom } from '../limits/room';

/** Requests to either service, as a rule: more make the document wait a little in the middle, fewer leave room unused. */
export interface Need {
  readonly ifirma: number;
  readonly sellasist: number;
}

/** Up to the POST: the order, the document; the POST. */
export const TO_BOOK: Need = { ifirma: 1, sellasist: 2 };
/** After it: the PDF; the order's field, the file, the field again. */
export const TO_FINISH: Need = { ifirma: 1, sellasist: 3 };
/** The state field, and the pause of its claim. */
export const TO_CLAIM: Need = { ifirma: 1, sellasist: 3 };

/** So many are posted before their numbers are read. */
export const CHUNK = 20;
/** iFirma gives the number some seconds after the invoice (ifirma-api 2.9). */
export const SETTLE_MS = 3_000;
/** How old a list may be in which a document of many is looked for before its POST. */
export const LIST_AGE_MS = 120_000;

/** Posted as one of many: its number is read when the others are posted, too. */
export function awaitsChunk({ state, step, priority, tries }: Transfer): boolean {
  return priority === PRIORITY.bulk && state === 'issued' && step === 'number' && tries === 0;
}

export function needOf({ identifier }: Transfer, { settings }: Account): Need {
  if (identifier !== null) return TO_FINISH;
  return settings.stateFieldId === null ? TO_BOOK : TO_CLAIM;
}

/** When there is room for it (epoch milliseconds); 0: now. */
export function roomFor(need: Need, room: Readonly<Record<keyof Need, BulkRoom>>): number {
  const fits = room.ifirma.now >= need.ifirma && room.sellasist.now >= need.sellasist;
  return fits ? 0 : Math.max(room.ifirma.at(need.ifirma), room.sellasist.at(need.sellasist));
}
