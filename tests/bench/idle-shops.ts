/** Shops in which nothing happens, on a simulated clock. Loaded through Vite, as the product's own modules are. */
import type { RuleDraft } from '../../utils/messages/index.ts';
import { createAutoWorld, SHOP, sendFirst, settled } from '../unit/sync/auto/scene.ts';
import { type IdleHour, idleHour } from '../unit/sync/idle-hour.ts';
import { seriesOf } from '../unit/sync/ksef/scene.ts';
import { draftsFor } from '../unit/sync/rules/rule-set.ts';
import { VIEW } from '../unit/sync/set-up.ts';
import { createWorld, type World } from '../unit/sync/world.ts';

async function ruled(wanted: (rule: RuleDraft) => boolean): Promise<World> {
  const world = await createWorld({ ...SHOP, series: { ...SHOP.series, '1': seriesOf('manual') } });
  await sendFirst(world);
  const draft = { match: 'all', rules: draftsFor(world.accountId).filter(wanted) } as const;
  await world.tell<'rules.save'>({ type: 'rules.save', panel: 'demo', revision: 0, draft }, VIEW);
  await settled(world);
  return world;
}

export async function idleShops(): Promise<readonly (readonly [what: string, asked: IdleHour])[]> {
  return [
    ['automatic sending', await idleHour(await createAutoWorld())],
    ['rules for orders', await idleHour(await ruled(({ trigger }) => trigger.kind !== 'document'))],
    ['rules of every trigger', await idleHour(await ruled(() => true))],
  ];
}
