/**
 * Fields that iFirma limits (ifirma-api 2.1, 2.4): what does not fit is said in the form, neither cut nor sent. The background
 * judges again, and knows what only it can see: what another account has.
 */
import { unknownPlaceholders } from '../../utils/invoice/notes-text';
import type { FieldProblems, SettingsField } from '../../utils/messages';
import type { OptionsTexts } from '../../utils/texts/options';
import type { SharedTexts } from '../../utils/texts/shared';
import { problemText } from './field-problem';
import { type SettingsEdits, settingsOf, tidyBankNumber } from './settings-edits';

export const LIMITS = { exemptBasis: 30, unit: 10, issuePlace: 50, pkwiu: 30, notesText: 500 } as const;

type Texts = Readonly<Partial<Record<SettingsField, string>>>;

/** What the background found, and in what: a field that was changed since is not wrong any more. */
export interface Refused {
  readonly fields: FieldProblems<SettingsField>;
  readonly owner: string | undefined;
  readonly sent: SettingsEdits;
}

/** 26 digits, or the same as an IBAN. */
const BANK_ACCOUNT = /^(?:PL)?\d{26}$/;
const DAYS_MOST = 365;

const isDays = (text: string): boolean => /^\d{1,3}$/.test(text.trim()) && Number(text) <= DAYS_MOST;

export const settingsProblems = (edits: SettingsEdits, texts: OptionsTexts, shared: SharedTexts): Texts => {
  const settings = settingsOf(edits);
  const long = (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).filter(
    (field) => settings[field].length > LIMITS[field],
  );
  const unknown = unknownPlaceholders(edits.notesText);
  return {
    ...(unknown.length > 0 && { notesText: texts.settings.unknownPlaceholders(unknown.join(', ')) }),
    ...Object.fromEntries(long.map((field) => [field, shared.atMost(LIMITS[field], settings[field].length)])),
    // A line without any unit cannot be sent, so the one that stands in may not be empty.
    ...(settings.unit === '' && { unit: shared.fillIn }),
    ...(edits.bankUse === 'number' &&
      !BANK_ACCOUNT.test(tidyBankNumber(edits.bankNumber)) && { bankAccount: texts.problems['bank-account-invalid'] }),
    ...(edits.autoSend && edits.autoWhen === 'day' && edits.autoDay === '' && { autoFrom: shared.fillIn }),
    ...(edits.dueFrom !== 'none' && !isDays(edits.dueDays) && { dueDate: texts.problems['days-invalid'] }),
  };
};

/** Which of the typed values each field is about. */
const TYPED: Readonly<Record<SettingsField, readonly (keyof SettingsEdits)[]>> = {
  exemptBasis: ['exemptBasis'],
  unit: ['unit'],
  orderSeriesId: ['orderSeriesId'],
  issuePlace: ['issuePlace'],
  bankAccount: ['bankUse', 'bankNumber'],
  dueDate: ['dueFrom', 'dueDays'],
  pkwiu: ['pkwiu'],
  notesText: ['notesText'],
  autoSend: ['autoSend', 'stateFieldId'],
  autoFrom: ['autoWhen', 'autoDay'],
};

export const refusedProblems = (refused: Refused, edits: SettingsEdits, texts: OptionsTexts): Texts =>
  Object.fromEntries(
    Object.entries(refused.fields)
      .filter(([field]) => TYPED[field as SettingsField].every((name) => edits[name] === refused.sent[name]))
      .map(([field, problem]) => [field, problemText(texts, problem, refused.owner)]),
  );
