import { expect, test, vi } from 'vitest';
import type { Ask } from '../../../components/ask.ts';
import { createModel } from '../../../components/order/model.ts';
import { documentView, ok, orderView, promised } from './order-page.ts';

const open = (headingId: string | null, answer: unknown = promised().promise, unsavedAddress = () => false) => {
  const ask = vi.fn(async (name: string) => (name === 'state' ? ok(orderView([documentView()])) : answer));
  const model = createModel({
    orderId: '1001',
    headingId,
    kind: 'order-card',
    ownKey: null,
    numberOnPage: () => ({ agrees: true }),
    ask: ask as unknown as Ask,
    watch: () => () => {},
    saveFile: () => {},
    now: () => 0,
    unsavedAddress,
  });
  const commands = (): readonly string[] => ask.mock.calls.map(([name]) => name).filter((name) => name !== 'state');
  return { model, commands };
};

test('two presses before anything is drawn are one command', async () => {
  const { model, commands } = open(null);
  await vi.waitUntil(() => model.view.value !== null);
  model.act('send', 'd77');
  model.act('send', 'd77');
  expect(commands()).toEqual(['send']);
});

test('a preview may be looked at while the document is being sent', async () => {
  const { model, commands } = open(null);
  await vi.waitUntil(() => model.view.value !== null);
  model.act('send', 'd77');
  model.act('preview', 'd77');
  model.act('preview', 'd77');
  expect(commands()).toEqual(['send', 'preview']);
});

test('an action that the background does not offer is not asked for', async () => {
  const { model, commands } = open(null);
  await vi.waitUntil(() => model.view.value !== null);
  model.act('resend', 'd77');
  model.act('send', 'd78');
  expect(commands()).toEqual([]);
});

test('nothing is asked for while the heading speaks of another order', async () => {
  const { model, commands } = open('1002');
  await vi.waitUntil(() => model.view.value !== null);
  model.act('send', 'd77');
  model.act('preview', 'd77');
  expect(commands()).toEqual([]);
});

test('an answer that comes after the end changes nothing', async () => {
  const answer = promised<unknown>();
  const { model } = open(null, answer.promise);
  await vi.waitUntil(() => model.view.value !== null);
  model.act('send', 'd77');
  model.stop();
  answer.resolve(ok(orderView([documentView({ state: 'done' })])));
  await vi.waitUntil(() => model.running('d77', 'transfer') === null);
  expect(model.view.value?.documents[0]?.state).toBe('unsent');
});

test('an address that is being edited is spoken of first, and a second press goes on', async () => {
  const { model, commands } = open(null, promised().promise, () => true);
  await vi.waitUntil(() => model.view.value !== null);
  model.act('send', 'd77');
  expect(commands()).toEqual([]);
  expect(model.troubleOf('d77')?.code).toBe('unsaved-address');
  model.act('send', 'd77');
  expect(commands()).toEqual(['send']);
});
