/** `Utwórz korektę`: what a correction of a booked invoice would come to, and its way into the queue. */
import { warsawDate } from '../../invoice/dates';
import type { DocumentKey } from '../../invoice/document';
import { sha256Hex } from '../../invoice/hash';
import type { Account } from '../../invoice/settings';
import { type CorrectionWish, NOTHING_SAID, PRIORITY, type Transfer } from '../../invoice/transfer';
import type { CorrectionChoice, CorrectionView, Language, Reply } from '../../messages';
import type { EngineTools } from '../context';
import { correctionsOf } from '../correction/earlier';
import { readCorrection } from '../correction/read';
import { rememberedServices } from '../correction/remembered-services';
import { correctionView } from '../correction/view';
import type { Engine } from '../engine';
import { newTransfer } from '../new-transfer';
import { accountPaused } from '../pause';
import { startable } from '../permitted';
import { withSale } from '../sale';
import type { Gate } from './gate';
import { type Ledger, outcomeOf } from './ledger';
import type { Prepare } from './prepare';
import { DONE, type Outcome, refuse, type Target } from './target';

export interface Corrections {
  /** Of an invoice that is booked, or of a correction or return of the panel. Changes nothing. */
  preview(target: Target, choice: CorrectionChoice, language: Language): Promise<Reply<CorrectionView>>;
  /** Queues a correction of a booked invoice. `value`: its key. @param confirm evidence of what the person overruled. */
  queue(target: Target, choice: CorrectionChoice, confirm: readonly string[]): Promise<Reply<DocumentKey>>;
}

export function createCorrections(
  tools: EngineTools,
  engine: Pick<Engine, 'expectWork'>,
  ledger: Ledger,
  gate: Gate,
  prepare: Prepare,
): Corrections {
  const { store, clock } = tools;
  const shown = rememberedServices(clock);

  async function wanted(target: Target, choice: CorrectionChoice): Promise<Reply<Wanted>> {
    const stored = await ledger.stored(target);
    if (stored?.kind !== 'invoice') {
      const prepared = await prepare(target);
      if (!prepared.ok) return prepared;
      const { transfer, account } = prepared.value;
      if (transfer.kind !== 'correction') return refuse('correction-nothing');
      const said = transfer.correction ?? NOTHING_SAID;
      const correction = { ...said, reason: choice.reason ?? said.reason, conditionsMet: choice.conditionsMet };
      return { ok: true, value: { account, transfer: { ...transfer, correction } } };
    }
    const account = await store.accounts.get(stored.accountId);
    if (account === null) return refuse('account-gone');
    if (stored.identifier === null || choice.lines === null) return refuse('correction-nothing');
    const correction: CorrectionWish = {
      invoiceKey: stored.key,
      original: stored.identifier,
      originalNumber: stored.number,
      lines: choice.lines,
      reason: choice.reason,
      conditionsMet: choice.conditionsMet,
    };
    const { panel, orderId } = stored;
    const key = await keyOf(stored, account, correction);
    const at = clock.now();
    const transfer = newTransfer({ panel, key, orderId, accountId: account.id, documentNumber: null, correction, at });
    return { ok: true, value: { account, transfer } };
  }

  /**
   * The same correction has the same key, whichever tab or window it comes from: the same pieces taken off the same state of the same
   * invoice.
   */
  async function keyOf({ panel, accountId }: Transfer, account: Account, wish: CorrectionWish): Promise<DocumentKey> {
    const all = await correctionsOf(tools, account, panel, [wish]);
    const before = all.filter(({ identifier }) => identifier !== null);
    const lines = (wish.lines ?? []).map(({ line, quantity }) => [line, quantity]);
    const said = [panel, accountId, wish.original, String(before.length), lines];
    const hex = await sha256Hex(JSON.stringify(said));
    return `c${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`;
  }

  return {
    async preview(target, choice, language) {
      const found = await wanted(target, choice);
      if (!found.ok) return found;
      const { account, transfer } = found.value;
      const about = `${target.panel}/${target.key}`;
      const services = shown.of(account, tools.servicesOf(account), about);
      const context = { ...services, tools, account, today: warsawDate(clock.now()), transfer };
      return correctionView(await readCorrection(context), transfer, language, context.today);
    },

    async queue(target, choice, confirm) {
      const refused = await gate.mayWork(target.panel);
      if (refused) return refused;
      const found = await wanted(target, choice);
      if (!found.ok) return found;
      const { account, transfer } = found.value;
      shown.forget();
      const queued = queuedNow({ ...transfer, confirmed: [...confirm] }, account, clock.now());
      engine.expectWork();
      const next = (stored: Transfer): Transfer | null => (startable(stored) ? queued : null);
      const written = await ledger.put(queued, next, account, { account });
      if (!written.ok && written.why === 'taken') return refuse('correction-busy');
      const outcome: Outcome = written.ok ? DONE : outcomeOf(written);
      return outcome.ok ? { ok: true, value: transfer.key } : outcome;
    },
  };
}

interface Wanted {
  readonly account: Account;
  readonly transfer: Transfer;
}

function queuedNow(transfer: Transfer, { pausedBy }: Account, now: number): Transfer {
  return withSale({
    ...transfer,
    state: 'queued',
    step: 'check',
    priority: PRIORITY.person,
    notBefore: 0,
    reason: pausedBy === null ? null : accountPaused(pausedBy),
    updatedAt: now,
  });
}
