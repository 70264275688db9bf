/** `Automatyzacje` in a file: out of an installation, and into one, where the accounts have other ids. */
import type { RuleSet } from '../../invoice/rules/rule';
import type { Account } from '../../invoice/settings';
import type { RuleDraft } from '../../messages';
import type { FileContent, FileRule, FileRules } from '../../messages/settings-file-schema';
import { sorted } from './order';

/** Whose account was gone when the file was written has none here either, and says so (`account-gone`). */
const NOBODY = '-';

/** @param accounts in the order of the file. */
export function fileRules(
  sets: readonly RuleSet[],
  accounts: readonly Pick<Account, 'id'>[],
): Pick<FileContent, 'rules'> {
  if (sets.length === 0) return {};
  const places = new Map(accounts.map(({ id }, at) => [id, at]));
  return {
    rules: Object.fromEntries(
      sets.map(({ panel, match, rules }) => [panel, { match, rules: rules.map((rule) => fileRule(rule, places)) }]),
    ),
  };
}

function fileRule(
  { id, name, accountId, isOn, trigger, conditions, effects }: RuleDraft,
  places: ReadonlyMap<string, number>,
): FileRule {
  const account = places.get(accountId) ?? null;
  return { id, name, account, isOn, ...sorted({ trigger, conditions, effects }) };
}

/** @param idOf of the account at that place of the file. */
export function draftsIn({ rules }: FileRules, idOf: (place: number) => string | undefined): readonly RuleDraft[] {
  return rules.map(({ account, ...rule }) => ({
    ...rule,
    accountId: (account === null ? undefined : idOf(account)) ?? NOBODY,
  }));
}

/** Where the rules of a file name what it does not have, or the same id twice; null: nowhere. */
export function strangeRule({ rules = {}, accounts }: Pick<FileContent, 'rules' | 'accounts'>): string | null {
  for (const [panel, set] of Object.entries(rules)) {
    if (accounts.every((account) => account.panel !== panel)) return `rules.${panel}`;
    const ids = new Set<string>();
    for (const [at, { id, account }] of set.rules.entries()) {
      if (ids.has(id)) return `rules.${panel}.rules.${at}.id`;
      ids.add(id);
      if (account !== null && accounts[account]?.panel !== panel) return `rules.${panel}.rules.${at}.account`;
    }
  }
  return null;
}
