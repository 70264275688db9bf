import type { SaleDocument } from './document';
import type { Finding } from './finding';
import type { Account, PaymentCode } from './settings';

/** What the page for companies without VAT has of iFirma's codes (ifirma-api 2.3, 2.7). */
export const PAYMENTS_WITHOUT_VAT: readonly PaymentCode[] = [
  'PRZ',
  'GTK',
  'POB',
  'KAR',
  'CZK',
  'KOM',
  'DOT',
  'PAL',
  'ALG',
  'ELE',
];

/** iFirma's code of the document's payment method, as the merchant mapped it; never guessed. */
export function paymentOf(
  { payment: { methodId, methodName } }: Pick<SaleDocument, 'payment'>,
  { payments, tax }: Pick<Account, 'payments' | 'tax'>,
): { readonly code: PaymentCode | null; readonly findings: readonly Finding[] } {
  const path = 'payment.method';
  if (methodId === null) return { code: null, findings: [{ code: 'payment-unknown', path, params: {} }] };
  const code = Object.hasOwn(payments, methodId) ? (payments[methodId] ?? null) : null;
  if (code === null)
    return { code, findings: [{ code: 'payment-unmapped', path, params: { method: methodName ?? methodId } }] };
  const isKnown = tax.vat === 'payer' || PAYMENTS_WITHOUT_VAT.includes(code);
  return { code, findings: isKnown ? [] : [{ code: 'payment-not-for-exempt', path, params: { code } }] };
}
