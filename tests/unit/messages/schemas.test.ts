import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../utils/invoice/settings.ts';
import type { CommandName, Commands } from '../../../utils/messages/index.ts';
import { PANEL_COMMANDS, parseMessage } from '../../../utils/messages/schemas.ts';

const REF = { orderId: '1001', key: 'd77' } as const;
const ROW = { panel: 'demo', key: 'd77' } as const;

/** One of each command as a view sends it. A command that is missing here does not compile. */
const ASKS: { readonly [K in CommandName]: Commands[K]['ask'] } = {
  controls: { kind: 'order' },
  state: { orderId: '1001', fresh: true },
  send: { ...REF, confirm: ['number:FV 1/2026'] },
  preview: REF,
  check: REF,
  skip: { ...REF, why: 'wystawiono ręcznie' },
  link: { ...REF, number: '12/11/2026' },
  pdf: REF,
  attach: REF,
  options: {},
  language: {},
  'account.list': {},
  'account.save': {
    id: null,
    name: 'Konto',
    panel: 'demo',
    login: 'sklep@example.com',
    seriesIds: ['3'],
    secrets: { sellasist: 'x', faktura: 'EAB0D8ACF3308F3B' },
  },
  'account.test': { id: 'konto-1' },
  'account.remove': { id: 'konto-1' },
  'panel.series': { panel: 'demo', key: 'x' },
  dictionaries: { accountId: 'konto-1', fresh: false },
  'settings.save': { accountId: 'konto-1', settings: DEFAULT_SETTINGS },
  'payments.save': { accountId: 'konto-1', payments: { '4': 'PRZ', '7': 'ELE' } },
  'erplink.get': {},
  'erplink.set': { on: true },
  errors: { before: null },
  recent: { before: 1_795_000_000_000 },
  'send.row': { ...ROW, confirm: [] },
  'skip.row': { ...ROW, why: '' },
};
const NAMES = Object.keys(ASKS) as CommandName[];

const said = (type: CommandName, changes: Readonly<Record<string, unknown>> = {}): unknown => ({
  type,
  ...ASKS[type],
  ...changes,
});

/** A cursor is a number, and a mapping or a set of secrets may be empty. */
const mayBe = (name: string, value: unknown): boolean =>
  name === 'before' ? value === 7.5 : ['secrets', 'payments'].includes(name) && JSON.stringify(value) === '{}';

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
        expect(parseMessage(rest), name).toBeNull();
      }
    },
  );

  it.each(NAMES.filter((type) => Object.keys(ASKS[type]).length > 0))(
    '%s is refused when a field is of another type',
    (type) => {
      for (const name of Object.keys(ASKS[type])) {
        for (const wrong of [7.5, {}, [[]], () => 1].filter((value) => !mayBe(name, value)))
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
    ['fields and a status', { documentFieldId: '12', correctionFieldId: '13', errorStatusId: '14' }],
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
  ])('may not have %s', (_title, changes) => {
    expect(saved(changes)).toBeNull();
  });

  it('of an older version lose what is no setting any more', () => {
    expect(saved({ colour: 'red' })).toEqual(said('settings.save'));
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

  it('cannot reach a prototype', () => {
    const parsed = saved(JSON.parse('{"__proto__":"PRZ","4":"PRZ"}'));
    expect(parsed).toEqual(said('payments.save', { payments: { '4': 'PRZ' } }));
    expect(({} as Record<string, unknown>)['4']).toBeUndefined();
  });
});

it('a page of the panel has a closed list of commands, and none of those of our own pages are on it', () => {
  expect(new Set(PANEL_COMMANDS)).toEqual(
    new Set(['controls', 'state', 'send', 'preview', 'check', 'skip', 'link', 'pdf', 'attach', 'options']),
  );
});
