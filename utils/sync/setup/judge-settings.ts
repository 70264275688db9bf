/** What was set for an account, tidied and judged, wherever it comes from: a form, or a file of settings. */
import { unknownPlaceholders } from '../../invoice/notes-text';
import { numbersOrders } from '../../invoice/series';
import type { Account, AccountSettings } from '../../invoice/settings';
import { plainText } from '../../invoice/text';
import type { FieldProblem, FieldProblems, SettingsField } from '../../messages';
import { bankAccountOf } from './bank-account';

export interface JudgedSettings {
  readonly settings: AccountSettings;
  /** Empty: they may be stored. */
  readonly fields: FieldProblems<SettingsField>;
}

/** What iFirma takes (ifirma-api 2.1, 2.4), and of the text for `Uwagi` what leaves room for the mark. */
const MOST = { exemptBasis: 30, unit: 10, issuePlace: 50, pkwiu: 30, notesText: 500 } as const;
type TextField = keyof typeof MOST;

/** @param account whose settings they are to be: its series are what `orderSeriesId` may name. */
export function judgeSettings(raw: AccountSettings, account: Pick<Account, 'seriesIds' | 'series'>): JudgedSettings {
  const settings = tidiedSettings(raw);
  const fields: Partial<Record<SettingsField, FieldProblem>> = {};
  for (const name of Object.keys(MOST) as TextField[]) {
    if (settings[name].length > MOST[name]) fields[name] = 'too-long';
  }
  // A line without any unit cannot be sent, so the one that stands in may not be empty.
  if (settings.unit === '') fields.unit = 'required';
  if (unknownPlaceholders(settings.notesText).length > 0) fields.notesText = 'placeholder-unknown';
  const { bankAccount, dueDate, orderSeriesId } = settings;
  if (bankAccount.use === 'number' && bankAccountOf(bankAccount.number) === null) {
    fields.bankAccount = bankAccount.number === '' ? 'required' : 'bank-account-invalid';
  }
  if (dueDate.from !== 'none' && !isDays(dueDate.days)) fields.dueDate = 'days-invalid';
  if (orderSeriesId !== null && !isFit(account, orderSeriesId)) fields.orderSeriesId = 'order-series-unfit';
  return { settings, fields };
}

/** One of the account's own that can number an order. */
function isFit({ seriesIds, series }: Pick<Account, 'seriesIds' | 'series'>, id: string): boolean {
  return seriesIds.includes(id) && Object.hasOwn(series, id) && numbersOrders(series[id]);
}

function tidiedSettings(raw: AccountSettings): AccountSettings {
  const { bankAccount } = raw;
  return {
    ...raw,
    exemptBasis: plainText(raw.exemptBasis),
    unit: plainText(raw.unit),
    issuePlace: plainText(raw.issuePlace),
    pkwiu: plainText(raw.pkwiu),
    // Its lines stay lines.
    notesText: raw.notesText.trim(),
    bankAccount:
      bankAccount.use === 'number'
        ? { use: 'number', number: bankAccountOf(bankAccount.number) ?? bankAccount.number.trim() }
        : bankAccount,
  };
}

function isDays(days: number): boolean {
  return Number.isInteger(days) && days >= 0 && days <= 365;
}
