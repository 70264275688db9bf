import { describe, expect, it } from 'vitest';
import { causeText, groupName } from '../../../utils/texts/causes.ts';
import { ALL_REASON_PARAMS } from '../../../utils/texts/own-reasons.ts';
import { FINDING_PARAMS } from '../../../utils/texts.ts';

/** What only a command is refused with, what a view finds out, or what waits for nobody. */
const NEVER = [
  'adopted',
  'linked',
  'link-not-found',
  'link-sum-differs',
  'link-taken',
  'account-busy',
  'account-changed',
  'erplink-unanswered',
  'erplink-on',
  'database-closed',
  'database-newer',
  'locked',
  'passphrase-wrong',
  'skipped-by-person',
  'extension-gone',
  'extension-silent',
  'unsaved-address',
];
const CODES = [...Object.keys(FINDING_PARAMS), ...Object.keys(ALL_REASON_PARAMS), 'uncertain'].filter(
  (code) => !NEVER.includes(code),
);

describe.each(['pl', 'en'] as const)('a cause in words (%s)', (language) => {
  it.each(CODES)('%s has some of its own, which follow a count and are no sentence', (code) => {
    const words = causeText(language, code);
    if (code !== 'internal') expect(words).not.toBe(causeText(language, 'internal'));
    expect(words).toMatch(/^\S.{5,58}\S$/u);
    expect(words).not.toMatch(/[.!?]$/);
    if (language === 'en') expect(words).not.toMatch(/[ąćęńóśźż]/);
  });

  it('says of what nobody knows what it says of a mistake of ours', () => {
    expect(causeText(language, 'of-another-version:x')).toBe(causeText(language, 'internal'));
    expect(causeText(language, 'toString')).toBe(causeText(language, 'internal'));
  });
});

it.each([
  ['ifirma-refused:kontrahent.kodpocztowy', 'odmowa iFirma: kod pocztowy nabywcy'],
  ['ifirma-refused:data sprzedazy', 'odmowa iFirma: data sprzedaży'],
  ['ifirma-refused:cos.nowego', 'odmowa iFirma: „cos.nowego”'],
  ['ifirma-refused:constructor', 'odmowa iFirma: „constructor”'],
  ['ifirma-refused', 'odmowa iFirma'],
  ['kod-other:777', 'nieznana odpowiedź iFirma (Kod 777)'],
])('%s is called “%s”', (cause, words) => {
  expect(causeText('pl', cause)).toBe(words);
});

it('a group is called by how many and what for', () => {
  expect(groupName('pl', 12, 'buyer-postcode-missing')).toBe('12\u00a0× brak kodu pocztowego nabywcy');
  expect(groupName('en', 2, 'payment-unmapped')).toBe('2\u00a0× payment method without a match in iFirma');
});
