/** Step `check`: reads the document from the panel and judges it. Repeatable: it only reads. */
import { checkDocument } from '../../invoice/check';
import type { SaleDocument } from '../../invoice/document';
import type { InvoiceDraft } from '../../invoice/draft';
import type { Finding } from '../../invoice/finding';
import { isOffline, ksefWish, offlineFinding } from '../../invoice/ksef';
import { repaired } from '../../invoice/repair/apply';
import { PRIORITY } from '../../invoice/transfer';
import { rulesOf } from '../accounts-of';
import type { Patch, StepContext } from '../context';
import { ksefModeOf } from '../ksef-mode';
import { readDocument } from '../read-document';
import { verdictOnSellasist } from '../reasons';
import { stopFor } from '../stop';
import { fieldFirst, type OrderRead } from './claim-field';

export interface Checked {
  /** With what a person typed in the place of what the panel says. */
  readonly document: SaleDocument;
  readonly draft: InvoiceDraft;
  /** null: a document without an order. */
  readonly read: OrderRead | null;
  /** Ids of the order's documents in the panel, as far as they were known then. */
  readonly known: readonly string[];
}

export type CheckResult =
  | { readonly ok: true; readonly checked: Checked }
  | { readonly ok: false; readonly patch: Patch };

export async function check(context: StepContext): Promise<CheckResult> {
  const { transfer, account, today, tools } = context;
  // The order is read first, and never before this.
  const askedAt = tools.clock.now();
  const found = await readDocument(context, account, transfer, 'send');
  if (!found.ok) return { ok: false, patch: stopFor(context, verdictOnSellasist(found.problem)) };
  const rules = await rulesOf(tools.store, account);
  const { order } = found;
  const judged = repaired({ document: found.document, rules }, transfer.repairs ?? []);
  const { document } = judged;
  const { draft, findings } = checkDocument(document, judged.rules, today, transfer.confirmed);
  if (draft === null || findings.length > 0) {
    const first = order === null ? null : await fieldFirst(context, order);
    return { ok: false, patch: first ?? stopFor(context, { kind: 'incomplete', findings }) };
  }
  const offline = askedOffline(context, document, draft);
  if (offline !== null) {
    return { ok: false, patch: stopFor(context, { kind: 'incomplete', findings: [offline] }) };
  }
  if (order === null) return { ok: true, checked: { document, draft, read: null, known: [] } };
  const known = (await context.documents.known(order.id)).map(({ documentId }) => documentId);
  return { ok: true, checked: { document, draft, read: { order, askedAt }, known } };
}

/** null: it does not go to KSeF by itself, is issued today, or nobody looks at it who could say. */
function askedOffline(
  { transfer, account, today }: StepContext,
  document: SaleDocument,
  { buyer, issueDate }: InvoiceDraft,
): Finding | null {
  const isOne = transfer.priority === PRIORITY.person && transfer.batch === undefined;
  const wish = ksefWish(ksefModeOf(account, document), buyer.nip);
  if (!isOne || !isOffline(wish, issueDate, today)) return null;
  const finding = offlineFinding(issueDate);
  return transfer.confirmed.includes(finding.evidence ?? '') ? null : finding;
}
