import type { StepContext } from './context';

/** Those identifiers that the ledger knows as invoices of other documents. */
export function knownOtherwise({ tools, account, transfer }: StepContext) {
  return async (identifiers: readonly string[]): Promise<ReadonlySet<string>> => {
    const known = await tools.store.transfers.known(account.id, identifiers);
    const others = [...known].filter(([, holder]) => holder.panel !== transfer.panel || holder.key !== transfer.key);
    return new Set(others.map(([identifier]) => identifier));
  };
}
