import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { createServer as createHttp2Server, type Http2ServerRequest } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { ifirmaCertificate, secureContextOf } from './certificate.ts';
import { createClock, type SimClock } from './clock.ts';
import { exchange, type Outcome } from './exchange.ts';
import { createSwitchboard, type Protocol, type Switchboard } from './faults.ts';
import { entryFor, type HostPattern } from './hosts.ts';
import type { SimHandler, SimRequest, SimResponse } from './http.ts';
import { createRequestLog, type RequestLog, rememberWire } from './requests.ts';

/**
 * One TLS port on loopback for all services: ALPN decides between HTTP/1.1 and HTTP/2, the host name decides which stand-in answers.
 * TLS, HTTP/1.1 and HTTP/2 are three servers put together by hand, because only so the raw socket below an HTTP/2 session can be
 * broken without a parting GOAWAY.
 */
export interface SimServer {
  readonly port: number;
  readonly faults: Switchboard;
  readonly requests: RequestLog;
  readonly clock: SimClock;
  close(): Promise<void>;
}

export interface SimServerOptions {
  /** By exact host name or `*.sellasist.pl`. */
  readonly handlers: Readonly<Record<HostPattern, SimHandler>>;
  readonly port?: number;
  readonly clock?: SimClock;
  readonly faults?: Switchboard;
}

interface Connection {
  readonly id: number;
  readonly socket: TLSSocket;
  /** The TCP socket below: only this one can be reset. */
  readonly raw: Socket | undefined;
  readonly protocol: Protocol;
  requests: number;
}

type AnyRequest = IncomingMessage | Http2ServerRequest;
/** What HTTP/1.1 and HTTP/2 responses have in common; the overloads of the two do not fit into one call. */
interface Answering {
  writeHead(status: number, headers: Readonly<Record<string, string>>): unknown;
  write(chunk: Buffer, then: () => void): boolean;
  end(chunk: Buffer): unknown;
  once(event: 'close', listener: () => void): unknown;
}

const bodyOf = async (request: AnyRequest): Promise<Buffer | null> => {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Buffer);
  } catch {
    return null;
  }
  return request.complete ? Buffer.concat(chunks) : null;
};

const headersOf = (request: AnyRequest): Record<string, string> => {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined) continue;
    headers[name] = Array.isArray(value) ? value.join(', ') : String(value);
  }
  return headers;
};

const unknownHost: SimHandler = ({ url }) => ({
  status: 421,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: `no stand-in for ${url.hostname}`,
});

const crashed = (error: unknown): SimResponse => ({
  status: 500,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'x-stand-in': 'crashed' },
  body: error instanceof Error ? (error.stack ?? error.message) : String(error),
});

const bodiless = (status: number): boolean => status === 204 || status === 304;

const write = (response: Answering, { status, headers, body }: SimResponse, isHead: boolean): void => {
  const bytes = Buffer.from(body);
  const all = bodiless(status) ? { ...headers } : { ...headers, 'content-length': String(bytes.length) };
  response.writeHead(status, all);
  if (isHead || bodiless(status)) response.end(Buffer.alloc(0));
  else response.end(bytes);
};

const writeHalf = (response: Answering, { status, headers, body }: SimResponse, then: () => void): void => {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': String(bytes.length) });
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => setTimeout(then, 20));
};

export const startServer = async (options: SimServerOptions): Promise<SimServer> => {
  const { handlers, port = 0, clock = createClock(), faults = createSwitchboard() } = options;
  const byHost = new Map(Object.entries(handlers));
  const requests = createRequestLog();
  const connections = new WeakMap<object, Connection>();
  const sockets = new Set<TLSSocket>();
  let lastConnection = 0;

  const breakConnection = ({ socket, raw }: Connection, reset: boolean): void => {
    if (reset) raw?.resetAndDestroy();
    socket.destroy();
  };

  const settle = (connection: Connection, response: Answering, outcome: Outcome, isHead: boolean): void => {
    switch (outcome.kind) {
      case 'answer':
        write(response, outcome.response, isHead);
        return;
      case 'drop':
        breakConnection(connection, outcome.reset);
        return;
      case 'cut':
        writeHalf(response, outcome.response, () => breakConnection(connection, outcome.reset));
        return;
      default:
        outcome satisfies never;
    }
  };

  const serve = async (connection: Connection, request: AnyRequest, response: Answering): Promise<void> => {
    const reused = connection.requests++ > 0;
    const headers = headersOf(request);
    const header = (name: string): string | undefined => headers[name];
    const target = request.url ?? '/';
    const authority = header(':authority') ?? header('host') ?? '';
    const host = authority.replace(/:\d+$/, '').toLowerCase();
    const method = request.method ?? 'GET';
    const url = URL.parse(`https://${host}${target}`);
    if (url === null) {
      write(response, { status: 400, body: 'no such address' }, false);
      return;
    }
    const body = await bodyOf(request);
    // A request whose body never arrived whole is no request: no service works on it.
    if (body === null) return;
    let gone = false;
    response.once('close', () => {
      gone = true;
    });
    const facts = { host, method, target, reused, hasLength: header('content-length') !== undefined, body };
    const firing = faults.take(facts);
    const recorded = requests.add({
      host,
      method,
      target,
      protocol: connection.protocol,
      connection: connection.id,
      reused,
      at: clock.now(),
      headers,
      body,
      faults: firing.map(({ id }) => id),
      status: null,
      state: 'running',
      endedAt: null,
    });
    const simRequest: SimRequest = { method, url, target, headers, body };
    rememberWire(simRequest, recorded);
    const handler = entryFor(byHost, host) ?? unknownHost;
    const outcome = await exchange(simRequest, handler, firing).catch(
      (error: unknown): Outcome => ({ kind: 'answer', response: crashed(error) }),
    );
    recorded.endedAt = clock.now();
    if (gone) {
      recorded.state = 'gone';
      return;
    }
    recorded.state = outcome.kind === 'answer' ? 'answered' : 'dropped';
    recorded.status = outcome.kind === 'drop' ? null : outcome.response.status;
    settle(connection, response, outcome, method === 'HEAD');
  };

  /** A bug of the server itself: seen in the output, and the client gets no answer at all. */
  const answer = (connection: Connection, request: AnyRequest, response: Answering): void => {
    serve(connection, request, response).catch((error: unknown) => {
      process.emitWarning(error instanceof Error ? error : String(error));
      connection.socket.destroy();
    });
  };

  const http1 = createHttpServer({ keepAliveTimeout: 120_000 }, (request, response) => {
    const connection = connections.get(request.socket);
    if (connection !== undefined) answer(connection, request, response);
  });
  const http2 = createHttp2Server((request, response) => {
    const { session } = request.stream;
    const connection = session === undefined ? undefined : connections.get(session);
    if (connection !== undefined) answer(connection, request, response);
  });
  // A client that goes away in the middle is part of the trials, not a failure of the server.
  const ignore = (): void => {};
  http1.on('clientError', (_error, socket) => socket.destroy());
  http2.on('sessionError', ignore);

  const tls = createTlsServer({
    ...ifirmaCertificate,
    SNICallback: (serverName, done) => done(null, secureContextOf(serverName)),
    ALPNCallback: ({ servername, protocols }) =>
      faults.protocolsOf(servername.toLowerCase()).find((each) => protocols.includes(each)),
  });
  tls.on('tlsClientError', ignore);
  const rawSockets = new Map<number | undefined, Socket>();
  tls.on('connection', (raw) => {
    const port = raw.remotePort;
    rawSockets.set(port, raw);
    raw.on('close', () => {
      if (rawSockets.get(port) === raw) rawSockets.delete(port);
    });
  });
  tls.on('secureConnection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', ignore);
    const protocol: Protocol = socket.alpnProtocol === 'h2' ? 'h2' : 'http/1.1';
    const connection: Connection = {
      id: ++lastConnection,
      socket,
      raw: rawSockets.get(socket.remotePort),
      protocol,
      requests: 0,
    };
    if (protocol === 'h2') {
      http2.once('session', (session) => connections.set(session, connection));
      http2.emit('connection', socket);
    } else {
      connections.set(socket, connection);
      http1.emit('connection', socket);
    }
  });
  await new Promise<void>((resolve, reject) => {
    tls.once('error', reject);
    tls.listen(port, '127.0.0.1', resolve);
  });

  return {
    port: (tls.address() as AddressInfo).port,
    faults,
    requests,
    clock,
    close: () =>
      new Promise((resolve) => {
        faults.clear();
        tls.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};
