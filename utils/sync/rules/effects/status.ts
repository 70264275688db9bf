/** Effect `status`: the order gets a status, in a PUT of its own. Repeatable: it looks before it writes. */
import { orderOf } from './order-of';
import { ALREADY, afterSellasist, DONE, left, type Runs } from './outcomes';

export const status: Runs<'status'> = async (context, _begin, { statusId }) => {
  const { sellasist } = context.services;
  const read = await orderOf(context);
  if (!read.ok) return read.outcome;
  const { order } = read;
  // An order that has it already is not given it again: each change may start the panel's own automation (sellasist-api 6).
  if (order.status.id === statusId) return ALREADY;
  const put = await sellasist.putOrder(order.id, { status: statusId });
  if (!put.ok) return afterSellasist(put.problem);
  const after = await sellasist.order(order.id);
  if (!after.ok) return afterSellasist(after.problem);
  return after.value.status.id === statusId ? DONE : left('rule-not-kept');
};
