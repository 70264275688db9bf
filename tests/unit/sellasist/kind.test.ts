import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../utils/sellasist/kind.ts';

describe('the kind of a document', () => {
  it.each([
    ['sale', 'invoice', 'invoice'],
    ['sale', 'receipt', 'receipt'],
    ['correct', 'correction', 'correction'],
    ['correct', 'invoice', 'correction'],
    ['sale', 'correction', 'correction'],
    ['correct', '', 'correction'],
    ['sale', 'proforma', 'other'],
    ['sale', 'bill', 'other'],
    ['stock', 'admission', 'other'],
    ['stock', 'release', 'other'],
    ['correct', 'receipt', 'other'],
    ['stock', 'invoice', 'other'],
    ['invoice', 'receipt', 'other'],
    ['sale', '', 'other'],
    ['', '', 'other'],
    ['SALE', ' Invoice ', 'invoice'],
    ['invoice', '', 'invoice'],
  ] as const)('of %j and %j is %j, whichever stands first', (one, other, kind) => {
    expect(kindOf({ type: one, subtype: other })).toBe(kind);
    expect(kindOf({ type: other, subtype: one })).toBe(kind);
  });
});
