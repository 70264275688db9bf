/** The search for what is not in iFirma: part after part, until all is looked at or the person goes elsewhere. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { UnsentCursor, UnsentRow } from '../../../utils/messages';
import type { ViewReason } from '../../../utils/texts/reasons';
import { usePage } from '../../form/page';
import type { Period } from './periods';

export interface Search {
  readonly rows: readonly UnsentRow[];
  /** How many documents and orders were looked at. */
  readonly looked: number;
  /** `waits`: until when (epoch milliseconds) the panel takes no request. */
  readonly at:
    | { readonly kind: 'reads' }
    | { readonly kind: 'waits'; readonly until: number }
    | { readonly kind: 'done' }
    | { readonly kind: 'problem'; readonly reason: ViewReason };
  readonly again: () => void;
}

type Found = Omit<Search, 'again'>;

const BEGINNING: Found = { rows: [], looked: 0, at: { kind: 'reads' } };

/** @param period null: none is chosen. @param now epoch milliseconds. */
export function useSearch(panel: string, period: Period | null, now: () => number): Search {
  const { ask } = usePage();
  const [found, setFound] = useState<Found>(BEGINNING);
  const [turn, setTurn] = useState(0);
  const { from, to } = period ?? { from: '', to: '' };

  useEffect(() => {
    if (from === '') return;
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let cursor: UnsentCursor | null = null;
    let known: Found = BEGINNING;
    setFound(known);

    const show = (next: Found): void => {
      known = next;
      setFound(next);
    };
    const next = async (): Promise<void> => {
      const answer = await ask('unsent', { panel, from, to, cursor });
      if (left) return;
      if (!answer.ok) {
        show({ ...known, at: { kind: 'problem', reason: answer.reason } });
        return;
      }
      const part = answer.value;
      const rows = new Map(known.rows.map((row) => [row.document.key, row]));
      // A document that was issued meanwhile moves the others down the list: what is seen twice is one.
      for (const row of part.rows) rows.set(row.document.key, row);
      const wait = part.notBefore - now();
      const goesOn = part.next !== null;
      show({
        rows: [...rows.values()],
        looked: known.looked + part.looked,
        at: !goesOn ? { kind: 'done' } : wait > 0 ? { kind: 'waits', until: part.notBefore } : { kind: 'reads' },
      });
      cursor = part.next;
      if (goesOn) timer = setTimeout(() => void next(), Math.max(0, wait));
    };
    void next();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [ask, panel, from, to, turn, now]);

  const again = useCallback(() => setTurn((before) => before + 1), []);
  return { ...found, again };
}
