/** A person decides of a document while the worker is busy with it: what the worker finds out is then out of date, and never a bug. */
import { describe, expect, it } from 'vitest';
import { hold } from './hold.ts';
import { POST } from './troubles.ts';
import { bookedFor, createWorld, DAY, type World } from './world.ts';

/** Its absence is proven, and a person has pressed `Sprawdź w iFirma`: the look is on its way. */
async function beingLookedFor(when: 'before' | 'after') {
  const world = await createWorld();
  const lost = world.network.arm({ ...POST, times: 1 }, { kind: 'drop', when: 'before' });
  await world.send('1001', 'd77');
  lost.remove();
  await world.pass(2 * 3_600_000);
  expect(await world.view('1001', 'd77')).toMatchObject({ reason: { code: 'absent-proven' } });
  if (when === 'after') bookedByAnother(world);
  // iFirma has answered, so that its next request may be a person's.
  const held = hold(world, 'before transfers.known');
  const checking = world.ask<'check'>({ type: 'check', orderId: '1001', key: 'd77' });
  await held.reached;
  return { world, held, checking };
}

async function invoiceOf77() {
  const other = await createWorld();
  await other.send('1001', 'd77');
  const [invoice] = other.ifirma.booked();
  if (invoice === undefined) throw new Error('nothing was booked');
  return invoice;
}

const { body } = await invoiceOf77();

function bookedByAnother(world: World) {
  return world.ifirma.issueByHand('fakturakraj', { ...body });
}

describe('„Wyślij ponownie” is pressed while it is looked for', () => {
  it.each([
    ['is not there', 'before', 1],
    ['has turned up', 'after', 0],
  ] as const)('and it %s: the person’s word counts, and one is booked', async (_what, when, posted) => {
    const { world, held, checking } = await beingLookedFor(when);
    const before = world.network.passed.filter(({ method }) => method === 'POST').length;
    const sending = world.ask<'send'>({ type: 'send', orderId: '1001', key: 'd77', confirm: [] });
    while ((await world.transfer('d77')).state !== 'queued') await new Promise(setImmediate);
    held.release();
    expect(await checking).toMatchObject({ ok: true });
    expect(await sending).toMatchObject({ ok: true, value: { documents: [{ state: 'done', reason: null }] } });
    await world.pass(DAY);
    expect(bookedFor(world, '1001')).toHaveLength(1);
    expect(world.network.passed.filter(({ method }) => method === 'POST')).toHaveLength(before + posted);
  });
});

it('a look that finds the invoice which a person has linked meanwhile says nothing more', async () => {
  const { world, held, checking } = await beingLookedFor('after');
  const [{ number } = { number: '' }] = world.ifirma.booked();
  const linking = world.ask<'link'>({ type: 'link', orderId: '1001', key: 'd77', number });
  while ((await world.transfer('d77')).state !== 'issued') await new Promise(setImmediate);
  held.release();
  expect(await checking).toMatchObject({ ok: true });
  expect(await linking).toMatchObject({ ok: true, value: { documents: [{ state: 'done', ifirmaNumber: number }] } });
  await world.pass(DAY);
  expect(await world.transfer('d77')).toMatchObject({ state: 'done', reason: null });
  expect(bookedFor(world, '1001')).toHaveLength(1);
});
