/** Dates, and how the customer is to pay. */
import { type BankAccount, type DueDateRule, type SaleDateRule, SPLIT_PAYMENTS } from '../../utils/invoice/settings';
import { NumberField } from '../form/number-field';
import { SelectField } from '../form/select-field';
import { TextField } from '../form/text-field';
import { oneOf, type SettingsPartProps } from './settings-draft';
import { tidyBankNumber } from './settings-edits';
import { SettingsPart } from './settings-part';
import { useTexts } from './texts';

const SALE_DATES: readonly SaleDateRule[] = ['issue', 'order', 'payment'];
const DUE_FROM: readonly DueDateRule['from'][] = ['none', 'issue', 'sale'];
const BANK_USES: readonly BankAccount['use'][] = ['ifirma', 'number', 'hidden'];

/** What many shops write; a person changes it right there. */
const USUAL_DAYS = '14';

export function DatesPart({ account, value, set, problems }: SettingsPartProps) {
  const { settings: texts } = useTexts();
  const dueFrom = (chosen: string): void => {
    const from = oneOf(DUE_FROM, chosen, value.dueFrom);
    set({ dueFrom: from, ...(from !== 'none' && value.dueDays === '' && { dueDays: USUAL_DAYS }) });
  };
  return (
    <SettingsPart title={texts.datesGroup} lead={texts.datesLead}>
      <SelectField
        label={texts.saleDate}
        value={value.saleDate}
        choices={SALE_DATES.map((rule) => ({ value: rule, label: texts.saleDates[rule] }))}
        hint={texts.saleDateHint}
        onChange={(chosen) => set({ saleDate: oneOf(SALE_DATES, chosen, value.saleDate) })}
      />
      <SelectField
        label={texts.dueDate}
        value={value.dueFrom}
        choices={DUE_FROM.map((from) => ({ value: from, label: texts.dueDates[from] }))}
        onChange={dueFrom}
      />
      {value.dueFrom !== 'none' && (
        <NumberField
          label={texts.dueDays}
          value={value.dueDays}
          hint={texts.dueDaysHint}
          problem={problems.dueDate}
          onInput={(dueDays) => set({ dueDays })}
        />
      )}
      <SelectField
        label={texts.bankAccount}
        value={value.bankUse}
        choices={BANK_USES.map((use) => ({ value: use, label: texts.bankAccounts[use] }))}
        onChange={(chosen) => set({ bankUse: oneOf(BANK_USES, chosen, value.bankUse) })}
      />
      {value.bankUse === 'number' && (
        <TextField
          label={texts.bankNumber}
          value={value.bankNumber}
          code
          tidy={tidyBankNumber}
          hint={texts.bankNumberHint}
          problem={problems.bankAccount}
          onInput={(bankNumber) => set({ bankNumber })}
        />
      )}
      <SelectField
        label={texts.splitPayment}
        value={value.splitPayment}
        choices={SPLIT_PAYMENTS.map((rule) => ({ value: rule, label: texts.splitPayments[rule] }))}
        hint={account.tax.vat === 'exempt' ? texts.splitPaymentExempt : texts.splitPaymentHint}
        onChange={(chosen) => set({ splitPayment: oneOf(SPLIT_PAYMENTS, chosen, value.splitPayment) })}
      />
    </SettingsPart>
  );
}
