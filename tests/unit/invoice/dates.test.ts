import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays, earlierOf, isDate, warsawDate } from '../../../utils/invoice/dates.ts';

const INSTANTS: readonly [string, string, string][] = [
  ['a minute before midnight in winter (UTC+1)', '2026-11-21T22:59:59.999Z', '2026-11-21'],
  ['midnight in winter', '2026-11-21T23:00:00.000Z', '2026-11-22'],
  ['a minute before midnight in summer (UTC+2)', '2026-07-21T21:59:59.999Z', '2026-07-21'],
  ['midnight in summer', '2026-07-21T22:00:00.000Z', '2026-07-22'],
  ['the day that has 23 hours begins at UTC+1', '2026-03-28T23:00:00.000Z', '2026-03-29'],
  ['and ends at UTC+2', '2026-03-29T21:59:59.999Z', '2026-03-29'],
  ['the day after it', '2026-03-29T22:00:00.000Z', '2026-03-30'],
  ['the day that has 25 hours begins at UTC+2', '2026-10-24T22:00:00.000Z', '2026-10-25'],
  ['and ends at UTC+1', '2026-10-25T22:59:59.999Z', '2026-10-25'],
  ['the day after it', '2026-10-25T23:00:00.000Z', '2026-10-26'],
  ['the last moment of a year', '2026-12-31T22:59:59.999Z', '2026-12-31'],
  ['the first moment of a year, still the old one in UTC', '2026-12-31T23:00:00.000Z', '2027-01-01'],
  ['a leap day', '2028-02-28T23:00:00.000Z', '2028-02-29'],
];

describe('the date in Poland', () => {
  it.each(INSTANTS)('%s: %s is %s', (_title, instant, date) => {
    expect(warsawDate(Date.parse(instant))).toBe(date);
  });

  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each([
    ['Pacific/Auckland', 13],
    ['America/Los_Angeles', -8],
  ])('is the same on a computer that stands in %s', (name, hours) => {
    process.env.TZ = name;
    // Unless the zone really changed there is nothing to see here.
    expect(new Date('2026-11-22T12:00:00Z').getTimezoneOffset()).toBe(-hours * 60);
    for (const [, instant, date] of INSTANTS) expect(warsawDate(Date.parse(instant))).toBe(date);
    expect(addDays('2026-11-22', 1)).toBe('2026-11-23');
    expect(isDate('2026-03-29')).toBe(true);
  });

  it('never goes back while time goes on', () => {
    const within = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });
    fc.assert(
      fc.property(within, fc.integer({ min: 0, max: 90_000_000 }), (instant, later) => {
        expect(warsawDate(instant + later) >= warsawDate(instant)).toBe(true);
      }),
    );
  });
});

describe('a date', () => {
  it.each(['2026-11-22', '2028-02-29', '2026-12-31', '2000-02-29', '2026-03-29'])('%s exists', (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-11-00',
    '2026-11-31',
    '2026-1-1',
    '22.11.2026',
    '2026-11-22T00:00',
    '2026-11-22\n',
    ' 2026-11-22',
    '0000-00-00',
    '0001-01-01',
    '',
  ])('%j does not', (text) => {
    expect(isDate(text)).toBe(false);
  });

  it.each([
    ['2026-11-22', 1, '2026-11-23'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-10-25', 1, '2026-10-26'],
    ['2026-10-26', -1, '2026-10-25'],
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-11-22', 365, '2027-11-22'],
  ])('%s and %i days is %s', (date, days, later) => {
    expect(addDays(date, days)).toBe(later);
  });

  it('goes as many days back as it went on', () => {
    const days = fc.integer({ min: 0, max: 9000 });
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (start, moved) => {
        const date = addDays('2015-01-01', start);
        expect(isDate(date)).toBe(true);
        expect(addDays(addDays(date, moved), -moved)).toBe(date);
      }),
    );
  });

  it('that is earlier is the one of the two that comes first', () => {
    expect(earlierOf('2026-11-22', '2026-11-21')).toBe('2026-11-21');
    expect(earlierOf('2026-11-21', '2026-11-22')).toBe('2026-11-21');
    expect(earlierOf('2025-12-31', '2026-01-01')).toBe('2025-12-31');
  });
});
