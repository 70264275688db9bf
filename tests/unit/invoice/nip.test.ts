import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNip, nipDigits } from '../../../utils/invoice/nip.ts';

describe('a NIP', () => {
  it.each([
    '1234563218',
    '123-456-32-18',
    '123 456 32 18',
    '123.456.32.18',
    'PL1234563218',
    'PL 123-456-32-18',
    'pl1234563218',
    '\u00a0123\u00a0456\u00a032\u00a018 ',
    // What word processors and web pages make of a hyphen.
    '123\u2011456\u201132\u201118',
    '123\u2013456\u201332\u201318',
    '123\u2212456\u221232\u221218',
    // Marks of direction and of nothing come along when it is copied from a web page.
    '\u200e1234563218\u200b',
  ])('%j is right, and its digits are 1234563218', (text) => {
    expect(isNip(text)).toBe(true);
    expect(nipDigits(text)).toBe('1234563218');
  });

  it.each([
    ['whose checksum is wrong', '1234563219'],
    ['of nine digits', '123456321'],
    ['of eleven digits', '12345632181'],
    ['of nothing but zeros, whose checksum is right', '0000000000'],
    ['that is a zero', '0'],
    ['that is empty', ''],
    ['that is a prefix only', 'PL'],
    ['with two prefixes', 'PLPL1234563218'],
    ['of another country', 'DE123456789'],
    ['of another country, with right digits', 'DE1234563218'],
    ['with a letter', '123456321A'],
    ['in digits that are not ours', '１２３４５６３２１８'],
    ['with a slash', '1234563218/1'],
  ])('%s is wrong', (_title, text) => {
    expect(isNip(text)).toBe(false);
  });

  it.each([
    ['DE 123-456.789', 'DE123456789'],
    ['spl 12', 'SPL12'],
    ['pl brak', 'PLBRAK'],
  ])('that it is none (%s) loses nothing but its separators: %s', (text, digits) => {
    expect(nipDigits(text)).toBe(digits);
  });

  const WEIGHTS = [6, 5, 7, 2, 3, 4, 5, 6, 7];
  const nine = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 }).filter((d) => d.some(Boolean));

  it('has one right last digit, and none where the remainder is 10', () => {
    fc.assert(
      fc.property(nine, (digits) => {
        const remainder = digits.reduce((total, digit, index) => total + digit * (WEIGHTS[index] ?? 0), 0) % 11;
        const right = Array.from({ length: 10 }, (_, last) => last).filter((last) =>
          isNip(`${digits.join('')}${last}`),
        );
        expect(right).toEqual(remainder === 10 ? [] : [remainder]);
      }),
    );
  });

  it('is wrong as soon as one digit was mistyped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digits = [...'1234563218'].map(Number);
        digits[place] = ((digits[place] ?? 0) + shift) % 10;
        expect(isNip(digits.join(''))).toBe(false);
      }),
    );
  });
});
