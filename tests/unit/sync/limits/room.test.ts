/** What the engine plans bulk work by, over the store that the windows are kept in. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../../utils/http/transport.ts';
import { bulkRoom } from '../../../../utils/sync/limits/room.ts';
import { EMPTY_WINDOW } from '../../../../utils/sync/limits/window.ts';
import { type ServiceFactory, serviceFactory } from '../../../../utils/sync/services.ts';
import { exampleAccount, keep, openExample } from '../../store/examples.ts';
import { ANSWER, DAY, handClock, MINUTE, rule, START } from './stand-ins.ts';

const OWN = exampleAccount();

/** Both services answer at once; whoever begins anew finds what the last one kept. */
async function planning() {
  const time = handClock();
  const store = await openExample();
  await keep(store, OWN.panel, 'sellasist', 'klucz');
  const asked: HttpRequest[] = [];
  const begin = (): ServiceFactory =>
    serviceFactory(
      store,
      async (request) => {
        asked.push(request);
        return { ...ANSWER, bytes: new TextEncoder().encode('[]') };
      },
      time.clock,
    );
  return { ...time, asked, begin };
}

describe('the room for bulk work', () => {
  it('is what each service takes less the reserve of people, while nothing was asked', async () => {
    const { begin, clock } = await planning();
    const room = await begin().room(OWN);
    expect([room.ifirma.now, room.sellasist.now]).toEqual([96, 58]);
    expect(room.sellasist.at(58)).toBe(clock.now());
  });

  it('shrinks with every request of either pace, and is the same to a worker that starts anew', async () => {
    const { begin, pass, asked } = await planning();
    const services = begin();
    await services.of(OWN).sellasist.statuses();
    pass(10_000);
    await services.of(OWN, 'bulk').sellasist.statuses();
    expect(asked).toHaveLength(2);
    for (const each of [services, begin()]) {
      const { ifirma, sellasist } = await each.room(OWN);
      expect([ifirma.now, sellasist.now]).toEqual([96, 56]);
      expect([56, 57, 58].map((count) => sellasist.at(count) - START)).toEqual([10_000, MINUTE, MINUTE + 10_000]);
    }
  });

  it('counts what several accounts of one panel ask at the same time', async () => {
    const { begin } = await planning();
    const services = begin();
    const others = ['a', 'b', 'c'].map((id) => services.of({ ...OWN, id }, id === 'a' ? 'person' : 'bulk'));
    await Promise.all(others.map(({ sellasist }) => sellasist.statuses()));
    expect((await services.room(OWN)).sellasist.now).toBe(55);
  });

  it('is full for bulk work while people still find some', async () => {
    const { begin } = await planning();
    const services = begin();
    for (let count = 0; count < 58; count += 1) await services.of(OWN, 'bulk').sellasist.statuses();
    expect((await services.room(OWN)).sellasist.now).toBe(0);
    expect(await services.of(OWN, 'bulk').sellasist.statuses()).toEqual({
      ok: false,
      problem: { kind: 'rate', retryAfterMs: MINUTE },
    });
    expect(await services.of(OWN).sellasist.statuses()).toMatchObject({ ok: true });
  });

  it('comes when it was said, although the clock was set back and the worker starts anew each time', async () => {
    const { begin, set, pass, clock } = await planning();
    const services = begin();
    for (let count = 0; count < 58; count += 1) await services.of(OWN, 'bulk').sellasist.statuses();
    set(-DAY);
    const moment = (await begin().room(OWN)).sellasist.at(10);
    expect(moment).toBe(clock.now() + MINUTE);
    pass(MINUTE / 2);
    expect((await begin().room(OWN)).sellasist.at(10)).toBe(moment);
    pass(MINUTE / 2);
    expect((await begin().room(OWN)).sellasist.now).toBe(58);
  });

  it('for more than ever fit at once comes when all that fit do', () => {
    const own = rule({ perMinute: 10, reserve: { perMinute: 3, perDay: 0 } });
    const room = bulkRoom({ ...EMPTY_WINDOW, recent: [START - 1000] }, own, START);
    expect([room.now, room.at(7) - START, room.at(500) - START]).toEqual([6, MINUTE - 1000, MINUTE - 1000]);
  });
});
