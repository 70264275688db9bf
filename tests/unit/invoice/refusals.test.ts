/** Every text that iFirma was seen to answer with, and every field that it may name (ifirma-api 9.1, 9.2), is known for what it is. */
import { describe, expect, it } from 'vitest';
import { type RefusalCause, refusalCause } from '../../../utils/invoice/refusals.ts';
import { WAYS_OF_REFUSALS } from '../../../utils/invoice/repair/ways.ts';
import { HINTS } from '../../../utils/texts/hints.ts';
import { PATHS, SEEN } from './refusal-examples.ts';

describe('iFirma’s words', () => {
  it.each(SEEN)('„%s” are known', (text, cause) => {
    expect(refusalCause(text)).toBe(cause);
  });

  it.each(PATHS)('that name the field %s are known, however the sentence goes on', (path, cause) => {
    for (const text of [
      `Pole '${path}' jest wymagane`,
      `Nieudana walidacja obiektu '${path}': Pole nie może być puste`,
    ])
      expect(refusalCause(text)).toBe(cause);
  });

  it.each(['', 'Coś poszło nie tak', 'Niepoprawna zawartość żądania', 'Faktura została pomyślnie dodana.'])(
    '„%s” are not, and are shown as they came',
    (text) => {
      expect(refusalCause(text)).toBeNull();
    },
  );
});

it('every cause is one of those that iFirma’s words lead to, and has words and a way', () => {
  const causes = new Set<string>([...SEEN, ...PATHS].map(([, cause]) => cause));
  expect(causes).toEqual(new Set(Object.keys(WAYS_OF_REFUSALS)));
  for (const cause of Object.keys(WAYS_OF_REFUSALS) as RefusalCause[]) {
    expect(HINTS.pl[cause]).toMatch(/\.$/);
    expect(HINTS.en[cause]).toMatch(/\.$/);
    expect(HINTS.pl[cause]).not.toBe(HINTS.en[cause]);
  }
});
