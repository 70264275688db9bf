/** What goes into `Uwagi`: the merchant's own text, the panel's number, and the mark in the last line. */
import { polishDate } from './dates';
import type { SaleDocument } from './document';
import type { Remark } from './draft';
import { markOf, notesWith } from './mark';
import { fillNotes } from './notes-text';
import { plainText } from './text';

export function notesOf(
  document: SaleDocument,
  template: string,
): { readonly notes: string; readonly remarks: readonly Remark[] } {
  const number = document.number === null ? '' : `Dokument Sellasist: ${plainText(document.number)}`;
  const ending = notesWith(number, markOf(document));
  // The merchant's text stands first and is cut first: by the number and the mark the document is known again.
  const whole = notesWith(filled(document, template), ending.notes);
  return { notes: whole.notes, remarks: whole.cut || ending.cut ? [{ code: 'notes-cut', params: {} }] : [] };
}

function filled({ orderId, number, orderDate, payment, buyer }: SaleDocument, template: string): string {
  return fillNotes(template, {
    zamówienie: orderId ?? '',
    dokument: number ?? '',
    'data zamówienia': orderDate === null ? '' : polishDate(orderDate),
    'metoda płatności': payment.methodName ?? '',
    nabywca: buyer.name,
  });
}
