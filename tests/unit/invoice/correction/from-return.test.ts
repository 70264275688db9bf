import { describe, expect, it } from 'vitest';
import type { BookedLine } from '../../../../utils/invoice/correction/booked.ts';
import { fromChoice } from '../../../../utils/invoice/correction/from-choice.ts';
import { fromReturn, type ReturnedLine } from '../../../../utils/invoice/correction/from-return.ts';
import type { WantedState } from '../../../../utils/invoice/correction/wanted.ts';
import { baseWith, bookedLine, LAMPS } from './examples.ts';

const quantities = (state: WantedState) =>
  state.ok ? state.readings[0]?.wanted.lines.map(({ quantity }) => quantity / 1000) : state.findings;
const back = (changes: Partial<ReturnedLine> = {}): ReturnedLine => ({
  name: 'Lampa',
  unitGross: 10_000,
  quantity: 1000,
  ...changes,
});
const unmatched = (row: number, name: string) => [
  { code: 'correction-line-unmatched', path: `lines.${row}`, params: { line: name } },
];

const dear = bookedLine();
const cheap = bookedLine({ unitPrice: 8000 });
const parts = [bookedLine({ quantity: 2000, unitPrice: 333 }), bookedLine({ unitPrice: 334 })];

describe('what came back goes off', () => {
  it.each<[string, readonly BookedLine[], readonly ReturnedLine[], readonly number[]]>([
    ['the line of its name, and shipping stays', LAMPS, [back()], [1, 1]],
    ['the whole of it', LAMPS, [back({ quantity: 2000 })], [0, 1]],
    ['in two rows', LAMPS, [back(), back()], [0, 1]],
    ['a name that is written otherwise', LAMPS, [back({ name: ' LAMPA' })], [1, 1]],
    ['a line that a discount made cheaper', [bookedLine({ unitPrice: 9000 })], [back()], [0]],
    ['a price that is not known', LAMPS, [back({ unitGross: null })], [1, 1]],
    ['the first of equal lines', [dear, dear], [back()], [0, 1]],
    ['several equal lines', [dear, dear, dear], [back({ quantity: 2000 })], [0, 0, 1]],
    ['of two prices the one that came back', [dear, cheap], [back({ unitGross: 8000 })], [1, 0]],
    ['of a line in two parts the one of its price', parts, [back({ unitGross: 334 })], [2, 0]],
    ['of two prices the one of which something is left', [dear, cheap], [back(), back({ unitGross: 9000 })], [0, 0]],
    ['both parts of a line', parts, [back({ unitGross: 333, quantity: 3000 })], [0, 0]],
  ])('%s', (_title, lines, rows, left) => {
    expect(quantities(fromReturn(rows, baseWith(lines)))).toEqual(left);
  });

  it('as a return', () => {
    expect(fromReturn([back()], baseWith(LAMPS))).toMatchObject({ ok: true, readings: [{ as: 'return' }] });
  });

  it('of net prices by the name alone', () => {
    const net = (lines: readonly BookedLine[]) => baseWith(lines, { counted: 'net' });
    expect(quantities(fromReturn([back({ unitGross: 12_300 })], net(LAMPS)))).toEqual([1, 1]);
    expect(quantities(fromReturn([back({ unitGross: 8000 })], net([dear, cheap])))).toEqual(unmatched(0, 'Lampa'));
  });

  it.each<[string, readonly BookedLine[], readonly ReturnedLine[], object]>([
    ['something that was not sold', LAMPS, [back(), back({ name: 'Wazon' })], unmatched(1, 'Wazon')],
    ['more than was sold', LAMPS, [back({ quantity: 2001 })], unmatched(0, 'Lampa')],
    ['what came back before', [bookedLine({ quantity: 0 })], [back()], unmatched(0, 'Lampa')],
    ['a quantity that cannot be read', LAMPS, [back({ quantity: null })], unmatched(0, 'Lampa')],
    ['none of it', LAMPS, [back({ quantity: 0 })], unmatched(0, 'Lampa')],
    ['a line without a name', LAMPS, [back({ name: '' })], unmatched(0, '1')],
    ['one of two prices, and neither of them', [dear, cheap], [back({ unitGross: 9000 })], unmatched(0, 'Lampa')],
    ['nothing at all', LAMPS, [], [{ code: 'no-lines', path: 'lines', params: {} }]],
  ])('but not %s', (_title, lines, rows, findings) => {
    expect(quantities(fromReturn(rows, baseWith(lines)))).toEqual(findings);
  });
});

describe('what a person chose', () => {
  it('is what should be left; the rest stays', () => {
    expect(quantities(fromChoice([{ line: 0, quantity: 500 }], baseWith(LAMPS)))).toEqual([0.5, 1]);
    expect(quantities(fromChoice([], baseWith(LAMPS)))).toEqual([2, 1]);
  });

  it.each([
    ['a line that is not there', [{ line: 2, quantity: 0 }], unmatched(2, '3')],
    [
      'a line twice',
      [
        { line: 0, quantity: 0 },
        { line: 0, quantity: 1000 },
      ],
      unmatched(0, '1'),
    ],
  ])('is never %s', (_title, choice, findings) => {
    expect(quantities(fromChoice(choice, baseWith(LAMPS)))).toEqual(findings);
  });
});
