import { type ClientHttp2Session, connect } from 'node:http2';
import { Agent, type AgentOptions, request as httpsRequest } from 'node:https';

/** A small client for the stand-ins: HTTP/1.1 with one agent, HTTP/2 with one session; the host name is the service's real one. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

export interface WireRequest {
  readonly host: string;
  readonly target: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Without Content-Length. */
  readonly chunked?: boolean;
}

export interface WireClient {
  send(request: WireRequest): Promise<WireAnswer>;
  close(): void;
}

const flat = (headers: Readonly<Record<string, unknown>>): Headers =>
  new Headers(
    Object.entries(headers)
      .filter(([name]) => !name.startsWith(':'))
      .map(([name, value]) => [name, String(value)]),
  );

/** One connection at a time, kept alive: a second request reuses the first one's. */
export const http1Client = (port: number, options: AgentOptions = {}): WireClient => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1, ...options });
  return {
    send: ({ host, target, method = 'GET', headers = {}, body, chunked = false }) =>
      new Promise((resolve, reject) => {
        const length: Record<string, string> =
          body === undefined || chunked ? {} : { 'content-length': String(Buffer.byteLength(body)) };
        const outgoing = httpsRequest(
          {
            agent,
            host: '127.0.0.1',
            port,
            servername: host,
            path: target,
            method,
            headers: { host, ...length, ...headers },
            rejectUnauthorized: false,
          },
          (incoming) => {
            const chunks: Buffer[] = [];
            incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
            incoming.on('error', reject);
            incoming.on('end', () => {
              resolve({
                status: incoming.statusCode ?? 0,
                headers: flat(incoming.headers),
                body: Buffer.concat(chunks),
              });
            });
          },
        );
        outgoing.on('error', reject);
        if (body !== undefined && chunked) outgoing.write(body);
        outgoing.end(chunked ? undefined : body);
      }),
    close: () => agent.destroy(),
  };
};

export const http2Client = (port: number, host: string): WireClient => {
  let session: ClientHttp2Session | null = null;
  const open = (): ClientHttp2Session => {
    if (session === null || session.destroyed || session.closed) {
      session = connect(`https://${host}`, {
        host: '127.0.0.1',
        port,
        servername: host,
        rejectUnauthorized: false,
      });
      session.on('error', () => {});
    }
    return session;
  };
  return {
    send: ({ host: authority, target, method = 'GET', headers = {}, body }) =>
      new Promise((resolve, reject) => {
        const stream = open().request({
          ':authority': authority,
          ':path': target,
          ':method': method,
          ...headers,
        });
        let status = 0;
        let received = new Headers();
        const chunks: Buffer[] = [];
        let ended = false;
        stream.on('response', (answer) => {
          status = answer[':status'] ?? 0;
          received = flat(answer);
        });
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          ended = true;
        });
        stream.on('error', reject);
        stream.on('close', () => {
          const body = Buffer.concat(chunks);
          const length = method === 'HEAD' ? body.length : Number(received.get('content-length') ?? body.length);
          if (!ended || status === 0 || length !== body.length)
            reject(new Error('the session broke before the answer was whole'));
          else resolve({ status, headers: received, body });
        });
        stream.end(body);
      }),
    close: () => session?.destroy(),
  };
};
