/** Those who wait for their turn: people before bulk work, and each of them in the order they came. */
import type { Pace } from './rules';

export interface Line<T extends { readonly pace: Pace }> {
  join(waiting: T): void;
  /** Whose turn is next; null: nobody waits. */
  first(): T | null;
  leave(waiting: T): void;
}

export function createLine<T extends { readonly pace: Pace }>(): Line<T> {
  const lines: Readonly<Record<Pace, Set<T>>> = { person: new Set(), bulk: new Set() };
  return {
    join(waiting) {
      lines[waiting.pace].add(waiting);
    },
    first() {
      const [next = null] = lines.person.size > 0 ? lines.person : lines.bulk;
      return next;
    },
    leave(waiting) {
      lines[waiting.pace].delete(waiting);
    },
  };
}
