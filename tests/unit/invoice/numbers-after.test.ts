/** Which numbers iFirma may give next: whatever the pattern, the successor of the newest is among them, and guesses stay few. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberRows } from '../../../utils/invoice/numbers-after.ts';

/** The first number of each row. */
function nextOf(given: readonly string[], date = '2026-11-22'): readonly string[] {
  return numberRows(given, date).map(({ known, numberOf }) => numberOf((known.at(-1) ?? 0) + 1));
}

function range(from: number, to: number, numberOf: (running: number) => string): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => numberOf(from + at));
}

describe('with numbers enough to tell which group runs there is one row, and it goes on after the newest', () => {
  it.each<readonly [pattern: string, given: readonly string[], next: string]>([
    ['12/11/2026', range(3, 12, (n) => `${n}/11/2026`), '13/11/2026'],
    ['FV/12/11/2026', range(9, 12, (n) => `FV/${n}/11/2026`), 'FV/13/11/2026'],
    ['A2/2/2026', range(1, 5, (n) => `A2/${n}/2026`), 'A2/6/2026'],
    ['2026/11/0012', range(7, 12, (n) => `2026/11/${String(n).padStart(4, '0')}`), '2026/11/0013'],
    ['0012/2026', range(7, 12, (n) => `${String(n).padStart(4, '0')}/2026`), '0013/2026'],
    ['0099/2026: the zero goes', range(95, 99, (n) => `${String(n).padStart(4, '0')}/2026`), '0100/2026'],
    ['7/SKLEP/26', range(1, 7, (n) => `${n}/SKLEP/26`), '8/SKLEP/26'],
    ['26/SKLEP/26: the running number is a year, too', range(22, 26, (n) => `${n}/SKLEP/26`), '27/SKLEP/26'],
    ['2026/2026', range(2020, 2026, (n) => `${n}/2026`), '2027/2026'],
    ['only digits', range(1000, 1006, String), '1007'],
    ['only digits, that look like a year', range(2022, 2026, String), '2027'],
    ['a gap', ['3/11/2026', '9/11/2026', '4/11/2026', '5/11/2026'], '10/11/2026'],
    ['in any order, twice', ['5/11/2026', '7/11/2026', '5/11/2026', '6/11/2026', '4/11/2026'], '8/11/2026'],
  ])('%s', (_pattern, given, next) => {
    expect(nextOf(given)).toEqual([next]);
  });
});

describe('with one number only, the successor is among the guesses, and those are few', () => {
  it.each<readonly [given: string, next: string]>([
    ['12/11/2026', '13/11/2026'],
    ['FV/12/11/2026', 'FV/13/11/2026'],
    ['A2/2/2026', 'A2/3/2026'],
    ['2026/11/0012', '2026/11/0013'],
    ['0012/2026', '0013/2026'],
    ['7/SKLEP/26', '8/SKLEP/26'],
    ['1/11/2025/ProForma', '2/11/2025/ProForma'],
    ['11/11/2026', '12/11/2026'],
    ['2025/11/2026', '2026/11/2026'],
    ['1004', '1005'],
    ['2026', '2027'],
    ['F00012', 'F00013'],
  ])('%s → %s', (given, next) => {
    expect(nextOf([given])).toContain(next);
    expect(nextOf([given]).length).toBeLessThanOrEqual(5);
  });

  it('one invoice a month does not show which group runs: both guesses count', () => {
    expect(nextOf(['7/9/2026', '8/10/2026', '9/11/2026'])).toContain('10/11/2026');
    expect(nextOf(['7/10/2026', '7/11/2026'])).toContain('8/11/2026');
  });
});

describe('a row that may have begun since', () => {
  it.each<readonly [what: string, given: readonly string[], date: string, first: readonly string[]]>([
    ['a new month', range(1, 40, (n) => `${n}/10/2026`), '2026-11-02', ['41/10/2026', '1/11/2026']],
    ['a new month, padded', range(1, 9, (n) => `${n}/08/2026`), '2026-09-01', ['10/08/2026', '1/09/2026']],
    ['a new month, not padded', range(1, 9, (n) => `${n}/9/2026`), '2026-10-01', ['10/9/2026', '1/10/2026']],
    [
      'a new year: whether the month is padded is not known yet',
      range(1, 9, (n) => `${n}/12/2026`),
      '2027-01-04',
      ['10/12/2026', '1/1/2027', '1/01/2027'],
    ],
    ['a new year without a month', range(1, 9, (n) => `${n}/2026`), '2027-01-04', ['10/2026', '1/2027']],
    ['a new year in two digits', range(5, 9, (n) => `${n}/SKLEP/26`), '2027-01-04', ['10/SKLEP/26', '1/SKLEP/27']],
    [
      'the year first',
      range(1, 9, (n) => `2026/10/${String(n).padStart(4, '0')}`),
      '2026-11-02',
      ['2026/10/0010', '2026/11/0001'],
    ],
    [
      'several series at once',
      [...range(1, 4, (n) => `A2/${n}/10/2026`), ...range(8, 12, (n) => `A3/${n}/10/2026`)],
      '2026-11-02',
      ['A2/5/10/2026', 'A3/13/10/2026', 'A2/1/11/2026', 'A3/1/11/2026'],
    ],
  ])('%s', (_what, given, date, first) => {
    expect(new Set(nextOf(given, date))).toEqual(new Set(first));
  });

  it('is not guessed where the month of the date is known', () => {
    const given = [...range(1, 30, (n) => `${n}/10/2026`), ...range(1, 12, (n) => `${n}/11/2026`)];
    expect(nextOf(given)).toEqual(['31/10/2026', '13/11/2026']);
  });

  it('is what iFirma begins with where nothing is known', () => {
    expect(nextOf([], '2026-09-22')).toEqual(['1/9/2026', '1/09/2026']);
    expect(nextOf([], '2026-11-22')).toEqual(['1/11/2026']);
  });
});

it('several shapes beside each other each go on', () => {
  const given = [
    ...range(1, 5, (n) => `${n}/11/2026`),
    ...range(1, 5, (n) => `FV/${n}/11/2026`),
    ...range(1, 5, (n) => `${n}/SKLEP/26`),
  ];
  expect(nextOf(given)).toEqual(['6/11/2026', 'FV/6/11/2026', '6/SKLEP/26']);
});

it('what is known of a row is told, so that its holes can be looked into', () => {
  const [row] = numberRows(['9/11/2026', '2/11/2026', '3/11/2026', '7/11/2026'], '2026-11-22');
  expect(row?.known).toEqual([2, 3, 7, 9]);
  expect(row?.numberOf(4)).toBe('4/11/2026');
});

describe('hostile texts', () => {
  it.each([
    [''],
    ['bez cyfr'],
    ['99999999999999999999'],
    ['PL61109010140000071219812874'],
    ['(a+)+$'],
    ['__proto__/1/2026'],
    ['../../1/2026'],
    [`${'1/'.repeat(40)}2026`],
    ['１２/11/2026'],
    ['12/11/2026\u0000'],
  ])('%j ends, and gives back nothing but texts of its own pattern', (given) => {
    for (const { known, numberOf } of numberRows([given], '2026-11-22')) {
      if (known.length > 0) expect(numberOf(known.at(-1) ?? 0)).toBe(given);
      const next = numberOf((known.at(-1) ?? 0) + 1);
      expect(next.length).toBeLessThan(given.length + 12);
    }
  });

  it('thousands of them end', () => {
    const given = Array.from({ length: 5_000 }, (_, at) => `${'x'.repeat(at % 97)}${at}/${at * 7}/2026`);
    const since = performance.now();
    numberRows(given, '2026-11-22');
    expect(performance.now() - since).toBeLessThan(3_000);
  });
});

describe('for any pattern with a running number', () => {
  const word = fc.constantFrom('', 'FV', 'FV/', 'SKLEP-', 'A2/', 'F', 'Fa ', 'ż/');
  const slash = fc.constantFrom('/', '-', ' ', '.', '/SKLEP/');
  /** A way to write a number: `numberOf(running, month)` of the year 2026. */
  const pattern = fc
    .record({
      before: word,
      between: slash,
      parts: fc.constantFrom('n', 'n/m', 'n/y', 'n/m/y', 'y/m/n', 'm/y/n', 'y/n', 'n/yy', 'n/m/yy', 'm/n/y'),
      width: fc.constantFrom(1, 1, 3, 4, 6),
      isPadded: fc.boolean(),
      after: fc.constantFrom('', '/S', '-ABC'),
    })
    .map(({ before, between, parts, width, isPadded, after }) => ({
      parts,
      numberOf(running: number, month = 11): string {
        const shown: Readonly<Record<string, string>> = {
          n: String(running).padStart(width, '0'),
          m: isPadded ? String(month).padStart(2, '0') : String(month),
          y: '2026',
          yy: '26',
        };
        const text = parts
          .split('/')
          .map((part) => shown[part] ?? part)
          .join(between);
        return `${before}${text}${after}`;
      },
    }));
  const runs = fc.uniqueArray(fc.integer({ min: 1, max: 4_000 }), { minLength: 1, maxLength: 30 });

  it('the first number of some row is the successor of the newest', () => {
    fc.assert(
      fc.property(pattern, runs, ({ numberOf }, running) => {
        const given = running.map((n) => numberOf(n));
        expect(nextOf(given)).toContain(numberOf(Math.max(...running) + 1));
      }),
      { numRuns: 600 },
    );
  });

  it('whatever was numbered in other months and other series beside it', () => {
    fc.assert(
      fc.property(
        pattern.filter(({ parts }) => parts.includes('m')),
        runs,
        runs,
        pattern,
        runs,
        ({ numberOf }, running, earlier, other, others) => {
          const given = [
            ...earlier.map((n) => numberOf(n, 10)),
            ...others.map((n) => `Inna ${other.numberOf(n)}`),
            ...running.map((n) => numberOf(n)),
          ];
          expect(nextOf(given)).toContain(numberOf(Math.max(...running) + 1));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('and where some numbers show which group runs, no more rows are guessed than there are periods', () => {
    fc.assert(
      fc.property(pattern, fc.integer({ min: 20, max: 900 }), ({ numberOf }, first) => {
        expect(nextOf(range(first, first + 10, numberOf))).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});
