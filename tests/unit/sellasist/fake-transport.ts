import type { HttpOutcome, HttpRequest, Transport } from '../../../utils/http/transport.ts';

export interface FakeTransport {
  readonly transport: Transport;
  readonly requests: HttpRequest[];
}

/** Answers each request by what `reply` says, and remembers what was asked. */
export function fakeTransport(reply: (request: HttpRequest, at: number) => HttpOutcome): FakeTransport {
  const requests: HttpRequest[] = [];
  return {
    requests,
    transport: async (request) => {
      requests.push(request);
      return reply(request, requests.length - 1);
    },
  };
}

export function answer(status: number, body: unknown, retryAfterMs: number | null = null): HttpOutcome {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    kind: 'answer',
    status,
    contentType: 'application/json',
    retryAfterMs,
    bytes: new TextEncoder().encode(text),
  };
}
