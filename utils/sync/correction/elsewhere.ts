/**
 * What another computer has corrected of the invoice, as far as the order's state field says so. Each booking writes over the one before, so
 * the last one stands there, and its lines are what all of them have left.
 */
import type { IfirmaProblem } from '../../ifirma/problem';
import type { DocumentKey } from '../../invoice/document';
import { type StateText, stateTextIn } from '../../invoice/state-text';
import type { ElsewhereCorrected } from '../../invoice/transfer';
import { kindOf } from '../../sellasist/kind';
import type { StepContext } from '../context';
import { verdictOnRead } from '../reasons';
import { isBooked } from '../steps/field-standing';

export type ElsewhereRead =
  | { readonly ok: true /** null: none. */; readonly correction: ElsewhereCorrected | null }
  | { readonly ok: false; readonly problem: IfirmaProblem };

const NONE: ElsewhereRead = { ok: true, correction: null };

/** @param text of the order's state field. */
export async function correctionInField(context: StepContext, text: string): Promise<ElsewhereRead> {
  const { transfer, tools, ifirma } = context;
  const mark = stateTextIn(text);
  if (mark === null || !isBooked(mark.word) || mark.number === null || mark.key === transfer.key) return NONE;
  // What the ledger knows is counted by `earlier.ts`.
  const known = await tools.store.transfers.get(transfer.panel, mark.key as DocumentKey);
  if (known !== null || (await isOfInvoice(context, mark))) return NONE;
  const answer = await ifirma.correction(mark.number);
  if (!answer.ok) {
    const isUnknown = answer.problem.kind === 'no-kod' || verdictOnRead(answer.problem).reason.code === 'read-refused';
    return isUnknown ? NONE : answer;
  }
  const number = answer.value.number || mark.number;
  const identifier = answer.value.identifier || number.trim().replaceAll('/', '_');
  return { ok: true, correction: { identifier, number, at: tools.clock.now() } };
}

/**
 * Whether a mark is the invoice's, which has to be booked to be corrected. A correction's looks alike: a document of the order is an invoice
 * only if the panel says so.
 */
export async function isOfInvoice({ transfer, tools, sellasist }: StepContext, mark: StateText): Promise<boolean> {
  if (mark.key.startsWith('o') || mark.key === transfer.correction?.invoiceKey) return true;
  if (!mark.key.startsWith('d')) return false;
  const id = mark.key.slice(1);
  const known = await tools.store.documents.get(transfer.panel, id);
  if (known !== null) return known.kind === 'invoice';
  const read = await sellasist.document(id);
  return read.ok && kindOf(read.value) === 'invoice';
}
