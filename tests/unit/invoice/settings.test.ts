import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, DEFAULT_TAX } from '../../../utils/invoice/settings.ts';

describe('an account of which nobody has set anything', () => {
  it('sends nothing by itself', () => {
    expect(DEFAULT_SETTINGS.autoSend).toBe(false);
  });

  it('brings the PDF back', () => {
    expect(DEFAULT_SETTINGS.savePdf).toBe(true);
  });

  it('has no answer where only the merchant knows it', () => {
    expect(DEFAULT_SETTINGS).toMatchObject({ zeroVat: null, exemptBasis: '', gtu: null, pkwiu: '' });
    expect(DEFAULT_TAX).toEqual({ vat: 'payer', basis: '', flatRate: 'none' });
  });

  it('writes into no field of the panel and no status', () => {
    expect(DEFAULT_SETTINGS).toMatchObject({
      errorStatusId: null,
      documentFieldId: null,
      correctionFieldId: null,
      stateFieldId: null,
    });
  });

  it('is sold on the day of issue', () => {
    expect(DEFAULT_SETTINGS.saleDate).toBe('issue');
  });
});
