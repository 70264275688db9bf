/** The same troubles at every other request of the way: what passes is waited for, what does not is said, and nothing is booked twice. */
import { describe, expect, it } from 'vitest';
import type { FaultMatch } from '../../sim/faults.ts';
import type { Trouble } from './network.ts';
import { json, LATER, LIST, type Named, ORDER, PAUSING, PDF, PUT, UNCLEAR } from './troubles.ts';
import { bookedFor, createWorld, DAY, MINUTE, VIEW, type World } from './world.ts';

interface Place {
  readonly match: FaultMatch & { readonly host: string };
  /** Which of the requests that fit it is, once the card is open. */
  readonly nth: number;
  /** Whether the invoice stands already when it comes. */
  readonly isBooked: boolean;
}

const IFIRMA_PLACES: Readonly<Record<string, Place>> = {
  'the look-up': { match: LIST, nth: 1, isBooked: false },
  'the list with the number': { match: LIST, nth: 2, isBooked: true },
  'the PDF': { match: PDF, nth: 1, isBooked: true },
};

const SELLASIST_PLACES: Readonly<Record<string, Place>> = {
  'the order, to be checked': { match: ORDER, nth: 1, isBooked: false },
  'the order, before the PDF is written': { match: ORDER, nth: 2, isBooked: true },
  'the PUT of the PDF': { match: PUT, nth: 1, isBooked: true },
  'the order, read back': { match: ORDER, nth: 3, isBooked: true },
};

async function sentInto({ match, nth }: Place, trouble: Trouble) {
  const world = await createWorld();
  await world.view('1001', 'd77');
  const fault = world.network.arm({ ...match, nth, times: 1 }, trouble);
  const view = await world.send('1001', 'd77');
  expect(fault.fired()).toBe(1);
  return { world, view };
}

async function expectDone(world: World) {
  expect(await world.view('1001', 'd77')).toMatchObject({
    state: 'done',
    findings: [],
    reason: null,
    attached: 'verified',
  });
  expect(bookedFor(world, '1001')).toHaveLength(1);
  expect(world.panel.files('1001', '12')).toHaveLength(1);
}

const rowsOf = (places: Readonly<Record<string, Place>>, troubles: readonly Named[]) =>
  Object.entries(places).flatMap(([where, place]) =>
    troubles.map(([what, trouble]) => [where, what, place, trouble] as const),
  );

const TEMPORARY: readonly Named[] = [...UNCLEAR, ...LATER, ['Kod 100', { kind: 'kod', kod: 100 }]];

describe('iFirma, for a moment', () => {
  it.each(rowsOf(IFIRMA_PLACES, TEMPORARY))(
    '%s: %s; waited for, and done by itself',
    async (_where, _what, place, trouble) => {
      const { world, view } = await sentInto(place, trouble);
      expect(view.state).toBe(place.isBooked ? 'issued' : 'queued');
      expect(bookedFor(world, '1001')).toHaveLength(place.isBooked ? 1 : 0);
      await world.pass(DAY);
      await expectDone(world);
    },
  );

  it.each(TEMPORARY)('the detail that gives the number: %s; waited for, and done by itself', async (_what, trouble) => {
    const world = await createWorld();
    world.ifirma.turn({ listLag: { ms: DAY } });
    world.network.arm({ host: 'www.ifirma.pl', path: 'fakturakraj/\\d+\\.json', times: 1 }, trouble);
    await world.send('1001', 'd77');
    await world.pass(DAY);
    await expectDone(world);
  });
});

describe('iFirma, refusing the account', () => {
  const rows = Object.entries(IFIRMA_PLACES).flatMap(([where, place]) =>
    PAUSING.map((kod) => [where, kod, place] as const),
  );
  it.each(rows)('%s: Kod %d; the account pauses, nothing is lost and nothing doubled', async (_where, kod, place) => {
    const { world, view } = await sentInto(place, { kind: 'kod', kod, text: 'Nie' });
    expect(view).toMatchObject({ state: place.isBooked ? 'issued' : 'failed', reason: { code: `kod-${kod}` } });
    expect((await world.store.accounts.get(world.accountId))?.pausedBy).toBe(`kod-${kod}`);
    const asked = world.network.passed.length;
    await world.pass(DAY);
    expect(world.network.passed).toHaveLength(asked);
    await world.tell<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
    await world.idle();
    if (!place.isBooked) await world.send('1001', 'd77');
    await expectDone(world);
  });
});

describe('iFirma, refusing the request', () => {
  const rows = Object.entries(IFIRMA_PLACES).flatMap(([where, place]) =>
    [101, 102, 200, 201, 202, 777].map((kod) => [where, kod, place] as const),
  );
  it.each(rows)('%s: Kod %d; said, and a person or time brings it on', async (_where, kod, place) => {
    const { world, view } = await sentInto(place, { kind: 'kod', kod, text: 'Nie' });
    // The PDF is asked for a second time, by the number; a refusal to read says nothing of the invoice, which is there.
    if (place.match === PDF) expect(view).toMatchObject({ state: 'done' });
    else if (place.isBooked) expect(view).toMatchObject({ state: 'issued', reason: { code: 'number-waiting' } });
    else
      expect(view).toMatchObject({
        state: 'failed',
        reason: { code: 'read-refused', params: { kod: String(kod), text: 'Nie' } },
      });
    await world.pass(DAY);
    expect(bookedFor(world, '1001')).toHaveLength(place.isBooked ? 1 : 0);
    if (!place.isBooked) await world.send('1001', 'd77');
    await expectDone(world);
  });
});

describe('Sellasist, for a moment', () => {
  /** What is HTML or cut off with HTTP 200 is no lost network, but mostly there for minutes; a redirect is a person's. */
  const isUnreadable = (what: string): boolean => /HTML|empty|cut off|redirect/.test(what);
  const rows = rowsOf(SELLASIST_PLACES, [...UNCLEAR, ...LATER]).filter(([, what]) => !isUnreadable(what));
  it.each(rows)('%s: %s; waited for, and done by itself', async (_where, _what, place, trouble) => {
    const { world } = await sentInto(place, trouble);
    expect(bookedFor(world, '1001')).toHaveLength(place.isBooked ? 1 : 0);
    await world.pass(DAY);
    await expectDone(world);
  });

  const odd = rowsOf(SELLASIST_PLACES, UNCLEAR).filter(([, what]) => isUnreadable(what));
  it.each(odd)('%s: %s; said, and a person or time brings it on', async (_where, what, place, trouble) => {
    const { world, view } = await sentInto(place, trouble);
    expect(bookedFor(world, '1001')).toHaveLength(place.isBooked ? 1 : 0);
    if (!place.isBooked && what.includes('redirect')) {
      expect(view).toMatchObject({ state: 'failed', actions: ['resend', 'preview', 'skip', 'link'] });
      await world.pass(DAY);
      await world.send('1001', 'd77');
    } else if (!place.isBooked) {
      expect(view).toMatchObject({ state: 'queued', reason: { code: 'sellasist-unreadable' } });
    }
    await world.pass(DAY);
    if ((await world.view('1001', 'd77')).state === 'issued') {
      // Said to have been taken and not kept: the other spelling was tried, and has left something broken.
      world.panel.orders.get('1001')?.files.delete('12');
      await world.tell<'attach'>({ type: 'attach', orderId: '1001', key: 'd77' });
    }
    await expectDone(world);
  });
});

describe('Sellasist, refusing', () => {
  const REFUSALS: readonly (readonly [string, Trouble, string])[] = [
    ['401', json(401, { message: 'Unknown user' }), 'sellasist-key'],
    ['200 with „Unknown user”', json(200, { message: 'Unknown user' }), 'sellasist-key'],
    ['403', json(403, { message: 'Access denied' }), 'sellasist-forbidden'],
    ['404', json(404, { message: 'Order not found' }), 'sellasist-order-missing'],
    ['400', json(400, { message: 'Coś jest nie tak' }), 'sellasist-error'],
    ['an error in a 200', json(200, { status: 'error', message: 'Coś jest nie tak' }), 'sellasist-error'],
    ['JSON that is no order', json(200, []), 'sellasist-order-missing'],
  ];
  it.each(REFUSALS)(
    'the order with %s: failed, nothing is booked, and a person sends it again',
    async (_what, trouble, code) => {
      const place: Place = { match: ORDER, nth: 1, isBooked: false };
      const { world, view } = await sentInto(place, trouble);
      expect(view).toMatchObject({ state: 'failed', reason: { code }, actions: ['resend', 'preview', 'skip', 'link'] });
      await world.pass(DAY);
      expect(world.ifirma.booked()).toEqual([]);
      expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
    },
  );

  it.each([
    ['a page of HTML', { kind: 'html' }],
    ['half of it', { kind: 'truncated' }],
    ['another order', json(200, { id: '999', carts: [], payment: {} })],
  ] as const)(
    'the order with %s again and again: asked for some times, then a person is told',
    async (_what, trouble) => {
      const world = await createWorld();
      await world.view('1001', 'd77');
      const fault = world.network.arm(ORDER, trouble);
      const { documents } = await world.tell<'send'>({ type: 'send', orderId: '1001', key: 'd77', confirm: [] });
      expect(documents).toMatchObject([{ state: 'queued', reason: { code: 'sellasist-unreadable' } }]);
      await world.pass(20 * MINUTE);
      expect(await world.transfer('d77')).toMatchObject({ state: 'queued' });
      await world.pass(DAY);
      expect(await world.transfer('d77')).toMatchObject({ state: 'failed', reason: { code: 'sellasist-unreadable' } });
      expect(fault.fired()).toBeLessThan(12);
      fault.remove();
      expect(await world.send('1001', 'd77')).toMatchObject({ state: 'done' });
    },
  );

  it('the order behind a page of HTML after hours without a network: asked for some times more', async () => {
    const world = await createWorld();
    await world.view('1001', 'd77');
    const gone = world.network.arm({}, { kind: 'drop' });
    await world.tell<'send'>({ type: 'send', orderId: '1001', key: 'd77', confirm: [] });
    await world.pass(5 * 60 * MINUTE);
    gone.remove();
    world.network.arm({ ...ORDER, times: 1 }, { kind: 'html' });
    await world.pass(30 * MINUTE);
    await expectDone(world);
  });

  it('the document in the same ways: failed, nothing is booked', async () => {
    for (const [, trouble, code] of REFUSALS.slice(0, 6)) {
      const place: Place = {
        match: { host: 'demo.sellasist.pl', path: 'operationdocuments/77' },
        nth: 1,
        isBooked: false,
      };
      const { world, view } = await sentInto(place, trouble);
      expect(view).toMatchObject({ state: 'failed', reason: { code } });
      expect(world.ifirma.booked()).toEqual([]);
    }
  });
});
