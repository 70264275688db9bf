/** What the ledger says of a document, for whoever compares. */
import type { MonthTransfer } from '../../invoice/month-end/types';
import type { Account } from '../../invoice/settings';
import type { Transfer } from '../../invoice/transfer';
import type { Store } from '../../store/open';
import { idsOfLogin } from '../setup/account-id';

/** Whether a document is to have a number of KSeF: its series, or a person, has had it sent there. */
export function wantsKsef({ ksef, ksefNumber }: Transfer): boolean {
  return ksefNumber !== null || ksef != null;
}

export async function standingOf(store: Store, account: Account, transfer: Transfer): Promise<MonthTransfer> {
  const { key, kind, state, orderId, documentNumber, identifier, number, post, bookedGross, ksefNumber } = transfer;
  const sent = post?.gross ?? null;
  return {
    key,
    kind,
    state,
    orderId,
    documentNumber,
    identifier,
    number,
    issueDate: post?.issueDate ?? null,
    sent,
    after: kind === 'correction' && sent !== null ? await afterIt(store, account, transfer, sent) : null,
    booked: bookedGross,
    ksefNumber,
    wantsKsef: wantsKsef(transfer),
  };
}

/** What the invoice comes to after a first correction of it. null: it is no first one, or the ledger does not know the invoice. */
async function afterIt(store: Store, account: Account, transfer: Transfer, difference: number): Promise<number | null> {
  const original = transfer.correction?.original ?? null;
  if (original === null) return null;
  const known = await store.transfers.known(await idsOfLogin(store, account), [original]);
  const [invoice] = known.get(original) ?? [];
  return invoice?.bookedGross == null ? null : invoice.bookedGross + difference;
}
