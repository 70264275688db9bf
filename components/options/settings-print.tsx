/** What else stands on the invoice. */
import { PLACEHOLDERS } from '../../utils/invoice/notes-text';
import { SIGNATURE_KINDS } from '../../utils/invoice/settings';
import { CheckField } from '../form/check-field';
import { SelectField } from '../form/select-field';
import { TextAreaField } from '../form/text-area-field';
import { TextField } from '../form/text-field';
import { oneOf, type SettingsPartProps } from './settings-draft';
import { SettingsPart } from './settings-part';
import { LIMITS } from './settings-problems';
import { useTexts } from './texts';

export function PrintPart({ value, set, problems }: SettingsPartProps) {
  const { settings: texts } = useTexts();
  return (
    <SettingsPart title={texts.printGroup} lead={texts.printLead}>
      <TextField
        label={texts.issuePlace}
        value={value.issuePlace}
        hint={texts.issuePlaceHint}
        problem={problems.issuePlace}
        onInput={(issuePlace) => set({ issuePlace })}
      />
      <SelectField
        label={texts.signature}
        value={value.signature}
        choices={SIGNATURE_KINDS.map((kind) => ({ value: kind, label: texts.signatures[kind] }))}
        onChange={(chosen) => set({ signature: oneOf(SIGNATURE_KINDS, chosen, value.signature) })}
      />
      <CheckField
        label={texts.showBdo}
        checked={value.showBdo}
        hint={texts.showHint}
        onChange={(showBdo) => set({ showBdo })}
      />
      <CheckField
        label={texts.showGios}
        checked={value.showGios}
        hint={texts.showHint}
        onChange={(showGios) => set({ showGios })}
      />
      <div class="notes">
        <TextAreaField
          label={texts.notes}
          value={value.notesText}
          most={LIMITS.notesText}
          hint={texts.notesHint}
          problem={problems.notesText}
          onInput={(notesText) => set({ notesText })}
        />
        <div class="placeholders">
          {PLACEHOLDERS.map((name) => (
            <button
              key={name}
              type="button"
              class="button button-small"
              aria-label={texts.notesInsert(`{${name}}`)}
              onClick={() => set({ notesText: withPlaceholder(value.notesText, name) })}
            >
              {`{${name}}`}
            </button>
          ))}
        </div>
      </div>
    </SettingsPart>
  );
}

/** At the end, parted from what stands before it. */
const withPlaceholder = (text: string, name: string): string =>
  `${text}${text === '' || /\s$/.test(text) ? '' : ' '}{${name}}`;
