/**
 * An account is one login's books on one panel. While anything of it may be in those books neither can be changed, in whatever
 * moment somebody tries; before, another login or panel makes it another account.
 */
import { describe, expect, it } from 'vitest';
import type { AccountDraft } from '../../../utils/messages/index.ts';
import { SERIES } from '../../browser/set-up.ts';
import { TEST_KEYS, TEST_LOGIN } from '../../sim/ifirma/index.ts';
import { DEMO_KEY, DRUGI_KEY } from '../../sim/sellasist/index.ts';
import { rawRows } from '../store/examples.ts';
import { type Held, hold } from './hold.ts';
import { lock, turnOn, unlock } from './passphrase.ts';
import { draftOf, openedIn, savedOf, setUpIn } from './set-up.ts';
import { DETAIL, LIST, POST, PUT } from './troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE, reasonOf, SECOND_LOGIN, VIEW, type World } from './world.ts';

const SEND = { type: 'send', orderId: '1001', key: 'd77', confirm: [] } as const;

async function save(world: World, change: Partial<AccountDraft>, id = world.accountId) {
  const draft = { ...draftOf(await openedIn(world, id)), ...change };
  return world.tell<'account.save'>({ type: 'account.save', ...draft }, VIEW);
}

const changeLogin = (world: World) => save(world, { login: SECOND_LOGIN });
const remove = (world: World, id = world.accountId) =>
  world.ask<'account.remove'>({ type: 'account.remove', id }, VIEW);
const accountsOf = (world: World) => world.tell<'account.list'>({ type: 'account.list' }, VIEW);

/** The vault's rows by whose they are. */
async function ownersOf(world: World): Promise<readonly string[]> {
  const vault = (await rawRows(world.database)).find(({ table }) => table === 'vault')?.rows ?? [];
  return vault.map((row) => (row as { id: readonly string[] }).id.join('/')).filter((id) => id.startsWith('hmac'));
}

describe('an account of which something may be in the books', () => {
  it('keeps its login and panel although the last try was refused: the first one may still arrive', async () => {
    const world = await createWorld();
    world.network.arm({ ...POST, times: 1 }, { kind: 'late', ms: 30 * MINUTE });
    await world.send('1001', 'd77');
    await world.pass(20 * MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ reason: { code: 'absent-proven' } });
    world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'failed' });

    expect(await changeLogin(world)).toEqual({ ok: false, fields: { login: 'fixed' } });
    const panel = { panel: 'drugi', seriesIds: ['3'], secrets: { sellasist: DRUGI_KEY } };
    expect(await save(world, panel)).toEqual({ ok: false, fields: { panel: 'fixed' } });
    await world.pass(DAY);
    await world.send('1001', 'd77');
    expect(world.ifirma.booked().map(({ login }) => login)).toEqual([TEST_LOGIN]);
  });

  it('keeps them, too, when the last try ended with something to mend', async () => {
    const world = await createWorld();
    world.network.arm({ ...POST, times: 1 }, { kind: 'late', ms: 30 * MINUTE });
    await world.send('1001', 'd77');
    await world.pass(20 * MINUTE);
    world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 201 });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'incomplete' });
    expect(await changeLogin(world)).toEqual({ ok: false, fields: { login: 'fixed' } });
  });

  it('may change both where iFirma has refused the only try there was', async () => {
    const world = await createWorld();
    world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
    await world.send('1001', 'd77');
    world.accountId = savedOf(await changeLogin(world), 'the login').id;
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
    expect(bookedFor(world, '1001').map(({ login }) => login)).toEqual([SECOND_LOGIN]);
  });
});

describe('in the moment in which', () => {
  async function during<T>(held: Held, asked: Promise<T>, then: () => Promise<unknown>): Promise<T> {
    await held.reached;
    await then();
    held.release();
    return asked;
  }

  it('the login is changed, a document is sent whose end is unclear: the login stays', async () => {
    const world = await createWorld();
    const held = hold(world, 'before accounts.save');
    const saved = await during(held, changeLogin(world), async () => {
      world.network.arm({ ...POST, times: 1 }, { kind: 'late', ms: 30_000 });
      expect(await world.send('1001', 'd77')).toMatchObject({ state: 'uncertain' });
    });
    expect(saved).toEqual({ ok: false, fields: { login: 'fixed' } });
    expect(await openedIn(world)).toMatchObject({ login: TEST_LOGIN });
    await world.pass(DAY);
    await world.send('1001', 'd77');
    await world.pass(DAY);
    expect(world.ifirma.booked().map(({ login }) => login)).toEqual([TEST_LOGIN]);
  });

  it('an invoice is linked, the login is changed: it is not linked to the other books', async () => {
    const world = await createWorld();
    world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
    await world.send('1001', 'd77');
    const theirs = world.ifirma.issueByHand('fakturakraj', BY_HAND);
    const held = hold(world, /^after GET \/iapi\/fakturakraj\//);
    const link = world.ask<'link'>({ type: 'link', orderId: '1001', key: 'd77', number: theirs.number });
    const reply = await during(held, link, async () => {
      savedOf(await changeLogin(world), 'the login');
    });
    expect(reasonOf(reply).code).toBe('account-gone');
    expect(await world.transfer('d77')).toMatchObject({ state: 'failed', identifier: null });
  });

  it.each(['after accounts.ofPanel', 'before transfers.create'])(
    'a document is sent (%s), its account goes: it is refused, and nothing waits for ever',
    async (gate) => {
      for (const [what, go] of [
        ['removed', remove],
        ['another login', changeLogin],
      ] as const) {
        const world = await createWorld();
        await world.view('1001', 'd77');
        const held = hold(world, gate);
        const reply = await during(held, world.ask<'send'>(SEND), () => go(world));
        expect(reasonOf(reply).code, what).toBe('account-gone');
        expect(await world.store.transfers.get('demo', 'd77'), what).toBeNull();
      }
    },
  );

  it('a document is sent again, its account goes: it stays what it was', async () => {
    const world = await createWorld();
    world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
    await world.send('1001', 'd77');
    const before = await world.transfer('d77');
    const reply = await during(hold(world, 'before transfers.change'), world.ask<'send'>(SEND), () => remove(world));
    expect(reasonOf(reply).code).toBe('account-gone');
    expect(await world.transfer('d77')).toEqual(before);
  });

  it('an account is removed, a document of it begins to wait: the account stays, and the document goes out', async () => {
    const world = await createWorld();
    world.network.arm({ ...LIST, times: 1 }, { kind: 'too-many', retryAfter: 60 });
    const reply = await during(hold(world, 'before accounts.remove'), remove(world), async () => {
      expect(await world.send('1001', 'd77')).toMatchObject({ state: 'queued' });
    });
    expect(reasonOf(reply).code).toBe('account-busy');
    await world.pass(DAY);
    expect(await world.transfer('d77')).toMatchObject({ state: 'done' });
  });
});

it('a document that may be in the books of an account which was removed is not sent from another one, and says why', async () => {
  const world = await createWorld();
  world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
  await world.send('1001', 'd77');
  await world.pass(30 * MINUTE);
  world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
  expect(await world.send('1001', 'd77')).toMatchObject({ state: 'failed' });
  expect(await remove(world)).toMatchObject({ ok: true });
  await setUpIn(world, { draft: { login: SECOND_LOGIN } });
  expect(reasonOf(await world.ask<'send'>(SEND)).code).toBe('account-gone');
  // Entered again it is the same account, which knows what it has sent.
  const first = await openedIn(world, (await accountsOf(world))[0]?.id);
  savedOf(await save(world, { seriesIds: [] }, first.id), 'without the series');
  expect(await setUpIn(world, {})).toBe(world.accountId);
  expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
  expect(world.ifirma.booked().map(({ login }) => login)).toEqual([TEST_LOGIN]);
});

it('a PDF is not begun to be saved for an account that goes in the same moment: nobody would ever finish it', async () => {
  const world = await createWorld();
  const order = world.panel.addOrder();
  const key = `o${order.id}` as const;
  world.network.arm({ ...PUT, times: 1 }, { kind: 'status', status: 422 });
  expect(await world.send(order.id, key)).toMatchObject({ state: 'issued', actions: ['pdf', 'attach', 'correct'] });
  const before = await world.transfer(key);
  const held = hold(world, 'before transfers.change');
  const attaching = world.ask<'attach'>({ type: 'attach', orderId: order.id, key });
  await held.reached;
  expect(await remove(world)).toMatchObject({ ok: true });
  held.release();
  expect(reasonOf(await attaching).code).toBe('account-gone');
  expect(await world.transfer(key)).toEqual(before);
});

describe('an account with another login', () => {
  it('is another account: the first login entered again knows nothing of what it sent', async () => {
    const world = await createWorld();
    const { id, ...moved } = savedOf(await changeLogin(world), 'the login');
    expect(id).not.toBe(world.accountId);
    expect(moved).toMatchObject({ login: SECOND_LOGIN, seriesIds: ['1'], series: { '1': SERIES } });
    expect((await accountsOf(world)).map((account) => account.id)).toEqual([id]);
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
    expect(await remove(world, id)).toMatchObject({ ok: true });

    expect(await setUpIn(world, {})).toBe(world.accountId);
    expect(reasonOf(await world.ask<'pdf'>({ type: 'pdf', orderId: '1001', key: 'd77' })).code).toBe('account-gone');
  });

  it('is the same again when it is changed back', async () => {
    const world = await createWorld();
    const { id } = savedOf(await changeLogin(world), 'the login');
    expect(savedOf(await save(world, { login: TEST_LOGIN }, id), 'the first login').id).toBe(world.accountId);
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
  });

  it('takes its keys along, and leaves none behind', async () => {
    const world = await createWorld();
    const before = await openedIn(world);
    const moved = savedOf(await changeLogin(world), 'the login');
    expect(moved.secrets).toEqual(before.secrets);
    expect(await ownersOf(world)).toEqual([`hmac/${moved.id}/abonent`, `hmac/${moved.id}/faktura`]);
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
  });

  it('and a key that was typed with it, or taken off', async () => {
    const world = await createWorld();
    const secrets = { faktura: 'AAAA', abonent: '' };
    const moved = savedOf(await save(world, { login: SECOND_LOGIN, secrets }), 'the login and the keys');
    expect(await world.store.vault.matches(moved.id, 'faktura', 'AAAA')).toBe(true);
    expect(await ownersOf(world)).toEqual([`hmac/${moved.id}/faktura`]);
  });

  it('takes them along under a passphrase, too, once it is given', async () => {
    const world = await createWorld();
    await turnOn(world);
    const before = await openedIn(world);
    await lock(world);
    const rows = await rawRows(world.database);
    const draft = { ...draftOf(before), login: SECOND_LOGIN };
    const refused = await world.ask<'account.save'>({ type: 'account.save', ...draft }, VIEW);
    expect(reasonOf(refused).code).toBe('locked');
    expect(await rawRows(world.database)).toEqual(rows);

    await unlock(world);
    const moved = savedOf(await changeLogin(world), 'the login');
    expect(moved.secrets).toEqual(before.secrets);
    expect(await ownersOf(world)).toEqual([`hmac/${moved.id}/abonent`, `hmac/${moved.id}/faktura`]);
    expect(await world.store.vault.hmacKey(moved.id, 'faktura')).toBeInstanceOf(CryptoKey);
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
  });

  it('is not mixed with a passphrase that is set in the same moment', async () => {
    const world = await createWorld();
    const held = hold(world, 'before accounts.save');
    const draft = { ...draftOf(await openedIn(world)), login: SECOND_LOGIN };
    const saving = world.ask<'account.save'>({ type: 'account.save', ...draft }, VIEW);
    await held.reached;
    await turnOn(world);
    held.release();
    expect(reasonOf(await saving).code).toBe('account-changed');
    expect(await world.store.vault.hmacKey(world.accountId, 'faktura')).toBeInstanceOf(CryptoKey);
  });

  it('cannot be saved any more by a form that shows it under the first one', async () => {
    const world = await createWorld();
    const opened = await openedIn(world);
    savedOf(await changeLogin(world), 'the login');
    const draft = { ...draftOf(opened), name: 'Z innej karty' };
    const reply = await world.ask<'account.save'>({ type: 'account.save', ...draft }, VIEW);
    expect(reasonOf(reply).code).toBe('account-changed');
    expect(await accountsOf(world)).toHaveLength(1);
  });

  it('of two forms that change it in the same moment one is stored, the other is told', async () => {
    const world = await createWorld();
    const opened = draftOf(await openedIn(world));
    const replies = await Promise.all(
      [SECOND_LOGIN, 'trzeci@example.com'].map((login) =>
        world.ask<'account.save'>({ type: 'account.save', ...opened, login }, VIEW),
      ),
    );
    expect(replies.map((reply) => (reply.ok ? 'stored' : reply.reason.code)).toSorted()).toEqual([
      'account-changed',
      'stored',
    ]);
    expect(await accountsOf(world)).toHaveLength(1);
  });
});

it('an account that was removed and entered again is not what an old form was opened on', async () => {
  const world = await createWorld();
  const opened = await openedIn(world);
  expect(await remove(world)).toMatchObject({ ok: true });
  await world.pass(MINUTE);
  expect(await setUpIn(world, {})).toBe(opened.id);
  const before = await openedIn(world);
  const { settings, payments, series } = opened;
  const asked = { accountId: opened.id, revision: opened.revision };
  const replies = [
    await world.ask<'account.save'>({ type: 'account.save', ...draftOf(opened), name: 'Stara karta' }, VIEW),
    await world.ask<'settings.save'>({ type: 'settings.save', ...asked, settings }, VIEW),
    await world.ask<'payments.save'>({ type: 'payments.save', ...asked, payments }, VIEW),
    await world.ask<'series.save'>({ type: 'series.save', ...asked, series }, VIEW),
  ];
  for (const reply of replies) expect(reasonOf(reply).code).toBe('account-changed');
  expect(await openedIn(world)).toEqual(before);
});

describe('the books of a login', () => {
  const link = (world: World, number: string, orderId: string) =>
    world.ask<'link'>({ type: 'link', orderId, key: `o${orderId}`, number });
  const SAME = { lines: [{ price: '119.99' }], buyer: { company_nip: '111-111-11-11' } };

  /** Two accounts with the same login; each issues the orders in turn. */
  async function twoOfOneLogin() {
    const world = await createWorld({ settings: { orderSeriesId: '1' } });
    const draft = { name: 'Drugie konto', seriesIds: ['2'] };
    const other = await setUpIn(world, { draft });
    return { world, other };
  }

  async function issuing(world: World, id: string, orderSeriesId: string | null): Promise<void> {
    const { revision, settings } = await openedIn(world, id);
    const asked = { accountId: id, revision, settings: { ...settings, orderSeriesId } };
    savedOf(await world.tell<'settings.save'>({ type: 'settings.save', ...asked }, VIEW), 'who issues orders');
    await world.idle();
  }

  it('are one: an invoice that one of its accounts has tied to an order is not tied to another one', async () => {
    const { world, other } = await twoOfOneLogin();
    const [first, second] = [world.panel.addOrder(SAME), world.panel.addOrder(SAME)];
    const { number } = world.ifirma.issueByHand('fakturakraj', BY_HAND);
    expect(await link(world, number, first.id)).toMatchObject({ ok: true });
    await issuing(world, world.accountId, null);
    await issuing(world, other, '2');
    expect(reasonOf(await link(world, number, second.id)).code).toBe('link-taken');
  });

  it('stay one when the account that has tied it is removed', async () => {
    const { world, other } = await twoOfOneLogin();
    const [first, second] = [world.panel.addOrder(SAME), world.panel.addOrder(SAME)];
    const { number } = world.ifirma.issueByHand('fakturakraj', BY_HAND);
    expect(await link(world, number, first.id)).toMatchObject({ ok: true });
    expect(await remove(world)).toMatchObject({ ok: true });
    await issuing(world, other, '2');
    expect(reasonOf(await link(world, number, second.id)).code).toBe('link-taken');
  });

  it('are another login’s where the same identifier means another invoice', async () => {
    const world = await createWorld({ settings: { orderSeriesId: '1' } });
    const other = await setUpIn(world, { draft: { name: 'Drugie', login: SECOND_LOGIN, seriesIds: ['2'] } });
    const [first, second] = [world.panel.addOrder(SAME), world.panel.addOrder(SAME)];
    const ours = world.ifirma.issueByHand('fakturakraj', BY_HAND);
    expect(await link(world, ours.number, first.id)).toMatchObject({ ok: true });
    await issuing(world, world.accountId, null);
    await issuing(world, other, '2');
    expect(reasonOf(await link(world, ours.number, second.id)).code).toBe('link-not-found');
  });
});

describe('an account without its key', () => {
  it('says so, books nothing, and lets its queue wait', async () => {
    const world = await createWorld();
    await world.store.accounts.saveAll([], [{ remove: ['hmac', world.accountId, 'faktura'] }], []);
    const { reason } = await world.send('1001', 'd77');
    expect(reason).toEqual({ code: 'key-missing', params: {} });
    expect(await openedIn(world)).toMatchObject({ pausedBy: 'key-missing' });
    const order = world.panel.addOrder();
    expect(await world.send(order.id, `o${order.id}`)).toMatchObject({
      state: 'queued',
      reason: { code: 'account-paused', params: { by: 'key-missing' } },
    });
    const secrets = { sellasist: DEMO_KEY, faktura: TEST_KEYS.faktura };
    savedOf(await save(world, { secrets }), 'the key');
    await world.tell<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
    await world.idle();
    expect(bookedFor(world, order.id)).toHaveLength(1);
  });

  it('gives no PDF, and names the key', async () => {
    const world = await createWorld();
    await world.send('1001', 'd77');
    await world.store.accounts.saveAll([], [{ remove: ['hmac', world.accountId, 'faktura'] }], []);
    world.network.arm(DETAIL, { kind: 'drop' });
    expect(reasonOf(await world.ask<'pdf'>({ type: 'pdf', orderId: '1001', key: 'd77' })).code).toBe('key-missing');
  });
});

/** Of order 1001, and of whatever has its line. */
const BY_HAND = {
  Zaplacono: 0,
  ZaplaconoNaDokumencie: 0,
  LiczOd: 'BRT',
  DataWystawienia: '2026-11-21',
  DataSprzedazy: '2026-11-21',
  FormatDatySprzedazy: 'DZN',
  SposobZaplaty: 'PRZ',
  RodzajPodpisuOdbiorcy: 'BWO',
  WidocznyNumerGios: false,
  WidocznyNumerBdo: false,
  Numer: null,
  Pozycje: [
    { StawkaVat: 0.23, TypStawkiVat: 'PRC', Ilosc: 1, CenaJednostkowa: 135.98, NazwaPelna: 'X', Jednostka: 'szt.' },
  ],
  Kontrahent: { Nazwa: 'Ktoś', NIP: '1111111111', KodPocztowy: '00-001', Miejscowosc: 'Warszawa' },
};
