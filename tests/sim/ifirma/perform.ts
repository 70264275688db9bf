import type { SimResponse } from '../http.ts';
import type { Account } from './account.ts';
import { accepted, jsonAnswer, notFound, refusal, refused } from './answer.ts';
import { type Arrived, type Booking, documentsThisMonth } from './book.ts';
import { searchContractors } from './contractors.ts';
import { correct } from './correct.ts';
import { detailOf } from './detail.ts';
import { decoded, findDocument } from './find.ts';
import { issue } from './issue.ts';
import { CORRECTION_ENDPOINT, kindOf } from './kinds.ts';
import { sendToKsef } from './ksef.ts';
import { listDocuments } from './list.ts';
import { moveMonth, readMonth } from './month.ts';
import { registerPayment } from './payment.ts';
import { pdfOf } from './pdf.ts';
import type { Route } from './routes.ts';
import { sendDocument } from './sending.ts';
import { vatDictionary } from './vat-dictionary.ts';

export const issueOn = (account: Account, endpoint: string, arrived: Arrived): Booking => {
  const kind = kindOf(endpoint);
  if (kind === undefined) throw new RangeError(`no such endpoint: ${endpoint}`);
  return issue(account, kind, arrived);
};

export const correctOn = (account: Account, original: string, arrived: Arrived): Booking => {
  const kind = kindOf(CORRECTION_ENDPOINT);
  if (kind === undefined) throw new RangeError('corrections have no kind');
  const found = account.documents.find(
    ({ id, number, kind: { endpoint } }) =>
      endpoint === 'fakturakraj' && (id === original || number.replaceAll('/', '_') === original),
  );
  return found === undefined ? { ok: false, refusal: notFound } : correct(account, kind, found, arrived);
};

const bookingAnswer = (booking: Booking): SimResponse =>
  booking.ok
    ? accepted(booking.document.kind.success, { Identyfikator: booking.document.id })
    : refused(booking.refusal);

/** The work of one request, once it is signed and read. */
export const perform = (account: Account, route: Route, query: URLSearchParams, arrived: Arrived): SimResponse => {
  const found = 'segment' in route && 'endpoint' in route ? findDocument(account, route.endpoint, route.segment) : null;
  switch (route.kind) {
    case 'issue':
      return bookingAnswer(issueOn(account, route.endpoint, arrived));
    case 'correct':
      return bookingAnswer(correctOn(account, decoded(route.original), arrived));
    case 'detail':
      return found === null ? refused(notFound) : detailOf(account, found.document);
    case 'pdf':
      return pdfOf(account, found, route.format, query);
    case 'ksef':
      return found === null ? refused(notFound) : sendToKsef(account, found.document, arrived.content);
    case 'send':
      return found === null ? refused(notFound) : sendDocument(found.document, arrived.content, query);
    case 'pay':
      return registerPayment(account, route.listType, route.segment, arrived.content);
    case 'list':
      return listDocuments(account, route.list, query);
    case 'read-month':
      return readMonth(account);
    case 'move-month':
      return moveMonth(account, arrived.content);
    case 'limit':
      return jsonAnswer({
        response: {
          Kod: 0,
          LimitWykorzystany: documentsThisMonth(account),
          LimitPrzyznany: account.switches.documentsPerMonth,
        },
      });
    case 'contractors':
      return searchContractors(account, decoded(route.phrase));
    case 'vat':
      return vatDictionary(route.country);
    case 'expense':
      // Expenses are not part of the stand-in: the module is not enabled.
      return refused(refusal(500, 'Nie posiadasz uprawnień'));
    default:
      return route satisfies never;
  }
};

/** What the state of the user says before any work (ifirma-api 2.10). */
export const userRefusal = ({ switches }: Account): SimResponse | null => {
  if (!switches.termsAccepted) return refused(refusal(499, 'Brak akceptacji regulaminu ifirma.pl'));
  if (!switches.permitted) return refused(refusal(500, 'Nie posiadasz uprawnień'));
  if (switches.technicalProblem) return refused(refusal(100, 'Wystąpił problem techniczny'));
  return null;
};
