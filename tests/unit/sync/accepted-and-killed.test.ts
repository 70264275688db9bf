/** The worker dies in the moment in which there is something to do: it is woken all the same. Found by random walks (tests/reliability/model). */
import { expect, it } from 'vitest';
import { hold } from './hold.ts';
import { LIST } from './troubles.ts';
import { createWorld, DAY, VIEW } from './world.ts';

it('what was accepted while another run ended is woken for, though the worker dies right then', async () => {
  const world = await createWorld();
  const [slow, other] = [world.panel.addOrder(), world.panel.addOrder({ buyer: { postcode: '' } })];
  for (const { id } of [slow, other]) await world.view(id, `o${id}`);
  const { reached, release } = hold(world, 'before transfers.create');
  void world.send(slow.id, `o${slow.id}`);
  await reached;
  // It has said that work is to come. This one's run ends before that is stored, and knows of nothing to be woken for.
  expect(await world.send(other.id, `o${other.id}`)).toMatchObject({ state: 'incomplete' });
  world.life().endIn(1);
  release();
  expect(await world.life().died).toBe('after transfers.create');
  expect(await world.transfer(`o${slow.id}`)).toMatchObject({ state: 'queued' });
  await world.pass(DAY);
  expect(await world.transfer(`o${slow.id}`)).toMatchObject({ state: 'done' });
});

it('what waited for its account goes on, though the worker dies right when the connection test has succeeded', async () => {
  const world = await createWorld();
  const [refused, waiting] = [world.panel.addOrder(), world.panel.addOrder()];
  world.network.arm({ ...LIST, times: 1 }, { kind: 'kod', kod: 403 });
  await world.send(refused.id, `o${refused.id}`);
  await world.send(waiting.id, `o${waiting.id}`);
  expect(await world.transfer(`o${waiting.id}`)).toMatchObject({ state: 'queued', reason: { code: 'account-paused' } });
  const life = world.life();
  life.watched = (name) => {
    if (name === 'after accounts.change') life.end();
  };
  void world.ask<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
  await life.died;
  expect(await world.store.accounts.get(world.accountId)).toMatchObject({ pausedBy: null });
  await world.pass(DAY);
  expect(await world.transfer(`o${waiting.id}`)).toMatchObject({ state: 'done' });
});
