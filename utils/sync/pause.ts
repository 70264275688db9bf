/** An account that iFirma refuses waits, with its queue, until a connection test succeeds (design: answers to the POST). */
import type { Reason } from '../invoice/finding';
import type { Account } from '../invoice/settings';
import { NEVER } from './clock';
import type { EngineTools } from './context';

const PAUSING: readonly string[] = ['kod-400', 'kod-401', 'kod-402', 'kod-403', 'kod-499', 'kod-500', 'key-missing'];

export function isPausing(reason: Reason | null | undefined): boolean {
  return PAUSING.includes(reason?.code ?? '');
}

export function accountPaused(by: string): Reason {
  return { code: 'account-paused', params: { by } };
}

/** Pauses the account; what waits in its queue says why. */
export async function pause(tools: EngineTools, account: Account, by: string): Promise<void> {
  await tools.store.accounts.change(account.id, (stored) => ({ ...stored, pausedBy: by }));
  await sayPaused(tools, account.id, by);
}

/** Whatever waits in the queue of a paused account says so, also where a worker died before it could. */
export async function sayPaused({ store, clock, changed }: EngineTools, accountId: string, by: string): Promise<void> {
  const reason = accountPaused(by);
  for (;;) {
    const waiting = await store.transfers.queued(
      NEVER,
      (transfer) => transfer.accountId === accountId && transfer.reason?.code !== reason.code,
    );
    if (waiting === null) return;
    const written = await store.transfers.change(waiting.panel, waiting.key, (stored) =>
      stored.state === 'queued' ? { ...stored, reason, updatedAt: clock.now() } : null,
    );
    if (!written.ok) return;
    changed(written.transfer);
  }
}
