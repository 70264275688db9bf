/** What rules have done, page after page; read anew when something changes, as far as it was shown. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { RunsPage } from '../../../utils/messages';
import type { ViewReason } from '../../../utils/texts/reasons';
import type { Answer, Ask } from '../../ask';
import { usePage } from '../../form/page';
import { useWatched } from './use-watched';

export interface Runs {
  /** null: not read yet. */
  readonly page: RunsPage | null;
  readonly problem: ViewReason | null;
  /** Reads again, and keeps what is shown until then. */
  readonly again: () => void;
  readonly older: () => void;
}

export function useRuns(panel: string): Runs {
  const { ask } = usePage();
  const [page, setPage] = useState<RunsPage | null>(null);
  const [problem, setProblem] = useState<ViewReason | null>(null);
  const turn = useRef(0);
  const shown = useRef(0);

  /** @param least how many are wanted, where there are as many. */
  const read = useCallback(
    async (least: number): Promise<void> => {
      turn.current += 1;
      const mine = turn.current;
      const answer = await readRuns(ask, panel, least);
      if (mine !== turn.current) return;
      setProblem(answer.ok ? null : answer.reason);
      if (!answer.ok) return;
      shown.current = answer.value.runs.length;
      setPage(answer.value);
    },
    [ask, panel],
  );

  const again = useCallback(() => void read(shown.current), [read]);
  useEffect(() => {
    again();
    return () => {
      turn.current += 1;
    };
  }, [again]);
  useWatched(again);

  return { page, problem, again, older: () => void read(shown.current + 1) };
}

/** From the newest on, until as many are there as are wanted. */
async function readRuns(ask: Ask, panel: string, least: number): Promise<Answer<RunsPage>> {
  let answer = await ask('rules.runs', { panel, before: null });
  while (answer.ok && answer.value.next !== null && answer.value.runs.length < least) {
    const { runs, next } = answer.value;
    const older = await ask('rules.runs', { panel, before: next });
    answer = older.ok ? { ok: true, value: { ...older.value, runs: [...runs, ...older.value.runs] } } : older;
  }
  return answer;
}
