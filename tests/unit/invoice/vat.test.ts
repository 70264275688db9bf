import { describe, expect, it } from 'vitest';
import type { PanelVat, VatRate } from '../../../utils/invoice/document.ts';
import { DEFAULT_TAX } from '../../../utils/invoice/settings.ts';
import { highestRate, resolveVat, type VatRules } from '../../../utils/invoice/vat.ts';
import { EXEMPT, NO_VAT_PAYER, percent } from './examples.ts';

const BASIS = 'Art. 43 ust. 1 pkt 29';
const answered = (settings: Partial<VatRules['settings']>): VatRules => ({
  settings: { zeroVat: null, exemptBasis: '', ...settings },
  tax: DEFAULT_TAX,
});
const UNANSWERED = answered({});

describe('a VAT rate of the panel', () => {
  it.each([23, 8, 5, 0])('%i %% is a rate of a domestic invoice', (rate) => {
    expect(resolveVat(percent(rate), UNANSWERED)).toEqual({ ok: true, rate: { kind: 'percent', percent: rate } });
  });

  it.each([22, 7, 3, 19, 21, 25, 23.5, 0.23, -23, 100])('%d %% is none, and is not moved to a neighbour', (rate) => {
    expect(resolveVat(percent(rate), UNANSWERED)).toEqual({ ok: false, problem: 'unsupported', text: String(rate) });
  });

  it('that could not be read is unknown', () => {
    expect(resolveVat({ kind: 'unknown', text: 'np' }, answered({ zeroVat: 'percent', exemptBasis: BASIS }))).toEqual({
      ok: false,
      problem: 'unknown',
      text: 'np',
    });
  });

  it.each<[string, 'percent' | 'exempt' | null, string, ReturnType<typeof resolveVat>]>([
    ['is a question', null, BASIS, { ok: false, problem: 'zero-ambiguous', text: '0' }],
    ['is 0 %', 'percent', '', { ok: true, rate: { kind: 'percent', percent: 0 } }],
    ['is exempt', 'exempt', BASIS, { ok: true, rate: { kind: 'exempt', basis: BASIS } }],
    ['lacks a legal basis', 'exempt', ' ', { ok: false, problem: 'basis-missing', text: 'zw' }],
  ])('of a bare zero %s when the merchant has answered %j', (_title, zeroVat, exemptBasis, resolved) => {
    const zero: PanelVat = { kind: 'zero' };
    expect(resolveVat(zero, answered({ zeroVat, exemptBasis }))).toEqual(resolved);
  });

  it('exempt takes the basis of the settings where the panel gives none', () => {
    expect(resolveVat(EXEMPT, answered({ exemptBasis: ` ${BASIS} ` }))).toEqual({
      ok: true,
      rate: { kind: 'exempt', basis: BASIS },
    });
    expect(resolveVat(EXEMPT, UNANSWERED)).toEqual({ ok: false, problem: 'basis-missing', text: 'zw' });
  });

  it.each(['', '  '])('exempt with an empty basis of the panel (%j) takes the one of the settings', (basis) => {
    const vat: PanelVat = { kind: 'rate', rate: { kind: 'exempt', basis } };
    expect(resolveVat(vat, answered({ exemptBasis: BASIS }))).toEqual({
      ok: true,
      rate: { kind: 'exempt', basis: BASIS },
    });
  });

  it('exempt keeps the basis that the panel gives', () => {
    const vat: PanelVat = { kind: 'rate', rate: { kind: 'exempt', basis: 'Art. 113 ust. 1' } };
    expect(resolveVat(vat, answered({ exemptBasis: BASIS }))).toEqual({
      ok: true,
      rate: { kind: 'exempt', basis: 'Art. 113 ust. 1' },
    });
  });

  it('exempt with a basis of 31 characters, which iFirma refuses, counts as one without', () => {
    const of = (length: number): PanelVat => ({ kind: 'rate', rate: { kind: 'exempt', basis: 'x'.repeat(length) } });
    expect(resolveVat(of(30), UNANSWERED).ok).toBe(true);
    expect(resolveVat(of(31), UNANSWERED)).toEqual({ ok: false, problem: 'basis-missing', text: 'zw' });
  });
});

describe('a VAT rate of the panel, where the company is no VAT payer', () => {
  const settings = { zeroVat: null, exemptBasis: 'of a payer' };
  const of = (vat: PanelVat, tax = NO_VAT_PAYER) => resolveVat(vat, { settings, tax });
  const exempt = { ok: true, rate: { kind: 'exempt', basis: 'Art. 113 ust. 1' } };

  it.each<[string, PanelVat]>([
    ['0 %', percent(0)],
    ['a bare zero, whatever it means', { kind: 'zero' }],
    ['„zw”', EXEMPT],
    ['„zw” with a basis of its own', { kind: 'rate', rate: { kind: 'exempt', basis: 'Art. 43' } }],
    ['none', { kind: 'unknown', text: '' }],
  ])('%s is exempt by the company’s own basis', (_what, vat) => {
    expect(of(vat)).toEqual(exempt);
  });

  it.each([23, 8, 5, 22, 0.23, -23])('%d %% contradicts the company and is not taken off in silence', (rate) => {
    expect(of(percent(rate))).toEqual({ ok: false, problem: 'taxed', text: String(rate) });
  });

  it('that could not be read is unknown all the same', () => {
    expect(of({ kind: 'unknown', text: 'np' })).toEqual({ ok: false, problem: 'unknown', text: 'np' });
  });

  it.each(['', ' \n', 'x'.repeat(31)])('is exempt by no basis where the company’s is %j', (basis) => {
    expect(of(percent(0), { ...NO_VAT_PAYER, basis })).toMatchObject({ ok: false, problem: 'basis-missing' });
  });
});

describe('the highest rate', () => {
  const rate = (value: number): VatRate => ({ kind: 'percent', percent: value });
  const exempt: VatRate = { kind: 'exempt', basis: BASIS };

  it.each<[string, readonly VatRate[], VatRate | null]>([
    ['of 5, 23 and 8 is 23', [rate(5), rate(23), rate(8)], rate(23)],
    ['of 0 and exempt is 0', [exempt, rate(0)], rate(0)],
    ['of exempt goods is exempt', [exempt], exempt],
    ['of nothing is not known', [], null],
  ])('%s', (_title, rates, highest) => {
    expect(highestRate(rates)).toEqual(highest);
  });
});
