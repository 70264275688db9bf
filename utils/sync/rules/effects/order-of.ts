/** The order that an effect is about, read now. */
import type { OrderWire } from '../../../sellasist/wire';
import type { EffectContext, EffectOutcome } from './effect';
import { afterSellasist, left } from './outcomes';

export type ReadOrder =
  | { readonly ok: true; readonly order: OrderWire }
  | { readonly ok: false; readonly outcome: EffectOutcome };

export async function orderOf({ services, run, invoice }: EffectContext): Promise<ReadOrder> {
  const orderId = run.orderId ?? invoice?.orderId ?? null;
  if (orderId === null) return { ok: false, outcome: left('rule-no-order') };
  const read = await services.sellasist.order(orderId);
  if (read.ok) return { ok: true, order: read.value };
  const outcome = read.problem.kind === 'not-found' ? left('rule-order-gone') : afterSellasist(read.problem);
  return { ok: false, outcome };
}
