/** Additional fields of an order, read (sellasist-api 8). */
import { isNothing, isRecord } from './loose';
import type { OrderWire } from './wire';

/**
 * The raw value of a field, exactly as it came. undefined when the order does not carry the field; an array when it carries
 * it more than once, as a field that appends files may.
 */
export function fieldValueOf(order: OrderWire, fieldId: string): unknown {
  const values = order.additional_fields.flatMap((field) => (field.field_id === fieldId ? [field.field_value] : []));
  return values.length > 1 ? values : values[0];
}

/** Deeper than any answer goes. What lies below is taken for something, unread. */
export const DEEPEST = 8;

/** Whether a raw value holds nothing, however deep in an array or an object. 0 and false are how an empty field comes too. */
export function isEmptyField(value: unknown, depth = 0): boolean {
  if (isNothing(value) || value === false) return true;
  if (depth > DEEPEST) return false;
  if (Array.isArray(value)) return value.every((item) => isEmptyField(item, depth + 1));
  if (isRecord(value)) return Object.values(value).every((item) => isEmptyField(item, depth + 1));
  return /^\s*0\s*$/.test(String(value));
}
