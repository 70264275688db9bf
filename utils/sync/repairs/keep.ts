/** Keeps what a person typed, each value where its scope says: with the document, in the order, or as a rule of the account. */
import { type Judged, saidOf } from '../../invoice/repair/apply';
import { nameOfPlace, type RepairInput } from '../../invoice/repair/inputs';
import { judgeRepair, type RepairProblem } from '../../invoice/repair/judge';
import type { Repair } from '../../invoice/repair/repair';
import type { Transfer } from '../../invoice/transfer';
import type { RepairEdit, Reply } from '../../messages';
import type { Ledger } from '../commands/ledger';
import type { Prepared } from '../commands/prepare';
import type { Target } from '../commands/target';
import type { EngineTools } from '../context';
import { startable } from '../permitted';
import { bug } from '../setup/refusals';
import type { Mendable } from './form';
import { keepRules } from './rules';
import { writeBuyer } from './write-buyer';

export type Kept = Reply<
  { readonly ok: true } | { readonly ok: false; readonly fields: Readonly<Record<string, RepairProblem>> }
>;

type Tools = Pick<EngineTools, 'store' | 'clock' | 'servicesOf' | 'announce'>;

export async function keep(
  tools: Tools,
  ledger: Ledger,
  target: Target,
  prepared: Prepared,
  { judged, inputs, country }: Mendable,
  edits: readonly RepairEdit[],
): Promise<Kept> {
  if (judged === null) return bug('repair');
  // Only what the form offers, and only where it offers to keep it.
  const offered = new Map(inputs.map((input) => [nameOfPlace(input), input]));
  if (!edits.every((edit) => isOffered(offered.get(nameOfPlace(edit)), edit))) return bug('repair');
  const typedCountry = edits.find(({ field }) => field === 'buyer.country')?.value.toUpperCase() ?? country;
  const fields: Record<string, RepairProblem> = {};
  const kept: RepairEdit[] = [];
  for (const edit of edits) {
    const said = judgeRepair(edit.field, edit.value, typedCountry);
    if (said.ok) kept.push({ ...edit, value: said.value });
    else fields[nameOfPlace(edit)] = said.problem;
  }
  if (Object.keys(fields).length > 0) return { ok: true, value: { ok: false, fields } };

  const of = (scope: RepairEdit['scope']) => kept.filter((edit) => edit.scope === scope);
  const ruled = await keepRules(tools.store, prepared.account, judged, of('rule'));
  if (!ruled.ok) return ruled;
  // A form of the account that is open somewhere shows what is out of date.
  if (of('rule').length > 0) tools.announce();
  const written = await writeBuyer(tools, prepared, of('order'));
  if (!written.ok) return written;
  const own = of('document');
  const done = await ledger.change(target, withRepairs(judged, own, tools.clock.now()), prepared.account, {
    account: prepared.account,
  });
  return done.ok ? { ok: true, value: { ok: true } } : done;
}

function isOffered(input: RepairInput | undefined, { scope }: RepairEdit): boolean {
  return input?.scopes.includes(scope) ?? false;
}

/** The newest word on a place counts. What no longer holds, because the panel says something else by now, is left out. */
function withRepairs(judged: Judged, edits: readonly RepairEdit[], now: number) {
  const added = edits.flatMap(({ field, line, value }): Repair[] => {
    const was = saidOf(judged, { field, line });
    return was === null ? [] : [{ field, line, was, value }];
  });
  const names = new Set(added.map(nameOfPlace));
  return (stored: Transfer): Transfer | null => {
    if (!startable(stored)) return null;
    const before = (stored.repairs ?? []).filter(
      (repair) => !names.has(nameOfPlace(repair)) && saidOf(judged, repair) === repair.was,
    );
    return { ...stored, repairs: [...before, ...added], updatedAt: now };
  };
}
