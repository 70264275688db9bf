import { afterEach, describe, expect, it } from 'vitest';
import { createClock } from '../../sim/clock.ts';
import type { FaultSpec, Protocol } from '../../sim/faults.ts';
import type { SimHandler } from '../../sim/http.ts';
import { type SimServer, startServer } from '../../sim/server.ts';
import { http1Client, http2Client, type WireClient } from './client.ts';

const ifirma = 'www.ifirma.pl';
const panel = 'sklep.sellasist.pl';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A stand-in that counts its work, so that a test sees whether a broken request was worked on. */
const started = async (): Promise<{ server: SimServer; worked: string[] }> => {
  const worked: string[] = [];
  const handler: SimHandler = ({ method, url, target, body }) => {
    worked.push(`${method} ${target}`);
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ host: url.hostname, target, got: body.toString('utf8') }),
    };
  };
  const server = await startServer({ handlers: { [ifirma]: handler, '*.sellasist.pl': handler } });
  closers.push(() => server.close());
  return { server, worked };
};

const clientFor = (protocol: Protocol, port: number, host = ifirma): WireClient => {
  const client = protocol === 'h2' ? http2Client(port, host) : http1Client(port);
  closers.push(() => client.close());
  return client;
};

const json = (body: Buffer): unknown => JSON.parse(body.toString('utf8'));
const settled = (promise: Promise<{ status: number }>): Promise<number | 'broken'> =>
  promise.then(
    ({ status }) => status,
    () => 'broken' as const,
  );

describe.each<Protocol>(['http/1.1', 'h2'])('the server over %s', (protocol) => {
  it('hands the untouched target and the real host name to the stand-in of that host', async () => {
    const { server } = await started();
    const client = clientFor(protocol, server.port, panel);
    const target = '/api/v1/orders?name=%C5%81%c3%b3d%C5%BA&x=a+b';
    const answer = await client.send({ host: panel, target, method: 'POST', body: 'zażółć' });
    expect(json(answer.body)).toEqual({ host: panel, target, got: 'zażółć' });
  });

  it('records every request with protocol, connection, reuse and status', async () => {
    const { server } = await started();
    const client = clientFor(protocol, server.port);
    await client.send({ host: ifirma, target: '/one' });
    await client.send({ host: ifirma, target: '/two', method: 'POST', body: '{}' });
    const [one, two] = server.requests.list();
    expect(one).toMatchObject({
      host: ifirma,
      target: '/one',
      protocol,
      reused: false,
      status: 200,
      state: 'answered',
    });
    expect(two).toMatchObject({ target: '/two', method: 'POST', protocol, reused: true, connection: one?.connection });
    expect(two?.body.toString()).toBe('{}');
  });

  it('answers 421 for a host without a stand-in', async () => {
    const { server } = await started();
    const answer = await clientFor(protocol, server.port, 'example.com').send({ host: 'example.com', target: '/' });
    expect(answer.status).toBe(421);
  });

  it('answers 400 for an address that is none', async () => {
    const { server, worked } = await started();
    const answer = await clientFor(protocol, server.port).send({ host: 'a%', target: '/' });
    expect(answer.status).toBe(400);
    expect(worked).toEqual([]);
  });

  it('answers 500 with the stack when a stand-in itself fails', async () => {
    const server = await startServer({
      handlers: {
        [ifirma]: () => {
          throw new Error('a bug of the stand-in');
        },
      },
    });
    closers.push(() => server.close());
    const answer = await clientFor(protocol, server.port).send({ host: ifirma, target: '/' });
    expect(answer.status).toBe(500);
    expect(answer.headers.get('x-stand-in')).toBe('crashed');
    expect(answer.body.toString()).toContain('a bug of the stand-in');
  });

  it.each(['fresh', 'reused'] as const)('drops a %s connection before the work', async (connection) => {
    const { server, worked } = await started();
    const client = clientFor(protocol, server.port);
    if (connection === 'reused') await client.send({ host: ifirma, target: '/warm' });
    const fault = server.faults.add({ connection, match: { method: 'POST' }, do: { kind: 'drop', when: 'before' } });
    expect(await settled(client.send({ host: ifirma, target: '/book', method: 'POST', body: '{}' }))).toBe('broken');
    expect(worked).not.toContain('POST /book');
    expect(fault.fired()).toBe(1);
    expect(server.requests.list({ method: 'POST' })).toMatchObject([
      { status: null, state: 'dropped', reused: connection === 'reused', faults: [fault.id] },
    ]);
  });

  it.each(['fresh', 'reused'] as const)('drops a %s connection after the work', async (connection) => {
    const { server, worked } = await started();
    const client = clientFor(protocol, server.port);
    if (connection === 'reused') await client.send({ host: ifirma, target: '/warm' });
    server.faults.add({ connection, match: { method: 'POST' }, do: { kind: 'drop', when: 'after', reset: true } });
    expect(await settled(client.send({ host: ifirma, target: '/book', method: 'POST', body: '{}' }))).toBe('broken');
    expect(worked.filter((each) => each === 'POST /book')).toHaveLength(1);
  });

  it('leaves a fresh connection alone when the fault is for a reused one, and the other way round', async () => {
    const { server } = await started();
    const reused = server.faults.add({ connection: 'reused', do: { kind: 'drop' } });
    const client = clientFor(protocol, server.port);
    expect(await settled(client.send({ host: ifirma, target: '/1' }))).toBe(200);
    expect(await settled(client.send({ host: ifirma, target: '/2' }))).toBe('broken');
    expect(reused.fired()).toBe(1);
    reused.remove();
    server.faults.add({ connection: 'fresh', do: { kind: 'drop' } });
    expect(await settled(client.send({ host: ifirma, target: '/3' }))).toBe('broken');
  });

  it('goes on after a drop on the next connection', async () => {
    const { server } = await started();
    server.faults.add({ match: { times: 1 }, do: { kind: 'drop' } });
    const client = clientFor(protocol, server.port);
    expect(await settled(client.send({ host: ifirma, target: '/1' }))).toBe('broken');
    expect(await settled(client.send({ host: ifirma, target: '/2' }))).toBe(200);
    expect(server.requests.list().map(({ reused }) => reused)).toEqual([false, false]);
  });

  it('breaks an answer in the middle of its body after the work', async () => {
    const { server, worked } = await started();
    server.faults.add({ do: { kind: 'drop', when: 'midway' } });
    expect(await settled(clientFor(protocol, server.port).send({ host: ifirma, target: '/1' }))).toBe('broken');
    expect(worked).toHaveLength(1);
  });

  it('refuses a body without Content-Length, and only that', async () => {
    const { server, worked } = await started();
    server.faults.add({ do: { kind: 'require-length' } });
    const client = clientFor(protocol, server.port);
    const bare = { host: ifirma, target: '/book', method: 'POST', body: '{}' };
    const length = { 'content-length': '2' };
    expect((await client.send({ ...bare, chunked: true })).status).toBe(411);
    expect(worked).toEqual([]);
    expect((await client.send({ ...bare, headers: length })).status).toBe(200);
    expect((await client.send({ host: ifirma, target: '/read' })).status).toBe(200);
  });
});

const one = async (
  fault: FaultSpec,
): Promise<{
  status: number;
  type: string | null;
  text: string;
  worked: number;
  headers: Headers;
}> => {
  const { server, worked } = await started();
  server.faults.add(fault);
  const { status, headers, body } = await clientFor('http/1.1', server.port).send({ host: ifirma, target: '/iapi/x' });
  return { status, type: headers.get('content-type'), text: body.toString('utf8'), worked: worked.length, headers };
};

describe('a fault', () => {
  it('answers a status with a page of HTML before the work', async () => {
    expect(await one({ do: { kind: 'status', status: 503 } })).toMatchObject({
      status: 503,
      type: 'text/html; charset=utf-8',
      worked: 0,
    });
  });

  it('answers a status with a body of its own after the work', async () => {
    const action = {
      kind: 'status',
      status: 500,
      body: '{"x":1}',
      contentType: 'application/json',
      when: 'after',
    } as const;
    expect(await one({ do: action })).toMatchObject({ status: 500, text: '{"x":1}', worked: 1 });
  });

  it('answers HTML with status 200', async () => {
    const answer = await one({ do: { kind: 'html', when: 'after' } });
    expect(answer).toMatchObject({ status: 200, worked: 1 });
    expect(answer.text).toMatch(/^<!DOCTYPE html>/);
  });

  it('cuts the JSON in half, well framed', async () => {
    const answer = await one({ do: { kind: 'truncated' } });
    expect(answer.status).toBe(200);
    expect(answer.text.startsWith('{"host"')).toBe(true);
    expect(() => JSON.parse(answer.text)).toThrow();
  });

  it('empties the body', async () => {
    expect(await one({ do: { kind: 'empty', when: 'after' } })).toMatchObject({ status: 200, text: '', worked: 1 });
  });

  it('redirects', async () => {
    const answer = await one({ do: { kind: 'redirect', location: 'https://www.ifirma.pl/login' } });
    expect(answer).toMatchObject({ status: 302, worked: 0 });
    expect(answer.headers.get('location')).toBe('https://www.ifirma.pl/login');
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('answers a Kod %s the work', async (when, times) => {
    const answer = await one({ do: { kind: 'kod', kod: 100, text: 'Problem techniczny', when } });
    expect(answer).toMatchObject({ status: 200, worked: times });
    expect(JSON.parse(answer.text)).toEqual({ response: { Kod: 100, Informacja: 'Problem techniczny' } });
  });

  it('answers JSON where a PDF was asked for', async () => {
    const answer = await one({ do: { kind: 'json-instead-of-pdf' } });
    expect(JSON.parse(answer.text)).toEqual({ response: { Kod: 201, Informacja: 'Nie znaleziono faktury' } });
  });

  it('answers 429 with and without Retry-After', async () => {
    const told = await one({ do: { kind: 'too-many', retryAfter: 7 } });
    expect([told.status, told.headers.get('retry-after')]).toEqual([429, '7']);
    const bare = await one({ do: { kind: 'too-many' } });
    expect([bare.status, bare.headers.get('retry-after')]).toEqual([429, null]);
  });

  it('lies about the content type', async () => {
    expect(await one({ do: { kind: 'content-type', value: 'text/plain' } })).toMatchObject({
      type: 'text/plain',
      worked: 1,
    });
  });

  it('delays before and after the work, and several faults act on one request in their order', async () => {
    const { server, worked } = await started();
    server.faults.add({ do: { kind: 'delay', ms: 60 } });
    server.faults.add({ do: { kind: 'delay', ms: 60, when: 'after' } });
    server.faults.add({ do: { kind: 'kod', kod: 100, when: 'after' } });
    const began = performance.now();
    const { body } = await clientFor('http/1.1', server.port).send({ host: ifirma, target: '/' });
    expect(performance.now() - began).toBeGreaterThan(110);
    expect(worked).toHaveLength(1);
    expect(json(body)).toMatchObject({ response: { Kod: 100 } });
  });

  it('holds a request after the work until it is removed', async () => {
    const { server, worked } = await started();
    const fault = server.faults.add({ do: { kind: 'hold', when: 'after' } });
    const answer = clientFor('http/1.1', server.port).send({ host: ifirma, target: '/' });
    await fault.whenFired();
    await expect.poll(() => worked.length).toBe(1);
    expect(server.requests.list()).toMatchObject([{ state: 'running' }]);
    fault.remove();
    expect((await answer).status).toBe(200);
  });

  it('works on a request to its end although the client has left', async () => {
    const { server, worked } = await started();
    const fault = server.faults.add({ do: { kind: 'delay', ms: 80 } });
    const client = http1Client(server.port);
    const answer = settled(client.send({ host: ifirma, target: '/', method: 'POST', body: '{}' }));
    await fault.whenFired();
    client.close();
    expect(await answer).toBe('broken');
    await expect.poll(() => worked.length).toBe(1);
    await expect.poll(() => server.requests.list()[0]?.state).toBe('gone');
  });

  it('fires only on the requests that it is for', async () => {
    const { server } = await started();
    const fault = server.faults.add({
      host: '*.sellasist.pl',
      match: { method: 'PUT', path: '^/api/v1/orders/\\d+', body: 'notes', nth: 2, times: 1 },
      do: { kind: 'status', status: 500 },
    });
    const client = clientFor('http/1.1', server.port);
    const put = async (host: string, target: string, body: string): Promise<number> =>
      (await client.send({ host, target, method: 'PUT', body })).status;
    expect(await put(ifirma, '/api/v1/orders/1', 'notes')).toBe(200);
    expect(await put(panel, '/api/v1/products/1', 'notes')).toBe(200);
    expect(await put(panel, '/api/v1/orders/1', 'status')).toBe(200);
    expect(await put(panel, '/api/v1/orders/1', 'notes')).toBe(200);
    expect(await put(panel, '/api/v1/orders/1', 'notes')).toBe(500);
    expect(await put(panel, '/api/v1/orders/1', 'notes')).toBe(200);
    expect([fault.fired(), server.faults.list()[0]?.matched]).toEqual([1, 3]);
  });
});

describe('the protocols of a host', () => {
  it('are both, and can be narrowed at run time for new connections', async () => {
    const { server } = await started();
    const protocolOf = async (client: WireClient, host: string): Promise<string | undefined> => {
      await client.send({ host, target: '/' });
      return server.requests.list({ host }).at(-1)?.protocol;
    };
    expect(await protocolOf(clientFor('h2', server.port), ifirma)).toBe('h2');
    server.faults.setProtocols(ifirma, ['http/1.1']);
    await expect(clientFor('h2', server.port).send({ host: ifirma, target: '/' })).rejects.toThrow();
    expect(await protocolOf(clientFor('http/1.1', server.port), ifirma)).toBe('http/1.1');
    expect(await protocolOf(clientFor('h2', server.port, panel), panel)).toBe('h2');
  });
});

describe('the clock', () => {
  it('ticks on from where it was set, stands still when frozen, and moves', () => {
    let real = 1_000;
    const clock = createClock(() => real);
    clock.set('2026-11-22T10:00:00Z');
    real += 500;
    expect(new Date(clock.now()).toISOString()).toBe('2026-11-22T10:00:00.500Z');
    clock.freeze('2026-11-22T10:00:00Z');
    real += 500;
    clock.advance(60_000);
    expect(new Date(clock.now()).toISOString()).toBe('2026-11-22T10:01:00.000Z');
    clock.reset();
    expect(clock.now()).toBe(real);
  });
});
