/**
 * Effect `field`: the order's state field tells people where the document stands. Repeatable: it looks before it writes, and leaves alone what
 * is not this computer's to say.
 */
import { type StateMark, type StateWord, stateText, stateTextIn } from '../../invoice/state-text';
import type { TransferState } from '../../invoice/transfer';
import { nonceFor } from '../auto/sign';
import type { StepContext } from '../context';
import { noteField } from '../known-field';
import { verdictOnSellasist } from '../reasons';
import { isBooked, WRITE_MS } from '../steps/field-standing';
import { fieldTextOf } from '../steps/field-text';
import { isUnclearWrite } from '../steps/unclear-write';
import type { EffectOutcome } from './effect';

export async function writeField(context: StepContext): Promise<EffectOutcome> {
  const { transfer, account, sellasist, tools } = context;
  const { store, clock } = tools;
  const fieldId = account.settings.stateFieldId;
  const word = wordOf(transfer.state);
  if (fieldId === null || transfer.orderId === null || word === null) return { kind: 'done' };

  const askedAt = clock.now();
  const order = await sellasist.order(transfer.orderId);
  if (!order.ok) return after(order.problem);
  const { id: computer, name } = await tools.computer();
  const nonce = await nonceFor(tools, transfer);
  const at = clock.now();
  const number = isBooked(word) ? transfer.number : null;
  const mark: StateMark = { word, key: transfer.key, computer, nonce, at, number };
  if (!maySay(fieldTextOf(order.value, fieldId), mark)) return { kind: 'done' };

  const field = { field_id: fieldId, field_value: stateText(mark, name, transfer.auto !== undefined) };
  const put = await sellasist.putOrder(transfer.orderId, { additional_fields: [field] }, WRITE_MS);
  if (!put.ok) return after(put.problem);
  const endedAt = clock.now();
  // What took longer may have been written over another computer's claim (`field-standing.ts`).
  if (endedAt >= askedAt && endedAt <= askedAt + WRITE_MS) await noteField(store, transfer, word, nonce);
  return { kind: 'done' };
}

function wordOf(state: TransferState): StateWord | null {
  switch (state) {
    // While it is being sent the claim stands there.
    case 'queued':
    case 'sending':
      return null;
    case 'issued':
    case 'done':
    case 'incomplete':
    case 'failed':
    case 'uncertain':
    case 'skipped':
      return state;
    default:
      return state satisfies never;
  }
}

/** Whether what stands in the field may give way to our text, and says something else. */
function maySay(text: string, ours: StateMark): boolean {
  if (text === '') return true;
  const theirs = stateTextIn(text);
  // A person's own words.
  if (theirs === null) return false;
  const { word } = theirs;
  const isSameDocument = theirs.key === ours.key;
  if (isBooked(word)) {
    // Nothing less takes its place, and another document's invoice is no less true than ours; only its number may still come.
    const isNews = theirs.number === null ? ours.number !== null : word === 'issued' && ours.word === 'done';
    return isBooked(ours.word) && isSameDocument && isNews && (theirs.number ?? ours.number) === ours.number;
  }
  // It keeps whoever else is about to send the order from it: nothing could be safer than to say so at once.
  if (isBooked(ours.word)) return true;
  const isOwn = theirs.computer === ours.computer;
  switch (word) {
    case 'claim':
      return isOwn && isSameDocument;
    case 'uncertain':
      return isOwn && !(isSameDocument && ours.word === word);
    case 'incomplete':
    case 'failed':
    case 'skipped':
      return !(isSameDocument && ours.word === word);
    default:
      return word satisfies never;
  }
}

function after(problem: Parameters<typeof verdictOnSellasist>[0]): EffectOutcome {
  const verdict = verdictOnSellasist(problem);
  if (verdict.kind === 'wait') return { kind: 'later', reason: verdict.reason, afterMs: verdict.afterMs };
  // A page of HTML in place of an answer is mostly there for minutes.
  return isUnclearWrite(problem)
    ? { kind: 'later', reason: verdict.reason, afterMs: null }
    : { kind: 'refused', reason: verdict.reason };
}
