/** The list of rules in their order, the ways to change it, and `Zapisz` for all of it; below it the dry run of what stands there. */
import { useState } from 'preact/hooks';
import { RULE_LIMITS } from '../../../utils/invoice/rules/rule';
import type { AccountView, Dictionaries, RulesView } from '../../../utils/messages';
import { useFocusOnProblem } from '../../form/focus';
import { Question } from '../../form/question';
import { RadioField } from '../../form/radio-field';
import { SaveBar } from '../../form/save-bar';
import { DryRun } from './dry-run';
import { emptyRule, type RuleEdits } from './edits';
import { useFocusLater } from './focus-later';
import { inserted, moved, without } from './moves';
import { READY_MADE, readyMade } from './ready-made';
import { placeOf, RuleCard } from './rule-card';
import { namesIn } from './summary';
import { useRulesTexts } from './texts';
import { useRules } from './use-rules';

interface Props {
  readonly panel: string;
  readonly view: RulesView;
  readonly accounts: readonly AccountView[];
  /** null: the panel's lists could not be read. */
  readonly lists: Dictionaries | null;
  readonly newId: () => string;
  readonly onSaved: (view: RulesView) => void;
}

const ADD = 'rules-add';

export function RulesForm({ panel, view, accounts, lists, newId, onSaved }: Props) {
  const texts = useRulesTexts();
  const editing = useRules(panel, view, onSaved);
  const { draft, open, setOpen, checked } = editing;
  const { match, rules } = draft.value;
  const form = useFocusOnProblem(checked.size === 0 ? null : checked);
  const focus = useFocusLater();
  const [removing, setRemoving] = useState<RuleEdits | null>(null);
  const [said, setSaid] = useState('');
  const [first] = accounts;
  const isFull = rules.length >= RULE_LIMITS.rules;
  const names = namesIn(lists);
  const nameOf = ({ name }: RuleEdits): string => name.trim() || texts.nameless;

  const set = (next: readonly RuleEdits[]): void => draft.set({ rules: next });
  const add = (rule: RuleEdits, at = rules.length): void => {
    set(inserted(rules, at, rule));
    setOpen(rule.id, true);
  };
  const move = (rule: RuleEdits, at: number, by: -1 | 1): void => {
    const next = moved(rules, at, by);
    if (next === rules) return;
    set(next);
    setSaid(texts.movedTo(nameOf(rule), at + by + 1, rules.length));
    focus(placeOf(rule.id, by === -1 ? 'up' : 'down'));
  };
  const remove = (rule: RuleEdits): void => {
    const at = rules.indexOf(rule);
    const next = without(rules, at);
    const near = next[Math.min(at, next.length - 1)];
    setRemoving(null);
    set(next);
    setSaid(texts.removed(nameOf(rule)));
    focus(...(near === undefined ? [] : [placeOf(near.id, 'edit'), placeOf(near.id, 'remove')]), ADD);
  };
  const close = (rule: RuleEdits): void => {
    if (!editing.check([rule])) return;
    setOpen(rule.id, false);
    focus(placeOf(rule.id, 'edit'));
  };

  return (
    <>
      <form
        ref={form}
        class="card form form-long"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void draft.submit();
        }}
      >
        <RadioField
          label={texts.match}
          value={match}
          answers={(['first', 'all'] as const).map((value) => ({
            value,
            label: texts.matches[value],
            hint: texts.matchHints[value],
          }))}
          onChange={(value) => draft.set({ match: value })}
        />
        {rules.length === 0 ? (
          <div class="empty">
            <p>
              <strong>{texts.emptyTitle}</strong>
            </p>
            <p class="muted">{texts.empty}</p>
            {first !== undefined && (
              <div class="buttons">
                {READY_MADE.map((which) => (
                  <button
                    key={which}
                    type="button"
                    class="button"
                    onClick={() => add(readyMade(which, texts, newId(), first))}
                  >
                    {texts.readyMade[which]}
                  </button>
                ))}
              </div>
            )}
          </div>
        ) : (
          <ol class="rules" aria-label={texts.list}>
            {rules.map((rule, at) => (
              <RuleCard
                key={rule.id}
                rule={rule}
                at={at}
                count={rules.length}
                since={view.set.rules.find(({ id }) => id === rule.id)?.since ?? null}
                accounts={accounts}
                lists={lists}
                names={names}
                problems={editing.problemsOf(rule)}
                fields={editing.fieldsOf(rule)}
                isOpen={open.has(rule.id)}
                onOpen={() => setOpen(rule.id, true)}
                onClose={() => close(rule)}
                onChange={(changed) => set(rules.map((other) => (other.id === rule.id ? changed : other)))}
                onMove={(by) => move(rule, at, by)}
                onCopy={
                  isFull
                    ? null
                    : () => {
                        const name = texts.copyName(nameOf(rule)).slice(0, RULE_LIMITS.name);
                        add({ ...rule, id: newId(), name, isOn: false }, at + 1);
                      }
                }
                onRemove={() => setRemoving(rule)}
              />
            ))}
          </ol>
        )}
        {isFull ? (
          <p class="muted">{texts.most(RULE_LIMITS.rules)}</p>
        ) : (
          first !== undefined && (
            <div class="buttons">
              <button id={ADD} type="button" class="button" onClick={() => add(emptyRule(newId(), first.id))}>
                {texts.add}
              </button>
            </div>
          )
        )}
        <p class="rules-said" aria-live="polite">
          {said}
        </p>
        <SaveBar outcome={draft.outcome} dirty={draft.dirty} stale={draft.stale} onDrop={draft.drop} />
      </form>
      {removing !== null && (
        <Question
          title={texts.removeTitle(nameOf(removing))}
          yes={texts.removeYes}
          danger
          onYes={() => remove(removing)}
          onNo={() => setRemoving(null)}
        >
          <p>{texts.removeText}</p>
        </Question>
      )}
      {rules.length > 0 && <DryRun panel={panel} editing={editing} />}
    </>
  );
}
