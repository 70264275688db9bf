import { TEST_KEYS } from '../../sim/ifirma/index.ts';
import { VIEW, type World } from './world.ts';

export const WORDS = 'długie hasło sklepu';

/** As a person on the page `Bezpieczeństwo` sets it: every key that is stored is typed once more. */
export async function turnOn(world: World, autoLock: 5 | 15 | 60 | null = null): Promise<void> {
  const keys = { [world.accountId]: { faktura: TEST_KEYS.faktura, abonent: TEST_KEYS.abonent } };
  const reply = await world.tell<'passphrase.on'>({ type: 'passphrase.on', passphrase: WORDS, keys, autoLock }, VIEW);
  if (!reply.ok) throw new Error(`not set: ${JSON.stringify(reply.keys)}`);
}

export async function lock(world: World): Promise<void> {
  await world.tell<'lock'>({ type: 'lock' }, VIEW);
}

export async function unlock(world: World, passphrase = WORDS): Promise<void> {
  await world.tell<'unlock'>({ type: 'unlock', passphrase }, VIEW);
  await world.idle();
}

export async function stateOf(world: World): Promise<'none' | 'locked' | 'unlocked'> {
  return (await world.tell<'security'>({ type: 'security' }, VIEW)).passphrase;
}
