import { afterEach, describe, expect, it } from 'vitest';
import type { Protocol } from '../../sim/faults.ts';
import { TEST_KEYS, TEST_LOGIN } from '../../sim/ifirma/index.ts';
import { signedHeader } from '../../sim/ifirma/signature.ts';
import { DEMO_KEY } from '../../sim/sellasist/index.ts';
import { resolverRules, type StandInOptions, type StandIns, startStandIns } from '../../sim/start.ts';
import { http1Client, http2Client, type WireAnswer, type WireClient } from './client.ts';
import { EXAMPLE_DAY } from './ifirma-call.ts';
import { paidConsumer } from './ifirma-examples.ts';

const host = 'www.ifirma.pl';
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const started = async (options: StandInOptions = {}): Promise<StandIns> => {
  const standIns = await startStandIns({ at: EXAMPLE_DAY, ...options });
  closers.push(() => standIns.close());
  return standIns;
};

const clientFor = (protocol: Protocol, port: number): WireClient => {
  const client = protocol === 'h2' ? http2Client(port, host) : http1Client(port);
  closers.push(() => client.close());
  return client;
};

const signed = (client: WireClient, target: string, body = ''): Promise<WireAnswer> =>
  client.send({
    host,
    target,
    method: body === '' ? 'GET' : 'POST',
    headers: {
      authentication: signedHeader(TEST_KEYS.faktura, {
        url: `https://${host}${target.split('?')[0] ?? ''}`,
        login: TEST_LOGIN,
        keyName: 'faktura',
        body: Buffer.from(body),
      }),
      'content-type': 'application/json; charset=UTF-8',
    },
    ...(body === '' ? {} : { body }),
  });

const invoice = JSON.stringify(paidConsumer);
const book = (client: WireClient): Promise<WireAnswer> => signed(client, '/iapi/fakturakraj.json', invoice);
const list = (client: WireClient): Promise<WireAnswer> => signed(client, '/iapi/faktury.json?dataOd=2026-11-22');

describe.each<Protocol>(['http/1.1', 'h2'])('the stand-ins over %s', (protocol) => {
  it('book an invoice and say how it came', async () => {
    const { ifirma, port, clock } = await started();
    const answer = await book(clientFor(protocol, port));
    expect(JSON.parse(answer.body.toString())).toMatchObject({ response: { Kod: 0, Identyfikator: '1244512' } });
    expect(ifirma.booked()).toMatchObject([{ protocol, gross: 14_489, raw: invoice }]);
    expect(Math.abs((ifirma.booked()[0]?.at ?? 0) - clock.now())).toBeLessThan(5000);
  });

  it('book once when the answer is lost on a reused connection, and nothing when it breaks before the work', async () => {
    const { faults, ifirma, port } = await started();
    const client = clientFor(protocol, port);
    await list(client);
    const after = faults.add({
      host,
      connection: 'reused',
      match: { method: 'POST' },
      do: { kind: 'drop', when: 'after' },
    });
    await expect(book(client)).rejects.toThrow();
    expect(ifirma.booked()).toHaveLength(1);
    after.remove();
    faults.add({ host, match: { method: 'POST' }, do: { kind: 'drop', when: 'before' } });
    await expect(book(client)).rejects.toThrow();
    expect(ifirma.booked()).toHaveLength(1);
  });

  it('book although the answer is a Kod 100, cut, empty or a page', async () => {
    const { faults, ifirma, port } = await started();
    const client = clientFor(protocol, port);
    for (const action of [
      { kind: 'kod', kod: 100, when: 'after' },
      { kind: 'truncated' },
      { kind: 'empty', when: 'after' },
      { kind: 'html', when: 'after' },
    ] as const) {
      const fault = faults.add({ host, match: { method: 'POST' }, do: action });
      const { status, body } = await book(client);
      expect(status).toBe(200);
      expect(body.toString()).not.toContain('"Kod":0,"Informacja":"Faktura została pomyślnie dodana.","Identyfikator"');
      fault.remove();
    }
    expect(ifirma.booked()).toHaveLength(4);
  });

  it('serve both services on one port', async () => {
    const { port, sellasist } = await started();
    const panel = 'demo.sellasist.pl';
    const client = protocol === 'h2' ? http2Client(port, panel) : http1Client(port);
    closers.push(() => client.close());
    const { id } = sellasist.addOrder();
    const answer = await client.send({ host: panel, target: `/api/v1/orders/${id}`, headers: { apiKey: DEMO_KEY } });
    expect([answer.status, String(JSON.parse(answer.body.toString()).id)]).toEqual([200, id]);
  });
});

describe('a reset', () => {
  it('empties books, panels, faults and requests and sets the clock back', async () => {
    const standIns = await started();
    const client = clientFor('http/1.1', standIns.port);
    const before = standIns.sellasist;
    await book(client);
    standIns.faults.add({ do: { kind: 'drop' } });
    standIns.clock.advance(86_400_000);
    standIns.reset();
    expect(standIns.ifirma.booked()).toEqual([]);
    expect(standIns.requests()).toEqual([]);
    expect(standIns.sellasist).not.toBe(before);
    expect(standIns.clock.now() - Date.parse(EXAMPLE_DAY)).toBeLessThan(5000);
    expect((await book(client)).status).toBe(200);
  });
});

describe('the rules for the browser', () => {
  it('lead both services to the port', () => {
    expect(resolverRules(4711)).toBe('MAP *.sellasist.pl:443 127.0.0.1:4711, MAP www.ifirma.pl:443 127.0.0.1:4711');
  });
});

describe('the control port', () => {
  const controlled = async (): Promise<{
    standIns: StandIns;
    command(method: string, path: string, body?: unknown): Promise<{ status: number; content: unknown }>;
  }> => {
    const standIns = await started({ control: 0 });
    return {
      standIns,
      command: async (method, path, body) => {
        const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
        const answer = await fetch(`http://127.0.0.1:${standIns.controlPort}${path}`, init);
        return { status: answer.status, content: await answer.json() };
      },
    };
  };

  it('arms, lists and removes faults', async () => {
    const { standIns, command } = await controlled();
    const client = clientFor('http/1.1', standIns.port);
    const fault = { host, match: { method: 'POST', times: 1 }, do: { kind: 'drop', when: 'after' } };
    expect((await command('POST', '/faults', fault)).content).toEqual({ id: 1 });
    await expect(book(client)).rejects.toThrow();
    expect((await command('GET', '/faults')).content).toMatchObject([
      { id: 1, spec: fault, matched: 1, fired: 1, removed: false },
    ]);
    await command('DELETE', '/faults/1');
    expect((await command('GET', '/faults')).content).toMatchObject([{ removed: true }]);
    await command('POST', '/faults', { do: { kind: 'status', status: 503 } });
    await command('DELETE', '/faults');
    expect((await book(client)).status).toBe(200);
  });

  it('lists what was booked and what was asked', async () => {
    const { standIns, command } = await controlled();
    await book(clientFor('h2', standIns.port));
    expect((await command('GET', `/ifirma/booked?login=${encodeURIComponent(TEST_LOGIN)}`)).content).toMatchObject([
      { number: '1/11/2026', gross: 14_489, protocol: 'h2' },
    ]);
    expect((await command('GET', '/requests?method=POST')).content).toMatchObject([
      { host, target: '/iapi/fakturakraj.json', body: invoice, protocol: 'h2', status: 200 },
    ]);
    expect((await command('GET', '/requests?path=korekta')).content).toEqual([]);
    await command('DELETE', '/requests');
    expect((await command('GET', '/requests')).content).toEqual([]);
  });

  it('sets clock, month, switches and protocols', async () => {
    const { standIns, command } = await controlled();
    await command('PUT', '/clock', { freeze: '2026-12-24T12:00:00Z', advance: 1000 });
    expect(new Date(standIns.clock.now()).toISOString()).toBe('2026-12-24T12:00:01.000Z');
    expect((await command('PATCH', '/ifirma/switches', { vatPayer: false })).content).toMatchObject({
      vatPayer: false,
    });
    expect((await command('PATCH', '/ifirma/switches', { vatpayer: false })).status).toBe(400);
    await command('PATCH', '/ifirma/switches', { vatPayer: true });
    await command('PUT', '/ifirma/month', { month: 11, year: 2026 });
    expect((await command('POST', '/ifirma/documents/fakturakraj', paidConsumer)).content).toMatchObject({
      gross: 14_489,
    });
    await command('PUT', '/protocols', { host, protocols: ['http/1.1'] });
    expect(standIns.faults.protocolsOf(host)).toEqual(['http/1.1']);
    await command('POST', '/reset');
    expect([standIns.ifirma.booked(), standIns.faults.protocolsOf(host)]).toEqual([[], ['h2', 'http/1.1']]);
  });

  it('drives the panels', async () => {
    const { standIns, command } = await controlled();
    const { content } = await command('POST', '/sellasist/demo/orders', {});
    expect(content).toMatchObject({ id: expect.any(String) });
    expect((await command('PATCH', '/sellasist/demo/switches', { fileMode: 'append' })).content).toMatchObject({
      fileMode: 'append',
    });
    expect(standIns.sellasist.panel('demo').switches.fileMode).toBe('append');
    expect((await command('PATCH', '/sellasist/demo/switches', { filemode: 'append' })).status).toBe(400);
    expect((await command('GET', '/sellasist/demo/journal')).content).toHaveProperty('writes');
    expect((await command('GET', '/sellasist/nikt/journal')).status).toBe(400);
  });

  it('answers a question that it does not understand with 400 or 404', async () => {
    const { command } = await controlled();
    expect((await command('POST', '/faults', { do: { kind: 'fire' } })).status).toBe(400);
    expect((await command('POST', '/faults', { match: { path: '(' }, do: { kind: 'drop' } })).status).toBe(400);
    expect((await command('GET', '/invoices')).status).toBe(404);
  });
});
