/** What is stored in this installation, as far as a file of settings speaks of it. */
import { sha256Hex } from '../../invoice/hash';
import type { RuleSet } from '../../invoice/rules/rule';
import type { Account } from '../../invoice/settings';
import type { Language } from '../../messages';
import { LANGUAGE } from '../../store/facts';
import type { Store } from '../../store/open';
import { erplinkAnswers } from '../erplink';
import { ruleSetOf } from '../rules/facts';
import { compareAccounts, compareIds, sorted } from './order';

export interface Here {
  /** In the order of a file. */
  readonly accounts: readonly Account[];
  readonly language: Language;
  /** By panel of the accounts, without those that are not answered, in the order of a file. */
  readonly erplink: Readonly<Record<string, boolean>>;
  /** Of the panels of the accounts that have any, in the order of a file. */
  readonly rules: readonly RuleSet[];
}

export async function lookHere({ accounts, facts }: Pick<Store, 'accounts' | 'facts'>): Promise<Here> {
  const [all, language] = await Promise.all([accounts.all(), facts.get(LANGUAGE)]);
  const answers = [...(await erplinkAnswers({ facts }, all))].filter(([, on]) => on !== null);
  const erplink = sorted(Object.fromEntries(answers) as Readonly<Record<string, boolean>>);
  const panels = [...new Set(all.map(({ panel }) => panel))].sort(compareIds);
  const sets = await facts.getAll(panels.map(ruleSetOf));
  const rules = sets.flatMap((set) => (set === null || set.revision === 0 ? [] : [set]));
  return { accounts: [...all].sort(compareAccounts), language: language ?? 'pl', erplink, rules };
}

/** Stands for a text and what it was compared with: another text has another one, and so has the same after a save. */
export function tokenOf(text: string, { accounts, language, erplink, rules }: Here): Promise<string> {
  const revisions = accounts.map(({ id, revision }) => [id, revision] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  const sets = rules.map(({ panel, revision }) => [panel, revision] as const);
  return sha256Hex(JSON.stringify([text, revisions, language, erplink, sets]));
}
