/**
 * The loose values of the panel's API: one field comes as a number, a text, null, "" or not at all (sellasist-api 2.3).
 * Each reader takes whatever came and gives one type. Absent, null and "" all mean "nothing".
 */
import * as z from 'zod/mini';
import { isDate, warsawDate } from '../invoice/dates';
import type { Grosze, IsoDate, Thousandths } from '../invoice/document';
import { parseGrosze, parseThousandths } from '../invoice/money';

type Wire = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

export function readText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return Number.isSafeInteger(value) ? String(value) : '';
}

/** Ids become names of records, and these lead from an object into the program itself. No panel needs them. */
const UNSAFE_IDS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Ids stay texts: some exceed 2^53. 0 means "none" (sellasist-api 5.4). What would not fit into a path is no id. */
export function readId(value: unknown): string | null {
  const id = readText(value);
  return /^[\w-]{1,64}$/.test(id) && !/^0+$/.test(id) && !UNSAFE_IDS.has(id) ? id : null;
}

/** null: nothing. undefined: something is there that is no amount in whole grosze. */
export function readAmount(value: unknown): Grosze | null | undefined {
  return isNothing(value) ? null : (parseGrosze(value) ?? undefined);
}

const YES = new Set(['1', 'true', 'yes', 'y', 'tak', 'on']);
const NO = new Set(['0', 'false', 'no', 'n', 'nie', 'off']);

/** undefined: something is there that is neither yes nor no. */
export function readFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (isNothing(value)) return false;
  const word = readText(value).toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

const DATE = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A date or a time as the calendar date in Europe/Warsaw. Times without a zone are Warsaw's already (sellasist-api 2.2).
 * null: nothing, or one of the zero dates that stand for it. undefined: something is there that is no date.
 */
export function readDate(value: unknown): IsoDate | null | undefined {
  if (isRecord(value)) return readDateObject(value);
  if (isNothing(value)) return null;
  const text = readText(value);
  if (text.startsWith('-')) return /^-0001-11-30/.test(text) ? null : undefined;
  const match = DATE.exec(text);
  const date = match?.[1];
  if (!match || date === undefined) return undefined;
  // 0000-00-00, 0001-01-01 and 1970-01-01 are how databases write "never".
  if (date < '2000') return null;
  if (!isDate(date)) return undefined;
  const zone = match[2];
  if (zone === undefined) return date;
  const clock = text.slice(11, 19).replace(/[^\d:].*$/, '');
  const offset = /^(?:Z|UTC)$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  const instant = Date.parse(`${date}T${clock}${offset}`);
  return Number.isNaN(instant) ? undefined : warsawDate(instant);
}

/** PHP's `DateTime` as JSON: `{date, timezone_type, timezone}`. */
function readDateObject(value: Wire): IsoDate | null | undefined {
  const zone = readText(value.timezone);
  if (zone === '' || zone === 'Europe/Warsaw') return readDate(value.date);
  return typeof value.date === 'string' ? readDate(`${value.date.trim()}${zone}`) : undefined;
}

function loose<T>(read: (value: unknown) => T) {
  return z.pipe(z.optional(z.unknown()), z.transform(read));
}

/** For a field whose type has no room for "could not be read": the whole answer is then unreadable, not silently wrong. */
function sure<T>(read: (value: unknown) => T | undefined) {
  return z.pipe(
    z.optional(z.unknown()),
    z.transform((value, context): T => {
      const result = read(value);
      if (result !== undefined) return result;
      context.issues.push({ code: 'custom', message: 'unreadable', input: undefined });
      return z.NEVER;
    }),
  );
}

export const text = loose(readText);
export const id = loose(readId);
/** The id that the row is nothing without. */
export const ownId = sure((value) => readId(value) ?? undefined);
/** null: nothing, or no amount in whole grosze. */
export const amount = loose((value): Grosze | null => readAmount(value) ?? null);
export const sureAmount = sure(readAmount);
export const statedAmount = loose(readAmount);
export const quantity = loose((value): Thousandths | null => parseThousandths(value));
export const flag = loose((value): boolean => readFlag(value) ?? false);
/** A warning that counts unless it is clearly off. */
export const warning = loose((value): boolean => readFlag(value) ?? true);
export const date = loose((value): IsoDate | null => readDate(value) ?? null);
export const sureDate = sure(readDate);
export const raw = loose((value): unknown => value);

/** A nested object; nothing, or anything else in its place, is an object with nothing in it (PHP writes an empty one as `[]`). */
export function part<S extends z.core.$ZodShape>(shape: S) {
  return z.pipe(
    loose((value): unknown => (isRecord(value) ? value : {})),
    z.object(shape),
  );
}

/** A list that must not lose a row: nothing is an empty list, anything but an array of good rows is unreadable. */
export function rows<S extends z.core.$ZodType>(row: S) {
  return z.pipe(
    loose((value): unknown => (isNothing(value) ? [] : value)),
    z.array(row),
  );
}
