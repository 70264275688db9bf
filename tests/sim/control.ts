import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The switchboard for another process: plain HTTP and JSON on a loopback port of its own. What can be asked is a table of
 * routes; this file only carries. A wrong question is answered 400 with its reason, never ignored.
 */
export interface ControlCall {
  /** What the groups of the route's pattern caught. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  /** The parsed body; null when there is none. */
  readonly body: unknown;
}

/** Whatever it returns is the answer's JSON; what it throws is a 400. */
export type ControlRoute = readonly [method: string, path: RegExp, run: (call: ControlCall) => unknown];

export interface Control {
  readonly port: number;
  close(): Promise<void>;
}

const textOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

export const startControl = async (routes: readonly ControlRoute[], port = 0): Promise<Control> => {
  const answer = async (request: IncomingMessage): Promise<{ status: number; content: unknown }> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const text = await textOf(request);
    for (const [method, pattern, run] of routes) {
      const match = pattern.exec(url.pathname);
      if (match === null || method !== request.method) continue;
      try {
        const body: unknown = text === '' ? null : JSON.parse(text);
        const content: unknown = await run({ parts: match.slice(1), query: url.searchParams, body });
        return { status: 200, content: content ?? null };
      } catch (error) {
        return { status: 400, content: { error: error instanceof Error ? error.message : String(error) } };
      }
    }
    return { status: 404, content: { error: `no such command: ${request.method} ${url.pathname}` } };
  };
  const server = createServer((request, response) => {
    void answer(request).then(({ status, content }) => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify(content));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
