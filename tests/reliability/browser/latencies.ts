/** Services that take their time: some requests of one order, of whichever computer, are late before or after the work is done. */
import type { FaultMatch, Moment } from '../../sim/faults.ts';
import type { Dice } from './dice.ts';
import { IFIRMA, type Placed, type Shops } from './shops.ts';

/** How many requests of an order are late. */
const MOST = 5;
/** Requests of one kind that two computers make for an order. */
const NTH = 6;
/** Every other order is read by both computers before either can have written. */
const CLOSE_IN = 2;
const CLOSE_MS = 1_500;
const CLOSE_SPREAD_MS = 150;
/** One PUT in so many is late beyond the 5 s that a claim's may take. */
const SLOW_IN = 8;
const SLOW_MS = [5_200, 7_000] as const;

type Late = FaultMatch & { readonly host: string };

/** @param mostMs of one request, in milliseconds. */
export function delaySome(
  { standIns: { faults }, panelOf }: Shops,
  { shop, orderId }: Placed,
  dice: Dice,
  { mostMs, slowPuts }: { readonly mostMs: number; readonly slowPuts: boolean },
): void {
  const nip = panelOf(shop).orders.get(orderId)?.billAddress.company_nip.replace(/\D/g, '') ?? '';
  const order = `^/api/v1/orders/${orderId}$`;
  const kinds = [
    { host: shop.host, method: 'GET', path: order },
    { host: shop.host, method: 'PUT', path: order },
    { host: shop.host, method: 'PUT', path: order },
    { host: IFIRMA, method: 'POST', body: `Sellasist ${shop.panel}/o${orderId}["/]` },
    { host: IFIRMA, method: 'GET', path: `faktury\\.json.*${nip}` },
  ] satisfies [Late, ...Late[]];
  const moments: readonly [Moment, Moment] = ['before', 'after'];
  if (dice.between(1, CLOSE_IN) === 1) {
    const ms = dice.between(0, CLOSE_MS);
    for (const nth of [1, 2]) {
      const match = { method: 'GET', path: order, nth, times: 1 };
      const spread = dice.between(0, CLOSE_SPREAD_MS);
      faults.add({ host: shop.host, match, do: { kind: 'delay', ms: ms + spread, when: 'after' } });
    }
  }
  for (let late = dice.between(0, MOST); late > 0; late -= 1) {
    const { host, ...match } = dice.pick<Late>(kinds);
    const isSlow = slowPuts && match.method === 'PUT' && dice.between(1, SLOW_IN) === 1;
    const ms = isSlow ? dice.between(...SLOW_MS) : dice.between(0, mostMs);
    const nth = match.method === 'POST' ? 1 : dice.between(1, NTH);
    faults.add({ host, match: { ...match, nth, times: 1 }, do: { kind: 'delay', ms, when: dice.pick(moments) } });
  }
}
