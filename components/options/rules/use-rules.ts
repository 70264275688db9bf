/** The rules of a panel while they are changed: the draft, which of them stand open, and what is wrong with each. */
import { useMemo, useState } from 'preact/hooks';
import type { RuleProblem } from '../../../utils/invoice/rules/problems/problem';
import type { RulesView } from '../../../utils/messages';
import { type Draft, type SaveResult, useDraft } from '../../form/draft';
import { usePage } from '../../form/page';
import { same } from '../../form/same';
import { draftOf, editsOf, type RuleEdits, type RuleSetEdits } from './edits';
import { type FieldProblems, fieldProblems } from './field-problems';

type Ids = ReadonlySet<string>;

export interface RulesEditing {
  readonly draft: Draft<RuleSetEdits, Ids>;
  readonly open: Ids;
  readonly setOpen: (id: string, isOpen: boolean) => void;
  /** Rules whose fields are to say what is wrong with them. A new set with each finding. */
  readonly checked: Ids;
  /** Whether their fields can be stored; opens those that cannot, and has them say why. */
  readonly check: (rules: readonly RuleEdits[]) => boolean;
  readonly fieldsOf: (rule: RuleEdits) => FieldProblems;
  /** What the background found last; `old`: something that was changed since. */
  readonly problemsOf: (rule: RuleEdits) => readonly RuleProblem[] | 'old';
  /** What a dry run found of the draft. */
  readonly judge: (about: RuleSetEdits, problems: readonly RuleProblem[]) => void;
}

const NONE: Ids = new Set();
const NO_PROBLEMS: FieldProblems = {};

const unfit = (rules: readonly RuleEdits[]): readonly string[] =>
  rules.filter((rule) => Object.keys(fieldProblems(rule)).length > 0).map(({ id }) => id);

export function useRules(panel: string, view: RulesView, onSaved: (view: RulesView) => void): RulesEditing {
  const { ask } = usePage();
  const stored = useMemo(() => editsOf(view.set), [view.set]);
  const [open, setOpenIds] = useState<Ids>(NONE);
  const [checked, setChecked] = useState<Ids>(NONE);
  const [judged, setJudged] = useState<{
    readonly about: RuleSetEdits;
    readonly problems: readonly RuleProblem[];
  } | null>(null);

  const check = (rules: readonly RuleEdits[]): boolean => {
    const ids = unfit(rules);
    if (ids.length === 0) return true;
    setOpenIds((now) => new Set([...now, ...ids]));
    setChecked((now) => new Set([...now, ...ids]));
    return false;
  };

  const save = async (edits: RuleSetEdits, revision: number): Promise<SaveResult<Ids>> => {
    if (!check(edits.rules)) return { ok: false, problems: new Set(unfit(edits.rules)) };
    const answer = await ask('rules.save', { panel, revision, draft: draftOf(edits) });
    if (!answer.ok) return answer;
    setChecked(NONE);
    setJudged(null);
    onSaved(answer.value);
    return { ok: true };
  };
  const draft = useDraft<RuleSetEdits, Ids>(stored, save, view.set.revision);

  const problemsOf = (rule: RuleEdits): readonly RuleProblem[] | 'old' => {
    const { about, problems } = judged ?? { about: stored, problems: view.problems };
    const own = problems.filter(({ ruleId }) => ruleId === rule.id);
    const then = about.rules.find(({ id }) => id === rule.id);
    return own.length > 0 && !same(then, rule) ? 'old' : own;
  };

  return {
    draft,
    open,
    setOpen: (id, isOpen) =>
      setOpenIds((now) => new Set(isOpen ? [...now, id] : [...now].filter((other) => other !== id))),
    checked,
    check,
    fieldsOf: (rule) => (checked.has(rule.id) ? fieldProblems(rule) : NO_PROBLEMS),
    problemsOf,
    judge: (about, problems) => setJudged({ about, problems }),
  };
}
