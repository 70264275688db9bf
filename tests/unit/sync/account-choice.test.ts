/** Several accounts on one panel: each document goes into the books that its series belongs to, and orders without one into one account's. */
import { describe, expect, it } from 'vitest';
import type { DocumentKey } from '../../../utils/invoice/document.ts';
import { SERIES } from '../../browser/set-up.ts';
import { draftOf, openedIn, savedOf, setUpIn } from './set-up.ts';
import { LIST, POST } from './troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE, SECOND_LOGIN, VIEW, type World } from './world.ts';

/** Each account with one of the panel's two series for invoices; the settings of the first and of the second. */
async function twoAccounts(first = {}, second = {}) {
  const world = await createWorld({ settings: first });
  const draft = { name: 'Drugie konto', login: SECOND_LOGIN, seriesIds: ['2'] };
  const other = await setUpIn(world, { draft, settings: second });
  return { world, other };
}

function documentIn(world: World, series: string): { orderId: string; key: DocumentKey } {
  const order = world.panel.addOrder();
  const document = world.panel.addDocument({ orderId: order.id, series });
  return { orderId: order.id, key: `d${document.id}` };
}

/** The series leaves its account, and the other one takes it. */
async function move(world: World, seriesId: string, from: string, to: string): Promise<void> {
  const left = await openedIn(world, from);
  const fewer = { ...draftOf(left), seriesIds: left.seriesIds.filter((id) => id !== seriesId) };
  savedOf(await world.tell<'account.save'>({ type: 'account.save', ...fewer }, VIEW), 'fewer series');
  const taker = await openedIn(world, to);
  const more = { ...draftOf(taker), seriesIds: [...taker.seriesIds, seriesId] };
  const { revision } = savedOf(await world.tell<'account.save'>({ type: 'account.save', ...more }, VIEW), 'more');
  const series = { ...taker.series, [seriesId]: SERIES };
  await world.tell<'series.save'>({ type: 'series.save', accountId: to, revision, series }, VIEW);
  await world.idle();
}

const loginOf = (world: World, orderId: string) => bookedFor(world, orderId).map(({ login }) => login);

describe('two accounts of one panel', () => {
  it('each get the documents of their series, in their own books', async () => {
    const { world, other } = await twoAccounts();
    const theirs = documentIn(world, 'FV/OSS');
    await world.send('1001', 'd77');
    await world.send(theirs.orderId, theirs.key);
    expect(await world.transfer('d77')).toMatchObject({ accountId: world.accountId, number: '1/11/2026' });
    expect(await world.transfer(theirs.key)).toMatchObject({ accountId: other, number: '1/11/2026' });
    expect(new Set([...loginOf(world, '1001'), ...loginOf(world, theirs.orderId)]).size).toBe(2);
  });

  it('show each document by the account that it belongs to', async () => {
    const { world } = await twoAccounts({ issuePlace: 'Warszawa' }, { notesText: 'Drugie konto dziękuje' });
    const theirs = documentIn(world, 'FV/OSS');
    const ours = await world.tell<'preview'>({ type: 'preview', orderId: '1001', key: 'd77' });
    expect(ours.notes).not.toContain('Drugie konto dziękuje');
    const preview = await world.tell<'preview'>({ type: 'preview', ...theirs });
    expect(preview.notes).toContain('Drugie konto dziękuje');
    expect([...ours.findings, ...preview.findings]).toEqual([]);
  });

  it.each([
    ['first', { orderSeriesId: '1' }, {}],
    ['second', {}, { orderSeriesId: '2' }],
  ] as const)('give orders without a document to the %s, which says that it issues them', async (which, one, two) => {
    const { world, other } = await twoAccounts(one, two);
    const order = world.panel.addOrder();
    expect(await world.send(order.id, `o${order.id}`)).toMatchObject({ state: 'done' });
    expect((await world.transfer(`o${order.id}`)).accountId).toBe(which === 'first' ? world.accountId : other);
  });

  it('of which none issues them leave the order with the question', async () => {
    const { world } = await twoAccounts();
    const order = world.panel.addOrder();
    expect(await world.send(order.id, `o${order.id}`)).toMatchObject({
      state: 'incomplete',
      findings: [{ code: 'order-series-missing' }],
    });
    const { revision, settings } = await openedIn(world);
    const asked = { accountId: world.accountId, revision, settings: { ...settings, orderSeriesId: '1' } };
    savedOf(await world.tell<'settings.save'>({ type: 'settings.save', ...asked }, VIEW), 'the answer');
    expect(await world.send(order.id, `o${order.id}`)).toMatchObject({ state: 'done' });
  });

  it('of which none owns the series leave the document with the question', async () => {
    const { world } = await twoAccounts();
    const draft = { ...draftOf(await openedIn(world)), seriesIds: [] };
    savedOf(await world.tell<'account.save'>({ type: 'account.save', ...draft }, VIEW), 'no series');
    expect(await world.send('1001', 'd77')).toMatchObject({
      state: 'incomplete',
      findings: expect.arrayContaining([expect.objectContaining({ code: 'series-unassigned' })]),
    });
  });
});

describe('a series that moved to another account', () => {
  it('takes along what was never posted', async () => {
    const { world, other } = await twoAccounts();
    world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'failed' });
    await move(world, '1', world.accountId, other);
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
    expect((await world.transfer('d77')).accountId).toBe(other);
    expect(loginOf(world, '1001')).toEqual([SECOND_LOGIN]);
  });

  it('and what was skipped, or waits to be mended', async () => {
    const { world, other } = await twoAccounts();
    world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
    await world.send('1001', 'd77');
    await world.tell<'skip'>({ type: 'skip', orderId: '1001', key: 'd77', why: 'Jeszcze nie' });
    const order = world.panel.addOrder({ placeholder: true });
    const document = world.panel.addDocument({ orderId: order.id });
    expect(await world.send(order.id, `d${document.id}`)).toMatchObject({ state: 'incomplete' });
    world.panel.orders.set(order.id, { ...order, documentNumber: document.number, placeholder: false });
    await move(world, '1', world.accountId, other);
    await world.send('1001', 'd77');
    await world.send(order.id, `d${document.id}`);
    expect([...loginOf(world, '1001'), ...loginOf(world, order.id)]).toEqual([SECOND_LOGIN, SECOND_LOGIN]);
  });

  it('leaves behind what may be in the old books: it is looked for there, and sent again from there', async () => {
    const { world, other } = await twoAccounts();
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'uncertain' });
    await move(world, '1', world.accountId, other);
    await world.pass(30 * MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ reason: { code: 'absent-proven' } });
    // Sent again it meets the check, which says that the series is not that account's any more.
    expect(await world.send('1001', 'd77')).toMatchObject({
      state: 'incomplete',
      findings: expect.arrayContaining([expect.objectContaining({ code: 'series-unassigned' })]),
    });
    expect((await world.transfer('d77')).accountId).toBe(world.accountId);
    await world.send('1001', 'd77');
    expect((await world.transfer('d77')).accountId).toBe(world.accountId);
    await world.pass(DAY);
    expect(world.ifirma.booked()).toEqual([]);
  });

  it('leaves behind what is booked: its PDF is still the old account’s', async () => {
    const { world, other } = await twoAccounts();
    await world.send('1001', 'd77');
    await move(world, '1', world.accountId, other);
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
    expect(await world.tell<'pdf'>({ type: 'pdf', orderId: '1001', key: 'd77' })).toMatchObject({
      name: '1_11_2026.pdf',
    });
    expect((await world.transfer('d77')).accountId).toBe(world.accountId);
    expect(world.ifirma.booked()).toHaveLength(1);
  });

  it('while its document waits in the queue: it stops at the check, and goes out from the new account', async () => {
    const { world, other } = await twoAccounts();
    world.network.arm({ ...LIST, times: 1 }, { kind: 'too-many', retryAfter: 300 });
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'queued' });
    await move(world, '1', world.accountId, other);
    await world.pass(10 * MINUTE);
    expect(await world.view('1001', 'd77')).toMatchObject({ state: 'incomplete' });
    expect(world.ifirma.booked()).toEqual([]);
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
    expect(loginOf(world, '1001')).toEqual([SECOND_LOGIN]);
  });

  it('and an invoice that a person typed is looked for in the new account’s books', async () => {
    const { world, other } = await twoAccounts();
    world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
    await world.send('1001', 'd77');
    await move(world, '1', world.accountId, other);
    const theirs = documentIn(world, 'FV/OSS');
    const { ifirmaNumber } = await world.send(theirs.orderId, theirs.key);
    const reply = await world.ask<'link'>({ type: 'link', orderId: '1001', key: 'd77', number: ifirmaNumber ?? '' });
    // The second account's books have that number and the first one's have none; the sum is another order's.
    expect(reply).toMatchObject({ ok: false, reason: { code: 'link-sum-differs' } });
  });
});

describe('an account that was removed', () => {
  it('leaves what was never posted to the one that owns the series now', async () => {
    const { world, other } = await twoAccounts();
    world.network.arm({ ...POST, times: 1 }, { kind: 'kod', kod: 202 });
    await world.send('1001', 'd77');
    await world.tell<'account.remove'>({ type: 'account.remove', id: world.accountId }, VIEW);
    const taker = await openedIn(world, other);
    const more = { ...draftOf(taker), seriesIds: ['1', '2'] };
    const { revision } = savedOf(await world.tell<'account.save'>({ type: 'account.save', ...more }, VIEW), 'more');
    const series = { '1': SERIES, '2': SERIES };
    await world.tell<'series.save'>({ type: 'series.save', accountId: other, revision, series }, VIEW);
    expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
    expect(loginOf(world, '1001')).toEqual([SECOND_LOGIN]);
  });
});
