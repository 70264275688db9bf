import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FETCH_OPTIONS, fetchTransport, type TransportTools } from '../../../utils/http/fetch-transport.ts';
import type { HttpRequest } from '../../../utils/http/transport.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const GET: HttpRequest = {
  method: 'GET',
  url: 'https://www.ifirma.pl/iapi/faktury.json?dataOd=2026-11-22',
  headers: { Accept: 'application/json', Authentication: 'IAPIS user=a, hmac-sha1=0' },
  body: null,
  timeoutMs: 30_000,
  sending: 'repeatable',
};
const POST: HttpRequest = { ...GET, method: 'POST', body: '{"Uwagi":"Łódź"}', timeoutMs: 90_000, sending: 'once' };

type Fetch = TransportTools['fetch'];
type Call = readonly [url: string, init: RequestInit];

function trying(fetch: (...call: Call) => Promise<Response>, changes: Partial<TransportTools> = {}) {
  const calls: Call[] = [];
  let open = 0;
  const transport = fetchTransport({
    fetch: (async (input, init) => {
      calls.push([String(input), init ?? {}]);
      return fetch(String(input), init ?? {});
    }) as Fetch,
    online: () => true,
    protocolOf: () => 'h2',
    pulse: () => {
      open += 1;
      return () => {
        open -= 1;
      };
    },
    ...changes,
  });
  return { transport, calls, open: () => open };
}

/** As `fetch` does: pends until the signal aborts, then rejects. */
const never = (_url: string, { signal }: RequestInit): Promise<Response> =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });

/** What `redirect: 'manual'` gives instead of following; no constructor makes one. */
const opaqueRedirect = (): Response =>
  Object.defineProperties(new Response(null), { type: { value: 'opaqueredirect' }, status: { value: 0 } });

describe('a request', () => {
  it('goes out without cookies, redirects, cache and referrer', async () => {
    const { transport, calls } = trying(async () => new Response('{}'));
    await transport(GET);
    expect(calls).toEqual([
      [
        GET.url,
        {
          method: 'GET',
          headers: { ...GET.headers },
          credentials: 'omit',
          redirect: 'manual',
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
          signal: expect.any(AbortSignal),
        },
      ],
    ]);
  });

  it('that may be repeated carries its text as it is', async () => {
    const { transport, calls } = trying(async () => new Response('{}'));
    await transport({ ...POST, method: 'PUT', sending: 'repeatable' });
    expect(calls).toMatchObject([[POST.url, { method: 'PUT', body: POST.body, ...FETCH_OPTIONS }]]);
  });

  it('that may not be repeated goes out as a stream on HTTP/2, under the same options', async () => {
    const { transport, calls } = trying(async () => new Response('{}'));
    await transport(POST);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.[1]).toMatchObject({ method: 'POST', duplex: 'half', ...FETCH_OPTIONS });
    expect(calls[0]?.[1].body).toBeInstanceOf(ReadableStream);
  });
});

describe('an answer', () => {
  it('comes with its bytes, its type and its status, whatever that is', async () => {
    const { transport } = trying(
      async () => new Response('Łódź', { status: 500, headers: { 'content-type': 'text/html' } }),
    );
    expect(await transport(GET)).toEqual({
      kind: 'answer',
      status: 500,
      contentType: 'text/html',
      retryAfterMs: null,
      bytes: new TextEncoder().encode('Łódź'),
    });
  });

  it('without a type has an empty one', async () => {
    const { transport } = trying(async () => new Response(new Uint8Array([1])));
    expect(await transport(GET)).toMatchObject({ contentType: '' });
  });

  it.each([
    ['7', 7000],
    [' 120 ', 120_000],
    ['0', 0],
    ['Sun, 22 Nov 2026 12:00:00 GMT', null],
    ['-1', null],
    ['1.5', null],
    ['99999999', null],
    ['', null],
    [null, null],
  ])('with Retry-After %j is to be waited for %j ms', async (header, retryAfterMs) => {
    const headers: Record<string, string> = header === null ? {} : { 'retry-after': header };
    const { transport } = trying(async () => new Response('', { status: 429, headers }));
    expect(await transport(GET)).toMatchObject({ kind: 'answer', status: 429, retryAfterMs });
  });

  it.each([
    ['Sun, 22 Nov 2026 12:00:00 GMT', Date.UTC(2026, 10, 22, 12)],
    ['yesterday', undefined],
    [null, undefined],
  ])('with Date %j says when it is for the server: %j', async (header, serverTime) => {
    const headers: Record<string, string> = header === null ? {} : { date: header };
    const { transport } = trying(async () => new Response('', { headers }));
    expect(await transport(GET)).toHaveProperty('kind', 'answer');
    expect((await transport(GET)) as { serverTime?: number }).toEqual(
      serverTime === undefined
        ? expect.not.objectContaining({ serverTime: expect.anything() })
        : expect.objectContaining({ serverTime }),
    );
  });
});

describe('what is no answer', () => {
  it.each([
    ['that the browser kept from us', opaqueRedirect],
    ['that came through', () => new Response(null, { status: 302, headers: { location: 'https://evil.example/' } })],
    ['to what was there before', () => new Response(null, { status: 304 })],
  ])('is a redirect %s, and nobody follows', async (_title, response) => {
    const { transport, calls } = trying(async () => response());
    expect(await transport(GET)).toEqual({ kind: 'redirect' });
    expect(calls).toHaveLength(1);
  });

  it.each([
    [299, 'answer'],
    [300, 'redirect'],
    [399, 'redirect'],
    [400, 'answer'],
  ])('begins at HTTP 300 and ends before 400: %i is %s', async (status, kind) => {
    const { transport } = trying(async () => new Response(null, { status }));
    expect((await transport(GET)).kind).toBe(kind);
  });

  it('is a time-out, after exactly the time that was given', async () => {
    const { transport } = trying(never);
    let outcome: unknown = 'pending';
    void transport(GET).then((came) => {
      outcome = came;
    });
    await vi.advanceTimersByTimeAsync(29_999);
    expect(outcome).toBe('pending');
    await vi.advanceTimersByTimeAsync(1);
    expect(outcome).toEqual({ kind: 'timeout' });
  });

  it('is a time-out too when the answer began and never ended', async () => {
    const { transport } = trying(async (_url, { signal }) => {
      const stalled = new ReadableStream({
        start(controller) {
          controller.enqueue(new Uint8Array([1]));
          signal?.addEventListener('abort', () => controller.error(signal.reason));
        },
      });
      return new Response(stalled);
    });
    const coming = transport(GET);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await coming).toEqual({ kind: 'timeout' });
  });

  it.each([
    ['the connection fails', async (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'))],
    [
      'the answer breaks off',
      async () =>
        new Response(
          new ReadableStream({
            pull(controller) {
              controller.error(new TypeError('network error'));
            },
          }),
        ),
    ],
  ])('is a network error when %s, without a word of it', async (_title, fetch) => {
    const { transport } = trying(fetch);
    expect(await transport(GET)).toEqual({ kind: 'network' });
  });

  it('is being offline, and then nothing was begun', async () => {
    const { transport, calls, open } = trying(async () => new Response('{}'), { online: () => false });
    expect(await transport(POST)).toEqual({ kind: 'offline' });
    expect(calls).toEqual([]);
    expect(open()).toBe(0);
  });
});

describe('the worker', () => {
  it('is kept awake from the beginning of a request to its end, whatever the end', async () => {
    for (const fetch of [async () => new Response('{}'), async () => Promise.reject(new TypeError('x')), never]) {
      const { transport, open } = trying(fetch);
      const coming = transport(GET);
      expect(open()).toBe(1);
      await vi.advanceTimersByTimeAsync(30_000);
      await coming;
      expect(open()).toBe(0);
    }
  });

  it('has no clock running after a request', async () => {
    const { transport } = trying(async () => new Response('{}'));
    await transport(GET);
    expect(vi.getTimerCount()).toBe(0);
  });
});
