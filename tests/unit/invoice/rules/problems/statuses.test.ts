import { describe, expect, it } from 'vitest';
import type { Rule, RuleSet } from '../../../../../utils/invoice/rules/rule.ts';
import { ruleSet, world } from '../examples.ts';
import { at, type Case, inSeries, note, said, setting, status, step, tells } from './examples.ts';

const OWN: readonly Case[] = [
  [
    'the status that it starts from',
    { trigger: at('2'), effects: [status('2')] },
    {},
    ['status-own-trigger name=Opłacone'],
  ],
  ['another status', { trigger: at('2'), effects: [status('8')] }, {}, []],
];

describe('the status that a rule sets', () => {
  it.each(OWN)('%s', (_name, changes, where, expected) => {
    tells(changes, where, expected);
  });
});

describe('a circle of statuses', () => {
  it.each<readonly [string, readonly Rule[], readonly string[]]>([
    ['of two rules', [step('a', '1', '2'), step('b', '2', '1')], ['a: status-loop other=B', 'b: status-loop other=A']],
    [
      'of three, and one that leads into it is none of it',
      [step('a', '1', '2'), step('b', '2', '8'), step('c', '8', '1'), step('d', '5', '1')],
      ['a: status-loop other=B, C', 'b: status-loop other=C, A', 'c: status-loop other=A, B'],
    ],
    ['is none where it does not close', [step('a', '1', '2'), step('b', '2', '8')], []],
    ['is none where one rule is off', [step('a', '1', '2'), step('b', '2', '1', { isOn: false })], []],
    [
      'is none where one rule does not act for an error of its own',
      [step('a', '1', '2'), step('b', '2', '1', { conditions: { sources: [] } })],
      ['b: list-empty condition=source'],
    ],
    [
      'is none where no order fits both',
      [step('a', '1', '2', { conditions: { hasNip: true } }), step('b', '2', '1', { conditions: { hasNip: false } })],
      [],
    ],
    [
      'is none where two that exclude each other are not even neighbours',
      [
        step('a', '1', '2', { conditions: { countries: ['PL'] } }),
        step('b', '2', '8'),
        step('c', '8', '5', { conditions: { countries: ['DE'] } }),
        step('d', '5', '1'),
      ],
      [],
    ],
    [
      'is found by a longer way where the shorter one excludes',
      [
        step('a', '1', '2', { conditions: { countries: ['PL'] } }),
        step('b', '2', '8', { conditions: { countries: ['DE'] } }),
        step('c', '2', '5'),
        step('d', '5', '8'),
        step('e', '8', '1'),
      ],
      [
        'a: status-loop other=C, D, E',
        'c: status-loop other=D, E, A',
        'd: status-loop other=E, A, C',
        'e: status-loop other=A, C, D',
      ],
    ],
    [
      'is found by whichever of two ways an order can go on by',
      [
        step('a', '1', '2'),
        step('b', '2', '8', { conditions: { hasNip: true } }),
        step('c', '2', '8', { conditions: { hasNip: false } }),
        step('d', '8', '5'),
        step('e', '5', '1', { conditions: { hasNip: false } }),
      ],
      [
        'a: status-loop other=C, D, E',
        'c: status-loop other=D, E, A',
        'd: status-loop other=E, A, C',
        'e: status-loop other=A, C, D',
      ],
    ],
    [
      'may share a rule that sets what it starts from, which is that one’s own fault',
      [step('a', '1', '1'), step('b', '1', '2')],
      ['a: status-own-trigger name=Nowe'],
    ],
  ])('%s', (_name, rules, expected) => {
    const statuses = ['1', '2', '5', '8'].map((id) => ({ id, name: id === '1' ? 'Nowe' : id, type: '' }));
    const told = said(ruleSet(rules), world({ statuses }));
    expect(told.filter((problem) => !problem.includes('status-differs'))).toEqual(expected);
  });

  it('is looked for among more ways than anybody can wait for', () => {
    // Ten statuses in a row, five rules from each to the next, each for other orders: 5^9 ways, and none leads back.
    const sources = Array.from({ length: 50 }, (_, n) => `s${n}`);
    const rules = sources.map((own, n) =>
      step(`r${n}`, `${Math.floor(n / 5)}`, `${Math.floor(n / 5) + 1}`, {
        conditions: { sources: sources.filter((source) => source !== own) },
      }),
    );
    const begun = performance.now();
    expect(said(ruleSet(rules, 'first'), world({ statuses: null }))).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

describe('different statuses', () => {
  const told = ['b: status-differs other=A'];
  it.each<readonly [string, RuleSet, readonly string[]]>([
    ['of two rules', ruleSet([setting('a', '1'), setting('b', '2')]), told],
    [
      'of three are told in pairs',
      ruleSet([setting('a', '1'), setting('b', '2'), setting('c', '8')]),
      [...told, 'c: status-differs other=A', 'c: status-differs other=B'],
    ],
    [
      'are none where both are the same',
      ruleSet([setting('a', '1'), setting('b', '1', { conditions: { from: 1 } })]),
      [],
    ],
    [
      'are none where one of them sets none',
      ruleSet([
        setting('a', '1', { effects: [note('x')] }),
        setting('b', '2'),
        setting('c', '2', { effects: [note('y')] }),
      ]),
      [],
    ],
    [
      'of two rules for the same series',
      ruleSet([setting('a', '1', { trigger: inSeries('3') }), setting('b', '2', { trigger: inSeries('3') })]),
      told,
    ],
    [
      'are none of documents of two series',
      ruleSet([setting('a', '1', { trigger: inSeries('3') }), setting('b', '2', { trigger: inSeries('5') })]),
      [],
    ],
    [
      'are never both set where only the first acts',
      ruleSet([setting('a', '1', { conditions: { from: 1 } }), setting('b', '2')], 'first'),
      [],
    ],
    [
      'at different times follow each other',
      ruleSet([setting('a', '1'), setting('b', '2', { trigger: { kind: 'created' } })]),
      [],
    ],
    ['are never both set where one is off', ruleSet([setting('a', '1'), setting('b', '2', { isOn: false })]), []],
    [
      'are never both set where one has an error',
      ruleSet([setting('a', '1', { accountId: 'x' }), setting('b', '2')]),
      ['a: account-gone'],
    ],
    [
      'are never both set where no order fits both',
      ruleSet([setting('a', '1', { conditions: { to: 99 } }), setting('b', '2', { conditions: { from: 100 } })]),
      [],
    ],
    [
      'are both set where one order fits both',
      ruleSet([setting('a', '1', { conditions: { to: 100 } }), setting('b', '2', { conditions: { from: 100 } })]),
      told,
    ],
  ])('%s', (_name, set, expected) => {
    expect(said(set)).toEqual(expected);
  });
});
