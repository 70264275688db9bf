import type { Shop } from './fixtures.ts';

/** Requests that only the extension makes; the pages of the panel ask for nothing under these paths. */
export const ours = (shop: Shop) => [
  ...shop.standIns.requests({ path: /^\/api\// }),
  ...shop.standIns.requests({ host: 'www.ifirma.pl' }),
];

/** The options page, open since the installation, still reads the lists of an account that was just set up: it comes to rest first. */
export async function forgetOnceAtRest(shop: Shop): Promise<void> {
  let seen = -1;
  while (ours(shop).length !== seen) {
    seen = ours(shop).length;
    await new Promise((resolve) => setTimeout(resolve, 800));
  }
  shop.standIns.forgetRequests();
}
