import { beforeEach, describe, expect, it } from 'vitest';
import type { RuleEffect } from '../../../../../utils/invoice/rules/rule.ts';
import { json, PUT } from '../../troubles.ts';
import { change, createScene, issue, type Scene, said } from './scene.ts';

let scene: Scene;
beforeEach(async () => {
  scene = await createScene();
});
const puts = () => scene.world.network.passed.filter(({ method }) => method === 'PUT').map(({ body }) => body);
/** A PUT that does the work, whose answer is lost. */
const LOST = { kind: 'drop', when: 'after' } as const;

describe('the status of an order', () => {
  const STATUS: RuleEffect = { kind: 'status', statusId: '4' };
  const statusOf = () => scene.world.panel.orders.get('1001')?.statusId;

  it('is set in a PUT of its own', async () => {
    expect(await scene.run(STATUS)).toEqual({ outcome: { kind: 'done' }, begun: null });
    expect(puts()).toEqual(['{"status":"4"}']);
    expect(statusOf()).toBe('4');
  });

  it('that is so already is not set again', async () => {
    await scene.run(STATUS);
    expect(said(await scene.outcome(STATUS))).toBe('done rule-already');
    expect(puts()).toHaveLength(1);
  });

  it('whose answer was lost is looked at, and set once', async () => {
    scene.world.network.arm(PUT, LOST);
    expect((await scene.outcome(STATUS)).kind).toBe('later');
    scene.world.network.mend();
    expect(said(await scene.outcome(STATUS))).toBe('done rule-already');
    expect(puts()).toHaveLength(1);
  });

  it('that the order does not show was not kept', async () => {
    scene.world.network.arm(PUT, json(200, { message: 'success', id: 1001 }));
    expect(said(await scene.outcome(STATUS))).toBe('left rule-not-kept');
  });

  it('that the panel does not know is its no', async () => {
    expect(await scene.outcome({ kind: 'status', statusId: '77' })).toEqual({
      kind: 'left',
      reason: { code: 'rule-refused', params: { status: '400', text: 'Unknown status' } },
    });
  });
});

describe('a text field of an order', () => {
  const FIELD: RuleEffect = { kind: 'field', fieldId: '15', text: 'iFirma {numer_ifirma}, zamówienie {zamowienie}' };
  const text = () => scene.world.panel.text('1001', '15');
  const byHand = (held: string) => scene.world.panel.orders.get('1001')?.texts.set('15', held);

  it('gets the text, with what its placeholders stand for', async () => {
    const { number } = await issue(scene);
    expect(await scene.run(FIELD)).toEqual({ outcome: { kind: 'done' }, begun: null });
    expect(text()).toBe(`iFirma ${number}, zamówienie 1001`);
  });

  it('that says it already is left as it is', async () => {
    byHand('iFirma ,\r\nzamówienie 1001');
    expect(said(await scene.outcome(FIELD))).toBe('done rule-already');
    expect(puts()).toEqual([]);
  });

  it('in which somebody has written something else is left as it is', async () => {
    byHand('Ważne!');
    expect(said(await scene.outcome(FIELD))).toBe('left rule-field-filled');
    expect(text()).toBe('Ważne!');
    expect(puts()).toEqual([]);
  });

  it('whose answer was lost is looked at, and written once', async () => {
    scene.world.network.arm(PUT, LOST);
    expect((await scene.outcome(FIELD)).kind).toBe('later');
    scene.world.network.mend();
    expect(said(await scene.outcome(FIELD))).toBe('done rule-already');
    expect(puts()).toHaveLength(1);
  });

  it('that the panel swallows was not kept', async () => {
    expect(said(await scene.outcome({ ...FIELD, fieldId: '99' } as RuleEffect))).toBe('left rule-not-kept');
  });

  it('that is to say the number of KSeF waits for it', async () => {
    await issue(scene);
    const effect: RuleEffect = { kind: 'field', fieldId: '15', text: '{numer ksef}' };
    await change(scene, 'd77', (stored) => ({
      ...stored,
      ksef: { asked: 'series', standing: 'wanted', beganAt: null, polls: 0, reason: null },
    }));
    expect(said(await scene.outcome(effect))).toBe('waits rule-awaits-ksef');
    await change(scene, 'd77', (stored) => ({ ...stored, ksefNumber: 'X-1' }));
    expect(said(await scene.outcome(effect))).toBe('done');
    expect(text()).toBe('X-1');
  });
});

describe('whatever is written into an order', () => {
  const EFFECTS: readonly RuleEffect[] = [
    { kind: 'status', statusId: '4' },
    { kind: 'field', fieldId: '15', text: 'x' },
  ];

  it.each(EFFECTS)('needs one: $kind', async (effect) => {
    expect(said(await scene.outcome(effect, { orderId: null }))).toBe('left rule-no-order');
    expect(said(await scene.outcome(effect, { orderId: '99999' }))).toBe('left rule-order-gone');
  });

  it.each(EFFECTS)('goes on by itself once the key or the panel is well again: $kind', async (effect) => {
    scene.world.network.arm(PUT, json(401, { message: 'Unknown user' }));
    expect(said(await scene.outcome(effect))).toBe('later sellasist-key');
    scene.world.network.mend();
    scene.world.network.arm(PUT, { kind: 'html' });
    expect(said(await scene.outcome(effect))).toBe('later sellasist-unreadable');
    scene.world.network.mend();
    scene.world.network.arm(PUT, { kind: 'redirect', location: 'https://example.com', when: 'before' });
    expect((await scene.outcome(effect)).kind).toBe('later');
    scene.world.network.mend();
    expect(said(await scene.outcome(effect))).toMatch(/^done/);
  });
});
