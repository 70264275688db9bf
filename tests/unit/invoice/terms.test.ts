import { describe, expect, it } from 'vitest';
import { DEFAULT_TAX, type DueDateRule, type SplitPayment } from '../../../utils/invoice/settings.ts';
import { dueDateOf, splitPaymentOf } from '../../../utils/invoice/terms.ts';
import { NO_VAT_PAYER } from './examples.ts';

describe('the due date', () => {
  const dates = { issue: '2026-11-22', sale: '2026-11-19' };

  it.each<[DueDateRule, string | null]>([
    [{ from: 'none' }, null],
    [{ from: 'issue', days: 0 }, '2026-11-22'],
    [{ from: 'issue', days: 14 }, '2026-12-06'],
    [{ from: 'sale', days: 3 }, '2026-11-22'],
    [{ from: 'sale', days: 60 }, '2027-01-18'],
    [{ from: 'issue', days: 365 }, '2027-11-22'],
  ])('by %j is %j', (dueDate, date) => {
    expect(dueDateOf({ dueDate }, dates)).toEqual({ date, remarks: [] });
  });

  it('is never before the sale, and says that it was moved', () => {
    const dueDate = { from: 'issue', days: 1 } as const;
    expect(dueDateOf({ dueDate }, { issue: '2026-11-22', sale: '2026-11-25' })).toEqual({
      date: '2026-11-25',
      remarks: [{ code: 'due-date-moved', params: { date: '2026-11-25' } }],
    });
  });

  it('counted from an early sale is never before the invoice itself', () => {
    const dueDate = { from: 'sale', days: 7 } as const;
    expect(dueDateOf({ dueDate }, { issue: '2026-11-22', sale: '2026-11-01' })).toEqual({
      date: '2026-11-22',
      remarks: [{ code: 'due-date-moved', params: { date: '2026-11-22' } }],
    });
  });
});

describe('split payment', () => {
  const company = '1111111111';
  const large = 1_500_001;

  it.each<[SplitPayment, gross: number, nip: string, split: boolean | null, advised: boolean]>([
    ['ifirma', 12_300, company, null, false],
    ['ifirma', large, company, null, true],
    ['ifirma', large, '', null, false],
    ['always', 12_300, '', false, false],
    ['always', large, '', false, false],
    ['always', large, company, true, false],
    ['large', 1_500_000, company, false, false],
    ['large', large, company, true, false],
    ['large', large, '', false, false],
    ['never', 12_300, company, false, false],
    ['never', 1_500_000, company, false, false],
    ['never', large, company, false, true],
  ])('by the rule %s for %i grosze to the NIP %j is %j', (splitPayment, gross, nip, split, advised) => {
    expect(splitPaymentOf({ splitPayment }, DEFAULT_TAX, { gross, nip })).toEqual({
      split,
      remarks: advised ? [{ code: 'split-payment-advised', params: { gross: String(gross) } }] : [],
    });
  });

  it.each<SplitPayment>(['ifirma', 'always', 'large', 'never'])(
    'is neither sent nor advised by a company without VAT, by the rule %s',
    (splitPayment) => {
      const asked = { gross: large, nip: company };
      expect(splitPaymentOf({ splitPayment }, NO_VAT_PAYER, asked)).toEqual({ split: null, remarks: [] });
    },
  );
});
