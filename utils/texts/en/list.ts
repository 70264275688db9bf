import { whole } from '../figures';
import type { ListTexts } from '../list';
import { counted, joined, minutesOf, named, sentence } from '../list-parts';

const issued = (invoices: number, corrections: number): string =>
  joined(
    [
      invoices > 0 && counted('en', invoices, { one: 'invoice', few: 'invoices', many: 'invoices', other: 'invoices' }),
      corrections > 0 &&
        counted('en', corrections, {
          one: 'correction',
          few: 'corrections',
          many: 'corrections',
          other: 'corrections',
        }),
    ],
    'and',
  );

const needs = (count: number): string =>
  counted('en', count, {
    one: 'needs attention',
    few: 'need attention',
    many: 'need attention',
    other: 'need attention',
  });

export const en: ListTexts = {
  region: 'iFirma – selected',
  floating: 'iFirma',
  send: 'Send the selected to iFirma',
  picked: {
    orders: (count) =>
      count === 0
        ? 'Tick the orders in the list that are to go to iFirma.'
        : `${counted('en', count, { one: 'order', few: 'orders', many: 'orders', other: 'orders' })} selected`,
    documents: (count) =>
      count === 0
        ? 'Tick the documents in the list that are to go to iFirma.'
        : `${counted('en', count, { one: 'document', few: 'documents', many: 'documents', other: 'documents' })} selected`,
  },
  tooMany: (most) => `At most ${whole(most)} can be sent at once. Select fewer.`,
  fromApi: 'Show the documents by the API',
  planning: 'Checking the selected…',
  planName: 'Before sending',
  planned: ({ toSend, corrections, attention, already, others }) =>
    sentence([
      toSend === 0
        ? 'there is nothing to issue here'
        : `you are about to issue ${issued(toSend - corrections, corrections)}`,
      attention > 0 && needs(attention),
      already > 0 &&
        counted('en', already, {
          one: 'is in iFirma or in the queue already',
          few: 'are in iFirma or in the queue already',
          many: 'are in iFirma or in the queue already',
          other: 'are in iFirma or in the queue already',
        }),
      others > 0 &&
        counted('en', others, {
          one: 'selected document is neither an invoice nor a correction',
          few: 'selected documents are neither invoices nor corrections',
          many: 'selected documents are neither invoices nor corrections',
          other: 'selected documents are neither invoices nor corrections',
        }),
    ]),
  oldestFirst: 'Sending begins with the oldest date of issue.',
  rowsDiffer: (numbers) =>
    `This list shows other numbers or orders than Sellasist has under the same ids: ${named(numbers)}. Mostek does not guess which documents are meant and does not send them from here.`,
  leftOut: 'These documents are not sent now:',
  confirm: 'Send',
  back: 'Back',
  cancel: 'Cancel',
  close: 'Close',
  progress: 'Progress of sending to iFirma',
  progressOf: (done, total) => `${whole(done)} of ${whole(total)}`,
  timeLeft: (ms) =>
    ms < 90_000
      ? 'less than 2 minutes left'
      : `about ${counted('en', minutesOf(ms), { one: 'minute', few: 'minutes', many: 'minutes', other: 'minutes' })} left`,
  placing: 'Putting the documents in order of issue; then the sending begins.',
  goesOn: 'You may close this tab: the sending goes on.',
  pausing: 'Pausing. What is under way is being finished.',
  paused: 'Paused. The others wait for “Resume”.',
  cancelling: 'Cancelled. What is under way is being finished.',
  pause: 'Pause',
  resume: 'Resume',
  summaryName: 'Summary',
  summary: ({ total, sent, attention, uncertain, withdrawn }) =>
    sentence([
      `${whole(sent)} of ${counted('en', total, { one: 'document', few: 'documents', many: 'documents', other: 'documents' })} issued`,
      attention > 0 && needs(attention),
      uncertain > 0 &&
        counted('en', uncertain, {
          one: 'is still being checked in iFirma',
          few: 'are still being checked in iFirma',
          many: 'are still being checked in iFirma',
          other: 'are still being checked in iFirma',
        }),
      withdrawn > 0 &&
        counted('en', withdrawn, {
          one: 'was taken out of the queue',
          few: 'were taken out of the queue',
          many: 'were taken out of the queue',
          other: 'were taken out of the queue',
        }),
    ]),
  needPerson: 'These need attention:',
  more: (count) => `Show the others (${whole(count)})`,
  order: (id) => `Order ${id}`,
  document: (id) => `Document ${id}`,
};
