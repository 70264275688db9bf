import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { PanelDocument } from '../../../utils/store/documents.ts';
import { openExample, PANEL } from './examples.ts';

function seen(changes: Partial<PanelDocument> = {}): PanelDocument {
  return {
    panel: PANEL,
    documentId: '77',
    orderId: '1001',
    kind: 'invoice',
    number: 'FV 77/11/2026',
    seriesId: '1',
    issueDate: '2026-11-22',
    seenAt: 1_000,
    ...changes,
  };
}

describe('the documents of the panel', () => {
  it('are found by their id and by their order', async () => {
    const store = await openExample();
    const invoice = seen();
    const receipt = seen({ documentId: '78', kind: 'receipt', number: 'PA/78' });
    const alone = seen({ documentId: '79', orderId: null });
    const foreign = seen({ panel: 'inny' });
    expect(await store.documents.put([invoice, receipt, alone, foreign])).toEqual({ ok: true });
    expect(await store.documents.get(PANEL, '79')).toEqual(alone);
    expect(await store.documents.get(PANEL, '80')).toBeNull();
    expect(await store.documents.byOrder(PANEL, '1001')).toEqual([invoice, receipt]);
  });

  it('are replaced by what was seen later', async () => {
    const store = await openExample();
    await store.documents.put([seen()]);
    await store.documents.put([seen({ orderId: '1002', seenAt: 2_000 })]);
    expect(await store.documents.byOrder(PANEL, '1001')).toEqual([]);
    expect((await store.documents.get(PANEL, '77'))?.seenAt).toBe(2_000);
  });

  it('are stored all or none', async () => {
    const store = await openExample();
    const unstorable = { ...seen({ documentId: '78' }), documentId: null as unknown as string };
    await expect(store.documents.put([seen(), unstorable])).rejects.toThrow();
    expect(await store.documents.get(PANEL, '77')).toBeNull();
  });
});
