import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../utils/invoice/text.ts';

describe("a customer's text", () => {
  it.each([
    ['HTML stays text', '<script>alert("x")</script>', '<script>alert("x")</script>'],
    ['quotes, ampersands and diacritics stay', ' „Żółw” & \'syn\' "ŁĄKA" ', '„Żółw” & \'syn\' "ŁĄKA"'],
    ['an emoji of several parts stays whole', 'Prezent 👩‍👧 dla Zosi 🎁', 'Prezent 👩‍👧 dla Zosi 🎁'],
    ['lines become one', 'Jan\r\nKowalski\tjr', 'Jan Kowalski jr'],
    ['white space of every kind is folded', '  Jan \u00a0\u2003 Kowalski\u2028', 'Jan Kowalski'],
    ['zero bytes and other controls go', 'Jan\u0000Kowal\u0007ski\u009b', 'Jan Kowal ski'],
    [
      'what turns the reading direction round goes',
      'faktura\u202egnp.exe\u202c\u2066\u2069\u200f\u061c',
      'fakturagnp.exe',
    ],
    ['what nobody sees goes', '\ufeff\u200bJan\u2060\u200b', 'Jan'],
    ['half an emoji becomes the sign for a broken character', 'Jan \ud83c', 'Jan \ufffd'],
    ['what no XML may hold goes', 'Jan\ufffe\uffff', 'Jan'],
    ['nothing stays nothing', '', ''],
    ['only what nobody sees is nothing', '\u200b\u200e \u0000\ufeff', ''],
  ])('%s', (_title, text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it('is one well-formed line, and plain from then on', () => {
    // Any UTF-16 at all, halves of characters among it, and what needs care more often than chance would have it.
    const care = fc.constantFrom(0x00, 0x09, 0x0a, 0x20, 0x85, 0xa0, 0x200b, 0x2028, 0x202e, 0xfeff, 0xd83c, 0xdf81);
    const units = fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), care), { maxLength: 60 });
    fc.assert(
      fc.property(units, (codes) => {
        const text = String.fromCharCode(...codes);
        const plain = plainText(text);
        expect(plain.isWellFormed()).toBe(true);
        expect(plain).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|^\s|\s$|\s\s/u);
        expect(plainText(plain)).toBe(plain);
      }),
    );
  });
});
