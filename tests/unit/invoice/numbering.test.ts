import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOfDate, patternProblem, readRunning, suggestedPattern } from '../../../utils/invoice/numbering.ts';

describe('the running number', () => {
  it.each<[pattern: string, number: string, running: number | null]>([
    ['FV/{numer}/{miesiąc}/{rok}', 'FV/12/11/2026', 12],
    ['FV/{numer}/{miesiąc}/{rok}', 'FV/012/01/2026', 12],
    ['FV/{numer}/{miesiąc}/{rok}', ' FV/12/1/2026\n', 12],
    ['FV/{numer}/{miesiąc}/{rok2}', 'FV/12/11/26', 12],
    ['{numer}/{rok}', '1/2026', 1],
    ['{rok}/{miesiąc}/{dzień}/{numer}', '2026/11/22/7', 7],
    ['FV {rok}-{miesiac}-{numer} (sklep)', 'FV 2026-11-7 (sklep)', 7],
    ['FV{numer}{rok}', 'FV122026', 12],
    ['FV{rok}{miesiąc}{numer}', 'FV202611007', null],
    ['FS1/{numer}', 'FS1/9999999999', 9_999_999_999],

    // Case and diacritics of a placeholder are forgiven, of literal text they are not.
    ['FV/{NUMER}/{Miesiac}/{ROK}', 'FV/12/11/2026', 12],
    ['FV/{ numer }/{dzien}', 'FV/12/22', 12],
    [' FV/{numer} ', 'FV/12', 12],
    ['FV/{numer}', 'fv/12', null],
    ['ŻÓŁW/{numer}', 'ŻÓŁW/12', 12],
    ['ŻÓŁW/{numer}', 'ŻÓŁW/12'.normalize('NFD'), 12],
    ['ŻÓŁW/{numer}', 'ZOLW/12', null],

    // The whole number has to match.
    ['FV/{numer}', 'FV/12/11/2026', null],
    ['{numer}/{rok}', 'FV/1/2026', null],
    ['FV/{numer}/{rok}', 'FV/12/26', null],
    ['FV/{numer}/{miesiąc}/{rok}', 'FV/12/13/2026', null],
    ['FV/{numer}/{dzień}', 'FV/12/32', null],
    ['FV/{numer}', 'FV/', null],
    ['FV/{numer}', 'FV/1a', null],
    ['FV/{numer}', '', null],

    // Greater than 0, at most 10 digits.
    ['FV/{numer}', 'FV/0', null],
    ['FV/{numer}', 'FV/000', null],
    ['FV/{numer}', 'FV/12345678901', null],
    ['FV/{numer}', 'FV/١٢', null],
    ['FV/{numer}', 'FV/-1', null],

    // Two ways to read it are none.
    ['{numer}{miesiąc}', '1211', null],
    ['{miesiąc}{numer}', '1211', null],
    ['{numer}{miesiąc}/{rok}', '100/2026', null],
  ])('by %s of %j is %j', (pattern, number, running) => {
    expect(readRunning(pattern, number)).toBe(running);
  });

  it('is what was put into any pattern whose parts stand apart', () => {
    const pad = fc.boolean();
    const literal = fc.constantFrom('FV', 'FV/S', 'Faktura ', 'żółw-', '');
    const glue = fc.constantFrom('/', '-', ' ', '_', '.');
    const year = fc.integer({ min: 2000, max: 2099 });
    fc.assert(
      fc.property(
        literal,
        glue,
        fc.integer({ min: 1, max: 9_999_999_999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        year,
        pad,
        fc.shuffledSubarray(['{numer}', '{miesiąc}', '{rok}', '{rok2}', '{dzień}'], { minLength: 1 }),
        (prefix, between, numer, month, day, rok, padded, parts) => {
          fc.pre(parts.includes('{numer}'));
          const two = (part: number): string => (padded ? String(part).padStart(2, '0') : String(part));
          const values: Record<string, string> = {
            '{numer}': String(numer),
            '{miesiąc}': two(month),
            '{rok}': String(rok),
            '{rok2}': String(rok).slice(2),
            '{dzień}': two(day),
          };
          const written = parts.map((part) => values[part]).join(between);
          expect(readRunning(prefix + parts.join(between), prefix + written)).toBe(numer);
        },
      ),
    );
  });

  it('of a hostile pattern is worked out in no time', () => {
    const began = performance.now();
    expect(readRunning(`${'{miesiąc}'.repeat(200)}{numer}${'{dzień}'.repeat(200)}`, '1'.repeat(700))).toBeNull();
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('the date in a number', () => {
  const DATE = '2026-11-02';

  it.each<[pattern: string, number: string, isOfDate: boolean]>([
    ['FV/{numer}/{miesiąc}/{rok}', 'FV/12/11/2026', true],
    ['FV/{numer}/{miesiąc}/{rok}', 'FV/12/10/2026', false],
    ['FV/{numer}/{miesiąc}/{rok}', 'FV/12/11/2025', false],
    ['FV/{numer}/{miesiąc}/{rok2}', 'FV/12/11/26', true],
    ['FV/{numer}/{miesiąc}/{rok2}', 'FV/12/11/25', false],
    ['{rok}/{miesiąc}/{dzień}/{numer}', '2026/11/2/7', true],
    ['{rok}/{miesiąc}/{dzień}/{numer}', '2026/11/02/7', true],
    ['{rok}/{miesiąc}/{dzień}/{numer}', '2026/11/22/7', false],
    ['FV/{numer}', 'FV/12', true],
    ['FV/{numer}/{rok}', 'FV/2025/2026', true],
  ])('by %s of %j is that of the invoice: %j', (pattern, number, expected) => {
    expect(readRunning(pattern, number)).not.toBeNull();
    expect(isOfDate(pattern, number, DATE)).toBe(expected);
  });
});

describe('a pattern', () => {
  it.each(['{numer}', 'FV/{numer}/{miesiąc}/{rok}', '{NUMER}-{Dzien}-{rok2}'])('%s is one', (pattern) => {
    expect(patternProblem(pattern)).toBe(false);
  });

  it.each([
    '',
    ' ',
    'FV',
    'FV/{rok}',
    '{numer}/{numer}',
    '{numer}/{numer }',
    '{numer}/{seria}',
    '{numer}/{}',
    'FV}{numer}',
    '{numer',
    '{{numer}}',
    '{numer}/{rok',
  ])('%j is none, and reads no number', (pattern) => {
    expect(patternProblem(pattern)).toBe(true);
    expect(readRunning(pattern, '12')).toBeNull();
    expect(readRunning(pattern, pattern)).toBeNull();
  });
});

describe('the pattern that a number suggests', () => {
  it.each([
    ['FV/12/11/2026', 'FV/{numer}/{miesiąc}/{rok}'],
    ['FV 12/11/2026', 'FV {numer}/{miesiąc}/{rok}'],
    ['FV/1/01/2026', 'FV/{numer}/{miesiąc}/{rok}'],
    ['13/11/2026', '{numer}/{miesiąc}/{rok}'],
    ['FV/2026/11/12', 'FV/{rok}/{miesiąc}/{numer}'],
    ['FV/12/2026', 'FV/{numer}/{rok}'],
    ['2026-00012', '{rok}-{numer}'],
    ['FV12/11/2026/A', 'FV{numer}/{miesiąc}/{rok}/A'],
    ['FV/7', 'FV/{numer}'],
    ['FV/12/11/26', 'FV/{numer}/{miesiąc}/{rok2}'],
    // What can be no month is the number, wherever it stands.
    ['11/13/2026', '{miesiąc}/{numer}/{rok}'],
    ['11/2026/113', '{miesiąc}/{rok}/{numer}'],
    ['113/2026/11', '{numer}/{rok}/{miesiąc}'],
    ['FV/112/22/11/2026', 'FV/{numer}/{dzień}/{miesiąc}/{rok}'],
    ['2026/11/22/112', '{rok}/{miesiąc}/{dzień}/{numer}'],
    ['FV/35/22/11/2026', 'FV/{numer}/{dzień}/{miesiąc}/{rok}'],
    ['FV/45/22/11/2026', 'FV/{numer}/{dzień}/{miesiąc}/{rok}'],
    // A year has four digits, or two: a longer number beside it is none.
    ['FV/12026/11/2026', 'FV/{numer}/{miesiąc}/{rok}'],
    ['FV/20261/11/2026', 'FV/{numer}/{miesiąc}/{rok}'],
    ['FV/125/11/26', 'FV/{numer}/{miesiąc}/{rok2}'],
    ['FV/250/11/26', 'FV/{numer}/{miesiąc}/{rok2}'],
    ['FV/1202611', 'FV/{numer}'],
  ])('%s → %s, by which it is read', (number, pattern) => {
    expect(suggestedPattern(number)).toBe(pattern);
    expect(patternProblem(pattern)).toBe(false);
    expect(readRunning(pattern, number)).not.toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['no digits', 'FV/A'],
    ['a year alone', '2026'],
    ['a date in one, or a number that looks like it', 'FV/20261112'],
    ['a date in one of a month below 10', 'FV/20260512'],
    ['two years', 'FV/2025/11/2026'],
    ['a short year before the number, without a month', 'FV/26/112'],
    ['a short year between a month and the number', '11/26/112'],
    ['a number right after the year, before what may be day or month', '2026/112/11/05'],
    ['a number right before the year, after what may be day or month', '11/22/112/2026'],
    ['two that could be the month, on both sides of the year', '11/2026/12'],
    ['two that could be neither', '13/22/2026'],
    ['two short years', 'FV/25/11/26'],
    ['a short year or a number', 'FV/11/26'],
    ['two parts without a year', 'FV/12/11'],
    ['a branch before the number, or a day', 'FV/1/12/11/2026'],
    ['five parts', 'FV/1/2/112/11/2026'],
    ['a number of 0', 'FV/0/11/2026'],
    ['a number of 11 digits', 'FV/12345678901/11/2026'],
    ['braces', 'FV{1}/11/2026'],
  ])('%s: none, a person has to say (%s)', (_title, number) => {
    expect(suggestedPattern(number)).toBeNull();
  });

  it('has no blanks around it', () => {
    expect(suggestedPattern(' FV/12/2026\n')).toBe('FV/{numer}/{rok}');
  });

  it('reads the number that it was suggested by, whatever the number, or is none', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc
        .array(fc.oneof(fc.integer({ min: 0, max: 3000 }).map(String), fc.constantFrom('/', '-', 'FV', '{', 'ż')))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (number) => {
        const pattern = suggestedPattern(number);
        if (pattern !== null) expect(readRunning(pattern, number)).toBeGreaterThan(0);
      }),
    );
  });
});
