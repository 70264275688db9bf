/** What rules may name: the accounts, and what the panel offered when it was last asked. */
import { problemsOf } from '../../invoice/rules/problems';
import type { RuleProblem, RuleWorld } from '../../invoice/rules/problems/problem';
import type { RuleSet } from '../../invoice/rules/rule';
import type { Account } from '../../invoice/settings';
import type { Store } from '../../store/open';
import { listsFact } from '../setup/panel-lists';

/** So long what the panel offered counts: rules act on it for hours without anybody who opens a room. */
const OLD_MS = 6 * 3_600_000;

/** @param refresh has the panel's lists read anew; its failure says nothing of any name. */
export async function ruleProblems(
  store: Store,
  set: RuleSet,
  now: number,
  refresh: (account: Account) => Promise<unknown>,
): Promise<readonly RuleProblem[]> {
  if (set.rules.length === 0) return [];
  const accounts = await store.accounts.all();
  const reader = accounts.find(({ panel }) => panel === set.panel);
  const kept = await store.facts.get(listsFact(set.panel));
  const isOld = kept === null || Math.abs(now - kept.readAt) > OLD_MS;
  if (isOld && reader !== undefined) await refresh(reader);
  const lists = await store.facts.get(listsFact(set.panel));
  const world: RuleWorld = {
    accounts,
    statuses: known(lists?.statuses),
    fields: known(lists?.fields),
    payments: known(lists?.payments),
    series: known(lists?.series),
  };
  return problemsOf(set, world);
}

/** An empty list may be one that the key has no right to. */
function known<T>(rows: readonly T[] | undefined): readonly T[] | null {
  return rows === undefined || rows.length === 0 ? null : rows;
}
