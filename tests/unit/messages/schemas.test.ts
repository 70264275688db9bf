import { describe, expect, it } from 'vitest';
import { EMPTY_SERIES } from '../../../utils/invoice/series.ts';
import { DEFAULT_SETTINGS, DEFAULT_TAX } from '../../../utils/invoice/settings.ts';
import { AUTO_LOCKS, type CommandName, type Commands, SETTINGS_FILE_MOST } from '../../../utils/messages/index.ts';
import { PANEL_COMMANDS, parseMessage } from '../../../utils/messages/schemas.ts';

const REF = { orderId: '1001', key: 'd77' } as const;
const CHOICE = { lines: [{ line: 0, quantity: 1000 }], reason: 'ZWR_SPRZ_TOW', conditionsMet: true } as const;
const ROW = { panel: 'demo', key: 'd77' } as const;

/** One of each command as a view sends it. A command that is missing here does not compile. */
const ASKS: { readonly [K in CommandName]: Commands[K]['ask'] } = {
  controls: { page: 'order-card', path: '/admin/orders/edit/1001' },
  page: { page: 'document-list', path: '/admin/operationdocuments/edit' },
  seen: {
    kind: 'document-list',
    path: '/admin/operationdocuments/edit',
    place: 'own',
    missed: false,
    rows: 14,
    left: 0,
    hits: { 'list-table': 1 },
  },
  rows: { orderIds: ['1001'], documentIds: ['77'] },
  'teach.state': {},
  'teach.use': {
    path: '/admin/documents/edit/77',
    place: { selector: '#editor_list > table.list', position: 'before' },
    rows: [{ orderId: null, documentId: '77', number: 'FV/12/11/2026' }],
  },
  'teach.end': {},
  layout: {},
  'layout.arm': { panel: 'demo', kind: 'document-list' },
  'layout.forget': { panel: 'demo', kind: 'document-list' },
  'layout.import': { panel: 'demo', text: '{}' },
  state: { orderId: '1001', key: null, fresh: true },
  send: { ...REF, confirm: ['number:FV 1/2026'] },
  preview: REF,
  check: REF,
  skip: { ...REF, why: 'wystawiono ręcznie' },
  link: { ...REF, number: '12/11/2026' },
  pdf: REF,
  attach: REF,
  ksef: { ...REF, confirm: ['number-differs:12/11/2026'] },
  'repair.form': REF,
  repair: { ...REF, edits: [{ field: 'line.vat', line: 2, value: '23', scope: 'rule' }] },
  'send.month': { ...REF, from: '2026-11', to: '2026-10' },
  exchange: REF,
  'month.state': {},
  'month.retry': { login: 'sklep@example.com' },
  'month.leave': { login: 'sklep@example.com' },
  'correction.preview': { ...REF, choice: CHOICE },
  correct: { ...REF, choice: CHOICE, confirm: ['corrected:1244512'] },
  'of.panel': { panel: 'demo', message: { type: 'pdf', ...REF } },
  options: {},
  language: {},
  'account.list': {},
  'account.save': {
    id: null,
    revision: 0,
    name: 'Konto',
    panel: 'demo',
    login: 'sklep@example.com',
    tax: DEFAULT_TAX,
    seriesIds: ['3'],
    secrets: { sellasist: 'x', faktura: 'EAB0D8ACF3308F3B' },
  },
  'account.test': { id: 'konto-1' },
  'account.remove': { id: 'konto-1' },
  'panel.series': { panel: 'demo', key: 'x' },
  'panel.test': { panel: 'demo', key: 'x' },
  dictionaries: { accountId: 'konto-1', fresh: false },
  'settings.save': { accountId: 'konto-1', revision: 3, settings: DEFAULT_SETTINGS },
  'payments.save': { accountId: 'konto-1', revision: 3, payments: { '4': 'PRZ', '7': 'ELE' } },
  'series.save': { accountId: 'konto-1', revision: 3, series: { '1': { ...EMPTY_SERIES, kind: 'domestic' } } },
  'language.set': { language: 'en' },
  'first.document': { accountId: 'konto-1', fresh: true },
  security: {},
  unlock: { passphrase: 'cztery zwykłe słowa' },
  lock: {},
  'lock.after': { minutes: 15 },
  'passphrase.on': {
    passphrase: 'cztery zwykłe słowa',
    keys: { 'konto-1': { faktura: 'EAB0D8ACF3308F3B' } },
    autoLock: null,
  },
  'passphrase.change': { current: 'cztery zwykłe słowa', next: 'pięć innych słów' },
  'passphrase.off': { current: 'cztery zwykłe słowa' },
  'passphrase.forget': {},
  'file.export': { secrets: { passphrase: 'hasło pliku', current: null, keys: {} } },
  'file.preview': { text: '{}' },
  'file.import': { text: '{}', token: 'abc', passphrase: null },
  wipe: {},
  'erplink.get': {},
  'erplink.set': { panel: 'demo', on: true },
  'error.groups': { panel: null },
  errors: { before: null, panel: 'demo', cause: 'ifirma-refused:kontrahent.kodpocztowy' },
  queue: { before: 20, panel: null },
  recent: { before: 1_795_000_000_000, panel: 'demo' },
  'resend.cause': { panel: null, cause: 'buyer-postcode-missing' },
  'skip.cause': { panel: 'demo', cause: 'kod-202', why: 'zwroty' },
  search: { panel: null, text: 'FV 77/11/2026' },
  'notify.get': {},
  'notify.set': { on: true },
  'send.row': { ...ROW, confirm: [] },
  'skip.row': { ...ROW, why: '' },
  'send.many': { panel: 'demo', documents: [{ orderId: '1001', key: 'd77' }] },
  'batch.plan': { panel: null, orderIds: ['1001'], documentIds: ['77'] },
  'batch.start': { panel: 'demo', documents: [{ orderId: null, key: 'd77' }] },
  'batch.state': { panel: null },
  'batch.pause': { panel: null },
  'batch.resume': { panel: null },
  'batch.cancel': { panel: null },
  'batch.close': { panel: 'demo' },
  'month-end.panel': {
    accountId: 'konto-1',
    month: '2026-10',
    asOf: 5,
    cursor: { list: 'corrections', at: 25, old: 1 },
  },
  'month-end.ifirma': { accountId: 'konto-1', month: '2026-10', page: 2 },
  'month-end.ledger': { accountId: 'konto-1', month: '2026-10', before: null },
  'month-end.look': { accountId: 'konto-1', invoices: ['1244512'], documents: ['77'] },
  unsent: { panel: 'demo', from: '2026-11-01', to: '2026-11-30', cursor: { list: 'documents', at: 100, old: 0 } },
  'log.page': {
    filter: {
      accountId: 'konto-1',
      state: 'failed',
      kind: 'invoice',
      from: '2026-11-01',
      to: null,
      text: 'FV',
      codes: ['kod-202'],
    },
    before: { at: 1_795_000_000_000, id: 7 },
    limit: 50,
  },
  'log.story': ROW,
  'log.kept': {},
  'log.keep': { retention: { days: 365, entries: null } },
  diagnostics: {},
  quota: {},
  'auto.state': {},
  'rules.attention': {},
  'rules.get': { panel: 'demo' },
  'rules.save': {
    panel: 'demo',
    revision: 0,
    draft: {
      match: 'all',
      rules: [
        {
          id: 'r1',
          name: 'Zapłacone',
          accountId: 'a1',
          isOn: true,
          trigger: { kind: 'paid' },
          conditions: { countries: ['PL'], hasNip: true },
          effects: [{ kind: 'issue', as: 'domestic' }],
        },
      ],
    },
  },
  'rules.try': { panel: 'demo', draft: { match: 'first', rules: [] } },
  'rules.runs': { panel: 'demo', before: [1_764_000_000_000, 'r1', 'd77'] },
  'rules.again': { panel: 'demo', ruleId: 'r1', key: 'd77', effect: 0 },
  'rules.drop': { panel: 'demo', ruleId: 'r1', key: 'o1001', effect: 1 },
  'auto.take': { accountId: 'a1' },
  'computer.get': {},
  'computer.set': { name: 'Biuro' },
};
const NAMES = Object.keys(ASKS) as CommandName[];

const said = (type: CommandName, changes: Readonly<Record<string, unknown>> = {}): unknown => ({
  type,
  ...ASKS[type],
  ...changes,
});

/** A cursor is a number; a mapping, a set of secrets and what is typed again may be empty. */
const mayBe = (type: CommandName, name: string, value: unknown): boolean => {
  if (name === 'before') return value === 7.5;
  const mayBeEmpty = ['payments', 'series', 'keys', 'hits', ...(type === 'account.save' ? ['secrets'] : [])];
  return mayBeEmpty.includes(name) && JSON.stringify(value) === '{}';
};

/** A list is of all panels, and of all causes, where none is named. */
const mayBeMissing = (type: CommandName, name: string): boolean =>
  ['errors', 'queue', 'recent'].includes(type) && (name === 'panel' || name === 'cause');

describe('a command in its form', () => {
  it.each(NAMES)('%s comes through as it was said', (type) => {
    expect(parseMessage(said(type))).toEqual(said(type));
  });

  it.each(NAMES)('%s is refused with a field that it does not have: an address, a body, a price, a panel', (type) => {
    for (const more of [{ url: 'https://evil.example/' }, { body: '{}' }, { price: 1 }, { tabId: 5 }, { accounts: [] }])
      expect(parseMessage(said(type, more))).toBeNull();
    if (!('panel' in ASKS[type])) expect(parseMessage(said(type, { panel: 'inny' }))).toBeNull();
  });

  it.each(NAMES.filter((type) => Object.keys(ASKS[type]).length > 0))(
    '%s is refused when a field is missing',
    (type) => {
      for (const name of Object.keys(ASKS[type])) {
        const { [name]: _missing, ...rest } = said(type) as Record<string, unknown>;
        expect(parseMessage(rest) === null, name).toBe(!mayBeMissing(type, name));
      }
    },
  );

  it.each(NAMES.filter((type) => Object.keys(ASKS[type]).length > 0))(
    '%s is refused when a field is of another type',
    (type) => {
      for (const name of Object.keys(ASKS[type])) {
        for (const wrong of [7.5, {}, [[]], () => 1].filter((value) => !mayBe(type, name, value)))
          expect(parseMessage(said(type, { [name]: wrong })), name).toBeNull();
      }
    },
  );
});

describe('what is no command', () => {
  it.each([
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '',
    'SEND',
    'send ',
    'eval',
  ])('is one called %j', (type) => {
    expect(parseMessage({ type, ...REF, confirm: [] })).toBeNull();
  });

  it.each([[null], [undefined], ['send'], [7], [true], [[]], [['send']], [{}], [{ type: null }], [{ type: ['send'] }]])(
    'is %j',
    (message) => {
      expect(parseMessage(message)).toBeNull();
    },
  );

  it('is one whose name was put under its prototype', () => {
    expect(parseMessage(JSON.parse('{"__proto__":{"type":"options"}}'))).toBeNull();
  });
});

describe('the ids of an order and a document', () => {
  const asked = (orderId: unknown, key: unknown) => parseMessage({ type: 'preview', orderId, key });

  it.each(['d77', 'o1001', 'r5', 'c13f0c1e2-8a7b-4c6d-9e0f-112233445566', `d${'9'.repeat(18)}`])(
    '%s is a key',
    (key) => {
      expect(asked('1001', key)).not.toBeNull();
    },
  );

  it.each([
    '',
    'd',
    '77',
    'x77',
    'D77',
    'd77/../d78',
    'd 77',
    'd77\n',
    'd<b>',
    'd%2e',
    'd7_7',
    'd077',
    'd0',
    'd-1',
    'c77',
    'cxyz0c1e2-8a7b-4c6d-9e0f-112233445566',
    `d${'9'.repeat(19)}`,
    'dż',
  ])('%j is none', (key) => {
    expect(asked('1001', key)).toBeNull();
  });

  it.each(['1', '1001', '9'.repeat(18)])('%s is an order', (orderId) => {
    expect(asked(orderId, 'd77')).not.toBeNull();
  });

  it.each(['', '0', '01001', '-1', '1.5', '1e3', ' 1', '1\n', '0x1', '9'.repeat(19), '1001/../2', 'abc', '١'])(
    '%j is none',
    (orderId) => {
      expect(asked(orderId, 'd77')).toBeNull();
    },
  );
});

describe('texts within their limits', () => {
  it.each<[CommandName, string, number]>([
    ['skip', 'why', 500],
    ['skip.row', 'why', 500],
    ['link', 'number', 100],
    ['account.save', 'name', 100],
    ['account.save', 'panel', 300],
    ['account.save', 'login', 200],
    ['panel.series', 'panel', 300],
    ['panel.series', 'key', 500],
    ['panel.test', 'panel', 300],
    ['panel.test', 'key', 500],
    ['unlock', 'passphrase', 1_000],
    ['passphrase.change', 'next', 1_000],
    ['file.import', 'token', 100],
    ['file.preview', 'text', SETTINGS_FILE_MOST],
  ])('%s: %s of %i characters, and not one more', (type, field, limit) => {
    expect(parseMessage(said(type, { [field]: 'x'.repeat(limit) }))).not.toBeNull();
    expect(parseMessage(said(type, { [field]: 'x'.repeat(limit + 1) }))).toBeNull();
  });

  it.each([
    ['sellasist', 500],
    ['faktura', 200],
    ['abonent', 200],
    ['rachunek', 200],
  ])('a secret %s of %i characters, and not one more', (name, limit) => {
    expect(parseMessage(said('account.save', { secrets: { [name]: 'x'.repeat(limit) } }))).not.toBeNull();
    expect(parseMessage(said('account.save', { secrets: { [name]: 'x'.repeat(limit + 1) } }))).toBeNull();
  });

  it('answers to signs: 50 of them, 200 characters each', () => {
    const many = (count: number, length: number) => said('send', { confirm: Array(count).fill('x'.repeat(length)) });
    expect(parseMessage(many(50, 200))).not.toBeNull();
    expect(parseMessage(many(51, 1))).toBeNull();
    expect(parseMessage(many(1, 201))).toBeNull();
  });

  it('series of an account: 200 of them, each an id', () => {
    expect(parseMessage(said('account.save', { seriesIds: Array(200).fill('3') }))).not.toBeNull();
    expect(parseMessage(said('account.save', { seriesIds: Array(201).fill('3') }))).toBeNull();
    expect(parseMessage(said('account.save', { seriesIds: ['a/b'] }))).toBeNull();
  });
});

describe('the id of an account', () => {
  it('has 64 characters at most, and none that could mean something in an address', () => {
    expect(parseMessage(said('account.test', { id: 'x'.repeat(64) }))).not.toBeNull();
    for (const id of ['', 'x'.repeat(65), 'a/b', 'a.b', 'a b', 'a%2e', 'ż', 'a\n'])
      expect(parseMessage(said('account.test', { id })), id).toBeNull();
  });
});

describe('the panel of a row', () => {
  it.each(['', 'Demo', 'demo.evil', 'demo/', '-demo', 'demo-', 'a'.repeat(64), 'demo\n'])('is not %j', (panel) => {
    expect(parseMessage(said('send.row', { panel }))).toBeNull();
    expect(parseMessage(said('skip.row', { panel }))).toBeNull();
  });
});

describe('the cursor of a list', () => {
  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['5'], [undefined]])('is not %j', (before) => {
    expect(parseMessage(said('errors', { before }))).toBeNull();
    expect(parseMessage(said('recent', { before }))).toBeNull();
  });
});

describe('settings', () => {
  const saved = (changes: Readonly<Record<string, unknown>>) =>
    parseMessage(said('settings.save', { settings: { ...DEFAULT_SETTINGS, ...changes } }));
  const rate = (value: unknown) => ({ shippingVat: { rule: 'fixed', rate: value } });

  it.each<[string, Record<string, unknown>]>([
    ['a fixed rate', rate({ kind: 'percent', percent: 8 })],
    ['exempt shipping', rate({ kind: 'exempt', basis: 'Art. 113 ust. 1' })],
    ['exempt shipping by the basis of the settings', rate({ kind: 'exempt', basis: null })],
    ['the highest rate', { shippingVat: { rule: 'highest' } }],
    ['a zero that is exempt', { zeroVat: 'exempt', exemptBasis: 'x'.repeat(30) }],
    ['a unit at its limit', { unit: 'x'.repeat(10) }],
    [
      'fields and a status',
      { documentFieldId: '12', correctionFieldId: '13', errorStatusId: '14', stateFieldId: '15' },
    ],
    ['a series for orders without a document', { orderSeriesId: '1' }],
    ['a place of issue at its limit', { issuePlace: 'x'.repeat(50) }],
    ['each signature', { signature: 'OUP' }],
    ['a hidden bank account', { bankAccount: { use: 'hidden' } }],
    ['a bank account with its spaces', { bankAccount: { use: 'number', number: 'x'.repeat(40) } }],
    ['a due date', { dueDate: { from: 'sale', days: 14 } }],
    ['split payment of large invoices', { splitPayment: 'large' }],
    ['a GTU and a PKWiU', { gtu: '13', pkwiu: 'x'.repeat(30) }],
    ['a text at its limit', { notesText: 'x'.repeat(500) }],
  ])('may have %s', (_title, changes) => {
    expect(saved(changes)).not.toBeNull();
  });

  it.each<[string, Record<string, unknown>]>([
    ['a rate above 100', rate({ kind: 'percent', percent: 101 })],
    ['a rate below 0', rate({ kind: 'percent', percent: -1 })],
    ['a rate of another kind', rate({ kind: 'np' })],
    ['a basis of 31 characters', rate({ kind: 'exempt', basis: 'x'.repeat(31) })],
    ['a basis of 31 characters for all', { exemptBasis: 'x'.repeat(31) }],
    ['a unit of 11 characters', { unit: 'x'.repeat(11) }],
    ['another rule of shipping', { shippingVat: { rule: 'lowest' } }],
    ['another meaning of zero', { zeroVat: 'np' }],
    ['another sale date', { saleDate: 'today' }],
    ['a field that is no id', { documentFieldId: '../12' }],
    ['a switch that is a text', { savePdf: 'true' }],
    ['a place of issue of 51 characters', { issuePlace: 'x'.repeat(51) }],
    ['another signature', { signature: 'XYZ' }],
    ['a bank account without its number', { bankAccount: { use: 'number' } }],
    ['a bank account of 41 characters', { bankAccount: { use: 'number', number: 'x'.repeat(41) } }],
    ['a number beside a hidden bank account', { bankAccount: { use: 'hidden', number: '1' } }],
    ['a due date of half a day', { dueDate: { from: 'sale', days: 0.5 } }],
    ['a due date before', { dueDate: { from: 'issue', days: -1 } }],
    ['a due date after more than a year', { dueDate: { from: 'issue', days: 366 } }],
    ['another split payment', { splitPayment: 'sometimes' }],
    ['a GTU that does not exist', { gtu: '14' }],
    ['a text of 501 characters', { notesText: 'x'.repeat(501) }],
  ])('may not have %s', (_title, changes) => {
    expect(saved(changes)).toBeNull();
  });

  it('with a name that is no setting are refused', () => {
    expect(saved({ colour: 'red' })).toBeNull();
  });
});

describe('the revision that a form was opened on', () => {
  it.each([[-1], [0.5], ['3'], [null], [Number.NaN]])('is not %j', (revision) => {
    for (const type of ['account.save', 'settings.save', 'payments.save', 'series.save'] as const)
      expect(parseMessage(said(type, { revision })), type).toBeNull();
  });
});

describe('the tax form', () => {
  const saved = (changes: object) => parseMessage(said('account.save', { tax: { ...DEFAULT_TAX, ...changes } }));

  it.each([{ vat: 'exempt', basis: 'x'.repeat(30) }, { flatRate: 'ifirma' }, { flatRate: '0.055' }])(
    'may be %j',
    (changes) => {
      expect(saved(changes)).not.toBeNull();
    },
  );

  it.each([{ vat: 'np' }, { basis: 'x'.repeat(31) }, { flatRate: '0.5' }, { flatRate: 0.03 }, { rate: '0.03' }])(
    'may not be %j',
    (changes) => {
      expect(saved(changes)).toBeNull();
    },
  );
});

describe('the series', () => {
  const saved = (series: unknown) => parseMessage(said('series.save', { series }));

  it.each([
    [{ '1': { ...EMPTY_SERIES, kind: 'invoice' } }],
    [{ '1': { ...EMPTY_SERIES, numbering: 'nobody' } }],
    [{ '1': { ...EMPTY_SERIES, ifirmaSeries: 'x'.repeat(51) } }],
    [{ '1': { ...EMPTY_SERIES, pattern: 'x'.repeat(101) } }],
    [{ '1': { kind: 'domestic' } }],
    [{ '1': { ...EMPTY_SERIES, rate: 23 } }],
    [{ 'a/b': EMPTY_SERIES }],
  ])('are not %j', (series) => {
    expect(saved(series)).toBeNull();
  });

  it('are 200, and not one more', () => {
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`s${at}`, EMPTY_SERIES]));
    expect(saved(many(200))).not.toBeNull();
    expect(saved(many(201))).toBeNull();
  });

  it('cannot reach a prototype', () => {
    const parsed = saved(JSON.parse(`{"__proto__":${JSON.stringify(EMPTY_SERIES)}}`));
    expect(parsed).toEqual(said('series.save', { series: {} }));
    expect(({} as Record<string, unknown>).kind).toBeUndefined();
  });
});

describe('idleness before the keys are locked', () => {
  it.each([...AUTO_LOCKS, null])('may be %s minutes', (minutes) => {
    expect(parseMessage(said('lock.after', { minutes }))).not.toBeNull();
  });

  it.each([[0], [1], [-5], [5.5], ['15']])('may not be %j minutes', (minutes) => {
    expect(parseMessage(said('lock.after', { minutes }))).toBeNull();
  });
});

describe('the mapping of payment methods', () => {
  const saved = (payments: unknown) => parseMessage(said('payments.save', { payments }));

  it.each([
    [{ '4': 'BLIK' }],
    [{ '4': 'prz' }],
    [{ '4': null }],
    [{ 'a b': 'PRZ' }],
    [{ '': 'PRZ' }],
    [[['4', 'PRZ']]],
  ])('is not %j', (payments) => {
    expect(saved(payments)).toBeNull();
  });

  it('has 1000 methods, and not one more', () => {
    const methods = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`m${at}`, 'PRZ']));
    expect(saved(methods(1_000))).not.toBeNull();
    expect(saved(methods(1_001))).toBeNull();
  });

  it('cannot reach a prototype', () => {
    const parsed = saved(JSON.parse('{"__proto__":"PRZ","4":"PRZ"}'));
    expect(parsed).toEqual(said('payments.save', { payments: { '4': 'PRZ' } }));
    expect(({} as Record<string, unknown>)['4']).toBeUndefined();
  });
});

it('a page of the panel has a closed list of commands, and none of those of our own pages are on it', () => {
  expect(new Set(PANEL_COMMANDS)).toEqual(
    new Set([
      'controls',
      'page',
      'seen',
      'rows',
      'teach.state',
      'teach.use',
      'teach.end',
      'state',
      'send',
      'preview',
      'check',
      'skip',
      'link',
      'pdf',
      'attach',
      'ksef',
      'correction.preview',
      'correct',
      'repair.form',
      'repair',
      'send.month',
      'exchange',
      'options',
      'batch.plan',
      'batch.start',
      'batch.state',
      'batch.pause',
      'batch.resume',
      'batch.cancel',
      'batch.close',
    ]),
  );
});
