/** What follows a document that has come to rest: "a failed effect never touches the invoice", nor where the document stands. */
import type { Promised, Row } from '../promise.ts';
import type { Place } from '../requests.ts';
import { byItself, ELSEWHERE, PASSING, REFUSING, SAID } from './says.ts';

const LOOK: readonly Place[] = ['after.list', 'after.detail'];

const stays = byItself('goal');
/** The order then says something else than the card; the log tells why. */
const staysAlone: Promised = { ...stays, mayGiveUp: true };

export const AFTER: readonly Row[] = [
  { at: [...LOOK, 'after.order', 'after.put'], of: ['nothing', ...PASSING, 'unreadable'], is: stays },
  { at: LOOK, of: ['empty', ...ELSEWHERE, 'kod-0', 'kod-100', ...REFUSING, 'kod-account'], is: stays },
  { at: ['after.order'], of: ['empty', 'other-json'], is: stays },
  // A choice: what is written for people is not read back, and a panel that takes it and does not keep it is believed.
  { at: ['after.put'], of: ['empty', 'other-json'], is: staysAlone },
  { at: ['after.order', 'after.put'], of: [...ELSEWHERE, ...SAID], is: staysAlone },
];
