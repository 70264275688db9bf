/** Two computers of one shop: the whole Mostek twice, on the same panel and the same books. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Transfer } from '../../../utils/invoice/transfer.ts';
import { createComputers, passTogether, STATE_FIELD } from './computers.ts';
import { sellTogether, type Weather } from './field-shop.ts';
import { bookedFor, MINUTE, type World } from './world.ts';

const HOUR = 60 * MINUTE;
const ORDER = '1001';
const KEY = 'd77';
/** Stories told by chance. */
const RUNS = 300;
/** The same with the whole engine, which takes longer. */
const WHOLE_RUNS = 15;
const LONG = 120_000;

type Pair = readonly [World, World];

async function twoComputers(settings: Parameters<typeof createComputers>[1] = {}): Promise<Pair> {
  const [office, store] = await createComputers(['Biuro', 'Magazyn'], settings);
  if (office === undefined || store === undefined) throw new Error('two computers');
  return [office, store];
}

const fieldIn = ({ panel }: World): string => panel.text(ORDER, STATE_FIELD);

const both = (worlds: Pair): Promise<Transfer[]> => Promise.all(worlds.map((world) => world.transfer(KEY)));

describe('one computer', () => {
  it('claims the order, waits whether another has, and then says in the field what it has sent', async () => {
    const [office] = await twoComputers();
    const sent = await office.send(ORDER, KEY);
    expect(sent).toMatchObject({ state: 'queued', reason: { code: 'claiming' } });
    expect(fieldIn(office)).toContain('Mostek: wysyła Biuro, 22.11.2026 10:01 [mostek claim d77 ');
    expect(office.ifirma.booked()).toEqual([]);

    await office.pass(5_900);
    expect(office.ifirma.booked()).toEqual([]);
    await office.pass(MINUTE);
    expect(await office.view(ORDER, KEY)).toMatchObject({ state: 'done', ifirmaNumber: '1/11/2026' });
    expect(fieldIn(office)).toContain('Mostek: wysłano 1/11/2026, 22.11.2026 10:01 [mostek done d77 ');
  });

  it('says why it did not send, and sends at once when that is mended', async () => {
    const [office] = await twoComputers();
    const order = office.panel.orders.get(ORDER);
    if (order === undefined) throw new Error('no order');
    const { postcode } = order.billAddress;
    order.billAddress = { ...order.billAddress, postcode: '' };
    const document = office.panel.documents.get('77');
    if (document?.buyer) Object.assign(document.buyer, { postcode: '' });
    await office.send(ORDER, KEY);
    await office.pass(MINUTE);
    expect(fieldIn(office)).toContain('Mostek: wymaga uzupełnienia (Biuro)');
    expect(office.ifirma.booked()).toEqual([]);

    order.billAddress = { ...order.billAddress, postcode };
    if (document?.buyer) Object.assign(document.buyer, { postcode });
    expect(await office.send(ORDER, KEY)).toMatchObject({ reason: { code: 'claiming' } });
    await office.pass(MINUTE);
    expect(await office.view(ORDER, KEY)).toMatchObject({ state: 'done' });
  });

  it('does not send where the field takes no text', async () => {
    const [office] = await twoComputers({ stateFieldId: '99' });
    await office.send(ORDER, KEY);
    await office.pass(HOUR);
    expect(await office.view(ORDER, KEY)).toMatchObject({ state: 'failed', reason: { code: 'claim-refused' } });
    expect(office.ifirma.booked()).toEqual([]);
  });

  it('asks about what a person has written there, and sends when told to', async () => {
    const [office] = await twoComputers();
    office.panel.orders.get(ORDER)?.texts.set(STATE_FIELD, 'FV wystawiona ręcznie');
    const asked = await office.send(ORDER, KEY);
    expect(asked).toMatchObject({
      state: 'incomplete',
      findings: [{ code: 'maybe-booked-state', params: { text: 'FV wystawiona ręcznie' } }],
    });
    await office.pass(HOUR);
    expect(fieldIn(office)).toBe('FV wystawiona ręcznie');
    await office.send(
      ORDER,
      KEY,
      asked.findings.flatMap(({ evidence = [] }) => evidence),
    );
    await office.pass(MINUTE);
    expect(bookedFor(office, ORDER)).toHaveLength(1);
  });

  it('needs no alarm clock of its own to come back to a claim when the worker dies in the pause', async () => {
    const [office] = await twoComputers();
    await office.send(ORDER, KEY);
    office.life().end();
    await office.pass(MINUTE);
    expect(await office.view(ORDER, KEY)).toMatchObject({ state: 'done' });
    expect(bookedFor(office, ORDER)).toHaveLength(1);
  });
});

describe('two computers that send at the same moment', () => {
  it('book one invoice, and both know its number', async () => {
    const worlds = await twoComputers();
    await Promise.all(worlds.map((world) => world.send(ORDER, KEY)));
    await passTogether(worlds, 5 * MINUTE);
    expect(bookedFor(worlds[0], ORDER)).toHaveLength(1);
    const number = '1/11/2026';
    expect(await both(worlds)).toMatchObject([
      { state: 'done', number },
      { state: 'done', number },
    ]);
    expect(fieldIn(worlds[0])).toContain('wysłano 1/11/2026');
  });

  it('without the field would book two, which the look afterwards finds', async () => {
    const worlds = await twoComputers({ stateFieldId: null });
    for (const world of worlds) world.honest = false;
    await Promise.all(worlds.map((world) => world.send(ORDER, KEY)));
    await passTogether(worlds, HOUR);
    // What the field is for.
    expect(bookedFor(worlds[0], ORDER)).toHaveLength(2);
    expect((await both(worlds)).map(({ reason }) => reason?.code)).toContain('double-found');
  });
});

describe('the second computer', () => {
  it('says who sends the order, and takes over its number although iFirma’s list lags', async () => {
    const [office, store] = await twoComputers();
    await office.send(ORDER, KEY);
    store.clock.advance(1_000);
    expect(await store.send(ORDER, KEY)).toMatchObject({
      state: 'queued',
      reason: { code: 'claimed-elsewhere', params: { computer: 'Biuro' } },
    });
    await office.pass(20_000);
    expect(await office.view(ORDER, KEY)).toMatchObject({ state: 'done' });
    store.network.arm({ method: 'GET', path: '^/iapi/faktury.json' }, { kind: 'drop', when: 'before' });
    await store.pass(MINUTE);
    expect(await store.transfer(KEY)).toMatchObject({ identifier: expect.stringMatching(/./), number: '1/11/2026' });
    expect(bookedFor(store, ORDER)).toHaveLength(1);
  });

  it('takes over what the first has left, a quarter of an hour later', async () => {
    const [office, store] = await twoComputers();
    await office.send(ORDER, KEY);
    // It is switched off, and stays so.
    office.life().end();
    await store.send(ORDER, KEY);
    await store.pass(14 * MINUTE);
    expect(store.ifirma.booked()).toEqual([]);
    await store.pass(2 * MINUTE);
    expect(await store.view(ORDER, KEY)).toMatchObject({ state: 'done' });

    // Switched on again, the first finds what was sent meanwhile.
    await office.pass(MINUTE);
    expect(await office.view(ORDER, KEY)).toMatchObject({ state: 'done', ifirmaNumber: '1/11/2026' });
    expect(bookedFor(store, ORDER)).toHaveLength(1);
  });

  it('asks a person where the first does not know whether it has booked', async () => {
    const [office, store] = await twoComputers();
    office.network.arm({ method: 'POST', times: 1 }, { kind: 'late', ms: 8 * MINUTE });
    await office.send(ORDER, KEY);
    await office.pass(30_000);
    expect(await office.view(ORDER, KEY)).toMatchObject({ state: 'uncertain' });
    expect(fieldIn(office)).toContain('Mostek: do sprawdzenia (Biuro)');
    expect(await store.send(ORDER, KEY)).toMatchObject({
      state: 'incomplete',
      findings: [{ code: 'maybe-booked-state' }],
    });
    await passTogether([office, store], HOUR);
    expect(bookedFor(office, ORDER)).toHaveLength(1);
    expect(fieldIn(office)).toContain('wysłano 1/11/2026');
    // Now the field says so, and nobody has to decide.
    await store.send(ORDER, KEY);
    await store.pass(MINUTE);
    expect(await store.view(ORDER, KEY)).toMatchObject({ state: 'done', ifirmaNumber: '1/11/2026' });
  });

  it('asks whether it is another sale where the first has sent the order under another document', async () => {
    const [office, store] = await twoComputers({ savePdf: false });
    await office.send(ORDER, KEY);
    await office.pass(MINUTE);
    store.panel.documents.delete('77');
    store.panel.addDocument({ id: '97', orderId: ORDER, numberInOrder: false });
    await store.view(ORDER, 'd97');
    const asked = await store.send(ORDER, 'd97');
    expect(asked).toMatchObject({ state: 'incomplete', findings: [{ code: 'maybe-booked-state' }] });
    await store.pass(HOUR);
    expect(bookedFor(store, ORDER)).toHaveLength(1);
  });
});

const weather = fc.record<Weather>({
  seed: fc.integer(),
  computers: fc.integer({ min: 2, max: 4 }),
  lost: fc.constantFrom(0, 5, 20),
  late: fc.constantFrom(0, 20, 50),
  slow: fc.constantFrom(0, 50, 95),
  refused: fc.constantFrom(0, 20, 60),
  death: fc.constantFrom(0, 1, 5),
  skew: fc.constantFrom(0, 1_000, MINUTE, HOUR),
  spread: fc.constantFrom(100, 10_000, MINUTE, 20 * MINUTE),
  latency: fc.constantFrom(50, 500, 2_000),
});
const CALM = { lost: 0, late: 0, slow: 0, refused: 0, death: 0, skew: 1_000, spread: 2_000, latency: 200 };

describe('several computers that send one order', () => {
  test('never book it twice, whatever is late, lost, cut off, dead or wrong about the time', {
    timeout: LONG,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(weather, async (given) => {
        const { booked, ends, story } = await sellTogether(given);
        expect(booked.length, story.join('\n')).toBeLessThanOrEqual(1);
        expect(ends).toHaveLength(given.computers);
      }),
      { numRuns: RUNS },
    );
  });

  test('book it once, and all of them know it, while nothing goes wrong', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.integer({ min: 1, max: 4 }), async (seed, computers) => {
        const { booked, ends, story } = await sellTogether({ ...CALM, seed, computers });
        expect(booked, story.join('\n')).toHaveLength(1);
        expect(ends.map(({ identifier }) => identifier)).toEqual(ends.map(() => '900'));
      }),
      { numRuns: 50 },
    );
  });
});

/** What goes wrong on the way of one computer: writes of the field that land late, lost answers, a worker that dies. */
const mishaps = fc.record({
  writes: fc.array(fc.oneof(fc.constant(null), fc.integer({ min: 100, max: 110_000 })), { maxLength: 3 }),
  lost: fc.array(fc.constantFrom('GET', 'PUT'), { maxLength: 2 }),
  slowness: fc.constantFrom(0, 300, 1_200),
  dieAt: fc.option(fc.integer({ min: 0, max: 60 })),
  delay: fc.integer({ min: 0, max: 9_000 }),
});

type Mishaps = typeof mishaps extends fc.Arbitrary<infer T> ? T : never;

function arm(world: World, { writes, lost, slowness, dieAt }: Mishaps): void {
  world.honest = false;
  world.network.slowness = slowness;
  for (const [at, ms] of writes.entries()) {
    if (ms !== null) world.network.arm({ method: 'PUT', nth: at + 1, times: 1 }, { kind: 'late', ms });
  }
  for (const method of lost) world.network.arm({ method, times: 1 }, { kind: 'drop', when: 'after' });
  if (dieAt !== null) world.life().endIn(dieAt);
}

test('two whole Mosteks never book an order twice, whatever lands late, is lost or dies, and in the end it is booked', {
  timeout: LONG,
}, async () => {
  const press = (world: World): Promise<unknown> =>
    Promise.race([world.ask<'send'>({ type: 'send', orderId: ORDER, key: KEY, confirm: [] }), world.life().died]);
  await fc.assert(
    fc.asyncProperty(mishaps, mishaps, async (first, second) => {
      const worlds = await twoComputers();
      const [office, store] = worlds;
      arm(office, first);
      arm(store, second);
      const sent = [press(office)];
      await passTogether(worlds, second.delay);
      sent.push(press(store));
      await Promise.all(sent);
      await passTogether(worlds, HOUR);
      expect(bookedFor(office, ORDER).length).toBeLessThanOrEqual(1);
      // Whoever never got round to it presses again, with the network well.
      for (const world of worlds) {
        world.network.mend();
        world.network.slowness = 0;
        await world.restart();
        await press(world);
      }
      await passTogether(worlds, HOUR);
      expect(bookedFor(office, ORDER)).toHaveLength(1);
    }),
    { numRuns: WHOLE_RUNS },
  );
});
