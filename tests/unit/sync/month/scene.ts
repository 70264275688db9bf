/** A shop in December with an order of November: iFirma's accounting month is December, and refuses it. */
import { expect } from 'vitest';
import type { MonthIntent } from '../../../../utils/invoice/accounting-month.ts';
import type { DocumentKey } from '../../../../utils/invoice/document.ts';
import type { DocumentView } from '../../../../utils/messages/index.ts';
import { monthIntents } from '../../../../utils/sync/month/intents.ts';
import { TEST_KEYS } from '../../../sim/ifirma/index.ts';
import { WORDS } from '../passphrase.ts';
import { IFIRMA, json } from '../troubles.ts';
import { bookedFor, createWorld, VIEW, type World, type WorldOptions } from '../world.ts';

export const DECEMBER = Date.parse('2026-12-05T10:00:00+01:00');
export const HOME = '2026-12';
export const AWAY = '2026-11';
export const GET_MONTH = { host: IFIRMA, method: 'GET', path: '^/iapi/abonent/miesiacksiegowy\\.json$' } as const;
export const PUT_MONTH = { host: IFIRMA, method: 'PUT', path: '^/iapi/abonent/miesiacksiegowy\\.json$' } as const;

export interface Scene {
  readonly world: World;
  readonly orderId: string;
  readonly key: DocumentKey;
}

export interface SceneOptions {
  readonly now?: number;
  /** Of the order whose month is not iFirma's. */
  readonly date?: string;
  readonly options?: WorldOptions;
  /** How long the first try takes. */
  readonly wait?: number;
}

/** The order was sent, and refused because of the month. */
export async function refusedOrder({
  now = DECEMBER,
  date = '2026-11-20',
  options = {},
  wait = 0,
}: SceneOptions = {}): Promise<Scene> {
  const world = await createWorld({ ...options, settings: { saleDate: 'order', ...options.settings } });
  world.clock.freeze(now);
  const { id: orderId } = world.panel.addOrder({ date });
  const key: DocumentKey = `o${orderId}`;
  await world.send(orderId, key);
  await world.pass(wait);
  expect(await world.view(orderId, key)).toMatchObject({ state: 'incomplete', findings: [{ code: 'ifirma-refused' }] });
  return { world, orderId, key };
}

export const sendMonth = async ({ world, orderId, key }: Scene, from = HOME, to = AWAY): Promise<DocumentView> => {
  const { documents } = await world.tell<'send.month'>({ type: 'send.month', orderId, key, from, to });
  const found = documents.find((document) => document.key === key);
  if (found === undefined) throw new Error(`the card shows no ${key}`);
  return found;
};

/** `2026-12` */
export function monthOf({ ifirma }: World, login?: string): string {
  const { year, month } = ifirma.accountingMonth(login);
  return `${year}-${String(month).padStart(2, '0')}`;
}

export function setMonth({ ifirma }: World, month: string): void {
  ifirma.setAccountingMonth({ year: Number(month.slice(0, 4)), month: Number(month.slice(5)) });
}

export async function intentOf({ store }: World): Promise<MonthIntent | null> {
  return (await monthIntents(store))[0] ?? null;
}

/** What was asked about the month, and the POSTs, in order. */
export function story({ network }: World): readonly string[] {
  return network.passed.flatMap(({ method, target, host, body }) => {
    if (host !== IFIRMA) return [];
    if (target.includes('miesiacksiegowy'))
      return [method === 'PUT' ? (/NAST|POPRZ/.exec(body)?.[0] ?? '?') : 'month?'];
    return method === 'POST' ? ['POST'] : [];
  });
}

export const monthState = (world: World) => world.tell<'month.state'>({ type: 'month.state' }, VIEW);

/** As it has to be in the end: one invoice, and the month where it was. */
export async function expectHome({ world, orderId, key }: Scene, home = HOME): Promise<void> {
  expect(monthOf(world)).toBe(home);
  expect(await intentOf(world)).toBeNull();
  expect(bookedFor(world, orderId)).toHaveLength(1);
  expect(await world.transfer(key)).toMatchObject({ state: 'done', reason: null });
}

/** The steps that were sent, in order. */
export const moves = ({ world }: Scene): readonly string[] => story(world).filter((each) => /NAST|POPRZ/.test(each));
export const kod = (number: number) => json(200, { response: { Kod: number, Informacja: 'Nie i już' } });

export async function passphraseOn(world: World): Promise<void> {
  const keys = { [world.accountId]: { faktura: TEST_KEYS.faktura, abonent: TEST_KEYS.abonent } };
  await world.tell<'passphrase.on'>({ type: 'passphrase.on', passphrase: WORDS, keys, autoLock: null }, VIEW);
}

/** Somebody does something when the worker comes to such a place for the nth time. */
export function when({ world }: Scene, place: RegExp, act: () => unknown, nth = 1): void {
  let met = 0;
  world.life().watched = async (name) => {
    if (!place.test(name)) return;
    met += 1;
    if (met === nth) await act();
  };
}
