/** The services' limits of one user (ifirma-api 7, sellasist-api 1.1), and what of them is kept free for people. */

/** `bulk`: nobody waits for this very request, such as one of many documents that were queued at once. */
export type Pace = 'person' | 'bulk';

/** Requests. */
export interface LimitRule {
  readonly perMinute: number;
  readonly perDay: number;
  readonly oneAtATime: boolean;
  /** Bulk work stops so far below, so that a person's click finds room. */
  readonly reserve: { readonly perMinute: number; readonly perDay: number };
}

/** One at a time, too: with several idle sockets a decoy could not take the one a POST would reuse (`http/send-once`). */
export const IFIRMA_RULE: LimitRule = {
  perMinute: 100,
  perDay: 15_000,
  oneAtATime: true,
  reserve: { perMinute: 4, perDay: 300 },
};

/** It has no limit a day. */
export const SELLASIST_RULE: LimitRule = {
  perMinute: 60,
  perDay: Number.MAX_SAFE_INTEGER,
  oneAtATime: true,
  reserve: { perMinute: 2, perDay: 0 },
};

/** The most that requests of a pace may fill up. */
export function mostOf(
  { perMinute, perDay, reserve }: LimitRule,
  pace: Pace,
): Omit<LimitRule, 'oneAtATime' | 'reserve'> {
  if (pace === 'person') return { perMinute, perDay };
  return { perMinute: perMinute - reserve.perMinute, perDay: perDay - reserve.perDay };
}
