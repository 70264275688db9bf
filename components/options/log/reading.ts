/** The log as a filter shows it: read part after part until a page is full, all is read, or the person has enough. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { LogCursor, LogFilter, LogRow } from '../../../utils/messages';
import type { ViewReason } from '../../../utils/texts/reasons';
import type { Ask } from '../../ask';
import { usePage } from '../../form/page';

/** How many rows are shown at first, and how many each further press adds. */
const PAGE = 50;
/** A first page that took no more looks than these is read anew by itself when something has happened. */
const CHEAP = 500;
/** Many changes come together. */
const REST_MS = 400;

export interface Shown {
  readonly rows: readonly LogRow[];
  readonly looked: number;
  /** When the last entry that was looked at was written (epoch milliseconds); null: none was. */
  readonly back: number | null;
  /** `page`: there may be more. `stopped`: the person has had enough before the page was full. */
  readonly at: 'reads' | 'page' | 'whole' | 'stopped' | { readonly problem: ViewReason };
}

const BEGINNING: Shown = { rows: [], looked: 0, back: null, at: 'reads' };

interface Reading {
  /** Goes on until the page is full. */
  read(): Promise<void>;
  more(): void;
  stop(): void;
  leave(): void;
}

function createReading(ask: Ask, filter: LogFilter, show: (shown: Shown) => void): Reading {
  let known = BEGINNING;
  let cursor: LogCursor | null = null;
  let wanted = PAGE;
  let isReading = false;
  let isStopped = false;
  let isLeft = false;

  function say(change: Partial<Shown>): void {
    known = { ...known, ...change };
    if (!isLeft) show(known);
  }

  async function part(): Promise<Shown['at']> {
    const answer = await ask('log.page', { filter, before: cursor, limit: wanted - known.rows.length });
    if (!answer.ok) return { problem: answer.reason };
    const { rows, looked, back, next } = answer.value;
    cursor = next;
    known = {
      ...known,
      rows: [...known.rows, ...rows],
      looked: known.looked + looked,
      back: back ?? known.back,
    };
    if (next === null) return 'whole';
    if (known.rows.length >= wanted) return 'page';
    return isStopped ? 'stopped' : 'reads';
  }

  async function read(): Promise<void> {
    if (isReading) return;
    isReading = true;
    isStopped = false;
    let at: Shown['at'] = 'reads';
    while (at === 'reads' && !isLeft) {
      at = await part();
      say({ at });
    }
    isReading = false;
  }

  return {
    read,
    more() {
      wanted = known.rows.length + PAGE;
      say({ at: 'reads' });
      void read();
    },
    stop() {
      isStopped = true;
    },
    leave() {
      isLeft = true;
    },
  };
}

export interface LogReading extends Shown {
  /** Something was written since. */
  readonly isOld: boolean;
  readonly more: () => void;
  readonly stop: () => void;
  readonly again: () => void;
}

export function useLog(filter: LogFilter): LogReading {
  const { ask, watch } = usePage();
  const [shown, setShown] = useState<Shown>(BEGINNING);
  const [isOld, setOld] = useState(false);
  const reading = useRef<Reading | null>(null);
  const latest = useRef(shown);
  latest.current = shown;
  const key = JSON.stringify(filter);

  /** @param quiet what is shown stays until the new answer is here. */
  const begin = useCallback(
    (quiet: boolean) => {
      reading.current?.leave();
      const own = createReading(ask, JSON.parse(key) as LogFilter, setShown);
      reading.current = own;
      setOld(false);
      if (!quiet) setShown(BEGINNING);
      void own.read();
    },
    [ask, key],
  );

  useEffect(() => {
    begin(false);
    return () => reading.current?.leave();
  }, [begin]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      const { rows, looked, at } = latest.current;
      const isCheap = rows.length <= PAGE && looked <= CHEAP && (at === 'page' || at === 'whole');
      if (isCheap) begin(true);
      else setOld(true);
    };
    const unwatch = watch(null, () => {
      clearTimeout(timer);
      timer = setTimeout(look, REST_MS);
    });
    return () => {
      clearTimeout(timer);
      unwatch();
    };
  }, [watch, begin]);

  return {
    ...shown,
    isOld,
    more: () => reading.current?.more(),
    stop: () => reading.current?.stop(),
    again: () => begin(false),
  };
}
