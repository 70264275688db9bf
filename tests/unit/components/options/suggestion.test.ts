import { expect, test } from 'vitest';
import { suggestedCode } from '../../../../components/options/suggestion.ts';

test.each([
  ['Przelew tradycyjny', 'PRZ'],
  ['PRZELEW BANKOWY', 'PRZ'],
  ['Płatność odroczona', 'PRZ'],
  ['Szybki przelew', 'ELE'],
  ['Przelewy24', 'P24'],
  ['Przelewy24 – BLIK', 'P24'],
  ['PayU', 'ALG'],
  ['PayU karta', 'ALG'],
  ['PayPal', 'PAL'],
  ['dotpay', 'DOT'],
  ['tpay.com', 'TPA'],
  ['BLIK', 'ELE'],
  ['Allegro Finance', 'ELE'],
  ['Karta płatnicza', 'KAR'],
  ['Za pobraniem', 'POB'],
  ['Płatność przy odbiorze', 'POB'],
  ['Gotówka przy odbiorze osobistym', 'GTK'],
  ['Kompensata', 'KOM'],
])('the name %j speaks for %s', (name, code) => {
  expect(suggestedCode(name)).toBe(code);
});

test.each(['Karta podarunkowa', 'Bon prezentowy', 'Inna', '', 'Zaczekaj na kontakt'])(
  'the name %j speaks for nothing',
  (name) => {
    expect(suggestedCode(name)).toBeNull();
  },
);
