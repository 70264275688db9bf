import { expect, it } from 'vitest';
import { parseJson } from '../../../utils/http/text.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

it.each([
  ['{"a":1}', { a: 1 }],
  ['[]', []],
  ['null', null],
  ['\ufeff{"a":"Łódź"}', { a: 'Łódź' }],
])('%j is JSON', (text, value) => {
  expect(parseJson(bytes(text))).toEqual({ ok: true, value });
});

it.each(['', '{"a":', '<html></html>', '{"a":1} x', 'NaN'])('%j is not, and stays as a text', (text) => {
  expect(parseJson(bytes(text))).toEqual({ ok: false, text });
});

it('bytes that are no UTF-8 are no reason to throw', () => {
  expect(parseJson(new Uint8Array([0xff, 0x00]))).toMatchObject({ ok: false });
});
