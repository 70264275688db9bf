import type { SimResponse } from '../http.ts';
import type { BookedDocument } from './account.ts';
import { accepted, badField, refused, unreadable } from './answer.ts';
import { judge } from './fields.ts';
import { sending } from './request-tables.ts';

/** Sending a document by e-mail or post (ifirma-api 6.1). Every POST sends once more. */
const isFlag = (value: string): boolean => value === 'true' || value === 'false';

export const sendDocument = (document: BookedDocument, content: unknown, query: URLSearchParams): SimResponse => {
  const judged = judge(sending, content);
  if (!judged.ok) return refused(judged.refusal);
  const asked = Object.fromEntries(query);
  const { wyslijEfaktura = 'true', wyslijPoczta = 'false', ...others } = asked;
  if (Object.keys(others).length > 0 || !isFlag(wyslijEfaktura) || !isFlag(wyslijPoczta)) return refused(unreadable);
  const recipient = judged.body.SkrzynkaEmailOdbiorcy ?? document.buyer.Email;
  if (wyslijEfaktura === 'true' && typeof recipient !== 'string')
    return refused(badField('SkrzynkaEmailOdbiorcy', 'jest wymagane'));
  document.sendings.push({ body: judged.body, query: asked });
  return accepted('Dokument został wysłany.');
};
