import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  isBrokenMark,
  type StateMark,
  type StateWord,
  stateText,
  stateTextIn,
} from '../../../utils/invoice/state-text.ts';

const AT = Date.parse('2026-11-22T13:05:40+01:00');

const mark = (more: Partial<StateMark> = {}): StateMark => ({
  word: 'claim',
  key: 'd77',
  computer: 'k7f3a2',
  nonce: '9x8y7z2a',
  at: AT,
  number: null,
  ...more,
});

describe('the text of the state field', () => {
  it.each<[StateWord, string | null, string]>([
    ['claim', null, 'Mostek: wysyła Biuro, 22.11.2026 13:05 [mostek claim d77 k7f3a2 9x8y7z2a 1795349140000]'],
    [
      'done',
      '12/11/2026',
      'Mostek: wysłano 12/11/2026, 22.11.2026 13:05 [mostek done d77 k7f3a2 9x8y7z2a 1795349140000 12_11_2026]',
    ],
    ['done', null, 'Mostek: wysłano, 22.11.2026 13:05 [mostek done d77 k7f3a2 9x8y7z2a 1795349140000]'],
    [
      'issued',
      '7/2026',
      'Mostek: wystawiono 7/2026, 22.11.2026 13:05 [mostek issued d77 k7f3a2 9x8y7z2a 1795349140000 7_2026]',
    ],
    [
      'incomplete',
      null,
      'Mostek: wymaga uzupełnienia (Biuro), 22.11.2026 13:05 [mostek incomplete d77 k7f3a2 9x8y7z2a 1795349140000]',
    ],
    ['failed', null, 'Mostek: błąd (Biuro), 22.11.2026 13:05 [mostek failed d77 k7f3a2 9x8y7z2a 1795349140000]'],
    [
      'uncertain',
      null,
      'Mostek: do sprawdzenia (Biuro), 22.11.2026 13:05 [mostek uncertain d77 k7f3a2 9x8y7z2a 1795349140000]',
    ],
    ['skipped', null, 'Mostek: pominięto (Biuro), 22.11.2026 13:05 [mostek skipped d77 k7f3a2 9x8y7z2a 1795349140000]'],
  ])('says %s (%s) to people and to computers', (word, number, text) => {
    expect(stateText(mark({ word, number }), 'Biuro')).toBe(text);
  });

  it('gives Polish time, whatever the season', () => {
    expect(stateText(mark({ at: Date.parse('2026-07-01T22:30:00Z') }), 'Biuro')).toContain('02.07.2026 00:30');
  });

  it.each([
    ['Biuro [mostek done d77 k7f3a2 a 1 9_9]', 'Biuro mostek done d7'],
    ['<b>Hala</b> & "Sklep"', 'bHala/b Sklep'],
    ['Żabia Wola 3', 'Żabia Wola 3'],
    ['  Biuro\n(piętro 1) ', 'Biuro piętro 1'],
    ['', ''],
  ])('calls the computer %j by no sign of its own: %j', (typed, name) => {
    const text = stateText(mark(), typed);
    expect(stateTextIn(text)).toEqual({ ...mark(), name });
    expect(text.match(/\[/g)).toHaveLength(1);
  });

  it('tells people less, and computers the same, where there is little room', () => {
    const long = mark({ word: 'incomplete', key: 'd12345678901234567' });
    const text = stateText(long, 'Komputer w magazynie');
    expect(text).toBe(
      'Mostek: wymaga uzupełnienia, 22.11.2026 13:05 [mostek incomplete d12345678901234567 k7f3a2 9x8y7z2a 1795349140000]',
    );
    expect(stateTextIn(text)).toEqual({ ...long, name: '' });
    const longer = { ...long, key: 'c0d9a1b2-0000-4000-8000-1234567890ab' };
    expect(stateText(longer, 'Biuro')).toBe(
      'Mostek: wymaga uzupełnienia [mostek incomplete c0d9a1b2-0000-4000-8000-1234567890ab k7f3a2 9x8y7z2a 1795349140000]',
    );
  });
});

describe('reading it back', () => {
  const text = stateText(mark(), 'Biuro');
  it.each<[string, string]>([
    ['a paragraph of HTML', `<p>${text}</p>`],
    ['folded white space', text.replaceAll(' ', ' \n\t ')],
    ['spaces that do not break', text.replaceAll(' ', '&nbsp;')],
    ['a person’s words around it', `pilne!! ${text} – Ania`],
    ['an older mark before it', `${stateText(mark({ word: 'failed', at: AT - 1, nonce: 'old' }), 'Magazyn')} ${text}`],
  ])('survives %s', (_, held) => {
    expect(stateTextIn(held)).toEqual({ ...mark(), name: 'Biuro' });
  });

  it('does without the name when its letters were changed', () => {
    expect(stateTextIn(text.replace('wysyła', 'wysy&#322;a'))).toEqual({ ...mark(), name: '' });
  });

  it.each([
    ['', false],
    ['Faktura wystawiona ręcznie', false],
    ['Sellasist demo/o1001/d77', false],
    ['[mostek later d77 k7f3a2 9x8y7z2a 1795349140000]', true],
    ['[mostek done x77 k7f3a2 9x8y7z2a 1795349140000]', true],
    ['[mostek done d77 k7f3a2 9x8y7z2a 1795349140000 ~110000~]', true],
    ['[mostek done d77 k7f3a2 9x8y7z2a 9999999999999999]', true],
    ['Mostek: wysyła Biuro, 22.11.2026 13:05 [mostek claim d77 k7f', true],
    ['Mostek: wysyła Biuro, 22.11', true],
  ])('takes %j for nothing of Mostek’s that it knows; broken: %s', (held, isBroken) => {
    expect(stateTextIn(held)).toBeNull();
    expect(isBrokenMark(held)).toBe(isBroken);
  });
});

const letters = (alphabet: string, min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: min, maxLength: max });

const anyMark = fc.record<StateMark>({
  word: fc.constantFrom('claim', 'issued', 'done', 'incomplete', 'failed', 'uncertain', 'skipped'),
  key: fc
    .tuple(fc.constantFrom('d', 'o', 'r', 'c'), letters('0123456789abcdef-', 1, 36))
    .map((parts) => parts.join('')),
  computer: letters('abcdefghjkmnpqrstuvwxyz23456789', 6, 6),
  nonce: letters('abcdefghjkmnpqrstuvwxyz23456789', 8, 8),
  at: fc.integer({ min: 0, max: 4_102_444_800_000 }),
  number: fc.option(letters('0123456789/AZŻ-._~ ', 1, 14).filter((number) => number.trim() === number)),
});

const escaped = (text: string): string =>
  text.replace(/[&<>"'`=/]/g, (sign) => `&#x${(sign.codePointAt(0) ?? 0).toString(16)};`);

test('every mark comes back as it was, within the length that fields take, however a panel treats its text', () => {
  fc.assert(
    fc.property(anyMark, fc.string({ unit: 'grapheme' }), fc.string(), fc.string(), (said, name, before, after) => {
      const text = stateText(said, name);
      expect(text.length).toBeLessThanOrEqual(119);
      for (const held of [text, escaped(text), ` ${text}\n`, `<p>${escaped(text)}</p>`, `${before} ${text} ${after}`]) {
        const { name: _, ...read } = stateTextIn(held) ?? { name: '' };
        expect(read).toEqual(said);
      }
    }),
  );
});

test('nothing that stands in a field makes it stumble', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('[mostek ', 'done ', 'd77 ', ']', '1 ', '~', '_'))),
      (parts) => {
        const text = parts.join('');
        expect(() => [stateTextIn(text), isBrokenMark(text)]).not.toThrow();
      },
    ),
  );
});
