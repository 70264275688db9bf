/** The log tells of everything, and of nobody. */
import { TEST_KEYS } from '../../sim/ifirma/index.ts';
import { DEMO_KEY } from '../../sim/sellasist/index.ts';
import type { World } from '../../unit/sync/world.ts';
import { orderIdOf, PRIVATE, SALES } from './shop.ts';

const SECRETS: readonly string[] = [...Object.values(TEST_KEYS), DEMO_KEY, ...PRIVATE];

export async function logFlaws({ store }: World): Promise<string[]> {
  const flaws: string[] = [];
  const { rows } = await store.log.page({ before: null, limit: 10_000 });
  const text = JSON.stringify(rows).toLowerCase();
  for (const secret of SECRETS) if (text.includes(secret.toLowerCase())) flaws.push(`leak: the log holds "${secret}"`);
  const told = new Set(rows.map(({ key }) => key));
  for (const [sale] of SALES.entries()) {
    for (const { key, state } of await store.transfers.byOrder('demo', orderIdOf(sale)))
      if (!told.has(key)) flaws.push(`untold: the log has nothing of ${key} (${state})`);
  }
  return flaws;
}
