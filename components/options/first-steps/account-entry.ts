/** The account of steps 1 and 2: one draft over two sections, saved at once. */
import { useState } from 'preact/hooks';
import type { AccountField, AccountView, FieldProblem } from '../../../utils/messages';
import type { Outcome } from '../../form/draft';
import { usePage } from '../../form/page';
import { same } from '../../form/same';
import { type AccountEdits, draftOf, editsOf, tooLong } from '../account-draft';
import { keep, patchOf, type Typed, typed } from './typed';

export type AccountProblems = Readonly<Partial<Record<AccountField, FieldProblem>>>;

export interface AccountEntry {
  readonly value: AccountEdits;
  readonly dirty: boolean;
  /** The account was saved elsewhere since the person began to type. */
  readonly stale: boolean;
  readonly outcome: Outcome;
  readonly problems: AccountProblems | null;
  /** Who has the series that was asked for. */
  readonly owner: string | undefined;
  readonly set: (patch: Partial<AccountEdits>) => void;
  readonly mark: (problems: AccountProblems) => void;
  /** The account as it is stored now; null when it was not saved. */
  readonly submit: () => Promise<AccountView | null>;
  readonly drop: () => void;
}

export const NEW = 'new';

export function useAccountEntry(account: AccountView | null): AccountEntry {
  const { ask } = usePage();
  const about = account?.id ?? NEW;
  const stored = editsOf(account);
  const revision = account?.revision ?? 0;
  const [outcome, setOutcome] = useState<Outcome>('none');
  const [problems, setProblems] = useState<AccountProblems | null>(null);
  const [owner, setOwner] = useState<string | undefined>(undefined);

  const now: Typed | undefined = typed.value[about];
  const patch = patchOf(now?.patch ?? {}, stored);
  const value: AccountEdits = { ...stored, ...patch };
  const dirty = Object.keys(patch).length > 0;
  const fields = Object.keys(patch) as (keyof AccountEdits)[];
  const isOvertaken = now !== undefined && fields.some((field) => !same(now.base[field], stored[field]));

  const set = (more: Partial<AccountEdits>): void => {
    // Read anew: two fields may change before the next drawing.
    const latest = typed.peek()[about];
    const next = patchOf({ ...latest?.patch, ...more }, stored);
    const begun = isOvertaken && latest !== undefined ? latest : { base: stored, revision };
    keep(about, Object.keys(next).length === 0 ? null : { base: begun.base, revision: begun.revision, patch: next });
    setOutcome((before) => (before === 'saving' ? before : 'none'));
  };

  const fail = (found: AccountProblems, by?: string): null => {
    setProblems(found);
    setOwner(by);
    setOutcome('mend');
    return null;
  };

  const submit = async (): Promise<AccountView | null> => {
    if (outcome === 'saving') return null;
    const sent = value;
    const draft = draftOf(account, sent, isOvertaken && now !== undefined ? now.revision : revision);
    const long = tooLong(draft);
    if (Object.keys(long).length > 0) return fail(long);
    setOutcome('saving');
    const answer = await ask('account.save', draft);
    if (!answer.ok) {
      setProblems(null);
      setOutcome(answer.reason);
      return null;
    }
    if (!answer.value.ok) return fail(answer.value.fields, answer.value.owner);
    const saved = answer.value.value;
    const later = patchOf(typed.peek()[about]?.patch ?? {}, sent);
    keep(about, null);
    if (Object.keys(later).length > 0) keep(saved.id, { base: editsOf(saved), revision: saved.revision, patch: later });
    setProblems(null);
    setOwner(undefined);
    setOutcome('saved');
    return saved;
  };

  const drop = (): void => {
    keep(about, null);
    setProblems(null);
    setOutcome('none');
  };

  const wasRefused = typeof outcome === 'object' && outcome.code === 'account-changed';
  const mark = (found: AccountProblems): void => setProblems(found);
  return { value, dirty, stale: isOvertaken || wasRefused, outcome, problems, owner, set, mark, submit, drop };
}
