/** `Usuń wszystko`: the keys, the settings, the ledger and the log. What is booked in iFirma and saved in orders stays there. */
import type { ReasonCode } from '../invoice/finding';
import type { Reply } from '../messages';
import type { EngineTools } from './context';
import type { Engine } from './engine';
import type { Security } from './security';

export interface WipeTools extends Pick<EngineTools, 'store' | 'exclusively' | 'wakeAt'> {
  readonly engine: Pick<Engine, 'isWorking'>;
  readonly security: Pick<Security, 'lock'>;
}

/** Refused while something is being sent: its story would end without its end. */
export async function wipeOut({ store, exclusively, wakeAt, engine, security }: WipeTools): Promise<Reply<null>> {
  if (engine.isWorking()) return refuse('account-busy');
  return exclusively(async () => {
    const begun = await store.transfers.unfinished();
    if (begun.some(({ state }) => state === 'sending')) return refuse('account-busy');
    if (!(await store.wipe()).ok) return refuse('storage-full');
    await security.lock();
    wakeAt(null);
    return { ok: true, value: null };
  });
}

function refuse(code: ReasonCode): Reply<null> {
  return { ok: false, reason: { code, params: {} } };
}
