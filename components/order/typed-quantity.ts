import type { Thousandths } from '../../utils/invoice/document';

/** `1,5`, `1.5`, `2`: at most nine digits and three places. null: no such number. An empty text is none of it. */
export function typedQuantity(text: string): Thousandths | null {
  const match = /^(\d{1,9})(?:[.,](\d{1,3}))?$/.exec(text.replace(/\s/g, ''));
  if (match === null) return text.trim() === '' ? 0 : null;
  const [, whole = '', fraction = ''] = match;
  return Number(whole) * 1000 + Number(fraction.padEnd(3, '0'));
}
