import type { SimResponse } from '../http.ts';
import type { Account, BookedDocument } from './account.ts';
import { accepted, badField, notFound, refused } from './answer.ts';
import { textIn } from './book.ts';
import { exactly } from './decimals.ts';
import { judge } from './fields.ts';
import { findDocument } from './find.ts';
import { ENDPOINTS, kindOf } from './kinds.ts';
import { incomingPayment } from './request-tables.ts';
import { PRICE_PLACES } from './totals.ts';

/** Registering a payment (ifirma-api 6.2): the path names the list type and the document. Each POST adds one more. */
const find = (account: Account, listType: string, segment: string): BookedDocument | null => {
  const endpoint = ENDPOINTS.find((each) => kindOf(each)?.listType === listType);
  return endpoint === undefined ? null : (findDocument(account, endpoint, segment)?.document ?? null);
};

export const registerPayment = (account: Account, listType: string, segment: string, content: unknown): SimResponse => {
  const judged = judge(incomingPayment, content);
  if (!judged.ok) return refused(judged.refusal);
  const document = find(account, listType, segment);
  if (document === null) return refused(notFound);
  const { body } = judged;
  const date = textIn(body, 'Data');
  if (date === null && document.currency !== 'PLN') return refused(badField('Data', 'jest wymagane'));
  if (date !== null && date < document.issueDate)
    return refused(badField('Data', 'nie może być wcześniejsza niż data wystawienia'));
  const amount = Number(exactly(Number(body.Kwota), PRICE_PLACES));
  if (document.paid + amount > document.gross)
    return refused(badField('Kwota', 'nie może być większe od kwoty pozostałej do zapłaty'));
  document.paid += amount;
  document.payments.push({ amount, date });
  return accepted('Wpłata została zarejestrowana.');
};
