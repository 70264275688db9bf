import { describe, expect, it } from 'vitest';
import {
  createSellasist,
  DEMO_KEY,
  DEMO_KEY_READ_ONLY,
  DEMO_KEY_WITHOUT_DOCUMENTS,
  DEMO_KEY_WITHOUT_FIELDS,
  DEMO_KEY_WITHOUT_ORDERS,
  DRUGI_KEY,
} from '../../sim/sellasist/index.ts';
import { api, put } from './sellasist-ask.ts';

describe('who may ask the Sellasist stand-in', () => {
  it.each([
    ['no key', { key: null }],
    ['a key that nobody has', { key: 'wrong' }],
    ['the key of another account', { key: DRUGI_KEY }],
    ['an account that does not exist', { account: 'nobody' }],
  ])('answers %s with 401 and Unknown user', async (_, asked) => {
    const answer = await api(createSellasist(), '/statuses', asked);
    expect(answer.status).toBe(401);
    expect(answer.json).toEqual({ message: 'Unknown user' });
  });

  it('lets each account in with its own key and shows it its own dictionaries', async () => {
    const sellasist = createSellasist();
    const demo = await api(sellasist, '/payments');
    const drugi = await api(sellasist, '/payments', { account: 'drugi', key: DRUGI_KEY });
    expect(demo.at('1')).toEqual({ id: '2', title: 'Przelew' });
    expect(drugi.at('1')).toEqual({ id: '2', title: 'Gotówka' });
  });

  it.each([
    [DEMO_KEY_WITHOUT_DOCUMENTS, '/operationdocuments'],
    [DEMO_KEY_WITHOUT_DOCUMENTS, '/operationdocuments/77'],
    [DEMO_KEY_WITHOUT_DOCUMENTS, '/operationdocuments_series'],
    [DEMO_KEY_WITHOUT_DOCUMENTS, '/invoices'],
    [DEMO_KEY_WITHOUT_FIELDS, '/orders_fields'],
    [DEMO_KEY_WITHOUT_ORDERS, '/orders'],
    [DEMO_KEY_WITHOUT_ORDERS, '/orders/1001'],
    [DEMO_KEY_WITHOUT_ORDERS, '/orders_logs'],
  ])('refuses %s at %s with 403 while the statuses stay readable', async (key, path) => {
    const sellasist = createSellasist();
    expect((await api(sellasist, path, { key })).status).toBe(403);
    expect((await api(sellasist, path)).status).toBe(200);
    expect((await api(sellasist, '/statuses', { key })).status).toBe(200);
  });

  it('lets a read-only key read an order and not write it', async () => {
    const sellasist = createSellasist();
    const key = DEMO_KEY_READ_ONLY;
    expect((await api(sellasist, '/orders/1001', { key })).status).toBe(200);
    expect((await put(sellasist, '/orders/1001', { status: '4' }, { key })).status).toBe(403);
    expect(sellasist.panel('demo').orders.get('1001')?.statusId).toBe('3');
  });

  it('refuses a session that travels with the key', async () => {
    const answer = await api(createSellasist(), '/statuses', { headers: { cookie: 'FAKE_session=1' } });
    expect(answer.status).toBe(400);
  });

  it('sends no header that would let an ordinary page read the answer', async () => {
    const answer = await api(createSellasist(), '/statuses', { headers: { origin: 'https://example.com' } });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('tells a wrong path from a wrong method', async () => {
    const sellasist = createSellasist();
    expect((await api(sellasist, '/documents')).status).toBe(404);
    expect((await api(sellasist, '/extra-fields')).status).toBe(404);
    expect((await api(sellasist, '/orders/1001', { method: 'DELETE' })).status).toBe(405);
    expect((await api(sellasist, '/operationdocuments', { method: 'POST', body: {} })).status).toBe(405);
  });
});

describe('how often the Sellasist stand-in may be asked', () => {
  it('answers the 61st request of a minute with 429 and says when to come back', async () => {
    let now = 1_000_000;
    const sellasist = createSellasist({ now: () => now });
    for (let i = 0; i < 60; i++) expect((await api(sellasist, '/statuses')).status).toBe(200);
    now += 20_500;
    const refused = await api(sellasist, '/statuses');
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe('40');
    now += 39_500;
    expect((await api(sellasist, '/statuses')).status).toBe(200);
  });

  it('counts any sixty seconds, not the minutes of the clock', async () => {
    let now = 59_000;
    const sellasist = createSellasist({ now: () => now });
    sellasist.panel('demo').switches.requestsPerMinute = 2;
    await api(sellasist, '/statuses');
    await api(sellasist, '/statuses');
    now = 61_000;
    expect((await api(sellasist, '/statuses')).status).toBe(429);
  });

  it('counts each account for itself and a refused request not at all', async () => {
    let now = 0;
    const sellasist = createSellasist({ now: () => now });
    sellasist.panel('demo').switches.requestsPerMinute = 1;
    await api(sellasist, '/statuses');
    now = 30_000;
    expect((await api(sellasist, '/statuses')).status).toBe(429);
    expect((await api(sellasist, '/statuses', { account: 'drugi', key: DRUGI_KEY })).status).toBe(200);
    now = 60_000;
    expect((await api(sellasist, '/statuses')).status).toBe(200);
  });

  it('refuses a second request in flight when told to, and only then', async () => {
    const sellasist = createSellasist();
    const both = () => Promise.all([api(sellasist, '/statuses'), api(sellasist, '/statuses')]);
    expect((await both()).map(({ status }) => status)).toEqual([200, 200]);
    sellasist.panel('demo').switches.oneInFlight = true;
    expect((await both()).map(({ status }) => status)).toEqual([200, 429]);
    expect((await api(sellasist, '/statuses')).status).toBe(200);
  });

  it('does the work before the later latency and after the earlier one', async () => {
    const sellasist = createSellasist();
    const panel = sellasist.panel('demo');
    panel.switches.latencyAfter = 40;
    const slowToAnswer = put(sellasist, '/orders/1001', { status: '4' });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(panel.orders.get('1001')?.statusId).toBe('4');
    await slowToAnswer;
    Object.assign(panel.switches, { latencyAfter: 0, latencyBefore: 40 });
    const slowToWork = put(sellasist, '/orders/1001', { status: '5' });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(panel.orders.get('1001')?.statusId).toBe('4');
    await slowToWork;
    expect(panel.orders.get('1001')?.statusId).toBe('5');
  });
});

describe('what the Sellasist stand-in takes as a body', () => {
  const note = { order_id: 1001, text: 'x' };

  it.each([
    ['another content type', { headers: { 'content-type': 'text/plain' }, body: note }, 400],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'text=x' }, 400],
    ['broken JSON', { body: '{"order_id":1001,' }, 400],
    ['an array', { body: [note] }, 400],
    ['a quote written as \\u0022', { body: '{"order_id":1001,"text":"a \\u0022 b"}' }, 400],
    ['a quote written as \\"', { body: '{"order_id":1001,"text":"a \\" b"}' }, 200],
    ['JSON with its charset', { headers: { 'content-type': 'application/json; charset=UTF-8' }, body: note }, 200],
  ])('judges %s', async (_, asked, status) => {
    const sellasist = createSellasist();
    expect((await api(sellasist, '/notes', { method: 'POST', ...asked })).status).toBe(status);
    expect(sellasist.panel('demo').notes).toHaveLength(status === 200 ? 1 : 0);
  });

  it('refuses a body beyond the limit with 413', async () => {
    const sellasist = createSellasist();
    sellasist.panel('demo').switches.bodyLimit = 100;
    const answer = await put(sellasist, '/orders/1001', { comment: 'x'.repeat(100) });
    expect(answer.status).toBe(413);
  });

  it('answers a write that the account refuses with 200 and an error, and does nothing', async () => {
    const sellasist = createSellasist();
    sellasist.panel('demo').switches.refuseWrites = 'Brak uprawnień';
    const answer = await put(sellasist, '/orders/1001', { status: '4' });
    expect([answer.status, answer.json]).toEqual([200, { status: 'error', message: 'Brak uprawnień' }]);
    expect(sellasist.panel('demo').orders.get('1001')?.statusId).toBe('3');
  });

  it('writes down every request, every write and never the key', async () => {
    const sellasist = createSellasist({ now: () => 5 });
    await api(sellasist, '/orders?limit=1');
    await put(sellasist, '/orders/1001', { status: 99 });
    const { journal } = sellasist.panel('demo');
    expect(journal.requests).toEqual([
      { at: 5, method: 'GET', target: '/api/v1/orders?limit=1', status: 200 },
      { at: 5, method: 'PUT', target: '/api/v1/orders/1001', status: 400 },
    ]);
    expect(journal.writes).toEqual([{ at: 5, method: 'PUT', path: '/orders/1001', body: { status: 99 }, status: 400 }]);
    expect(JSON.stringify(journal)).not.toContain(DEMO_KEY);
  });
});
