/**
 * `Wyślij ponownie wszystkie`, `Pomiń wszystkie`: everything of one cause, as it stands when its turn comes. What a person has to answer for
 * each by itself is left as it is, and counted.
 */
import { PRIORITY, type Transfer } from '../../invoice/transfer';
import { may } from '../../invoice/transfer-states';
import { type LeftWhy, type ManyDone, MOST_AT_ONCE, type Reply } from '../../messages';
import { causeOf, needsPerson } from '../../store/transfer-row';
import type { Commands } from '../commands';
import { enqueue } from '../commands/enqueue';
import type { Gate } from '../commands/gate';
import type { Ledger } from '../commands/ledger';
import type { Refused } from '../commands/target';
import type { EngineTools } from '../context';
import type { Engine } from '../engine';
import { startable } from '../permitted';

export interface OfCause {
  /** Behind whatever a person sends one by one, in order of issue. */
  resend(panel: string | null, cause: string): Promise<Reply<ManyDone>>;
  skip(panel: string | null, cause: string, why: string): Promise<Reply<ManyDone>>;
}

/** What became of one of them; a reason: nothing more can be done at all. */
type Done = 'done' | LeftWhy | Refused;

export function createOfCause(
  tools: EngineTools,
  engine: Engine,
  ledger: Ledger,
  gate: Gate,
  commands: Pick<Commands, 'prepare' | 'skip'>,
): OfCause {
  const { store, clock } = tools;

  async function all(
    panel: string | null,
    cause: string,
    act: (transfer: Transfer) => Promise<Done>,
  ): Promise<Reply<ManyDone>> {
    const waiting = await store.transfers.allOfCause(panel, cause);
    const left = new Map<LeftWhy, number>();
    let done = 0;
    let looked = 0;
    let stopped: Refused | null = null;
    engine.expectWork();
    for (const found of waiting) {
      if (done === MOST_AT_ONCE) break;
      const stored = await store.transfers.get(found.panel, found.key);
      const isOfIt = stored !== null && needsPerson(stored) && causeOf(stored) === cause;
      const became = isOfIt ? await act(stored) : 'moved';
      if (typeof became === 'object') {
        stopped = became;
        break;
      }
      looked += 1;
      if (became === 'done') done += 1;
      else left.set(became, (left.get(became) ?? 0) + 1);
    }
    // What is queued goes on by itself; nobody waits for it here.
    void engine.run().catch(() => undefined);
    if (stopped !== null && looked === 0) return stopped;
    const counts = [...left].map(([why, count]) => ({ why, count }));
    const value = { done, left: counts, remaining: waiting.length - looked, stopped: stopped?.reason ?? null };
    return { ok: true, value };
  }

  /** A question about one document has to be answered at that document. */
  async function resendOne(transfer: Transfer): Promise<Done> {
    if (transfer.state === 'uncertain') return 'uncertain';
    if (!startable(transfer)) return 'booked';
    if (transfer.findings.some(({ evidence }) => evidence !== undefined && !transfer.confirmed.includes(evidence)))
      return 'overrule';
    const refused = await gate.mayWork(transfer.panel);
    if (refused) return refused.reason.code === 'locked' ? refused : 'erplink';
    const prepared = await commands.prepare(transfer);
    if (!prepared.ok) return prepared.reason.code === 'account-gone' ? 'account-gone' : prepared;
    const wish = { confirm: [], priority: PRIORITY.bulk, now: clock.now() };
    const written = await enqueue(tools, ledger, prepared.value, wish);
    if (written.ok) return written.transfer.state === 'queued' ? 'done' : 'taken';
    switch (written.why) {
      case 'full':
        return { ok: false, reason: { code: 'storage-full', params: {} } };
      case 'account-gone':
        return 'account-gone';
      case 'taken':
        return 'taken';
      case 'exists':
      case 'missing':
        return 'moved';
      default:
        return written satisfies never;
    }
  }

  return {
    async resend(panel, cause) {
      const refused = panel === null ? await gate.isLocked() : await gate.mayWork(panel);
      return refused ?? all(panel, cause, resendOne);
    },

    async skip(panel, cause, why) {
      const locked = await gate.isLocked();
      if (locked) return locked;
      return all(panel, cause, async (transfer) => {
        if (!may('skip', transfer)) return transfer.state === 'uncertain' ? 'uncertain' : 'booked';
        const skipped = await commands.skip(transfer, why);
        if (!skipped.ok) return skipped;
        return (await store.transfers.get(transfer.panel, transfer.key))?.state === 'skipped' ? 'done' : 'moved';
      });
    },
  };
}
