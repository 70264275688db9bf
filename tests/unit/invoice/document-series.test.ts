import { describe, expect, it } from 'vitest';
import { type NumberedBy, numberedBy, type SeriesRules } from '../../../utils/invoice/document-series.ts';
import type { SeriesSettings } from '../../../utils/invoice/series.ts';
import { order, RULES, SERIES, saleDocument, TODAY } from './examples.ts';

const NUMBER = 'FV 12/11/2026';
const KEEPING: Partial<SeriesSettings> = { numbering: 'sellasist', pattern: 'FV {numer}/{miesiąc}/{rok}' };
const found = ({ findings }: NumberedBy): readonly string[] => findings.map(({ code, path }) => `${code} @ ${path}`);
const rules = (changes: Partial<SeriesSettings>): SeriesRules => ({
  ...RULES,
  series: { '3': { ...SERIES, ...changes } },
});
const of = (changes: Partial<SeriesSettings>, number: string | null = NUMBER) =>
  numberedBy(saleDocument({ number }), rules(changes), TODAY);

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

  it.each([
    ['FV 12/10/2026', '2026-11-22'],
    ['FV 12/11/2026', '2026-12-01'],
    ['FV 12/11/2025', '2026-11-22'],
  ])('whose number %s is of another date than its invoice of %s is a finding', (number, issue) => {
    expect(numberedBy(saleDocument({ number }), rules(KEEPING), issue)).toMatchObject({
      number: null,
      findings: [{ code: 'number-date-differs', path: 'number', params: { number, date: issue } }],
      remarks: [],
    });
  });

  it('without a number has none to keep', () => {
    expect(of(KEEPING, null).findings).toEqual([
      { code: 'number-unreadable', path: 'number', params: { number: '', pattern: KEEPING.pattern } },
    ]);
    // Where iFirma numbers, there is no number to speak of.
    expect(of({}, null)).toMatchObject({ findings: [], remarks: [] });
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
    const numbered = numberedBy(saleDocument({ seriesId }), { ...RULES, seriesIds: [seriesId] }, TODAY);
    expect(found(numbered)).toEqual(['series-incomplete @ series']);
    expect(numbered).toMatchObject({ ifirmaSeries: '', template: '' });
  });

  it.each([null, '4'])('of the series %j, which the account does not own', (seriesId) => {
    expect(found(numberedBy(saleDocument({ seriesId }), RULES, TODAY))).toEqual(['series-unassigned @ series']);
  });

  it('has its own series whatever is set for orders', () => {
    const settings = { ...RULES.settings, orderSeriesId: '9' };
    expect(numberedBy(saleDocument(), { ...RULES, settings, issuesOrders: false }, TODAY).findings).toEqual([]);
  });
});

describe('an order without a document', () => {
  const ofOrder = (id: string | null, changes: Partial<SeriesRules> = {}) =>
    numberedBy(order(), { ...RULES, settings: { ...RULES.settings, orderSeriesId: id }, ...changes }, TODAY);

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

describe('one series of iFirma', () => {
  const KEPT = { ...SERIES, ...KEEPING };
  const shared = (series: string) => ({ code: 'series-shared', path: 'series', params: { series } });
  const withOther = (own: SeriesSettings, other: SeriesSettings, changes: Partial<SeriesRules> = {}): SeriesRules => ({
    ...RULES,
    seriesIds: ['3', '4'],
    series: { '3': own, '4': other },
    ...changes,
  });
  const findingsOf = (asked: SeriesRules) => numberedBy(saleDocument({ number: NUMBER }), asked, TODAY).findings;
  const inSklep = (series: SeriesSettings, name = 'Sklep'): SeriesSettings => ({ ...series, ifirmaSeries: name });

  it.each<[string, SeriesSettings, SeriesSettings]>([
    ['the numbers are kept, and iFirma numbers another', inSklep(KEPT), inSklep(SERIES)],
    ['iFirma numbers, and another keeps its numbers', inSklep(SERIES), inSklep(KEPT)],
    ['both keep numbers, each its own', inSklep(KEPT), inSklep(KEPT)],
    ['it is written a little otherwise', inSklep(KEPT), inSklep(SERIES, ' sklep ')],
  ])('with two numberings in it is a finding: %s', (_title, own, other) => {
    const numbered = numberedBy(saleDocument({ number: NUMBER }), withOther(own, other), TODAY);
    expect(numbered).toMatchObject({ number: null, ifirmaSeries: 'Sklep', remarks: [] });
    expect(numbered.findings).toEqual([shared('Sklep')]);
    const { seriesIds, series } = RULES;
    const elsewhere = withOther(own, SERIES, { seriesIds, series: { ...series, '3': own }, otherSeries: [other] });
    expect(findingsOf(elsewhere)).toEqual([shared('Sklep')]);
  });

  it('may be the default one, named or not', () => {
    expect(findingsOf(withOther(KEPT, SERIES))).toEqual([shared('')]);
    expect(findingsOf(withOther(KEPT, inSklep(SERIES, 'Default')))).toEqual([shared('')]);
  });

  it.each<[string, SeriesSettings]>([
    ['of another name', inSklep(SERIES)],
    ['of corrections, which iFirma numbers apart', { ...SERIES, kind: 'correction' }],
    ['that is not sent', { ...SERIES, kind: 'none' }],
    ['of which nobody has said who numbers it', { ...SERIES, numbering: null }],
  ])('takes no second numbering from a series %s', (_title, other) => {
    expect(findingsOf(withOther(KEPT, other))).toEqual([]);
  });

  it('that iFirma numbers is anybody’s', () => {
    expect(findingsOf(withOther(SERIES, SERIES, { otherSeries: [SERIES] }))).toEqual([]);
  });

  it('is not shared with what is left of a series that the account has given away', () => {
    expect(findingsOf(withOther(KEPT, SERIES, { seriesIds: ['3'] }))).toEqual([]);
  });

  it.each<[string, string | null, Partial<SeriesRules>]>([
    ['the default series, which another keeps numbers in', null, { series: { '3': SERIES, '4': KEPT } }],
    ['the default series, where another account keeps numbers', null, { otherSeries: [KEPT] }],
    ['a chosen one, which another keeps numbers in', '3', { series: { '3': SERIES, '4': KEPT } }],
  ])('of an order without a document is %s: a finding', (_title, orderSeriesId, changes) => {
    const settings = { ...RULES.settings, orderSeriesId };
    const asked = { ...RULES, seriesIds: ['3', '4'], settings, ...changes };
    expect(numberedBy(order(), asked, TODAY).findings).toEqual([shared('')]);
  });

  it('keeps numbers for all that an order might go there, because the order does not', () => {
    expect(findingsOf({ ...RULES, series: { '3': KEPT }, issuesOrders: true })).toEqual([]);
  });
});
