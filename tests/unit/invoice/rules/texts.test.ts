import { describe, expect, it } from 'vitest';
import { type RuleTextValues, ruleText, says } from '../../../../utils/invoice/rules/texts.ts';

const VALUES: RuleTextValues = {
  zamówienie: '1001',
  dokument: 'FV 12/11/2026',
  'data zamówienia': '22.11.2026',
  'metoda płatności': 'Przelew',
  nabywca: 'Jan Kowalski',
  numer_ifirma: '7/11/2026',
  numer_ksef: '5213500025-20261122-560CCC000005-68',
};

describe('the text of a rule', () => {
  it.each([
    ['Faktura {numer_ifirma} do {zamowienie}', 'Faktura 7/11/2026 do 1001'],
    ['{NUMER IFIRMA}, {zamówienie}, {data_zamowienia}', '7/11/2026, 1001, 22.11.2026'],
    ['{numer_ksef}', '5213500025-20261122-560CCC000005-68'],
    ['{dokument} {metoda płatności} {nabywca}', 'FV 12/11/2026 Przelew Jan Kowalski'],
    ['{numer} {} {{zamówienie}} {constructor}', '{numer} {} {1001} {constructor}'],
    ['bez niczego', 'bez niczego'],
  ])('%s', (template, text) => {
    expect(ruleText(template, VALUES)).toBe(text);
  });

  it('leaves out a line that would only say what is not there', () => {
    const template = 'Dziękujemy.\nKSeF: {numer_ksef}\n\nSklep';
    expect(ruleText(template, { ...VALUES, numer_ksef: '' })).toBe('Dziękujemy.\n\nSklep');
  });

  it('reads no placeholder in what was inserted', () => {
    expect(ruleText('{nabywca}', { ...VALUES, nabywca: '{numer_ifirma} $&' })).toBe('{numer_ifirma} $&');
  });

  it('has at most 1,000 characters, and no half of one', () => {
    const text = ruleText('{nabywca}', { ...VALUES, nabywca: `${'x'.repeat(999)}🎁` });
    expect(text).toBe('x'.repeat(999));
  });

  it.each([
    ['{numer_ksef}', true],
    ['Numer: {Numer KSeF}.', true],
    ['numer_ksef', false],
    ['{numer_ifirma}', false],
  ])('%s says the number of KSeF: %s', (template, isSaid) => {
    expect(says(template, 'numer_ksef')).toBe(isSaid);
  });
});
