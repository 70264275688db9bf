/** The record of what a panel sends together: one a panel, changed in one go, and gone once it was read. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../utils/store/batches.ts';
import { exampleEntry, exampleTransfer, openExample, PANEL } from './examples.ts';

const batch = (over: Partial<Batch> = {}): Batch => ({
  panel: PANEL,
  id: 'b1',
  entries: [{ key: 'd77', orderId: '1001', number: 'FV 77', issueDate: '2026-11-20' }],
  placed: 0,
  left: {},
  retry: null,
  startedAt: 1,
  goesOnSince: 1,
  paused: false,
  cancelled: false,
  endedAt: null,
  ...over,
});

describe('the batches', () => {
  it('are one a panel: the next takes the place of the last', async () => {
    const { batches } = await openExample();
    expect(await batches.get(PANEL)).toBeNull();
    await batches.put(batch());
    await batches.put(batch({ id: 'b2' }));
    await batches.put(batch({ panel: 'outlet', id: 'b3' }));
    expect((await batches.all()).map(({ id }) => id).sort()).toEqual(['b2', 'b3']);
    expect(await batches.get(PANEL)).toEqual(batch({ id: 'b2' }));
  });

  it('are changed as they are stored, however many change them at once', async () => {
    const { batches } = await openExample();
    await batches.put(batch());
    await Promise.all(
      Array.from({ length: 10 }, () => batches.change(PANEL, (stored) => ({ ...stored, placed: stored.placed + 1 }))),
    );
    expect(await batches.get(PANEL)).toMatchObject({ placed: 10 });
  });

  it('stay as they are where nothing is to be changed, and where there is none', async () => {
    const { batches } = await openExample();
    expect(await batches.change(PANEL, () => batch())).toEqual({ ok: true, batch: null });
    await batches.put(batch());
    expect(await batches.change(PANEL, () => null)).toEqual({ ok: true, batch: batch() });
  });

  it('go by their id: one that has taken the place meanwhile stays', async () => {
    const { batches } = await openExample();
    await batches.put(batch({ id: 'b2' }));
    await batches.remove(PANEL, 'b1');
    expect(await batches.get(PANEL)).not.toBeNull();
    await batches.remove(PANEL, 'b2');
    expect(await batches.get(PANEL)).toBeNull();
  });
});

describe('transfers', () => {
  it('are read many at once, in the order of the keys, with null where there is none', async () => {
    const { transfers } = await openExample();
    for (const key of ['d1', 'd2', 'd3'] as const) await transfers.create(exampleTransfer({ key, orderId: key }));
    const found = await transfers.many(PANEL, ['d3', 'd9', 'd1']);
    expect(found.map((transfer) => transfer?.key ?? null)).toEqual(['d3', null, 'd1']);
  });

  it('are taken away with a line in the log, and let their sale go', async () => {
    const { transfers, log } = await openExample();
    const sale = `${PANEL}/1001`;
    await transfers.create(exampleTransfer({ sale }));
    const removed = await transfers.remove(
      PANEL,
      'd77',
      () => true,
      ({ key }) => exampleEntry({ key }),
    );
    expect(removed).toMatchObject({ ok: true, removed: { key: 'd77' } });
    expect(await transfers.get(PANEL, 'd77')).toBeNull();
    expect(await log.ofDocument(PANEL, 'd77', 5)).toHaveLength(1);
    expect(await transfers.create(exampleTransfer({ key: 'd78', sale }))).toMatchObject({ ok: true });
  });

  it('stay, and nothing is written, where they may not be taken away', async () => {
    const { transfers, log } = await openExample();
    await transfers.create(exampleTransfer());
    const asked = [
      await transfers.remove(
        PANEL,
        'd77',
        () => false,
        () => exampleEntry(),
      ),
      await transfers.remove(
        PANEL,
        'd99',
        () => true,
        () => exampleEntry(),
      ),
    ];
    expect(asked).toEqual([
      { ok: true, removed: null },
      { ok: true, removed: null },
    ]);
    expect(await transfers.get(PANEL, 'd77')).not.toBeNull();
    expect((await log.page({ before: null, limit: 5 })).rows).toEqual([]);
  });
});
