import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../../../../utils/invoice/rules/rule.ts';
import { account, rule, ruleSet, world } from '../examples.ts';
import { at, inSeries, NOTIFY, note, said, step } from './examples.ts';

describe('a rule that is never reached', () => {
  const general = rule({ conditions: { countries: ['PL', 'DE'] } });
  const special = rule({ id: 'b', name: 'B', conditions: { countries: ['PL'], hasNip: true } });
  const told = ['b: never-reached other=A'];
  it.each<readonly [string, RuleSet, readonly string[]]>([
    ['stands behind one that always fits first', ruleSet([general, special], 'first'), told],
    ['is told while it is off as well', ruleSet([general, { ...special, isOn: false }], 'first'), told],
    ['is reached where all act', ruleSet([general, special], 'all'), []],
    ['is reached where the special one comes first', ruleSet([special, general], 'first'), []],
    ['is reached where the earlier one is off', ruleSet([{ ...general, isOn: false }, special], 'first'), []],
    [
      'is reached where the earlier one has an error',
      ruleSet([{ ...general, effects: [] }, special], 'first'),
      ['a: no-effects'],
    ],
    [
      'is reached where the earlier one is stopped by a circle',
      ruleSet([step('x', '1', '2'), step('y', '2', '1'), { ...special, trigger: at('1') }], 'first'),
      ['x: status-loop other=Y', 'y: status-loop other=X'],
    ],
    ['is reached at another time', ruleSet([{ ...general, trigger: { kind: 'created' } }, special], 'first'), []],
    [
      'stands behind one for the same series',
      ruleSet(
        [
          { ...general, trigger: inSeries('3') },
          { ...special, trigger: inSeries('3') },
        ],
        'first',
      ),
      told,
    ],
    [
      'is reached by documents of another series',
      ruleSet(
        [
          { ...general, trigger: inSeries('3') },
          { ...special, trigger: inSeries('5') },
        ],
        'first',
      ),
      [],
    ],
    [
      'is reached by documents where the earlier one is for orders',
      ruleSet([general, { ...special, trigger: inSeries('3') }], 'first'),
      [],
    ],
    [
      'is reached in another status',
      ruleSet(
        [
          { ...general, trigger: at('1') },
          { ...special, trigger: at('2') },
        ],
        'first',
      ),
      [],
    ],
    [
      'is reached at the end of the amounts that the earlier one leaves',
      ruleSet(
        [
          { ...general, conditions: { from: 100, to: 200 } },
          { ...special, conditions: { from: 100, to: 201 } },
        ],
        'first',
      ),
      [],
    ],
    [
      'stands behind one with the very same amounts',
      ruleSet(
        [
          { ...general, conditions: { from: 100, to: 200 } },
          { ...special, conditions: { from: 100, to: 200 }, effects: [note('x')] },
        ],
        'first',
      ),
      told,
    ],
    [
      'is called by its place where it has no name',
      ruleSet([{ ...general, name: '' }, special], 'first'),
      ['a: no-name', 'b: never-reached other=#1'],
    ],
  ])('%s', (_name, set, expected) => {
    expect(said(set)).toEqual(expected);
  });
});

describe('the same rule twice', () => {
  const one = rule({ conditions: { sources: ['Łódź', 'Allegro'] }, effects: [note('x'), NOTIFY] });
  const again = rule({ ...one, id: 'b', name: 'B', conditions: { sources: ['allegro', 'LODZ'] } });
  it.each<readonly [string, RuleSet, boolean]>([
    ['is told of the later one', ruleSet([one, again]), true],
    ['is told while one is off', ruleSet([{ ...one, isOn: false }, again]), true],
    [
      'is told however its effects were stored',
      ruleSet([one, { ...again, effects: [{ text: 'x', kind: 'note' }, NOTIFY] }]),
      true,
    ],
    ['is another one for another account', ruleSet([one, { ...again, accountId: 'other' }]), false],
    ['is another one at another time', ruleSet([one, { ...again, trigger: { kind: 'created' } }]), false],
    [
      'is another one with another condition',
      ruleSet([one, { ...again, conditions: { sources: ['Allegro'] } }]),
      false,
    ],
    [
      'is another one with one condition more',
      ruleSet([one, { ...again, conditions: { ...one.conditions, to: 1 } }]),
      false,
    ],
    ['is another one with another text', ruleSet([one, { ...again, effects: [note('y'), NOTIFY] }]), false],
    ['is another one in another order of effects', ruleSet([one, { ...again, effects: [NOTIFY, note('x')] }]), false],
  ])('%s', (_name, set, isSame) => {
    const where = world({ accounts: [account(), account({ id: 'other' })] });
    expect(said(set, where)).toEqual(isSame ? ['b: same-rule other=A'] : []);
  });
});
