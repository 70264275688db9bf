/** What was corrected of an invoice before, as far as this computer knows. iFirma tells of no invoice which corrections it has (ifirma-api 4.5). */
import type { IfirmaProblem } from '../../ifirma/problem';
import type { EarlierCorrection } from '../../invoice/correction/booked';
import type { Account } from '../../invoice/settings';
import type { CorrectionWish, ElsewhereCorrected, Transfer } from '../../invoice/transfer';
import { invoiceNames } from '../../store/transfer-row';
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

/**
 * @param wishes the invoice, under each name that is known of it.
 * @param elsewhere what other computers have booked.
 */
export async function earlierOf(
  context: StepContext,
  wishes: readonly CorrectionWish[],
  elsewhere: readonly ElsewhereCorrected[],
): Promise<EarlierRead> {
  const { transfer, account, tools } = context;
  const all = await correctionsOf(tools, account, transfer.panel, wishes);
  const others = all.filter(({ key }) => key !== transfer.key);
  const own = others.flatMap((each) =>
    each.identifier === null ? [] : [{ identifier: each.identifier, number: each.number ?? '', at: begunAt(each) }],
  );
  // Another correction of it, which came to nothing, may have met them, and its claim has wiped them out.
  const met = [...elsewhere, ...others.flatMap(({ correction }) => correction?.elsewhere ?? [])];
  const theirs = [...new Map(met.map((each) => [each.identifier, each])).values()];
  const booked: EarlierCorrection[] = [];
  for (const { identifier, number } of [...own, ...theirs].toSorted((a, b) => a.at - b.at)) {
    const answer = await context.ifirma.correction(identifier);
    if (!answer.ok) return answer;
    booked.push({ identifier, number: answer.value.number || number, lines: answer.value.lines });
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
  const names = new Set(wishes.flatMap((correction) => invoiceNames(panel, correction)));
  const found = await store.transfers.correcting([...names]);
  // Another login counts its identifiers and numbers for itself.
  const ids = found.length === 0 ? [] : await idsOfLogin(store, account);
  return found.filter(({ accountId }) => ids.includes(accountId)).toSorted((a, b) => begunAt(a) - begunAt(b));
}

function begunAt({ post, createdAt }: Transfer): number {
  return post?.beganAt ?? createdAt;
}
