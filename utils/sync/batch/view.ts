/** What a person is shown of a batch. */
import type { Reason } from '../../invoice/finding';
import type { BatchView, DocumentView } from '../../messages';
import type { Batch } from '../../store/batches';
import { transferView, unsentView } from '../document-view';
import { timeLeft } from './pace';
import { isOver, type Standing, type Stands } from './standing';

export function batchView(batch: Batch, stands: readonly Stands[], now: number): BatchView {
  const { id, paused, cancelled, startedAt, endedAt, placed } = batch;
  const count = (standing: Standing): number => stands.filter((each) => each.standing === standing).length;
  const goesOn = !paused && !cancelled && !isOver(stands);
  const waitsFor = goesOn ? hindrance(batch, stands) : null;
  return {
    id,
    total: stands.length,
    waiting: count('waiting'),
    underWay: count('under-way'),
    sent: count('sent'),
    uncertain: count('uncertain'),
    withdrawn: count('withdrawn'),
    attention: stands.filter(({ standing }) => standing === 'attention').map((each) => rowOf(batch, each)),
    placed,
    paused,
    cancelled,
    startedAt,
    endedAt,
    timeLeft: goesOn && waitsFor === null ? timeLeft(stands, batch.goesOnSince, now) : null,
    waitsFor,
  };
}

function rowOf({ panel, left }: Batch, { entry, transfer }: Stands): DocumentView {
  if (transfer !== null) return transferView(transfer);
  const { key, orderId, number } = entry;
  return { ...unsentView({ panel, key, orderId, number, findings: [] }), reason: left[key] ?? null };
}

/** What is in the way of all that waits; a single document that is put off keeps nobody else. */
function hindrance({ retry }: Batch, stands: readonly Stands[]): Reason | null {
  if (retry !== null) return retry.reason;
  const waiting = stands.filter(({ standing }) => standing === 'waiting');
  const reasons = waiting.map(({ transfer }) => transfer?.reason ?? null);
  return reasons.every((reason) => reason !== null) ? (reasons[0] ?? null) : null;
}
