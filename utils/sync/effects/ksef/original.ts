/** Whether KSeF has the invoice that a correction corrects: only then does it take the correction (ifirma-api 4.5). Repeatable. */
import type { IfirmaProblem } from '../../../ifirma/problem';
import type { KsefStanding } from '../../../invoice/ksef';
import { evidenceOfOriginal } from '../../../invoice/ksef-decisions';
import type { Transfer } from '../../../invoice/transfer';
import { idsOfLogin } from '../../setup/account-id';
import type { KsefContext } from './context';

export type OriginalReady =
  | { readonly kind: 'ready' }
  /** `isFollowed`: Mostek looks at the invoice by itself, so the ledger will tell. */
  | { readonly kind: 'waits'; readonly isFollowed: boolean }
  /** Not sent by Mostek, and iFirma shows no trace: only a person knows. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unread'; readonly problem: IfirmaProblem };

const FOLLOWED: readonly KsefStanding[] = ['wanted', 'sending', 'sent'];

export async function originalReady(context: KsefContext): Promise<OriginalReady> {
  const { transfer, sending, ifirma } = context;
  const original = transfer.correction?.original ?? null;
  if (transfer.kind === 'invoice' || transfer.confirmed.includes(evidenceOfOriginal(transfer)))
    return { kind: 'ready' };
  // A linked correction may not say which invoice it corrects.
  if (original === null) return { kind: 'unknown' };
  const known = await inLedger(context, original);
  if (known !== null && known.ksefNumber !== null) return { kind: 'ready' };
  const standing = known?.ksef?.standing ?? null;
  if (standing !== null && FOLLOWED.includes(standing)) return { kind: 'waits', isFollowed: true };
  // iFirma knows as well what was sent there by hand, or by another computer.
  const state = await ifirma.ksef('invoice', original);
  if (!state.ok) return { kind: 'unread', problem: state.problem };
  if (state.value.kind === 'accepted') return { kind: 'ready' };
  const isOnItsWay = standing !== null || (state.value.kind === 'pending' && state.value.hasTrace);
  // iFirma itself has said before that the invoice is to come first.
  return isOnItsWay || sending.reason?.code === 'ksef-original-waits'
    ? { kind: 'waits', isFollowed: false }
    : { kind: 'unknown' };
}

/** The invoice as Mostek has sent or linked it. */
async function inLedger(context: KsefContext, original: string): Promise<Transfer | null> {
  const { transfer, account, tools } = context;
  const key = transfer.correction?.invoiceKey ?? null;
  const named = key === null ? null : await tools.store.transfers.get(transfer.panel, key);
  if (named?.identifier === original) return named;
  const holders = await tools.store.transfers.known(await idsOfLogin(tools.store, account), [original]);
  return holders.get(original)?.find(({ kind }) => kind === 'invoice') ?? null;
}
