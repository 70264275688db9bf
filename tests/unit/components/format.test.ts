import { expect, test } from 'vitest';
import { counted, cut, date, duration, plain, quantity, time, vat, zloty } from '../../../components/format.ts';

test.each([
  [0, '0,00 zł'],
  [5, '0,05 zł'],
  [100, '1,00 zł'],
  [99_999, '999,99 zł'],
  [123_456, '1 234,56 zł'],
  [123_456_789_00, '123 456 789,00 zł'],
  [-3, '−0,03 zł'],
])('%i grosze are %s', (grosze, written) => {
  expect(zloty(grosze).replaceAll('\u00a0', ' ')).toBe(written);
});

test('an amount never breaks over two lines', () => {
  expect(zloty(123_456)).not.toContain(' ');
});

test('what is no amount is not made into one', () => {
  expect(zloty(Number('?'))).toBe('?\u00a0zł');
  expect(zloty(1.5)).toBe('?\u00a0zł');
});

test.each([
  [1000, '1'],
  [1500, '1,5'],
  [333, '0,333'],
  [1_234_567_000, '1 234 567'],
  [-2000, '−2'],
])('%i thousandths are %s', (thousandths, written) => {
  expect(quantity(thousandths).replaceAll('\u00a0', ' ')).toBe(written);
});

test('a date is written day first', () => {
  expect(date('2026-11-22')).toBe('22.11.2026');
  expect(date('wczoraj')).toBe('wczoraj');
});

test('the hour is that of Warsaw, in winter and in summer', () => {
  const noonUtc = Date.UTC(2026, 10, 22, 12, 0);
  expect(time(noonUtc, noonUtc)).toBe('13:00');
  const inJuly = Date.UTC(2026, 6, 1, 12, 0);
  expect(time(inJuly, inJuly)).toBe('14:00');
  expect(time(noonUtc, inJuly)).toBe('22.11.2026, 13:00');
});

test.each([
  [{ kind: 'percent', percent: 23 } as const, '23%', '23%'],
  [{ kind: 'percent', percent: 0 } as const, '0%', '0%'],
  [{ kind: 'exempt', basis: null } as const, 'zw.', 'exempt'],
])('a rate %o', (rate, polish, english) => {
  expect(vat('pl', rate)).toBe(polish);
  expect(vat('en', rate)).toBe(english);
});

test.each([
  [0, '0 spraw'],
  [1, '1 sprawa'],
  [2, '2 sprawy'],
  [5, '5 spraw'],
  [12, '12 spraw'],
  [22, '22 sprawy'],
  [25, '25 spraw'],
  [1.5, '1,5 sprawy'],
])('%d is counted as %s', (count, written) => {
  const forms = { one: 'sprawa', few: 'sprawy', many: 'spraw', other: 'sprawy' };
  expect(counted('pl', count, forms).replaceAll('\u00a0', ' ')).toBe(written);
});

test('a duration is seconds, then minutes', () => {
  expect(duration(12_999)).toBe('12\u00a0s');
  expect(duration(125_000)).toBe('2\u00a0min 05\u00a0s');
});

test('what cannot be seen is taken out, line breaks stay', () => {
  expect(plain('a\u0000b\u202Ec\u200Bd\ufeffe\nf\tg')).toBe('abcde\nf g');
});

test('a text is cut to its length with an ellipsis', () => {
  expect(cut('abcdef', 6)).toBe('abcdef');
  expect(cut('abcdefg', 6)).toBe('abcde…');
});
