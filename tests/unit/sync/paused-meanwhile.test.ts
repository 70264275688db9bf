/** iFirma's refusal pauses the account while something else happens: whatever waits then says why. Found by random walks (tests/reliability/model). */
import { expect, it } from 'vitest';
import { hold } from './hold.ts';
import { LIST } from './troubles.ts';
import { createWorld, MINUTE } from './world.ts';

const refused = async () => {
  const world = await createWorld();
  await world.view('1001', 'd77');
  world.network.arm(LIST, { kind: 'kod', kod: 499 });
  return world;
};

/** Those from the moment on at which the account is paused. */
async function gatesOfPausing(): Promise<number[]> {
  const world = await refused();
  world.newLife(null);
  await world.send('1001', 'd77');
  const { gates } = world.life();
  const first = gates.indexOf('before accounts.change');
  expect(first).toBeGreaterThan(0);
  return [...gates.keys()].slice(first);
}

it('a worker that dies while it pauses an account leaves nothing waiting without a reason', async () => {
  for (const gate of await gatesOfPausing()) {
    const world = await refused();
    world.newLife(gate);
    await Promise.race([world.send('1001', 'd77'), world.life().died]);
    await world.pass(2 * MINUTE);
    const { state, reason } = await world.transfer('d77');
    expect({ state, isSaid: reason !== null }, `killed at gate ${gate}`).toEqual({ state, isSaid: true });
    const account = await world.store.accounts.get(world.accountId);
    expect(account?.pausedBy, `killed at gate ${gate}`).toBe('kod-499');
  }
});

it('a document that is accepted in the moment in which the account is paused says why it waits', async () => {
  const world = await refused();
  const { id } = world.panel.addOrder();
  await world.view(id, `o${id}`);
  const { reached, release } = hold(world, 'before transfers.create');
  const accepted = world.send('1001', 'd77');
  await reached;
  await world.send(id, `o${id}`);
  release();
  await accepted;
  await world.pass(2 * MINUTE);
  const { state, reason } = await world.transfer('d77');
  expect({ state, code: reason?.code }).toEqual({ state: 'queued', code: 'account-paused' });
});
