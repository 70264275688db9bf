/** Step `claim`: nobody has booked this document before. The ledger holds the sale already; here iFirma is asked. Repeatable: it only reads. */

import { addDays, earlierOf } from '../../invoice/dates';
import type { SaleDocument } from '../../invoice/document';
import type { InvoiceDraft } from '../../invoice/draft';
import type { Finding } from '../../invoice/finding';
import type { Patch, StepContext } from '../context';
import { evidenceOfMark, knownOtherwise } from '../known';
import { look, type Sighting } from '../look';
import { verdictOnRead } from '../reasons';
import { stopFor } from '../stop';

export type ClaimResult =
  | { readonly kind: 'free' }
  /** It is in iFirma under its own mark: booked by another computer, or before the extension was installed anew. */
  | { readonly kind: 'adopt'; readonly sighting: Sighting }
  | { readonly kind: 'stop'; readonly patch: Patch };

/** From the earlier of order and document date (design: never twice). */
export function lookFrom(document: SaleDocument, draft: InvoiceDraft): string {
  return earlierOf(document.orderDate ?? draft.issueDate, earlierOf(draft.issueDate, draft.saleDate));
}

export async function claim(context: StepContext, document: SaleDocument, draft: InvoiceDraft): Promise<ClaimResult> {
  const { tools, account, today, ifirma } = context;
  const found = await look(
    ifirma,
    { document, from: lookFrom(document, draft), to: addDays(today, 1), nip: draft.buyer.nip, gross: draft.gross },
    knownOtherwise(context),
    tools.memoryOf(account.login),
  );
  if (!found.ok) return { kind: 'stop', patch: stopFor(context, verdictOnRead(found.problem)) };

  const own = found.same[0];
  if (own !== undefined && own.gross === draft.gross && found.same.length === 1)
    return { kind: 'adopt', sighting: own };

  const findings = [...found.same, ...found.sameOrder].map(markFinding);
  if (findings.length > 0) return { kind: 'stop', patch: stopFor(context, { kind: 'incomplete', findings }) };
  return { kind: 'free' };
}

function markFinding({ identifier, number }: Sighting): Finding {
  return {
    code: 'maybe-booked-mark',
    path: 'mark',
    params: { number: number || identifier },
    evidence: evidenceOfMark(identifier),
  };
}
