import { expect, it } from 'vitest';
import { sameState, unchanged, type Wanted } from '../../../../utils/invoice/correction/wanted.ts';
import { baseWith, bookedLine, LAMPS } from './examples.ts';

it('two states are the same only when they add as many lines', () => {
  const plain: Wanted = { lines: unchanged(baseWith(LAMPS)), added: [] };
  const bulb = bookedLine({ name: 'Żarówka' });
  const more = { ...plain, added: [bulb] };
  expect(sameState(plain, plain)).toBe(true);
  expect(sameState(more, { ...plain, added: [bulb] })).toBe(true);
  expect(sameState(plain, more)).toBe(false);
  expect(sameState(more, plain)).toBe(false);
  expect(sameState(more, { ...plain, added: [bookedLine({ unitPrice: 9999 })] })).toBe(false);
});
