import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../components/csv.ts';

describe('a table as CSV', () => {
  it('parts cells by `;` and ends each line with CRLF', () => {
    expect(
      csvOf([
        ['Numer', 'Suma'],
        ['FV/1', '12,30'],
      ]),
    ).toBe('"Numer";"Suma"\r\n"FV/1";"12,30"\r\n');
  });

  it.each([
    ['a;b', '"a;b"'],
    ['a "b"', '"a ""b"""'],
    ['a\nb', '"a\nb"'],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['@x', `"'@x"`],
    ['+48 600', `"'+48 600"`],
    ['-1-2', `"'-1-2"`],
    ['-12,30', '"-12,30"'],
    ['żółw', '"żółw"'],
    ['', '""'],
  ])('writes %j as %j', (text, written) => {
    expect(csvOf([[text]])).toBe(`${written}\r\n`);
  });

  it('never begins a cell as a formula, but for a number', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cell = csvOf([[text]]).slice(1);
        expect(/^[=+\-@\t]/.test(cell) && !/^[+-]?\d+(?:,\d+)?"\r\n$/.test(cell)).toBe(false);
      }),
    );
  });
});
