/**
 * Which numbers iFirma gives next, as far as the ones that it has given tell. A number's pattern is the user's own and is never
 * parsed for anything that books (ifirma-api 5.3); here a wrong guess only asks for an invoice that is not there.
 */
import type { IsoDate } from './document';

/** The n-th number after the newest that is known, counted from 1. */
export type Counter = (nth: number) => string;

interface Parted {
  /** Digits of the number, one group after the other. */
  readonly groups: readonly string[];
  /** What stands before, between and after them. */
  readonly between: readonly string[];
}

/** @param given full numbers in any order; @param date of issue, whose month and year a fresh counter begins. */
export function numbersAfter(given: readonly string[], date: IsoDate): readonly Counter[] {
  const shapes = new Map<string, Parted[]>();
  for (const number of new Set(given)) {
    const parted = partsOf(number);
    if (parted.groups.length === 0) continue;
    const shape = parted.between.join('#');
    shapes.set(shape, [...(shapes.get(shape) ?? []), parted]);
  }
  if (shapes.size === 0) return usual(date);
  return [...shapes.values()].flatMap((alike) => countersOf(alike, date));
}

/** What iFirma begins with (`12/10/2026`), with and without a leading zero of the month. */
function usual(date: IsoDate): readonly Counter[] {
  const [year = '', month = ''] = date.split('-');
  return [...new Set([String(Number(month)), month])].map((shown) => (nth) => `${nth}/${shown}/${year}`);
}

function countersOf(alike: readonly Parted[], date: IsoDate): readonly Counter[] {
  const at = runningOf(alike, date);
  if (at === null) return [];
  const newest = new Map<string, Parted>();
  for (const parted of alike) {
    const period = without(parted.groups, at).join('/');
    const known = newest.get(period);
    if (known === undefined || valueAt(parted, at) > valueAt(known, at)) newest.set(period, parted);
  }
  const counters = [...newest.values()].map((parted) => counter(parted, at, valueAt(parted, at)));
  const [any] = alike;
  const begun = any === undefined ? null : inMonthOf(any, at, date);
  if (begun !== null && !newest.has(without(begun.groups, at).join('/'))) counters.push(counter(begun, at, 0));
  return counters;
}

/** Where the running number stands: where numbers of one period differ, else the first group that is not the year. */
function runningOf(alike: readonly Parted[], date: IsoDate): number | null {
  const [first] = alike;
  if (first === undefined) return null;
  for (const [at] of first.groups.entries()) {
    const periods = alike.map(({ groups }) => without(groups, at).join('/'));
    if (new Set(periods).size < periods.length) return at;
  }
  const found = first.groups.findIndex((group) => !isYear(group, date));
  return found < 0 ? null : found;
}

/** The same pattern in the month of the date; null: it names neither month nor year. */
function inMonthOf({ groups, between }: Parted, running: number, date: IsoDate): Parted | null {
  const [year = '', month = ''] = date.split('-');
  const years = groups.map((group, at) => at !== running && /^(?:20)?\d\d$/.test(group) && isNearYear(group, date));
  if (!years.includes(true)) return null;
  const lastYear = years.lastIndexOf(true);
  const months = groups.map(
    (group, at) => at !== running && at !== lastYear && Number(group) >= 1 && Number(group) <= 12,
  );
  return {
    between,
    groups: groups.map((group, at) => {
      if (at === lastYear) return year.slice(-group.length);
      return months[at]
        ? String(Number(month)).padStart(group.startsWith('0') ? 2 : group.length === 2 ? 2 : 1, '0')
        : group;
    }),
  };
}

function counter({ groups, between }: Parted, at: number, from: number): Counter {
  const width = groups[at]?.startsWith('0') ? groups[at].length : 1;
  return (nth) => {
    const shown = groups.map((group, place) => (place === at ? String(from + nth).padStart(width, '0') : group));
    return between.map((text, place) => `${text}${shown[place] ?? ''}`).join('');
  };
}

function partsOf(number: string): Parted {
  return { groups: number.match(/\d+/g) ?? [], between: number.split(/\d+/) };
}

function valueAt({ groups }: Parted, at: number): number {
  return Number(groups[at]);
}

function without(groups: readonly string[], at: number): readonly string[] {
  return groups.filter((_group, place) => place !== at);
}

function isYear(group: string, date: IsoDate): boolean {
  return group === date.slice(0, 4) || group === date.slice(2, 4);
}

/** This year or the last: in January the newest number is of December. */
function isNearYear(group: string, date: IsoDate): boolean {
  const year = Number(date.slice(0, 4));
  return [year, year - 1].some((each) => group === String(each) || group === String(each).slice(2));
}
