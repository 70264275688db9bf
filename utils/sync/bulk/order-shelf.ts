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
/** A list that has served for fewer orders than it cost pages is not asked for again so soon. */
const WORTH_IT = 3;

/** Of one panel. */
export function orderShelf(clock: Clock): OrderShelf {
  let shelf = new Map<string, OrderWire>();
  let askedAt = Number.NEGATIVE_INFINITY;
  let served = 0;
  let pages = 0;
  let isUseless = false;

  function isFresh(): boolean {
    const age = clock.now() - askedAt;
    return age >= 0 && age < FRESH_MS;
  }

  async function fill(sellasist: Pick<SellasistClient, 'ordersWithCarts'>, id: string): Promise<void> {
    isUseless = pages > 0 && served < pages * WORTH_IT;
    if (isUseless) return;
    shelf = new Map();
    askedAt = clock.now();
    served = 0;
    for (pages = 1; pages <= MOST_PAGES; pages += 1) {
      const answer = await sellasist.ordersWithCarts({ limit: PAGE, offset: (pages - 1) * PAGE });
      // A list that fails is no reason to fail: the order is read by itself.
      if (!answer.ok) return;
      for (const row of answer.value) if (row !== null) shelf.set(row.id, row);
      if (answer.value.length < PAGE || shelf.has(id)) return;
    }
  }

  return {
    async order(sellasist, id) {
      if (!isUseless && !isFresh()) await fill(sellasist, id);
      const found = isFresh() ? shelf.get(id) : undefined;
      if (found === undefined) return sellasist.order(id);
      // Each order is taken once: whoever asks again wants to know what has become of it since.
      shelf.delete(id);
      served += 1;
      return { ok: true, value: found };
    },
  };
}
