/** What may be set for an account, and what is said at which field where it may not. */
import { describe, expect, it } from 'vitest';
import { EMPTY_SERIES, type SeriesSettings } from '../../../utils/invoice/series.ts';
import { type AccountSettings, DEFAULT_SETTINGS } from '../../../utils/invoice/settings.ts';
import { bankAccountOf } from '../../../utils/sync/setup/bank-account.ts';
import { judgeSettings } from '../../../utils/sync/setup/judge-settings.ts';

const COMPLETE: SeriesSettings = { ...EMPTY_SERIES, kind: 'domestic', numbering: 'ifirma' };

const judge = (changes: Partial<AccountSettings>, series: Readonly<Record<string, SeriesSettings>> = {}) =>
  judgeSettings({ ...DEFAULT_SETTINGS, ...changes }, { seriesIds: ['1', '2'], series });

it('the settings that an account begins with may be saved', () => {
  expect(judge({})).toEqual({ settings: DEFAULT_SETTINGS, fields: {} });
});

describe('a text', () => {
  it.each([
    ['exemptBasis', 30],
    ['unit', 10],
    ['issuePlace', 50],
    ['pkwiu', 30],
    ['notesText', 500],
  ] as const)('%s has %i characters, white space around it not counted, and not one more', (name, most) => {
    const full = 'x'.repeat(most);
    expect(judge({ [name]: `  ${full} \n` })).toMatchObject({ settings: { [name]: full }, fields: {} });
    expect(judge({ [name]: `${full}x` }).fields).toEqual({ [name]: 'too-long' });
  });

  it('of the unit is there: a line without any cannot be sent', () => {
    expect(judge({ unit: ' ' }).fields).toEqual({ unit: 'required' });
  });

  it('for the remarks keeps its lines', () => {
    expect(judge({ notesText: ' Dziękujemy\nza zakupy ' }).settings.notesText).toBe('Dziękujemy\nza zakupy');
  });

  it('for the remarks names only what can be filled in', () => {
    expect(judge({ notesText: 'Zamówienie {numer}' }).fields).toEqual({ notesText: 'placeholder-unknown' });
  });
});

describe('the number of a bank account', () => {
  /** A published example of an IBAN. */
  const NRB = '61109010140000071219812874';

  it.each([
    ['26 digits', NRB, NRB],
    ['as it is printed', '61 1090 1014 0000 0712 1981 2874', NRB],
    ['an IBAN', `PL${NRB}`, `PL${NRB}`],
    ['an IBAN as it is printed', ' pl61 1090 1014 0000 0712 1981 2874\n', `PL${NRB}`],
  ])('is stored without spaces: %s', (_how, typed, stored) => {
    expect(judge({ bankAccount: { use: 'number', number: typed } })).toMatchObject({
      settings: { bankAccount: { use: 'number', number: stored } },
      fields: {},
    });
    expect(stored.length).toBeLessThanOrEqual(28);
  });

  it.each([
    ['a digit too few', NRB.slice(1)],
    ['a digit too many', `${NRB}0`],
    ['another country', `DE${NRB}`],
    ['a wrong check digit', `62${NRB.slice(2)}`],
    ['two digits that changed places', '61109010140000071219812847'],
    ['letters', `${NRB.slice(0, -1)}O`],
  ])('is refused with %s', (_what, typed) => {
    expect(judge({ bankAccount: { use: 'number', number: typed } }).fields).toEqual({
      bankAccount: 'bank-account-invalid',
    });
    expect(bankAccountOf(typed)).toBeNull();
  });

  it('is missing when it is to be printed and nobody typed it', () => {
    expect(judge({ bankAccount: { use: 'number', number: ' ' } }).fields).toEqual({ bankAccount: 'required' });
    expect(judge({ bankAccount: { use: 'hidden' } }).fields).toEqual({});
  });
});

describe('the due date', () => {
  it.each([0, 14, 365])('is %i days after', (days) => {
    expect(judge({ dueDate: { from: 'issue', days } }).fields).toEqual({});
  });

  it.each([-1, 366, 1.5, Number.NaN])('is not %j days after', (days) => {
    expect(judge({ dueDate: { from: 'sale', days } }).fields).toEqual({ dueDate: 'days-invalid' });
  });
});

describe('the series for orders without a document', () => {
  it('is one of the account’s own that is for invoices, complete, and numbered by iFirma', () => {
    expect(judge({ orderSeriesId: '1' }, { '1': COMPLETE }).fields).toEqual({});
  });

  it.each<[string, Readonly<Record<string, SeriesSettings>>]>([
    ['of which nothing was said', {}],
    ['that is somebody else’s', { '2': COMPLETE }],
    ['whose kind nobody has chosen', { '1': { ...COMPLETE, kind: null } }],
    ['for corrections', { '1': { ...COMPLETE, kind: 'correction' } }],
    ['of sales under OSS', { '1': { ...COMPLETE, oss: true } }],
    ['that is not sent', { '1': { ...COMPLETE, kind: 'none' } }],
    ['of which nobody said who numbers it', { '1': { ...COMPLETE, numbering: null } }],
    ['that keeps Sellasist’s numbers', { '1': { ...COMPLETE, numbering: 'sellasist', pattern: 'FV/{numer}/{rok}' } }],
  ])('is not one %s', (_what, series) => {
    expect(judge({ orderSeriesId: '1' }, series).fields).toEqual({ orderSeriesId: 'order-series-unfit' });
  });

  it('is not one that the account does not own, whatever is set for it', () => {
    expect(judge({ orderSeriesId: '3' }, { '3': COMPLETE }).fields).toEqual({ orderSeriesId: 'order-series-unfit' });
    expect(judge({ orderSeriesId: '__proto__' }).fields).toEqual({ orderSeriesId: 'order-series-unfit' });
  });
});

it('everything that is wrong is said at once', () => {
  const wrong = { unit: '', issuePlace: 'x'.repeat(51), orderSeriesId: '9', notesText: '{?}' };
  expect(judge(wrong).fields).toEqual({
    unit: 'required',
    issuePlace: 'too-long',
    orderSeriesId: 'order-series-unfit',
    notesText: 'placeholder-unknown',
  });
});
