/** `Automatyzacje` in a file of settings. */
import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../../../utils/invoice/rules/rule.ts';
import { ruleSetOf } from '../../../../utils/sync/rules/facts.ts';
import {
  account,
  edited,
  everything,
  exported,
  FULL_ACCOUNT,
  fullInstallation,
  type Installation,
  imported,
  install,
  type Loose,
  NOW,
  previewed,
  put,
  RULES,
} from './installation.ts';

const rulesIn = ({ store }: Installation): Promise<RuleSet | null> => store.facts.get(ruleSetOf('demo'));
const ruleChanges = async (installation: Installation, text: string) =>
  (await previewed(installation, text)).general
    .filter(({ path }) => path.startsWith('rules.'))
    .map(({ path, from, to }) => [path, from, to]);
const shown = (name: string, isOn: boolean, isChanged = false): string => JSON.stringify({ name, isOn, isChanged });
const full = exported(await fullInstallation());

describe('rules of a file', () => {
  it('are the same in an empty installation, in the books of the same accounts, and begin with what happens then', async () => {
    const { text } = await full;
    const to = await install();
    expect(await ruleChanges(to, text)).toEqual([
      ['rules.demo.match', null, '"first"'],
      ['rules.demo.rule.firmy', null, shown('Firmy „A”', true)],
      ['rules.demo.rule.nowe', null, shown('Nowe', false)],
    ]);
    expect(await imported(to, text)).toMatchObject({ ok: true });
    const named = new Map((await to.store.accounts.all()).map(({ id, name }) => [name, id]));
    const [firmy, nowe] = RULES.rules;
    expect(await rulesIn(to)).toEqual({
      panel: 'demo',
      match: 'first',
      revision: 1,
      rules: [
        { ...firmy, accountId: named.get(FULL_ACCOUNT.name), since: NOW },
        { ...nowe, accountId: named.get('Druga seria'), since: null },
      ],
    });
    expect((await exported(to)).text).toBe(text);
  });

  it('that are here already change nothing, and are not written', async () => {
    const { text } = await full;
    const installation = await fullInstallation();
    const before = await everything(installation);
    expect(await ruleChanges(installation, text)).toEqual([]);
    expect(await imported(installation, text)).toMatchObject({ ok: true });
    expect(await everything(installation)).toEqual(before);
  });

  it('take the place of those of their panel: changed, added, gone and in their order, each said before', async () => {
    const installation = await fullInstallation();
    const text = edited((await full).text, (file) => {
      const [firmy, nowe] = file.rules.demo.rules;
      const added = { ...nowe, id: 'inna', name: 'Inna' };
      file.rules.demo = { match: 'all', rules: [added, { ...nowe, isOn: true }, { ...firmy, conditions: {} }] };
    });
    expect(await ruleChanges(installation, text)).toEqual([
      ['rules.demo.match', '"first"', '"all"'],
      ['rules.demo.rule.inna', null, shown('Inna', false)],
      ['rules.demo.rule.nowe', shown('Nowe', false), shown('Nowe', true)],
      ['rules.demo.rule.firmy', shown('Firmy „A”', true), shown('Firmy „A”', true, true)],
      ['rules.demo.order', '["Firmy „A”","Nowe"]', '["Inna","Nowe","Firmy „A”"]'],
    ]);
    expect(await imported(installation, text)).toMatchObject({ ok: true });
    const set = await rulesIn(installation);
    expect(set?.revision).toBe(5);
    // What asks for the same since before goes on; what is on only now begins now.
    expect(set?.rules.map(({ id, since }) => [id, since])).toEqual([
      ['inna', null],
      ['nowe', NOW],
      ['firmy', 1_000],
    ]);
    const only = edited((await full).text, (file) => {
      file.rules.demo.rules.length = 0;
    });
    expect((await ruleChanges(installation, only)).map(([path, , to]) => [path, to])).toEqual([
      ['rules.demo.match', '"first"'],
      ['rules.demo.rule.inna', null],
      ['rules.demo.rule.nowe', null],
      ['rules.demo.rule.firmy', null],
    ]);
  });

  it('of a panel of which the file says nothing stay', async () => {
    const installation = await fullInstallation();
    const text = edited((await full).text, (file) => {
      delete file.rules;
    });
    expect(await ruleChanges(installation, text)).toEqual([]);
    await imported(installation, text);
    expect(await rulesIn(installation)).toEqual(RULES);
  });

  it('of an account that was gone are nobody’s, and say so where they go', async () => {
    const from = await install();
    await put(from, [account()]);
    await from.store.facts.set(ruleSetOf('demo'), RULES);
    const { text } = await exported(from);
    expect(JSON.parse(text).rules.demo.rules.map(({ account: at }: Loose) => at)).toEqual([0, null]);
    const to = await install();
    expect(await imported(to, text)).toMatchObject({ ok: true });
    const ids = (await to.store.accounts.all()).map(({ id }) => id);
    expect((await rulesIn(to))?.rules.map(({ accountId }) => ids.includes(accountId))).toEqual([true, false]);
  });

  it('that somebody has saved since the preview are not written over', async () => {
    const installation = await fullInstallation();
    const text = edited((await full).text, (file) => {
      file.rules.demo.match = 'all';
    });
    const { token } = await previewed(installation, text);
    await installation.store.facts.set(ruleSetOf('demo'), { ...RULES, revision: 5 });
    expect(await installation.files.import(text, token, null)).toMatchObject({ ok: false, problem: 'changed' });
  });

  it('are absent from a file of an installation that has none', async () => {
    const installation = await install();
    await put(installation, [account()]);
    expect(JSON.parse((await exported(installation)).text)).not.toHaveProperty('rules');
  });
});

describe('rules that no form could have saved', () => {
  it.each<readonly [what: string, edit: (file: Loose) => void, path: string]>([
    ['of a panel without an account', (file) => (file.rules.obcy = file.rules.demo), 'rules.obcy'],
    ['twice with one id', ({ rules }) => (rules.demo.rules[1].id = 'firmy'), 'rules.demo.rules.1.id'],
    [
      'of an account that the file does not have',
      ({ rules }) => (rules.demo.rules[0].account = 3),
      'rules.demo.rules.0.account',
    ],
    ['of another panel’s account', ({ rules }) => (rules.demo.rules[0].account = 2), 'rules.demo.rules.0.account'],
    ['of an account below the first', ({ rules }) => (rules.demo.rules[0].account = -1), 'rules.demo.rules.0.account'],
    [
      'with an effect that nobody knows',
      ({ rules }) => (rules.demo.rules[0].effects[0].kind = 'x'),
      'rules.demo.rules.0.effects.0.kind',
    ],
    ['with a word that nobody knows', ({ rules }) => (rules.demo.rules[0].since = 1), 'rules.demo.rules.0.since'],
    ['that act in another way', ({ rules }) => (rules.demo.match = 'some'), 'rules.demo.match'],
    [
      'of which there are too many',
      ({ rules }) => {
        rules.demo.rules = Array.from({ length: 51 }, (_, at) => ({ ...rules.demo.rules[1], id: `r${at}` }));
      },
      'rules.demo.rules',
    ],
  ])('%s are refused, with the place', async (_what, edit, path) => {
    const installation = await fullInstallation();
    const before = await everything(installation);
    const reply = await installation.files.preview(edited((await full).text, edit));
    expect(reply).toEqual({ ok: false, problem: 'invalid', path });
    expect(await everything(installation)).toEqual(before);
  });
});
