import type { HttpOutcome, HttpRequest, Transport } from '../../../utils/http/transport.ts';

/** A transport that answers every request alike and remembers what it was asked. */
export function fakeTransport(outcome: HttpOutcome): {
  readonly transport: Transport;
  readonly requests: readonly HttpRequest[];
} {
  const requests: HttpRequest[] = [];
  return {
    requests,
    transport: async (request) => {
      requests.push(request);
      return outcome;
    },
  };
}

export function answer(
  body: string | Uint8Array<ArrayBuffer>,
  changes: Partial<Extract<HttpOutcome, { kind: 'answer' }>> = {},
): HttpOutcome {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return { kind: 'answer', status: 200, contentType: 'application/json', retryAfterMs: null, bytes, ...changes };
}

export function json(content: unknown, status = 200): HttpOutcome {
  return answer(JSON.stringify(content), { status });
}
