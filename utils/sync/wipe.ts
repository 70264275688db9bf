/** `Usuń wszystko`: the keys, the settings, the ledger and the log. What is booked in iFirma and saved in orders stays there. */
import type { Reason, ReasonCode } from '../invoice/finding';
import type { Reply } from '../messages';
import type { Store } from '../store/open';
import type { EngineTools } from './context';
import type { Engine } from './engine';
import { monthAway } from './month/intents';
import type { Security } from './security';

export interface WipeTools extends Pick<EngineTools, 'store' | 'exclusively' | 'wakeAt'> {
  readonly engine: Pick<Engine, 'isWorking'>;
  readonly security: Pick<Security, 'wiping'>;
}

/**
 * Refused while something is being sent: its story would end without its end. Any other command that is on its way stores nothing
 * after this. Answers with the store that everything goes on with.
 */
export async function wipeOut({ store, exclusively, wakeAt, engine, security }: WipeTools): Promise<Reply<Store>> {
  if (engine.isWorking()) return refuse('account-busy');
  return security.wiping(() =>
    exclusively(async () => {
      const begun = await store.transfers.unfinished();
      if (begun.some(({ state }) => state === 'sending')) return refuse('account-busy');
      // Nobody would bring the month home. A person who leaves it there (`month.leave`) says so first.
      const month = await monthAway(store);
      if (month !== null) return { ok: false, reason: month };
      const wiped = await store.wipe();
      if (!wiped.ok) return refuse('storage-full');
      wakeAt(null);
      return { ok: true, value: wiped.next };
    }),
  );
}

function refuse(code: ReasonCode): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason: { code, params: {} } };
}
