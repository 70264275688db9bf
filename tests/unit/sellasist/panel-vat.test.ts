import { describe, expect, it } from 'vitest';
import { panelVatOf } from '../../../utils/sellasist/panel-vat.ts';

describe('a rate of the panel', () => {
  it.each([
    ['23.000', 23],
    ['23%', 23],
    ['23 %', 23],
    [23, 23],
    ['23', 23],
    ['8,00', 8],
    ['5.000', 5],
    [13.5, 13.5],
    ['5.500', 5.5],
  ])('%j is %d per cent', (value, percent) => {
    expect(panelVatOf(value)).toEqual({ kind: 'rate', rate: { kind: 'percent', percent } });
  });

  it.each(['zw', 'ZW', 'Zw.', ' zw '])('%j is exempt, on a basis that the panel does not name', (value) => {
    expect(panelVatOf(value)).toEqual({ kind: 'rate', rate: { kind: 'exempt', basis: null } });
  });

  it.each(['0', '0.000', '0%', 0])('%j is a zero, which may mean exempt', (value) => {
    expect(panelVatOf(value)).toEqual({ kind: 'zero' });
  });

  it.each([
    ['np', 'np'],
    ['NP', 'NP'],
    [0.23, '0.23'],
    ['0.23', '0.23'],
    ['-23', '-23'],
    ['230', '230'],
    ['2 3', '2 3'],
    ['23.0001', '23.0001'],
    ['VAT 23', 'VAT 23'],
    ['', ''],
    [null, ''],
    [undefined, ''],
    [true, ''],
    [{ rate: 23 }, ''],
    ['x'.repeat(1000), 'x'.repeat(40)],
  ])('%j is no rate for certain', (value, text) => {
    expect(panelVatOf(value)).toEqual({ kind: 'unknown', text });
  });
});
