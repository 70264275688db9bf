import { fieldValueOf, isEmptyField } from '../../sellasist/field';
import type { OrderWire } from '../../sellasist/wire';

/** What stands in a field of an order, as text, whatever the panel makes of it; empty: nothing. */
export function fieldTextOf(order: OrderWire, fieldId: string): string {
  const value = fieldValueOf(order, fieldId);
  if (isEmptyField(value)) return '';
  return typeof value === 'string' ? value.trim() : JSON.stringify(value);
}
