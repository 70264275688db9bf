/** What a window of requests allows now, and when so many will fit. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IFIRMA_RULE, type LimitRule, type Pace, SELLASIST_RULE } from '../../../../utils/sync/limits/rules.ts';
import {
  answered,
  closed,
  EMPTY_WINDOW,
  freeAt,
  type LimitWindow,
  roomAt,
  settled,
  taken,
  usedAt,
} from '../../../../utils/sync/limits/window.ts';
import { DAY, MINUTE, rule, START } from './stand-ins.ts';

const PACES: readonly Pace[] = ['person', 'bulk'];
const at = (...moments: readonly number[]): LimitWindow => ({
  ...EMPTY_WINDOW,
  recent: moments.map((moment) => START + moment),
  dayFrom: START,
  today: moments.length,
});

describe('room', () => {
  it.each<[string, LimitRule, Pace, number]>([
    ['iFirma, a person', IFIRMA_RULE, 'person', 100],
    ['iFirma, bulk', IFIRMA_RULE, 'bulk', 96],
    ['Sellasist, a person', SELLASIST_RULE, 'person', 60],
    ['Sellasist, bulk', SELLASIST_RULE, 'bulk', 58],
  ])('of an untouched window is what the service takes, less what people keep: %s', (_what, own, pace, room) => {
    expect(roomAt(EMPTY_WINDOW, own, pace, START)).toBe(room);
  });

  it.each<[string, LimitWindow, Pace, number, number]>([
    ['two of ten are used', at(0, 0), 'person', 1000, 8],
    ['two of ten are used', at(0, 0), 'bulk', 1000, 5],
    ['bulk has its share', at(0, 0, 0, 0, 0, 0, 0), 'bulk', 1000, 0],
    ['bulk has its share', at(0, 0, 0, 0, 0, 0, 0), 'person', 1000, 3],
    ['people have more than that', at(0, 0, 0, 0, 0, 0, 0, 0, 0), 'bulk', 1000, 0],
    ['they are a millisecond short of a minute old', at(0, 0), 'person', MINUTE - 1, 8],
    ['they are a minute old', at(0, 0), 'person', MINUTE, 10],
    ['the service wants to be left alone', closed(at(0), START + 5000), 'person', 4999, 0],
    ['it wanted to be left alone until now', closed(at(0), START + 5000), 'person', 5000, 9],
    ['the day has two left', { ...at(), today: 48 }, 'person', 1000, 2],
    ['the day has only the reserve left', { ...at(), today: 48 }, 'bulk', 1000, 0],
    ['the day is over', { ...at(), today: 50 }, 'bulk', DAY, 7],
  ])('while %s (%o, %s, after %i ms): %i', (_what, window, pace, after, room) => {
    const own = rule({ perMinute: 10, perDay: 50, reserve: { perMinute: 3, perDay: 5 } });
    expect(roomAt(window, own, pace, START + after)).toBe(room);
  });
});

describe('the moment when so many fit', () => {
  const own = rule({ perMinute: 10, perDay: 50, reserve: { perMinute: 3, perDay: 5 } });
  it.each<[string, LimitWindow, Pace, number, number]>([
    ['now', at(0, 0), 'bulk', 5, 30_000],
    ['when the first of two has gone', at(0, 7000), 'bulk', 6, MINUTE],
    ['when both have gone', at(0, 7000), 'bulk', 7, MINUTE + 7000],
    ['for a person, who may use the reserve, at once', at(0, 7000), 'person', 8, 30_000],
    ['when the service opens again', closed(at(0, 7000), START + 400_000), 'bulk', 1, 400_000],
    ['on the next day', { ...at(), today: 44 }, 'bulk', 2, DAY],
    ['today, as long as the day has as many', { ...at(), today: 43 }, 'bulk', 2, 30_000],
    ['for more than ever fit at once: when all that do fit', at(0, 7000), 'bulk', 40, MINUTE + 7000],
  ])('is %s (%o, %s, %i)', (_what, window, pace, count, moment) => {
    expect(freeAt(window, own, pace, count, START + 30_000) - START).toBe(moment);
  });

  /** A rule, and a window as a limiter leaves it, the clock set back or not. */
  const situations = fc
    .record({
      perMinute: fc.integer({ min: 1, max: 12 }),
      perDay: fc.integer({ min: 1, max: 40 }),
      reserve: fc.record({ perMinute: fc.nat(11), perDay: fc.nat(20) }),
      gaps: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40_000 }), fc.integer({ min: 1, max: DAY })), {
        maxLength: 30,
      }),
      rest: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2 * MINUTE })),
      closedFor: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 * DAY })),
      back: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2 * DAY })),
    })
    .map(({ perMinute, perDay, reserve, gaps, rest, closedFor, back }) => {
      const own = rule({
        perMinute,
        perDay,
        reserve: {
          perMinute: Math.min(reserve.perMinute, perMinute - 1),
          perDay: Math.min(reserve.perDay, perDay - 1),
        },
      });
      let now = START;
      let window: LimitWindow = EMPTY_WINDOW;
      for (const gap of gaps) {
        now += gap;
        if (roomAt(window, own, 'person', now) > 0) window = taken(window, now);
      }
      if (closedFor > 0) window = closed(window, now + closedFor);
      now += rest - back;
      return { own, window: settled(window, now), now };
    });

  it('is the first one at which they do: a millisecond earlier they do not', () => {
    fc.assert(
      fc.property(situations, fc.constantFrom(...PACES), fc.integer({ min: 1, max: 15 }), (given, pace, count) => {
        const { own, window, now } = given;
        const most = roomAt(EMPTY_WINDOW, own, pace, now);
        fc.pre(count <= most);
        const moment = freeAt(window, own, pace, count, now);
        expect(moment).toBeGreaterThanOrEqual(now);
        expect(roomAt(window, own, pace, moment)).toBeGreaterThanOrEqual(count);
        if (moment > now) expect(roomAt(window, own, pace, moment - 1)).toBeLessThan(count);
      }),
      { numRuns: 1000 },
    );
  });

  it('never comes for bulk work before it comes for people, nor for more before it comes for fewer', () => {
    fc.assert(
      fc.property(situations, fc.integer({ min: 1, max: 15 }), ({ own, window, now }, count) => {
        const moment = (pace: Pace, of: number): number => freeAt(window, own, pace, of, now);
        for (const pace of PACES) expect(moment(pace, count + 1)).toBeGreaterThanOrEqual(moment(pace, count));
        fc.pre(count <= roomAt(EMPTY_WINDOW, own, 'bulk', now));
        expect(moment('bulk', count)).toBeGreaterThanOrEqual(moment('person', count));
      }),
    );
  });

  it('comes within a day, whatever the clock has shown before', () => {
    fc.assert(
      fc.property(situations, fc.integer({ min: 1, max: 15 }), ({ own, window, now }, count) => {
        expect(freeAt(window, own, 'bulk', count, now)).toBeLessThanOrEqual(now + DAY);
      }),
    );
  });
});

describe('a settled window', () => {
  it('is left as it is while the clock is right', () => {
    const window = closed(at(0, 5), START + 1000);
    expect(settled(window, START + 5)).toBe(window);
  });

  it('has nothing in the future but a rest of a day at most', () => {
    const ahead: LimitWindow = {
      recent: [START - 1, START + 5, START + DAY],
      dayFrom: START + DAY,
      today: 3,
      closedUntil: START + 3 * DAY,
    };
    expect(settled(ahead, START)).toEqual({
      recent: [START - 1, START, START],
      dayFrom: START,
      today: 3,
      closedUntil: START + DAY,
    });
  });
});

describe('a request', () => {
  it('counts from when it left, and once it was answered from then: the service may have seen it that late', () => {
    const sent = taken(taken(EMPTY_WINDOW, START), START);
    expect(answered(sent, START, START + 700).recent).toEqual([START, START + 700]);
    expect(answered(sent, START, START + 700).today).toBe(2);
  });

  it('that was answered under another clock keeps the moment that it has', () => {
    const sent = taken(EMPTY_WINDOW, START);
    expect(answered(sent, START, START - 5000)).toBe(sent);
    expect(answered(sent, START - 9, START + 5000)).toBe(sent);
  });

  it('begins a new day when the last one is over', () => {
    const full: LimitWindow = { recent: [], dayFrom: START, today: 4, closedUntil: 0 };
    const own = rule({ perDay: 4 });
    expect(freeAt(full, own, 'person', 1, START + DAY - 1)).toBe(START + DAY);
    expect(roomAt(full, own, 'person', START + DAY)).toBe(3);
    expect(taken(full, START + DAY)).toMatchObject({ dayFrom: START + DAY, today: 1 });
  });
});

describe('what is used', () => {
  it.each([
    ['at first', EMPTY_WINDOW, 0, { minute: 0, day: 0 }],
    ['at once', at(0, 10), 10, { minute: 2, day: 2 }],
    ['a minute later', at(0, 10), MINUTE, { minute: 1, day: 2 }],
    ['a day later', at(0, 10), DAY, { minute: 0, day: 0 }],
  ])('is told %s', (_when, window, after, used) => {
    expect(usedAt(window, START + after)).toEqual(used);
  });
});
