/** A worker without an open event is stopped 30 s after its last one, in the middle of a `fetch` (measured); an API call counts as one. */

const EVERY_MS = 20_000;

export function pulse(call: () => Promise<unknown>): () => () => void {
  let open = 0;
  let timer: ReturnType<typeof setInterval> | undefined;
  return () => {
    open += 1;
    timer ??= setInterval(() => void call().catch(() => undefined), EVERY_MS);
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      open -= 1;
      if (open > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  };
}
