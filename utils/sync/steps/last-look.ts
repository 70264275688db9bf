/**
 * Between the check and the POST stand the claim and the look-up, and a service that takes its time: so long somebody may issue the order's
 * document in the panel (design: one sale, one invoice). An order without a document is looked at once more when that took long.
 */
import type { Patch, StepContext } from '../context';
import { verdictOnSellasist } from '../reasons';
import { stopFor } from '../stop';
import type { Checked } from './check';

/** So old may be what is known of an order's documents, as at its check (`read-document`). */
const OLD_MS = 5_000;

/** null: nothing has come since. It only reads. */
export async function lastLook(context: StepContext, { document, read, known }: Checked): Promise<Patch | null> {
  const { documents, tools } = context;
  // What has a document has it; without an order there is nothing to look at.
  if (document.documentId !== null || read === null) return null;
  const age = tools.clock.now() - read.askedAt;
  if (age >= 0 && age < OLD_MS) return null;
  const found = await documents.of(read.order, OLD_MS);
  if (!found.ok) return stopFor(context, verdictOnSellasist(found.problem));
  const isNews = found.value.documents.some(({ documentId }) => !known.includes(documentId));
  // The check says what is to be said of it.
  return isNews ? { state: 'queued', step: 'check', reason: null, notBefore: 0 } : null;
}
