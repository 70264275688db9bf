import { describe, expect, it } from 'vitest';
import { type KsefMode, ksefAsked } from '../../../../../utils/invoice/ksef.ts';
import type { RuleEffect } from '../../../../../utils/invoice/rules/rule.ts';
import { posts, seriesOf } from '../../ksef/scene.ts';
import { change, createScene, issue, linkedElsewhere, type Scene, said } from './scene.ts';

const KSEF: RuleEffect = { kind: 'ksef' };

const shop = (mode: KsefMode): Promise<Scene> => createScene({ series: { '1': seriesOf(mode) } });

describe('a rule that sends to KSeF', () => {
  it('has it sent as if the series said so, once', async () => {
    const scene = await shop('manual');
    await issue(scene);
    expect(posts(scene.world)).toEqual([]);
    expect(await scene.run(KSEF)).toEqual({ outcome: { kind: 'done' }, begun: null });
    expect((await scene.world.transfer('d77')).ksef).toMatchObject({ asked: 'series', standing: 'wanted' });
    expect(said(await scene.outcome(KSEF))).toBe('done rule-already');
    await scene.world.restart();
    await scene.world.pass(600_000);
    expect(posts(scene.world)).toHaveLength(1);
    expect((await scene.world.transfer('d77')).ksef).toMatchObject({ standing: 'accepted' });
    expect(said(await scene.outcome(KSEF))).toBe('done rule-already');
  });

  it('leaves a line in the log that a rule did it', async () => {
    const scene = await shop('manual');
    await issue(scene);
    await scene.run(KSEF);
    const log = await scene.world.store.log.ofDocument('demo', 'd77', 100);
    expect(log.map(({ event }) => event)).toContain('rule');
  });

  it('waits for a person where iFirma wrote something otherwise', async () => {
    const scene = await shop('manual');
    await issue(scene);
    await change(scene, 'd77', (stored) => ({
      ...stored,
      findings: [{ code: 'sum-differs', path: 'total', params: { theirs: '1' } }],
    }));
    expect(said(await scene.outcome(KSEF))).toBe('done');
    expect((await scene.world.transfer('d77')).ksef).toMatchObject({ standing: 'held' });
    await scene.world.restart();
    await scene.world.pass(600_000);
    expect(posts(scene.world)).toEqual([]);
  });

  it('leaves it to a person who asked for it at the same moment', async () => {
    const scene = await shop('manual');
    await issue(scene);
    const { documents } = scene.world.store;
    const { get } = documents;
    Object.assign(documents, {
      get: async (panel: string, id: string) => {
        await change(scene, 'd77', (stored) => ({ ...stored, ksef: { ...ksefAsked('person'), standing: 'sent' } }));
        return get(panel, id);
      },
    });
    expect(said(await scene.outcome(KSEF))).toBe('done');
    expect((await scene.world.transfer('d77')).ksef).toMatchObject({ asked: 'person', standing: 'sent' });
  });

  it('does nothing in a series that does not go there', async () => {
    const scene = await shop('off');
    await issue(scene);
    expect(said(await scene.outcome(KSEF))).toBe('left rule-ksef-off');
    expect((await scene.world.transfer('d77')).ksef ?? null).toBeNull();
  });

  it('does nothing with an invoice of another computer, and waits for one that is not there', async () => {
    const scene = await shop('manual');
    expect(said(await scene.outcome(KSEF))).toBe('waits rule-awaits-invoice');
    await issue(scene);
    await linkedElsewhere(scene);
    expect(said(await scene.outcome(KSEF))).toBe('left rule-not-issued-here');
  });

  it('is tried later where nothing can be stored', async () => {
    const scene = await shop('manual');
    await issue(scene);
    const { transfers } = scene.world.store;
    Object.assign(transfers, { change: async () => ({ ok: false, why: 'full' }) });
    expect(said(await scene.outcome(KSEF))).toBe('later storage-full');
  });
});
