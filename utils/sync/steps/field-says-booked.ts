/** The state field says that the sale is booked, or something that is not Mostek's. Nothing is booked before that is cleared up. */
import { evidenceOfEarlier } from '../../invoice/correction/checks-original';
import type { DocumentKey } from '../../invoice/document';
import type { Finding } from '../../invoice/finding';
import { sha256Hex } from '../../invoice/hash';
import { findMark } from '../../invoice/mark';
import type { StateText } from '../../invoice/state-text';
import type { Patch, StepContext } from '../context';
import { correctionInField, isOfInvoice } from '../correction/elsewhere';
import { knownOtherwise } from '../known';
import { spoken, verdictOnRead } from '../reasons';
import { adopted } from '../resolve';
import { stopFor } from '../stop';
import { isBooked } from './field-standing';

/** For people; what they need not read of it is cut. */
const LONGEST = 120;

/** null: it may be sent all the same. */
export async function fieldSaysBooked(
  context: StepContext,
  fieldId: string,
  text: string,
  mark: StateText | null,
): Promise<Patch | null> {
  const { transfer } = context;
  const found = await invoiceNamed(context, mark);
  if (found !== null) return found;
  if (mark !== null && (await isItsBase(context, text, mark))) return null;
  if (mark !== null && (await isBookedHere(context, mark))) return null;
  const evidence = await evidenceOfState(fieldId, text);
  if (transfer.confirmed.includes(evidence)) return null;
  const finding: Finding = { code: 'maybe-booked-state', path: 'state', params: { text: forPeople(text) }, evidence };
  return stopFor(context, { kind: 'incomplete', findings: [finding] });
}

/** Of a correction: the mark of its invoice, or of a correction that it goes on from, because a person has said so. */
async function isItsBase(context: StepContext, text: string, mark: StateText): Promise<boolean> {
  const { transfer } = context;
  if (transfer.kind !== 'correction' || !isBooked(mark.word) || mark.key === transfer.key) return false;
  if (await isOfInvoice(context, mark)) return true;
  const before = await correctionInField(context, text);
  return before.ok && before.correction !== null && transfer.confirmed.includes(evidenceOfEarlier(before.correction));
}

/** Another document of the order, booked and in our own ledger: the rule of one sale has asked about it already. */
async function isBookedHere({ transfer, tools }: StepContext, mark: StateText): Promise<boolean> {
  if (!isBooked(mark.word) || mark.key === transfer.key) return false;
  const other = await tools.store.transfers.get(transfer.panel, mark.key as DocumentKey);
  return other !== null && other.identifier !== null;
}

/**
 * The invoice of this very document that the field names. iFirma's list may lag behind another computer's POST, the invoice itself does not:
 * it is read by its number. null: it names none, or iFirma has no such invoice, or it is not this document's.
 */
export async function invoiceNamed(context: StepContext, mark: StateText | null): Promise<Patch | null> {
  const number = mark !== null && isBooked(mark.word) && mark.key === context.transfer.key ? mark.number : null;
  if (number === null) return null;
  const { ifirma } = context;
  const answer = await (context.transfer.kind === 'correction' ? ifirma.correction(number) : ifirma.invoice(number));
  if (!answer.ok) {
    const verdict = verdictOnRead(answer.problem);
    // iFirma answers a number that it does not have with a Kod of its own (ifirma-api 10.14).
    const isUnknown = answer.problem.kind === 'no-kod' || verdict.reason.code === 'read-refused';
    return isUnknown ? null : stopFor(context, verdict);
  }
  if (findMark(answer.value.notes, context.transfer) !== 'same') return null;
  // iFirma does not always repeat the identifier; its addresses take the number as well (ifirma-api 5.1).
  const identifier = answer.value.identifier || number.trim().replaceAll('/', '_');
  const others = await knownOtherwise(context)([identifier]);
  return others.has(identifier) ? null : adopted(context, identifier);
}

/** Names the very words that were seen: an answer to one text never counts for another. */
async function evidenceOfState(fieldId: string, text: string): Promise<string> {
  const folded = text.replace(/\s+/g, ' ').trim();
  return `state:${fieldId}:${(await sha256Hex(folded)).slice(0, 16)}`;
}

function forPeople(text: string): string {
  const words = text.replace(/\[\s*mostek [^\]]*\]/g, '').trim();
  const line = spoken((words === '' ? text : words).replace(/\s+/g, ' '));
  const letters = [...line];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : line;
}
