/**
 * What was typed into an account on this page and is not saved yet. It stays while the person walks through the other rooms, in
 * memory only, and goes with the save, keys first of all; closing the page asks first.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { same } from '../../form/same';
import type { AccountEdits } from '../account-draft';

export interface Typed {
  /** What was stored when the person began, and how often it had been saved by then. */
  readonly base: AccountEdits;
  readonly revision: number;
  /** Only what was changed, so that other forms of the page may save the rest meanwhile. */
  readonly patch: Partial<AccountEdits>;
}

const all = signal<Readonly<Record<string, Typed>>>({});

/** By account id, or `new`. */
export const typed: ReadonlySignal<Readonly<Record<string, Typed>>> = all;

/** null: there is nothing to be kept any more. */
export const keep = (about: string, now: Typed | null): void => {
  const { [about]: _, ...others } = all.peek();
  all.value = now === null ? others : { ...others, [about]: now };
};

/** `secrets` holds only what was typed; a field that was opened for a change and is empty still is no change. */
export const patchOf = (patch: Partial<AccountEdits>, stored: AccountEdits): Partial<AccountEdits> =>
  Object.fromEntries(
    Object.entries(patch).filter(([field, value]) => !same(value, stored[field as keyof AccountEdits])),
  );

const ask = (event: Event): void => event.preventDefault();

effect(() => {
  if (Object.keys(all.value).length > 0) globalThis.addEventListener('beforeunload', ask);
  else globalThis.removeEventListener('beforeunload', ask);
});
