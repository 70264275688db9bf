/**
 * The running number inside a number of the panel, read by the pattern that the merchant set for the series:
 * `FV/12/11/2026` by `FV/{numer}/{miesiąc}/{rok}` is 12, which is sent as `Numer` (ifirma-api 2.1). Read for certain or not
 * at all: a number that could be read in two ways has none.
 */
import type { IsoDate } from './document';
import { folded } from './folded';

const PARTS = ['numer', 'miesiac', 'rok', 'rok2', 'dzien'] as const;
type Part = (typeof PARTS)[number];
type Token = { readonly part: Part } | { readonly literal: string };

const isPart = (name: string): name is Part => (PARTS as readonly string[]).includes(name);

/** What a part looks like; months and days with or without a leading zero. */
type Forms = Readonly<Record<Exclude<Part, 'numer'>, RegExp>>;
const FORMS: Forms = {
  miesiac: /^(?:0?[1-9]|1[0-2])$/,
  rok: /^\d{4}$/,
  rok2: /^\d{2}$/,
  dzien: /^(?:0?[1-9]|[12]\d|3[01])$/,
};
const LENGTHS: Readonly<Record<Part, readonly number[]>> = {
  numer: [],
  miesiac: [1, 2],
  rok: [4],
  rok2: [2],
  dzien: [1, 2],
};

/** `Numer` has at most 10 digits (ifirma-api 2.1). */
const MOST_DIGITS = 10;
const RUNNING = /^\d{1,10}$/;

/** null: not a pattern. */
function tokensOf(pattern: string): readonly Token[] | null {
  const tokens: Token[] = [];
  for (const piece of pattern
    .trim()
    .normalize('NFC')
    .split(/(\{[^{}]*\})/)) {
    if (piece === '') continue;
    const name = /^\{(.*)\}$/s.exec(piece)?.[1];
    if (name === undefined) {
      if (/[{}]/.test(piece)) return null;
      tokens.push({ literal: piece });
      continue;
    }
    const part = folded(name);
    if (!isPart(part)) return null;
    tokens.push({ part });
  }
  return tokens.filter((token) => 'part' in token && token.part === 'numer').length === 1 ? tokens : null;
}

/** Whether no number can be read by it: not exactly one `{numer}`, a placeholder that does not exist, a stray brace. */
export function patternProblem(pattern: string): boolean {
  return tokensOf(pattern) === null;
}

/** The running number, greater than 0; null: the number is not written by the pattern, or could be read in two ways. */
export function readRunning(pattern: string, number: string): number | null {
  return runningBy(FORMS, pattern, number);
}

/**
 * Whether a number that can be read has the month, the year and the day of that date, as far as it has any. iFirma writes its own
 * from the date of issue, so the number of another month would come out as another number.
 */
export function isOfDate(pattern: string, number: string, date: IsoDate): boolean {
  const [year = '', month = '', day = ''] = date.split('-');
  const oneOrTwo = (digits: string) => new RegExp(`^0?${Number(digits)}$`);
  const forms: Forms = {
    miesiac: oneOrTwo(month),
    rok: new RegExp(`^${year}$`),
    rok2: new RegExp(`^${year.slice(2)}$`),
    dzien: oneOrTwo(day),
  };
  return runningBy(forms, pattern, number) !== null;
}

function runningBy(forms: Forms, pattern: string, number: string): number | null {
  const tokens = tokensOf(pattern);
  if (tokens === null) return null;
  const text = number.trim().normalize('NFC');
  const at = tokens.findIndex((token) => 'part' in token && token.part === 'numer');
  const found = new Set<number>();
  // From both ends, so that a pattern of many parts takes no longer however many ways there are to read it.
  const ends = reached(forms, tokens.slice(at + 1).toReversed(), text, text.length, -1);
  for (const start of reached(forms, tokens.slice(0, at), text, 0, 1)) {
    for (const end of ends) {
      if (start >= end || end - start > MOST_DIGITS) continue;
      const digits = text.slice(start, end);
      if (RUNNING.test(digits)) found.add(Number(digits));
    }
  }
  const [running, another] = found;
  return running === undefined || another !== undefined || running === 0 ? null : running;
}

/** How far the tokens can get from a border of the text, each way of reading them. */
function reached(
  forms: Forms,
  tokens: readonly Token[],
  text: string,
  border: number,
  step: 1 | -1,
): ReadonlySet<number> {
  let places: ReadonlySet<number> = new Set([border]);
  for (const token of tokens) {
    const lengths = 'literal' in token ? [token.literal.length] : LENGTHS[token.part];
    const next = new Set<number>();
    for (const from of places) {
      for (const to of lengths.map((length) => from + step * length)) {
        const isInside = to >= 0 && to <= text.length;
        if (isInside && fits(forms, token, text.slice(Math.min(from, to), Math.max(from, to)))) next.add(to);
      }
    }
    places = next;
  }
  return places;
}

function fits(forms: Forms, token: Token, piece: string): boolean {
  if ('literal' in token) return piece === token.literal;
  return token.part !== 'numer' && forms[token.part].test(piece);
}

/** Years that a number without a century can mean. */
const SHORT_YEAR = /^[2-3]\d$/;
const YEAR = /^20\d{2}$/;
/** `20261112`: a date without anything between its parts, which may be part of the number or not. */
const DATE_IN_ONE = /^20\d{2}(?:0[1-9]|1[0-2])/;

/**
 * A pattern that this number may be written by, for a person to confirm: `FV/12/11/2026` → `FV/{numer}/{miesiąc}/{rok}`. null
 * where its parts could mean several things. A month stands beside its year, and what can be no month is the running number.
 */
export function suggestedPattern(number: string): string | null {
  const text = number.trim();
  const pieces = text.split(/(\d+)/);
  const groups = pieces.flatMap((piece, index) => (index % 2 === 1 ? [piece] : []));
  const parts = partsOf(groups);
  if (parts === null) return null;
  const pattern = pieces.map((piece, index) => (index % 2 === 1 ? `{${parts[(index - 1) / 2]}}` : piece)).join('');
  const running = Number(groups[parts.indexOf('numer')]);
  return readRunning(pattern, text) === running ? pattern : null;
}

type PartName = 'numer' | 'miesiąc' | 'rok' | 'rok2' | 'dzień';

/** What each group of digits is. */
function partsOf(groups: readonly string[]): readonly PartName[] | null {
  const [only, ...more] = groups;
  if (only === undefined) return null;
  if (more.length === 0) return YEAR.test(only) || DATE_IN_ONE.test(only) ? null : ['numer'];
  const year = yearOf(groups);
  if (year === null) return null;
  const rest = groups.filter((_, index) => index !== year.at);
  const restParts = partsBeside(rest, year.at);
  return restParts?.toSpliced(year.at, 0, year.part) ?? null;
}

/** The one group that is a year. Two digits are one only at an end of a number that has a month as well. */
function yearOf(groups: readonly string[]): { readonly at: number; readonly part: 'rok' | 'rok2' } | null {
  const long = indexesOf(groups, YEAR);
  const [at = -1] = long;
  if (long.length > 0) return long.length === 1 ? { at, part: 'rok' } : null;
  const short = indexesOf(groups, SHORT_YEAR);
  const [end = -1] = short;
  return groups.length === 3 && short.length === 1 && end !== 1 ? { at: end, part: 'rok2' } : null;
}

function indexesOf(groups: readonly string[], form: RegExp): readonly number[] {
  return groups.flatMap((group, index) => (form.test(group) ? [index] : []));
}

/** What stands beside the year: the number alone, with a month, or with a day and a month. */
function partsBeside(rest: readonly string[], yearAt: number): readonly PartName[] | null {
  const yearIsLast = yearAt === rest.length;
  const yearIsFirst = yearAt === 0;
  if (rest.length === 1) return ['numer'];
  if (rest.length === 2) {
    const months = indexesOf(rest, FORMS.miesiac);
    if (months.length === 1) return months[0] === 0 ? ['miesiąc', 'numer'] : ['numer', 'miesiąc'];
    if (months.length === 0 || yearIsFirst === yearIsLast) return null;
    // Both could be the month: it is the one between the other and the year, or right after the year.
    return yearIsLast ? ['numer', 'miesiąc'] : ['miesiąc', 'numer'];
  }
  // With three the first may as well be a branch's number, so only what can be neither day nor month is the running one.
  const [numer, ...others] = indexesOf(rest, /^(?:\d{3,}|3[2-9]|[4-9]\d)$/);
  if (rest.length !== 3 || numer === undefined || others.length > 0) return null;
  if (yearIsLast && numer === 0 && FORMS.miesiac.test(rest[2] ?? '')) return ['numer', 'dzień', 'miesiąc'];
  return yearIsFirst && numer === 2 && FORMS.miesiac.test(rest[0] ?? '') ? ['miesiąc', 'dzień', 'numer'] : null;
}
