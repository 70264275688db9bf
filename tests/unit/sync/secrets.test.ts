/** Nothing secret and nobody's data where it does not belong: the replies to a page of the panel, the log, the facts, the database. */
import { describe, expect, it } from 'vitest';
import { exportLog } from '../../../components/options/log/export.ts';
import type { Message } from '../../../utils/messages/index.ts';
import { LOCKED } from '../../../utils/store/vault.ts';
import { TEST_KEYS } from '../../sim/ifirma/index.ts';
import { DEMO_KEY } from '../../sim/sellasist/index.ts';
import { rawRows } from '../store/examples.ts';
import { lock, turnOn, unlock, WORDS } from './passphrase.ts';
import { json, LIST, ORDER, PDF, POST, PUT } from './troubles.ts';
import { createWorld, DAY, MINUTE, VIEW, type World } from './world.ts';

const BUYER = {
  name: 'Grażyna',
  surname: 'Świątek-Źdźbło',
  company_name: 'Tajemnica Handlowa Sp. j.',
  company_nip: '526-104-08-28',
  street: 'Ulica Utajniona',
  home_number: '987',
  postcode: '97-531',
  city: 'Nieznanowice',
  phone: '600700800',
} as const;
const EMAIL = 'grazyna.utajniona@example.com';

/** Words of the buyer, as they may turn up: typed, or made ready for iFirma. */
const PERSONAL = [
  'Świątek',
  'Tajemnica Handlowa',
  '5261040828',
  '526-104-08-28',
  'Utajniona',
  '97-531',
  'Nieznanowice',
  '600700800',
  EMAIL,
];

const secret = (text: string) => [
  text,
  text.toLowerCase(),
  Buffer.from(text).toString('hex'),
  Buffer.from(text).toString('base64').replace(/=+$/, ''),
];
const SECRETS = [
  ...secret(DEMO_KEY),
  ...secret(TEST_KEYS.faktura),
  ...secret(TEST_KEYS.abonent),
  // The keys' bytes, as they would lie in a database.
  Buffer.from(TEST_KEYS.faktura, 'hex').toString('latin1'),
  Buffer.from(TEST_KEYS.abonent, 'hex').toString('latin1'),
];
/** The signature of a request: whoever has it can send that request again, for it never expires (ifirma-api 1.1). */
const SIGNATURE = /[0-9a-f]{40}/i;

/** Everything that a value holds, as text: bytes too, whatever they are kept in. */
function textOf(value: unknown): string {
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString('latin1');
  if (ArrayBuffer.isView(value))
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1');
  if (Array.isArray(value)) return value.map(textOf).join('\n');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, held]) => `${name}\n${textOf(held)}`)
      .join('\n');
  return String(value);
}

async function dumped(world: World): Promise<ReadonlyMap<string, string>> {
  return new Map((await rawRows(world.database)).map(({ table, rows }) => [table, textOf(rows)]));
}

function expectWithout(text: string, words: readonly string[], where: string): void {
  for (const word of words) expect(text.includes(word), `${word} in ${where}`).toBe(false);
}

/** A life of a shop: what goes well, what does not, and what the services say while they echo what they were sent. */
async function lived(begin: (world: World) => Promise<void> = async () => undefined): Promise<World> {
  const world = await createWorld();
  await begin(world);
  const digest = '0123456789abcdef0123456789ABCDEF01234567';
  const orders = Array.from({ length: 9 }, () => world.panel.addOrder({ email: EMAIL, buyer: BUYER }));
  const [good, kod, refused, unclear, slow, odd, put, pdf, limited] = orders.map(({ id }) => id);
  const send = (id = '') => world.ask<'send'>({ type: 'send', orderId: id, key: `o${id}`, confirm: [] });

  await send(good);
  world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202, text: `Nie: ${digest}` });
  await send(kod);
  world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 201, text: `Pole 'Kontrahent.NIP' ${digest}` });
  await send(refused);
  world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'after' });
  await send(unclear);
  world.network.arm({ ...LIST, times: 1 }, { kind: 'too-many', retryAfter: 10 });
  await send(slow);
  await world.pass(5 * MINUTE);
  world.network.arm({ ...ORDER, times: 1 }, json(400, { message: `Zły klucz ${DEMO_KEY} ${DEMO_KEY.toUpperCase()}` }));
  await send(odd);
  world.network.arm({ ...PUT, times: 1 }, json(200, { status: 'error', message: `apiKey ${DEMO_KEY}` }));
  await send(put);
  world.network.arm({ ...PDF, times: 2 }, { kind: 'kod', kod: 201, text: digest });
  await send(pdf);
  world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 403, text: `IAPIS user=sklep, hmac-sha1=${digest}` });
  await send(limited);
  await world.pass(DAY);
  for (const { id } of orders) {
    await world.ask<'state'>({ type: 'state', orderId: id, key: null, fresh: true });
    await world.ask<'pdf'>({ type: 'pdf', orderId: id, key: `o${id}` });
    await world.ask<'link'>({ type: 'link', orderId: id, key: `o${id}`, number: '77/11/2026' });
  }
  await world.tell<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
  await world.pass(DAY);
  return world;
}

describe('after a day of work with every kind of trouble', () => {
  it('no secret is in any reply to a page of the panel, and no header of a request', async () => {
    const world = await lived();
    expect(world.panelReplies.length).toBeGreaterThan(30);
    const said = textOf(world.panelReplies);
    expectWithout(said, SECRETS, 'a reply');
    expect(said).not.toMatch(SIGNATURE);
    // The preview is there to show the buyer; nothing else does.
    const [first] = world.panel.orders.keys();
    await world.ask<'preview'>({ type: 'preview', orderId: first ?? '', key: `o${first}` });
    expectWithout(textOf(world.panelReplies.at(-1)), SECRETS, 'a preview');
  });

  it('no data of the buyer is in any reply but the preview', async () => {
    const world = await lived();
    expectWithout(textOf(world.panelReplies), PERSONAL, 'a reply');
  });

  it('neither is in the log or among the facts', async () => {
    const tables = await dumped(await lived());
    for (const table of ['log', 'facts']) {
      const text = tables.get(table) ?? '';
      expect(text.length).toBeGreaterThan(100);
      expectWithout(text, PERSONAL, table);
      expect(text, table).not.toMatch(SIGNATURE);
      expectWithout(text, SECRETS, table);
    }
  });

  it('neither is in the log as a file, nor any word of a service', async () => {
    const world = await lived();
    const exported = await exportLog(
      { accountId: null, state: null, kind: null, from: null, to: null, text: '', codes: [] },
      {
        ask: (name, what) => world.ask({ type: name, ...what } as Message<typeof name>, VIEW),
        language: 'pl',
        nameOfAccount: () => 'Sklep',
        isCancelled: () => false,
        progress: () => undefined,
      },
    );
    if (exported.kind !== 'ready') throw new Error(exported.kind);
    const file = exported.parts.join('');
    expect(exported.rows).toBe(await world.store.log.count());
    expect(file).toContain('Wystawienie');
    expect(file).not.toMatch(SIGNATURE);
    expectWithout(file, [...PERSONAL, ...SECRETS, 'IAPIS'], 'the file');
  });

  it('no secret is anywhere in the database as it was typed, nor are its bytes', async () => {
    const tables = await dumped(await lived());
    expect([...tables.keys()]).toEqual(expect.arrayContaining(['vault', 'transfers', 'accounts', 'documents']));
    for (const [table, text] of tables) expectWithout(text, SECRETS, table);
  });
});

describe('with a passphrase', () => {
  it.each([
    ['set before all of it', turnOn],
    [
      'set, and taken off again',
      async (world: World) => {
        await turnOn(world);
        await world.tell<'passphrase.off'>({ type: 'passphrase.off', current: WORDS }, VIEW);
      },
    ],
    [
      'set, locked and given again',
      async (world: World) => {
        await turnOn(world);
        await lock(world);
        await unlock(world);
      },
    ],
  ])('%s, neither a secret nor the passphrase nor the data key is in any table', async (_when, begin) => {
    const world = await lived(begin);
    const [session] = await world.session();
    const [, base64] = session?.split(':') ?? [];
    const dataKey = base64 === undefined ? [] : [base64, Buffer.from(base64, 'base64').toString('latin1')];
    for (const [table, text] of await dumped(world)) {
      expectWithout(text, [...SECRETS, ...secret(WORDS), ...dataKey], table);
    }
  });

  it('no reply holds a secret, the passphrase or the data key, right or wrong', async () => {
    const world = await createWorld();
    await turnOn(world, 15);
    const [session] = await world.session();
    const replies = [
      await world.ask<'security'>({ type: 'security' }, VIEW),
      await world.ask<'unlock'>({ type: 'unlock', passphrase: `${WORDS}?` }, VIEW),
      await world.ask<'passphrase.off'>({ type: 'passphrase.off', current: `${WORDS}?` }, VIEW),
      await world.ask<'passphrase.change'>({ type: 'passphrase.change', current: WORDS, next: `${WORDS}?` }, VIEW),
    ];
    expectWithout(textOf(replies), [...SECRETS, WORDS, session?.split(':')[1] ?? '-'], 'a reply');
  });

  it('an unlocked session ends with the browser, and what lies on the disk then opens nothing', async () => {
    const world = await createWorld();
    await turnOn(world);
    expect((await world.session())[0]).not.toBeNull();
    await world.restartBrowser();
    expect(await world.session()).toEqual([null, null]);
    expect(await world.store.vault.readable()).toBe('locked');
    expect(await world.store.vault.hmacKey(world.accountId, 'faktura')).toBe(LOCKED);
  });
});

it('what a finding quotes of the buyer is shown on the card, and kept out of the log', async () => {
  const world = await createWorld();
  const street = `${'Bardzo '.repeat(10)}${BUYER.street}`;
  const { id } = world.panel.addOrder({ email: EMAIL, buyer: { ...BUYER, street, company_nip: '526-104-08-29' } });
  const view = await world.send(id, `o${id}`);
  expect(view.findings.map(({ code }) => code)).toEqual(['buyer-street-too-long', 'buyer-nip-invalid']);
  expect(textOf(view)).toContain('Utajniona');
  const log = (await dumped(world)).get('log') ?? '';
  expect(log).toContain('buyer-street-too-long');
  expectWithout(log, [...PERSONAL, '526-104-08-29'], 'the log');
});

describe('our own pages', () => {
  it('see fingerprints, never a secret', async () => {
    const world = await createWorld();
    const replies = [
      await world.ask<'account.list'>({ type: 'account.list' }, VIEW),
      await world.ask<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW),
      await world.ask<'dictionaries'>({ type: 'dictionaries', accountId: world.accountId, fresh: true }, VIEW),
    ];
    expectWithout(textOf(replies), SECRETS, 'a reply');
    const [account] = await world.tell<'account.list'>({ type: 'account.list' }, VIEW);
    expect(account?.secrets).toEqual({
      sellasist: expect.stringMatching(/^[0-9a-f]{4} [0-9a-f]{4}$/),
      faktura: expect.stringMatching(/^[0-9a-f]{4} [0-9a-f]{4}$/),
      abonent: expect.stringMatching(/^[0-9a-f]{4} [0-9a-f]{4}$/),
      rachunek: null,
    });
  });
});
