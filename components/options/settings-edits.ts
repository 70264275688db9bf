/** The settings as they are typed: what a union keeps for one answer only stays in its field while another answer is looked at. */
import type { AccountSettings, BankAccount, DueDateRule } from '../../utils/invoice/settings';

export interface SettingsEdits extends Omit<AccountSettings, 'bankAccount' | 'dueDate'> {
  readonly bankUse: BankAccount['use'];
  readonly bankNumber: string;
  readonly dueFrom: DueDateRule['from'];
  readonly dueDays: string;
}

export const editsOf = ({ bankAccount, dueDate, ...settings }: AccountSettings): SettingsEdits => ({
  ...settings,
  bankUse: bankAccount.use,
  bankNumber: bankAccount.use === 'number' ? bankAccount.number : '',
  dueFrom: dueDate.from,
  dueDays: dueDate.from === 'none' ? '' : String(dueDate.days),
});

/** White space of a pasted number does not count, nor does a dash. */
export const tidyBankNumber = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();

export const settingsOf = (edits: SettingsEdits): AccountSettings => {
  const { bankUse, bankNumber, dueFrom, dueDays, ...settings } = edits;
  return {
    ...settings,
    exemptBasis: settings.exemptBasis.trim(),
    unit: settings.unit.trim(),
    issuePlace: settings.issuePlace.trim(),
    pkwiu: settings.pkwiu.trim(),
    notesText: settings.notesText.trim(),
    bankAccount: bankUse === 'number' ? { use: bankUse, number: tidyBankNumber(bankNumber) } : { use: bankUse },
    dueDate: dueFrom === 'none' ? { from: dueFrom } : { from: dueFrom, days: Number(dueDays.trim()) },
  };
};
