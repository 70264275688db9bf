/** What a person may type where a document was refused, and what becomes of it. Nothing is sent by it. */
import type { Language, Message, RepairForm, RepairReply, Reply } from '../../messages';
import type { Gate } from '../commands/gate';
import type { Ledger } from '../commands/ledger';
import type { Prepare } from '../commands/prepare';
import { refuse, type Target } from '../commands/target';
import type { EngineTools } from '../context';
import type { Months } from '../month/plan';
import { exchangeOf } from './exchange';
import { mendable } from './form';
import { keep } from './keep';

export interface Repairs {
  form(target: Target, language: Language): Promise<Reply<RepairForm>>;
  keep(target: Target, edits: Message<'repair'>['edits']): Promise<Reply<Extract<RepairReply, { ok: false }> | null>>;
  exchange(target: Target): Promise<Reply<{ readonly text: string } | null>>;
}

type Tools = Pick<EngineTools, 'store' | 'clock' | 'servicesOf' | 'announce'>;

export function createRepairs(tools: Tools, ledger: Ledger, gate: Gate, prepare: Prepare, months: Months): Repairs {
  return {
    async form(target, language) {
      const prepared = await prepare(target);
      if (!prepared.ok) return prepared;
      const found = await mendable(tools, prepared.value);
      if (!found.ok) return found;
      const { inputs, country, monthOf } = found.value;
      const month = monthOf === null ? null : await months.plan(prepared.value.account, monthOf);
      return { ok: true, value: { language, inputs, country, month } };
    },

    async keep(target, edits) {
      const refused = await gate.mayWork(target.panel);
      if (refused) return refused;
      const prepared = await prepare(target);
      if (!prepared.ok) return prepared;
      const found = await mendable(tools, prepared.value);
      if (!found.ok) return found;
      const kept = await keep(tools, ledger, target, prepared.value, found.value, edits);
      if (!kept.ok) return kept;
      return { ok: true, value: kept.value.ok ? null : kept.value };
    },

    async exchange(target) {
      const stored = await ledger.stored(target);
      return stored === null ? refuse('sellasist-order-missing') : { ok: true, value: exchangeOf(stored) };
    },
  };
}
