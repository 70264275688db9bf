/** The corrections of an order: few requests, each detail read once (sellasist-api 9.3). */
import { describe, expect, it } from 'vitest';
import { sellasistClient } from '../../../utils/sellasist/client.ts';
import type { KnownDocument } from '../../../utils/sellasist/document-shelf.ts';
import { meetCorrections } from '../../../utils/sellasist/find-corrections.ts';
import { answer, fakeTransport } from './fake-transport.ts';
import { readOrder, sampleDocument } from './samples.ts';

interface Correction {
  readonly id: number;
  readonly orderId?: string;
  readonly issued?: string;
  /** In place of its detail. */
  readonly status?: number;
}

const NEW = '2026-11-21';
const OLD = '2026-01-05';

/** A panel with corrections, newest first, and the search of an order of 2026-11-20. */
function panelWith(corrections: readonly Correction[]) {
  const cache = new Map<string, KnownDocument>();
  const { transport, requests } = fakeTransport(({ url }) => {
    const path = new URL(url).pathname.replace('/api/v1/', '');
    if (path === 'operationdocuments') {
      return answer(
        200,
        corrections.map(({ id }) => ({ id: String(id), type: 'correct', subtype: 'correction', number: `KOR ${id}` })),
      );
    }
    const found = corrections.find(({ id }) => path === `operationdocuments/${id}`);
    if (found === undefined || found.status !== undefined) return answer(found?.status ?? 404, {});
    const { id, orderId = '9', issued = NEW } = found;
    const detail = { id, type: 'correct', subtype: 'correction', number: `KOR ${id}`, order_id: orderId };
    return answer(200, [sampleDocument({ ...detail, issue_date: issued })]);
  });
  return {
    cache,
    meet: () =>
      meetCorrections({
        client: sellasistClient({ transport, panel: 'acme', key: async () => ({ key: 'key' }) }),
        order: readOrder({ date: '2026-11-20 10:00:00' }),
        cache: {
          get: async (ids) => ids.flatMap((id) => cache.get(id) ?? []),
          put: async (rows) => {
            for (const row of rows) cache.set(row.documentId, row);
          },
        },
      }),
    asked: () => requests.splice(0).map(({ url }) => url.replace('https://acme.sellasist.pl/api/v1/', '')),
  };
}

const LIST = 'operationdocuments?type=correct&sort=desc&limit=100&offset=0';

describe('the corrections of the panel', () => {
  it('are read once each, and are remembered with their order', async () => {
    const panel = panelWith([{ id: 81 }, { id: 80, orderId: '1001' }]);
    await panel.meet();
    expect(panel.asked()).toEqual([LIST, 'operationdocuments/81', 'operationdocuments/80']);
    expect(panel.cache.get('80')).toMatchObject({ orderId: '1001', kind: 'correction', number: 'KOR 80' });
    await panel.meet();
    expect(panel.asked()).toEqual([LIST]);
  });

  it('are read five at a time; the next search goes on', async () => {
    const panel = panelWith([90, 89, 88, 87, 86, 85, 84].map((id) => ({ id })));
    await panel.meet();
    expect(panel.asked()).toHaveLength(6);
    await panel.meet();
    expect(panel.asked()).toEqual([LIST, 'operationdocuments/85', 'operationdocuments/84']);
  });

  it('are not looked for past three that are older than the order', async () => {
    const old = [83, 82, 81].map((id) => ({ id, issued: OLD }));
    const panel = panelWith([{ id: 84, issued: OLD }, { id: 85 }, ...old, { id: 70 }]);
    await panel.meet();
    expect([...panel.cache.keys()]).toEqual(['84', '85', '83', '82', '81']);
  });

  it.each([404, 500])('that cannot be read (%d) keep nothing that was learnt from being remembered', async (status) => {
    const panel = panelWith([{ id: 82 }, { id: 81, status }, { id: 80 }]);
    await panel.meet();
    expect([...panel.cache.keys()]).toEqual(status === 404 ? ['82', '80'] : ['82']);
  });
});
