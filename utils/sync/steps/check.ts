/** Step `check`: reads the document from the panel and judges it. Repeatable: it only reads. */
import { checkDocument } from '../../invoice/check';
import type { SaleDocument } from '../../invoice/document';
import type { InvoiceDraft } from '../../invoice/draft';
import { rulesOf } from '../accounts-of';
import type { Patch, StepContext } from '../context';
import { readDocument } from '../read-document';
import { verdictOnSellasist } from '../reasons';
import { stopFor } from '../stop';

export type CheckResult =
  | {
      readonly ok: true;
      readonly document: SaleDocument;
      readonly draft: InvoiceDraft;
    }
  | { readonly ok: false; readonly patch: Patch };

export async function check(context: StepContext): Promise<CheckResult> {
  const { transfer, account, today, tools } = context;
  const read = await readDocument(context, account, transfer);
  if (!read.ok) return { ok: false, patch: stopFor(context, verdictOnSellasist(read.problem)) };
  const rules = await rulesOf(tools.store, account);
  const { draft, findings } = checkDocument(read.document, rules, today, transfer.confirmed);
  if (draft === null || findings.length > 0)
    return { ok: false, patch: stopFor(context, { kind: 'incomplete', findings }) };
  return { ok: true, document: read.document, draft };
}
