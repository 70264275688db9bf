/** Time that passes only while everybody sleeps: whoever sleeps least is woken first, alone, so that a run can be repeated. */
export interface VirtualTime {
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Somebody else who does something meanwhile. */
  start(life: () => Promise<void>): void;
  /** Until nobody does anything any more. */
  run(): Promise<void>;
}

export function createVirtualTime(): VirtualTime {
  const asleep: { readonly at: number; readonly wake: () => void }[] = [];
  const failures: unknown[] = [];
  let now = 0;
  let awake = 0;

  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((wake) => {
        asleep.push({ at: now + Math.max(0, ms), wake });
        awake -= 1;
      }),
    start(life) {
      awake += 1;
      void life()
        .catch((error: unknown) => failures.push(error))
        .finally(() => {
          awake -= 1;
        });
    },
    async run() {
      for (;;) {
        // What was begun ends by itself: a hash is reckoned on another thread.
        while (awake > 0) await new Promise(setImmediate);
        const [failure] = failures;
        if (failure !== undefined) throw failure;
        const next = asleep.reduce<(typeof asleep)[number] | null>(
          (first, each) => (first === null || each.at < first.at ? each : first),
          null,
        );
        if (next === null) return;
        asleep.splice(asleep.indexOf(next), 1);
        now = next.at;
        awake += 1;
        next.wake();
      }
    },
  };
}
