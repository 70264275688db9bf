/** `Automatyczne wysyłanie faktur`: what is new in the panel is sent once, without anybody's click, and the log says why what is left is left. */
import { describe, expect, it } from 'vitest';
import { openedIn, VIEW } from '../set-up.ts';
import { createWorld, DAY, MINUTE, NOW, type World } from '../world.ts';
import {
  automaticLog,
  change,
  codesOf,
  createAutoWorld,
  issue,
  issueCorrection,
  SHOP,
  sendFirst,
  settled,
  switchOn,
  timesBooked,
} from './scene.ts';

const HOUR = 60 * MINUTE;

describe('a new document', () => {
  it('is found and sent once, within minutes, and the order says so', async () => {
    const world = await createAutoWorld();
    const { id, orderId } = issue(world);
    await world.pass(5 * MINUTE);
    expect(timesBooked(world, id)).toBe(1);
    expect(await world.transfer(`d${id}`)).toMatchObject({ state: 'done', auto: true });
    expect(world.panel.text(orderId, '13')).toContain('Mostek: wysłano');
    expect(await codesOf(world, id)).toEqual(['auto-queued']);
    await world.pass(3 * HOUR);
    expect(timesBooked(world, id)).toBe(1);
  });

  it('is not sent when it was there before it was switched on from now on', async () => {
    const world = await createWorld(SHOP);
    const { id } = issue(world);
    await sendFirst(world);
    await switchOn(world, null);
    await world.pass(HOUR);
    expect(timesBooked(world, id)).toBe(0);
  });

  it('is sent oldest first when several came while the computer slept', async () => {
    const world = await createAutoWorld();
    world.life().end();
    world.clock.advance(DAY);
    const ids = [2, 0, 1].map((days) => issue(world, { issueDate: dayAfter(days) }).id);
    world.clock.advance(2 * DAY);
    await world.restart();
    await settled(world);
    await world.pass(15 * MINUTE);
    const dates = world.ifirma
      .booked()
      .slice(-3)
      .map(({ body }) => body.DataWystawienia);
    expect(dates).toEqual([dayAfter(0), dayAfter(1), dayAfter(2)]);
    for (const id of ids) expect(timesBooked(world, id)).toBe(1);
  });

  it('is found below two thousand others that came while the computer was away', { timeout: 60_000 }, async () => {
    const world = await createAutoWorld();
    world.life().end();
    const ids = [issue(world).id, issue(world).id];
    for (let count = 0; count < 2_050; count += 1) {
      world.panel.addDocument({ orderId: null, series: 'PAR', number: `PAR/${count}`, issueDate: '2026-11-22' });
    }
    world.clock.advance(HOUR);
    await world.restart();
    await settled(world);
    await world.pass(30 * MINUTE);
    for (const id of ids) expect(timesBooked(world, id)).toBe(1);
  });

  it('with findings waits for a person, is not tried again by itself, and goes when a person sends it', async () => {
    const world = await createAutoWorld();
    const { id, orderId } = issue(world, { buyer: { postcode: '' } });
    const order = world.panel.orders.get(orderId);
    if (order !== undefined) order.billAddress = { ...order.billAddress, postcode: '' };
    await world.pass(HOUR);
    expect(await world.transfer(`d${id}`)).toMatchObject({ state: 'incomplete' });
    const before = (await world.store.log.ofDocument('demo', `d${id}`, 50)).length;
    await world.pass(3 * HOUR);
    expect((await world.store.log.ofDocument('demo', `d${id}`, 50)).length).toBe(before);
    const errors = await world.tell<'errors'>({ type: 'errors', before: null }, VIEW);
    expect(errors.rows.map(({ key }) => key)).toContain(`d${id}`);
    if (order !== undefined) order.billAddress = { ...order.billAddress, postcode: '00-001' };
    Object.assign(world.panel.documents.get(id)?.buyer ?? {}, { postcode: '00-001' });
    await world.send(orderId, `d${id}`);
    await world.pass(5 * MINUTE);
    expect(timesBooked(world, id)).toBe(1);
    expect((await world.transfer(`d${id}`)).auto).toBeUndefined();
  });

  it('that a person skipped meanwhile stays skipped', async () => {
    const world = await createAutoWorld();
    const { id, orderId } = issue(world, { buyer: { postcode: '' } });
    await world.pass(5 * MINUTE);
    await world.ask<'skip'>({ type: 'skip', orderId, key: `d${id}`, why: 'nie' });
    await world.pass(HOUR);
    expect(await world.transfer(`d${id}`)).toMatchObject({ state: 'skipped' });
  });
});

describe('what is left alone', () => {
  it('is said once in the log, with its reason', async () => {
    const world = await createAutoWorld('2026-11-20', {});
    const cases = [
      [issue(world, { series: 'PAR' }).id, 'auto-receipt'],
      [issue(world, { series: 'PRO' }).id, 'auto-other-kind'],
      [issue(world, { series: 'FV/OSS' }).id, 'auto-other-series'],
      [issue(world, { issueDate: '2026-11-19' }).id, 'auto-before-start'],
      [issue(world, { orderId: null }).id, 'auto-no-order'],
    ] as const;
    await world.pass(3 * HOUR);
    await world.restart();
    await world.pass(3 * HOUR);
    for (const [id, code] of cases) {
      expect(await codesOf(world, id)).toEqual([code]);
      expect(timesBooked(world, id)).toBe(0);
      expect(await world.store.transfers.get('demo', `d${id}`)).toBeNull();
    }
    const [entry] = await automaticLog(world, cases[3][0]);
    expect(entry?.reason?.params).toEqual({ date: '2026-11-19', from: '2026-11-20' });
  });

  it('may be a series that is set not to be sent', async () => {
    const world = await createAutoWorld();
    await world.tell<'series.save'>(
      {
        type: 'series.save',
        accountId: world.accountId,
        revision: (await openedIn(world)).revision,
        series: { ...(await openedIn(world)).series, '1': { ...notSent((await openedIn(world)).series['1']) } },
      },
      VIEW,
    );
    const { id } = issue(world);
    await world.pass(5 * MINUTE);
    expect(await codesOf(world, id)).toEqual(['auto-series-not-sent']);
    expect(timesBooked(world, id)).toBe(0);
  });
});

describe('a start at an earlier day', () => {
  it('sends what was issued since then, and nothing of before', async () => {
    const world = await createWorld(SHOP);
    const old = issue(world, { issueDate: '2026-11-19' }).id;
    const wanted = ['2026-11-22', '2026-11-20', '2026-11-21'].map((issueDate) => issue(world, { issueDate }).id);
    await sendFirst(world);
    await switchOn(world, '2026-11-20');
    await world.pass(30 * MINUTE);
    expect(timesBooked(world, old)).toBe(0);
    for (const id of wanted) expect(timesBooked(world, id)).toBe(1);
  });

  it('is refused further back than 60 days, without the state field, and before a first document was sent by hand', async () => {
    const world = await createWorld(SHOP);
    await expect(change(world, { autoSend: true, autoFrom: null })).rejects.toThrow('auto-needs-first');
    await sendFirst(world);
    await expect(change(world, { autoSend: true, autoFrom: '2026-09-22' })).rejects.toThrow('auto-from-early');
    await expect(change(world, { autoSend: true, autoFrom: null, stateFieldId: null })).rejects.toThrow(
      'auto-needs-field',
    );
    expect((await openedIn(world)).settings.autoSend).toBe(false);
    await change(world, { autoSend: true, autoFrom: '2026-09-23' });
  });
});

describe('a correction', () => {
  it('waits for its invoice, and both are sent once', async () => {
    const world = await createAutoWorld();
    const invoice = issue(world, { orderId: twoCups(world) }).id;
    const correction = issueCorrection(world, invoice);
    await world.pass(HOUR);
    expect(timesBooked(world, invoice)).toBe(1);
    expect(timesBooked(world, correction)).toBe(1);
    const kinds = world.ifirma.booked().slice(-2);
    expect(kinds.map(({ corrects }) => corrects === null)).toEqual([true, false]);
  });

  it('brings its invoice with it where the list does not show that yet', async () => {
    const world = await createAutoWorld();
    const invoice = issue(world, { orderId: twoCups(world) }).id;
    world.panel.switches.documentsInLogs = false;
    const all = world.panel.documents;
    const values = all.values.bind(all);
    all.values = () => [...values()].filter(({ id }) => id !== invoice).values() as ReturnType<typeof values>;
    const correction = issueCorrection(world, invoice);
    await world.pass(20 * MINUTE);
    expect(timesBooked(world, invoice)).toBe(1);
    expect(timesBooked(world, correction)).toBe(1);
    all.values = values;
    await world.pass(HOUR);
    expect(timesBooked(world, invoice)).toBe(1);
  });
});

function twoCups(world: World): string {
  return world.panel.addOrder({ date: '2026-11-22', lines: [{ quantity: '2', price: '49.00' }] }).id;
}

function notSent<S extends object>(series: S | undefined) {
  if (series === undefined) throw new Error('no series');
  return { ...series, kind: 'none' } as S & { readonly kind: 'none' };
}

function dayAfter(days: number): string {
  return new Date(NOW + DAY * (1 + days)).toISOString().slice(0, 10);
}
