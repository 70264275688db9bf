/** JSON whose amounts reach the wire as they are written. The same value always gives the same text, which is signed and sent. */
import { decimalOf } from '../invoice/money';

/** A number that must reach the wire as it is written: `144.89`, never the float next to it. */
export class Exact {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Json = string | boolean | null | Exact | readonly Json[] | { readonly [name: string]: Json };

/** Grosze: `14489` → `144.89`. */
export function amount(grosze: number): Exact {
  return new Exact(decimalOf(grosze, 2));
}

/** `1500` with three digits → `1.5`. */
export function short(count: number, digits: number): Exact {
  return new Exact(decimalOf(count, digits).replace(/\.?0+$/, ''));
}

export function textOf(value: Json): string {
  if (value instanceof Exact) return value.text;
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(([name, entry]) => `${JSON.stringify(name)}:${textOf(entry)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value);
}
