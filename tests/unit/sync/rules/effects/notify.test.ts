import { beforeEach, expect, it } from 'vitest';
import type { RuleEffect } from '../../../../../utils/invoice/rules/rule.ts';
import { createScene, type Scene, said } from './scene.ts';

const NOTIFY: RuleEffect = { kind: 'notify' };

let scene: Scene;
beforeEach(async () => {
  scene = await createScene();
});

it('the browser says which rule acted on which order, and nothing of the buyer', async () => {
  expect(await scene.run(NOTIFY)).toEqual({ outcome: { kind: 'done' }, begun: { payment: null } });
  expect(scene.world.ruleNotices).toEqual([{ kind: 'rule', language: 'pl', rule: 'Po wystawieniu', about: '1001' }]);
});

it('speaks English where Mostek does, and of a document where there is no order', async () => {
  await scene.world.tell<'language.set'>({ type: 'language.set', language: 'en' }, { kind: 'view' });
  await scene.run(NOTIFY, { orderId: null });
  expect(scene.world.ruleNotices).toMatchObject([{ language: 'en', about: 'd77' }]);
});

it('is left where the browser does not allow it', async () => {
  scene.world.showsNotices = false;
  expect(said(await scene.outcome(NOTIFY))).toBe('left rule-notify-off');
});

it('is not shown twice by itself', async () => {
  expect(said(await scene.outcome(NOTIFY, { begun: { payment: null } }))).toBe('left rule-cut');
  expect(scene.world.ruleNotices).toEqual([]);
});

it('is not shown when its intent could not be stored', async () => {
  expect(said(await scene.outcome(NOTIFY, { begins: false }))).toBe('later storage-full');
  expect(scene.world.ruleNotices).toEqual([]);
});
