/** The person's commands under way: one at a time a slot of a document, so that a double click sends one. */
import { signal } from '@preact/signals';
import type { DocumentKey } from '../../utils/invoice/document';
import type { Action } from '../../utils/messages';

/** Commands that change the transfer exclude each other; looking at it does not stand in their way. */
export type Slot = 'transfer' | 'preview' | 'pdf';
export const slotOf = (action: Action): Slot => (action === 'preview' || action === 'pdf' ? action : 'transfer');

export interface Running {
  readonly action: Action;
  /** Epoch milliseconds. */
  readonly since: number;
}

export interface Slots {
  /** Tells the view that reads it of changes. */
  running(key: DocumentKey, slot: Slot): Running | null;
  isFree(key: DocumentKey, slot: Slot): boolean;
  /** null, at once, when the slot is taken. */
  run<T>(action: Action, key: DocumentKey, command: () => Promise<T>): Promise<T | null>;
}

export const createSlots = (now: () => number): Slots => {
  const taken = signal<ReadonlyMap<string, Running>>(new Map());
  const nameOf = (key: DocumentKey, slot: Slot): string => `${slot} ${key}`;
  const isFree = (key: DocumentKey, slot: Slot): boolean => !taken.peek().has(nameOf(key, slot));

  return {
    isFree,
    running: (key, slot) => taken.value.get(nameOf(key, slot)) ?? null,

    async run(action, key, command) {
      const slot = slotOf(action);
      if (!isFree(key, slot)) return null;
      taken.value = new Map(taken.peek()).set(nameOf(key, slot), { action, since: now() });
      try {
        return await command();
      } finally {
        const left = new Map(taken.peek());
        left.delete(nameOf(key, slot));
        taken.value = left;
      }
    },
  };
};
