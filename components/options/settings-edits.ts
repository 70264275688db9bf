/** The settings as they are typed: what a union keeps for one answer only stays in its field while another answer is looked at. */
import type { IsoDate } from '../../utils/invoice/document';
import type { AccountSettings, BankAccount, DueDateRule } from '../../utils/invoice/settings';

export interface SettingsEdits extends Omit<AccountSettings, 'bankAccount' | 'dueDate' | 'autoFrom'> {
  readonly bankUse: BankAccount['use'];
  readonly bankNumber: string;
  readonly dueFrom: DueDateRule['from'];
  readonly dueDays: string;
  readonly autoWhen: 'now' | 'day';
  /** Empty: none is chosen. */
  readonly autoDay: IsoDate | '';
}

export const editsOf = ({ bankAccount, dueDate, autoFrom, ...settings }: AccountSettings): SettingsEdits => ({
  ...settings,
  // Saved by a version that did not send by itself yet: nobody has switched it on.
  autoSend: settings.autoSend && autoFrom !== undefined,
  autoWhen: autoFrom == null ? 'now' : 'day',
  autoDay: autoFrom ?? '',
  bankUse: bankAccount.use,
  bankNumber: bankAccount.use === 'number' ? bankAccount.number : '',
  dueFrom: dueDate.from,
  dueDays: dueDate.from === 'none' ? '' : String(dueDate.days),
});

/** White space of a pasted number does not count, nor does a dash. */
export const tidyBankNumber = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();

export const settingsOf = (edits: SettingsEdits): AccountSettings => {
  const { bankUse, bankNumber, dueFrom, dueDays, autoWhen, autoDay, ...settings } = edits;
  return {
    ...settings,
    autoFrom: autoWhen === 'day' ? autoDay || null : null,
    exemptBasis: settings.exemptBasis.trim(),
    unit: settings.unit.trim(),
    issuePlace: settings.issuePlace.trim(),
    pkwiu: settings.pkwiu.trim(),
    notesText: settings.notesText.trim(),
    bankAccount: bankUse === 'number' ? { use: bankUse, number: tidyBankNumber(bankNumber) } : { use: bankUse },
    dueDate: dueFrom === 'none' ? { from: dueFrom } : { from: dueFrom, days: Number(dueDays.trim()) },
  };
};
