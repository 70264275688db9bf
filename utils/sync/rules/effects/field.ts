/** Effect `field`: a text into an empty text field of the order. Repeatable: it looks before it writes, and reads back what it wrote. */
import { fieldTextOf } from '../../steps/field-text';
import { invoiceNow } from './issued';
import { orderOf } from './order-of';
import { ALREADY, afterSellasist, DONE, left, type Runs, waits } from './outcomes';
import { isSameText } from './same-text';
import { awaitsKsef, textOf } from './text-of';

export const field: Runs<'field'> = async (context, _begin, { fieldId, text: template }) => {
  const { run, services } = context;
  const invoice = await invoiceNow(context);
  const { sellasist } = services;
  if (awaitsKsef(template, context, invoice)) return waits('rule-awaits-ksef');
  const read = await orderOf(context);
  if (!read.ok) return read.outcome;
  const { order } = read;
  const text = textOf(template, { run }, order, invoice);
  const held = fieldTextOf(order, fieldId);
  if (isSameText(held, text)) return ALREADY;
  if (held !== '') return left('rule-field-filled');
  const put = await sellasist.putOrder(order.id, { additional_fields: [{ field_id: fieldId, field_value: text }] });
  if (!put.ok) return afterSellasist(put.problem);
  const after = await sellasist.order(order.id);
  if (!after.ok) return afterSellasist(after.problem);
  return isSameText(fieldTextOf(after.value, fieldId), text) ? DONE : left('rule-not-kept');
};
