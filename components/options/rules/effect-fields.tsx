/** What one effect still needs to be told. */
import { ISSUED_KINDS, RULE_LIMITS } from '../../../utils/invoice/rules/rule';
import type { Dictionaries } from '../../../utils/messages';
import { SelectField } from '../../form/select-field';
import { TextAreaField } from '../../form/text-area-field';
import { TextField } from '../../form/text-field';
import { rowChoices, textFields } from '../dictionaries';
import { oneOf } from '../settings-draft';
import { useTexts } from '../texts';
import type { EffectEdits } from './effect-edits';
import { RULE_PLACEHOLDERS } from './field-problems';
import { useRulesTexts } from './texts';

interface Props {
  readonly effect: EffectEdits;
  readonly lists: Dictionaries | null;
  readonly problemAt: (field: string) => string | undefined;
  readonly onChange: (effect: EffectEdits) => void;
}

export function EffectFields(props: Props) {
  const texts = useRulesTexts();
  const hint = texts.effectHints[props.effect.kind];
  return (
    <>
      {hint !== '' && <p class="field-hint">{hint}</p>}
      <Fields {...props} />
    </>
  );
}

function Fields({ effect, lists, problemAt, onChange }: Props) {
  const texts = useRulesTexts();
  const { settings } = useTexts();
  const set = (patch: Partial<EffectEdits>): void => onChange({ ...effect, ...patch });
  const own = { value: effect.text, problem: problemAt('text'), onInput: (text: string) => set({ text }) };
  switch (effect.kind) {
    case 'issue':
      return (
        <SelectField
          label={texts.as}
          value={effect.as}
          choices={ISSUED_KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
          onChange={(chosen) => set({ as: oneOf(ISSUED_KINDS, chosen, effect.as) })}
        />
      );
    case 'email':
      return (
        <>
          <FilledText label={texts.email} {...own} />
          <div class="rule-fields">
            <TextField
              label={texts.mailbox}
              value={effect.mailbox}
              problem={problemAt('mailbox')}
              onInput={(mailbox) => set({ mailbox })}
            />
            <TextField
              label={texts.template}
              value={effect.template}
              problem={problemAt('template')}
              onInput={(template) => set({ template })}
            />
          </div>
        </>
      );
    case 'status': {
      const { choices, isGone } = rowChoices(settings, lists?.statuses ?? null, effect.statusId || null);
      return (
        <SelectField
          label={texts.status}
          value={effect.statusId}
          choices={choices}
          problem={problemAt('statusId') ?? (isGone ? settings.goneHint : undefined)}
          onChange={(statusId) => set({ statusId })}
        />
      );
    }
    case 'note':
      return <FilledText label={texts.note} {...own} />;
    case 'field': {
      const all = lists?.fields ?? null;
      const { choices, isGone } = rowChoices(settings, textFields(all), effect.fieldId || null, all);
      return (
        <>
          <SelectField
            label={texts.field}
            value={effect.fieldId}
            choices={choices}
            problem={problemAt('fieldId') ?? (isGone ? settings.goneHint : undefined)}
            onChange={(fieldId) => set({ fieldId })}
          />
          <FilledText label={texts.text} {...own} />
        </>
      );
    }
    case 'ksef':
    case 'payment':
    case 'notify':
      return null;
    default:
      return effect.kind satisfies never;
  }
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onInput: (text: string) => void;
}

/** With the placeholders that there are, each put in by its button. */
function FilledText({ label, value, problem, onInput }: TextProps) {
  const texts = useRulesTexts();
  return (
    <div class="notes">
      <TextAreaField
        label={label}
        value={value}
        most={RULE_LIMITS.text}
        hint={texts.placeholders}
        problem={problem}
        onInput={onInput}
      />
      <div class="placeholders">
        {RULE_PLACEHOLDERS.map((name) => (
          <button
            key={name}
            type="button"
            class="button button-small"
            aria-label={texts.insert(`{${name}}`)}
            onClick={() => onInput(`${value}${value === '' || /\s$/.test(value) ? '' : ' '}{${name}}`)}
          >
            {`{${name}}`}
          </button>
        ))}
      </div>
    </div>
  );
}
