/**
 * The PDF with KSeF's number in the place of the one that Mostek wrote before. Repeatable: it looks before it writes. What is not, to the
 * letter, what the field said after Mostek's own writing may be somebody else's file, and stays.
 */
import type { Reason } from '../../../invoice/finding';
import { base64Of, fieldUpdate, fieldValueOf, verifyField } from '../../../sellasist/file-field';
import type { SellasistProblem } from '../../../sellasist/problem';
import { pdfOf } from '../../pdf';
import { verdictOnRead, verdictOnSellasist } from '../../reasons';
import { isUnclearWrite } from '../../steps/unclear-write';
import { isAsWritten, writtenAs } from '../../steps/written-as';
import type { Written } from './aftermath';
import type { KsefContext } from './context';

const KEPT: Reason = { code: 'ksef-pdf-kept', params: {} };

export async function replacePdf(context: KsefContext): Promise<Written> {
  const { transfer, account, identifier, ifirma, sellasist } = context;
  const { orderId, kind, number, attachingTo: fieldId } = transfer;
  const { settings } = account;
  const chosen = kind === 'correction' ? settings.correctionFieldId : settings.documentFieldId;
  if (orderId === null || !settings.savePdf) return { kind: 'done' };
  // Chosen anew since: of that field Mostek knows nothing.
  if (fieldId === undefined || fieldId !== chosen) return { kind: 'left', reason: KEPT };

  const pdf = await pdfOf(kind === 'correction' ? ifirma.correctionPdf : ifirma.pdf, identifier, number);
  if (!pdf.ok) {
    const verdict = verdictOnRead(pdf.problem);
    return { kind: 'later', reason: verdict.reason, afterMs: verdict.kind === 'wait' ? verdict.afterMs : null };
  }
  const before = await sellasist.order(orderId);
  if (!before.ok) return after(before.problem);
  const held: unknown = fieldValueOf(before.value, fieldId);
  if (verifyField(null, held, pdf.value, transfer.panel) === 'verified') return { kind: 'done' };
  if (!(await isAsWritten(transfer, held))) return { kind: 'left', reason: KEPT };

  const put = await sellasist.putOrder(orderId, fieldUpdate(fieldId, base64Of(pdf.value), account.fileForm ?? 'raw'));
  if (!put.ok) return after(put.problem);
  const read = await sellasist.order(orderId);
  if (!read.ok) return after(read.problem);
  const now: unknown = fieldValueOf(read.value, fieldId);
  const seen = verifyField(held, now, pdf.value, transfer.panel);
  return seen === 'verified' || seen === 'link'
    ? { kind: 'done', ...(await writtenAs(now)) }
    : { kind: 'left', reason: KEPT };
}

function after(problem: SellasistProblem): Written {
  const verdict = verdictOnSellasist(problem);
  const passes = verdict.kind === 'wait' || isUnclearWrite(problem);
  if (!passes) return { kind: 'left', reason: KEPT };
  return { kind: 'later', reason: verdict.reason, afterMs: verdict.kind === 'wait' ? verdict.afterMs : null };
}
