/**
 * KSeF's number into the order's text field. Repeatable: it looks before it writes, and reads back what it wrote. Several documents of
 * one order stand there one beside the other; a person's own words are left alone.
 */
import { isKsefNumber } from '../../../invoice/ksef';
import type { SellasistProblem } from '../../../sellasist/problem';
import { verdictOnSellasist } from '../../reasons';
import { fieldTextOf } from '../../steps/field-text';
import { isUnclearWrite } from '../../steps/unclear-write';
import type { Written } from './aftermath';
import type { KsefContext } from './context';

const BETWEEN = ', ';

export async function writeNumber({ transfer, account, sellasist }: KsefContext): Promise<Written> {
  const { orderId, ksefNumber } = transfer;
  const fieldId = account.settings.ksefFieldId ?? null;
  if (fieldId === null || orderId === null || ksefNumber === null) return { kind: 'done' };
  const order = await sellasist.order(orderId);
  if (!order.ok) return after(order.problem);
  const held = fieldTextOf(order.value, fieldId);
  const numbers = held === '' ? [] : held.split(/[\s,;]+/);
  if (numbers.includes(ksefNumber)) return { kind: 'done' };
  if (!numbers.every(isKsefNumber)) return { kind: 'left', reason: { code: 'ksef-field-filled', params: {} } };
  const field = { field_id: fieldId, field_value: [...numbers, ksefNumber].join(BETWEEN) };
  const put = await sellasist.putOrder(orderId, { additional_fields: [field] });
  if (!put.ok) return after(put.problem);
  const read = await sellasist.order(orderId);
  if (!read.ok) return after(read.problem);
  if (fieldTextOf(read.value, fieldId).includes(ksefNumber)) return { kind: 'done' };
  return { kind: 'left', reason: { code: 'ksef-field-unwritten', params: {} } };
}

function after(problem: SellasistProblem): Written {
  const verdict = verdictOnSellasist(problem);
  if (verdict.kind === 'wait') return { kind: 'later', reason: verdict.reason, afterMs: verdict.afterMs };
  if (isUnclearWrite(problem)) return { kind: 'later', reason: verdict.reason, afterMs: null };
  return { kind: 'left', reason: { code: 'ksef-field-unwritten', params: {} } };
}
