// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { AutoNote } from '../../../../components/popup/auto-note.tsx';
import type { AutoView } from '../../../../utils/messages/index.ts';
import { mount, ok, press, unmount, until } from '../options/screen.tsx';

const view = (more: Partial<AutoView> = {}): AutoView => ({
  accountId: 'a1',
  account: 'Sklep',
  panel: 'demo',
  isOn: true,
  hasSent: true,
  hindrance: null,
  since: 1_795_349_100_000,
  from: '2026-11-22',
  lookedAt: Date.now(),
  next: Date.now() + 120_000,
  waiting: 0,
  sentToday: 3,
  elsewhere: null,
  problem: null,
  ...more,
});

const show = (views: readonly AutoView[]) =>
  mount(<AutoNote />, {
    'auto.state': () => ok(views),
    'auto.take': () => ok(views.map((each) => ({ ...each, elsewhere: null }))),
  });

const said = (): string => document.body.textContent ?? '';

afterEach(unmount);

test('says that it goes on, when it looked and looks again, and how many were sent today', async () => {
  await show([view()]);
  await until(() => expect(said()).toContain('Automatyczne wysyłanie działa na tym komputerze.'));
  expect(said()).toMatch(/Ostatnie sprawdzenie \d\d:\d\d, następne \d\d:\d\d\./);
  expect(said()).toContain('Dziś wysłano automatycznie: 3.');
});

test.each([
  ['nobody has switched it on', view({ isOn: false })],
  ['Mostek is locked, which the popup says itself', view({ hindrance: 'locked' })],
  ['Erplink is on, which the popup says itself', view({ hindrance: 'erplink' })],
] as const)('says nothing while %s', async (_why, shown) => {
  const screen = await show([shown]);
  await until(() => expect(screen.askedFor('auto.state').length).toBeGreaterThan(0));
  expect(said()).not.toContain('Automatyczne');
});

test('names the computer that sends, and takes over with one click', async () => {
  const screen = await show([view({ elsewhere: 'Biuro' })]);
  await until(() => expect(said()).toContain('Automatycznie wysyła komputer „Biuro”.'));
  await press('button', 'Przejmij');
  await until(() => expect(said()).toContain('Automatyczne wysyłanie działa na tym komputerze.'));
  expect(screen.askedFor('auto.take')).toEqual([{ type: 'auto.take', accountId: 'a1' }]);
});

test('says why the panel cannot be read, and nothing of limits, which pass', async () => {
  await show([view({ problem: { code: 'sellasist-key', params: {} } })]);
  await until(() => expect(said()).toMatch(/klucz/i));
  unmount();
  await show([view({ problem: { code: 'rate-limited', params: { service: 'Sellasist' } } })]);
  await until(() => expect(said()).toContain('działa'));
  expect(said()).not.toMatch(/limit/i);
});

test('names the account where there are several', async () => {
  await show([view(), view({ accountId: 'a2', account: 'Hurt', isOn: false })]);
  await until(() => expect(said()).toContain('Sklep: Automatyczne wysyłanie działa'));
});
