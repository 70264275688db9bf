/** A client that asks the stand-in directly, without a network between. */
import type { SimResponse } from '../../sim/http.ts';
import { DEMO_KEY, type Sellasist } from '../../sim/sellasist/index.ts';

export interface Asked {
  readonly method?: string;
  readonly key?: string | null;
  readonly account?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is when it is text, as JSON otherwise. */
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly bytes: Buffer;
  readonly json: unknown;
  /** A part of the parsed body, `carts.0.price`; undefined where there is none. */
  readonly at: (path: string) => unknown;
}

export async function ask(sellasist: Sellasist, path: string, asked: Asked = {}): Promise<Answer> {
  const url = new URL(`https://${asked.account ?? 'demo'}.sellasist.pl${path}`);
  const { key = DEMO_KEY, body } = asked;
  const response = await sellasist.handler({
    method: asked.method ?? 'GET',
    url,
    target: url.pathname + url.search,
    headers: {
      ...(key === null ? {} : { apikey: key }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...asked.headers,
    },
    body: body === undefined ? Buffer.alloc(0) : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  });
  return answerOf(response);
}

/** Below `/api/v1`. */
export const api = (sellasist: Sellasist, path: string, asked?: Asked): Promise<Answer> =>
  ask(sellasist, `/api/v1${path}`, asked);

export const put = (sellasist: Sellasist, path: string, body: unknown, asked: Asked = {}): Promise<Answer> =>
  api(sellasist, path, { ...asked, method: 'PUT', body });

function answerOf(response: SimResponse): Answer {
  const bytes = Buffer.from(response.body);
  const text = bytes.toString('utf8');
  const isJson = response.headers?.['content-type']?.startsWith('application/json') ?? false;
  const json: unknown = isJson ? JSON.parse(text) : null;
  return {
    status: response.status,
    headers: response.headers ?? {},
    text,
    bytes,
    json,
    at: (path) => path.split('.').reduce<unknown>((value, key) => partOf(value, key), json),
  };
}

function partOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined;
}

/** The ids of a list's rows, in their order. */
export function idsOf(answer: Answer): unknown[] {
  return Array.isArray(answer.json) ? answer.json.map((row: unknown) => partOf(row, 'id')) : [];
}
