/** Two computers (design 3): a transfer is claimed in the order's state field before it is issued. */
import type { OrderWire } from '../../sellasist/wire';
import type { Patch, StepContext } from '../context';

/** The order as `check` read it, and when that was asked for (epoch milliseconds). */
export interface OrderRead {
  readonly order: OrderWire;
  readonly askedAt: number;
}

export type FieldClaim =
  /** Nobody else issues this order; the POST has to begin before `until` (epoch milliseconds). */
  { readonly kind: 'held'; readonly until: number } | { readonly kind: 'stop'; readonly patch: Patch };

/** @param read null: a document without an order, which nobody can claim. */
export async function claimField(_context: StepContext, _read: OrderRead | null): Promise<FieldClaim> {
  return { kind: 'held', until: Number.MAX_SAFE_INTEGER };
}
