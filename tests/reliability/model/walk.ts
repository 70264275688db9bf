/** Walks one walk to its end: what happens, then two days in which nothing is wrong any more, then what the oracle says. */
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { WORDS } from '../../unit/sync/passphrase.ts';
import { createWorld, DAY, VIEW } from '../../unit/sync/world.ts';
import { told, type Walk } from './action.ts';
import { happen } from './happen.ts';
import { limitFlaws } from './limit-flaws.ts';
import { logFlaws } from './log-flaws.ts';
import { quickCrypto } from './quick-crypto.ts';
import { openShop } from './shop.ts';
import { createStage, messageOf, type Stage } from './stage.ts';
import { NOTHING, type Tally, tallyOf } from './tally.ts';
import { blockOf, flawsOf } from './truth.ts';

export interface Walked {
  /** Empty: it held. */
  readonly flaws: readonly string[];
  /** What happened, a line each. */
  readonly story: readonly string[];
  readonly tally: Tally;
}

/** Of real time. A walk takes some hundredths of a second. */
const LONGEST_MS = 20_000;

export async function walk({ fileMode, actions }: Walk): Promise<Walked> {
  vi.stubGlobal('crypto', quickCrypto(1));
  vi.stubGlobal('indexedDB', new IDBFactory());
  const world = await createWorld();
  openShop(world.panel);
  world.panel.switches.fileMode = fileMode;
  const stage = createStage(world);
  const story: string[] = [`the field keeps files as: ${fileMode}`];
  let tally = NOTHING;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      stage.flaws.push('endless: it never comes to rest');
      resolve();
    }, LONGEST_MS);
  });
  try {
    await Promise.race([whole(stage, actions, story), late]);
    tally = await tallyOf(world);
  } catch (error) {
    stage.flaws.push(`broken: ${messageOf(error)}`);
  } finally {
    clearTimeout(timer);
    world.life().end();
    world.store.close();
  }
  return { flaws: [...new Set(stage.flaws)], story, tally };
}

async function whole(stage: Stage, actions: Walk['actions'], story: string[]): Promise<void> {
  for (const action of actions) {
    const came = await happen(stage, action);
    story.push(came === null ? told(action) : `${told(action)} → ${came}`);
  }
  await rest(stage);
  stage.flaws.push(...(await flawsOf(stage)));
  // What waits for a person is allowed to go on.
  if ((await blockOf(stage.world)) !== null) {
    await unblock(stage);
    await stage.world.pass(DAY / 6);
    stage.flaws.push(...(await flawsOf(stage)));
  }
  stage.flaws.push(...(await logFlaws(stage.world)), ...limitFlaws(stage, actions));
}

/** Nothing is wrong any more; nobody presses anything, and only the browser's alarm wakes the worker. */
async function rest(stage: Stage): Promise<void> {
  const { world } = stage;
  world.network.mend();
  world.ifirma.turn({ listLag: null, numberLag: null });
  world.full = false;
  world.life().endIn(Number.POSITIVE_INFINITY);
  await stage.letGo();
  await stage.answered();
  await world.pass(2 * DAY + stage.setBack);
}

async function unblock(stage: Stage): Promise<void> {
  const { world } = stage;
  await stage.ask<'unlock'>({ type: 'unlock', passphrase: WORDS }, VIEW);
  await stage.ask<'erplink.set'>({ type: 'erplink.set', panel: 'demo', on: false }, VIEW);
  const tested = await stage.ask<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
  if (!tested?.ok) stage.flaws.push('broken: the connection test was not answered');
  await world.idle();
}
