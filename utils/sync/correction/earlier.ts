/** What this computer has corrected of an invoice before. iFirma tells of no invoice which corrections it has (ifirma-api 4.5). */
import type { IfirmaProblem } from '../../ifirma/problem';
import type { EarlierCorrection } from '../../invoice/correction/booked';
import { invoiceNames } from '../../invoice/correction/invoice-names';
import type { Account } from '../../invoice/settings';
import type { CorrectionWish, Transfer } from '../../invoice/transfer';
import type { EngineTools, StepContext } from '../context';
import { idsOfLogin } from '../setup/account-id';

export type EarlierRead =
  | {
      readonly ok: true;
      /** Oldest first. */
      readonly booked: readonly EarlierCorrection[];
      /** Of one that was sent nobody knows whether it is booked: what comes after it cannot be worked out. */
      readonly isOpen: boolean;
    }
  | { readonly ok: false; readonly problem: IfirmaProblem };

/** @param wishes the invoice, under each name that is known of it. */
export async function earlierOf(context: StepContext, wishes: readonly CorrectionWish[]): Promise<EarlierRead> {
  const { transfer, account, tools } = context;
  const all = await correctionsOf(tools, account, transfer.panel, wishes);
  const others = all.filter(({ key }) => key !== transfer.key);
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

/** Every correction of an invoice that the ledger knows, whether it has an order or not, oldest first. */
export async function correctionsOf(
  { store }: Pick<EngineTools, 'store'>,
  account: Account,
  panel: string,
  wishes: readonly CorrectionWish[],
): Promise<readonly Transfer[]> {
  const names = new Set(wishes.flatMap((correction) => invoiceNames({ panel, correction })));
  const found = await store.transfers.correcting([...names]);
  // Another login counts its identifiers and numbers for itself.
  const ids = found.length === 0 ? [] : await idsOfLogin(store, account);
  return found.filter(({ accountId }) => ids.includes(accountId)).toSorted((a, b) => begunAt(a) - begunAt(b));
}

function begunAt({ post, createdAt }: Transfer): number {
  return post?.beganAt ?? createdAt;
}
