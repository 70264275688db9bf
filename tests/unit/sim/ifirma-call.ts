import { createClock, type SimClock } from '../../sim/clock.ts';
import type { SimHandler, SimResponse } from '../../sim/http.ts';
import type { AccountOptions } from '../../sim/ifirma/account.ts';
import { createIfirma, type IfirmaSim, TEST_KEYS, TEST_LOGIN } from '../../sim/ifirma/index.ts';
import { type KeyName, type Keys, signedHeader } from '../../sim/ifirma/signature.ts';

/** The noon of the worked examples. */
export const EXAMPLE_DAY = '2026-11-22T12:00:00+01:00';

export interface Call {
  readonly method?: string;
  /** Below `/iapi/`, with query. */
  readonly target: string;
  readonly keyName?: KeyName;
  readonly body?: unknown;
  /** The exact bytes instead of `body`. */
  readonly bytes?: Buffer;
  /** Beside or instead of what a right client sends; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly login?: string;
  readonly keys?: Keys;
}

/** One signed request straight into the stand-in, without a wire. */
export const sendTo = async (handler: SimHandler, call: Call): Promise<SimResponse> => {
  const { body, target, keyName = 'faktura', login = TEST_LOGIN, keys = TEST_KEYS } = call;
  const bytes = call.bytes ?? (body === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(body)));
  const method = call.method ?? (bytes.length === 0 ? 'GET' : 'POST');
  const url = new URL(`https://www.ifirma.pl/iapi/${target}`);
  const wire = `/iapi/${target}`;
  const [path = ''] = wire.split('?');
  const headers: Record<string, string> = {};
  const wanted = {
    authentication: signedHeader(keys[keyName] ?? '', {
      url: `https://www.ifirma.pl${path}`,
      login,
      keyName,
      body: bytes,
    }),
    ...(method === 'GET' ? {} : { 'content-type': 'application/json; charset=UTF-8' }),
    ...call.headers,
  };
  for (const [name, content] of Object.entries(wanted)) if (content !== undefined) headers[name] = content;
  return handler({ method, url, target: wire, headers, body: bytes });
};

export interface Envelope {
  readonly Kod: number;
  readonly Informacja: string;
  readonly Identyfikator?: string;
  /** Rows of a list. */
  readonly Wynik: readonly Readonly<Record<string, unknown>>[];
  readonly [other: string]: unknown;
}

/** An answer as most tests expect it: the envelope, or a document at top level. What is not there shows in the expectation. */
export interface Json {
  readonly response: Envelope;
  readonly [other: string]: unknown;
}

export const jsonOf = (response: SimResponse): Json => JSON.parse(response.body.toString());

/** undefined for an answer without one, as of a single document. */
export const kodOf = ({ response }: Partial<Json>): number | undefined => response?.Kod;

export interface Tried {
  readonly ifirma: IfirmaSim;
  readonly clock: SimClock;
  send(call: Call): Promise<SimResponse>;
  /** The parsed answer. */
  ask(call: Call): Promise<Json>;
  /** POSTs a document and gives the envelope. */
  post(target: string, body: unknown): Promise<Envelope>;
  /** POSTs a document that has to be booked and gives its identifier. */
  book(target: string, body: unknown): Promise<string>;
}

/** A stand-in whose clock stands still at the day of the examples. */
export const tried = (user: Partial<AccountOptions> = {}): Tried => {
  const clock = createClock();
  clock.freeze(EXAMPLE_DAY);
  const ifirma = createIfirma({ clock, users: [{ login: TEST_LOGIN, keys: TEST_KEYS, ...user }] });
  const send = (call: Call): Promise<SimResponse> => sendTo(ifirma.handler, call);
  const ask = async (call: Call): Promise<Json> => jsonOf(await send(call));
  const keyNameOf = (target: string): KeyName => (target.startsWith('rachunek') ? 'rachunek' : 'faktura');
  const post: Tried['post'] = async (target, body) =>
    (await ask({ target, method: 'POST', body, keyName: keyNameOf(target) })).response;
  return {
    ifirma,
    clock,
    send,
    ask,
    post,
    async book(target, body) {
      const answer = await post(target, body);
      if (answer.Kod !== 0 || answer.Identyfikator === undefined)
        throw new Error(`not booked: ${answer.Kod} ${answer.Informacja}`);
      return answer.Identyfikator;
    },
  };
};
