import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type OnceTools, observedProtocols, sendOnce } from '../../../utils/http/send-once.ts';

const URL_OF_POST = 'https://www.ifirma.pl/iapi/fakturakraj.json';
const BODY = '{"Uwagi":"Prezent 🎁 dla Zosi"}';

interface Call {
  readonly url: string;
  readonly init: RequestInit & { readonly duplex?: string };
}

function init(): RequestInit {
  return {
    method: 'POST',
    headers: { Authentication: 'IAPIS user=a, hmac-sha1=0' },
    credentials: 'omit',
    redirect: 'manual',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: new AbortController().signal,
  };
}

/** A `fetch` whose POST is answered when the test says so; the decoy hangs until it is aborted. */
function trying(protocol: string) {
  const calls: Call[] = [];
  let answer = (_response: Response): void => undefined;
  let refuse = (_error: unknown): void => undefined;
  const post = new Promise<Response>((resolve, reject) => {
    answer = resolve;
    refuse = reject;
  });
  const fetch = ((input, given) => {
    calls.push({ url: String(input), init: given ?? {} });
    if (given?.method === 'POST') return post;
    return new Promise((_resolve, reject) => {
      given?.signal?.addEventListener('abort', () => reject(given.signal?.reason));
    });
  }) as OnceTools['fetch'];
  const sent = sendOnce({ fetch, protocolOf: () => protocol }, URL_OF_POST, init(), BODY);
  return { calls, sent, answer: (response: Response) => answer(response), refuse: (error: unknown) => refuse(error) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each(['h2', 'h3', 'h3-29'])('over %s', (protocol) => {
  it('the body is a stream, which no browser can send a second time', async () => {
    const { calls, sent, answer } = trying(protocol);
    expect(calls).toHaveLength(1);
    const [call] = calls;
    expect(call?.url).toBe(URL_OF_POST);
    expect(call?.init).toMatchObject({ method: 'POST', duplex: 'half', credentials: 'omit', redirect: 'manual' });
    expect(call?.init.body).toBeInstanceOf(ReadableStream);
    expect(await new Response(call?.init.body).text()).toBe(BODY);
    const response = new Response('{}');
    answer(response);
    expect(await sent).toBe(response);
  });
});

describe.each(['http/1.1', ''])('over %j, which may be HTTP/1.1', (protocol) => {
  it('a decoy begins just before the POST, in the same credentials mode, and takes the idle socket', () => {
    const { calls } = trying(protocol);
    expect(calls.map(({ url }) => url)).toEqual(['https://www.ifirma.pl/iapi/', URL_OF_POST]);
    const [decoy, post] = calls;
    expect(decoy?.init).toEqual({
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: expect.any(AbortSignal),
    });
    expect(post?.init).toMatchObject({ method: 'POST', body: BODY });
    expect(post?.init.duplex).toBeUndefined();
    expect(post?.init.signal).not.toBe(decoy?.init.signal);
  });

  it('the decoy is aborted once the POST is under way, so that the socket closes; the POST never is', async () => {
    const { calls, sent, answer } = trying(protocol);
    expect(calls[0]?.init.signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(10);
    expect(calls[0]?.init.signal?.aborted).toBe(true);
    expect(calls[1]?.init.signal?.aborted).toBe(false);
    answer(new Response('{}'));
    expect((await sent).status).toBe(200);
  });

  it('an answer that comes before that aborts it as well', async () => {
    const { calls, sent, answer } = trying(protocol);
    answer(new Response('{}'));
    await sent;
    expect(calls[0]?.init.signal?.aborted).toBe(true);
  });

  it('a POST that fails fails as it did, and leaves no decoy behind', async () => {
    const { calls, sent, refuse } = trying(protocol);
    const failed = expect(sent).rejects.toThrow('Failed to fetch');
    refuse(new TypeError('Failed to fetch'));
    await failed;
    expect(calls[0]?.init.signal?.aborted).toBe(true);
  });

  it('the decoy carries neither the signature nor the text', () => {
    const { calls } = trying(protocol);
    expect(JSON.stringify(calls[0])).not.toMatch(/IAPIS|Uwagi|POST/);
  });
});

it('a decoy that is answered at once is no trouble', async () => {
  const fetch = (async () => new Response('{}')) as OnceTools['fetch'];
  const response = await sendOnce({ fetch, protocolOf: () => 'http/1.1' }, URL_OF_POST, init(), BODY);
  expect(response.status).toBe(200);
});

it.each([
  ['https://www.ifirma.pl/iapi/fakturakraj.json', 'https://www.ifirma.pl/iapi/'],
  ['https://demo.sellasist.pl/api/v1/orders/5?x=1', 'https://demo.sellasist.pl/api/'],
  ['https://demo.sellasist.pl/orders', 'https://demo.sellasist.pl/'],
])('the decoy of %s asks for %s', (url, decoy) => {
  const urls: string[] = [];
  const fetch = ((input) => {
    urls.push(String(input));
    return new Promise(() => undefined);
  }) as OnceTools['fetch'];
  void sendOnce({ fetch, protocolOf: () => '' }, url, init(), BODY);
  expect(urls).toEqual([decoy, url]);
});

describe('the protocol of an origin', () => {
  interface Entry {
    readonly name: string;
    readonly nextHopProtocol: string;
  }
  /** The worker's list of resource timings, as far as it is looked at. */
  function timings() {
    let entries: Entry[] = [];
    const performance = {
      getEntriesByType: (type: string) => (type === 'resource' ? entries : []),
      clearResourceTimings: () => {
        entries = [];
      },
    } as unknown as Performance;
    return { add: (...more: Entry[]) => entries.push(...more), count: () => entries.length, performance };
  }
  const IFIRMA = 'https://www.ifirma.pl';

  it('is not known before its first answer', () => {
    expect(observedProtocols(timings().performance)(IFIRMA)).toBe('');
  });

  it('is the one of its last answer', () => {
    const { add, performance } = timings();
    const protocolOf = observedProtocols(performance);
    add(
      { name: `${IFIRMA}/iapi/faktury.json?dataOd=1`, nextHopProtocol: 'h2' },
      { name: 'https://demo.sellasist.pl/api/v1/orders', nextHopProtocol: 'h3' },
      { name: `${IFIRMA}/iapi/fakturakraj/1.json`, nextHopProtocol: 'http/1.1' },
    );
    expect(protocolOf(IFIRMA)).toBe('http/1.1');
    expect(protocolOf('https://demo.sellasist.pl')).toBe('h3');
    expect(protocolOf('https://sellasist.pl')).toBe('');
  });

  it('is remembered although the list of the browser is kept short', () => {
    const { add, count, performance } = timings();
    const protocolOf = observedProtocols(performance);
    add({ name: `${IFIRMA}/iapi/`, nextHopProtocol: 'h2' });
    expect(protocolOf(IFIRMA)).toBe('h2');
    expect(count()).toBe(0);
    expect(protocolOf(IFIRMA)).toBe('h2');
  });

  it('is not forgotten over a request that was answered by nobody', () => {
    const { add, performance } = timings();
    const protocolOf = observedProtocols(performance);
    add({ name: `${IFIRMA}/iapi/1`, nextHopProtocol: 'h2' }, { name: `${IFIRMA}/iapi/2`, nextHopProtocol: '' });
    expect(protocolOf(IFIRMA)).toBe('h2');
  });
});
