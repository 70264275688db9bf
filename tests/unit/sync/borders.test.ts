/** Who may ask for what: a page of the panel reaches its own panel's documents, each by its own order, and nothing while nothing may be sent. */
import { describe, expect, it } from 'vitest';
import type { DocumentKey } from '../../../utils/invoice/document.ts';
import type { CommandName, Message } from '../../../utils/messages/index.ts';
import type { Speaker } from '../../../utils/messages/judge.ts';
import { DEMO_KEY_WITHOUT_DOCUMENTS, DRUGI_KEY } from '../../sim/sellasist/index.ts';
import { draftOf, openedIn, setUpIn } from './set-up.ts';
import { LIST, PDF, POST } from './troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE, NOW, PANEL, reasonOf, VIEW, type World } from './world.ts';

const DRUGI: Speaker = { kind: 'panel', panel: 'drugi', tabId: 2 };

/** Every command of a document. */
const BACK = { lines: [{ line: 0, quantity: 0 }], reason: null, conditionsMet: true } as const;

function commandsOf(orderId: string, key: DocumentKey): readonly Message[] {
  const ref = { orderId, key };
  return [
    { type: 'send', ...ref, confirm: [] },
    { type: 'preview', ...ref },
    { type: 'check', ...ref },
    { type: 'skip', ...ref, why: 'Nie chcę' },
    { type: 'link', ...ref, number: '1/11/2026' },
    { type: 'attach', ...ref },
    { type: 'pdf', ...ref },
    { type: 'correction.preview', ...ref, choice: BACK },
    { type: 'correct', ...ref, choice: BACK, confirm: [] },
  ];
}

describe('a document id that belongs to another order', () => {
  const states: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
    'was never sent': async () => undefined,
    'was sent': (world) => world.send('1001', 'd77'),
    failed: (world) => {
      world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
      return world.send('1001', 'd77');
    },
    'is uncertain': (world) => {
      world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
      return world.send('1001', 'd77');
    },
    'waits for its PDF': (world) => {
      world.network.arm({ ...PDF, times: 1 }, { kind: 'json-instead-of-pdf' });
      return world.send('1001', 'd77');
    },
  };

  it.each(Object.entries(states))('is refused, and nothing is changed: one that %s', async (_name, make) => {
    const world = await createWorld();
    await make(world);
    const before = await world.store.transfers.get('demo', 'd77');
    const booked = world.ifirma.booked().length;
    for (const message of commandsOf('1004', 'd77')) {
      const reply = await world.ask(message as Message<CommandName>);
      if (['send', 'preview', 'link', 'pdf', 'correct', 'correction.preview'].includes(message.type))
        expect(reasonOf(reply).code, message.type).toBe('sellasist-order-missing');
      expect(JSON.stringify(reply), message.type).not.toContain('d77');
    }
    expect(await world.store.transfers.get('demo', 'd77')).toEqual(before);
    expect(world.ifirma.booked()).toHaveLength(booked);
  });

  it('and so is an order under the key of another, or one that nobody knows', async () => {
    const world = await createWorld();
    for (const [orderId, key] of [
      ['1001', 'o1004'],
      ['1001', 'd999'],
      ['424242', 'd77'],
    ] as const) {
      const reply = await world.ask<'send'>({ type: 'send', orderId, key, confirm: [] });
      expect(reasonOf(reply).code).toBe('sellasist-order-missing');
    }
    // An order that is not there has nothing to say against being queued; the check finds out.
    const reply = await world.ask<'send'>({ type: 'send', orderId: '424242', key: 'o424242', confirm: [] });
    expect(reply).toMatchObject({
      ok: true,
      value: { documents: [{ state: 'failed', reason: { code: 'sellasist-order-missing' } }] },
    });
    expect(world.ifirma.booked()).toEqual([]);
  });
});

describe('a page of another panel', () => {
  it('that is not set up reaches nothing of this one', async () => {
    const world = await createWorld();
    await world.send('1001', 'd77');
    const before = await world.transfer('d77');
    expect(await world.tell<'state'>({ type: 'state', orderId: '1001', key: null, fresh: true }, DRUGI)).toMatchObject({
      mode: 'setup',
      documents: [],
    });
    for (const message of commandsOf('1001', 'd77')) {
      const reply = await world.ask(message as Message<CommandName>, DRUGI);
      expect(JSON.stringify(reply), message.type).not.toMatch(/d77|1\/11\/2026/);
    }
    expect(await world.transfer('d77')).toEqual(before);
    expect(world.ifirma.booked()).toHaveLength(1);
  });

  it('that is set up beside it has its own documents behind the same ids', async () => {
    const world = await createWorld();
    const secrets = { sellasist: DRUGI_KEY, faktura: 'EAB0D8ACF3308F3B' };
    await setUpIn(world, { draft: { name: 'Drugi', panel: 'drugi', seriesIds: ['3'], secrets } });
    await world.send('1001', 'd77');
    const { documents } = await world.tell<'send'>({ type: 'send', orderId: '1001', key: 'd77', confirm: [] }, DRUGI);
    expect(documents).toMatchObject([{ panel: 'drugi', state: 'done', ifirmaNumber: '2/11/2026' }]);
    expect(world.ifirma.booked().map(({ body }) => String(body.Uwagi).split('\n').at(-1))).toEqual([
      'Sellasist demo/o1001/d77',
      'Sellasist drugi/o1001/d77',
    ]);
  });

  it('is not what an account can be moved to, nor its login changed, while its documents are on their way or booked', async () => {
    const world = await createWorld();
    world.network.arm({ ...LIST, times: 1 }, { kind: 'too-many', retryAfter: 60 });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'queued' });
    const account = await openedIn(world);
    const moves = [
      [{ panel: 'drugi' }, { panel: 'fixed' }],
      [{ login: 'inny@example.com' }, { login: 'fixed' }],
    ] as const;
    const expectFixed = async () => {
      for (const [move, fields] of moves) {
        const draft = { ...draftOf(account), ...move, secrets: { sellasist: DRUGI_KEY } };
        const saved = await world.tell<'account.save'>({ type: 'account.save', ...draft }, VIEW);
        expect(saved).toEqual({ ok: false, fields });
      }
    };
    await expectFixed();
    await world.pass(DAY);
    await expectFixed();
    expect(world.ifirma.booked()).toHaveLength(1);
  });

  it('is refused to nobody: an account that has sent nothing may be moved', async () => {
    const world = await createWorld();
    const move = { login: 'inny@example.com', panel: 'drugi', seriesIds: ['3'], secrets: { sellasist: DRUGI_KEY } };
    const saved = { type: 'account.save', ...draftOf(await openedIn(world)), ...move } as const;
    expect(await world.tell<'account.save'>(saved, VIEW)).toMatchObject({ ok: true });
    // The old panel's key is nobody's any more.
    expect(await world.store.vault.panelKey('demo')).toBeNull();
  });

  it('an account whose documents are on their way is not removed; afterwards it is, and entered again it knows them', async () => {
    const world = await createWorld();
    world.network.arm({ ...LIST, times: 1 }, { kind: 'too-many', retryAfter: 60 });
    await world.send('1001', 'd77');
    const remove = { type: 'account.remove', id: world.accountId } as const;
    expect(await world.ask(remove, VIEW)).toEqual({ ok: false, reason: { code: 'account-busy', params: {} } });
    await world.pass(DAY);
    expect(await world.transfer('d77')).toMatchObject({ state: 'done' });
    expect(await world.ask(remove, VIEW)).toEqual({ ok: true, value: null });
    expect(await setUpIn(world, {})).toBe(world.accountId);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done' });
  });
});

describe('a speaker', () => {
  it('that is a stranger is told nothing', async () => {
    const world = await createWorld();
    for (const message of [
      ...commandsOf('1001', 'd77'),
      { type: 'state', orderId: '1001', key: null, fresh: true } as const,
    ]) {
      const reply = await world.ask(message as Message<CommandName>, { kind: 'stranger' });
      expect(reply).toEqual({ ok: false, reason: { code: 'internal', params: { detail: 'stranger' } } });
    }
    expect(world.ifirma.booked()).toEqual([]);
  });

  it('that is a page of the panel may not ask what only our own pages may', async () => {
    const world = await createWorld();
    const account = await openedIn(world);
    const { id: accountId, revision, settings, payments, series } = account;
    const asked: readonly Message[] = [
      { type: 'language' },
      { type: 'language.set', language: 'en' },
      { type: 'account.list' },
      { type: 'account.save', ...draftOf(account) },
      { type: 'account.test', id: accountId },
      { type: 'account.remove', id: accountId },
      { type: 'settings.save', accountId, revision, settings },
      { type: 'payments.save', accountId, revision, payments },
      { type: 'series.save', accountId, revision, series },
      { type: 'first.document', accountId, fresh: false },
      { type: 'erplink.set', panel: 'demo', on: false },
      { type: 'erplink.get' },
      { type: 'dictionaries', accountId, fresh: true },
      { type: 'panel.series', panel: 'demo', key: 'x' },
      { type: 'panel.test', panel: 'demo', key: 'x' },
      { type: 'security' },
      { type: 'unlock', passphrase: 'x' },
      { type: 'lock' },
      { type: 'lock.after', minutes: null },
      { type: 'passphrase.on', passphrase: 'x', keys: {}, autoLock: null },
      { type: 'passphrase.change', current: 'x', next: 'y' },
      { type: 'passphrase.off', current: 'x' },
      { type: 'file.export', secrets: null },
      { type: 'file.preview', text: '{}' },
      { type: 'file.import', text: '{}', token: '', passphrase: null },
      { type: 'wipe' },
      { type: 'errors', before: null },
      { type: 'recent', before: null },
      { type: 'send.row', panel: 'demo', key: 'd77', confirm: [] },
      { type: 'skip.row', panel: 'demo', key: 'd77', why: '' },
    ];
    for (const message of asked) {
      expect(await world.ask(message as Message<CommandName>)).toEqual({
        ok: false,
        reason: { code: 'internal', params: { detail: 'command' } },
      });
    }
    expect(await world.tell<'account.list'>({ type: 'account.list' }, VIEW)).toHaveLength(1);
  });
});

describe('the vendor’s own integration', () => {
  it.each([
    ['nobody has said', null, 'erplink-unanswered', 'erplink'],
    ['on', true, 'erplink-on', 'read-only'],
  ] as const)('%s: nothing is sent, tied or written, and the card only looks', async (_what, erplink, code, mode) => {
    const world = await createWorld({ erplink });
    const { documents, ...card } = await world.tell<'state'>({
      type: 'state',
      orderId: '1001',
      key: null,
      fresh: true,
    });
    expect(card).toMatchObject({ mode });
    expect(documents).toMatchObject([{ key: 'd77', actions: ['preview'] }]);
    const asked = world.network.passed.length;
    for (const type of ['send', 'link', 'attach'] as const) {
      const [message] = commandsOf('1001', 'd77').filter((each) => each.type === type);
      expect(reasonOf(await world.ask(message as Message<CommandName>)).code, type).toBe(code);
    }
    const row = await world.ask<'send.row'>({ type: 'send.row', panel: 'demo', key: 'd77', confirm: [] }, VIEW);
    expect(reasonOf(row).code).toBe(code);
    await world.pass(DAY);
    expect(world.network.passed).toHaveLength(asked);
    expect(await world.store.transfers.get('demo', 'd77')).toBeNull();
    expect(await world.ask<'preview'>({ type: 'preview', orderId: '1001', key: 'd77' })).toMatchObject({
      ok: true,
      value: { sumIfirma: 13_598 },
    });
  });

  it('switched on while a document waits: it waits on, and goes out when it is off again', async () => {
    const world = await createWorld();
    world.network.arm({ ...LIST, times: 1 }, { kind: 'too-many', retryAfter: 60 });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'queued' });
    await world.tell<'erplink.set'>({ type: 'erplink.set', panel: 'demo', on: true }, VIEW);
    await world.pass(DAY);
    expect(world.ifirma.booked()).toEqual([]);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'queued', actions: [] });
    await world.tell<'erplink.set'>({ type: 'erplink.set', panel: 'demo', on: false }, VIEW);
    await world.idle();
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done' });
    expect(bookedFor(world, '1001')).toHaveLength(1);
  });

  it('switched on while an invoice’s PDF is still to come: the PDF comes, for nothing new is booked', async () => {
    const world = await createWorld();
    world.network.arm({ ...PDF, times: 1 }, { kind: 'status', status: 503 });
    await world.send('1001', 'd77');
    await world.tell<'erplink.set'>({ type: 'erplink.set', panel: 'demo', on: true }, VIEW);
    await world.pass(MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done', actions: ['pdf'] });
  });
});

describe('a key without the right to documents', () => {
  const draft = { secrets: { sellasist: DEMO_KEY_WITHOUT_DOCUMENTS, faktura: 'EAB0D8ACF3308F3B' } };

  it('the card says so and offers nothing: an order may have a document or a receipt that cannot be seen', async () => {
    const world = await createWorld({ draft });
    const order = world.panel.addOrder();
    expect(await world.tell<'state'>({ type: 'state', orderId: order.id, key: null, fresh: true })).toMatchObject({
      documents: [],
      problem: { code: 'sellasist-forbidden' },
    });
    const reply = await world.ask<'send'>({ type: 'send', orderId: order.id, key: `o${order.id}`, confirm: [] });
    expect(reply).toMatchObject({
      ok: true,
      value: { documents: [{ state: 'failed', reason: { code: 'sellasist-forbidden' } }] },
    });
    expect(reasonOf(await world.ask<'send'>({ type: 'send', orderId: '1001', key: 'd77', confirm: [] })).code).toBe(
      'sellasist-forbidden',
    );
    expect(world.ifirma.booked()).toEqual([]);
  });

  it('the connection test names it', async () => {
    const world = await createWorld({ draft });
    const lines = await world.tell<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
    expect(lines.map(({ what, problem }) => [what, problem?.code ?? null])).toEqual([
      ['sellasist', null],
      ['sellasist-orders', null],
      ['sellasist-fields', null],
      ['sellasist-documents', 'sellasist-forbidden'],
      ['ifirma', null],
    ]);
  });
});

describe('pressed twice', () => {
  it('at once, on two cards: one invoice', async () => {
    const world = await createWorld();
    await Promise.all([1, 2, 3].map(() => world.send('1001', 'd77')));
    await world.pass(DAY);
    expect(bookedFor(world, '1001')).toHaveLength(1);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'done' });
  });

  it('at once, by the card and by the popup, after a failure: one invoice', async () => {
    const world = await createWorld();
    world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
    await world.send('1001', 'd77');
    await Promise.all([
      world.send('1001', 'd77'),
      world.tell<'send.row'>({ type: 'send.row', panel: 'demo', key: 'd77', confirm: [] }, VIEW),
    ]);
    expect(bookedFor(world, '1001')).toHaveLength(1);
  });

  it('at once, for ten orders: ten invoices, one after the other', async () => {
    const world = await createWorld();
    const orders = Array.from({ length: 10 }, () => world.panel.addOrder());
    await Promise.all(orders.map(({ id }) => world.send(id, `o${id}`)));
    await world.pass(10 * MINUTE);
    expect(world.ifirma.booked()).toHaveLength(10);
    for (const { id } of orders) expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'done' });
  });
});

describe('a preview', () => {
  it('shows both sums and what goes into the remarks, and sends nothing', async () => {
    const world = await createWorld();
    const preview = await world.tell<'preview'>({ type: 'preview', orderId: '1001', key: 'd77' });
    expect(preview).toMatchObject({
      number: 'FV/12/11/2026',
      buyer: { name: 'Testowa Sp. z o.o.', nip: '1111111111', postcode: '00-001' },
      payment: 'PRZ',
      paid: 13_598,
      sumIfirma: 13_598,
      sumOrder: 13_598,
      findings: [],
      notes: 'Dokument Sellasist: FV/12/11/2026\nSellasist demo/o1001/d77',
    });
    expect(world.network.passed.some(({ host }) => host === 'www.ifirma.pl')).toBe(false);
    expect(await world.store.transfers.get('demo', 'd77')).toBeNull();
  });
});

describe('the queue', () => {
  it('goes in the order of issue, whatever the order of the clicks', async () => {
    const world = await createWorld();
    const documents = ['2026-11-21', '2026-11-19', '2026-11-20'].map((issueDate) => {
      const order = world.panel.addOrder();
      return { order, issueDate, document: world.panel.addDocument({ orderId: order.id, issueDate }) };
    });
    const gate = world.network.arm({ host: 'www.ifirma.pl' }, { kind: 'too-many', retryAfter: 120 });
    for (const { order, document } of documents)
      expect(await world.send(order.id, `d${document.id}`)).toMatchObject({ state: 'queued' });
    gate.remove();
    await world.pass(DAY);
    expect(world.ifirma.booked().map(({ body }) => body.DataWystawienia)).toEqual([
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
    ]);
  });

  it('keeps to iFirma’s hundred requests a minute without holding the worker', async () => {
    const world = await createWorld();
    world.ifirma.turn({ requestsPerMinute: 100, limitAnswer: 'kod-100' });
    const orders = Array.from({ length: 40 }, () => world.panel.addOrder());
    for (const { id } of orders) {
      const pressed = world.clock.now();
      await world.send(id, `o${id}`);
      // Nobody who presses a button waits for the limit, and the worker is not kept awake for it.
      expect(world.clock.now() - pressed).toBeLessThan(30_000);
    }
    expect(world.clock.now() - NOW).toBeLessThan(MINUTE);
    await world.pass(60 * MINUTE);
    expect(world.ifirma.booked()).toHaveLength(40);
    for (const { id } of orders) expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'done' });
    expect(world.network.passed.filter(({ status }) => status === 429)).toEqual([]);
  });
});

it('the card of a page that asks for the options page, or for its controls, gets them', async () => {
  const world = await createWorld();
  expect(
    await world.ask<'controls'>({ type: 'controls', page: 'order-card', path: '/admin/orders/edit/1001' }, PANEL),
  ).toEqual({ ok: true, value: null });
  expect(await world.ask<'options'>({ type: 'options' }, PANEL)).toEqual({ ok: true, value: null });
});
