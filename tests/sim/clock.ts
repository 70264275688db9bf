/** The stand-ins' own time: real by default; a test sets it, stops it or moves it on. */
export interface SimClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Goes on ticking from this instant. */
  set(instant: string | number): void;
  /** Stands still at this instant until the next `set`, `advance` or `reset`. */
  freeze(instant: string | number): void;
  advance(ms: number): void;
  /** Real time again. */
  reset(): void;
}

export const createClock = (realNow: () => number = Date.now): SimClock => {
  let offset = 0;
  let frozen: number | null = null;
  const millisecondsOf = (instant: string | number): number => {
    const ms = typeof instant === 'number' ? instant : Date.parse(instant);
    if (!Number.isFinite(ms)) throw new RangeError(`not an instant: ${instant}`);
    return ms;
  };
  return {
    now: () => frozen ?? realNow() + offset,
    set(instant) {
      offset = millisecondsOf(instant) - realNow();
      frozen = null;
    },
    freeze(instant) {
      frozen = millisecondsOf(instant);
    },
    advance(ms) {
      if (frozen === null) offset += ms;
      else frozen += ms;
    },
    reset() {
      offset = 0;
      frozen = null;
    },
  };
};

const warsaw = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Warsaw',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar date in Poland, `RRRR-MM-DD`: what both services mean by a date. */
export const dateInWarsaw = (ms: number): string => warsaw.format(ms);
