/** The one POST (design 3: answers to the POST), and the search after one whose end nobody saw. */
import type { Meaning } from '../faults.ts';
import type { Row } from '../promise.ts';
import { AS_EVER, byItself, byPerson, ELSEWHERE, GARBLED, PASSING, REFUSING } from './says.ts';

/**
 * "Kod 100, no Kod, not JSON, cut JSON, HTTP 5xx, a redirect, time-out or network error once the POST began". A page with HTTP 4xx is
 * not JSON and has no Kod. A choice: a Kod that no table has, or that is none of a document's, tells nothing of the booking either.
 */
const UNCLEAR: readonly Meaning[] = [
  'silence',
  'broken',
  'down',
  'slow',
  ...GARBLED,
  ...ELSEWHERE.filter((means) => means !== 'length'),
  'kod-0',
  'kod-100',
  'kod-unknown',
];

export const POSTED: readonly Row[] = [
  { at: ['post'], of: ['nothing'], is: AS_EVER },
  // "offline before the POST: queued"; "HTTP 429: queued until Retry-After, then the look-up, then the POST".
  { at: ['post'], of: ['offline', 'limit'], is: byItself('queued') },
  // "uncertain … looked up. Found → adopted."
  { at: ['post'], of: UNCLEAR, worked: true, is: byItself('uncertain') },
  // "Absence counts only after two looks, …, and then only enables Wyślij ponownie for a person."
  { at: ['post'], of: UNCLEAR, worked: false, is: byPerson('uncertain', ['send'], 0) },
  // It arrives when everybody has given up on it for a minute, or for a day.
  { at: ['post'], of: ['held'], is: byItself('uncertain') },
  // "No Content-Length is sent, so a refusal must be a clear message" (style.md).
  { at: ['post'], of: ['length'], worked: false, is: byPerson('failed', ['send'], 0) },
  // "Kod 201: incomplete", "Kod 101, 102, 200, 202: failed", "Kod 400–403, 499, 500: failed, and the account pauses".
  { at: ['post'], of: ['kod-201'], worked: false, is: byPerson('incomplete', ['send'], 0) },
  { at: ['post'], of: ['kod-refused'], worked: false, is: byPerson('failed', ['send'], 0) },
  { at: ['post'], of: ['kod-account'], worked: false, is: byPerson('failed', ['test', 'send'], 0) },
  // A server that says no and has booked: who sends again finds it, and there is never a second one.
  { at: ['post'], of: ['length', 'kod-refused'], worked: true, is: byPerson('failed', ['send'], 1) },
  { at: ['post'], of: ['kod-201'], worked: true, is: byPerson('incomplete', ['send'], 1) },
  { at: ['post'], of: ['kod-account'], worked: true, is: byPerson('failed', ['test', 'send'], 1) },

  // A look that fails says nothing of the invoice: it is looked for again.
  {
    at: ['search.list', 'search.detail'],
    of: [...PASSING, ...GARBLED, ...ELSEWHERE, 'kod-0', 'kod-100', ...REFUSING, 'kod-account'],
    is: byItself('uncertain'),
  },
  { at: ['search.list', 'search.detail'], of: ['nothing'], is: AS_EVER },
];
