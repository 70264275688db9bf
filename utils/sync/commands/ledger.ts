/** How a decision is written, a person's or one that Mostek came to by itself: one transaction, only along the table of transitions, with its line in the log. */
import type { Reason } from '../../invoice/finding';
import type { Account } from '../../invoice/settings';
import type { Transfer } from '../../invoice/transfer';
import { faultOf } from '../../invoice/transfer-states';
import type { TransferWritten, WriteOptions } from '../../store/transfers';
import type { EngineTools } from '../context';
import { withEffects } from '../effects/wanted';
import { entryOf } from '../log-entry';
import { DONE, type Outcome, refuse, type Target } from './target';

/** While something is stored the engine expects work. */
interface Accepting {
  accept<T>(store: () => Promise<T>): Promise<T>;
}

export interface Ledger {
  /** What the ledger has of a document; one of another order is nobody's to speak of. */
  stored(target: Target): Promise<Transfer | null>;
  /** Creates the transfer, or puts in the place of the stored one what `next` makes of it (null: it may not); two tabs end with one. */
  put(
    transfer: Transfer,
    next: (stored: Transfer) => Transfer | null,
    account: Account,
    options?: WriteOptions,
  ): Promise<TransferWritten>;
  /** @param account null: of one that is gone nothing follows. */
  change(
    target: Target,
    next: (stored: Transfer) => Transfer | null,
    account: Account | null,
    options?: WriteOptions,
  ): Promise<Outcome>;
}

export function createLedger(
  { store, clock, changed }: Pick<EngineTools, 'store' | 'clock' | 'changed'>,
  { accept }: Accepting,
  said: { readonly event: 'person' | 'auto' | 'rule' | 'repair'; readonly reason?: Reason | null } = {
    event: 'person',
  },
): Ledger {
  const log = (stored: Transfer) => entryOf(stored, { ...said, step: stored.step, at: clock.now(), ms: 0 });

  function lawful(before: Transfer | null, after: Transfer): Transfer {
    const fault = faultOf(before, after);
    if (fault !== null) throw new Error(`transfer: ${fault}`);
    return after;
  }

  function followed(before: Transfer | null, after: Transfer, account: Account | null): Transfer {
    return lawful(before, account === null ? after : withEffects(before, after, account.settings, clock.now()));
  }

  function decided(stored: Transfer, after: Transfer | null, account: Account | null): Transfer | null {
    return after === null ? null : followed(stored, after, account);
  }

  return {
    async stored({ panel, key, orderId }) {
      const found = await store.transfers.get(panel, key);
      return found?.orderId === orderId ? found : null;
    },

    async put(transfer, next, account, options = {}) {
      const created = await accept(() =>
        store.transfers.create(followed(null, transfer, account), { ...options, log }),
      );
      const exists = !created.ok && created.why === 'exists';
      const written = exists
        ? await accept(() =>
            store.transfers.change(transfer.panel, transfer.key, (stored) => decided(stored, next(stored), account), {
              ...options,
              log,
            }),
          )
        : created;
      if (written.ok) changed(written.transfer);
      return written;
    },

    async change({ panel, key, orderId }, next, account, options = {}) {
      const own = (stored: Transfer): Transfer | null =>
        stored.orderId === orderId ? decided(stored, next(stored), account) : null;
      const written = await accept(() => store.transfers.change(panel, key, own, { ...options, log }));
      if (written.ok) changed(written.transfer);
      return outcomeOf(written);
    },
  };
}

export function outcomeOf(written: TransferWritten): Outcome {
  if (written.ok) return DONE;
  switch (written.why) {
    case 'full':
      return refuse('storage-full');
    case 'account-gone':
      return refuse('account-gone');
    // Whoever was quicker has done it: the card shows what there is.
    case 'exists':
    case 'missing':
    case 'taken':
      return DONE;
    default:
      return written satisfies never;
  }
}
