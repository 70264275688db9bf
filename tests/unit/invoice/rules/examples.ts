import fc from 'fast-check';
import type { OrderFacts } from '../../../../utils/invoice/rules/order-facts.ts';
import type { RuleWorld } from '../../../../utils/invoice/rules/problems/problem.ts';
import type { Rule, RuleConditions, RuleSet } from '../../../../utils/invoice/rules/rule.ts';
import { EMPTY_SERIES, type SeriesSettings } from '../../../../utils/invoice/series.ts';
import { type Account, DEFAULT_SETTINGS, DEFAULT_TAX } from '../../../../utils/invoice/settings.ts';

export function rule(changes: Partial<Rule> = {}): Rule {
  return {
    id: 'a',
    name: 'A',
    accountId: 'books',
    isOn: true,
    since: 0,
    trigger: { kind: 'paid' },
    conditions: {},
    effects: [{ kind: 'notify' }],
    ...changes,
  };
}

export function ruleSet(rules: readonly Rule[], match: RuleSet['match'] = 'all'): RuleSet {
  return { panel: 'demo', match, rules, revision: 1 };
}

/** A Polish order over 123.00 zł without a NIP. */
export function facts(changes: Partial<OrderFacts> = {}): OrderFacts {
  return {
    paymentId: '4',
    source: 'Allegro',
    country: 'PL',
    currency: 'PLN',
    total: 12_300,
    hasNip: false,
    wantsInvoice: false,
    comment: '',
    ...changes,
  };
}

export function series(changes: Partial<SeriesSettings> = {}): SeriesSettings {
  return { ...EMPTY_SERIES, kind: 'domestic', numbering: 'ifirma', ksef: 'manual', ...changes };
}

/** Owns the series 3 (invoices) and 5 (corrections), and sends nothing by itself. */
export function account(changes: Partial<Account> = {}): Account {
  return {
    id: 'books',
    name: 'Księgi',
    panel: 'demo',
    login: 'sklep',
    tax: DEFAULT_TAX,
    seriesIds: ['3', '5'],
    series: { '3': series(), '5': series({ kind: 'correction' }) },
    settings: DEFAULT_SETTINGS,
    payments: {},
    pausedBy: null,
    fileForm: null,
    revision: 1,
    ...changes,
  };
}

const row = (id: string, name: string, type = '') => ({ id, name, type });

export function world(changes: Partial<RuleWorld> = {}): RuleWorld {
  return {
    accounts: [account()],
    statuses: [row('1', 'Nowe'), row('2', 'Opłacone'), row('8', 'Wysłane')],
    fields: [row('21', 'Numer faktury', 'text'), row('22', 'Faktura PDF', 'saledocument'), row('23', 'Pliki', 'files')],
    payments: [row('4', 'Przelew'), row('7', 'Pobranie')],
    series: [row('3', 'FV'), row('5', 'KOR'), row('6', 'PAR')],
    ...changes,
  };
}

/** So few values that orders and conditions often meet. */
const SOURCES = ['Allegro', 'ALLEGRO ', 'sklep', 'Łódź', 'lodz'];
const COMMENTS = ['pilne', 'Pilne: faktura', 'FAKTURA', 'żółty', ''];
const AMOUNTS = [0, 100, 12_300, 50_000];

const some = (values: readonly string[]) => fc.subarray([...values]);

export const anyConditions: fc.Arbitrary<RuleConditions> = fc.record(
  {
    paymentIds: some(['4', '7']),
    sources: some(SOURCES),
    countries: some(['PL', 'DE']),
    currencies: some(['PLN', 'EUR']),
    from: fc.constantFrom(...AMOUNTS),
    to: fc.constantFrom(...AMOUNTS),
    hasNip: fc.boolean(),
    wantsInvoice: fc.boolean(),
    comment: fc.constantFrom(...COMMENTS),
  },
  { requiredKeys: [] },
);

export const anyFacts: fc.Arbitrary<OrderFacts> = fc.record({
  paymentId: fc.constantFrom('4', '7', null),
  source: fc.constantFrom(...SOURCES, ''),
  country: fc.constantFrom('PL', 'DE', null),
  currency: fc.constantFrom('PLN', 'EUR'),
  total: fc.constantFrom(...AMOUNTS, null),
  hasNip: fc.boolean(),
  wantsInvoice: fc.boolean(),
  comment: fc.constantFrom(...COMMENTS, 'bardzo pilne, żółty'),
});

/** At most two at a time, so that orders fit often. */
export const fewConditions: fc.Arbitrary<RuleConditions> = fc
  .tuple(anyConditions, fc.nat(8))
  .map(([all, from]) => Object.fromEntries(Object.entries(all).slice(from).slice(0, 2)));
