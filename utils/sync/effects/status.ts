/** Effect `status`: the order gets the account's `Status błędu`, in a PUT of its own. Repeatable: it looks before it writes. */
import type { StepContext } from '../context';
import { verdictOnSellasist } from '../reasons';
import type { EffectOutcome } from './effect';
import { isLastingError } from './wanted';

export async function setErrorStatus({ transfer, account, sellasist }: StepContext): Promise<EffectOutcome> {
  const status = account.settings.errorStatusId;
  // Mended meanwhile, or the account wants it no more.
  if (status === null || transfer.orderId === null || !isLastingError(transfer)) return { kind: 'done' };
  const order = await sellasist.order(transfer.orderId);
  if (!order.ok) return after(order.problem);
  // An order that has it already is not given it again: each change may start the panel's own automation (sellasist-api 6).
  if (order.value.status.id === status) return { kind: 'done' };
  const put = await sellasist.putOrder(transfer.orderId, { status });
  return put.ok ? { kind: 'done' } : after(put.problem);
}

function after(problem: Parameters<typeof verdictOnSellasist>[0]): EffectOutcome {
  const verdict = verdictOnSellasist(problem);
  return verdict.kind === 'wait'
    ? { kind: 'later', reason: verdict.reason, afterMs: verdict.afterMs }
    : { kind: 'refused', reason: verdict.reason };
}
