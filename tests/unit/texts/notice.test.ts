import { expect, it } from 'vitest';
import { noticeWords, ruleNoticeWords } from '../../../utils/texts/notice.ts';

it.each([
  [{ sent: 12, attention: 0, uncertain: 0 }, '12\u00a0dokumentów wysłanych.'],
  [{ sent: 1, attention: 2, uncertain: 0 }, '1\u00a0dokument wysłany, 2\u00a0wymagają uwagi.'],
  [
    { sent: 0, attention: 5, uncertain: 1 },
    '0\u00a0dokumentów wysłanych, 5\u00a0wymaga uwagi, 1\u00a0jest sprawdzany w iFirma.',
  ],
])('%o is said as “%s”', (counts, message) => {
  expect(noticeWords('pl', counts)).toEqual({ title: 'Mostek: wysyłanie zakończone', message });
});

it('speaks English where Mostek does', () => {
  expect(noticeWords('en', { sent: 2, attention: 1, uncertain: 1 })).toEqual({
    title: 'Mostek: sending has ended',
    message: '2\u00a0documents sent, 1\u00a0needs attention, 1\u00a0is being checked in iFirma.',
  });
});

it.each([
  ['pl', 'Reguła zadziałała: 1001'],
  ['en', 'The rule acted: 1001'],
] as const)('of a rule has its name and a number (%s)', (language, message) => {
  expect(ruleNoticeWords(language, 'Po wystawieniu', '1001')).toEqual({ title: 'Po wystawieniu', message });
});
