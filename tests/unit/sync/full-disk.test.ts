/** Whatever a person presses while the disk is full: it says so, changes nothing and sends nothing. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DocumentKey } from '../../../utils/invoice/document.ts';
import { DEFAULT_SETTINGS } from '../../../utils/invoice/settings.ts';
import type { Message } from '../../../utils/messages/index.ts';
import { SERIES } from '../../browser/set-up.ts';
import { TEST_KEYS } from '../../sim/ifirma/index.ts';
import { samplePdf } from '../../sim/sellasist/index.ts';
import { rawRows } from '../store/examples.ts';
import { fillDisk } from '../store/full-disk.ts';
import { lock, turnOn, WORDS } from './passphrase.ts';
import { draftOf, openedIn } from './set-up.ts';
import { POST } from './troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE, PANEL, reasonOf, VIEW, type World } from './world.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const { faktura, abonent } = TEST_KEYS;

interface Ref {
  readonly orderId: string;
  readonly key: DocumentKey;
}

const ORDER = '1001';
const KEY = 'd77';

/** What the disk is full over; the document that is spoken of. */
type Before = (world: World) => Promise<Ref>;

const unsent: Before = async (world) => {
  await world.view(ORDER, KEY);
  return { orderId: ORDER, key: KEY };
};

const incomplete: Before = async (world) => {
  const order = world.panel.addOrder({ buyer: { postcode: '' } });
  const ref: Ref = { orderId: order.id, key: `o${order.id}` };
  expect(await world.send(ref.orderId, ref.key)).toMatchObject({ state: 'incomplete' });
  order.billAddress.postcode = '00-950';
  return ref;
};

const uncertain: Before = async (world) => {
  world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'after' });
  expect(await world.send(ORDER, KEY)).toMatchObject({ state: 'uncertain' });
  return { orderId: ORDER, key: KEY };
};

const withoutPdf: Before = async (world) => {
  world.life().watched = (name) => {
    // A person puts a file of their own into the field meanwhile.
    if (name === 'after POST /iapi/fakturakraj.json')
      world.panel.orders.get(ORDER)?.files.set('12', [world.panel.keepFile(samplePdf('ręcznie'))]);
  };
  const { state, actions } = await world.send(ORDER, KEY);
  expect([state, actions.includes('attach')]).toEqual(['issued', true]);
  return { orderId: ORDER, key: KEY };
};

const paused: Before = async (world) => {
  world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 403, text: 'nie', when: 'before' });
  expect(await world.send(ORDER, KEY)).toMatchObject({ state: 'failed' });
  return { orderId: ORDER, key: KEY };
};

const underPassphrase: Before = async (world) => {
  await turnOn(world);
  return unsent(world);
};

const locked: Before = async (world) => {
  const ref = await underPassphrase(world);
  await lock(world);
  return ref;
};

type Account = Awaited<ReturnType<typeof openedIn>>;

const IN_THE_PANEL: readonly (readonly [string, Before, (ref: Ref) => Message])[] = [
  ['Wyślij do iFirma', unsent, (ref) => ({ type: 'send', ...ref, confirm: [] })],
  ['Wyślij ponownie', incomplete, (ref) => ({ type: 'send', ...ref, confirm: [] })],
  ['Pomiń', incomplete, (ref) => ({ type: 'skip', ...ref, why: 'anulowane' })],
  ['Sprawdź w iFirma', uncertain, (ref) => ({ type: 'check', ...ref })],
  ['Powiąż', uncertain, (ref) => ({ type: 'link', ...ref, number: '1/11/2026' })],
  ['Zapisz PDF w zamówieniu', withoutPdf, (ref) => ({ type: 'attach', ...ref })],
];

const ON_OUR_PAGES: readonly (readonly [string, Before, (account: Account, ref: Ref) => Message])[] = [
  [
    'Wyślij ponownie in the popup',
    incomplete,
    (_account, { key }) => ({ type: 'send.row', panel: 'demo', key, confirm: [] }),
  ],
  [
    'Pomiń in the popup',
    incomplete,
    (_account, { key }) => ({ type: 'skip.row', panel: 'demo', key, why: 'anulowane' }),
  ],
  ['Język', unsent, () => ({ type: 'language.set', language: 'en' })],
  ['the answer about Erplink', unsent, () => ({ type: 'erplink.set', panel: 'demo', on: true })],
  ['the name of the computer', unsent, () => ({ type: 'computer.set', name: 'Biuro' })],
  ['Zapisz of an account', unsent, (account) => ({ type: 'account.save', ...draftOf(account), name: 'Sklep inny' })],
  [
    'Zapisz of a key',
    unsent,
    (account) => ({ type: 'account.save', ...draftOf(account), secrets: { faktura: abonent } }),
  ],
  ['Usuń konto', unsent, ({ id }) => ({ type: 'account.remove', id })],
  ['Sprawdź połączenie of a paused account', paused, ({ id }) => ({ type: 'account.test', id })],
  [
    'Zapisz of the settings',
    unsent,
    ({ id: accountId, revision }) => ({
      type: 'settings.save',
      accountId,
      revision,
      settings: { ...DEFAULT_SETTINGS, issuePlace: 'Kraków' },
    }),
  ],
  [
    'Zapisz of the payment methods',
    unsent,
    ({ id: accountId, revision }) => ({ type: 'payments.save', accountId, revision, payments: { '1': 'GTK' } }),
  ],
  [
    'Zapisz of the series',
    unsent,
    ({ id: accountId, revision }) => ({
      type: 'series.save',
      accountId,
      revision,
      series: { '1': { ...SERIES, ifirmaSeries: 'FV' } },
    }),
  ],
  [
    'Włącz hasło',
    unsent,
    ({ id }) => ({ type: 'passphrase.on', passphrase: WORDS, keys: { [id]: { faktura, abonent } }, autoLock: null }),
  ],
  ['Zmień hasło', underPassphrase, () => ({ type: 'passphrase.change', current: WORDS, next: 'zupełnie inne hasło' })],
  ['Wyłącz hasło', underPassphrase, () => ({ type: 'passphrase.off', current: WORDS })],
  ['the time of the lock', underPassphrase, () => ({ type: 'lock.after', minutes: 15 })],
  ['Nie pamiętam hasła', locked, () => ({ type: 'passphrase.forget' })],
  ['Usuń wszystko', unsent, () => ({ type: 'wipe' })],
];

/** Everything that is stored; what the limits count is nobody's loss. */
const stored = async ({ database }: World): Promise<unknown> => structuredClone(await rawRows(database));

const posts = (world: World): number => world.network.passed.filter(({ method }) => method === 'POST').length;

async function expectRefused(world: World, ask: () => Promise<Parameters<typeof reasonOf>[0]>): Promise<void> {
  await world.idle();
  const [rows, sent] = [await stored(world), posts(world)];
  fillDisk();
  expect(reasonOf(await ask())).toEqual({ code: 'storage-full', params: {} });
  await world.pass(10 * MINUTE);
  expect(posts(world)).toBe(sent);
  vi.restoreAllMocks();
  expect(await stored(world)).toEqual(rows);
}

describe('on a full disk', () => {
  it.each(IN_THE_PANEL)('%s says that it is full, and nothing is written or sent', async (_name, prepared, pressed) => {
    const world = await createWorld();
    const message = pressed(await prepared(world));
    await expectRefused(world, () => world.ask(message, PANEL));
  });

  it.each(ON_OUR_PAGES)('%s says that it is full, and nothing is written or sent', async (_name, prepared, pressed) => {
    const world = await createWorld();
    const ref = await prepared(world);
    const message = pressed(await openedIn(world), ref);
    await expectRefused(world, () => world.ask(message, VIEW));
  });

  it('a file of settings is not taken in, and says why', async () => {
    const world = await createWorld();
    const file = await world.tell<'file.export'>({ type: 'file.export', secrets: null }, VIEW);
    if (!file.ok) throw new Error('no file');
    const text = file.value.text.replaceAll('Sklep testowy', 'Sklep inny');
    const preview = await world.tell<'file.preview'>({ type: 'file.preview', text }, VIEW);
    if (!preview.ok) throw new Error('no preview');
    const rows = await stored(world);
    fillDisk();
    const { token } = preview.value;
    const imported = await world.tell<'file.import'>({ type: 'file.import', text, token, passphrase: null }, VIEW);
    expect(imported).toMatchObject({ ok: false, problem: 'storage-full' });
    vi.restoreAllMocks();
    expect(await stored(world)).toEqual(rows);
  });

  it('the identifier that iFirma gave cannot be stored: what lies there is a POST that began, which is looked up and found by its mark', async () => {
    const world = await createWorld();
    await world.view(ORDER, KEY);
    world.life().watched = (name) => {
      if (name === 'after POST /iapi/fakturakraj.json') fillDisk();
    };
    await world.send(ORDER, KEY);
    await world.pass(10 * MINUTE);
    const begun = await world.transfer(KEY);
    expect(begun).toMatchObject({ state: 'sending', step: 'issue', identifier: null, post: { endedAt: null } });
    expect(bookedFor(world, ORDER)).toHaveLength(1);

    vi.restoreAllMocks();
    await world.restart();
    const [invoice] = bookedFor(world, ORDER);
    const { rows } = await world.store.log.page({ before: null, limit: 50 });
    expect(rows.some(({ state, reason }) => state === 'uncertain' || reason?.code === 'adopted')).toBe(true);
    await world.pass(DAY);
    expect(await world.transfer(KEY)).toMatchObject({ state: 'done', number: invoice?.number });
    expect(bookedFor(world, ORDER)).toHaveLength(1);
    expect(posts(world)).toBe(1);
  });
});
