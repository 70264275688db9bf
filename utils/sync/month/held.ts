/** What waits in the queue says why: because the month is moved for another document of its login, or no more. */

import type { MonthIntent } from '../../invoice/accounting-month';
import type { Reason } from '../../invoice/finding';
import type { Transfer } from '../../invoice/transfer';
import { NEVER } from '../clock';
import type { EngineTools } from '../context';
import { mayUse, monthIntents, openOf } from './intents';

type Tools = Pick<EngineTools, 'store' | 'clock' | 'changed'>;

export function monthMoved({ home, away }: MonthIntent): Reason {
  return { code: 'month-moved', params: { from: home, to: away } };
}

/** Also where a worker died before it could say so. What waits for something else has its own reason until its time has come. */
export async function sayHeld(tools: Tools): Promise<void> {
  const { store, clock } = tools;
  const intents = await monthIntents(store);
  if (intents.every(({ ended }) => ended !== null)) return;
  const accounts = new Map((await store.accounts.all()).map((account) => [account.id, account]));
  const heldBy = (transfer: Transfer): MonthIntent | null => {
    const account = accounts.get(transfer.accountId);
    if (account === undefined || account.pausedBy !== null || transfer.notBefore > clock.now()) return null;
    const intent = openOf(intents, account.login);
    return intent !== null && !mayUse(intent, transfer) ? intent : null;
  };
  await sayOf(tools, (transfer) => {
    const intent = transfer.reason?.code === 'month-moved' ? null : heldBy(transfer);
    return intent === null ? undefined : monthMoved(intent);
  });
}

/** Before the intent ends, so that whoever dies in between begins here again. */
export async function sayFree(tools: Tools, { login }: MonthIntent): Promise<void> {
  const accounts = new Map((await tools.store.accounts.all()).map((account) => [account.id, account]));
  await sayOf(tools, ({ accountId, reason }) =>
    reason?.code === 'month-moved' && accounts.get(accountId)?.login === login ? null : undefined,
  );
}

/** @param reasonOf undefined: it stays as it is. */
async function sayOf({ store, clock, changed }: Tools, reasonOf: (transfer: Transfer) => Reason | null | undefined) {
  for (;;) {
    const waiting = await store.transfers.queued(NEVER, (transfer) => reasonOf(transfer) !== undefined);
    if (waiting === null) return;
    const written = await store.transfers.change(waiting.panel, waiting.key, (stored) => {
      const reason = stored.state === 'queued' ? reasonOf(stored) : undefined;
      return reason === undefined ? null : { ...stored, reason, updatedAt: clock.now() };
    });
    if (!written.ok) return;
    changed(written.transfer);
  }
}
