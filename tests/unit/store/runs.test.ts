/** What rules have done, as the database keeps it. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { EffectStanding, RuleRun, RunEffect } from '../../../utils/invoice/rules/run.ts';
import type { RunPlace } from '../../../utils/store/runs.ts';
import { exampleEntry, exampleRun, exampleRunEffect, openExample, PANEL } from './examples.ts';

const KEY = [PANEL, 'regula-1', 'd77'] as const;

const standing = (name: EffectStanding, at = 1_000): RunEffect => exampleRunEffect({ standing: name, at });
const idsOf = (runs: readonly RuleRun[]): readonly string[] => runs.map(({ ruleId, key }) => `${ruleId}/${key}`);

describe('a run', () => {
  it('is stored once with its lines of the log; a second one changes nothing and says nothing', async () => {
    const store = await openExample();
    expect(await store.runs.get(KEY)).toBeNull();
    const run = exampleRun();
    expect(await store.runs.create(run, [exampleEntry({ at: 1 }), exampleEntry({ at: 2 })])).toEqual({
      ok: true,
      isNew: true,
    });
    const other = exampleRun({ ruleName: 'Inna', effects: [standing('done')] });
    expect(await store.runs.create(other, [exampleEntry({ at: 3 })])).toEqual({ ok: true, isNew: false });
    expect(await store.runs.get(KEY)).toEqual(run);
    const { rows } = await store.log.page({ before: null, limit: 5 });
    expect(rows.map(({ at }) => at)).toEqual([2, 1]);
  });

  it('is the one of its panel, its rule and its document', async () => {
    const store = await openExample();
    const runs = [
      exampleRun(),
      exampleRun({ panel: 'outlet' }),
      exampleRun({ ruleId: 'regula-2' }),
      exampleRun({ key: 'o1001' }),
    ];
    for (const run of runs) expect(await store.runs.create(run, [])).toEqual({ ok: true, isNew: true });
    for (const run of runs) expect(await store.runs.get([run.panel, run.ruleId, run.key])).toEqual(run);
    expect(idsOf(await store.runs.ofOrder(PANEL, '1001'))).toEqual(['regula-1/d77', 'regula-1/o1001', 'regula-2/d77']);
    expect(await store.runs.ofOrder(PANEL, '1002')).toEqual([]);
  });

  it('is changed together with its line, which is told of what it has become', async () => {
    const store = await openExample();
    await store.runs.create(exampleRun(), []);
    const changed = await store.runs.change(
      KEY,
      (run) => ({ ...run, updatedAt: 2_000, effects: [standing('done')] }),
      (run) => exampleEntry({ at: run.updatedAt }),
    );
    const expected = exampleRun({ updatedAt: 2_000, effects: [standing('done')] });
    expect(changed).toEqual({ ok: true, run: expected });
    expect(await store.runs.get(KEY)).toEqual(expected);
    expect((await store.log.page({ before: null, limit: 5 })).rows.map(({ at }) => at)).toEqual([2_000]);
  });

  it('that is not to be changed, or is not there, is left alone, without a line', async () => {
    const store = await openExample();
    const log = () => exampleEntry();
    expect(await store.runs.change(KEY, (run) => ({ ...run, updatedAt: 9 }), log)).toEqual({ ok: true, run: null });
    await store.runs.create(exampleRun(), []);
    expect(await store.runs.change(KEY, () => null, log)).toEqual({ ok: true, run: exampleRun() });
    expect((await store.log.page({ before: null, limit: 5 })).rows).toEqual([]);
  });

  it('whose change fails keeps what it was, and its line is not written either', async () => {
    const store = await openExample();
    await store.runs.create(exampleRun(), []);
    const bug = (): RuleRun => {
      throw new Error('a bug');
    };
    await expect(store.runs.change(KEY, bug, () => exampleEntry())).rejects.toThrow('a bug');
    const lineBug = () => {
      throw new Error('no line');
    };
    await expect(store.runs.change(KEY, (run) => ({ ...run, updatedAt: 9 }), lineBug)).rejects.toThrow('no line');
    expect(await store.runs.get(KEY)).toEqual(exampleRun());
    expect((await store.log.page({ before: null, limit: 5 })).rows).toEqual([]);
  });
});

describe('what is due', () => {
  it('is found by the first of its effects that goes on by itself, the longest waiting first', async () => {
    const store = await openExample();
    const runs: readonly (readonly [string, readonly RunEffect[]])[] = [
      ['done', [standing('done', 5)]],
      ['late', [standing('due', 900)]],
      ['early', [standing('left', 5), standing('waits', 300), standing('due', 700)]],
      ['begun', [standing('begun', 500)]],
      ['none', []],
    ];
    for (const [ruleId, effects] of runs) await store.runs.create(exampleRun({ ruleId, effects }), []);
    expect(idsOf(await store.runs.due(299, 9))).toEqual([]);
    expect(idsOf(await store.runs.due(300, 9))).toEqual(['early/d77']);
    expect(idsOf(await store.runs.due(10_000, 9))).toEqual(['early/d77', 'begun/d77', 'late/d77']);
    expect(idsOf(await store.runs.due(10_000, 2))).toEqual(['early/d77', 'begun/d77']);
    expect(await store.runs.nextDue()).toBe(300);
  });

  it.each<[EffectStanding, number | null]>([
    ['due', 40],
    ['waits', 40],
    ['begun', 40],
    ['done', null],
    ['left', null],
    ['unclear', null],
    ['dropped', null],
  ])('is decided anew with each change: of one that is %s it is %s', async (name, next) => {
    const store = await openExample();
    await store.runs.create(exampleRun(), []);
    await store.runs.change(KEY, (run) => ({ ...run, effects: [standing(name, 40)] }));
    expect(await store.runs.nextDue()).toBe(next);
    expect(await store.runs.due(10_000, 9)).toHaveLength(next === null ? 0 : 1);
  });
});

describe('what needs a person', () => {
  it.each<[string, readonly EffectStanding[], number]>([
    ['nothing of it', ['due', 'waits', 'begun', 'done', 'dropped'], 0],
    ['one that was left', ['done', 'left'], 1],
    ['one whose end nobody knows', ['unclear', 'due'], 1],
    ['two of one run are one', ['left', 'unclear'], 1],
  ])('is counted by run, of all panels: %s', async (_what, standings, count) => {
    const store = await openExample();
    const effects = standings.map((name) => standing(name));
    await store.runs.create(exampleRun({ effects }), []);
    await store.runs.create(exampleRun({ effects, panel: 'outlet' }), []);
    expect(await store.runs.needingPerson()).toBe(2 * count);
    await store.runs.change(KEY, (run) => ({ ...run, effects: [standing('dropped')] }));
    expect(await store.runs.needingPerson()).toBe(count);
  });
});

describe('the newest runs', () => {
  it('are shown page by page, each once, also where many were stored at the same moment', async () => {
    const store = await openExample();
    const made = [3, 2, 2, 2, 2, 1].flatMap((createdAt, at) => [
      exampleRun({ ruleId: `r${at}`, createdAt }),
      exampleRun({ ruleId: `r${at}`, createdAt, key: 'o1001' }),
    ]);
    for (const run of made) await store.runs.create(run, []);
    await store.runs.create(exampleRun({ panel: 'outlet', createdAt: 2 }), []);
    await store.runs.create(exampleRun({ panel: 'sklep2', createdAt: 9 }), []);
    for (const limit of [1, 2, 3, 5, 12, 50]) {
      const shown: RuleRun[] = [];
      let before: RunPlace | null = null;
      for (let page = 0; page < 20; page += 1) {
        const { runs, next }: Awaited<ReturnType<typeof store.runs.recent>> = await store.runs.recent(PANEL, {
          before,
          limit,
        });
        expect(runs.length).toBeLessThanOrEqual(limit);
        shown.push(...runs);
        before = next;
        if (next === null) break;
      }
      expect(new Set(idsOf(shown)).size, `by ${limit}`).toBe(made.length);
      expect(shown, `by ${limit}`).toHaveLength(made.length);
      expect(shown.map(({ createdAt }) => createdAt)).toEqual([3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1]);
    }
  });
});

it('a wipe leaves no run', async () => {
  const store = await openExample();
  await store.runs.create(exampleRun({ effects: [standing('left')] }), [exampleEntry()]);
  const wiped = await store.wipe();
  if (!wiped.ok) throw new Error('not wiped');
  expect(await wiped.next.runs.get(KEY)).toBeNull();
  expect(await wiped.next.runs.needingPerson()).toBe(0);
  expect((await wiped.next.runs.recent(PANEL, { before: null, limit: 5 })).runs).toEqual([]);
});
