/** The fields of one rule: its name and account, when it is asked, under what conditions, and what it then does. */
import { RULE_LIMITS } from '../../../utils/invoice/rules/rule';
import type { AccountView, Dictionaries } from '../../../utils/messages';
import { SelectField } from '../../form/select-field';
import { TextField } from '../../form/text-field';
import type { EditorPart } from './editor-part';
import type { RuleEdits } from './edits';
import type { FieldProblems } from './field-problems';
import { IfPart } from './if-part';
import { useRulesTexts } from './texts';
import { ThenPart } from './then-part';
import { WhenPart } from './when-part';

interface Props {
  readonly rule: RuleEdits;
  readonly accounts: readonly AccountView[];
  readonly lists: Dictionaries | null;
  readonly problems: FieldProblems;
  readonly onChange: (rule: RuleEdits) => void;
  readonly onDone: () => void;
}

export function RuleEditor({ rule, accounts, lists, problems, onChange, onDone }: Props) {
  const texts = useRulesTexts();
  const account = accounts.find(({ id }) => id === rule.accountId);
  const set = (patch: Partial<RuleEdits>): void => onChange({ ...rule, ...patch });
  const problemAt = (field: string): string | undefined => {
    const problem = problems[field];
    return problem === undefined ? undefined : texts.fieldProblem(problem);
  };
  const part: EditorPart = { rule, set, lists, problemAt };
  const gone = account === undefined ? [{ value: rule.accountId, label: texts.accountGone(rule.accountId) }] : [];
  return (
    <div class="rule-editor">
      <TextField
        label={texts.name}
        value={rule.name}
        most={RULE_LIMITS.name}
        problem={problemAt('name')}
        focus={0}
        onInput={(name) => set({ name })}
      />
      <SelectField
        label={texts.account}
        value={rule.accountId}
        choices={[...gone, ...accounts.map(({ id, name }) => ({ value: id, label: name }))]}
        hint={texts.accountHint}
        onChange={(accountId) => set({ accountId })}
      />
      <WhenPart {...part} account={account} />
      <IfPart {...part} />
      <ThenPart {...part} />
      <div class="buttons">
        <button type="button" class="button" onClick={onDone}>
          {texts.done}
        </button>
      </div>
    </div>
  );
}
