import { describe, expect, it } from 'vitest';
import {
  EMPTY_SERIES,
  missingOf,
  numbersOrders,
  type SeriesField,
  type SeriesSettings,
} from '../../../utils/invoice/series.ts';
import { SERIES } from './examples.ts';

describe('what is missing of a series', () => {
  it.each<[string, Partial<SeriesSettings>, readonly SeriesField[]]>([
    ['nothing chosen', {}, ['kind']],
    ['everything but the kind', { numbering: 'ifirma', pattern: 'FV/{numer}' }, ['kind']],
    ['a domestic one that nobody numbers', { kind: 'domestic' }, ['numbering']],
    ['a domestic one that iFirma numbers', { kind: 'domestic', numbering: 'ifirma' }, []],
    [
      'a domestic one with numbers to keep, without a pattern',
      { kind: 'domestic', numbering: 'sellasist' },
      ['pattern'],
    ],
    [
      'a domestic one with a pattern that reads no number',
      { kind: 'domestic', numbering: 'sellasist', pattern: 'FV/{rok}' },
      ['pattern'],
    ],
    ['a domestic one with numbers to keep', { kind: 'domestic', numbering: 'sellasist', pattern: 'FV/{numer}' }, []],
    ['corrections, which iFirma numbers', { kind: 'correction' }, []],
    ['what is not sent', { kind: 'none' }, []],
  ])('%s', (_title, changes, missing) => {
    expect(missingOf({ ...EMPTY_SERIES, ...changes })).toEqual(missing);
  });

  it('that nobody has set is no more than the kind: iFirma’s own series and template, no pattern, no OSS', () => {
    expect(EMPTY_SERIES).toEqual({
      kind: null,
      ifirmaSeries: '',
      template: '',
      numbering: null,
      pattern: '',
      oss: false,
    });
  });

  it('that has no settings is its kind', () => {
    expect(missingOf(undefined)).toEqual(['kind']);
  });
});

describe('orders without a document', () => {
  it('are numbered by a domestic series that iFirma numbers', () => {
    expect(numbersOrders(SERIES)).toBe(true);
  });

  it.each<[string, SeriesSettings | undefined]>([
    ['no series', undefined],
    ['one without settings', EMPTY_SERIES],
    ['one of corrections', { ...SERIES, kind: 'correction' }],
    ['one that is not sent', { ...SERIES, kind: 'none' }],
    ['one that nobody numbers', { ...SERIES, numbering: null }],
    ['one that keeps the numbers of Sellasist', { ...SERIES, numbering: 'sellasist', pattern: 'FV/{numer}' }],
    ['one under OSS', { ...SERIES, oss: true }],
  ])('are not by %s', (_title, series) => {
    expect(numbersOrders(series)).toBe(false);
  });
});
