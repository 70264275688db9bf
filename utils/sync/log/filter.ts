/** Which entries of the log a filter keeps. */
import { addDays, warsawDate } from '../../invoice/dates';
import type { IsoDate } from '../../invoice/document';
import type { LogEntry } from '../../invoice/transfer';
import type { LogFilter } from '../../messages';
import { kindOfEntry, placeOf } from './rows';

/**
 * @param ofOrder documents (`placeOf`) of the order that the text names: entries know their order by its key alone, and only where
 * it has no document.
 */
export function acceptOf(filter: LogFilter, ofOrder: ReadonlySet<string>): (entry: LogEntry) => boolean {
  const { accountId, state, kind } = filter;
  const wanted = folded(filter.text);
  const codes = new Set(filter.codes);
  return (entry) =>
    (accountId === null || entry.accountId === accountId) &&
    (state === null || entry.state === state) &&
    (kind === null || kindOfEntry(entry) === kind) &&
    (wanted === '' || ofOrder.has(placeOf(entry.panel, entry.key)) || says(entry, wanted, codes));
}

function says(entry: LogEntry, wanted: string, codes: ReadonlySet<string>): boolean {
  const { key, documentNumber, number, reason, findings, event = 'step', step, state } = entry;
  if (reason !== null && codes.has(reason.code)) return true;
  if (findings.some(({ code }) => codes.has(code))) return true;
  if (codes.has(event === 'step' ? step : event) || codes.has(state)) return true;
  const texts = [documentNumber ?? '', number ?? '', key.slice(1), ...Object.values(reason?.params ?? {})];
  return texts.some((text) => folded(text).includes(wanted));
}

const folded = (text: string): string => text.trim().toLocaleLowerCase('pl');

const HOUR = 3_600_000;

/** The first moment of a day in Europe/Warsaw (epoch milliseconds), which is an hour or two ahead of UTC. */
export function startOfDay(day: IsoDate): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  return warsawDate(utc - 2 * HOUR) === day ? utc - 2 * HOUR : utc - HOUR;
}

/** Epoch milliseconds; the end is not included. null: no such end. */
export function periodOf({ from, to }: Pick<LogFilter, 'from' | 'to'>): {
  readonly from: number | null;
  readonly until: number | null;
} {
  return {
    from: from === null ? null : startOfDay(from),
    until: to === null ? null : startOfDay(addDays(to, 1)),
  };
}
