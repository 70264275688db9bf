import { megabytes, month, time, zlotyFrom as zl } from '../figures';
import { hintFor } from '../hints';
import type { Booked, ReasonTexts } from '../reasons';
import { code, http, isSaid, words } from './words';

const LOOKED_UP =
  'Mostek is looking it up. Do not issue it by hand before that is settled; you may press “Check in iFirma”.';
/** Where no document is meant, the settings are where it is said. At a document the way leads there and back; what is booked is never to be sent again. */
const test = (first: string, booked: Booked | null): string => {
  if (booked === null) return `${first}, then press “Test connection”.`;
  const way = `${first}, then press “Test connection” in Mostek’s settings`;
  return booked === 'no'
    ? `${way} and repeat what did not work, for example send this document again.`
    : `${way} and repeat what did not work; Mostek finishes the rest by itself.`;
};
const WITHOUT_KEYS = new Map([
  ['keys', 'its keys are gone with the forgotten passphrase'],
  ['key-missing', 'Mostek does not have its iFirma API key'],
]);
const CORRECT = 'Correct the login or the API key';
const AGAIN = 'Press “Send again” and, if it happens again, report the error to Mostek’s makers.';
const AGAIN_SOON = 'Try again in a moment and, if it happens again, report the error to Mostek’s makers.';
const LATER = 'Try again in a moment; what is in the queue goes on by itself.';

/** Nobody sees the number of a field in the panel, so a field whose name is not known has none. */
const named = (field: string): string => (/^\d+$/.test(field) ? '' : ` “${field}”`);
const noted = (detail: string): string => (detail === '' || detail === '?' ? '' : ` (${detail})`);
const serviceName = (service: string): string => (/sellasist/i.test(service) ? 'Sellasist' : 'iFirma');
const after = (until: string, now: number): string => {
  const at = time(Number(until), now);
  return at === '?' ? 'soon' : `after ${at}`;
};
const monthName = (iso: string): string => (isSaid(iso) ? month(iso) : 'another one than it should be');
const span = (from: string, to: string): string =>
  isSaid(from) && isSaid(to) ? ` from ${month(from)} to ${month(to)}` : '';
const isTimed = (until: string): boolean => Number(until) > 0;

export const booked: Readonly<Record<Booked, string>> = {
  no: 'No invoice was created in iFirma.',
  maybe: 'The invoice may already exist in iFirma.',
  yes: 'The invoice is in iFirma.',
};

export const en: ReasonTexts = {
  'kod-100': ({ text }) => ({
    what: `An error occurred in iFirma (Kod 100)${words(text)}.`,
    booked: 'maybe',
    todo: LOOKED_UP,
  }),
  'kod-101': ({ text }) => ({
    what: `iFirma could not read the request (Kod 101)${words(text)}.`,
    booked: 'no',
    todo: AGAIN,
  }),
  'kod-102': ({ text }) => ({
    what: `iFirma could not read the request (Kod 102)${words(text)}.`,
    booked: 'no',
    todo: AGAIN,
  }),
  'kod-200': ({ text }) => ({
    what: `iFirma did not understand the document (Kod 200)${words(text)}.`,
    booked: 'no',
    todo: `Look at the document in “Preview”. ${AGAIN}`,
  }),
  'kod-202': ({ text }) => ({
    what: `iFirma refused to issue the invoice (Kod 202)${words(text)}.`,
    booked: 'no',
    todo: `${hintFor('en', text) ?? 'Check the account’s configuration in iFirma.'} Then press “Send again”.`,
  }),
  'kod-400': ({ text }, { booked }) => ({
    what: `iFirma did not recognise the request’s signature (Kod 400)${words(text)}.`,
    booked: 'open',
    todo: test(CORRECT, booked),
  }),
  'kod-401': ({ text }, { booked }) => ({
    what: `iFirma does not know this login (Kod 401)${words(text)}.`,
    booked: 'open',
    todo: test(CORRECT, booked),
  }),
  'kod-402': ({ text }, { booked }) => ({
    what: `The API key that is needed was never generated in iFirma (Kod 402)${words(text)}.`,
    booked: 'open',
    todo: test('Generate it in iFirma’s account configuration, under “API”, enter it', booked),
  }),
  'kod-403': ({ text }, { booked }) => ({
    what: `The API key does not go with the iFirma login (Kod 403)${words(text)}.`,
    booked: 'open',
    todo: test(CORRECT, booked),
  }),
  'kod-499': ({ text }, { booked }) => ({
    what: `iFirma waits for its terms of service to be accepted (Kod 499)${words(text)}.`,
    booked: 'open',
    todo: test('Log in to iFirma, accept them', booked),
  }),
  'kod-500': ({ text }, { booked }) => ({
    what: `The user lacks the rights that iFirma demands (Kod 500)${words(text)}.`,
    booked: 'open',
    todo: test('Give the user the “super konto” right in iFirma', booked),
  }),
  'kod-other': ({ kod, text }) => ({
    what: `iFirma answered with the code ${kod}, which Mostek does not know${words(text)}.`,
    booked: 'open',
    todo: hintFor('en', text) ?? 'Check in iFirma whether the invoice was created before you do anything else.',
  }),
  'post-no-kod': () => ({
    what: 'iFirma answered without giving a result.',
    booked: 'maybe',
    todo: LOOKED_UP,
  }),
  'post-not-json': () => ({
    what: 'iFirma’s answer was unreadable or cut off.',
    booked: 'maybe',
    todo: LOOKED_UP,
  }),
  'post-http': ({ status }) => ({
    what: `iFirma’s server answered with an error (HTTP ${status}).`,
    booked: 'maybe',
    todo: LOOKED_UP,
  }),
  'post-length-required': () => ({
    what: 'iFirma’s server turned the document away because its length was not given (HTTP 411).',
    booked: 'open',
    todo: AGAIN,
  }),
  'post-redirect': () => ({
    what: 'iFirma directed the request to another address, and Mostek did not follow.',
    booked: 'maybe',
    todo: LOOKED_UP,
  }),
  'post-timeout': () => ({
    what: 'iFirma did not answer in time.',
    booked: 'maybe',
    todo: LOOKED_UP,
  }),
  'post-network': () => ({
    what: 'The connection to iFirma broke while sending.',
    booked: 'maybe',
    todo: LOOKED_UP,
  }),
  'post-interrupted': () => ({
    what: 'The browser interrupted Mostek while sending.',
    booked: 'maybe',
    todo: LOOKED_UP,
  }),
  looking: () => ({
    what: 'Mostek is looking for this invoice in iFirma.',
    booked: 'maybe',
    todo: 'Wait for the result and do not issue it by hand.',
  }),
  'absent-once': ({ since }, { now }) => ({
    what: 'Mostek did not find this invoice in iFirma, but new invoices may take a while to show up there.',
    booked: 'maybe',
    todo: `It looks again ${after(since, now)}; do not issue it by hand before.`,
  }),
  'absent-proven': () => ({
    what: 'Mostek looked through the invoices in iFirma twice, the last time at least 10 minutes after sending had ended, and this one is not there.',
    booked: 'no',
    todo: 'You may press “Send again”.',
  }),
  adopted: () => ({
    what: 'Mostek found the invoice that was issued in iFirma for this document and linked it.',
    booked: 'said',
    todo: 'There is nothing to do.',
  }),
  linked: () => ({
    what: 'The document was linked by hand to an invoice in iFirma.',
    booked: 'said',
    todo: 'There is nothing to do.',
  }),
  'double-found': ({ first, second }) => ({
    what: `iFirma has two invoices for the same sale: ${first} and ${second}.`,
    booked: 'said',
    todo: 'Look at both in iFirma and delete the one too many or, if it went to KSeF already, issue a correction to it.',
  }),
  'correction-waits': ({ number }) => ({
    what: `The correction waits until the invoice that it corrects${number === '' ? '' : ` (${number})`} is in iFirma.`,
    booked: 'no',
    todo: 'Mostek then sends it by itself; there is nothing to do.',
  }),
  'correction-unclear': () => ({
    what: 'Mostek has sent the correction and does not know whether iFirma has booked it.',
    booked: 'maybe',
    todo: 'Look in iFirma beside the invoice. If the correction is there, press “Link to iFirma” and enter its number. If it is not, issue it in iFirma and link it the same way. Mostek does not send it twice, for iFirma’s list may not show corrections.',
  }),
  'correction-busy': () => ({
    what: 'Another correction of this invoice is on its way to iFirma.',
    booked: 'no',
    todo: 'Wait until that one has ended, then try again.',
  }),
  'correction-nothing': () => ({
    what: 'This invoice cannot be corrected from here: Mostek does not know it in iFirma.',
    booked: 'no',
    todo: 'Send it or link it to iFirma first.',
  }),
  claiming: ({ until }, { now }) => ({
    what: `The order is marked in its state field as this computer’s; Mostek waits to see whether another marked it at the same moment.`,
    booked: 'no',
    todo: `It sends it by itself ${after(until, now)}; there is nothing to do.`,
  }),
  'claimed-elsewhere': ({ computer, until }, { now }) => ({
    what: `Another computer${named(computer)} is sending this order; its state field says so.`,
    booked: 'maybe',
    todo: `There is nothing to do: if that computer does not finish, this one looks ${after(until, now)} whether iFirma has the invoice.`,
  }),
  'claim-unclear': ({ until }, { now }) => ({
    what: 'It is not known whether Sellasist wrote into the state field that this computer sends the order, so Mostek has not sent it yet.',
    booked: 'no',
    todo: `It tries again by itself ${after(until, now)}; there is nothing to do.`,
  }),
  'claim-refused': () => ({
    what: 'Sellasist wrote nothing into the field chosen as “Pole stanu iFirma”, and without it two computers could issue the same invoice.',
    booked: 'no',
    todo: 'Choose another text field or none in Mostek’s settings, under the basic configuration, and press “Send again”.',
  }),
  'rate-limited': ({ service, until }, { now }) => ({
    what: `The limit of requests to ${serviceName(service)} is used up at the moment.`,
    booked: 'open',
    todo: isTimed(until)
      ? `Mostek goes on by itself ${after(until, now)}; there is nothing to do.`
      : 'What is in the queue goes on by itself soon; repeat any other command in a moment.',
  }),
  offline: () => ({
    what: 'The computer is not connected to the internet.',
    booked: 'open',
    todo: 'Try again when the connection is back; what is in the queue goes on by itself.',
  }),
  network: ({ service }) => ({
    what: `${serviceName(service)} could not be reached.`,
    booked: 'open',
    todo: `Check the internet connection. ${LATER}`,
  }),
  timeout: ({ service }) => ({
    what: `${serviceName(service)} does not answer in time.`,
    booked: 'open',
    todo: LATER,
  }),
  'ifirma-unreachable': ({ status }) => ({
    what: `iFirma is not available at the moment${noted(status)}, so Mostek cannot check anything there.`,
    booked: 'open',
    todo: LATER,
  }),
  'ifirma-unreadable': () => ({
    what: 'iFirma answered in a way that Mostek cannot read.',
    booked: 'open',
    todo: AGAIN_SOON,
  }),
  'read-refused': ({ kod, text }) => ({
    what: `iFirma did not show what Mostek asked for${code(kod)}${words(text)}.`,
    booked: 'open',
    todo: AGAIN_SOON,
  }),
  'account-paused': ({ by }) => ({
    what: `The account waits because ${WITHOUT_KEYS.get(by) ?? `iFirma refused it${code(by)}`}.`,
    booked: 'open',
    todo: 'Correct the account in Mostek’s settings and press “Test connection” there: once the test succeeds, the queue goes on by itself.',
  }),
  'key-missing': (_, { booked }) => ({
    what: 'Mostek does not have the API key of this iFirma account.',
    booked: 'open',
    todo: test('Enter it with the account’s other details', booked),
  }),
  'sellasist-key': (_, { booked }) => ({
    what: 'Sellasist did not accept the API key, or Mostek does not have one.',
    booked: 'open',
    todo: `Enter the current key${booked === null ? '' : ' in Mostek’s settings'}; Sellasist keeps it under “Integracje → Klucze API”.`,
  }),
  'sellasist-forbidden': () => ({
    what: 'The Sellasist API key lacks the rights that are needed.',
    booked: 'open',
    todo: 'Give it access to orders and documents; Sellasist keeps it under “Integracje → Klucze API”.',
  }),
  'sellasist-module': ({ status }) => ({
    what: `A module that Mostek needs does not work in this Sellasist panel${http(status)}.`,
    booked: 'open',
    todo: 'Turn it on in Sellasist (orders, “Dokumenty [Nowe]” or returns) and try again.',
  }),
  'sellasist-order-missing': () => ({
    what: 'Sellasist does not know such an order or document.',
    booked: 'open',
    todo: 'Check that it was not deleted and that the API key in Mostek’s settings belongs to this panel.',
  }),
  'sellasist-error': ({ status, text }) => ({
    what: `Sellasist answered with an error${http(status)}${words(text)}.`,
    booked: 'open',
    todo: AGAIN_SOON,
  }),
  'sellasist-unreachable': ({ status }) => ({
    what: `Sellasist is not available at the moment: its server answered with an error${http(status)}.`,
    booked: 'open',
    todo: LATER,
  }),
  'sellasist-unreadable': () => ({
    what: 'Sellasist answered in a way that Mostek cannot read.',
    booked: 'open',
    todo: AGAIN_SOON,
  }),
  'number-waiting': () => ({
    what: 'iFirma has not given the number yet.',
    booked: 'yes',
    todo: 'Mostek reads it by itself; there is nothing to do.',
  }),
  'pdf-waiting': () => ({
    what: 'The PDF is not ready yet.',
    booked: 'yes',
    todo: 'Mostek fetches it by itself; there is nothing to do.',
  }),
  'pdf-refused': ({ text }) => ({
    what: `iFirma did not hand out the PDF${words(text)}.`,
    booked: 'yes',
    todo: 'Press “Download PDF” to try again.',
  }),
  'pdf-too-large': ({ bytes }) => ({
    what: `The PDF has ${megabytes(Number(bytes))}, too much for a field of the order in Sellasist.`,
    booked: 'yes',
    todo: 'Save it to disk with “Download PDF”.',
  }),
  'attach-field-filled': ({ field }) => ({
    what: `The order’s field${named(field)}, which takes the PDF, is filled already, and Mostek overwrites nothing by itself.`,
    booked: 'yes',
    todo: 'If the PDF may replace what is there, press “Save PDF in the order”; “Download PDF” saves it on the disk.',
  }),
  'attach-no-field': () => ({
    what: 'The PDF did not reach the order, because no field was chosen for Mostek to save it in.',
    booked: 'yes',
    todo: 'Choose the “Additional field for documents” in Mostek’s settings, under “Basic configuration”, and then press “Save PDF in the order” here.',
  }),
  'attach-unverified': () => ({
    what: 'Sellasist accepted the PDF, but Mostek did not recognise it in the order afterwards.',
    booked: 'yes',
    todo: 'Reload the page and look under “Dodatkowe pola”. There may be a file that does not open: remove it by hand and save the right one to disk with “Download PDF”. If there is no file, check in Mostek’s settings that the chosen field takes files.',
  }),
  'attach-refused': ({ status, text }) => ({
    what: `Sellasist did not accept the PDF${http(status)}${words(text)}.`,
    booked: 'yes',
    todo: 'Check the field for documents in Mostek’s settings and press “Save PDF in the order”.',
  }),
  'attach-waiting': () => ({
    what: 'The PDF waits to be saved in the order.',
    booked: 'yes',
    todo: 'Mostek saves it by itself; there is nothing to do.',
  }),
  'storage-full': () => ({
    what: 'The disk is full, and Mostek sends nothing that it cannot record first.',
    booked: 'open',
    todo: 'Free some space and try again.',
  }),
  'database-closed': () => ({
    what: 'Mostek cannot open its database, and it sends nothing that it cannot record.',
    booked: 'open',
    todo: 'See whether the disk has free space, and start the browser again. If that does not help, tell the makers of Mostek; do not remove it, or its memory of the invoices it has sent goes with it.',
  }),
  'database-newer': () => ({
    what: 'Mostek’s database was written by a newer version of it, so this one does not open it and sends nothing.',
    booked: 'open',
    todo: 'Install the newest version of Mostek and start the browser again.',
  }),
  locked: () => ({
    what: 'Mostek is locked: its keys are encrypted with a passphrase that was not given yet.',
    booked: 'open',
    todo: 'Unlock Mostek in its settings or in its window in the browser’s toolbar; what is in the queue then goes on by itself, and any other command has to be repeated.',
  }),
  'passphrase-wrong': () => ({
    what: 'This passphrase is wrong.',
    booked: 'said',
    todo: 'Type it again; upper and lower case and spaces count.',
  }),
  'account-changed': () => ({
    what: 'This account was changed in another tab meanwhile, so nothing was saved.',
    booked: 'said',
    todo: 'Load the account’s settings again and make your changes once more.',
  }),
  'ksef-rejected': ({ text }) => ({
    what: `KSeF rejected this document${words(text)}.`,
    booked: 'yes',
    todo: 'Correct it in iFirma and press “Send to KSeF”. If it has a KSeF number already, only a correction helps. Do not issue a second invoice.',
  }),
  'ksef-refused': ({ kod, text }) => ({
    what: `iFirma did not send this document to KSeF${code(kod)}${words(text)}.`,
    booked: 'yes',
    todo: 'Remove the cause in iFirma and press “Send to KSeF”. Do not issue a second invoice.',
  }),
  'ksef-not-connected': ({ text }) => ({
    what: `iFirma did not send this document to KSeF${words(text)}.`,
    booked: 'yes',
    todo: 'Connect the account to KSeF in iFirma: Konfiguracja → Rozszerzenia i integracje → KSeF. Then press “Send to KSeF”.',
  }),
  'ksef-unclear': () => ({
    what: 'It is not known whether iFirma took this document for sending to KSeF.',
    booked: 'yes',
    todo: 'Mostek looks at it by itself and sends nothing twice.',
  }),
  'ksef-untraced': () => ({
    what: 'It is not known whether iFirma took this document for sending to KSeF. For at least 10 minutes nothing has shown that it did.',
    booked: 'yes',
    todo: 'Look at it in iFirma. If nothing there says that it is on its way to KSeF, press “Send to KSeF”.',
  }),
  'ksef-silent': () => ({
    what: 'KSeF has not answered for 24 hours.',
    booked: 'yes',
    todo: 'See in iFirma what becomes of the sending. With “Check in iFirma” Mostek looks once more.',
  }),
  'ksef-held': () => ({
    what: 'Mostek did not send this document to KSeF, because its number or its total in iFirma differs from Sellasist.',
    booked: 'yes',
    todo: 'Look at it in iFirma. If it is right, press “Send to KSeF” and confirm; if not, correct it there first. What is in KSeF cannot be changed any more.',
  }),
  'ksef-original-waits': ({ number }) => ({
    what: `The correction is in iFirma and waits until ${number === '' ? 'its invoice' : `invoice ${number}`} has a KSeF number.`,
    booked: 'said',
    todo: 'Mostek then sends it to KSeF by itself.',
  }),
  'ksef-original-unknown': ({ number }) => ({
    what: `The correction is in iFirma but not in KSeF: Mostek does not know whether ${number === '' ? 'its invoice' : `invoice ${number}`} is there, for it was not Mostek that sent it.`,
    booked: 'said',
    todo: 'If the invoice is not there, send it first. If it is, press “Send to KSeF” and confirm.',
  }),
  'ksef-field-filled': () => ({
    what: 'The KSeF number was not written into the order: its field holds something else.',
    booked: 'yes',
    todo: 'Copy the number from here and enter it where it belongs.',
  }),
  'ksef-field-unwritten': () => ({
    what: 'The KSeF number was not written into the order: Sellasist did not store it.',
    booked: 'yes',
    todo: 'Copy the number from here and check “Field for the KSeF number” in Mostek’s settings.',
  }),
  'ksef-pdf-kept': () => ({
    what: 'The PDF in the order may be from before KSeF gave its number. Mostek did not replace it, because it cannot be sure that the file is still its own.',
    booked: 'yes',
    todo: 'Get the new PDF with “Download PDF”.',
  }),
  'skipped-by-person': ({ why }) => ({
    what: `The document was skipped by hand${words(why)}. Mostek issued no invoice for it.`,
    booked: 'said',
    todo: 'If it is to go to iFirma after all, send it from here.',
  }),
  'batch-cancelled': () => ({
    what: 'The sending of the selected documents was cancelled before it was this one’s turn.',
    booked: 'open',
    todo: 'If it is to go to iFirma, send it again.',
  }),
  'repair-not-kept': () => ({
    what: 'Sellasist took the new data of the buyer, but the order does not show it.',
    booked: 'open',
    todo: 'Correct it in the order in Sellasist, or type it here and choose “This document only”.',
  }),
  'month-moved': ({ from, to }) => ({
    what: `The document waits, because the accounting month in iFirma is moved for a moment${span(from, to)} for another document of this iFirma account.`,
    booked: 'open',
    todo: 'It goes on by itself when the month is back; there is nothing you have to do.',
  }),
  'month-step': ({ from, to }) => ({
    what: `Mostek moved the accounting month in iFirma${span(from, to)}.`,
    booked: 'open',
    todo: '',
  }),
  'month-waits': ({ until }, { now }) => ({
    what: 'Mostek does not move the accounting month in iFirma yet, because iFirma may still be working on a document that was just sent to it.',
    booked: 'open',
    todo: `It does so by itself ${after(until, now)}; there is nothing you have to do.`,
  }),
  'month-elsewhere': ({ month: at }) => ({
    what: `The accounting month in iFirma is ${monthName(at)}, and Mostek did not leave it so: somebody changed it in iFirma or on another computer. Mostek touches it no more.`,
    booked: 'open',
    todo: 'Look in iFirma which accounting month is set, and set the right one. If this document is not sent yet, send it again after that.',
  }),
  'month-unclear': ({ from, to }) => ({
    what: `It is not known whether iFirma has moved the accounting month${span(from, to)}: the answer did not arrive.`,
    booked: 'open',
    todo: 'Mostek waits two minutes, looks in iFirma and moves the month back by itself if need be. If the document does not go on, send it again.',
  }),
  'month-refused': ({ kod, text }) => ({
    what: `iFirma did not let Mostek read or move the accounting month${code(kod)}${words(text)}.`,
    booked: 'open',
    todo: 'Check the “API key abonent” in the account’s data, or set the accounting month by hand in iFirma, then press “Send again”.',
  }),
  'month-not-home': ({ from, to }) => ({
    what: `The accounting month in iFirma is moved${span(from, to)}, and Mostek cannot move it back now.`,
    booked: 'open',
    todo: 'It keeps trying by itself. Until then it sends no other documents of this iFirma account. You may also set the month by hand in iFirma.',
  }),
  'month-left': ({ month: at }) => ({
    what: `The accounting month in iFirma stays as it is (${monthName(at)}): a person decided so in Mostek.`,
    booked: 'open',
    todo: '',
  }),
  internal: ({ detail }) => ({
    what: `An unexpected error occurred in Mostek${noted(detail)}.`,
    booked: 'open',
    todo: 'Reload the page and try again; what reached the queue is not lost.',
  }),
  'erplink-on': () => ({
    what: 'The integration Erplink IFIRMA is on, so Mostek sends nothing: the same invoice would be created twice.',
    booked: 'said',
    todo: 'Once you switch it off in Sellasist, change the answer in Mostek’s settings.',
  }),
  'erplink-unanswered': () => ({
    what: 'Mostek does not know yet whether the integration Erplink IFIRMA is on, so it sends nothing.',
    booked: 'said',
    todo: 'Answer the question in Mostek’s settings.',
  }),
  'link-not-found': ({ number }) => ({
    what: `iFirma has no invoice with the number ${number}.`,
    booked: 'said',
    todo: 'Copy the number from iFirma exactly as it stands there, for example 12/11/2026.',
  }),
  'link-sum-differs': ({ ours, theirs }) => ({
    what:
      theirs === ''
        ? 'The total of this invoice in iFirma could not be read, so Mostek did not link it.'
        : `The document’s total in Sellasist is ${zl(ours)}, that of this invoice in iFirma ${zl(theirs)}, so Mostek did not link them.`,
    booked: 'said',
    todo: 'Check that it is the right invoice; if it is, correct the amounts where they are wrong.',
  }),
  'link-taken': ({ number }) => ({
    what: `The invoice ${number} belongs to another order, so Mostek did not link it here.`,
    booked: 'said',
    todo: 'Look up the number of this order’s invoice in iFirma and type that.',
  }),
  'account-busy': () => ({
    what: 'This account has documents on their way or to be checked, and without it they cannot be finished.',
    booked: 'said',
    todo: 'Wait until they are through, or link them with iFirma, and remove the account then.',
  }),
  'account-gone': () => ({
    what: 'Mostek does not have the iFirma account that this document belongs to: it was removed, or changed just now.',
    booked: 'open',
    todo: 'Try again and, if that does not help, add that account in Mostek’s settings, under “Accounts”.',
  }),
  'extension-gone': () => ({
    what: 'Mostek was updated or switched off just now. What was in the queue is not lost and is not sent twice.',
    booked: 'said',
    todo: 'Reload the page to go on.',
  }),
  'extension-silent': () => ({
    what: 'Mostek did not answer. If the command reached it, the document is in the queue and is not sent twice.',
    booked: 'said',
    todo: 'Reload the page to see where it stands.',
  }),
  'unsaved-address': () => ({
    what: 'The sale document’s address is being edited, and Mostek reads saved data only.',
    booked: 'no',
    todo: 'Save it or cancel the editing. If you press again without that, the data saved in Sellasist is used.',
  }),
};
