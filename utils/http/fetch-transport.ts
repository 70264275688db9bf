/**
 * The one place that calls `fetch`. No cookies of the merchant's own session, no redirects (a signature is bound to its
 * address, and a key must not follow to another host), no cache.
 */
import { type OnceTools, sendOnce } from './send-once';
import type { HttpOutcome, HttpRequest, Transport } from './transport';

export interface TransportTools extends OnceTools {
  /** `navigator.onLine`: false means surely offline, true means nothing. */
  readonly online: () => boolean;
  /** Keeps the worker awake while a request is open; returns what ends it. */
  readonly pulse: () => () => void;
}

export const FETCH_OPTIONS = {
  credentials: 'omit',
  redirect: 'manual',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit;

export function fetchTransport(tools: TransportTools): Transport {
  return async (request) => {
    if (!tools.online()) return { kind: 'offline' };
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), request.timeoutMs);
    const still = tools.pulse();
    try {
      return await outcomeOf(await answerTo(tools, request, stop.signal));
    } catch {
      // Neither the browser's error nor its text says whether the server worked: only how long we waited is known.
      return { kind: stop.signal.aborted ? 'timeout' : 'network' };
    } finally {
      clearTimeout(timer);
      still();
    }
  };
}

async function answerTo(tools: TransportTools, request: HttpRequest, signal: AbortSignal): Promise<Response> {
  const init: RequestInit = { ...FETCH_OPTIONS, method: request.method, headers: { ...request.headers }, signal };
  if (request.body === null) return tools.fetch(request.url, init);
  if (request.sending === 'once') return sendOnce(tools, request.url, init, request.body);
  return tools.fetch(request.url, { ...init, body: request.body });
}

async function outcomeOf(response: Response): Promise<HttpOutcome> {
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400))
    return { kind: 'redirect' };
  const serverTime = Date.parse(response.headers.get('date') ?? '');
  return {
    kind: 'answer',
    ...(Number.isNaN(serverTime) ? {} : { serverTime }),
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    retryAfterMs: retryAfter(response.headers.get('retry-after')),
    bytes: new Uint8Array(await response.arrayBuffer()),
  };
}

/** `Retry-After` in seconds; a date or nonsense counts as "the server does not say". */
function retryAfter(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text.trim()) ? Number(text) * 1000 : null;
}
