/**
 * One list of orders for many documents (design 4). A row serves only where it says all that the order itself would: some panels leave
 * the lines or the additional fields out of their lists (sellasist-api 4.1), and then each order is read by itself.
 */
import type { SellasistClient } from '../../sellasist/client';
import type { Result } from '../../sellasist/problem';
import type { OrderWire } from '../../sellasist/wire';
import type { Clock } from '../clock';

export interface OrderShelf {
  /** The order as it was at most a moment ago. */
  order(sellasist: Pick<SellasistClient, 'order' | 'ordersWithCarts'>, id: string): Promise<Result<OrderWire>>;
}

/** Between the list and the POST somebody may work on the order; so long nobody minds. */
const FRESH_MS = 60_000;
const PAGE = 100;
/** Orders that are further back than this are read one by one. */
const MOST_PAGES = 3;
/** A list that lacked more orders than it had is not asked for again so soon. */
const REST_MS = 600_000;

/** Of one panel. */
export function orderShelf(clock: Clock): OrderShelf {
  /** null: it was taken. */
  let shelf = new Map<string, OrderWire | null>();
  let askedAt = Number.NEGATIVE_INFINITY;
  let served = 0;
  let missed = 0;
  let restsSince = Number.NEGATIVE_INFINITY;

  function isWithin(ms: number, since: number): boolean {
    const age = clock.now() - since;
    // A negative age is a clock that was set back.
    return age >= 0 && age < ms;
  }

  async function fill(sellasist: Pick<SellasistClient, 'ordersWithCarts'>, id: string): Promise<void> {
    if (isWithin(REST_MS, restsSince)) return;
    const lacked = missed > served;
    shelf = new Map();
    served = 0;
    missed = 0;
    if (lacked) {
      restsSince = clock.now();
      return;
    }
    askedAt = clock.now();
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await sellasist.ordersWithCarts({ limit: PAGE, offset: page * PAGE });
      // A list that fails is no reason to fail: the order is read by itself. Nor does it say what another one would have.
      if (!answer.ok) {
        missed = Number.NEGATIVE_INFINITY;
        return;
      }
      for (const row of answer.value) if (row !== null) shelf.set(row.id, row);
      if (answer.value.length < PAGE || shelf.has(id)) return;
    }
  }

  return {
    async order(sellasist, id) {
      if (!isWithin(FRESH_MS, askedAt)) await fill(sellasist, id);
      const isFresh = isWithin(FRESH_MS, askedAt);
      const found = isFresh ? shelf.get(id) : undefined;
      if (isFresh && found === undefined) missed += 1;
      if (!found) return sellasist.order(id);
      // Each order is taken once: whoever asks again wants to know what has become of it since.
      shelf.set(id, null);
      served += 1;
      return { ok: true, value: found };
    },
  };
}
