/** A form's state: what is stored, what the person changed, and what came of saving it. */
import { useState } from 'preact/hooks';
import type { ViewReason } from '../../utils/texts/reasons';
import { same } from './same';
import { useUnsaved } from './unsaved';

export type SaveResult<Problems> =
  | { readonly ok: true }
  | { readonly ok: false; readonly problems: Problems }
  | { readonly ok: false; readonly reason: ViewReason };

export type Outcome = 'none' | 'saving' | 'saved' | 'mend' | ViewReason;

export interface Draft<T, Problems> {
  readonly value: T;
  readonly dirty: boolean;
  readonly outcome: Outcome;
  readonly problems: Problems | null;
  readonly set: (patch: Partial<T>) => void;
  readonly submit: () => Promise<void>;
}

/**
 * `save` stores the draft and has the new stored value handed in by the next render. What was typed is dropped after a
 * successful save, secrets first of all; edits made while the save was under way stay.
 */
export function useDraft<T extends object, Problems = never>(
  stored: T,
  save: (draft: T) => Promise<SaveResult<Problems>>,
): Draft<T, Problems> {
  const [edits, setEdits] = useState<T | null>(null);
  const [outcome, setOutcome] = useState<Outcome>('none');
  const [problems, setProblems] = useState<Problems | null>(null);
  const value = edits ?? stored;
  const dirty = edits !== null && !same(edits, stored);
  useUnsaved(dirty);

  const set = (patch: Partial<T>): void => {
    setEdits((now) => ({ ...(now ?? stored), ...patch }));
    setOutcome((now) => (now === 'saving' ? now : 'none'));
  };

  const submit = async (): Promise<void> => {
    if (outcome === 'saving') return;
    setOutcome('saving');
    const sent = value;
    const result = await save(sent);
    if (result.ok) {
      setEdits((now) => (now === null || same(now, sent) ? null : now));
      setProblems(null);
      setOutcome('saved');
    } else if ('problems' in result) {
      setProblems(result.problems);
      setOutcome('mend');
    } else {
      setProblems(null);
      setOutcome(result.reason);
    }
  };

  return { value, dirty, outcome, problems, set, submit };
}
