/** What a file changes in `Automatyzacje`: told in the preview, and written. Of a panel that it says nothing of, the rules stay. */
import { emptyRuleSet, type RuleSet } from '../../invoice/rules/rule';
import type { RuleDraft, SettingsChange } from '../../messages';
import type { FileContent, FileRules } from '../../messages/settings-file-schema';
import type { FactRow } from '../../store/facts';
import { ruleSetOf } from '../rules/facts';
import { sinceWhen } from '../rules/since';
import type { Here } from './here';
import { sorted } from './order';
import { draftsIn } from './rules';

/** Of an account that becomes a new one. */
const NEW = '+';

/** @param idOf of the account here that is the one at that place of the file; undefined: it becomes a new one. */
export function ruleChanges(
  content: FileContent,
  here: Here,
  idOf: (place: number) => string | undefined,
): readonly SettingsChange[] {
  return setsOf(content, here).flatMap(([panel, file, stored]) =>
    changesOf(panel, stored, { match: file.match, rules: draftsIn(file, (place) => idOf(place) ?? `${NEW}${place}`) }),
  );
}

/** @param placed the accounts of the file, in its order, with their ids here. @param now epoch milliseconds. */
export function ruleRows(
  content: FileContent,
  here: Here,
  placed: readonly { readonly id: string }[],
  now: number,
): readonly FactRow[] {
  return setsOf(content, here).flatMap(([panel, file, stored]): FactRow[] => {
    const { match } = file;
    const rules = draftsIn(file, (place) => placed[place]?.id);
    if (changesOf(panel, stored, { match, rules }).length === 0) return [];
    const value: RuleSet = {
      panel,
      match,
      rules: sinceWhen({ rules }, stored, now),
      revision: stored.revision + 1,
    };
    return [{ ...ruleSetOf(panel), value }];
  });
}

function setsOf({ rules = {} }: FileContent, here: Here): readonly (readonly [string, FileRules, RuleSet])[] {
  return Object.entries(rules).map(
    ([panel, file]) => [panel, file, here.rules.find((set) => set.panel === panel) ?? emptyRuleSet(panel)] as const,
  );
}

type Rules = Pick<RuleSet, 'match'> & { readonly rules: readonly RuleDraft[] };

/** `rules.{panel}.match`, `.order`, and of each rule `.rule.{id}`: its name and whether it is on; null: it is not there. */
function changesOf(panel: string, from: Rules, to: Rules): readonly SettingsChange[] {
  const path = (name: string): string => `rules.${panel}.${name}`;
  const ids = [...new Set([...to.rules, ...from.rules].map(({ id }) => id))];
  const each = ids.flatMap((id): SettingsChange[] => {
    const [before, after] = [ofId(from, id), ofId(to, id)];
    if (contentOf(before) === contentOf(after)) return [];
    return [{ path: path(`rule.${id}`), from: shownOf(before, false), to: shownOf(after, isOther(before, after)) }];
  });
  const [orderBefore, orderAfter] = [from, to].map(({ rules }) =>
    rules.flatMap(({ id }) => (ofId(from, id) !== undefined && ofId(to, id) !== undefined ? [id] : [])),
  );
  const isMoved = JSON.stringify(orderBefore) !== JSON.stringify(orderAfter);
  return [
    ...(from.match === to.match || (from.rules.length === 0 && to.rules.length === 0)
      ? []
      : [
          {
            path: path('match'),
            from: from.rules.length === 0 ? null : JSON.stringify(from.match),
            to: JSON.stringify(to.match),
          },
        ]),
    ...each,
    ...(isMoved ? [{ path: path('order'), from: namesIn(from), to: namesIn(to) }] : []),
  ];
}

function ofId({ rules }: Rules, id: string): RuleDraft | undefined {
  return rules.find((rule) => rule.id === id);
}

function contentOf(rule: RuleDraft | undefined): string | null {
  if (rule === undefined) return null;
  const { id, name, accountId, isOn, trigger, conditions, effects } = rule;
  return JSON.stringify(sorted({ id, name, accountId, isOn, trigger, conditions, effects }));
}

/** Differs in more than can be said of it in a line. */
function isOther(before: RuleDraft | undefined, after: RuleDraft | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return contentOf({ ...before, name: after.name, isOn: after.isOn }) !== contentOf(after);
}

function shownOf(rule: RuleDraft | undefined, isChanged: boolean): string | null {
  return rule === undefined ? null : JSON.stringify({ name: rule.name, isOn: rule.isOn, isChanged });
}

function namesIn({ rules }: Rules): string {
  return JSON.stringify(rules.map(({ name }) => name));
}
