/** When to try again by itself. */
const STEPS_MS = [5_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000];

/** @param tries failed tries so far, from 0. */
export function backoff(tries: number): number {
  return STEPS_MS[Math.min(tries, STEPS_MS.length - 1)] ?? 600_000;
}

/** After an unclear POST: now, after 5, 20, 60 s, then minutes; the one that proves absence at least 10 minutes after its end. */
const LOOKS_MS = [5_000, 20_000, 60_000, 180_000, 600_000];

/** Absence counts only when seen at least this long after the POST ended (design: never twice). */
export const ABSENCE_MS = 600_000;

/** @param endedAt when the POST ended. Returns when to look next, or null when nothing more is learnt by looking. */
export function nextLook(endedAt: number, now: number): number | null {
  const after = LOOKS_MS.find((ms) => endedAt + ms > now);
  return after === undefined ? null : endedAt + after;
}

/** Once absence is proven a person decides; until they do, it is looked at a few times more, in case all of it was wrong. */
const AFTER_PROOF_MS = [3_600_000, 6 * 3_600_000, 24 * 3_600_000];

/** @param provenAt when absence began to count. Returns when to look next; null: not by itself any more. */
export function lookAfterProof(provenAt: number, now: number): number | null {
  const after = AFTER_PROOF_MS.find((ms) => provenAt + ms > now);
  return after === undefined ? null : provenAt + after;
}
