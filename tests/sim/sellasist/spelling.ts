/**
 * How a value is written on the wire. Without a seed always the same way, the one of the sample order (sellasist-api
 * 13); with a seed every value picks one of the forms that were seen (sellasist-api 2.3), the same one every time for
 * the same seed and the same place, so that a failing run can be repeated.
 */
import { decimal, type Grosze, type Thousandths } from './amounts.ts';
import { countryOf } from './dictionaries.ts';
import type { PanelTime, Rate } from './model.ts';
import { isoTime } from './time.ts';

/** `at` names the place, e.g. `order.1001.carts.50011.price`. */
export interface Spelling {
  readonly id: (id: string, at: string) => unknown;
  readonly numericId: (id: string, at: string) => unknown;
  readonly money: (value: Grosze, at: string) => unknown;
  readonly quantity: (value: Thousandths, at: string) => unknown;
  readonly flag: (value: boolean, at: string) => unknown;
  readonly textFlag: (value: boolean, at: string) => unknown;
  readonly rate: (value: Rate, at: string) => unknown;
  readonly nip: (text: string, at: string) => unknown;
  readonly country: (code: string | null, at: string) => unknown;
  readonly time: (time: PanelTime | '', at: string) => unknown;
  readonly currency: (code: string, at: string) => unknown;
  /** Text that may be empty: absent, null and `""` mean the same. */
  readonly text: (text: string, at: string) => unknown;
  /** True in some of the places with that name, never without a seed. */
  readonly chance: (at: string) => boolean;
}

export function createSpelling(seed: number | null): Spelling {
  const pick = <T>(at: string, first: T, ...others: T[]): T => {
    if (seed === null) return first;
    const index = hash(`${seed}|${at}`) % (others.length + 1);
    // Within bounds; null and undefined are forms like any other, so there is no falling back to the first.
    return index === 0 ? first : (others[index - 1] as T);
  };
  const nothing = (at: string): unknown => pick<unknown>(`${at}:empty`, '', null, undefined);
  const safe = (id: string): number | string => (Number.isSafeInteger(Number(id)) ? Number(id) : id);

  return {
    id: (id, at) => pick<unknown>(at, id, safe(id)),
    numericId: (id, at) => pick<unknown>(at, safe(id), id),
    money: (value, at) => pick<unknown>(at, decimal(value, 2), value / 100),
    quantity: (value, at) => pick<unknown>(at, decimal(value, 3), value / 1000),
    flag: (value, at) => pick<unknown>(at, Number(value), value, String(Number(value)), String(value)),
    textFlag: (value, at) => pick<unknown>(at, String(Number(value)), Number(value), value),
    rate: (value, at) => {
      if (value === null || typeof value === 'string') return value === '' ? nothing(at) : value;
      return pick<unknown>(at, value.toFixed(3), `${value}%`, value, String(value));
    },
    nip: (text, at) => {
      if (text === '') return pick<unknown>(at, '', '0', null);
      const digits = text.replace(/\D/g, '');
      if (!/^\d{3}-?\d{3}-?\d{2}-?\d{2}$/.test(text)) return text;
      const [a, b, c, d] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 8), digits.slice(8)];
      return pick(at, text, digits, `${a}-${b}-${c}-${d}`, `${a} ${b} ${c} ${d}`, `PL${digits}`);
    },
    country: (code, at) => {
      const country = countryOf(code);
      if (!country) return nothing(at);
      const { id, name } = country;
      return pick<unknown>(
        at,
        { id, code: country.code, name },
        { id: String(id), code: country.code.toLowerCase(), name },
        country.code,
        country.code3,
        name,
      );
    },
    time: (time, at) => {
      if (time === '') return pick<unknown>(at, '', '0000-00-00 00:00:00', null);
      return pick<unknown>(at, time, time, time, { date: time }, isoTime(time));
    },
    currency: (code, at) => pick(at, code.toLowerCase(), code),
    text: (text, at) => (text === '' ? nothing(at) : text),
    chance: (at) => pick(at, false, true),
  };
}

/** FNV-1a, then mixed once more: the low bits of neighbours must differ. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
