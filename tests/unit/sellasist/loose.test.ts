import { describe, expect, it } from 'vitest';
import { readAmount, readDate, readFlag, readId, readText } from '../../../utils/sellasist/loose.ts';

describe('a loose value', () => {
  it.each([
    [94865, '94865'],
    ['94865', '94865'],
    [' 12 ', '12'],
    ['90071992547409931', '90071992547409931'],
    [2 ** 53, null],
    [1.5, null],
    [Number.NaN, null],
    ['0', null],
    [0, null],
    ['', null],
    [null, null],
    [undefined, null],
    [true, null],
    [{ id: 1 }, null],
    ['../../users', null],
    ['1/2', null],
    ['__proto__', null],
    [' constructor ', null],
    ['prototype', null],
    ['constructors', 'constructors'],
  ])('%j is the id %j', (value, id) => {
    expect(readId(value)).toBe(id);
  });

  it.each([
    [53.99, 5399],
    ['53.99', 5399],
    ['0.00', 0],
    [0, 0],
    ['-10.00', -1000],
    ['1 234,50', 123450],
    ['', null],
    ['  ', null],
    [null, null],
    [undefined, null],
    ['12.345', undefined],
    ['12 zł', undefined],
    [0.1 + 0.2, undefined],
    [1e21, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [true, undefined],
    [[], undefined],
  ])('%j is the amount %j', (value, grosze) => {
    expect(readAmount(value)).toBe(grosze);
  });

  it.each([
    [true, true],
    [1, true],
    ['1', true],
    ['true', true],
    ['TRUE', true],
    ['tak', true],
    [false, false],
    [0, false],
    ['0', false],
    ['false', false],
    ['nie', false],
    ['', false],
    [null, false],
    [undefined, false],
    ['2', undefined],
    ['perhaps', undefined],
    [{}, undefined],
  ])('%j is the flag %j', (value, flag) => {
    expect(readFlag(value)).toBe(flag);
  });

  it.each([
    ['2026-11-20 10:15:00', '2026-11-20'],
    ['2026-11-20', '2026-11-20'],
    ['2026-11-20T10:15:00', '2026-11-20'],
    ['2026-11-20T10:15', '2026-11-20'],
    // Half past midnight in Warsaw, summer and winter.
    ['2026-07-01T22:30:00Z', '2026-07-02'],
    ['2026-11-20T23:30:00.000Z', '2026-11-21'],
    ['2026-11-20T22:30:00Z', '2026-11-20'],
    ['2026-11-20T00:30:00+05:00', '2026-11-19'],
    ['2026-11-20T00:30:00+0100', '2026-11-20'],
    ['2026-11-20T23:30Z', '2026-11-21'],
    [{ date: '2026-11-20 10:15:00' }, '2026-11-20'],
    [{ date: '2026-11-20 23:30:00.000000', timezone_type: 3, timezone: 'Europe/Warsaw' }, '2026-11-20'],
    [{ date: '2026-11-20 23:30:00.000000', timezone_type: 3, timezone: 'UTC' }, '2026-11-21'],
    [{ date: '2026-11-20 00:30:00.000000', timezone_type: 1, timezone: '+05:00' }, '2026-11-19'],
    ['0000-00-00 00:00:00', null],
    ['0000-00-00', null],
    ['-0001-11-30 00:00:00', null],
    ['1970-01-01 01:00:00', null],
    ['', null],
    [null, null],
    [undefined, null],
    [{}, null],
    [{ date: null }, null],
    ['2026-02-30', undefined],
    ['2026-11-20 later', undefined],
    ['20.11.2026', undefined],
    [1763630100, undefined],
    [{ date: '2026-11-20 23:30:00', timezone: 'America/New_York' }, undefined],
  ])('%j is the date %j in Warsaw', (value, date) => {
    expect(readDate(value)).toBe(date);
  });

  it.each([
    [' Anna ', 'Anna'],
    [7, '7'],
    [7.5, ''],
    [null, ''],
    [undefined, ''],
    [false, ''],
    [{ toString: 'x' }, ''],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ["'; DROP TABLE orders; --", "'; DROP TABLE orders; --"],
  ])('%j is the text %j', (value, text) => {
    expect(readText(value)).toBe(text);
  });
});
