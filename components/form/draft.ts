/**
 * A form's state: what is stored, what the person changed, and what came of saving it.
 *
 * What is stored may change under an open form: another tab saves, another form of the same page saves. A form without edits
 * shows the new value. Edits are never overwritten: they remember what they were made on, and are `stale` once that is no
 * longer what is stored.
 */
import { useEffect, useState } from 'preact/hooks';
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
  /** Somebody else saved what this form is about: saving would be refused. */
  readonly stale: boolean;
  readonly outcome: Outcome;
  readonly problems: Problems | null;
  readonly set: (patch: Partial<T>) => void;
  readonly submit: () => Promise<void>;
  /** Takes all edits back. */
  readonly drop: () => void;
}

interface Edits<T> {
  /** What was stored when the person began; null: a save has just gone through, and what it stored is to be taken. */
  readonly base: T | null;
  readonly revision: number;
  readonly value: T;
}

/**
 * `save` stores the draft and has the new stored value handed in by the next render. What was typed is dropped after a
 * successful save, secrets first of all; edits made while the save was under way stay.
 *
 * `revision` counts the saves of the whole that `stored` is a part of, and `save` is told on which one the edits stand. Where
 * another part was saved meanwhile and this one is as it was, that is the present one: nothing gets mixed by it.
 */
export function useDraft<T extends object, Problems = never>(
  stored: T,
  save: (draft: T, revision: number) => Promise<SaveResult<Problems>>,
  revision = 0,
): Draft<T, Problems> {
  const [edits, setEdits] = useState<Edits<T> | null>(null);
  const [outcome, setOutcome] = useState<Outcome>('none');
  const [problems, setProblems] = useState<Problems | null>(null);

  const edited = edits !== null && !same(edits.value, stored) ? edits : null;
  const isOvertaken = edited !== null && edited.base !== null && !same(edited.base, stored);
  const value = edited?.value ?? stored;
  const dirty = edited !== null;
  useUnsaved(dirty);

  const isFresh = edited !== null && edited.base === null;
  useEffect(() => {
    if (isFresh) setEdits((now) => now && { ...now, base: stored, revision });
  }, [isFresh, stored, revision]);

  const set = (patch: Partial<T>): void => {
    setEdits((now) => {
      const live = now !== null && !same(now.value, stored) ? now : { base: stored, revision, value: stored };
      return { ...live, value: { ...live.value, ...patch } };
    });
    setOutcome((now) => (now === 'saving' ? now : 'none'));
  };

  const submit = async (): Promise<void> => {
    if (outcome === 'saving') return;
    setOutcome('saving');
    const sent = value;
    const result = await save(sent, isOvertaken ? edited.revision : revision);
    if (result.ok) {
      setEdits((now) => (now === null || same(now.value, sent) ? null : { ...now, base: null }));
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

  const drop = (): void => {
    setEdits(null);
    setProblems(null);
    setOutcome('none');
  };

  const wasRefused = typeof outcome === 'object' && outcome.code === 'account-changed';
  return { value, dirty, stale: isOvertaken || wasRefused, outcome, problems, set, submit, drop };
}
