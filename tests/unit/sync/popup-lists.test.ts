/** What the popup lists: by cause, of one panel or of all, and never a button that would be refused. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../utils/invoice/finding.ts';
import type { Transfer } from '../../../utils/invoice/transfer.ts';
import { exampleTransfer } from '../store/examples.ts';
import { lock, turnOn, unlock } from './passphrase.ts';
import { createWorld, VIEW, type World } from './world.ts';

const POSTCODE: Finding = { code: 'buyer-postcode-missing', path: 'buyer.postcode', params: {} };
const SIGN: Finding = { code: 'maybe-booked-mark', path: '', params: { number: '1/11/2026' }, evidence: 'mark:1' };

const add = (world: World, nth: number, more: Partial<Transfer> = {}) =>
  world.store.transfers.create(
    exampleTransfer({
      panel: 'demo',
      key: `d${nth}`,
      orderId: String(nth),
      accountId: world.accountId,
      state: 'incomplete',
      findings: [POSTCODE],
      updatedAt: nth,
      notBefore: Number.MAX_SAFE_INTEGER,
      ...more,
    }),
  );

const groupsOf = (world: World, panel: string | null = null) =>
  world.tell<'error.groups'>({ type: 'error.groups', panel }, VIEW);

describe('what waits for a person', () => {
  it('comes by its cause with the newest five, and goes on with the same list', async () => {
    const world = await createWorld();
    for (let nth = 1; nth <= 37; nth += 1) await add(world, nth);
    await add(world, 50, { state: 'failed', findings: [], reason: { code: 'kod-202', params: { text: '' } } });
    const { groups, total, moreCauses, language } = await groupsOf(world);
    expect({ total, moreCauses, language }).toEqual({ total: 38, moreCauses: 0, language: 'pl' });
    expect(groups.map(({ cause, count, rows }) => [cause, count, rows.map(({ key }) => key)])).toEqual([
      ['kod-202', 1, ['d50']],
      ['buyer-postcode-missing', 37, ['d37', 'd36', 'd35', 'd34', 'd33']],
    ]);
    const cause = 'buyer-postcode-missing';
    const first = await world.tell<'errors'>({ type: 'errors', before: null, panel: null, cause }, VIEW);
    const second = await world.tell<'errors'>({ type: 'errors', before: first.next, panel: null, cause }, VIEW);
    expect([first.rows.length, first.total, second.rows.length, second.next]).toEqual([20, 37, 17, null]);
    expect(groups[1]?.next).not.toBeNull();
  });

  it('is that of the chosen panel, in each list', async () => {
    const world = await createWorld();
    await add(world, 1);
    await add(world, 2, { panel: 'drugi' });
    await add(world, 3, { panel: 'drugi', state: 'queued', findings: [] });
    expect(await groupsOf(world, 'drugi')).toMatchObject({ total: 1, groups: [{ count: 1, rows: [{ key: 'd2' }] }] });
    expect(await groupsOf(world)).toMatchObject({ total: 2, groups: [{ count: 2 }] });
    const ask = { before: null, panel: 'drugi' } as const;
    expect((await world.tell<'recent'>({ type: 'recent', ...ask }, VIEW)).rows.map(({ key }) => key)).toEqual([
      'd3',
      'd2',
    ]);
    expect(await world.tell<'queue'>({ type: 'queue', ...ask }, VIEW)).toMatchObject({
      total: 1,
      rows: [{ key: 'd3' }],
    });
    const cause = 'buyer-postcode-missing';
    expect(await world.tell<'errors'>({ type: 'errors', ...ask, cause }, VIEW)).toMatchObject({ total: 1 });
  });

  it('asks neither service', async () => {
    const world = await createWorld();
    await add(world, 1);
    const before = world.network.passed.length;
    await groupsOf(world);
    await world.tell<'search'>({ type: 'search', panel: null, text: '1' }, VIEW);
    expect(world.network.passed).toHaveLength(before);
  });
});

describe('the buttons for all of a cause', () => {
  const actions = async (world: World) => (await groupsOf(world)).groups.map((group) => group.actions);

  it('are those that help: what is looked up has none, what is asked about singly is not sent with many', async () => {
    const world = await createWorld();
    await add(world, 1);
    await add(world, 2);
    expect(await actions(world)).toEqual([['resend', 'skip']]);
    const uncertain = {
      state: 'uncertain',
      findings: [],
      post: { beganAt: 1, endedAt: 2, gross: 1, nip: '', issueDate: '2026-11-20', lookFrom: '2026-11-20' },
    } as const;
    await add(world, 3, { ...uncertain, reason: { code: 'looking', params: {} } });
    await add(world, 4, { ...uncertain, reason: { code: 'absent-proven', params: {} } });
    await add(world, 5, { findings: [SIGN] });
    expect(await actions(world)).toEqual([['skip'], [], [], ['resend', 'skip']]);
  });

  it('are none while the keys are locked, and neither has a row, which is shown all the same', async () => {
    const world = await createWorld();
    await add(world, 1);
    await add(world, 2, { state: 'done', findings: [], identifier: '7', number: '7/11/2026' });
    await turnOn(world);
    await lock(world);
    expect(await groupsOf(world)).toMatchObject({ groups: [{ actions: [], rows: [{ key: 'd1', actions: [] }] }] });
    const recent = await world.tell<'recent'>({ type: 'recent', before: null }, VIEW);
    expect(recent.rows.map((row) => row.actions)).toEqual([[], []]);
    await unlock(world);
    expect(await actions(world)).toEqual([['resend', 'skip']]);
  });

  it.each([
    ['on', true],
    ['not answered', null],
  ])('are none while Erplink is %s there: its rows can be looked at alone', async (_how, erplink) => {
    const world = await createWorld({ erplink });
    await add(world, 1);
    await add(world, 2, { state: 'done', findings: [], identifier: '7', number: '7/11/2026' });
    expect(await groupsOf(world)).toMatchObject({ groups: [{ actions: [], rows: [{ actions: ['preview'] }] }] });
    const { rows } = await world.tell<'recent'>({ type: 'recent', before: null }, VIEW);
    expect(rows.map((row) => row.actions)).toEqual([['pdf'], ['preview']]);
  });
});

describe('a search', () => {
  it('finds an order of every panel, a document and an invoice, by what the ledger knows', async () => {
    const world = await createWorld();
    await add(world, 7, { documentNumber: 'FV 12/11/2026' });
    await add(world, 8, { state: 'done', findings: [], identifier: '9', number: '31/11/2026' });
    const find = async (text: string) =>
      (await world.tell<'search'>({ type: 'search', panel: null, text }, VIEW)).rows.map(({ key }) => key);
    expect([await find('8'), await find('fv 12'), await find('31/11')]).toEqual([['d8'], ['d7'], ['d8']]);
  });
});
