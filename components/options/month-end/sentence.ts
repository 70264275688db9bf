/** What a person is told of a row beside its verdict; null: the verdict says it all. */
import type { MonthRow } from '../../../utils/invoice/month-end/types';
import type { MonthEndTexts } from '../../../utils/texts/options/month-end';

export const sentenceOf = (row: MonthRow, texts: MonthEndTexts): string | null => {
  if (row.why !== null) return texts.why[row.why];
  switch (row.verdict) {
    case 'amount':
      return row.difference === null ? null : texts.amountOff(row.difference);
    case 'date':
      return texts.dates(row.issueDate, row.ifirma?.issueDate ?? null);
    case 'gone':
      return texts.gone;
    case 'no-ksef':
      return texts.ksefMissing;
    case 'check':
    case 'missing':
    case 'same':
      return null;
    default:
      return row.verdict satisfies never;
  }
};
