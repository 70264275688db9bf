/** The PDF of an invoice, whole, however iFirma wants to be asked for it. */
import type { IfirmaClient } from '../ifirma/client';
import type { IfirmaProblem } from '../ifirma/problem';
import type { Reason } from '../invoice/finding';
import { spoken, verdictOnRead } from './reasons';

type PdfAnswer = Awaited<ReturnType<IfirmaClient['pdf']>>;

/** iFirma gives the PDF of some documents only to the identifier and of others only to the number (ifirma-api 5.2). */
export async function pdfOf(read: IfirmaClient['pdf'], identifier: string, number: string | null): Promise<PdfAnswer> {
  const byIdentifier = whole(await read(identifier));
  if (byIdentifier.ok || number === null) return byIdentifier;
  const verdict = verdictOnRead(byIdentifier.problem);
  if (verdict.kind !== 'failed' || verdict.pause) return byIdentifier;
  const byNumber = whole(await read(number));
  return byNumber.ok ? byNumber : byIdentifier;
}

/** Why there is no PDF. A Kod that would leave open whether an invoice exists only refuses the file here: the invoice is booked. */
export function pdfReason(problem: IfirmaProblem): Reason {
  const { reason } = verdictOnRead(problem);
  if (problem.kind !== 'kod' || reason.code !== 'read-refused') return reason;
  return { code: 'pdf-refused', params: { text: spoken(problem.text) } };
}

/** Every PDF ends with this mark, a few bytes of white space aside (ISO 32000-1, 7.5.5). One that was cut off is no answer. */
const END = '%%EOF';
const END_WITHIN = 1024;

function whole(answer: PdfAnswer): PdfAnswer {
  if (!answer.ok) return answer;
  const end = new TextDecoder('latin1').decode(answer.value.subarray(-END_WITHIN));
  return end.includes(END) ? answer : { ok: false, problem: { kind: 'not-json' } };
}
