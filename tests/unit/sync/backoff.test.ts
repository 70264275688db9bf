import { describe, expect, it } from 'vitest';
import { ABSENCE_MS, backoff, nextLook } from '../../../utils/sync/backoff.ts';

describe('trying again by itself', () => {
  it('waits longer each time, and never longer than ten minutes', () => {
    const waits = Array.from({ length: 12 }, (_, tries) => backoff(tries));
    expect(waits.slice(0, 7)).toEqual([5_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000]);
    expect(waits.slice(7)).toEqual(Array(5).fill(600_000));
  });
});

describe('looking after an unclear POST', () => {
  const ENDED = 1_795_000_000_000;

  it.each([
    ['at once', 0, 5_000],
    ['just before a look', 4_999, 5_000],
    ['at a look', 5_000, 20_000],
    ['after some seconds', 21_000, 60_000],
    ['after a minute', 60_000, 180_000],
    ['after a worker that slept for five', 300_000, 600_000],
  ])('%s: %i ms after its end comes the look at %i ms', (_title, passed, next) => {
    expect(nextLook(ENDED, ENDED + passed)).toBe(ENDED + next);
  });

  it('ends with the look that may prove absence, ten minutes after the end or later', () => {
    expect(ABSENCE_MS).toBeGreaterThanOrEqual(10 * 60_000);
    expect(nextLook(ENDED, ENDED + ABSENCE_MS - 1)).toBe(ENDED + ABSENCE_MS);
    expect(nextLook(ENDED, ENDED + ABSENCE_MS)).toBeNull();
    expect(nextLook(ENDED, ENDED + 86_400_000)).toBeNull();
  });

  it('has one look at least before that, since absence counts only after two', () => {
    const looks: number[] = [];
    for (let now = ENDED, next = nextLook(ENDED, now); next !== null; next = nextLook(ENDED, now)) {
      looks.push(next - ENDED);
      now = next;
    }
    expect(looks.filter((ms) => ms < ABSENCE_MS).length).toBeGreaterThanOrEqual(1);
    expect(looks.at(-1)).toBe(ABSENCE_MS);
  });
});
