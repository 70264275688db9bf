/** What follows a document that has come to rest: "a failed effect never touches the invoice", nor where the document stands. */
import type { Row } from '../promise.ts';
import { byItself, ELSEWHERE, GARBLED, PASSING, REFUSING, SAID } from './says.ts';

export const AFTER: readonly Row[] = [
  {
    at: ['after.list', 'after.detail', 'after.order', 'after.put'],
    of: [
      'nothing',
      ...PASSING,
      ...GARBLED,
      ...ELSEWHERE,
      ...SAID,
      'other-json',
      'kod-0',
      'kod-100',
      ...REFUSING,
      'kod-account',
    ],
    is: byItself('goal'),
  },
];
