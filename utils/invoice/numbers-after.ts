/**
 * Which rows of numbers iFirma goes on with, as far as the numbers that it has given tell. A number's pattern is the user's own and is
 * never parsed for anything that books (ifirma-api 5.3); here a wrong guess only asks for an invoice that is not there. So where
 * little is known every guess counts.
 */
import type { IsoDate } from './document';

/** Numbers that differ in their running number alone. */
export interface NumberRow {
  /** Running numbers that are known, smallest first; empty: a row that may have begun since. */
  readonly known: readonly number[];
  readonly numberOf: (running: number) => string;
}

interface Parted {
  /** Digits of the number, one group after the other. */
  readonly groups: readonly string[];
  /** What stands before, between and after them. */
  readonly between: readonly string[];
}

/** Fewer numbers of one shape do not show which of their groups runs. */
const EVIDENCE = 4;
/** Nobody counts further; longer digits are an account's or a tax number. */
const LONGEST = 9;

/** @param given full numbers of the last month, in any order; @param date of issue, whose month and year a fresh row begins. */
export function numberRows(given: readonly string[], date: IsoDate): readonly NumberRow[] {
  const shapes = new Map<string, Parted[]>();
  for (const number of new Set(given)) {
    const parted: Parted = { groups: number.match(/\d+/g) ?? [], between: number.split(/\d+/) };
    if (!parted.groups.some(mayRun)) continue;
    const shape = JSON.stringify(parted.between);
    shapes.set(shape, [...(shapes.get(shape) ?? []), parted]);
  }
  if (shapes.size === 0) return usual(date);
  return [...shapes.values()].flatMap((alike) => runningPlaces(alike, date).flatMap((at) => rowsOf(alike, at, date)));
}

/** What iFirma begins with (`12/10/2026`), with and without a leading zero of the month. */
function usual(date: IsoDate): readonly NumberRow[] {
  const [year = '', month = ''] = date.split('-');
  return spellings(month).map((shown) => ({ known: [], numberOf: (running) => `${running}/${shown}/${year}` }));
}

/** Where the running number stands: where most numbers of one period differ; while that is not clear, wherever it may. */
function runningPlaces(alike: readonly Parted[], date: IsoDate): readonly number[] {
  const places = placesOf(alike).filter((at) => alike.every(({ groups }) => mayRun(groups[at] ?? '')));
  const inOnePeriod = (at: number): number => alike.length - new Set(alike.map((parted) => periodOf(parted, at))).size;
  const most = Math.max(...places.map(inOnePeriod));
  if (most > 0 && alike.length >= EVIDENCE) return places.filter((at) => inOnePeriod(at) === most);
  const years = yearPlaces(alike, date);
  const others = places.filter((at) => !years.includes(at));
  // Of two that may be the year, one may be the running number.
  return others.length > 0 && years.length < 2 ? others : places;
}

function rowsOf(alike: readonly Parted[], at: number, date: IsoDate): readonly NumberRow[] {
  const periods = new Map<string, Parted[]>();
  for (const parted of alike) {
    const period = periodOf(parted, at);
    periods.set(period, [...(periods.get(period) ?? []), parted]);
  }
  const begun = new Map<string, Parted>();
  for (const start of alike.flatMap((parted) => startsOf(parted, alike, at, date))) {
    const period = periodOf(start, at);
    if (!periods.has(period)) begun.set(period, start);
  }
  return [
    ...[...periods.values()].map((numbers) => rowOf(numbers, at, true)),
    ...[...begun.values()].map((start) => rowOf([start], at, false)),
  ];
}

function rowOf(numbers: readonly Parted[], at: number, isKnown: boolean): NumberRow {
  const [any] = numbers;
  const shown = numbers.map(({ groups }) => groups[at] ?? '');
  const padded = shown.filter((digits) => digits.startsWith('0'));
  const width = Math.max(1, ...padded.map(({ length }) => length));
  return {
    known: isKnown ? shown.map(Number).toSorted((one, other) => one - other) : [],
    numberOf: (running) => (any === undefined ? '' : withGroup(any, at, String(running).padStart(width, '0'))),
  };
}

/** The same pattern in the month of the date; none: it names neither month nor year. */
function startsOf(any: Parted, alike: readonly Parted[], running: number, date: IsoDate): readonly Parted[] {
  const [year = '', month = ''] = date.split('-');
  const yearAt = yearPlaces(alike, date).findLast((at) => at !== running);
  if (yearAt === undefined) return [];
  const inYear = { ...any, groups: any.groups.with(yearAt, year.slice(-(any.groups[yearAt]?.length ?? 4))) };
  const monthAt = monthPlace(alike, date, [running, yearAt]);
  if (monthAt === null) return [inYear];
  const isPadded = alike.some(({ groups }) => groups[monthAt]?.startsWith('0'));
  const isPlain = alike.some(({ groups }) => groups[monthAt]?.length === 1);
  const shown = isPadded ? [month] : isPlain ? [String(Number(month))] : spellings(month);
  return shown.map((spelling) => ({ ...inYear, groups: inYear.groups.with(monthAt, spelling) }));
}

/** What is known is a month old at most: only the last month and this one are looked for. */
function monthPlace(alike: readonly Parted[], date: IsoDate, taken: readonly number[]): number | null {
  const month = Number(date.slice(5, 7));
  const near = [month, month === 1 ? 12 : month - 1];
  const valuesAt = (at: number): number[] => alike.map(({ groups }) => Number(groups[at]));
  const places = placesOf(alike).filter(
    (at) => !taken.includes(at) && valuesAt(at).every((value) => value >= 1 && value <= 12),
  );
  return places.findLast((at) => valuesAt(at).some((value) => near.includes(value))) ?? null;
}

/** This year or the last (in January the newest number is of December), in four digits, else in two at the end. */
function yearPlaces(alike: readonly Parted[], date: IsoDate): readonly number[] {
  const year = Number(date.slice(0, 4));
  const near = [year, year - 1].map(String);
  const holds = (at: number, years: readonly string[]): boolean =>
    alike.every(({ groups }) => years.includes(groups[at] ?? ''));
  const places = placesOf(alike);
  const long = places.filter((at) => holds(at, near));
  if (long.length > 0) return long;
  return places.slice(-1).filter((at) =>
    holds(
      at,
      near.map((text) => text.slice(2)),
    ),
  );
}

function placesOf([any]: readonly Parted[]): readonly number[] {
  return [...(any?.groups.keys() ?? [])];
}

function periodOf({ groups }: Parted, running: number): string {
  return groups.filter((_group, place) => place !== running).join('/');
}

function withGroup({ groups, between }: Parted, at: number, shown: string): string {
  return between.map((text, place) => `${text}${(place === at ? shown : groups[place]) ?? ''}`).join('');
}

function mayRun(digits: string): boolean {
  return digits.length <= LONGEST;
}

function spellings(month: string): readonly string[] {
  return [...new Set([String(Number(month)), month])];
}
