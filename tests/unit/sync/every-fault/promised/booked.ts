/** After the POST: "issued: iFirma has it; PDF or effects still to come". Nothing here touches the invoice. */
import type { Meaning } from '../faults.ts';
import type { Row } from '../promise.ts';
import type { Place } from '../requests.ts';
import { AS_EVER, byItself, byPerson, ELSEWHERE, GARBLED, inTheEndByPerson, PASSING, REFUSING, SAID } from './says.ts';

const NUMBER: readonly Place[] = ['number.list', 'number.detail'];
const ORDER: readonly Place[] = ['attach.before', 'attach.read-back'];

const waits = byItself('issued');
const asks = byPerson('issued', ['attach'], 1);
/** A choice: what cannot be read is tried some times, and one that stays is a person's. */
const asksInTheEnd = inTheEndByPerson('issued', 'issued', ['attach'], 1);

const NUMBER_ROWS: readonly Row[] = [
  // iFirma has it, so there is always a number to be read, some day.
  { at: NUMBER, of: [...PASSING, ...GARBLED, ...ELSEWHERE, 'kod-0', 'kod-100', ...REFUSING], is: waits },
  { at: NUMBER, of: ['kod-account'], is: byPerson('issued', ['test'], 1) },
];

const PDF_ROWS: readonly Row[] = [
  { at: ['pdf'], of: [...PASSING, ...ELSEWHERE.filter((means) => means !== 'redirect'), 'kod-100'], is: waits },
  { at: ['pdf'], of: [...GARBLED, 'redirect', 'kod-0'], length: 'once', is: waits },
  { at: ['pdf'], of: [...GARBLED, 'redirect', 'kod-0'], length: 'lasting', is: asksInTheEnd },
  // Refused by its identifier, it is asked for by its number (ifirma-api 5.2).
  { at: ['pdf'], of: REFUSING, length: 'once', is: byItself('goal') },
  { at: ['pdf'], of: REFUSING, length: 'lasting', is: asks },
  { at: ['pdf'], of: ['kod-account'], is: byPerson('issued', ['test'], 1) },
];

const ORDER_ROWS: readonly Row[] = [
  { at: ORDER, of: PASSING, is: waits },
  { at: ORDER, of: [...GARBLED, 'other-json'], length: 'once', is: waits },
  { at: ORDER, of: [...GARBLED, 'other-json'], length: 'lasting', is: asksInTheEnd },
  { at: ORDER, of: [...ELSEWHERE, ...SAID], is: asks },
];

/** After these nobody knows whether the panel has written, so the field is read before anybody says anything. */
const UNCLEAR: readonly Meaning[] = [
  'broken',
  'down',
  'slow',
  'unreadable',
  ...ELSEWHERE.filter((means) => means !== 'page-401'),
];

const PUT_ROWS: readonly Row[] = [
  // Written: the field shows it, whatever the answer was.
  { at: ['attach.put'], of: [...UNCLEAR, 'empty', 'other-json', 'said-400'], worked: true, is: byItself('goal') },
  { at: ['attach.put'], of: ['silence'], is: byItself('issued', 'goal') },
  { at: ['attach.put'], of: ['limit'], worked: true, is: waits },
  { at: ['attach.put'], of: ['page-401', 'said-401', 'said-403', 'said-404', 'said-200'], worked: true, is: asks },
  // Not written.
  { at: ['attach.put'], of: ['offline', 'broken', 'limit', 'down', 'slow'], worked: false, is: waits },
  { at: ['attach.put'], of: ['held'], worked: false, length: 'once', is: waits },
  // A whole day of writes that nobody sees landing, and that all land in the end: a field that keeps every file keeps them all.
  { at: ['attach.put'], of: ['held'], worked: false, length: 'lasting', is: { ...waits, mayRepeat: true } },
  { at: ['attach.put'], of: ['unreadable'], worked: false, length: 'once', is: waits },
  { at: ['attach.put'], of: ['unreadable'], worked: false, length: 'lasting', is: asksInTheEnd },
  { at: ['attach.put'], of: [...ELSEWHERE, ...SAID], worked: false, is: asks },
  // Taken, as the panel says, and not kept: the other spelling of a file is tried at once (sellasist-api 8.5), which leaves a file
  // that does not open in a field that wants the first one. The person who is told of it presses once to hear what the
  // field holds, and once more to have it written over.
  {
    at: ['attach.put'],
    of: ['empty', 'other-json'],
    worked: false,
    length: 'once',
    is: { ...byPerson('issued', ['attach', 'attach'], 1), mayLitter: true },
  },
  { at: ['attach.put'], of: ['empty', 'other-json'], worked: false, length: 'lasting', is: asks },
];

export const BOOKED: readonly Row[] = [
  { at: [...NUMBER, 'pdf', ...ORDER, 'attach.put'], of: ['nothing'], is: AS_EVER },
  ...NUMBER_ROWS,
  ...PDF_ROWS,
  ...ORDER_ROWS,
  ...PUT_ROWS,
];
