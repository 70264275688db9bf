import type { ReturnedLine } from '../invoice/correction/from-return';
import type { OrderWire, ReturnWire } from './wire';

/**
 * What came back, by the names and prices of the order that it was sold with: those of the invoice. Where the order does not know a line, what
 * the return itself says of it counts.
 */
export function returnedLinesOf(back: ReturnWire, order: OrderWire | null): readonly ReturnedLine[] {
  if (order !== null && order.id !== back.order_id) throw new Error('the order is not the one of the return');
  return back.products.map(({ order_line_id, name, price, quantity }) => {
    const sold = order?.carts.find(
      (cart) => order_line_id !== null && (cart.id === order_line_id || cart.line_id === order_line_id),
    );
    return { name: sold?.name || name, unitGross: sold?.price ?? price, quantity };
  });
}
