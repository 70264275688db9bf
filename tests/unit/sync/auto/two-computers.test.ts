/** Two computers with `Automatyczne wysyłanie faktur`: one sends, the other stands by, and nothing is sent twice whoever believes what. */
import { describe, expect, it } from 'vitest';
import { stateTextIn } from '../../../../utils/invoice/state-text.ts';
import type { AutoView } from '../../../../utils/messages/index.ts';
import { termIn } from '../../../../utils/sync/auto/sign.ts';
import { createComputers, passTogether } from '../computers.ts';
import { VIEW } from '../set-up.ts';
import { MINUTE, type World } from '../world.ts';
import { codesOf, issue, settled, switchOn, timesBooked } from './scene.ts';

const HOUR = 60 * MINUTE;

type Pair = readonly [World, World];

/** Both have sent a first document by hand, and one after the other is switched on. */
async function twoThatSend(): Promise<Pair> {
  const [office, store] = await createComputers(['Biuro', 'Magazyn'], { savePdf: false });
  if (office === undefined || store === undefined) throw new Error('two computers');
  await office.send('1001', 'd77');
  await passTogether([office, store], 2 * MINUTE);
  const { id, orderId } = issue(store);
  await store.view(orderId, `d${id}`);
  await store.send(orderId, `d${id}`);
  await passTogether([office, store], 2 * MINUTE);
  await switchOn(office);
  await passTogether([office, store], 3 * MINUTE);
  await switchOn(store);
  await passTogether([office, store], MINUTE);
  return [office, store];
}

async function viewOf(world: World): Promise<AutoView> {
  const [view] = await world.tell<'auto.state'>({ type: 'auto.state' }, VIEW);
  if (view === undefined) throw new Error('no account');
  return view;
}

/** Once they have met: the one that sends, and the one that stands by. */
async function parted(worlds: Pair): Promise<{ readonly sends: World; readonly watches: World }> {
  const views = await Promise.all(worlds.map(viewOf));
  const [office, store] = worlds;
  expect(views.map(({ elsewhere }) => elsewhere).toSorted()).toEqual(
    views[0]?.elsewhere ? ['Magazyn', null] : ['Biuro', null],
  );
  return views[0]?.elsewhere ? { sends: store, watches: office } : { sends: office, watches: store };
}

const nameOf = (world: World): Promise<string> => world.tell<'computer.get'>({ type: 'computer.get' }, VIEW);

const fieldOf = (world: World, orderId: string): string => world.panel.text(orderId, '13');

describe('two computers', () => {
  it('say in the field that they send by themselves, in words that older versions read as any claim', async () => {
    const worlds = await twoThatSend();
    const { id, orderId } = issue(worlds[0]);
    let claimed = '';
    for (let second = 0; second < 200 && claimed === ''; second += 1) {
      await passTogether(worlds, 1_000);
      if (fieldOf(worlds[0], orderId).includes('mostek claim')) claimed = fieldOf(worlds[0], orderId);
    }
    const mark = stateTextIn(claimed);
    expect(mark).toMatchObject({ word: 'claim', key: `d${id}` });
    expect(termIn(mark?.nonce ?? '')).toBe(0);
    expect(claimed).toMatch(/^Mostek: wysyła (Biuro|Magazyn), .* \[mostek claim d\d+ [a-z0-9]+ [a-z0-9]+ \d+\]$/);
  });

  it('send each document once, and after the first of them one stands by and names the other', async () => {
    const worlds = await twoThatSend();
    const ids: string[] = [];
    for (let round = 0; round < 6; round += 1) {
      ids.push(issue(worlds[0]).id);
      await passTogether(worlds, 7 * MINUTE);
    }
    await passTogether(worlds, 30 * MINUTE);
    for (const id of ids) expect(timesBooked(worlds[0], id)).toBe(1);
    const { watches, sends } = await parted(worlds);
    expect(await codesOf(watches, ids.at(-1) ?? '')).toEqual(['auto-elsewhere']);
    expect(await codesOf(sends, ids.at(-1) ?? '')).toEqual(['auto-queued']);
  });

  it('hand over when a person says so', async () => {
    const worlds = await twoThatSend();
    issue(worlds[0]);
    await passTogether(worlds, 10 * MINUTE);
    const { watches, sends } = await parted(worlds);
    await watches.tell<'auto.take'>({ type: 'auto.take', accountId: watches.accountId }, VIEW);
    await settled(watches);
    expect((await viewOf(watches)).elsewhere).toBeNull();
    const ids: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      ids.push(issue(watches).id);
      await passTogether(worlds, 7 * MINUTE);
    }
    await passTogether(worlds, 30 * MINUTE);
    for (const id of ids) expect(timesBooked(watches, id)).toBe(1);
    expect((await viewOf(watches)).elsewhere).toBeNull();
    expect((await viewOf(sends)).elsewhere).toBe(await nameOf(watches));
  });

  it('go on within half an hour when the one that sends is switched off, and it stands by when it comes back', async () => {
    const worlds = await twoThatSend();
    issue(worlds[0]);
    await passTogether(worlds, 10 * MINUTE);
    const { watches, sends } = await parted(worlds);
    sends.life().end();
    const { id } = issue(watches);
    await watches.pass(29 * MINUTE);
    expect(timesBooked(watches, id)).toBe(1);
    expect((await viewOf(watches)).elsewhere).toBeNull();
    await sends.restart();
    const ids: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      ids.push(issue(watches).id);
      await passTogether(worlds, 7 * MINUTE);
    }
    await passTogether(worlds, 30 * MINUTE);
    for (const each of ids) expect(timesBooked(watches, each)).toBe(1);
    expect((await viewOf(sends)).elsewhere).toBe(await nameOf(watches));
  });

  it('that take over at the same moment book each document once', async () => {
    const worlds = await twoThatSend();
    issue(worlds[0]);
    await passTogether(worlds, 10 * MINUTE);
    const ids = [issue(worlds[0]).id, issue(worlds[0]).id];
    await Promise.all(
      worlds.map((world) => world.tell<'auto.take'>({ type: 'auto.take', accountId: world.accountId }, VIEW)),
    );
    await Promise.all(worlds.map(settled));
    await passTogether(worlds, HOUR);
    for (const id of ids) expect(timesBooked(worlds[0], id)).toBe(1);
  });
});
