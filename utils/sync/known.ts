import type { StepContext } from './context';
import { idsOfLogin } from './setup/account-id';

/** Those identifiers that are invoices of something else: the ledger knows it, or a person said that it is another sale. */
export function knownOtherwise({ tools, account, transfer }: StepContext) {
  return async (identifiers: readonly string[]): Promise<ReadonlySet<string>> => {
    const known = await tools.store.transfers.known(await idsOfLogin(tools.store, account), identifiers);
    const others = [...known].filter(([, holders]) =>
      holders.every((holder) => holder.panel !== transfer.panel || holder.key !== transfer.key),
    );
    const said = identifiers.filter((identifier) => transfer.confirmed.includes(evidenceOfMark(identifier)));
    return new Set([...others.map(([identifier]) => identifier), ...said]);
  };
}

export function evidenceOfMark(identifier: string): string {
  return `mark:${identifier}`;
}
