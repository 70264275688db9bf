import { FILE_ACCOUNTS_MOST, pathOf } from '../../messages/settings-file-schema';
import { PAYMENTS_MOST } from '../../messages/settings-schemas';

/** A file of settings is nine levels deep at most; whatever is deeper is not one, or was made to exhaust somebody. */
const DEPTH_MOST = 12;
/** The longest list is that of the accounts, the longest record that of an account's payment methods. */
const ITEMS_MOST = FILE_ACCOUNTS_MOST;
const NAMES_MOST = PAYMENTS_MOST;

/** Names that lead from an object into the program itself, wherever something is later put under a name of the file. */
const UNSAFE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export interface Danger {
  /** `unsafe` goes before `invalid`, whichever stands first. */
  readonly problem: 'unsafe' | 'invalid';
  readonly path: string;
}

interface Place {
  readonly value: unknown;
  readonly name: string;
  readonly above: Place | null;
  readonly depth: number;
}

/** Looks at parsed JSON before anything else does. No recursion: a file could be deeper than the call stack. */
export function dangerIn(value: unknown): Danger | null {
  const places: Place[] = [{ value, name: '', above: null, depth: 0 }];
  let invalid: Danger | null = null;
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const { value: found, depth } = place;
    if (typeof found !== 'object' || found === null) continue;
    const names = Object.keys(found);
    const unsafe = names.find((name) => UNSAFE_NAMES.has(name));
    if (unsafe !== undefined) return { problem: 'unsafe', path: pathOf([...namesOf(place), unsafe]) };
    if (names.length > (Array.isArray(found) ? ITEMS_MOST : NAMES_MOST) || depth === DEPTH_MOST) {
      invalid ??= { problem: 'invalid', path: pathOf(namesOf(place)) };
    }
    if (depth === DEPTH_MOST) continue;
    for (const name of names) {
      places.push({ value: (found as Record<string, unknown>)[name], name, above: place, depth: depth + 1 });
    }
  }
  return invalid;
}

function namesOf(place: Place): readonly string[] {
  const names: string[] = [];
  for (let at: Place | null = place; at !== null && at.above !== null; at = at.above) names.unshift(at.name);
  return names;
}
