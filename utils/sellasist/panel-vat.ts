import type { PanelVat } from '../invoice/document';
import { parseThousandths } from '../invoice/money';

/**
 * A rate as the panel writes it: `"23.000"`, `"23%"`, `23`, `"zw"`. A bare zero stays a zero of its own, for the merchant's
 * setting to decide. Whatever names no rate for certain (`"np"`, empty, `0.23`, which may be meant as 23 %) is unknown.
 */
export function panelVatOf(value: unknown): PanelVat {
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
  const unknown: PanelVat = { kind: 'unknown', text: text.slice(0, 40) };
  if (/^zw\.?$/i.test(text)) return { kind: 'rate', rate: { kind: 'exempt', basis: null } };
  const digits = /^(\d{1,3}(?:[.,]\d+)?)\s*%?$/.exec(text)?.[1];
  const thousandths = digits === undefined ? null : parseThousandths(digits);
  if (thousandths === null) return unknown;
  if (thousandths === 0) return { kind: 'zero' };
  if (thousandths < 1000 || thousandths > 100_000) return unknown;
  return { kind: 'rate', rate: { kind: 'percent', percent: thousandths / 1000 } };
}
