import { useId } from 'preact/hooks';
import type { RepairForm as Form, Language, MonthPlan, RepairInput } from '../../utils/messages';
import { reasonText } from '../../utils/texts';
import { REPAIR_TEXTS, type RepairTexts } from '../../utils/texts/repair';
import type { RuleField } from '../../utils/texts/repair-parts';
import { IconSpinner } from '../icons';
import { Button } from '../region/button';
import { type Draft, groupOf, placeOf, sectionOf } from './draft';
import { RepairField } from './field';
import { Month } from './month';
import { Scopes } from './scopes';

interface Props {
  readonly draft: Draft;
  readonly language: Language;
  /** What was typed is being kept, or sent. */
  readonly busy: boolean;
  /** What `Wyślij ponownie` does. */
  readonly onSend: () => void;
  readonly onMove: (move: Extract<MonthPlan, { kind: 'move' }>) => void;
  readonly onRetry: () => void;
}

/** What of a stopped document can be typed right, where it says what is wrong. Its button is the document's own `Wyślij ponownie`. */
export const RepairForm = ({ draft, language, busy, onSend, onMove, onRetry }: Props) => {
  const titleId = useId();
  const texts = REPAIR_TEXTS[language];
  const form = draft.form.value;
  const trouble = draft.trouble.value;
  if (form === null) {
    return trouble === null ? (
      <p class="progress late">
        <IconSpinner />
        <span>{texts.reading}</span>
      </p>
    ) : (
      <div class="repair">
        <p class="note">{texts.unread(reasonText(language, trouble))}</p>
        <div class="buttons">
          <Button onPress={onRetry}>{texts.retry}</Button>
        </div>
      </div>
    );
  }
  const { inputs, month } = form;
  if (inputs.length === 0 && month === null) return null;
  return (
    <fieldset class="repair" aria-labelledby={titleId} aria-busy={busy ? 'true' : undefined}>
      <p class="repair-title" id={titleId}>
        {texts.title}
      </p>
      {month !== null && <Month month={month} texts={texts.month} busy={busy} onMove={onMove} onRetry={onRetry} />}
      {sectionsOf(form).map((section) => (
        <Section
          key={section.map(placeOf).join(' ')}
          section={section}
          form={form}
          draft={draft}
          texts={texts}
          language={language}
          busy={busy}
          onSend={onSend}
        />
      ))}
    </fieldset>
  );
};

const sectionsOf = ({ inputs }: Form): readonly (readonly RepairInput[])[] => [
  ...Map.groupBy(inputs, sectionOf).values(),
];

const Section = ({
  section,
  form,
  draft,
  texts,
  language,
  busy,
  onSend,
}: Pick<Props, 'draft' | 'language' | 'busy' | 'onSend'> & {
  section: readonly RepairInput[];
  form: Form;
  texts: RepairTexts;
}) => {
  const [first] = section;
  const group = section.map(groupOf).find((each) => each !== null);
  return (
    <div class="repair-section">
      {first !== undefined && draft.isUnclear(first.field) && <p class="note">{texts.whichLine}</p>}
      <div class="repair-fields">
        {section.map((input) => (
          <RepairField
            key={placeOf(input)}
            draft={draft}
            input={input}
            label={labelOf(input, form.inputs, texts)}
            language={language}
            busy={busy}
            onEnter={onSend}
          />
        ))}
      </div>
      {group !== undefined && group !== null && (
        <Scopes
          legend={group === 'buyer' ? texts.keepBuyer : texts.keepRule[group as RuleField]}
          choices={(['document', group === 'buyer' ? 'order' : 'rule'] as const).map((scope) => ({
            scope,
            label: texts.scopes[scope],
          }))}
          chosen={draft.scopeOf(group)}
          busy={busy}
          onChoose={(scope) => draft.choose(group, scope)}
          onEnter={onSend}
        />
      )}
    </div>
  );
};

/** design 6. Two lines of one name are told apart by where they stand. */
const labelOf = (
  { field, line, lineName }: RepairInput,
  inputs: readonly RepairInput[],
  texts: RepairTexts,
): string => {
  const label = texts.labels[field];
  if (line === null) return label;
  const isAlone = inputs.filter((each) => each.field === field && each.lineName === lineName).length === 1;
  if (lineName === '') return texts.ofLine(label, texts.lineNumber(line + 1));
  return texts.ofLine(label, lineName) + (isAlone ? '' : ` (${texts.lineNumber(line + 1)})`);
};
