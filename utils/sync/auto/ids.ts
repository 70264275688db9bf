/** Ids of the panel's documents: numbers of any length, of which the larger is the newer. */

/** What may stand in a document's key; anything else in a list is none of its ids. */
export function isId(id: string): boolean {
  return /^[1-9]\d{0,17}$/.test(id);
}

export function isNewer(one: string, other: string): boolean {
  return one.length === other.length ? one > other : one.length > other.length;
}

/** null: there are none. */
export function newestOf(ids: readonly (string | null)[]): string | null {
  return ids.reduce((newest, id) => (id !== null && (newest === null || isNewer(id, newest)) ? id : newest), null);
}

export function newestFirst(one: string, other: string): number {
  return one === other ? 0 : isNewer(one, other) ? -1 : 1;
}
