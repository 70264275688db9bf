/**
 * The corrections of an order (sellasist-api 9.3). Their list says no more of an order than that of the invoices, so each is read once
 * and remembered. Nothing is sent by what is found here: a search takes few requests, and what it could not read it leaves to the next.
 */
import { addDays } from '../invoice/dates';
import type { SellasistClient } from './client';
import { type DocumentCache, type KnownDocument, knownOf } from './document-shelf';
import { kindOf } from './kind';
import type { OrderWire } from './wire';

export interface CorrectionsAsked {
  readonly client: Pick<SellasistClient, 'document' | 'documents'>;
  readonly order: Pick<OrderWire, 'date'>;
  readonly cache: DocumentCache;
}

const PAGE = 100;
/** Details read at once. A correction is mostly looked for while it is new, and then it is among the first. */
const MOST_DETAILS = 5;
/** Issue dates are set by hand (`document-shelf.ts`). */
const BACKDATED_DAYS = 31;
const OLD_IN_SUCCESSION = 3;

/** Reads the newest corrections that are not in the cache yet, down to where they are older than the order, and puts them there. */
export async function meetCorrections({ client, order, cache }: CorrectionsAsked): Promise<void> {
  const listed = await client.documents({ type: 'correct', limit: PAGE, offset: 0 });
  if (!listed.ok) return;
  const ids = listed.value.filter((row) => mayCorrect(row)).map(({ id }) => id);
  if (ids.length === 0) return;
  const known = new Map((await cache.get(ids)).map((document) => [document.documentId, document]));
  const learnt: KnownDocument[] = [];
  const tooOld = order.date === null ? '' : addDays(order.date, -BACKDATED_DAYS);
  let read = 0;
  let old = 0;
  for (const id of ids) {
    let document = known.get(id);
    if (document === undefined) {
      if (read === MOST_DETAILS) break;
      read += 1;
      const answer = await client.document(id);
      // One that is gone, or that nobody understands, must not hide the others.
      if (!answer.ok && (answer.problem.kind === 'not-found' || answer.problem.kind === 'unreadable')) continue;
      if (!answer.ok) break;
      document = knownOf(answer.value);
      learnt.push(document);
    }
    old = document.issueDate !== null && document.issueDate < tooOld ? old + 1 : 0;
    if (old === OLD_IN_SUCCESSION) break;
  }
  if (learnt.length > 0) await cache.put(learnt);
}

/** A row without any word on its kind is looked at; its detail may have one. */
function mayCorrect(row: { readonly type: string; readonly subtype: string }): boolean {
  return kindOf(row) === 'correction' || (row.type === '' && row.subtype === '');
}
