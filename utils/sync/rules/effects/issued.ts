/** The invoice that an effect is about, as the ledger has it now: only the computer that issued it does what follows it. */
import type { PostIntent, Transfer } from '../../../invoice/transfer';
import type { EffectContext, EffectOutcome } from './effect';
import { left, waits } from './outcomes';

export type Issued =
  | { readonly ok: true; readonly invoice: Transfer; readonly identifier: string; readonly post: PostIntent }
  | { readonly ok: false; readonly outcome: EffectOutcome };

export async function issuedHere(context: EffectContext): Promise<Issued> {
  const invoice = await invoiceNow(context);
  if (invoice === null || invoice.identifier === null) return no(waits('rule-awaits-invoice'));
  if (invoice.post === null) return no(left('rule-not-issued-here'));
  // While there may be two of it nothing is added to either.
  if (invoice.reason?.code === 'double-found') return no(waits('rule-awaits-person'));
  return { ok: true, invoice, identifier: invoice.identifier, post: invoice.post };
}

/** As the ledger has it now: an effect before this one may have asked for KSeF. */
export async function invoiceNow({ tools, invoice }: EffectContext): Promise<Transfer | null> {
  return invoice && ((await tools.store.transfers.get(invoice.panel, invoice.key)) ?? invoice);
}

function no(outcome: EffectOutcome): Issued {
  return { ok: false, outcome };
}
