import { thousandths } from './amounts.ts';
import type { Return, WirePatch } from './model.ts';
import type { PanelState } from './state.ts';
import { addDays } from './time.ts';

export interface ReturnInput {
  readonly id?: string;
  readonly orderId: string;
  readonly date?: string;
  readonly status?: string;
  readonly reason?: string;
  /** Line ids of the order with what came back; left out: one piece of the first line. */
  readonly lines?: readonly { readonly cartId: string; readonly quantity: string }[];
  readonly wire?: WirePatch;
}

export function addReturn(state: PanelState, input: ReturnInput): Return {
  const order = state.orders.get(input.orderId);
  if (!order) throw new Error(`no order ${input.orderId}`);
  const wanted = input.lines ?? order.carts.slice(0, 1).map((line) => ({ cartId: line.id, quantity: '1' }));
  const back: Return = {
    id: input.id ?? state.nextId('return'),
    orderId: order.id,
    date: input.date ?? `${addDays(state.today, -1)} 09:00:00`,
    status: input.status ?? 'Nowy',
    reason: input.reason ?? 'Odstąpienie od umowy',
    lines: wanted.map(({ cartId, quantity }, index) => {
      const line = order.carts.find((candidate) => candidate.id === cartId);
      if (!line) throw new Error(`order ${order.id} has no line ${cartId}`);
      return { id: String(index + 1), cartId, name: line.name, quantity: thousandths(quantity), price: line.price };
    }),
    wire: input.wire ?? {},
  };
  state.returns.set(back.id, back);
  return back;
}
