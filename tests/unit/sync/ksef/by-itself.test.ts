/** A series that goes to KSeF by itself: handed over once after the number was read, looked at until KSeF has said what it makes of it. */
import { describe, expect, it } from 'vitest';
import type { KsefMode } from '../../../../utils/invoice/ksef.ts';
import { POST } from '../troubles.ts';
import { bookedFor, DAY, MINUTE, VIEW, type World } from '../world.ts';
import { companyOrder, consumerOrder, createShop, KSEF_POST, ofOrders, posts, pressCheck, story } from './scene.ts';

const SECOND = 1_000;
const shop = (ksef: KsefMode) => createShop(ksef, { settings: ofOrders });

/** Issued, and handed over. */
async function sent(prepare: (world: World) => void = () => undefined) {
  const world = await shop('all');
  prepare(world);
  const { orderId, key } = companyOrder(world);
  await world.send(orderId, key);
  await world.idle();
  return { world, orderId, key };
}

describe('which documents go', () => {
  it.each<[KsefMode, 'company' | 'consumer', number]>([
    ['off', 'company', 0],
    ['manual', 'company', 0],
    ['companies', 'company', 1],
    ['companies', 'consumer', 0],
    ['all', 'company', 1],
    ['all', 'consumer', 1],
  ])('%s: that of a %s is sent %i times', async (mode, buyer, times) => {
    const world = await shop(mode);
    const { orderId, key } = buyer === 'company' ? companyOrder(world) : consumerOrder(world);
    expect(await world.send(orderId, key)).toMatchObject({ state: 'done' });
    await world.pass(DAY);
    expect(posts(world)).toHaveLength(times);
    const { ksefNumber } = await world.transfer(key);
    expect(ksefNumber === null).toBe(times === 0);
    expect(world.alarm()).toBeNull();
  });

  it('the request is signed, says "now" and names the document by its identifier', async () => {
    const { world, orderId } = await sent();
    const [invoice] = bookedFor(world, orderId);
    expect(posts(world)).toEqual([`/iapi/fakturakraj/ksef/send/${invoice?.id}.json`]);
    expect(world.network.passed.find(({ target }) => target.includes('ksef'))?.body).toBe('{"DataWysylki":null}');
    expect(invoice).toMatchObject({ sentToKsef: true });
  });

  it('not before the number was read', async () => {
    const world = await shop('all');
    world.ifirma.turn({ numberLag: { ms: 5 * MINUTE, shows: 'digits' } });
    const { orderId, key } = companyOrder(world);
    await world.send(orderId, key);
    await world.pass(4 * MINUTE);
    expect(posts(world)).toEqual([]);
    await world.pass(20 * MINUTE);
    expect(posts(world)).toHaveLength(1);
  });

  it('what was linked, or booked by another computer, is not this one’s to send', async () => {
    const world = await shop('all');
    const { orderId, key } = companyOrder(world);
    await world.send(orderId, key);
    const [own] = bookedFor(world, orderId);
    const other = await createShop('all', { settings: ofOrders, shared: world });
    const { findings } = await other.send(orderId, key);
    const confirm = findings.flatMap(({ evidence }) => evidence ?? []);
    const adopted = await other.send(orderId, key, confirm);
    expect(adopted).toMatchObject({ ifirmaNumber: own?.number });
    expect(adopted.actions).toContain('ksef');
    await other.pass(DAY);
    expect(posts(other)).toEqual([]);
  });
});

describe('an invoice whose POST had an unclear end', () => {
  it('goes by itself once it was found, and also when it was found only as a person sent it again', async () => {
    for (const isLate of [false, true]) {
      const world = await shop('all');
      const { orderId, key } = companyOrder(world);
      await world.view(orderId, key);
      world.network.arm(
        { ...POST, times: 1 },
        isLate ? { kind: 'late', ms: 2 * DAY } : { kind: 'drop', when: 'after' },
      );
      await world.send(orderId, key);
      if (isLate) {
        await world.pass(DAY);
        expect(await world.transfer(key)).toMatchObject({ reason: { code: 'absent-proven' } });
        // It arrives in the moment in which a person sends again.
        world.clock.advance(DAY);
        await world.network.arrive();
        await world.send(orderId, key);
      }
      await world.pass(30 * MINUTE);
      expect(bookedFor(world, orderId)).toHaveLength(1);
      expect(posts(world)).toHaveLength(1);
      expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'accepted' } });
    }
  });

  it('and that a person has linked is the person’s to send', async () => {
    const world = await shop('all');
    const { orderId, key } = companyOrder(world);
    await world.view(orderId, key);
    world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'after' });
    await world.send(orderId, key);
    const [invoice] = bookedFor(world, orderId);
    await world.tell<'link'>({ type: 'link', orderId, key, number: invoice?.number ?? '' });
    await world.pass(DAY);
    expect(posts(world)).toEqual([]);
    expect((await world.view(orderId, key)).actions).toContain('ksef');
  });
});

describe('KSeF’s answer', () => {
  it.each(['NumerKSEF', 'NumerKSeF'] as const)(
    'is read as %s, shown, and nothing is asked for any more',
    async (ksefName) => {
      const { world, orderId, key } = await sent(({ ifirma }) => ifirma.turn({ ksefName }));
      expect(await world.view(orderId, key)).toMatchObject({
        state: 'done',
        ksef: { standing: 'sent' },
        ksefNumber: null,
      });
      await world.pass(MINUTE);
      const [invoice] = bookedFor(world, orderId);
      expect(invoice?.ksefNumber).toMatch(/^\d{10}-/);
      expect(await world.view(orderId, key)).toMatchObject({
        ksefNumber: invoice?.ksefNumber,
        ksef: { standing: 'accepted', reason: null },
        actions: ['pdf', 'correct'],
      });
      expect(await story(world, key)).toEqual(['sent', 'accepted']);
      expect(posts(world)).toHaveLength(1);
    },
  );

  it.each(['top', 'response', 'wynik', 'wynik-array'] as const)(
    'is found where the document is wrapped in %s',
    async (detail) => {
      const { world, key } = await sent(({ ifirma }) => ifirma.turn({ detail }));
      await world.pass(MINUTE);
      expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'accepted' } });
    },
  );

  it('is looked for after 5, 10, 20 and 40 s, then ever more rarely, for a day; then when a person asks', async () => {
    const { world, orderId, key } = await sent(({ ifirma }) => ifirma.turn({ ksef: { outcome: 'pending' } }));
    const [invoice] = bookedFor(world, orderId);
    const looks = () =>
      world.network.passed.filter(({ target, method }) => method === 'GET' && target.endsWith(`/${invoice?.id}.json`));
    const sentAt = world.network.passed.find(({ target }) => target.includes('ksef'))?.at ?? 0;
    await world.pass(3 * MINUTE);
    const pauses = looks()
      .map(({ at }) => at)
      .filter((at) => at > sentAt)
      .map((at, nth, all) => at - (all[nth - 1] ?? sentAt));
    const wanted = [5, 10, 20, 40, 60].map((seconds) => seconds * SECOND);
    for (const [nth, pause] of wanted.entries()) {
      expect(pauses[nth]).toBeGreaterThanOrEqual(pause);
      expect(pauses[nth]).toBeLessThan(pause + 2 * SECOND);
    }
    await world.pass(DAY);
    // Every five minutes of a day.
    expect(looks().length).toBeGreaterThan(250);
    expect(looks().length).toBeLessThan(310);
    expect(posts(world)).toHaveLength(1);
    expect(await world.view(orderId, key)).toMatchObject({
      state: 'done',
      ksef: { standing: 'silent', reason: { code: 'ksef-silent' } },
      actions: ['pdf', 'check', 'correct'],
    });
    expect(await story(world, key)).toEqual(['sent', 'silent ksef-silent']);
    const { rows } = await world.tell<'errors'>({ type: 'errors', before: null }, VIEW);
    expect(rows).toMatchObject([{ key }]);
    expect(world.alarm()).toBeNull();

    // A person has it looked at.
    expect(await pressCheck(world, orderId, key)).toMatchObject({ ksef: { standing: 'silent' } });
    world.ifirma.turn({ ksef: { outcome: 'accepted' } });
    expect(await pressCheck(world, orderId, key)).toMatchObject({ ksef: { standing: 'accepted' } });
    expect((await world.tell<'errors'>({ type: 'errors', before: null }, VIEW)).rows).toEqual([]);
    expect(posts(world)).toHaveLength(1);
  });

  it('that something is on its way is no answer yet', async () => {
    const { world, key } = await sent(({ ifirma }) =>
      ifirma.turn({ ksef: { outcome: 'accepted', ms: 30 * MINUTE, trace: 'PRZEKAZANA_DO_KSEF' } }),
    );
    await world.pass(20 * MINUTE);
    expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'sent' } });
    await world.pass(20 * MINUTE);
    expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'accepted' } });
  });

  it('is waited for through a night without a network', async () => {
    const { world, key } = await sent();
    const night = world.network.arm({ host: KSEF_POST.host }, { kind: 'offline' });
    await world.pass(10 * 60 * MINUTE);
    night.remove();
    await world.pass(6 * MINUTE);
    expect(await world.transfer(key)).toMatchObject({ ksef: { standing: 'accepted' } });
  });
});
