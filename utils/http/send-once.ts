/**
 * A request that the browser cannot repeat by itself.
 *
 * Chromium repeats any request, a POST too, when a *reused* connection breaks before the answer: one `fetch`, two invoices,
 * and the caller sees only the second. What helps depends on the protocol (measured on Chromium 156):
 *
 * - HTTP/2 and 3: a body that is a stream cannot be sent a second time. No Content-Length goes out with it.
 * - HTTP/1.1: streams are not allowed, but only idle sockets are reused. A decoy GET begun just before takes the idle socket,
 *   and aborting it closes that socket; the POST is left with a fresh one, on which nothing is repeated.
 *
 * Neither is a promise of the browser's, so after every POST there is a look for a second invoice with the same mark.
 */

export interface OnceTools {
  readonly fetch: typeof fetch;
  /** How the last answer of this origin travelled: `h2`, `h3`, `http/1.1`, or empty when not known. */
  readonly protocolOf: (origin: string) => string;
}

/**
 * Long enough for the decoy to have taken the idle socket, shorter than any server's answer to it: a decoy that is answered
 * gives its socket back, and a POST that still waits for a fresh one takes it. Measured on a busy machine with 100 breaks each: no
 * repeat when the decoy's answer takes 8 ms or more, some when it takes less; and only while requests to the origin go one
 * at a time, so that there is one idle socket and not several.
 */
const DECOY_MS = 1;

export async function sendOnce(tools: OnceTools, url: string, init: RequestInit, body: string): Promise<Response> {
  const { origin, pathname } = new URL(url);
  if (/^h[23]/.test(tools.protocolOf(origin))) {
    return tools.fetch(url, { ...init, body: streamOf(body), duplex: 'half' } as RequestInit);
  }
  const decoy = new AbortController();
  const folder = pathname.slice(0, pathname.indexOf('/', 1) + 1) || '/';
  const { method: _method, headers: _headers, signal: _signal, ...options } = init;
  const taken = tools.fetch(`${origin}${folder}`, { ...options, signal: decoy.signal }).catch(() => null);
  const sent = tools.fetch(url, { ...init, body });
  setTimeout(() => decoy.abort(), DECOY_MS);
  try {
    return await sent;
  } finally {
    decoy.abort();
    await taken;
  }
}

/**
 * Not `Blob.stream()`: when the session breaks, its pipe brings Chromium's network service down in a third of the cases, and the
 * worker with it; this one does in a twentieth (100 breaks each). What was under way is looked up then, as after any death.
 */
function streamOf(text: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });
}

/** Reads the protocol of an origin's answers from the worker's resource timings, and keeps that list short. */
export function observedProtocols(performance: Performance): (origin: string) => string {
  const known = new Map<string, string>();
  return (origin) => {
    for (const entry of performance.getEntriesByType('resource') as PerformanceResourceTiming[]) {
      if (entry.nextHopProtocol === '') continue;
      known.set(new URL(entry.name).origin, entry.nextHopProtocol);
    }
    performance.clearResourceTimings();
    return known.get(origin) ?? '';
  };
}
