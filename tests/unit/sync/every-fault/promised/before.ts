/** Before the POST: nothing is booked, so nothing can be doubled by trying again. */
import type { Row } from '../promise.ts';
import type { Place } from '../requests.ts';
import { AS_EVER, byItself, byPerson, ELSEWHERE, GARBLED, inTheEndByPerson, PASSING, REFUSING, SAID } from './says.ts';

const LOGS: readonly Place[] = ['card.log', 'check.log'];
const CHECK: readonly Place[] = ['check.order', 'check.document', 'check.documents', 'claim.order', 'claim.document'];
const LOOK_UP: readonly Place[] = ['look-up.list', 'look-up.detail'];

const CARD_ROWS: readonly Row[] = [
  // "What could not be recorded first is not sent", and nothing is recorded before it is known which document it is: the person
  // who has pressed is told at once, and presses again.
  {
    at: ['card.order', 'card.document'],
    of: [...PASSING, ...GARBLED, ...ELSEWHERE, ...SAID, 'other-json'],
    is: byPerson('unsent', ['send'], 0),
  },
  {
    at: ['card.documents'],
    of: [...PASSING, ...GARBLED, ...ELSEWHERE, 'said-400', 'said-401', 'said-403', 'said-200', 'other-json'],
    is: byPerson('unsent', ['send'], 0),
  },
  // A list that is empty comes as 404 (sellasist-api 2.4); the log then names the document.
  { at: ['card.documents'], of: ['said-404'], is: byItself('goal') },
];

const LOG_ROWS: readonly Row[] = [
  // The log is a hint: without it each document is read. Where the panel cannot be asked at all, nothing is known without it either.
  {
    at: LOGS,
    of: ['down', 'slow', ...GARBLED, ...ELSEWHERE.filter((means) => means !== 'page-401'), 'other-json'],
    is: byItself('goal'),
  },
  { at: LOGS, of: ['said-400', 'said-403', 'said-404', 'said-200'], is: byItself('goal') },
  { at: ['card.log'], of: ['offline', 'silence', 'held', 'broken', 'limit'], is: byPerson('unsent', ['send'], 0) },
  { at: ['check.log'], of: ['offline', 'silence', 'held', 'broken', 'limit'], is: byItself('queued') },
  // The key, which is not for the log alone.
  { at: ['card.log'], of: ['page-401', 'said-401'], is: byPerson('unsent', ['send'], 0) },
  { at: ['check.log'], of: ['page-401', 'said-401'], is: byPerson('failed', ['send'], 0) },
];

const CHECK_ROWS: readonly Row[] = [
  // "queued: waits for its turn or for the limit"; "offline before the POST: queued".
  { at: [...CHECK, 'check.stranger'], of: PASSING, is: byItself('queued') },
  // A choice: what cannot be read is mostly there for minutes, and a shop that sends many would have as many to press again; so it
  // is tried some times. One that stays needs somebody who is told.
  { at: CHECK, of: [...GARBLED, 'other-json'], length: 'once', is: byItself('queued') },
  {
    at: CHECK,
    of: [...GARBLED, 'other-json'],
    length: 'lasting',
    is: inTheEndByPerson('queued', 'failed', ['send'], 0),
  },
  // "failed: stopped; the reason and what to do are on the record".
  { at: [...CHECK, 'check.stranger'], of: ELSEWHERE, is: byPerson('failed', ['send'], 0) },
  { at: CHECK.filter((place) => place !== 'check.documents'), of: SAID, is: byPerson('failed', ['send'], 0) },
  {
    at: ['check.documents', 'check.stranger'],
    of: SAID.filter((means) => means !== 'said-404'),
    is: byPerson('failed', ['send'], 0),
  },
  // The panel has no documents, or not this one: then the order has none, and is sent as it is.
  { at: ['check.documents', 'check.stranger'], of: ['said-404'], is: byItself('goal') },
  // "One sale, one invoice": a document that cannot be read may be this order's invoice, so a person is asked.
  { at: ['check.stranger'], of: [...GARBLED, 'other-json'], is: byPerson('incomplete', ['send'], 0) },
];

const CLAIM_ROWS: readonly Row[] = [
  // Nothing was written, or nobody knows: once nothing of it can be on its way any more it is claimed anew.
  {
    at: ['claim.put'],
    of: [...PASSING.filter((means) => means !== 'silence'), 'unreadable', 'redirect'],
    is: byItself('queued'),
  },
  // A write that arrives when all is over puts "is being sent" in the place of the end. Nothing hangs on it but what people read: a
  // mark that old is looked behind before anybody acts on it.
  { at: ['claim.put'], of: ['silence'], is: { ...byItself('queued'), mayGiveUp: true } },
  // The answer says that it was taken, and the read-back after the pause decides.
  { at: ['claim.put'], of: ['empty', 'other-json'], worked: true, is: byItself('queued') },
  {
    at: ['claim.put'],
    of: ['empty', 'other-json'],
    worked: false,
    is: inTheEndByPerson('queued', 'failed', ['send'], 0),
  },
  // "a transfer is claimed there before issue": a panel that will not have it written leaves a person to choose another field.
  {
    at: ['claim.put'],
    of: [...ELSEWHERE.filter((means) => means !== 'redirect'), ...SAID],
    is: byPerson('failed', ['send'], 0),
  },
];

const LOOK_UP_ROWS: readonly Row[] = [
  // A choice: whether iFirma has it is not known, and nothing tells what would mend it but time.
  { at: LOOK_UP, of: [...PASSING, ...GARBLED, ...ELSEWHERE, 'kod-0', 'kod-100'], is: byItself('queued') },
  // A choice: iFirma's own no to a question is no refusal of the document, and will not change by being asked again.
  { at: LOOK_UP, of: REFUSING, is: byPerson('failed', ['send'], 0) },
  // "the account pauses … until a connection test succeeds".
  { at: LOOK_UP, of: ['kod-account'], is: byPerson('failed', ['test', 'send'], 0) },
];

export const BEFORE: readonly Row[] = [
  {
    at: ['card.order', 'card.documents', 'card.document', ...LOGS, ...CHECK, 'check.stranger', 'claim.put', ...LOOK_UP],
    of: ['nothing'],
    is: AS_EVER,
  },
  ...CARD_ROWS,
  ...LOG_ROWS,
  ...CHECK_ROWS,
  ...CLAIM_ROWS,
  ...LOOK_UP_ROWS,
];
