/** What a person asks of `Automatyzacje`. */
import { describe, expect, it } from 'vitest';
import type { CommandName, Message, RulesView, TriedVerdict } from '../../../../utils/messages/index.ts';
import { json } from '../troubles.ts';
import { createWorld, MINUTE, PANEL, reasonOf, VIEW, type World } from '../world.ts';
import { createRuleWorld, notesOf, order, PAID, ruleOf, runsOf, SENT, said, saveRules, told } from './scene.ts';

const get = (world: World): Promise<RulesView> => world.tell<'rules.get'>({ type: 'rules.get', panel: 'demo' }, VIEW);
const sinceOf = ({ set }: RulesView): readonly (number | null)[] => set.rules.map(({ since }) => since);

describe('rules', () => {
  it('are none at first', async () => {
    const world = await createWorld();
    expect(await get(world)).toEqual({
      set: { panel: 'demo', match: 'all', rules: [], revision: 0 },
      problems: [],
      hindrances: {},
    });
  });

  it('that somebody else has saved meanwhile are not written over', async () => {
    const world = await createRuleWorld();
    const save = (revision: number, name: string) =>
      world.ask<'rules.save'>(
        { type: 'rules.save', panel: 'demo', revision, draft: { match: 'first', rules: [ruleOf(world, { name })] } },
        VIEW,
      );
    expect(reasonOf(await save(0, 'Spóźniona'))).toMatchObject({ code: 'account-changed' });
    expect(reasonOf(await save(2, 'Za wczesna'))).toMatchObject({ code: 'account-changed' });
    const { set } = await get(world);
    expect(set).toMatchObject({ revision: 1, match: 'all', rules: [{ name: 'Pierwsza' }] });
    expect(await save(1, 'Nowa')).toMatchObject({ ok: true, value: { set: { revision: 2, match: 'first' } } });
  });

  it('that do not fit on the disk are said not to be stored', async () => {
    const world = await createRuleWorld();
    world.full = true;
    const draft = { match: 'all' as const, rules: [] };
    const reply = await world.ask<'rules.save'>({ type: 'rules.save', panel: 'demo', revision: 1, draft }, VIEW);
    expect(reasonOf(reply)).toMatchObject({ code: 'storage-full' });
    world.full = false;
    expect((await get(world)).set.rules).toHaveLength(1);
  });

  it('are on since they were switched on, or since they ask for something else', async () => {
    const world = await createRuleWorld(() => [{}, { id: 'r2', name: 'Druga', isOn: false }]);
    const [first] = sinceOf(await get(world));
    expect(sinceOf(await get(world))).toEqual([expect.any(Number), null]);
    await world.pass(10 * MINUTE);
    const renamed = await saveRules(world, [
      { name: 'Inna', conditions: { hasNip: true }, effects: [{ kind: 'note', text: 'inna' }] },
      { id: 'r2', name: 'Druga' },
    ]);
    expect(sinceOf(renamed)).toEqual([first, expect.any(Number)]);
    expect(sinceOf(renamed)[1]).toBeGreaterThan(first ?? 0);
    await world.pass(10 * MINUTE);
    const other = sinceOf(await saveRules(world, [{ trigger: { kind: 'status', statusId: PAID } }, { id: 'r2' }]));
    expect(other[0]).toBeGreaterThan(first ?? 0);
    expect(other[1]).toBe(sinceOf(renamed)[1]);
    const off = await saveRules(world, [{ isOn: false, trigger: { kind: 'status', statusId: PAID } }, { id: 'r2' }]);
    expect(sinceOf(off)[0]).toBeNull();
    await world.pass(MINUTE);
    const again = await saveRules(world, [{ trigger: { kind: 'status', statusId: PAID } }, { id: 'r2' }]);
    expect(sinceOf(again)[0]).toBeGreaterThan(other[0] ?? 0);
  });

  it('are heard of no page of a panel', async () => {
    const world = await createRuleWorld();
    const id = order(world, { statusId: SENT });
    await world.pass(3 * MINUTE);
    const draft = { match: 'all' as const, rules: [] };
    const ref = { panel: 'demo', ruleId: 'r1', key: `o${Number(id)}`, effect: 0 } as const;
    const messages: readonly Message<CommandName>[] = [
      { type: 'rules.get', panel: 'demo' },
      { type: 'rules.save', panel: 'demo', revision: 1, draft },
      { type: 'rules.try', panel: 'demo', draft },
      { type: 'rules.runs', panel: 'demo', before: null },
      { type: 'rules.again', ...ref },
      { type: 'rules.drop', ...ref },
    ];
    for (const speaker of [PANEL, { kind: 'stranger' } as const])
      for (const message of messages) expect((await world.ask(message, speaker)).ok, message.type).toBe(false);
    expect((await get(world)).set.rules).toHaveLength(1);
  });
});

describe('the dry run', () => {
  it('says of each order what each rule would do, and neither writes nor sends anything', async () => {
    const world = await createRuleWorld(() => [{}]);
    const acted = order(world, { statusId: SENT });
    await world.pass(3 * MINUTE);
    await saveRules(world, [{ isOn: false }]);
    const would = order(world, { statusId: SENT, comment: 'pilne' });
    const elsewhere = order(world);
    const rules = [
      ruleOf(world),
      ruleOf(world, { id: 'off', name: 'Wyłączona', isOn: false }),
      ruleOf(world, { id: 'unmet', name: 'Pilne', conditions: { comment: 'PILNE' } }),
      ruleOf(world, { id: 'broken', name: 'Zepsuta', effects: [] }),
      ruleOf(world, { id: 'document', name: 'Faktura', trigger: { kind: 'document', seriesId: '1' } }),
    ];
    const passed = world.network.passed.length;
    const kept = async () => [await runsOf(world), await said(world)];
    const before = await kept();
    const tried = async (match: 'all' | 'first') => {
      const reply = await world.tell<'rules.try'>({ type: 'rules.try', panel: 'demo', draft: { match, rules } }, VIEW);
      return (id: string): Readonly<Record<string, TriedVerdict>> =>
        Object.fromEntries(
          (reply.rows.find(({ orderId }) => orderId === id)?.verdicts ?? []).map(({ ruleId, verdict }) => [
            ruleId,
            verdict,
          ]),
        );
    };
    const all = await tried('all');
    expect(all(acted)).toEqual({
      r1: { kind: 'fired' },
      off: { kind: 'off' },
      unmet: { kind: 'not-met', condition: 'comment' },
      broken: { kind: 'broken' },
      document: { kind: 'not-now' },
    });
    expect(all(would)).toMatchObject({
      r1: { kind: 'fires' },
      unmet: { kind: 'fires' },
      document: { kind: 'not-now' },
    });
    expect(all(elsewhere)).toMatchObject({ r1: { kind: 'not-now' }, unmet: { kind: 'not-now' } });
    expect(all('1001')).toMatchObject({ document: { kind: 'fires' } });
    expect((await tried('first'))(would)).toMatchObject({
      r1: { kind: 'fires' },
      unmet: { kind: 'after', first: 'Pierwsza' },
    });
    expect(world.network.passed.slice(passed).filter(({ method }) => method !== 'GET')).toEqual([]);
    await world.pass(10 * MINUTE);
    expect(notesOf(world, would)).toEqual([]);
    expect(await kept()).toEqual(before);
    expect((await get(world)).set.rules).toHaveLength(1);
  });

  it('shows at most fifty orders, and refuses where the panel does not answer', async () => {
    const world = await createRuleWorld();
    for (let many = 0; many < 70; many += 1) order(world);
    const ask = { type: 'rules.try', panel: 'demo', draft: { match: 'all', rules: [ruleOf(world)] } } as const;
    expect((await world.tell<'rules.try'>(ask, VIEW)).rows).toHaveLength(50);
    world.network.arm({ path: '/orders' }, { kind: 'offline' });
    expect((await world.ask<'rules.try'>(ask, VIEW)).ok).toBe(false);
  });
});

describe('what rules have done', () => {
  it('is shown newest first, page by page', async () => {
    const world = await createRuleWorld();
    const ids = Array.from({ length: 60 }, () => order(world, { statusId: SENT, payment: { paid: '0' } }));
    await world.pass(30 * MINUTE);
    const page = async (before: Message<'rules.runs'>['before']) =>
      world.tell<'rules.runs'>({ type: 'rules.runs', panel: 'demo', before }, VIEW);
    const first = await page(null);
    const second = await page(first.next);
    expect([first.runs.length, second.runs.length, second.next]).toEqual([50, 10, null]);
    const shown = [...first.runs, ...second.runs].map(({ orderId }) => orderId);
    expect(new Set(shown)).toEqual(new Set(ids));
  });
});

/** A note that the panel refuses, beside a field that it does not have room for. */
async function withLeft(): Promise<{ readonly world: World; readonly id: string; readonly mend: () => void }> {
  const world = await createRuleWorld(() => [
    {
      effects: [
        { kind: 'note', text: 'Tak' },
        { kind: 'status', statusId: '5' },
      ],
    },
  ]);
  const id = order(world, { statusId: SENT });
  const fault = world.network.arm({ method: 'POST', path: '/api/v1/notes$' }, json(400, { message: 'nie' }));
  await world.pass(5 * MINUTE);
  return { world, id, mend: () => fault.remove() };
}

describe('what only a person can decide', () => {
  const ref = (id: string, effect = 0) => ({ panel: 'demo', ruleId: 'r1', key: `o${Number(id)}` as const, effect });
  const attention = async (world: World): Promise<number> =>
    (await world.tell<'rules.runs'>({ type: 'rules.runs', panel: 'demo', before: null }, VIEW)).attention;

  it('is counted, and keeps nothing behind it back', async () => {
    const { world, id } = await withLeft();
    expect(await told(world)).toEqual([`r1/o${id}: note left rule-refused, status done`]);
    expect(await attention(world)).toBe(1);
  });

  it('is done again when a person says so', async () => {
    const { world, id, mend } = await withLeft();
    mend();
    await world.tell<'rules.again'>({ type: 'rules.again', ...ref(id) }, VIEW);
    await world.pass(2 * MINUTE);
    expect(notesOf(world, id)).toEqual(['Tak']);
    expect(await told(world)).toEqual([`r1/o${id}: note done, status done`]);
    expect(await attention(world)).toBe(0);
    expect(await said(world)).toContain(`o${id} rule-asked-again Pierwsza note`);
  });

  it('is let be when a person says so, for good', async () => {
    const { world, id, mend } = await withLeft();
    mend();
    await world.tell<'rules.drop'>({ type: 'rules.drop', ...ref(id) }, VIEW);
    await world.tell<'rules.again'>({ type: 'rules.again', ...ref(id) }, VIEW);
    await world.pass(60 * MINUTE);
    expect(notesOf(world, id)).toEqual([]);
    expect(await told(world)).toEqual([`r1/o${id}: note dropped, status done`]);
    expect(await attention(world)).toBe(0);
    expect((await said(world)).filter((line) => line.includes('asked-again'))).toEqual([]);
  });

  it.each(['due', 'begun', 'done', 'dropped'] as const)('is none of what is %s', async (standing) => {
    const { world, id, mend } = await withLeft();
    mend();
    const { key, ruleId } = ref(id);
    await world.store.runs.change(['demo', ruleId, key], (run) => ({
      ...run,
      effects: run.effects.map((each) => ({ ...each, standing, at: world.clock.now() + 60 * MINUTE })),
    }));
    const before = await runsOf(world);
    await world.tell<'rules.again'>({ type: 'rules.again', ...ref(id) }, VIEW);
    await world.tell<'rules.drop'>({ type: 'rules.drop', ...ref(id) }, VIEW);
    await world.pass(2 * MINUTE);
    expect(await runsOf(world)).toEqual(before);
    expect(notesOf(world, id)).toEqual([]);
  });

  it('is let be while it waits as well, and is not asked for again', async () => {
    const { world, id, mend } = await withLeft();
    mend();
    const { key, ruleId } = ref(id);
    await world.store.runs.change(['demo', ruleId, key], (run) => ({
      ...run,
      effects: run.effects.map((each) => ({
        ...each,
        standing: each.effect.kind === 'note' ? 'waits' : each.standing,
        at: world.clock.now() + 60 * MINUTE,
      })),
    }));
    const before = await runsOf(world);
    await world.tell<'rules.again'>({ type: 'rules.again', ...ref(id) }, VIEW);
    expect(await runsOf(world)).toEqual(before);
    await world.tell<'rules.drop'>({ type: 'rules.drop', ...ref(id) }, VIEW);
    expect(await told(world)).toEqual([`r1/o${id}: note dropped, status done`]);
  });

  it('of a run that is not there changes nothing', async () => {
    const world = await createRuleWorld();
    for (const type of ['rules.again', 'rules.drop'] as const)
      expect(await world.ask({ type, ...ref('1', 7) }, VIEW)).toEqual({ ok: true, value: null });
    expect(await runsOf(world)).toEqual([]);
  });
});
