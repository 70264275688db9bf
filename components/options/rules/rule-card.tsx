/** One rule: what it is called and what it does, whether it is on, what is wrong with it, and the ways to change it. */
import type { RuleProblem } from '../../../utils/invoice/rules/problems/problem';
import type { AccountView, Dictionaries } from '../../../utils/messages';
import { RULE_WORDS } from '../../../utils/texts/options/rules-summary';
import { usePage } from '../../form/page';
import { time } from '../../format';
import type { RuleEdits } from './edits';
import type { FieldProblems } from './field-problems';
import { RuleEditor } from './rule-editor';
import { RuleProblems } from './rule-problems';
import { type Names, summaryOf } from './summary';
import { useRulesTexts } from './texts';

interface Props {
  readonly rule: RuleEdits;
  /** Its place, from 0. */
  readonly at: number;
  readonly count: number;
  /** Epoch milliseconds; null: as it is stored it is off, or it is not stored yet. */
  readonly since: number | null;
  readonly accounts: readonly AccountView[];
  readonly lists: Dictionaries | null;
  readonly names: Names;
  readonly problems: readonly RuleProblem[] | 'old';
  readonly fields: FieldProblems;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onChange: (rule: RuleEdits) => void;
  readonly onMove: (by: -1 | 1) => void;
  /** null: there is no room for one more. */
  readonly onCopy: (() => void) | null;
  readonly onRemove: () => void;
}

/** The id of a part of a rule's card, where the focus may be put. */
export const placeOf = (ruleId: string, part: 'name' | 'on' | 'up' | 'down' | 'edit' | 'remove'): string =>
  `rule-${ruleId}-${part}`;

export function RuleCard(props: Props) {
  const { rule, at, count, since, accounts, lists, names, problems, fields, isOpen, onChange, onMove } = props;
  const { language } = usePage();
  const texts = useRulesTexts();
  const name = placeOf(rule.id, 'name');
  const on = placeOf(rule.id, 'on');
  return (
    <li class="rule" aria-labelledby={name}>
      <div class="rule-head">
        <h2 id={name}>{rule.name.trim() || texts.nameless}</h2>
        <div class="check">
          <input
            id={on}
            type="checkbox"
            checked={rule.isOn}
            aria-describedby={name}
            onChange={(event) => onChange({ ...rule, isOn: event.currentTarget.checked })}
          />
          <label for={on}>{texts.isOn}</label>
        </div>
      </div>
      <p>{summaryOf(RULE_WORDS[language], rule, names)}</p>
      {accounts.length > 1 && (
        <p class="muted">
          {accounts.find(({ id }) => id === rule.accountId)?.name ?? texts.accountGone(rule.accountId)}
        </p>
      )}
      {since !== null && rule.isOn && <p class="muted rule-since">{texts.since(time(since, Date.now()))}</p>}
      <RuleProblems problems={problems} />
      <div class="buttons">
        <button
          id={placeOf(rule.id, 'up')}
          type="button"
          class="button button-small"
          aria-describedby={name}
          aria-disabled={at === 0 ? 'true' : undefined}
          onClick={() => onMove(-1)}
        >
          {texts.up}
        </button>
        <button
          id={placeOf(rule.id, 'down')}
          type="button"
          class="button button-small"
          aria-describedby={name}
          aria-disabled={at === count - 1 ? 'true' : undefined}
          onClick={() => onMove(1)}
        >
          {texts.down}
        </button>
        {!isOpen && (
          <button
            id={placeOf(rule.id, 'edit')}
            type="button"
            class="button button-small"
            aria-describedby={name}
            onClick={props.onOpen}
          >
            {texts.edit}
          </button>
        )}
        {props.onCopy !== null && (
          <button type="button" class="button button-small" aria-describedby={name} onClick={props.onCopy}>
            {texts.copy}
          </button>
        )}
        <button
          id={placeOf(rule.id, 'remove')}
          type="button"
          class="button button-small button-quiet-danger"
          aria-describedby={name}
          onClick={props.onRemove}
        >
          {texts.remove}
        </button>
      </div>
      {isOpen && (
        <RuleEditor
          rule={rule}
          accounts={accounts}
          lists={lists}
          problems={fields}
          onChange={onChange}
          onDone={props.onClose}
        />
      )}
    </li>
  );
}
