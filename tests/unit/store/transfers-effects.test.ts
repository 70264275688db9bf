/** What still follows a transfer is found when it is due, whatever state it rests in. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Transfer, TransferState } from '../../../utils/invoice/transfer.ts';
import { rowOf } from '../../../utils/store/transfer-row.ts';
import { exampleTransfer, openExample, PANEL } from './examples.ts';

const NEVER = Number.MAX_SAFE_INTEGER;

function resting(key: Transfer['key'], effects: Transfer['effects'], changes: Partial<Transfer> = {}): Transfer {
  return exampleTransfer({ key, state: 'failed', notBefore: NEVER, ...(effects ? { effects } : {}), ...changes });
}

async function stored(...transfers: readonly Transfer[]) {
  const store = await openExample();
  for (const transfer of transfers) await store.transfers.create(transfer);
  return store;
}

const at = (moment: number) => ({ at: moment, tries: 0 });

describe('what follows', () => {
  it('is given from its moment on, the longest due first', async () => {
    const { transfers } = await stored(
      resting('d1', { status: at(500) }),
      resting('d2', { recheck: at(300), field: at(900) }),
      resting('d3', undefined),
    );
    expect(await transfers.following(299)).toBeNull();
    expect((await transfers.following(300))?.key).toBe('d2');
    expect((await transfers.following(10_000))?.key).toBe('d2');
  });

  it('is passed over where nobody takes it', async () => {
    const { transfers } = await stored(resting('d1', { status: at(1) }), resting('d2', { status: at(2) }));
    expect((await transfers.following(5, ({ key }) => key !== 'd1'))?.key).toBe('d2');
    expect(await transfers.following(5, () => false)).toBeNull();
  });

  it.each<readonly [state: TransferState, follows: boolean]>([
    ['queued', false],
    ['sending', false],
    ['incomplete', true],
    ['uncertain', true],
    ['issued', true],
    ['done', true],
    ['failed', true],
    ['skipped', true],
  ])('of a transfer that is %s: %s', async (state, follows) => {
    const { transfers } = await stored(resting('d1', { recheck: at(1) }, { state }));
    expect((await transfers.following(5)) !== null).toBe(follows);
  });

  it('is given no more once it has happened', async () => {
    const { transfers } = await stored(resting('d1', { status: at(1), field: at(2) }));
    await transfers.change(PANEL, 'd1', (found) => ({ ...found, effects: { field: at(2) } }));
    expect(await transfers.following(1)).toBeNull();
    expect((await transfers.following(2))?.effects).toEqual({ field: at(2) });
    await transfers.change(PANEL, 'd1', ({ effects: _gone, ...rest }) => rest);
    expect(await transfers.following(10_000)).toBeNull();
  });

  it('lies in the row by the first of its moments', () => {
    const row = rowOf(resting('d1', { status: at(900), recheck: at(300) }), null, null);
    expect(row.effectAt).toBe(300);
    expect(rowOf(resting('d1', {}), null, null)).not.toHaveProperty('effectAt');
    expect(rowOf(resting('d1', { status: at(1) }, { state: 'sending' }), null, null)).not.toHaveProperty('effectAt');
  });
});

describe('the worker is woken', () => {
  it('for what follows, as for what waits, whichever is first', async () => {
    const { transfers } = await stored(
      resting('d1', { recheck: at(700) }),
      exampleTransfer({ key: 'd2', state: 'queued', notBefore: 900 }),
    );
    expect(await transfers.wakeAt(0)).toBe(700);
    expect(await transfers.wakeAt(700)).toBe(900);
    expect(await transfers.wakeAt(900)).toBeNull();
  });

  it('never, where nothing follows or waits', async () => {
    const { transfers } = await stored(
      exampleTransfer({ key: 'd1', state: 'done', notBefore: NEVER, identifier: 'i' }),
    );
    expect(await transfers.wakeAt(0)).toBeNull();
  });
});
