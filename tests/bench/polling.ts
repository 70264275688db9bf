/** What looking by itself costs while nothing happens: requests to Sellasist in an hour, and what a minute leaves of its 60 for people. */
import { createViteServer } from 'vitest/node';
import type { Figure } from './figure.ts';

/** Of Sellasist (design: limits). */
const A_MINUTE = 60;

export async function polling(): Promise<Figure[]> {
  const server = await createViteServer({ logLevel: 'error', server: { middlewareMode: true }, appType: 'custom' });
  try {
    const loaded = (await server.ssrLoadModule('/tests/bench/idle-shops.ts')) as typeof import('./idle-shops.ts');
    return (await loaded.idleShops()).flatMap(([what, { hour, minute }]): Figure[] => [
      { what: `${what}, an idle hour`, unit: 'requests', samples: [hour], aim: null },
      {
        what: `${what}, left of ${A_MINUTE} a minute for people`,
        unit: 'requests',
        samples: [A_MINUTE - minute],
        aim: null,
      },
    ]);
  } finally {
    await server.close();
  }
}
