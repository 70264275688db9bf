/** `send.month`: the month is moved, the document is sent, the month is moved back. */
import { describe, expect, it } from 'vitest';
import { TEST_KEYS } from '../../../sim/ifirma/index.ts';
import { DEMO_KEY } from '../../../sim/sellasist/index.ts';
import { IFIRMA } from '../troubles.ts';
import { VIEW } from '../world.ts';
import {
  AWAY,
  expectHome,
  HOME,
  intentOf,
  monthOf,
  monthState,
  refusedOrder,
  sendMonth,
  setMonth,
  story,
} from './scene.ts';

describe('a document of another month', () => {
  it('is booked in its own month, and the month is home before anything else is done', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    const before = story(world).length;
    expect(await sendMonth(scene)).toMatchObject({ state: 'done' });
    expect(story(world).slice(before)).toEqual([
      // What can be done is asked for the person, and again by the engine.
      'month?',
      'month?',
      'POPRZ',
      'month?',
      // The last word before the POST.
      'month?',
      'POST',
      'month?',
      'NAST',
      'month?',
    ]);
    await expectHome(scene);
    // The number and the PDF come after it.
    const asked = world.network.passed.filter(({ host }) => host === IFIRMA).map(({ target }) => target);
    const back = asked.slice(asked.lastIndexOf('/iapi/fakturakraj.json') + 1);
    expect(back.slice(0, 3)).toEqual(Array.from({ length: 3 }, () => '/iapi/abonent/miesiacksiegowy.json'));
    // One refusal before, and none of the moved month.
    expect(world.ifirma.outsideMonth()).toBe(1);
    expect(world.ifirma.booked()[0]?.body).toMatchObject({ DataSprzedazy: '2026-11-20' });
  });

  it('several months away goes there and back step by step, and each step is read again', async () => {
    const scene = await refusedOrder({ date: '2026-11-20' });
    setMonth(scene.world, '2026-08');
    const before = story(scene.world).length;
    expect(await sendMonth(scene, '2026-08', AWAY)).toMatchObject({ state: 'done' });
    expect(
      story(scene.world)
        .slice(before)
        .filter((each) => each !== 'month?'),
    ).toEqual(['NAST', 'NAST', 'NAST', 'POST', 'POPRZ', 'POPRZ', 'POPRZ']);
    await expectHome(scene, '2026-08');
  });

  it('whose month iFirma has by now is sent without any move', async () => {
    const scene = await refusedOrder();
    setMonth(scene.world, AWAY);
    const before = story(scene.world).length;
    expect(await sendMonth(scene)).toMatchObject({ state: 'done' });
    expect(story(scene.world).slice(before)).not.toContain('POPRZ');
    expect(story(scene.world).slice(before)).not.toContain('NAST');
    await expectHome(scene, AWAY);
  });

  it('leaves a line in the log for each step, from and to, and no secret', async () => {
    const scene = await refusedOrder();
    await sendMonth(scene);
    const rows = await scene.world.store.log.ofDocument('demo', scene.key, 100);
    expect(rows.filter(({ event }) => event === 'month').map(({ reason }) => reason)).toEqual([
      { code: 'month-step', params: { from: AWAY, to: HOME } },
      { code: 'month-step', params: { from: HOME, to: AWAY } },
    ]);
  });

  it('is nobody’s to show once the month is home', async () => {
    const scene = await refusedOrder();
    await sendMonth(scene);
    expect(await monthState(scene.world)).toEqual([]);
  });
});

describe('what is refused before anything is moved', () => {
  it.each([
    ['another month than the person was told', '2026-10', AWAY],
    ['another target', HOME, '2026-10'],
    ['the same month twice', AWAY, AWAY],
    ['a year that would be crossed', '2027-01', AWAY],
  ])('%s', async (_what, from, to) => {
    const scene = await refusedOrder();
    const { world, orderId, key } = scene;
    const before = story(world).length;
    const reply = await world.ask<'send.month'>({ type: 'send.month', orderId, key, from, to });
    expect(reply.ok).toBe(false);
    expect(
      story(world)
        .slice(before)
        .filter((each) => each !== 'month?'),
    ).toEqual([]);
    expect(await intentOf(world)).toBeNull();
    expect(monthOf(world)).toBe(HOME);
    expect(await world.transfer(key)).toMatchObject({ state: 'incomplete' });
  });

  it('a document that the month has not stopped', async () => {
    const scene = await refusedOrder();
    const { world } = scene;
    const { id } = world.panel.addOrder({ date: '2026-11-20', buyer: { postcode: '' } });
    await world.send(id, `o${id}`);
    const ask = { type: 'send.month', orderId: id, key: `o${id}`, from: HOME, to: AWAY } as const;
    expect(await world.ask<'send.month'>(ask)).toMatchObject({ ok: false });
    expect(monthOf(world)).toBe(HOME);
  });

  it('an account without the key abonent', async () => {
    const secrets = { sellasist: DEMO_KEY, faktura: TEST_KEYS.faktura };
    const { world, orderId, key } = await refusedOrder({ options: { draft: { secrets } } });
    const ask = { type: 'send.month', orderId, key, from: HOME, to: AWAY } as const;
    expect(await world.ask<'send.month'>(ask)).toMatchObject({ ok: false, reason: { code: 'key-missing' } });
    expect(monthOf(world)).toBe(HOME);
  });

  it('a word on the month from a page of the panel', async () => {
    const { world } = await refusedOrder();
    const leave = { type: 'month.leave', login: 'sklep@example.com' } as const;
    expect(await world.ask<'month.leave'>(leave)).toMatchObject({ ok: false });
    expect(await world.ask<'month.leave'>(leave, VIEW)).toMatchObject({ ok: true });
  });
});
