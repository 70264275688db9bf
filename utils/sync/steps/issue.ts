/**
 * Step `issue`: the one POST. Before it the intent is stored, after it the identifier, both with strict durability; nothing
 * stands between the answer and that write. Never repeatable: what is not known after it is looked up, not sent again.
 */
import { sha256Hex } from '../../invoice/hash';
import { type PostIntent, PRIORITY, type RefusedPost } from '../../invoice/transfer';
import { erplinkOf } from '../../store/facts';
import { nextLook } from '../backoff';
import { SETTLE_MS } from '../bulk/plan';
import type { Patch, StepContext } from '../context';
import { monthGuard } from '../month/guard';
import { spoken, verdictOnPost } from '../reasons';
import { fullDisk, stopFor } from '../stop';
import type { Booking } from './booking';

/**
 * @param until epoch milliseconds: from then on another computer may have taken the order over.
 * @param write stores a patch strictly; false: it could not be stored. What could not be recorded first is not sent.
 */
export async function issue(
  context: StepContext,
  booking: Booking,
  until: number,
  write: (patch: Patch) => Promise<boolean>,
): Promise<Patch> {
  const { tools } = context;
  // The last word before the POST: somebody may have switched the vendor's own integration on since the document was queued.
  const erplink = await tools.store.facts.get(erplinkOf(context.transfer.panel));
  if (erplink !== false) {
    const code = erplink === null ? 'erplink-unanswered' : 'erplink-on';
    return { state: 'queued', step: 'check', reason: { code, params: {} }, notBefore: 0 };
  }
  const month = await monthGuard(context, booking);
  if (month !== null) return month;
  const sentHash = await sha256Hex(booking.body);
  // The computer slept, or iFirma let us wait: what was true of the order's mark may be so no more.
  if (tools.clock.now() >= until) return { state: 'queued', step: 'check', reason: null, claim: null, notBefore: 0 };
  const post: PostIntent = {
    ...booking.intent,
    beganAt: tools.clock.now(),
    endedAt: null,
    ahead: context.ifirmaAhead(),
  };
  const recorded = await write({
    ...booking.noted,
    sentHash,
    step: 'issue',
    post,
    looks: [],
    reason: null,
    findings: [],
  });
  if (!recorded) return fullDisk(context);

  const answer = await booking.send(booking.body);
  const endedAt = tools.clock.now();
  if (answer.ok) {
    const booked: Patch = { step: 'number', identifier: answer.value, post: { ...post, endedAt }, tries: 0 };
    // The month comes home before anything else is done.
    if (context.transfer.month !== undefined) return { ...booked, state: 'issued', notBefore: endedAt };
    // Of many, the number is read when others are posted, too: one list shows them all.
    return context.transfer.priority === PRIORITY.bulk
      ? { ...booked, state: 'issued', notBefore: endedAt + SETTLE_MS }
      : booked;
  }

  const verdict = verdictOnPost(answer.problem);
  if (verdict.kind === 'uncertain') {
    return {
      state: 'uncertain',
      reason: verdict.reason,
      post: { ...post, endedAt },
      tries: 0,
      notBefore: nextLook(endedAt, endedAt) ?? endedAt,
    };
  }
  // iFirma said no, or the request never left: the intent is closed.
  const closed = {
    ...stopFor(context, verdict),
    post: null,
    sentHash: null,
    documentHash: null,
    keptNumber: null,
    ksef: null,
  };
  return answer.problem.kind === 'kod' ? { ...closed, refused: refusedPost(booking, answer.problem) } : closed;
}

/** For whoever has to find out why. The signature stands in neither of them: it is a header, and iFirma's words are rid of it. */
function refusedPost(
  { path, body }: Booking,
  { kod, text }: { readonly kod: number; readonly text: string },
): RefusedPost {
  return { path, body, kod, text: spoken(text) };
}
