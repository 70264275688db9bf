import { describe, expect, it } from 'vitest';
import { grossOf, sameRate } from '../../../../utils/invoice/correction/worth.ts';
import type { VatRate } from '../../../../utils/invoice/document.ts';

const percent = (value: number): VatRate => ({ kind: 'percent', percent: value });
const exempt = (basis: string | null): VatRate => ({ kind: 'exempt', basis });

describe('what lines are worth together', () => {
  const lines = [
    { worth: 333, vat: percent(23) },
    { worth: 333, vat: percent(23) },
    { worth: 1000, vat: percent(8) },
    { worth: 500, vat: percent(0) },
    { worth: 700, vat: exempt('Art. 43') },
  ];

  it('is their sum, where prices are gross', () => {
    expect(grossOf(lines, 'gross')).toBe(2866);
  });

  it('has the VAT of each rate once on its net sum, where prices are net, and none on what is exempt', () => {
    // 666 × 23 % = 153.18, while 333 × 23 % = 76.59 twice would be 154.
    expect(grossOf(lines, 'net')).toBe(2866 + 153 + 80);
    expect(grossOf([{ worth: 1000, vat: percent(5.5) }], 'net')).toBe(1055);
  });
});

describe('two rates are one', () => {
  it.each<[string, VatRate, VatRate, boolean]>([
    ['when their per cents are', percent(23), percent(23), true],
    ['never of two per cents', percent(23), percent(8), false],
    ['when both are exempt, by whatever law', exempt('Art. 43'), exempt(null), true],
    ['never 0 % and exempt, of which neither bears VAT', percent(0), exempt('Art. 43'), false],
    ['never exempt and 0 %', exempt('Art. 43'), percent(0), false],
  ])('%s', (_title, one, other, are) => {
    expect(sameRate(one, other)).toBe(are);
  });
});
