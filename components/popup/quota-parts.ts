/** What one line of the quota meter is made of. */
import type { QuotaView, Used } from '../../utils/messages';
import type { PopupTexts } from '../../utils/texts/popup';
import { time } from '../format';

export interface QuotaPart {
  readonly of: Used;
  /** As a person reads it. */
  readonly text: string;
  /** What is counted, without the figures. */
  readonly what: string;
}

/** Figures that are older than this are said with their age. */
const FRESH_MS = 20 * 60_000;

export function partsOf({ minute, day, documents }: QuotaView, texts: PopupTexts, now: number): readonly QuotaPart[] {
  const parts: QuotaPart[] = [
    { of: minute, text: texts.requestsMinute(minute.used, minute.limit), what: texts.requestsMinuteName },
  ];
  if (day !== null) parts.push({ of: day, text: texts.requestsDay(day.used, day.limit), what: texts.requestsDayName });
  if (documents !== null) {
    const { used, limit, at } = documents;
    const age = Math.abs(now - at) > FRESH_MS ? time(at, now) : null;
    parts.push({ of: documents, text: texts.documents(used, limit, age), what: texts.documentsName });
  }
  return parts;
}

/** Above four fifths. */
export function isNearLimit({ used, limit }: Used): boolean {
  return used * 5 > limit * 4;
}

/** Something that a person may want to know without asking. */
export function isWorthSaying({ minute, day, documents, closedUntil }: QuotaView): boolean {
  return closedUntil !== null || [minute, day, documents].some((of) => of !== null && isNearLimit(of));
}
