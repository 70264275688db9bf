import type { Account, BookedDocument } from './account.ts';
import { badField, type Refusal } from './answer.ts';
import { monthOf } from './dates.ts';
import type { DocumentKind } from './kinds.ts';

/** Full numbers from the pattern of the series; running numbers restart as often as the pattern tells them apart. */
export interface Numbered {
  readonly running: number;
  readonly number: string;
  readonly period: string;
}

const fill = (pattern: string, running: number, issueDate: string): string => {
  const { month, year } = monthOf(issueDate);
  return pattern
    .replaceAll('{n}', String(running))
    .replaceAll('{mm}', String(month).padStart(2, '0'))
    .replaceAll('{m}', String(month))
    .replaceAll('{y}', String(year));
};

const periodOf = (pattern: string, owner: string, issueDate: string): string => {
  const month = pattern.includes('{m') ? issueDate.slice(0, 7) : '';
  const year = month === '' && pattern.includes('{y}') ? issueDate.slice(0, 4) : '';
  return `${owner} ${month}${year}`;
};

/** What shares one row of numbers and one order of dates. Kinds with a pattern of their own do not mix with the series. */
export const seriesOf = (kind: DocumentKind, name: string): string =>
  kind.ownPattern === null ? name : `${kind.endpoint}:${name}`;

export const lastIssueDate = (documents: readonly BookedDocument[], series: string): string =>
  documents.reduce((last, each) => (each.series === series && each.issueDate > last ? each.issueDate : last), '');

/** The next number, or the asked one if it is free. */
export const numbered = (
  account: Account,
  kind: DocumentKind,
  name: string,
  issueDate: string,
  asked: number | null,
): Numbered | { readonly refusal: Refusal } => {
  const pattern = kind.ownPattern ?? account.series[name] ?? '{n}/{m}/{y}';
  const period = periodOf(pattern, seriesOf(kind, name), issueDate);
  const taken = account.documents.filter((each) => each.period === period).map(({ running }) => running);
  if (asked !== null && taken.includes(asked))
    return { refusal: badField('Numer', 'wskazuje numer, który w tej serii już istnieje') };
  const running = asked ?? Math.max(account.firstNumber - 1, ...taken) + 1;
  return { running, number: fill(pattern, running, issueDate), period };
};
