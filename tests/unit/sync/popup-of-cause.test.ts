/** The buttons for all of a cause: each as it stands when its turn comes, and what a person has to answer singly is left. */
import { describe, expect, it } from 'vitest';
import type { DocumentKey } from '../../../utils/invoice/document.ts';
import type { Finding } from '../../../utils/invoice/finding.ts';
import type { Transfer } from '../../../utils/invoice/transfer.ts';
import { type ManyDone, MOST_AT_ONCE } from '../../../utils/messages/index.ts';
import { exampleTransfer } from '../store/examples.ts';
import { lock, turnOn } from './passphrase.ts';
import { bookedFor, createWorld, DAY, MINUTE, reasonOf, VIEW, type World } from './world.ts';

const CAUSE = 'buyer-postcode-missing';
const POSTCODE: Finding = { code: CAUSE, path: 'buyer.postcode', params: {} };

/** Orders without a postcode, each tried once. */
async function waiting(world: World, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const { id } = world.panel.addOrder({ buyer: { postcode: '' } });
    expect((await world.send(id, `o${id}`)).state).toBe('incomplete');
    ids.push(id);
  }
  return ids;
}

function mend(world: World, id: string): void {
  const order = world.panel.orders.get(id);
  if (order === undefined) throw new Error(`no order ${id}`);
  order.billAddress.postcode = '00-950';
}

/** One that nobody has sent; only what is named differs. */
const add = (world: World, key: DocumentKey, more: Partial<Transfer> = {}) =>
  world.store.transfers.create(
    exampleTransfer({
      panel: 'demo',
      key,
      orderId: key.slice(1),
      documentId: null,
      accountId: world.accountId,
      state: 'incomplete',
      findings: [POSTCODE],
      notBefore: Number.MAX_SAFE_INTEGER,
      ...more,
    }),
  );

const resend = (world: World, cause = CAUSE, panel: string | null = null) =>
  world.ask<'resend.cause'>({ type: 'resend.cause', panel, cause }, VIEW);
const skip = (world: World, why = 'Biuro wystawiło', cause = CAUSE) =>
  world.ask<'skip.cause'>({ type: 'skip.cause', panel: null, cause, why }, VIEW);
const done = (value: Partial<ManyDone>) => ({
  ok: true,
  value: { done: 0, left: [], remaining: 0, stopped: null, ...value },
});

describe('“Wyślij ponownie wszystkie”', () => {
  it('queues all of the cause behind what a person sends, and each is booked once', async () => {
    const world = await createWorld();
    const ids = await waiting(world, 3);
    const other = world.panel.addOrder({ payment: { id: '8' } });
    await world.send(other.id, `o${other.id}`);
    for (const id of ids) mend(world, id);
    expect(await resend(world)).toEqual(done({ done: 3 }));
    for (const id of ids) expect((await world.transfer(`o${id}`)).priority).toBe(10);
    await world.pass(5 * MINUTE);
    for (const id of ids) {
      expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'done' });
      expect(bookedFor(world, id)).toHaveLength(1);
    }
    expect((await world.transfer(`o${other.id}`)).state).toBe('incomplete');
  });

  it('brings back what nobody has mended, with its finding, and books nothing', async () => {
    const world = await createWorld();
    const [one, two] = await waiting(world, 2);
    mend(world, two ?? '');
    expect(await resend(world)).toEqual(done({ done: 2 }));
    await world.pass(5 * MINUTE);
    expect(await world.transfer(`o${one}`)).toMatchObject({ state: 'incomplete', findings: [{ code: CAUSE }] });
    expect(world.ifirma.booked()).toHaveLength(1);
  });

  it('leaves what has to be overruled, and counts it', async () => {
    const world = await createWorld();
    const sign: Finding = { code: 'maybe-booked-mark', path: '', params: { number: '1' }, evidence: 'mark:1' };
    await add(world, 'o5001', { findings: [POSTCODE, sign] });
    await add(world, 'o5002', { findings: [sign] });
    expect(await resend(world)).toEqual(done({ left: [{ why: 'overrule', count: 1 }] }));
    expect(await resend(world, 'maybe-booked-mark')).toEqual(done({ left: [{ why: 'overrule', count: 1 }] }));
    expect(world.ifirma.booked()).toEqual([]);
  });

  it.each(['looking', 'absent-proven'] as const)('never sends an unclear one again (%s)', async (code) => {
    const world = await createWorld();
    const post = { beganAt: 1, endedAt: 2, gross: 1, nip: '', issueDate: '2026-11-20', lookFrom: '2026-11-20' };
    const reason = { code, params: {} };
    await add(world, 'o5001', { state: 'uncertain', findings: [], post, reason });
    const cause = code === 'looking' ? 'uncertain' : code;
    expect(await resend(world, cause)).toEqual(done({ left: [{ why: 'uncertain', count: 1 }] }));
    expect((await world.transfer('o5001')).state).toBe('uncertain');
  });

  it('does not touch what is booked and only waits for a look of a person', async () => {
    const world = await createWorld();
    const reason = { code: 'attach-no-field', params: {} } as const;
    const booked = { state: 'issued', findings: [], identifier: '7', number: '7/11/2026', reason } as const;
    await add(world, 'o5001', booked);
    expect(await resend(world, 'attach-no-field')).toEqual(done({ left: [{ why: 'booked', count: 1 }] }));
  });

  it('leaves a document whose order another one holds', async () => {
    const world = await createWorld();
    const { id } = world.panel.addOrder();
    await add(world, `o${id}`);
    const { id: documentId } = world.panel.addDocument({ orderId: id });
    expect((await world.send(id, `d${documentId}`)).state).toBe('done');
    expect(await resend(world)).toEqual(done({ left: [{ why: 'taken', count: 1 }] }));
    expect(bookedFor(world, id)).toHaveLength(1);
  });

  it('leaves those of a panel where Mostek only looks, and refuses that panel by name', async () => {
    const world = await createWorld({ erplink: true });
    await add(world, 'o5001');
    expect(await resend(world)).toEqual(done({ left: [{ why: 'erplink', count: 1 }] }));
    expect(reasonOf(await resend(world, CAUSE, 'demo')).code).toBe('erplink-on');
    expect((await world.transfer('o5001')).state).toBe('incomplete');
  });

  it('leaves those whose account is gone', async () => {
    const world = await createWorld();
    await add(world, 'o5001', { panel: 'obcy', accountId: 'nobody' });
    await world.store.facts.set({ name: 'erplink:obcy', version: 1 }, false);
    expect(await resend(world)).toEqual(done({ left: [{ why: 'account-gone', count: 1 }] }));
  });

  it('is of one panel where one is named', async () => {
    const world = await createWorld();
    const [id = ''] = await waiting(world, 1);
    await add(world, 'o5001', { panel: 'drugi' });
    expect(await resend(world, CAUSE, 'demo')).toEqual(done({ done: 1 }));
    expect((await world.transfer(`o${id}`)).state).toBe('queued');
    expect((await world.store.transfers.get('drugi', 'o5001'))?.state).toBe('incomplete');
  });

  it('does at most so many at a press, says how many are left, and the next press does those', async () => {
    const world = await createWorld();
    world.network.arm({ host: 'demo.sellasist.pl' }, { kind: 'offline' });
    for (let nth = 1; nth <= MOST_AT_ONCE + 3; nth += 1) await add(world, `o${6000 + nth}`);
    expect(await resend(world)).toMatchObject({ ok: true, value: { done: MOST_AT_ONCE, remaining: 3 } });
    expect(await resend(world)).toMatchObject({ ok: true, value: { done: 3, remaining: 0 } });
  }, 60_000);

  it('does nothing while the keys are locked, and neither is anything skipped', async () => {
    const world = await createWorld();
    await add(world, 'o5001');
    await turnOn(world);
    await lock(world);
    expect(reasonOf(await resend(world)).code).toBe('locked');
    expect(reasonOf(await skip(world)).code).toBe('locked');
    expect((await world.transfer('o5001')).state).toBe('incomplete');
  });

  it('says where the disk was full, and what was queued until then stays queued', async () => {
    const world = await createWorld();
    for (const key of ['o5001', 'o5002', 'o5003'] as const) await add(world, key);
    world.full = true;
    expect(reasonOf(await resend(world)).code).toBe('storage-full');
    // One is two tries: it exists, so it is changed.
    world.fullAfter(2);
    expect(await resend(world)).toMatchObject({
      ok: true,
      value: { done: 1, remaining: 2, stopped: { code: 'storage-full' } },
    });
  });

  it('is asked by our own pages alone', async () => {
    const world = await createWorld();
    const reply = await world.ask<'resend.cause'>({ type: 'resend.cause', panel: null, cause: CAUSE });
    expect(reasonOf(reply).code).toBe('internal');
  });
});

describe('“Pomiń wszystkie”', () => {
  it('skips all of the cause with the reason that was given once', async () => {
    const world = await createWorld();
    const ids = await waiting(world, 3);
    expect(await skip(world, 'Zwroty')).toEqual(done({ done: 3 }));
    for (const id of ids) {
      const reason = { code: 'skipped-by-person', params: { why: 'Zwroty' } };
      expect(await world.transfer(`o${id}`)).toMatchObject({ state: 'skipped', reason });
    }
    await world.pass(DAY);
    expect(world.ifirma.booked()).toEqual([]);
  });

  it('leaves what may be in iFirma, and counts it', async () => {
    const world = await createWorld();
    await add(world, 'o5001', { wasPosted: true });
    await add(world, 'o5002');
    expect(await skip(world)).toEqual(done({ done: 1, left: [{ why: 'booked', count: 1 }] }));
    expect((await world.transfer('o5001')).state).toBe('incomplete');
  });
});
