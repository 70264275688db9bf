/** A list of transfers, page by page, kept as it is in the ledger. */
import { useEffect, useRef } from 'preact/hooks';
import type { DocumentView } from '../../utils/messages';
import type { Answer, Ask } from '../ask';
import { type Asked, useAsked } from '../form/asked';
import { usePage } from '../form/page';

export interface Rows {
  readonly rows: readonly DocumentView[];
  /** Of those not shown as well; null: nobody has counted. */
  readonly total: number | null;
  readonly hasMore: boolean;
}

export interface RowsAsking {
  readonly asked: Asked<Rows>;
  readonly again: () => void;
  readonly more: () => void;
}

type ListName = 'errors' | 'queue' | 'recent';

/** Bulk work writes many transfers a second; the list follows at this pace. */
const PACE_MS = 250;

/** Which of a list: of one panel (null: of all), and of one cause. */
export interface OfRows {
  readonly panel: string | null;
  readonly cause?: string;
}

/** The first pages again, so that what the person has opened so far stays open when something changes. */
const readPages = async (ask: Ask, list: ListName, of: OfRows, pages: number): Promise<Answer<Rows>> => {
  const rows: DocumentView[] = [];
  let before: number | null = null;
  let total: number | null = null;
  for (let page = 0; page < pages; page += 1) {
    const answer: Awaited<ReturnType<typeof ask<'errors'>>> = await ask(list, { ...of, before });
    if (!answer.ok) return answer;
    rows.push(...answer.value.rows);
    before = answer.value.next;
    total = answer.value.total;
    if (before === null) break;
  }
  return { ok: true, value: { rows, total, hasMore: before !== null } };
};

export function useRows(list: ListName, of: OfRows): RowsAsking {
  const { ask } = usePage();
  const pages = useRef(1);
  const about = `${list} ${of.panel ?? ''} ${of.cause ?? ''}`;
  const { asked, again } = useAsked(about, () => readPages(ask, list, of, pages.current));
  useFollowed(again);

  const more = (): void => {
    pages.current += 1;
    again();
  };
  return { asked, again, more };
}

/** Asks again when something has changed. */
export function useFollowed(again: () => void): void {
  const { watch } = usePage();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = watch(null, () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        again();
      }, PACE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [watch, again]);
}
