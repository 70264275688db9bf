/** Every record that the ledger took in the place of another, as the store saw it. */
import type { Transfer } from '../../../utils/invoice/transfer.ts';
import type { World } from './world.ts';

export interface WrittenPair {
  /** null: created. */
  readonly before: Transfer | null;
  readonly after: Transfer;
}

/** From now on, in order. */
export function watchWrites(world: World): readonly WrittenPair[] {
  const { transfers } = world.store;
  const { create, change } = transfers;
  const pairs: WrittenPair[] = [];
  transfers.create = async (transfer, options) => {
    const written = await create(transfer, options);
    if (written.ok) pairs.push({ before: null, after: written.transfer });
    return written;
  };
  transfers.change = async (panel, key, next, options) => {
    const pair: { before?: Transfer; after?: Transfer } = {};
    const written = await change(
      panel,
      key,
      (stored) => {
        const after = next(stored);
        if (after !== null) Object.assign(pair, { before: stored, after });
        return after;
      },
      options,
    );
    const { before, after } = pair;
    if (written.ok && before !== undefined && after !== undefined) pairs.push({ before, after });
    return written;
  };
  return pairs;
}
