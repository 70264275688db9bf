/** `Utwórz korektę`: from a sent invoice to its correction in iFirma, once, to the grosz, with its PDF in the order. */
import { describe, expect, it } from 'vitest';
import type { CorrectionChoice } from '../../../../utils/messages/index.ts';
import { createWorld, MINUTE, type World } from '../world.ts';

const REF = { orderId: '1001', key: 'd77' } as const;
const choose = (lines: CorrectionChoice['lines'], over: Partial<CorrectionChoice> = {}): CorrectionChoice => ({
  lines,
  reason: null,
  conditionsMet: true,
  ...over,
});

async function sent(): Promise<World> {
  const world = await createWorld();
  await world.send('1001', 'd77');
  return world;
}

const corrections = ({ ifirma }: World) => ifirma.booked().filter(({ corrects }) => corrects !== null);
const preview = (world: World, choice: CorrectionChoice) =>
  world.tell<'correction.preview'>({ type: 'correction.preview', ...REF, choice });
const correct = (world: World, choice: CorrectionChoice, confirm: readonly string[] = []) =>
  world.tell<'correct'>({ type: 'correct', ...REF, choice, confirm });

async function correctionOf(world: World, choice: CorrectionChoice) {
  const { documents } = await correct(world, choice);
  const found = documents.find(({ key }) => key.startsWith('c'));
  if (found === undefined) throw new Error('the card shows no correction');
  return found;
}

describe('a sent invoice', () => {
  it('offers the correction, and says what it would come to without sending anything', async () => {
    const world = await sent();
    const [view] = (await world.tell<'state'>({ type: 'state', orderId: '1001', key: null, fresh: false })).documents;
    expect(view?.actions).toContain('correct');
    const shown = await preview(world, choose([{ line: 0, quantity: 0 }]));
    expect(shown).toMatchObject({ number: view?.ifirmaNumber, reason: 'ZWR_SPRZ_TOW', as: 'choice', findings: [] });
    expect(shown.lines[0]).toMatchObject({ after: { quantity: 0 } });
    expect(shown.difference).toBe((shown.after ?? 0) - (shown.before ?? 0));
    expect(corrections(world)).toEqual([]);
  });

  it('is read once while a person tries out what to correct, and anew after a minute or once something was sent', async () => {
    const world = await sent();
    const asked = () => world.network.passed.filter(({ host }) => host === 'www.ifirma.pl').length;
    await preview(world, choose([{ line: 0, quantity: 0 }]));
    const before = asked();
    const other = await preview(world, choose([{ line: 1, quantity: 0 }]));
    expect(asked()).toBe(before);
    expect(other.lines[1]).toMatchObject({ after: { quantity: 0 } });
    world.clock.advance(61_000);
    await preview(world, choose([{ line: 1, quantity: 0 }]));
    expect(asked()).toBeGreaterThan(before);
    await correct(world, choose([{ line: 0, quantity: 0 }]));
    const [booked] = corrections(world);
    const next = await preview(world, choose([{ line: 1, quantity: 0 }]));
    expect(next.before).toBe(booked?.gross);
  });

  it('of which a line came back: the correction says what is left, and the difference is ours to the grosz', async () => {
    const world = await sent();
    const choice = choose([{ line: 0, quantity: 0 }]);
    const shown = await preview(world, choice);
    const view = await correctionOf(world, choice);
    const [booked, ...more] = corrections(world);
    expect(more).toEqual([]);
    expect(booked).toMatchObject({ gross: shown.after, difference: shown.difference });
    expect(view).toMatchObject({ state: 'done', step: null, ifirmaNumber: booked?.number, attached: 'verified' });
    // A correction of a correction is nothing that iFirma takes (ifirma-api 4.1).
    expect(view.actions).not.toContain('correct');
  });

  it('of which everything came back: nothing is left of it', async () => {
    const world = await sent();
    const { lines } = await preview(world, choose([]));
    await correctionOf(world, choose(lines.map((_, line) => ({ line, quantity: 0 }))));
    expect(corrections(world)).toMatchObject([{ gross: 0 }]);
  });

  it('of which nothing came back is not corrected', async () => {
    const world = await sent();
    expect(await correctionOf(world, choose([]))).toMatchObject({
      state: 'incomplete',
      findings: [{ code: 'correction-nothing-changes' }],
    });
    expect(corrections(world)).toEqual([]);
  });

  it('gets its PDF into the field for corrections, beside that of the invoice', async () => {
    const world = await sent();
    await correctionOf(world, choose([{ line: 0, quantity: 0 }]));
    const files = (fieldId: string) => world.panel.orders.get('1001')?.files.get(fieldId)?.length ?? 0;
    expect([files('12'), files('14')]).toEqual([1, 1]);
  });
});

describe('once', () => {
  it('the same correction from two tabs at the same moment is one', async () => {
    const world = await sent();
    const choice = choose([{ line: 0, quantity: 0 }]);
    await Promise.all([correct(world, choice), correct(world, choice)]);
    await world.pass(MINUTE);
    expect(corrections(world)).toHaveLength(1);
  });

  it('two different ones at the same moment: the second is told that one is on its way', async () => {
    const world = await sent();
    const [one, other] = await Promise.all([
      world.ask<'correct'>({ type: 'correct', ...REF, choice: choose([{ line: 0, quantity: 0 }]), confirm: [] }),
      world.ask<'correct'>({ type: 'correct', ...REF, choice: choose([{ line: 1, quantity: 0 }]), confirm: [] }),
    ]);
    expect([one.ok, other.ok].filter(Boolean)).toHaveLength(1);
    expect(corrections(world)).toHaveLength(1);
  });

  it('a second correction is asked about first, and then goes on from what the first has left', async () => {
    const world = await sent();
    await correctionOf(world, choose([{ line: 0, quantity: 0 }]));
    const shown = await preview(world, choose([{ line: 1, quantity: 0 }]));
    const [first] = corrections(world);
    expect(shown).toMatchObject({ findings: [{ code: 'corrected-before' }], before: first?.gross });
    expect(shown.earlier).toEqual([first?.number]);
    const confirm = shown.findings.flatMap(({ evidence }) => evidence ?? []);
    await correct(world, choose([{ line: 1, quantity: 0 }]), confirm);
    expect(corrections(world)).toMatchObject([{}, { gross: shown.after, difference: shown.difference }]);
  });

  it('an answer that was lost leaves it uncertain for as long as the list does not show it, and it is never sent again', async () => {
    const world = await sent();
    world.network.arm({ method: 'POST', times: 1 }, { kind: 'drop', when: 'after' });
    await correct(world, choose([{ line: 0, quantity: 0 }]));
    await world.pass(30 * MINUTE);
    const { documents } = await world.tell<'state'>({ type: 'state', orderId: '1001', key: null, fresh: false });
    const view = documents.find(({ key }) => key.startsWith('c'));
    expect(corrections(world)).toHaveLength(1);
    expect(['uncertain', 'done']).toContain(view?.state);
    expect(view?.actions).not.toContain('resend');
  });

  it('a POST that never arrived is not sent again either: only a person can say', async () => {
    const world = await sent();
    world.network.arm({ method: 'POST', times: 1 }, { kind: 'drop', when: 'before' });
    await correct(world, choose([{ line: 0, quantity: 0 }]));
    await world.pass(24 * 60 * MINUTE);
    const { documents } = await world.tell<'state'>({ type: 'state', orderId: '1001', key: null, fresh: false });
    const view = documents.find(({ key }) => key.startsWith('c'));
    expect(view).toMatchObject({ state: 'uncertain', reason: { code: 'correction-unclear' } });
    expect(view?.actions).toContain('link');
    expect(view?.actions).not.toContain('resend');
    expect(corrections(world)).toEqual([]);
  });
});
