/** Due date and split payment: what the invoice asks of the buyer. */
import { addDays } from './dates';
import type { Grosze, IsoDate } from './document';
import type { Remark } from './draft';
import type { AccountSettings, TaxForm } from './settings';

/** Above it split payment can be an obligation between companies (art. 108a of the VAT act). */
export const SPLIT_PAYMENT_ABOVE: Grosze = 1_500_000;

export interface DueDate {
  /** null: none is printed. */
  readonly date: IsoDate | null;
  readonly remarks: readonly Remark[];
}

/** `TerminPlatnosci` may not be before the sale (ifirma-api 2.1), and nobody can pay an invoice before there is one. */
export function dueDateOf(
  { dueDate }: Pick<AccountSettings, 'dueDate'>,
  { issue, sale }: { readonly issue: IsoDate; readonly sale: IsoDate },
): DueDate {
  if (dueDate.from === 'none') return { date: null, remarks: [] };
  const date = addDays(dueDate.from === 'issue' ? issue : sale, dueDate.days);
  const earliest = sale > issue ? sale : issue;
  return date < earliest
    ? { date: earliest, remarks: [{ code: 'due-date-moved', params: { date: earliest } }] }
    : { date, remarks: [] };
}

export interface Split {
  /** null: as iFirma's own setting says. */
  readonly split: boolean | null;
  readonly remarks: readonly Remark[];
}

export function splitPaymentOf(
  { splitPayment }: Pick<AccountSettings, 'splitPayment'>,
  { vat }: Pick<TaxForm, 'vat'>,
  { gross, nip }: { readonly gross: Grosze; readonly nip: string },
): Split {
  // Without VAT there is nothing to split (ifirma-api 2.7).
  if (vat === 'exempt') return { split: null, remarks: [] };
  // It is a matter between companies.
  const isCompany = nip !== '';
  const isLarge = gross > SPLIT_PAYMENT_ABOVE && isCompany;
  const split = splitOf(splitPayment, { isCompany, isLarge });
  const isAdvised = isLarge && split !== true;
  return {
    split,
    remarks: isAdvised ? [{ code: 'split-payment-advised', params: { gross: String(gross) } }] : [],
  };
}

function splitOf(
  rule: AccountSettings['splitPayment'],
  { isCompany, isLarge }: { readonly isCompany: boolean; readonly isLarge: boolean },
): boolean | null {
  switch (rule) {
    case 'ifirma':
      return null;
    case 'always':
      return isCompany;
    case 'large':
      return isLarge;
    case 'never':
      return false;
    default:
      return rule satisfies never;
  }
}
