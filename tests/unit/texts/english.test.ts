/** What a page says whose words were not brought to it. */
import { afterEach, describe, expect, it } from 'vitest';
import { ENGLISH } from '../../../utils/texts/en/index.ts';
import { learnEnglish } from '../../../utils/texts/english.ts';
import { ORDER_TEXTS } from '../../../utils/texts/order.ts';
import { OWN_REASONS } from '../../../utils/texts/own-reasons.ts';
import { learnOwnReasons, reasonText } from '../../../utils/texts/reasons.ts';
import { STATE_TEXTS } from '../../../utils/texts/states.ts';

describe('English', () => {
  afterEach(() => learnEnglish(ENGLISH));

  it('is said where it was brought, by views that were drawn before as well', () => {
    Reflect.deleteProperty(globalThis, 'mostekEnglish');
    const texts = ORDER_TEXTS;
    expect(texts.en.retry).toBe('Spróbuj ponownie');
    learnEnglish(ENGLISH);
    expect(texts.en.retry).toBe('Try again');
  });

  it('is Polish where it was not brought: a sentence is better than none', () => {
    Reflect.deleteProperty(globalThis, 'mostekEnglish');
    expect(STATE_TEXTS.en.done).toBe('Wysłano');
    expect(reasonText('en', { code: 'offline', params: {} })).toBe(reasonText('pl', { code: 'offline', params: {} }));
  });

  it('never stands in the place of Polish', () => {
    expect(STATE_TEXTS.pl.done).toBe('Wysłano');
  });
});

describe('what Mostek does by itself', () => {
  afterEach(() => learnOwnReasons(OWN_REASONS));

  it('is called an error with its code where its words were not brought, and nothing breaks', () => {
    const nothing = { params: {}, texts: { pl: {}, en: {} } } as unknown as typeof OWN_REASONS;
    learnOwnReasons(nothing);
    expect(reasonText('pl', { code: 'rule-fired', params: { rule: 'A' } })).toContain('rule-fired');
    expect(reasonText('pl', { code: 'offline', params: {} })).not.toContain('internal');
  });
});
