/** How much of what matters has happened in a walk, so that nobody takes walks in which nothing happens for a proof. */
import type { LogEntry } from '../../../utils/invoice/transfer.ts';
import type { World } from '../../unit/sync/world.ts';

export interface Tally {
  readonly invoices: number;
  /** POSTs whose end nobody saw. */
  readonly unclear: number;
  /** Transfers that a dead worker had left in the middle. */
  readonly recovered: number;
  /** Documents that were sent again once they were said not to be there. */
  readonly again: number;
}

export const NOTHING: Tally = { invoices: 0, unclear: 0, recovered: 0, again: 0 };

const MOST = 10_000;

export async function tallyOf({ store, ifirma }: World): Promise<Tally> {
  const { rows } = await store.log.page({ before: null, limit: MOST });
  const before = new Map<string, LogEntry>();
  let unclear = 0;
  let again = 0;
  for (const entry of rows.toReversed()) {
    const last = before.get(entry.key);
    if (entry.state === 'uncertain' && last?.state !== 'uncertain') unclear += 1;
    if (entry.state !== 'uncertain' && last?.reason?.code === 'absent-proven') again += 1;
    before.set(entry.key, entry);
  }
  const recovered = rows.filter(({ event }) => event === 'recovered').length;
  return { invoices: ifirma.booked().length, unclear, recovered, again };
}

export function together(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, each) => ({
      invoices: sum.invoices + each.invoices,
      unclear: sum.unclear + each.unclear,
      recovered: sum.recovered + each.recovered,
      again: sum.again + each.again,
    }),
    NOTHING,
  );
}
