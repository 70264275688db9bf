/** Keeps a comparison going: part after part, as long as the person stays and does not stop it. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { YearMonth } from '../../../utils/invoice/month-end/types';
import type { ViewReason } from '../../../utils/texts/reasons';
import { usePage } from '../../form/page';
import { advance, begin, extend, type Run, unsettled } from './run';

export type Standing =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reads' }
  /** `until`: epoch milliseconds. */
  | { readonly kind: 'waits'; readonly until: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'problem'; readonly reason: ViewReason }
  | { readonly kind: 'done' };

export interface Comparing {
  /** null: none was begun. */
  readonly run: Run | null;
  readonly at: Standing;
  /**
   * From the beginning; of what did not agree no sum counts that was read before. `isFresh`: of nothing.
   */
  readonly start: (isFresh: boolean) => void;
  readonly stop: () => void;
  /** From where it stands, whether it was stopped, failed, or has used up what it may read by itself. */
  readonly goOn: () => void;
}

/** A sum that was read so long ago may have been changed in the panel since. */
const KEPT_MS = 6 * 3_600_000;

/** @param now epoch milliseconds. */
export function useRun(accountId: string, month: YearMonth, now: () => number): Comparing {
  const { ask } = usePage();
  const [shown, setShown] = useState<{ readonly run: Run | null; readonly at: Standing }>({
    run: null,
    at: { kind: 'idle' },
  });
  const turn = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const leave = useCallback(() => {
    turn.current += 1;
    clearTimeout(timer.current);
  }, []);
  useEffect(() => leave, [leave]);

  const follow = useCallback(
    (from: Run) => {
      leave();
      const mine = turn.current;
      const next = async (run: Run): Promise<void> => {
        const went = await advance(run, ask);
        if (mine !== turn.current) return;
        if (!went.ok) {
          setShown({ run, at: { kind: 'problem', reason: went.reason } });
          return;
        }
        const { notBefore } = went;
        const wait = notBefore - now();
        if (went.run.step.kind === 'done') {
          setShown({ run: went.run, at: { kind: 'done' } });
          return;
        }
        setShown({ run: went.run, at: wait > 0 ? { kind: 'waits', until: notBefore } : { kind: 'reads' } });
        timer.current = setTimeout(() => void next(went.run), Math.max(0, wait));
      };
      setShown({ run: from, at: { kind: 'reads' } });
      void next(from);
    },
    [ask, now, leave],
  );

  const { run } = shown;
  return {
    ...shown,
    start: (isFresh) =>
      follow(
        isFresh
          ? begin(accountId, month, now())
          : begin(accountId, month, Math.max(0, now() - KEPT_MS), run === null ? [] : unsettled(run)),
      ),
    stop: () => {
      leave();
      setShown({ run, at: { kind: 'stopped' } });
    },
    goOn: () => {
      if (run !== null) follow(run.step.kind === 'done' ? extend(run) : run);
    },
  };
}
