import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../../../utils/invoice/rules/rule.ts';
import { DEFAULT_SETTINGS } from '../../../../../utils/invoice/settings.ts';
import { account, rule, ruleSet, series, world } from '../examples.ts';
import { type Case, EMAIL, ISSUE, inSeries, KSEF, NOTIFY, note, only, PAYMENT, said, tells } from './examples.ts';

const BOOKS: readonly Case[] = [
  ['an account that is gone', { accountId: 'x' }, {}, ['account-gone']],
  ['an account of another panel', {}, only({ panel: 'inny' }), ['account-gone']],

  [
    'a series of nobody',
    { trigger: inSeries('6'), effects: [ISSUE, KSEF] },
    {},
    ['series-not-of-account name=PAR account=Księgi'],
  ],
  [
    'a series that its account has given away',
    { trigger: inSeries('3') },
    only({ seriesIds: ['5'] }),
    ['series-not-of-account name=FV account=Księgi'],
  ],
  ['a series of the account', { trigger: inSeries('3') }, {}, []],

  [
    'to issue what is not sent',
    { trigger: inSeries('3'), effects: [ISSUE] },
    only({ series: { '3': series({ kind: 'none' }) } }),
    ['series-not-sent name=FV'],
  ],
  [
    'to issue what nobody has chosen a kind for',
    { trigger: inSeries('3'), effects: [ISSUE] },
    only({ series: {} }),
    ['series-not-sent name=FV'],
  ],
  [
    'to issue what is called like something that every record has',
    { trigger: inSeries('constructor'), effects: [ISSUE] },
    { series: null, ...only({ seriesIds: ['constructor'] }) },
    ['series-not-sent name=constructor'],
  ],
  [
    'a note on what is not sent',
    { trigger: inSeries('3'), effects: [note('x')] },
    only({ series: { '3': series({ kind: 'none' }) } }),
    [],
  ],

  [
    'an invoice where the series has corrections',
    { trigger: inSeries('5'), effects: [ISSUE] },
    {},
    ['kind-differs name=KOR kind=correction as=domestic'],
  ],
  [
    'a correction where the series has invoices',
    { trigger: inSeries('3'), effects: [{ kind: 'issue', as: 'correction' }] },
    {},
    ['kind-differs name=FV kind=domestic as=correction'],
  ],
  [
    'a correction where the series has them',
    { trigger: inSeries('5'), effects: [{ kind: 'issue', as: 'correction' }] },
    {},
    [],
  ],
  [
    'an order as a correction',
    { effects: [{ kind: 'issue', as: 'correction' }] },
    {},
    ['kind-differs kind=domestic as=correction'],
  ],
  ['an order as an invoice', { effects: [ISSUE] }, {}, []],

  [
    'KSeF where the series has it off',
    { trigger: inSeries('3'), effects: [ISSUE, KSEF] },
    only({ series: { '3': series({ ksef: 'off' }) } }),
    ['ksef-off name=FV'],
  ],
  [
    'KSeF where the series says nothing of it',
    { trigger: inSeries('3'), effects: [ISSUE, KSEF] },
    only({ series: { '3': series({ ksef: undefined }) } }),
    ['ksef-off name=FV'],
  ],
  ['KSeF where the series goes there by hand', { trigger: inSeries('3'), effects: [ISSUE, KSEF] }, {}, []],
  [
    'no KSeF where the series has it off',
    { trigger: inSeries('3'), effects: [ISSUE] },
    only({ series: { '3': series({ ksef: 'off' }) } }),
    [],
  ],

  ['KSeF where nothing issues', { effects: [KSEF] }, {}, ['invoice-not-issued effect=ksef account=Księgi']],
  [
    'an e-mail where nothing issues',
    { effects: [NOTIFY, EMAIL] },
    {},
    ['invoice-not-issued effect=email account=Księgi'],
  ],
  ['a payment where nothing issues', { effects: [PAYMENT] }, {}, ['invoice-not-issued effect=payment account=Księgi']],
  [
    'KSeF where the account sends by itself',
    { effects: [KSEF] },
    only({ settings: { ...DEFAULT_SETTINGS, autoSend: true, autoFrom: null } }),
    [],
  ],
  [
    'KSeF where it was to send by itself before it could',
    { effects: [KSEF] },
    only({ settings: { ...DEFAULT_SETTINGS, autoSend: true } }),
    ['invoice-not-issued effect=ksef account=Księgi'],
  ],
  ['a note where nothing issues', { effects: [note('x')] }, {}, []],
];

describe('a rule beside its account', () => {
  it.each(BOOKS)('%s', (_name, changes, where, expected) => {
    tells(changes, where, expected);
  });
});

const issuing = (changes: Partial<Rule> = {}) => rule({ id: 'i', name: 'I', effects: [ISSUE], ...changes });

describe('whether something issues the invoice', () => {
  it.each<readonly [string, Rule, boolean]>([
    ['another rule of the account', issuing(), true],
    ['a rule that is off', issuing({ isOn: false }), false],
    ['a rule of another account', issuing({ accountId: 'other' }), false],
    ['a rule that only notifies', issuing({ effects: [NOTIFY] }), false],
  ])('%s', (_name, other, isIssued) => {
    const where = world({ accounts: [account(), account({ id: 'other' })] });
    const set = ruleSet([rule({ effects: [KSEF] }), other]);
    expect(said(set, where)).toEqual(isIssued ? [] : ['a: invoice-not-issued effect=ksef account=Księgi']);
  });
});
