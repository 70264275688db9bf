/** One list of orders for many documents: each order once, as it was a moment ago, and never a list for nothing. */
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../../utils/sellasist/problem.ts';
import type { OrderWire } from '../../../../utils/sellasist/wire.ts';
import { orderShelf } from '../../../../utils/sync/bulk/order-shelf.ts';

type Row = OrderWire | null;
const MINUTE = 60_000;

/** Of an order only its id is looked at here. */
const order = (id: number | string, read = 'list'): OrderWire => ({ id: String(id), read }) as unknown as OrderWire;
const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

function panel(rows: readonly Row[]) {
  const asked: string[] = [];
  let now = 1_000_000;
  let isDown = false;
  const shelf = orderShelf({ now: () => now, sleep: async () => undefined });
  const sellasist = {
    async order(id: string): Promise<Result<OrderWire>> {
      asked.push(id);
      return { ok: true, value: order(id, 'itself') };
    },
    async ordersWithCarts({ limit, offset }: { limit: number; offset: number }): Promise<Result<readonly Row[]>> {
      asked.push(`list ${offset}`);
      if (isDown) return { ok: false, problem: { kind: 'network' } };
      return { ok: true, value: rows.slice(offset, offset + limit) };
    },
  };
  return {
    asked,
    take: async (id: number | string) => {
      const found = await shelf.order(sellasist as never, String(id));
      return found.ok ? (found.value as unknown as { read: string }).read : found.problem.kind;
    },
    pass(ms: number) {
      now += ms;
    },
    down(is: boolean) {
      isDown = is;
    },
  };
}

it('one list serves many orders', async () => {
  const { take, asked } = panel(range(1, 40).map((id) => order(id)));
  for (const id of range(1, 40)) expect(await take(id)).toBe('list');
  expect(asked).toEqual(['list 0']);
});

it('each order is taken once: whoever asks again is told what has become of it since', async () => {
  const { take, asked } = panel([order(1), order(2)]);
  expect(await take(1)).toBe('list');
  expect(await take(1)).toBe('itself');
  expect(await take(2)).toBe('list');
  expect(await take(1)).toBe('itself');
  expect(asked).toEqual(['list 0', '1', '1']);
});

it('a list serves for a minute, then it is asked for anew', async () => {
  const { take, asked, pass } = panel(range(1, 9).map((id) => order(id)));
  await take(1);
  pass(MINUTE - 1);
  await take(2);
  expect(asked).toEqual(['list 0']);
  pass(1);
  expect(await take(3)).toBe('list');
  expect(asked).toEqual(['list 0', 'list 0']);
});

it('a list from before the clock was set back serves nobody', async () => {
  const { take, asked, pass } = panel([order(1), order(2)]);
  await take(1);
  pass(-MINUTE);
  expect(await take(2)).toBe('list');
  expect(asked).toEqual(['list 0', 'list 0']);
});

describe('an order further back', () => {
  it('is looked for on the next pages', async () => {
    const { take, asked } = panel(range(1, 250).map((id) => order(id)));
    expect(await take(230)).toBe('list');
    expect(await take(5)).toBe('list');
    expect(asked).toEqual(['list 0', 'list 100', 'list 200']);
  });

  it('than three pages is read by itself', async () => {
    const { take, asked } = panel(range(1, 900).map((id) => order(id)));
    expect(await take(700)).toBe('itself');
    expect(asked).toEqual(['list 0', 'list 100', 'list 200', '700']);
  });
});

describe('a list that is useless', () => {
  it('because its rows do not say all that the order would: each is read by itself, and no list is asked for again', async () => {
    const { take, asked, pass } = panel(range(1, 40).map(() => null));
    for (const id of range(1, 40)) {
      expect(await take(id)).toBe('itself');
      pass(10_000);
    }
    expect(asked.filter((each) => each.startsWith('list'))).toEqual(['list 0']);
  });

  it('is tried again after a rest: the panel may have changed', async () => {
    const { take, asked, pass } = panel([]);
    await take(1);
    pass(2 * MINUTE);
    await take(2);
    pass(11 * MINUTE);
    await take(3);
    expect(asked).toEqual(['list 0', '1', '2', 'list 0', '3']);
  });

  it('is not one that served the few who asked', async () => {
    const { take, asked, pass } = panel([order(1), order(2)]);
    await take(1);
    pass(5 * MINUTE);
    expect(await take(2)).toBe('list');
    pass(5 * MINUTE);
    expect(await take(1)).toBe('list');
    expect(asked).toEqual(['list 0', 'list 0', 'list 0']);
  });

  it('is not one whose orders were taken, and asked for again', async () => {
    const { take, asked, pass } = panel([order(1), order(2)]);
    await take(1);
    for (let again = 0; again < 5; again += 1) await take(1);
    pass(MINUTE);
    expect(await take(2)).toBe('list');
    expect(asked.filter((each) => each === 'list 0')).toHaveLength(2);
  });

  it('is not one that failed: the order is read by itself, and a minute later the list is tried again', async () => {
    const { take, asked, pass, down } = panel(range(1, 9).map((id) => order(id)));
    down(true);
    expect(await take(1)).toBe('itself');
    expect(await take(2)).toBe('itself');
    down(false);
    pass(MINUTE);
    expect(await take(3)).toBe('list');
    expect(asked).toEqual(['list 0', '1', '2', 'list 0']);
  });
});
