/** Time, handed in so that a test can move it. */
export interface Clock {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** A moment that does not come: what waits for a person waits until then. */
export const NEVER = Number.MAX_SAFE_INTEGER;
