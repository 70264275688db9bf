/**
 * Step `claim`: nobody has booked this document before, and nobody else is about to. The ledger holds the sale already; here the
 * order is marked for other computers, and iFirma is asked. Repeatable: it reads, and what it writes is this computer's own mark.
 */

import { addDays, earlierOf } from '../../invoice/dates';
import type { SaleDocument } from '../../invoice/document';
import type { InvoiceDraft } from '../../invoice/draft';
import type { Finding } from '../../invoice/finding';
import { PRIORITY } from '../../invoice/transfer';
import { LIST_AGE_MS } from '../bulk/plan';
import type { Patch, StepContext } from '../context';
import { evidenceOfMark } from '../known';
import type { Sighting } from '../look';
import { lookFor } from '../look-for';
import { lookPastTheList } from '../past-the-list';
import { verdictOnRead } from '../reasons';
import { stopFor } from '../stop';
import type { Checked } from './check';
import { claimField } from './claim-field';

export type ClaimResult =
  /** The POST has to begin before `until` (epoch milliseconds). */
  | { readonly kind: 'free'; readonly until: number }
  /** It is in iFirma under its own mark: booked by another computer, or before the extension was installed anew. */
  | { readonly kind: 'adopt'; readonly sighting: Sighting }
  | { readonly kind: 'stop'; readonly patch: Patch };

/** From the earlier of order and document date (design: never twice). */
export function lookFrom(document: SaleDocument, draft: InvoiceDraft): string {
  return earlierOf(document.orderDate ?? draft.issueDate, earlierOf(draft.issueDate, draft.saleDate));
}

export async function claim(context: StepContext, { document, draft, read }: Checked): Promise<ClaimResult> {
  const { transfer, today, tools } = context;
  const mine = await claimField(context, read);
  if (mine.kind === 'stop') return mine;
  const found = await lookFor(context, {
    document,
    from: lookFrom(document, draft),
    to: addDays(today, 1),
    nip: draft.buyer.nip,
    gross: draft.gross,
    // A list from before the claim would not show what another computer booked until then.
    ...(transfer.priority === PRIORITY.bulk
      ? { asOf: Math.max(tools.clock.now() - LIST_AGE_MS, transfer.claim?.at ?? 0) }
      : {}),
  });
  if (!found.ok) return { kind: 'stop', patch: stopFor(context, verdictOnRead(found.problem)) };

  const own = found.same[0];
  if (own !== undefined && own.gross === draft.gross && found.same.length === 1)
    return { kind: 'adopt', sighting: own };

  const findings = [...found.same, ...found.sameOrder].map(markFinding);
  if (findings.length > 0) return { kind: 'stop', patch: stopFor(context, { kind: 'incomplete', findings }) };

  if (transfer.wasPosted) {
    // A POST of it ended unclear once, and a person sends it again. What the list does not show may be read by its number.
    const past = await lookPastTheList(context, draft.issueDate);
    if (!past.ok) return { kind: 'stop', patch: stopFor(context, verdictOnRead(past.problem)) };
    const [late] = past.same;
    if (late !== undefined) return { kind: 'adopt', sighting: late };
  }
  return { kind: 'free', until: mine.until };
}

function markFinding({ identifier, number }: Sighting): Finding {
  return {
    code: 'maybe-booked-mark',
    path: 'mark',
    params: { number: number || identifier },
    evidence: evidenceOfMark(identifier),
  };
}
