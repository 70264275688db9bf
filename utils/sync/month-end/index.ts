/**
 * Closing a month, in bounded parts: whoever looks asks for the next one, keeps what it was given, and leaves off by asking no more. Nothing
 * of it is kept here, so a worker that dies is not missed; what the panel's documents said is remembered (`store/documents.ts`).
 */
import { isDate } from '../../invoice/dates';
import type { YearMonth } from '../../invoice/month-end/types';
import type { Account } from '../../invoice/settings';
import type { MonthEndCommands, Reply } from '../../messages';
import type { Gate } from '../commands/gate';
import { refuse } from '../commands/target';
import type { EngineTools } from '../context';
import { bug } from '../setup/refusals';
import { createIfirmaPart } from './ifirma';
import { createLedgerPart } from './ledger';
import { createLook } from './look';
import { createPanelPart } from './panel';

interface AskOfAccount {
  readonly accountId: string;
  readonly month?: YearMonth;
}

export type MonthEnd = {
  readonly [N in keyof MonthEndCommands]: (
    ask: MonthEndCommands[N]['ask'],
  ) => Promise<Reply<MonthEndCommands[N]['reply']>>;
};

export function createMonthEnd(tools: EngineTools, gate: Gate): MonthEnd {
  function behindTheGate<Ask extends AskOfAccount, Value>(work: (account: Account, ask: Ask) => Promise<Reply<Value>>) {
    return async (ask: Ask): Promise<Reply<Value>> => {
      const locked = await gate.isLocked();
      if (locked) return locked;
      if (ask.month !== undefined && !isDate(`${ask.month}-01`)) return bug('month');
      const account = await tools.store.accounts.get(ask.accountId);
      return account === null ? refuse('account-gone') : work(account, ask);
    };
  }

  return {
    'month-end.panel': behindTheGate(createPanelPart(tools)),
    'month-end.ifirma': behindTheGate(createIfirmaPart(tools)),
    'month-end.ledger': behindTheGate(createLedgerPart(tools)),
    'month-end.look': behindTheGate(createLook(tools)),
  };
}
