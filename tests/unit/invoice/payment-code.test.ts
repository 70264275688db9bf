import { describe, expect, it } from 'vitest';
import { PAYMENTS_WITHOUT_VAT, paymentOf } from '../../../utils/invoice/payment-code.ts';
import { DEFAULT_TAX, PAYMENT_CODES } from '../../../utils/invoice/settings.ts';
import { PAYMENTS_NON_VAT } from '../../sim/ifirma/parts.ts';
import { NO_VAT_PAYER, saleDocument } from './examples.ts';

describe('the payment code', () => {
  it.each(PAYMENT_CODES)('%s stands on the invoice of a VAT payer', (code) => {
    expect(paymentOf(saleDocument(), { payments: { '4': code }, tax: DEFAULT_TAX })).toEqual({ code, findings: [] });
  });

  it.each(PAYMENT_CODES)('%s stands on that of a company without VAT only where iFirma lists it', (code) => {
    const findings = ['PZA', 'BAR', 'P24', 'TPA'].includes(code)
      ? [{ code: 'payment-not-for-exempt', path: 'payment.method', params: { code } }]
      : [];
    expect(paymentOf(saleDocument(), { payments: { '4': code }, tax: NO_VAT_PAYER })).toEqual({ code, findings });
  });

  it('has the same shorter list as the stand-in', () => {
    expect(PAYMENTS_WITHOUT_VAT.toSorted()).toEqual(PAYMENTS_NON_VAT.toSorted());
  });
});
