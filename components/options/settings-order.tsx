/** What Mostek writes into the order of Sellasist. */
import { CheckField } from '../form/check-field';
import { Problem } from '../form/problem';
import { SelectField } from '../form/select-field';
import { fileFields, rowChoices, textFields } from './dictionaries';
import type { SettingsPartProps } from './settings-draft';
import { SettingsPart } from './settings-part';
import { useTexts } from './texts';

export function OrderPart({ value, set, lists }: SettingsPartProps) {
  const { settings: texts } = useTexts();
  const files = fileFields(lists?.fields ?? null);
  const words = textFields(lists?.fields ?? null);
  const documents = rowChoices(texts, files, value.documentFieldId, lists?.fields);
  const corrections = rowChoices(texts, files, value.correctionFieldId, lists?.fields);
  const states = rowChoices(texts, words, value.stateFieldId, lists?.fields);
  const ksef = rowChoices(texts, words, value.ksefFieldId ?? null, lists?.fields);
  const statuses = rowChoices(texts, lists?.statuses ?? null, value.errorStatusId);
  const goneProblem = (isGone: boolean): string | undefined => (isGone ? texts.goneHint : undefined);
  return (
    <SettingsPart title={texts.orderGroup} lead={texts.orderLead}>
      <CheckField
        label={texts.savePdf}
        checked={value.savePdf}
        hint={value.savePdf && value.documentFieldId === null ? texts.savePdfNoField : undefined}
        onChange={(savePdf) => set({ savePdf })}
      />
      <SelectField
        label={texts.documentField}
        value={value.documentFieldId ?? ''}
        choices={documents.choices}
        problem={goneProblem(documents.isGone)}
        hint={texts.documentFieldHint}
        onChange={(id) => set({ documentFieldId: id || null })}
      />
      <SelectField
        label={texts.correctionField}
        value={value.correctionFieldId ?? ''}
        choices={corrections.choices}
        problem={goneProblem(corrections.isGone)}
        hint={texts.correctionFieldHint}
        onChange={(id) => set({ correctionFieldId: id || null })}
      />
      {files?.length === 0 && <Problem>{texts.noFileFields}</Problem>}
      <SelectField
        label={texts.stateField}
        value={value.stateFieldId ?? ''}
        choices={states.choices}
        problem={goneProblem(states.isGone)}
        hint={words?.length === 0 ? `${texts.noTextFields} ${texts.stateFieldHint}` : texts.stateFieldHint}
        onChange={(id) => set({ stateFieldId: id || null })}
      />
      <SelectField
        label={texts.ksefField}
        value={value.ksefFieldId ?? ''}
        choices={ksef.choices}
        problem={goneProblem(ksef.isGone)}
        hint={texts.ksefFieldHint}
        onChange={(id) => set({ ksefFieldId: id || null })}
      />
      <CheckField
        label={texts.ksefPdf}
        checked={value.ksefPdf ?? false}
        hint={texts.ksefPdfHint}
        onChange={(ksefPdf) => set({ ksefPdf })}
      />
      <SelectField
        label={texts.errorStatus}
        value={value.errorStatusId ?? ''}
        choices={statuses.choices}
        problem={goneProblem(statuses.isGone)}
        hint={texts.errorStatusHint}
        onChange={(id) => set({ errorStatusId: id || null })}
      />
    </SettingsPart>
  );
}
