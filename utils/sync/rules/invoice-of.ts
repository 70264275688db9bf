/** The invoice that an effect of a rule is about: booked, with its number. */
import { needsInvoice } from '../../invoice/rules/needs-invoice';
import type { RuleRun } from '../../invoice/rules/run';
import type { Transfer } from '../../invoice/transfer';
import type { Store } from '../../store/open';
import type { EffectOutcome } from './effects/effect';

/** What changes in the ledger is told at once; this is for what was not heard. */
const AGAIN_MS = 600_000;
const PATIENCE_MS = 90 * 24 * 3_600_000;

export type InvoiceFound =
  | { readonly ok: true; readonly invoice: Transfer | null }
  | { readonly ok: false; readonly outcome: EffectOutcome };

/** @param at which of the run's effects. @param now epoch milliseconds. */
export async function invoiceOf(store: Store, run: RuleRun, at: number, now: number): Promise<InvoiceFound> {
  const effect = run.effects[at]?.effect;
  const isBehindIssue = run.effects.slice(0, at).some((before) => before.effect.kind === 'issue');
  if (effect === undefined || effect.kind === 'issue' || !(isBehindIssue || needsInvoice(effect)))
    return { ok: true, invoice: null };
  return bookedFor(store, run, now);
}

/** The document that a rule fired for, or the one invoice of its order, as soon as it is booked. */
export async function bookedFor({ transfers }: Store, run: RuleRun, now: number): Promise<InvoiceFound> {
  const known = run.key.startsWith('d')
    ? [await transfers.get(run.panel, run.key)]
    : (await transfers.byOrder(run.panel, run.orderId ?? '')).filter(({ kind }) => kind === 'invoice');
  const booked = known.flatMap((transfer) => (transfer !== null && isBooked(transfer) ? [transfer] : []));
  const [invoice, second] = booked;
  if (second !== undefined) return no({ kind: 'left', reason: { code: 'rule-several-invoices', params: {} } });
  if (invoice !== undefined) return { ok: true, invoice };
  if (now - run.createdAt > PATIENCE_MS) return no({ kind: 'left', reason: { code: 'rule-no-invoice', params: {} } });
  return no({ kind: 'waits', reason: { code: 'rule-awaits-invoice', params: {} }, afterMs: AGAIN_MS });
}

export function isBooked({ state, identifier, number }: Transfer): boolean {
  return (state === 'issued' || state === 'done') && identifier !== null && number !== null;
}

function no(outcome: EffectOutcome): InvoiceFound {
  return { ok: false, outcome };
}
