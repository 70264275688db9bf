/** What rules make of what happened: which one acts, and why the others do not. Nothing of it is lost while something is in the way. */
import { describe, expect, it } from 'vitest';
import type { RuleConditions } from '../../../../utils/invoice/rules/rule.ts';
import type { RuleDraft } from '../../../../utils/messages/index.ts';
import { ordersNewsOf } from '../../../../utils/sync/rules/facts.ts';
import { change, settled } from '../auto/scene.ts';
import { STATE_FIELD } from '../computers.ts';
import { lock, turnOn, unlock } from '../passphrase.ts';
import { VIEW } from '../set-up.ts';
import { createWorld, DAY, MINUTE, type World } from '../world.ts';
import {
  createRuleWorld,
  ISSUE,
  notesOf,
  order,
  PAID,
  ruleLog,
  runsOf,
  SENT,
  said,
  saveRules,
  setStatus,
  told,
} from './scene.ts';

const note = (text: string) => ({ effects: [{ kind: 'note', text }] as const });
const pending = async (world: World): Promise<number> =>
  ((await world.store.facts.get(ordersNewsOf('demo')))?.pending ?? []).length;

const paused = (pausedBy: string | null) => (world: World) =>
  world.store.accounts.change(world.accountId, (account) => ({ ...account, pausedBy }) as typeof account);

describe('a rule', () => {
  it('acts on an order once, however often it reaches the status, and says so each time', async () => {
    const world = await createRuleWorld();
    const id = order(world, { statusId: SENT });
    await world.pass(3 * MINUTE);
    for (const statusId of [PAID, SENT, PAID, SENT]) {
      setStatus(world, id, statusId);
      await world.pass(3 * MINUTE);
    }
    expect(notesOf(world, id)).toEqual(['Tak']);
    expect(await said(world)).toEqual([
      `o${id} rule-fired Pierwsza`,
      `o${id} rule-effect Pierwsza note`,
      `o${id} rule-fired-before Pierwsza`,
      `o${id} rule-fired-before Pierwsza`,
    ]);
  });

  it.each<[string, RuleConditions]>([
    ['amount', { from: 1_000_000_00 }],
    ['currency', { currencies: ['EUR'] }],
    ['nip', { hasNip: false }],
    ['comment', { comment: 'pilne' }],
  ])('whose condition does not hold (%s) does nothing, and names it', async (condition, conditions) => {
    const world = await createRuleWorld(() => [{ conditions }]);
    const id = order(world, { statusId: SENT });
    await world.pass(10 * MINUTE);
    expect(await said(world)).toEqual([`o${id} rule-not-met Pierwsza ${condition}`]);
    expect(await told(world)).toEqual([]);
  });

  it.each(['all', 'first'] as const)('beside another one, where %s of them act', async (match) => {
    const world = await createRuleWorld(() => []);
    const unmet = { id: 'r0', name: 'Zerowa', conditions: { currencies: ['EUR'] }, ...note('0') };
    const third = { id: 'r2', name: 'Druga', ...note('2') };
    await saveRules(world, [unmet, note('1'), third], match);
    const id = order(world, { statusId: SENT });
    await world.pass(5 * MINUTE);
    expect(notesOf(world, id)).toEqual(match === 'all' ? ['1', '2'] : ['1']);
    const lines = await said(world);
    expect(lines[0]).toBe(`o${id} rule-not-met Zerowa currency`);
    expect(lines.includes(`o${id} rule-after-first Druga Pierwsza`)).toBe(match === 'first');
  });

  it('that is off, or was switched on later, leaves alone what happened before', async () => {
    const world = await createRuleWorld(() => [{ isOn: false }, { id: 'r2', name: 'Druga', ...note('2') }]);
    const id = order(world, { statusId: SENT });
    await world.pass(5 * MINUTE);
    await saveRules(world, [{}, { id: 'r2', name: 'Druga', ...note('2') }]);
    await world.pass(30 * MINUTE);
    expect(notesOf(world, id)).toEqual(['2']);
    const later = order(world, { statusId: SENT });
    await world.pass(5 * MINUTE);
    expect(notesOf(world, later).toSorted()).toEqual(['2', 'Tak']);
  });

  it('that was switched on later leaves it alone also where it is not decided yet', async () => {
    const other = { id: 'r2', name: 'Druga', ...note('2') };
    const world = await createRuleWorld(() => [{ isOn: false }, other]);
    await paused('kod-401')(world);
    const id = order(world, { statusId: SENT });
    await world.pass(5 * MINUTE);
    expect(await pending(world)).toBeGreaterThan(0);
    await saveRules(world, [{}, other]);
    await paused(null)(world);
    await world.pass(15 * MINUTE);
    expect(notesOf(world, id)).toEqual(['2']);
  });

  it.each<[string, Partial<RuleDraft>]>([
    ['status-gone', { effects: [{ kind: 'status', statusId: '77' }] }],
    ['account-gone', { accountId: 'nobody' }],
    ['no-effects', { effects: [] }],
    ['field-gone', { effects: [{ kind: 'field', fieldId: '77', text: 'x' }] }],
  ])(
    'that is wrong (%s) is named when it is saved, and when it would have acted, and does nothing',
    async (code, more) => {
      const world = await createRuleWorld(() => []);
      const { problems } = await saveRules(world, [more, { id: 'r2', name: 'Druga', ...note('2') }]);
      expect(problems.filter(({ weight }) => weight === 'error')).toMatchObject([{ ruleId: 'r1', code }]);
      const id = order(world, { statusId: SENT });
      await world.pass(10 * MINUTE);
      expect(notesOf(world, id)).toEqual(['2']);
      const broken = (await ruleLog(world)).filter(({ reason }) => reason?.code === 'rule-broken');
      expect(broken.map(({ reason }) => reason?.params)).toEqual([{ rule: 'Pierwsza', problem: code }]);
      expect((await runsOf(world)).map(({ ruleId }) => ruleId)).toEqual(['r2']);
    },
  );

  it('whose status the panel removes later is named within hours', async () => {
    const world = await createRuleWorld(() => [{ effects: [{ kind: 'status', statusId: '5' }] }]);
    const { statuses } = world.panel.setup as unknown as { statuses: { id: string }[] };
    const at = statuses.findIndex(({ id }) => id === '5');
    const [removed] = statuses.splice(at, 1);
    try {
      await world.pass(DAY / 3);
      const id = order(world, { statusId: SENT });
      await world.pass(5 * MINUTE);
      expect(await said(world)).toEqual([`o${id} rule-broken Pierwsza`]);
    } finally {
      if (removed !== undefined) statuses.splice(at, 0, removed);
    }
  });
});

interface Hindrance {
  readonly rule?: Partial<RuleDraft>;
  readonly hinder: (world: World) => Promise<unknown>;
  readonly mend: (world: World) => Promise<unknown>;
}

const erplink = (on: boolean | null) => (world: World) =>
  world.tell<'erplink.set'>({ type: 'erplink.set', panel: 'demo', on: on ?? false }, VIEW);

describe('what happens while something is in the way', () => {
  it.each<[string, Hindrance]>([
    ['the vendor’s own integration', { hinder: erplink(true), mend: erplink(false) }],
    ['an account that has paused', { hinder: paused('kod-401'), mend: paused(null) }],
    [
      'a field of claims that is missing',
      {
        rule: { effects: [{ kind: 'note', text: 'Tak' }, ISSUE] },
        hinder: (world) => change(world, { stateFieldId: null }),
        mend: (world) => change(world, { stateFieldId: STATE_FIELD }),
      },
    ],
    [
      'a lock',
      {
        hinder: async (world) => {
          await turnOn(world);
          await lock(world);
        },
        mend: unlock,
      },
    ],
  ])('waits, and is done once a person has put it right: %s', async (_what, { rule = {}, hinder, mend }) => {
    const world = await createRuleWorld(() => [rule]);
    const before = order(world);
    await world.pass(3 * MINUTE);
    await hinder(world);
    setStatus(world, before, SENT);
    const id = order(world, { statusId: SENT });
    await world.pass(60 * MINUTE);
    expect(notesOf(world, id)).toEqual([]);
    expect(await told(world)).toEqual([]);
    await mend(world);
    await settled(world);
    await world.pass(15 * MINUTE);
    expect(notesOf(world, id)).toEqual(['Tak']);
    expect(notesOf(world, before)).toEqual(['Tak']);
    expect(await pending(world)).toBe(0);
  });

  it('is in nobody’s way whose rules issue nothing, or whose issuing rules are off', async () => {
    const world = await createWorld({ settings: { savePdf: false } });
    const issuing = { effects: [ISSUE] };
    expect((await saveRules(world, [{ effects: [{ kind: 'note', text: 'Tak' }] }])).hindrances).toEqual({});
    expect((await saveRules(world, [{ ...issuing, isOn: false }])).hindrances).toEqual({});
    expect((await saveRules(world, [{ ...issuing, accountId: 'gone' }])).hindrances).toEqual({});
    expect((await saveRules(world, [issuing])).hindrances).toEqual({ [world.accountId]: 'no-field' });
  });

  it('asks for what the panel offers once in six hours, whatever happens meanwhile', async () => {
    const world = await createRuleWorld();
    const lists = (): number =>
      world.network.passed.filter(({ target }) => target.startsWith('/api/v1/statuses')).length;
    const before = lists();
    for (let hour = 0; hour < 5; hour += 1) {
      order(world, { statusId: SENT });
      await world.pass(60 * MINUTE);
    }
    expect(lists() - before).toBeLessThanOrEqual(1);
    order(world, { statusId: SENT });
    await world.pass(7 * 60 * MINUTE);
    order(world, { statusId: SENT });
    await world.pass(60 * MINUTE);
    expect(lists() - before).toBeGreaterThanOrEqual(1);
  });

  it('waits for the first document that a person sends', async () => {
    const world = await createWorld({ settings: { stateFieldId: STATE_FIELD, savePdf: false } });
    const { hindrances } = await saveRules(world, [{ effects: [{ kind: 'note', text: 'Tak' }, ISSUE] }]);
    expect(hindrances).toEqual({ [world.accountId]: 'no-first' });
    await world.pass(MINUTE);
    const id = order(world, { statusId: SENT });
    await world.pass(30 * MINUTE);
    expect(await told(world)).toEqual([]);
    await world.send('1001', 'd77');
    await world.pass(10 * MINUTE);
    expect(notesOf(world, id)).toEqual(['Tak']);
  });
});

describe('an order', () => {
  it('that is gone is said to be, after some tries', async () => {
    const world = await createRuleWorld();
    const id = order(world, { statusId: SENT });
    const fault = world.network.arm({ path: `/api/v1/orders/${id}` }, { kind: 'drop', when: 'before' });
    await world.pass(3 * MINUTE);
    world.panel.orders.delete(id);
    fault.remove();
    await world.pass(DAY);
    expect(await said(world)).toEqual([`o${id} rule-order-gone`]);
    expect(await pending(world)).toBe(0);
  });

  it('that cannot be read is said once, waits, and keeps no other one back', async () => {
    const world = await createRuleWorld();
    const id = order(world, { statusId: SENT });
    const fault = world.network.arm({ path: `/api/v1/orders/${id}` }, { kind: 'truncated' });
    const other = order(world, { statusId: SENT });
    await world.pass(30 * MINUTE);
    expect(notesOf(world, other)).toEqual(['Tak']);
    expect(await said(world)).toContain(`o${id} rule-order-unreadable`);
    fault.remove();
    await world.pass(DAY);
    expect(notesOf(world, id)).toEqual(['Tak']);
    expect((await said(world)).filter((line) => line.includes('unreadable'))).toHaveLength(1);
  });

  it('for which the panel always fails keeps no other one back, and is not asked for all the time', async () => {
    const world = await createRuleWorld();
    const id = order(world, { statusId: SENT });
    const fault = world.network.arm({ path: `/api/v1/orders/${id}` }, { kind: 'status', status: 500, body: 'x' });
    const other = order(world, { statusId: SENT });
    await world.pass(30 * MINUTE);
    expect(notesOf(world, other)).toEqual(['Tak']);
    const asked = world.network.passed.filter(({ target }) => target.startsWith(`/api/v1/orders/${id}`));
    expect(asked.length).toBeLessThan(20);
    fault.remove();
    await world.pass(15 * MINUTE);
    expect(notesOf(world, id)).toEqual(['Tak']);
  });
});

it('a full disk loses nothing, and is not asked again and again', async () => {
  const world = await createRuleWorld();
  world.full = true;
  const id = order(world, { statusId: SENT });
  const before = world.network.passed.length;
  await world.pass(30 * MINUTE);
  expect(world.network.passed.length - before).toBeLessThan(60);
  expect(notesOf(world, id)).toEqual([]);
  world.full = false;
  await world.pass(15 * MINUTE);
  expect(notesOf(world, id)).toEqual(['Tak']);
});

it('a disk that fills up before a run has it decided later, and the panel is not asked all the time', async () => {
  const world = await createRuleWorld();
  const id = order(world, { statusId: SENT });
  world.life().watched = (name) => {
    if (name === 'before runs.create') world.full = true;
  };
  await world.pass(3 * MINUTE);
  expect(world.full).toBe(true);
  const asked = world.network.passed.length;
  await world.pass(10 * MINUTE);
  expect(world.network.passed.length - asked).toBeLessThan(30);
  world.life().watched = null;
  world.full = false;
  await world.pass(5 * MINUTE);
  expect(notesOf(world, id)).toEqual(['Tak']);
});

it('a disk that fills up behind a run has nothing of it begin', async () => {
  const world = await createRuleWorld();
  const id = order(world, { statusId: SENT });
  const { runs } = world.store;
  world.life().watched = (name) => {
    if (name === 'after runs.create') world.full = true;
  };
  await world.pass(20 * MINUTE);
  expect(await runs.get(['demo', 'r1', `o${Number(id)}`])).toMatchObject({ effects: [{ standing: 'due' }] });
  expect(notesOf(world, id)).toEqual([]);
  world.life().watched = null;
  world.full = false;
  await world.pass(5 * MINUTE);
  expect(notesOf(world, id)).toEqual(['Tak']);
});

it('the log names rules, and no buyer', async () => {
  const world = await createRuleWorld(() => [
    {
      effects: [
        { kind: 'note', text: '{nabywca}' },
        { kind: 'status', statusId: '5' },
        { kind: 'email', text: '', mailbox: '', template: '' },
      ],
    },
  ]);
  const id = order(world, { statusId: SENT, email: 'jan.tajny@example.com', comment: 'Tajny komentarz' });
  world.network.arm(
    { method: 'PUT', path: `/api/v1/orders/${id}` },
    {
      kind: 'status',
      status: 400,
      body: JSON.stringify({ message: `Klient jan.tajny@example.com nie istnieje` }),
    },
  );
  await world.pass(10 * MINUTE);
  expect(await said(world)).not.toEqual([]);
  const found = world.panel.orders.get(id);
  const log = JSON.stringify(await world.store.log.page({ before: null, limit: 500 }));
  for (const secret of ['tajny', 'Tajny', 'nie istnieje', found?.email ?? '-'])
    expect(log, secret).not.toContain(secret);
});
