/** What Sellasist does not say about rates. */
import { SelectField } from '../form/select-field';
import { TextField } from '../form/text-field';
import { IconInfo } from '../icons';
import { RateRules } from './rate-rules';
import type { SettingsPartProps } from './settings-draft';
import { SettingsPart } from './settings-part';
import { useTexts } from './texts';
import { shippingVatChoices, shippingVatOf, shippingVatValue } from './vat-choice';

export function VatPart({ account, value, set, problems }: SettingsPartProps) {
  const { settings: texts } = useTexts();
  return (
    <SettingsPart title={texts.vatGroup} lead={texts.vatLead}>
      {account.tax.vat === 'exempt' && (
        <p class="form-note with-icon">
          <IconInfo />
          <span>{texts.vatExempt}</span>
        </p>
      )}
      <SelectField
        label={texts.shippingVat}
        value={shippingVatValue(value.shippingVat)}
        choices={shippingVatChoices(texts, account.settings.shippingVat)}
        hint={texts.shippingVatHint}
        onChange={(rule) => set({ shippingVat: shippingVatOf(rule) })}
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
      <RateRules rules={value.rateRules ?? {}} onChange={(rateRules) => set({ rateRules })} />
      <TextField
        label={texts.exemptBasis}
        value={value.exemptBasis}
        hint={texts.exemptBasisHint}
        problem={problems.exemptBasis}
        onInput={(exemptBasis) => set({ exemptBasis })}
      />
    </SettingsPart>
  );
}
