/** Amounts, dates and times as an accountant in Poland writes them, in both languages of the interface. */
import type { Grosze, IsoDate, PercentHundredths, Thousandths } from '../invoice/document';
import type { Language } from '../messages';

/** Keeps the groups of an amount and its currency on one line. */
const NO_BREAK = '\u00a0';
const MINUS = '\u2212';

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, NO_BREAK);

/** `15000` → `15 000`; four digits stay together, as a Polish reader writes what is no amount. */
export const whole = (count: number): string => {
  const digits = String(count);
  return digits.length > 4 ? grouped(digits) : digits;
};

/** Stands where a figure that came as text is none. */
const UNKNOWN = '?';

/** `123456` → `1 234,56`. Integers only, so nothing is ever rounded here. */
export const amount = (grosze: Grosze): string => {
  if (!Number.isSafeInteger(grosze)) return UNKNOWN;
  const digits = String(Math.abs(grosze)).padStart(3, '0');
  return `${grosze < 0 ? MINUS : ''}${grouped(digits.slice(0, -2))},${digits.slice(-2)}`;
};

/** `123456` → `1 234,56 zł` (design: look). */
export const zloty = (grosze: Grosze): string => `${amount(grosze)}${NO_BREAK}zł`;

/** A sum that came as text, in grosze; `?` for what is none. */
export const zlotyFrom = (digits: string): string => zloty(/^-?\d+$/.test(digits) ? Number(digits) : Number.NaN);

/** `1500` → `1,5`; `2000` → `2`. */
export const quantity = (thousandths: Thousandths): string => {
  if (!Number.isSafeInteger(thousandths)) return UNKNOWN;
  const digits = String(Math.abs(thousandths)).padStart(4, '0');
  const fraction = digits.slice(-3).replace(/0+$/, '');
  return `${thousandths < 0 ? MINUS : ''}${grouped(digits.slice(0, -3))}${fraction === '' ? '' : `,${fraction}`}`;
};

/** As text, of a sentence that goes on where it is no number. */
export const sumFrom = (digits: string): string => (/^-?\d+$/.test(digits) ? zloty(Number(digits)) : digits);
export const quantityFrom = (digits: string): string => (/^\d+$/.test(digits) ? quantity(Number(digits)) : digits);

/** `1250` → `12,5%`; `1000` → `10%`. */
export const percent = (hundredths: PercentHundredths): string =>
  Number.isFinite(hundredths) ? `${String(hundredths / 100).replace('.', ',')}%` : UNKNOWN;

/** `2026-11-22` → `22.11.2026`; what is no such date is shown as it came. */
export const date = (iso: IsoDate): string => iso.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1');

/** `2026-11` → `11.2026`; what is no such month is shown as it came. */
export const month = (iso: string): string => iso.replace(/^(\d{4})-(\d{2})$/, '$2.$1');

const ZONE = 'Europe/Warsaw';
/** Made when first used: in a new tab the first formatter costs some 15 ms, and most regions show neither a time nor a count. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const dayFormat = once(
  () => new Intl.DateTimeFormat('pl-PL', { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' }),
);
const hourFormat = once(() => new Intl.DateTimeFormat('pl-PL', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' }));

/** Epoch milliseconds → `14:05`, with the date in front when it is not today: `23.11.2026, 14:05`. */
export const time = (at: number, now: number): string => {
  if (!Number.isFinite(at) || at <= 0) return UNKNOWN;
  const hour = hourFormat().format(at);
  const day = dayFormat().format(at);
  return day === dayFormat().format(now) ? hour : `${day}, ${hour}`;
};

export type PluralForms = Readonly<{ one: string; few: string; many: string; other: string }>;

const RULES: Readonly<Record<Language, () => Intl.PluralRules>> = {
  pl: once(() => new Intl.PluralRules('pl')),
  en: once(() => new Intl.PluralRules('en')),
};

/** `6501171` → `6,2 MB`. */
export const megabytes = (bytes: number): string =>
  Number.isFinite(bytes) ? `${(bytes / 1_048_576).toFixed(1).replace('.', ',')}${NO_BREAK}MB` : UNKNOWN;

/** `3` → `3 znaki`: the number and the form of the word that goes with it. */
export const counted = (language: Language, count: number, forms: PluralForms): string => {
  const rule = RULES[language]().select(count);
  if (!Number.isFinite(count)) return `${UNKNOWN}${NO_BREAK}${forms.other}`;
  const form = rule === 'one' || rule === 'few' || rule === 'many' ? forms[rule] : forms.other;
  return `${String(count).replace('.', ',')}${NO_BREAK}${form}`;
};
