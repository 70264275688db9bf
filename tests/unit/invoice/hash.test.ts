import { expect, it } from 'vitest';
import { sha256Hex } from '../../../utils/invoice/hash.ts';

it.each([
  // FIPS 180-2, appendix B.
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
])('the hash of %j is the published one', async (text, hex) => {
  expect(await sha256Hex(text)).toBe(hex);
});

it('the hash is of the text in UTF-8', async () => {
  // printf 'Łódź 🎁' | sha256sum
  expect(await sha256Hex('Łódź 🎁')).toBe('67c06bd3f5e5464195c8f1afa2435a97a47675053f38f7c39ce499dfccf81b63');
});
