/** The invoice that an effect is about, as the ledger has it now: only the computer that issued it does what follows it. */
import type { PostIntent, Transfer } from '../../../invoice/transfer';
import type { EffectContext, EffectOutcome } from './effect';
import { left, waits } from './outcomes';

export type Issued =
  | { readonly ok: true; readonly invoice: Transfer; readonly identifier: string; readonly post: PostIntent }
  | { readonly ok: false; readonly outcome: EffectOutcome };

export async function issuedHere({ tools, invoice: handed }: EffectContext): Promise<Issued> {
  // An effect before this one may have asked for KSeF.
  const invoice = handed && ((await tools.store.transfers.get(handed.panel, handed.key)) ?? handed);
  if (invoice === null || invoice.identifier === null) return no(waits('rule-awaits-invoice'));
  if (invoice.post === null) return no(left('rule-not-issued-here'));
  // While there may be two of it nothing is added to either.
  if (invoice.reason?.code === 'double-found') return no(waits('rule-awaits-person'));
  return { ok: true, invoice, identifier: invoice.identifier, post: invoice.post };
}

function no(outcome: EffectOutcome): Issued {
  return { ok: false, outcome };
}
