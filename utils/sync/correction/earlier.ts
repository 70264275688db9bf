/** What this computer has corrected of an invoice before. iFirma tells of no invoice which corrections it has (ifirma-api 4.5). */
import type { IfirmaProblem } from '../../ifirma/problem';
import type { EarlierCorrection } from '../../invoice/correction/booked';
import type { Transfer } from '../../invoice/transfer';
import type { StepContext } from '../context';

export type EarlierRead =
  | {
      readonly ok: true;
      /** Oldest first. */
      readonly booked: readonly EarlierCorrection[];
      /** Of one that was sent nobody knows whether it is booked: what comes after it cannot be worked out. */
      readonly isOpen: boolean;
    }
  | { readonly ok: false; readonly problem: IfirmaProblem };

/** @param original iFirma's identifier of the invoice. */
export async function earlierOf(context: StepContext, original: string): Promise<EarlierRead> {
  const others = await othersOf(context, original);
  const booked: EarlierCorrection[] = [];
  for (const { identifier, number } of others) {
    if (identifier === null) continue;
    const answer = await context.ifirma.correction(identifier);
    if (!answer.ok) return answer;
    booked.push({ identifier, number: answer.value.number || (number ?? ''), lines: answer.value.lines });
  }
  const isOpen = others.some(({ identifier, post, wasPosted }) => identifier === null && (post !== null || wasPosted));
  return { ok: true, booked, isOpen };
}

async function othersOf({ transfer, tools }: StepContext, original: string): Promise<readonly Transfer[]> {
  const { panel, orderId, key } = transfer;
  if (orderId === null) return [];
  const all = await tools.store.transfers.byOrder(panel, orderId);
  return all
    .filter((each) => each.kind === 'correction' && each.key !== key && each.correction?.original === original)
    .toSorted((a, b) => begunAt(a) - begunAt(b));
}

function begunAt({ post, createdAt }: Transfer): number {
  return post?.beganAt ?? createdAt;
}
