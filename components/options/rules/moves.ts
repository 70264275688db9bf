/** A list whose entries are moved by one place, and taken out. */

/** @param by -1: up. Past an end nothing moves. */
export function moved<T>(entries: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const to = at + by;
  const entry = entries[at];
  const other = entries[to];
  if (entry === undefined || other === undefined) return entries;
  return entries.map((each, place) => (place === at ? other : place === to ? entry : each));
}

export const without = <T>(entries: readonly T[], at: number): readonly T[] =>
  entries.filter((_, place) => place !== at);

export const inserted = <T>(entries: readonly T[], at: number, entry: T): readonly T[] => [
  ...entries.slice(0, at),
  entry,
  ...entries.slice(at),
];
