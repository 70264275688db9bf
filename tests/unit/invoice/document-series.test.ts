import { describe, expect, it } from 'vitest';
import { type NumberedBy, numberedBy, type SeriesRules } from '../../../utils/invoice/document-series.ts';
import type { SeriesSettings } from '../../../utils/invoice/series.ts';
import { order, RULES, SERIES, saleDocument } from './examples.ts';

const NUMBER = 'FV 12/11/2026';
const KEEPING: Partial<SeriesSettings> = { numbering: 'sellasist', pattern: 'FV {numer}/{miesiąc}/{rok}' };
const found = ({ findings }: NumberedBy): readonly string[] => findings.map(({ code, path }) => `${code} @ ${path}`);
const rules = (changes: Partial<SeriesSettings>): SeriesRules => ({
  ...RULES,
  series: { '3': { ...SERIES, ...changes } },
});
const of = (changes: Partial<SeriesSettings>, number: string | null = NUMBER) =>
  numberedBy(saleDocument({ number }), rules(changes));

describe('a document', () => {
  it('whose series iFirma numbers leaves its number to the remarks', () => {
    expect(of({ ifirmaSeries: ' Sklep ', template: 'logo' })).toEqual({
      number: null,
      ifirmaSeries: 'Sklep',
      template: 'logo',
      findings: [],
      remarks: [{ code: 'number-by-ifirma', params: { number: NUMBER } }],
    });
  });

  it('whose number is kept says what is read out of it', () => {
    expect(of({ ...KEEPING, ifirmaSeries: 'Sklep' })).toEqual({
      number: 12,
      ifirmaSeries: 'Sklep',
      template: '',
      findings: [],
      remarks: [{ code: 'number-kept', params: { number: NUMBER, running: '12' } }],
    });
  });

  it.each(['FV 12/13/2026', 'PA 12/11/2026', 'FV 0/11/2026', 'FV 12/11/2026/A', ''])(
    'whose number %j cannot be read by the pattern is a finding, and no number is made up',
    (number) => {
      const numbered = of(KEEPING, number);
      expect(numbered).toMatchObject({
        number: null,
        findings: [{ code: 'number-unreadable', path: 'number', params: { number, pattern: KEEPING.pattern } }],
        remarks: [],
      });
    },
  );

  it('without a number has none to keep', () => {
    expect(found(of(KEEPING, null))).toEqual(['number-unreadable @ number']);
  });

  it.each<[string, Partial<SeriesSettings>, readonly string[]]>([
    ['that is not sent', { kind: 'none' }, ['series-not-sent @ series']],
    ['that is not sent, under OSS', { kind: 'none', oss: true }, ['series-not-sent @ series']],
    ['of corrections', { kind: 'correction' }, ['series-for-corrections @ series']],
    ['under OSS', { oss: true }, ['series-oss @ series']],
    ['under OSS whose numbers are kept', { ...KEEPING, oss: true }, ['series-oss @ series']],
    ['without a kind', { kind: null }, ['series-incomplete @ series']],
    ['without a kind, under OSS', { kind: null, oss: true }, ['series-incomplete @ series', 'series-oss @ series']],
    ['that nobody numbers', { numbering: null }, ['series-incomplete @ series']],
    ['without a pattern', { ...KEEPING, pattern: '' }, ['series-incomplete @ series']],
  ])('of a series %s', (_title, changes, expected) => {
    const numbered = of(changes);
    expect(found(numbered)).toEqual(expected);
    // Nobody has said who gives the number, so neither does the preview.
    expect(numbered).toMatchObject({ number: null, remarks: [] });
    expect(numbered.findings[0]?.params).toMatchObject({ number: NUMBER });
  });

  it('of an incomplete series names what is missing', () => {
    expect(of({ numbering: null }).findings[0]?.params).toEqual({ number: NUMBER, fields: 'numbering' });
  });

  it.each(['constructor', '__proto__', 'toString'])('of a series called %s has no settings by accident', (seriesId) => {
    const numbered = numberedBy(saleDocument({ seriesId }), { ...RULES, seriesIds: [seriesId] });
    expect(found(numbered)).toEqual(['series-incomplete @ series']);
  });

  it.each([null, '4'])('of the series %j, which the account does not own', (seriesId) => {
    expect(found(numberedBy(saleDocument({ seriesId }), RULES))).toEqual(['series-unassigned @ series']);
  });

  it('has its own series whatever is set for orders', () => {
    const settings = { ...RULES.settings, orderSeriesId: '9' };
    expect(numberedBy(saleDocument(), { ...RULES, settings, issuesOrders: false }).findings).toEqual([]);
  });
});

describe('an order without a document', () => {
  const ofOrder = (id: string | null, changes: Partial<SeriesRules> = {}) =>
    numberedBy(order(), { ...RULES, settings: { ...RULES.settings, orderSeriesId: id }, ...changes });

  it('goes by iFirma’s defaults where no series is chosen', () => {
    expect(ofOrder(null)).toEqual({ number: null, ifirmaSeries: '', template: '', findings: [], remarks: [] });
  });

  it('goes by the chosen series, and iFirma gives the number', () => {
    const series = { '3': { ...SERIES, ifirmaSeries: 'Internet', template: 'logo' } };
    expect(ofOrder('3', { series })).toEqual({
      number: null,
      ifirmaSeries: 'Internet',
      template: 'logo',
      findings: [],
      remarks: [],
    });
  });

  it('of a panel where no account says that it issues such orders is a finding', () => {
    expect(ofOrder(null, { issuesOrders: false }).findings).toEqual([
      { code: 'order-series-missing', path: 'series', params: {} },
    ]);
  });

  it.each<[string, Partial<SeriesRules>]>([
    ['is not the account’s any more', { seriesIds: [] }],
    ['has no settings', { series: {} }],
    ['is incomplete', rules({ kind: null })],
    ['is for corrections', rules({ kind: 'correction' })],
    ['is not sent', rules({ kind: 'none' })],
    ['keeps Sellasist’s numbers', rules(KEEPING)],
    ['is under OSS', rules({ oss: true })],
  ])('whose series %s is a finding', (_title, { series, seriesIds }) => {
    const changes = { series: series ?? RULES.series, seriesIds: seriesIds ?? RULES.seriesIds };
    expect(ofOrder('3', changes)).toMatchObject({
      number: null,
      findings: [{ code: 'order-series-unfit', path: 'series', params: { series: '3' } }],
    });
  });
});
