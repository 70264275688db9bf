/** What a person may say about iFirma's accounting month. */
import { isOneYear, type YearMonth } from '../../invoice/accounting-month';
import { PRIORITY, type Transfer } from '../../invoice/transfer';
import type { MonthPlan, MonthView, Reply } from '../../messages';
import { enqueue } from '../commands/enqueue';
import type { Gate } from '../commands/gate';
import { type Ledger, outcomeOf } from '../commands/ledger';
import type { Prepare } from '../commands/prepare';
import { DONE, type Outcome, refuse, type Target } from '../commands/target';
import type { EngineTools } from '../context';
import type { Engine } from '../engine';
import { startable } from '../permitted';
import { mendable } from '../repairs/form';
import { bug, refused } from '../setup/refusals';
import { changeIntents, monthIntents } from './intents';
import { noteMonth } from './note';
import type { Months } from './plan';
import { monthViews } from './view';

export interface MonthOrders {
  /** Queues the document with the leave to move the month for it, and waits until nothing is on its way. */
  send(target: Target, from: YearMonth, to: YearMonth): Promise<Outcome>;
  state(): Promise<readonly MonthView[]>;
  retry(login: string): Promise<Reply<readonly MonthView[]>>;
  leave(login: string): Promise<Reply<readonly MonthView[]>>;
}

export function createMonthOrders(
  tools: EngineTools,
  engine: Engine,
  ledger: Ledger,
  gate: Gate,
  prepare: Prepare,
  months: Months,
): MonthOrders {
  const { store, clock } = tools;
  const state = (): Promise<readonly MonthView[]> => monthViews(store);

  /** Only where the month is what is wrong, and only from and to the months that the person was told. null: it may be moved. */
  async function refusalOf(plan: MonthPlan, from: YearMonth, to: YearMonth) {
    switch (plan.kind) {
      case 'no-key':
        return refuse('key-missing');
      case 'other-year':
        return refused('month-elsewhere', { month: plan.from });
      case 'move':
        return plan.from === from && plan.to === to ? null : refused('month-elsewhere', { month: plan.from });
      case 'right':
      // Whoever moves it asks again, and waits where iFirma does not answer.
      case 'unknown':
        return null;
      default:
        return plan satisfies never;
    }
  }

  async function queue(target: Target, from: YearMonth, to: YearMonth): Promise<Outcome> {
    const prepared = await prepare(target);
    if (!prepared.ok) return prepared;
    const { transfer, account } = prepared.value;
    // Somebody was quicker: the card shows what there is.
    if (!startable(transfer)) return DONE;
    const found = await mendable(tools, prepared.value);
    if (!found.ok) return found;
    const sale = found.value.monthOf;
    if (sale === null || sale.slice(0, 7) !== to || from === to || !isOneYear(from, to)) return bug('send.month');
    const no = await refusalOf(await months.plan(account, sale), from, to);
    if (no !== null) return no;
    engine.expectWork();
    const wish = { confirm: [], priority: PRIORITY.person, month: { from, to }, now: clock.now() };
    return outcomeOf(await enqueue(tools, ledger, prepared.value, wish));
  }

  return {
    state,

    async send(target, from, to) {
      const no = await gate.mayWork(target.panel);
      if (no) return no;
      const queued = await queue(target, from, to);
      if (!queued.ok) return queued;
      await engine.run();
      await engine.settled(target.panel, target.key);
      return DONE;
    },

    async retry(login) {
      const locked = await gate.isLocked();
      if (locked) return locked;
      engine.expectWork();
      const saved = await changeIntents(tools, login, (intent) => ({ ...intent, notBefore: 0, tries: 0 }));
      if (saved === 'full') return refuse('storage-full');
      await engine.run();
      return { ok: true, value: await state() };
    },

    async leave(login) {
      engine.expectWork();
      for (const intent of await monthIntents(store)) {
        if (intent.login !== login) continue;
        const { panel, key, left, ended } = intent;
        const stored = await store.transfers.get(panel, key);
        // Or it would move the month again at once.
        const unmoved =
          stored && (await ledger.change(stored, withoutWish, await store.accounts.get(stored.accountId)));
        if (unmoved?.ok === false) return unmoved;
        if (ended === null) await noteMonth(tools, intent, { code: 'month-left', params: { month: left } });
      }
      const saved = await changeIntents(tools, login, (intent) => ({
        ...intent,
        ended: { code: 'month-left', params: { month: intent.left } },
      }));
      if (saved === 'full') return refuse('storage-full');
      await engine.run();
      return { ok: true, value: await state() };
    },
  };
}

/** It waits for its turn as any other document does. */
function withoutWish(transfer: Transfer): Transfer | null {
  const { month, reason, ...rest } = transfer;
  if (month === undefined || transfer.state !== 'queued') return null;
  return { ...rest, reason: reason?.code === 'month-unclear' ? null : reason };
}
