/** The comparison as a table for a spreadsheet: what the room shows, the invoices of others at the end. */
import type { MonthComparison } from '../../../utils/invoice/month-end';
import type { MonthInvoice, MonthRow, YearMonth } from '../../../utils/invoice/month-end/types';
import type { MonthEndTexts } from '../../../utils/texts/options/month-end';
import { BOM, csvOf } from '../../csv';
import { sentenceOf } from './sentence';

export const csvName = (month: YearMonth): string => `mostek-zamkniecie-${month}.csv`;

export const monthCsv = ({ rows, foreign }: MonthComparison, texts: MonthEndTexts): string =>
  BOM +
  csvOf([
    texts.csvColumns,
    ...rows.map((row) => cellsOf(row, texts)),
    ...foreign.map((invoice) => cellsOfForeign(invoice, texts)),
  ]);

const cellsOf = (row: MonthRow, texts: MonthEndTexts): readonly string[] => [
  row.number ?? '',
  texts.kinds[row.kind],
  row.orderId ?? '',
  row.issueDate ?? '',
  sumOf(row.gross),
  [row.ifirma?.number ?? '', ...row.doubles].filter((number) => number !== '').join(', '),
  row.ifirma?.issueDate ?? '',
  sumOf(row.ifirma?.gross ?? null),
  row.currency || row.ifirma?.currency || 'PLN',
  sumOf(row.difference),
  row.ksefNumber ?? '',
  texts.verdicts[row.verdict],
  sentenceOf(row, texts) ?? '',
];

const cellsOfForeign = (invoice: MonthInvoice, texts: MonthEndTexts): readonly string[] => [
  '',
  texts.kinds.invoice,
  '',
  '',
  '',
  invoice.number,
  invoice.issueDate ?? '',
  sumOf(invoice.gross),
  invoice.currency || 'PLN',
  '',
  '',
  texts.csvForeign,
  '',
];

/** `1234,56`: a spreadsheet adds up no thin spaces and no `zł`. Grosze in, so nothing is rounded. */
const sumOf = (grosze: number | null): string => {
  if (grosze === null) return '';
  const digits = String(Math.abs(grosze)).padStart(3, '0');
  return `${grosze < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
};
