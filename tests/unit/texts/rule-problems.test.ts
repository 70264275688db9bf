import { describe, expect, it } from 'vitest';
import { RULE_PROBLEMS, type RuleProblemCode } from '../../../utils/invoice/rules/problems/problem.ts';
import { problemSentence } from '../../../utils/texts/rule-problems.ts';

/** What `problemsOf` says of each beside the rule's own name. */
const PARAMS: Readonly<Record<RuleProblemCode, Readonly<Record<string, string>>>> = {
  'no-name': {},
  'no-effects': {},
  'account-gone': {},
  'series-gone': { name: '9' },
  'series-not-of-account': { name: 'FV', account: 'Księgi' },
  'series-not-sent': { name: 'FV' },
  'status-gone': { name: '9' },
  'field-gone': { name: '9' },
  'field-not-text': { name: 'Faktura PDF' },
  'payment-gone': { name: '9' },
  'text-empty': { effect: 'note' },
  'effect-twice': { effect: 'email' },
  'amount-reversed': {},
  'list-empty': { condition: 'country' },
  'kind-differs': { name: 'FV', kind: 'domestic', as: 'correction' },
  'ksef-off': { name: 'FV' },
  'ksef-not-issued': { effect: 'payment' },
  'status-own-trigger': { name: 'Opłacone' },
  'status-loop': { other: 'Druga, Trzecia' },
  'status-differs': { other: 'Druga' },
  'never-reached': { other: 'Druga' },
  'same-rule': { other: 'Druga' },
  'invoice-not-issued': { effect: 'ksef', account: 'Księgi' },
  'not-an-email': { name: 'Sprzedaż' },
};

const WORDS = {
  pl: {
    note: 'notatka w zamówieniu',
    email: 'e-mail z iFirma',
    payment: 'wpłata w iFirma',
    ksef: 'wysłanie do KSeF',
    country: 'kraj nabywcy',
    domestic: 'faktura krajowa',
    correction: 'korekta faktury',
  },
  en: {
    note: 'note in the order',
    email: 'e-mail from iFirma',
    payment: 'payment in iFirma',
    ksef: 'send to KSeF',
    country: 'country of the buyer',
    domestic: 'domestic invoice',
    correction: 'correction of an invoice',
  },
} as const;

describe.each(['pl', 'en'] as const)('a problem of a rule (%s)', (language) => {
  const words: Readonly<Record<string, string>> = WORDS[language];

  it.each(RULE_PROBLEMS)('%s is told in whole sentences, with every name in it', (code) => {
    const sentence = problemSentence(language, { code, params: { rule: 'Pierwsza', ...PARAMS[code] } });
    expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    expect(sentence).not.toMatch(/undefined|\?|\s\s|\.\.|\s[.,]/);
    for (const value of ['Pierwsza', ...Object.values(PARAMS[code])]) expect(sentence).toContain(words[value] ?? value);
    if (language === 'en') expect(sentence.replace(/“[^”]*”|: [^.]*\./g, '')).not.toMatch(/[ąćęłńóśźż„]/i);
  });

  it.each(RULE_PROBLEMS)('%s says what to do after what is wrong', (code) => {
    const sentence = problemSentence(language, { code, params: { rule: 'Pierwsza', ...PARAMS[code] } });
    expect(sentence.split(/(?<=[.;:])\s/).length).toBeGreaterThan(1);
  });

  it.each(RULE_PROBLEMS)('%s reads on without any name, and with what nobody knows', (code) => {
    const params = { rule: '', other: '', name: '', account: '', effect: 'constructor', condition: 'toString' };
    for (const said of [{}, params]) {
      const sentence = problemSentence(language, { code, params: said });
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
      expect(sentence).not.toMatch(/undefined|\?|function|„”|“”|\s\s/);
    }
  });

  it('an order that is to be a correction is told without a series', () => {
    const params = { rule: 'Pierwsza', kind: 'domestic', as: 'correction' };
    expect(problemSentence(language, { code: 'kind-differs', params })).toMatch(/zamówienie może|an order can/);
    expect(problemSentence(language, { code: 'kind-differs', params: { ...params, name: 'FV' } })).toContain('FV');
  });

  it('a name cannot turn the sentence round', () => {
    const params = { rule: 'A\u202e\nB', other: 'x'.repeat(200) };
    const sentence = problemSentence(language, { code: 'same-rule', params });
    expect(sentence).toContain('A B');
    expect(sentence).not.toContain('\u202e');
    expect(sentence.length).toBeLessThan(220);
  });
});

it('two rules that contradict each other are both named', () => {
  const params = { rule: 'B', other: 'A' };
  expect(problemSentence('pl', { code: 'status-differs', params })).toMatch(
    /^Reguły „A” i „B” ustawiają różne statusy/,
  );
  expect(problemSentence('en', { code: 'status-differs', params })).toMatch(/^The rules “A” and “B” set different/);
});
