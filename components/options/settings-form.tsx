import type { AccountSettings, SaleDateRule } from '../../utils/invoice/settings';
import type { AccountView, Dictionaries } from '../../utils/messages';
import type { Asking } from '../form/asked';
import { CheckField } from '../form/check-field';
import { type SaveResult, useDraft } from '../form/draft';
import { useFocusOnProblem } from '../form/focus';
import { usePage, useShared } from '../form/page';
import { Problem } from '../form/problem';
import { SaveBar } from '../form/save-bar';
import { SelectField } from '../form/select-field';
import { TextField } from '../form/text-field';
import { fileFields, rowChoices } from './dictionaries';
import { RefreshLists } from './panel-lists';
import { type SettingsProblems, settingsProblems, tidySettings } from './settings-problems';
import { useTexts } from './texts';
import { shippingVatChoices, shippingVatOf, shippingVatValue } from './vat-choice';

interface Props {
  readonly account: AccountView;
  readonly lists: Asking<Dictionaries>;
  readonly onSaved: (account: AccountView) => void;
}

const SALE_DATES: readonly SaleDateRule[] = ['issue', 'order', 'payment'];

export function SettingsForm({ account, lists, onSaved }: Props) {
  const { ask } = usePage();
  const { settings: texts } = useTexts();
  const shared = useShared();

  const save = async (settings: AccountSettings): Promise<SaveResult<SettingsProblems>> => {
    const problems = settingsProblems(settings, shared);
    if (Object.keys(problems).length > 0) return { ok: false, problems };
    const answer = await ask('settings.save', { accountId: account.id, settings: tidySettings(settings) });
    if (!answer.ok) return answer;
    onSaved(answer.value);
    return { ok: true };
  };
  const draft = useDraft<AccountSettings, SettingsProblems>(account.settings, save);
  const form = useFocusOnProblem(draft.problems);
  const { value, set } = draft;

  const rows = lists.asked.state === 'ready' ? lists.asked.value : null;
  const statuses = rowChoices(texts, rows?.statuses ?? null, value.errorStatusId);
  const files = fileFields(rows?.fields ?? null);
  const documents = rowChoices(texts, files, value.documentFieldId, rows?.fields);
  const corrections = rowChoices(texts, files, value.correctionFieldId, rows?.fields);
  const goneProblem = (isGone: boolean): string | undefined => (isGone ? texts.goneHint : undefined);
  // Once a save has found a problem, it goes away as soon as it is mended.
  const problems = draft.problems === null ? {} : settingsProblems(value, shared);

  return (
    <form
      ref={form}
      class="card form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void draft.submit();
      }}
    >
      <section class="form-part" aria-labelledby="settings-panel">
        <div class="form-tools">
          <h2 id="settings-panel">{texts.panelGroup}</h2>
          <RefreshLists lists={lists} />
        </div>
        <SelectField
          label={texts.errorStatus}
          value={value.errorStatusId ?? ''}
          choices={statuses.choices}
          problem={goneProblem(statuses.isGone)}
          hint={texts.errorStatusHint}
          onChange={(id) => set({ errorStatusId: id || null })}
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
        <CheckField
          label={texts.savePdf}
          checked={value.savePdf}
          hint={value.savePdf && value.documentFieldId === null ? texts.savePdfNoField : undefined}
          onChange={(savePdf) => set({ savePdf })}
        />
      </section>
      <section class="form-part" aria-labelledby="settings-invoice">
        <h2 id="settings-invoice">{texts.invoiceGroup}</h2>
        <SelectField
          label={texts.shippingVat}
          value={shippingVatValue(value.shippingVat)}
          choices={shippingVatChoices(texts, account.settings.shippingVat)}
          onChange={(rule) => set({ shippingVat: shippingVatOf(rule) })}
        />
        <SelectField
          label={texts.saleDate}
          value={value.saleDate}
          choices={SALE_DATES.map((rule) => ({ value: rule, label: texts.saleDates[rule] }))}
          hint={texts.saleDateHint}
          onChange={(chosen) => set({ saleDate: SALE_DATES.find((rule) => rule === chosen) ?? value.saleDate })}
        />
        <SelectField
          label={texts.zeroVat}
          value={value.zeroVat ?? ''}
          choices={[
            { value: '', label: texts.notChosen },
            { value: 'percent', label: texts.zeroVats.percent },
            { value: 'exempt', label: texts.zeroVats.exempt },
          ]}
          hint={texts.zeroVatHint}
          onChange={(chosen) => set({ zeroVat: chosen === 'percent' || chosen === 'exempt' ? chosen : null })}
        />
        <TextField
          label={texts.exemptBasis}
          value={value.exemptBasis}
          hint={texts.exemptBasisHint}
          problem={problems.exemptBasis}
          onInput={(exemptBasis) => set({ exemptBasis })}
        />
        <TextField
          label={texts.unit}
          value={value.unit}
          short
          hint={texts.unitHint}
          problem={problems.unit}
          onInput={(unit) => set({ unit })}
        />
      </section>
      <SaveBar outcome={draft.outcome} dirty={draft.dirty} />
    </form>
  );
}
