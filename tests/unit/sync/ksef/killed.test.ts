/** The worker is killed at every place where it waits, from the number on: the document is handed over for KSeF exactly once, and never lost. */
import { describe, expect, it, vi } from 'vitest';
import type { DocumentKey } from '../../../../utils/invoice/document.ts';
import { bookedFor, createWorld, DAY, type World } from '../world.ts';
import { companyOrder, KSEF_POST, ofOrders, posts, pressKsef, seriesOf } from './scene.ts';

interface Way {
  readonly mode: 'manual' | 'all';
  /** With its number written into the order, and its PDF fetched anew. */
  readonly whole?: boolean;
  readonly prepare?: (world: World) => void;
}

const WAYS: Readonly<Record<string, Way>> = {
  'by itself': { mode: 'all', whole: true },
  'by a click': { mode: 'manual' },
  'whose answer is lost': {
    mode: 'all',
    prepare: ({ network }) => void network.arm({ ...KSEF_POST, times: 1 }, { kind: 'drop', when: 'after' }),
  },
  'answered with 429': {
    mode: 'all',
    prepare: ({ network }) => void network.arm({ ...KSEF_POST, times: 1 }, { kind: 'too-many', retryAfter: 30 }),
  },
};

interface Begun {
  readonly world: World;
  readonly orderId: string;
  readonly key: DocumentKey;
}

async function prepared({ mode, whole = false, prepare }: Way): Promise<Begun> {
  const settings = { ...ofOrders, ksefFieldId: whole ? '13' : null, ksefPdf: whole };
  const world = await createWorld({ settings, series: { '1': seriesOf(mode) } });
  prepare?.(world);
  const order = companyOrder(world);
  await world.view(order.orderId, order.key);
  if (mode === 'manual') await world.send(order.orderId, order.key);
  return { world, ...order };
}

/** What a person does, once; a dead worker answers nobody. */
async function act({ mode }: Way, { world, orderId, key }: Begun): Promise<void> {
  const done = mode === 'manual' ? pressKsef(world, orderId, key) : world.send(orderId, key);
  await Promise.race([done, world.life().died]);
}

vi.setConfig({ testTimeout: 120_000 });

describe.each(Object.entries(WAYS))('a document %s', (_name, way) => {
  it('goes to KSeF exactly once wherever the worker dies', async () => {
    const first = await prepared(way);
    first.world.newLife(null);
    await act(way, first);
    await first.world.pass(DAY);
    expect(await first.world.transfer(first.key)).toMatchObject({ ksef: { standing: 'accepted', reason: null } });
    const gates = first.world.life().gates;
    const usual = posts(first.world).length;
    // Before its number was read nothing of this differs from the plain way, which is tried elsewhere.
    const from = way.mode === 'manual' ? 0 : gates.findIndex((gate) => /ksef/.test(gate)) - 4;
    expect(gates.length - from).toBeGreaterThan(10);

    for (const [at, gate] of [...gates.entries()].slice(from)) {
      const begun = await prepared(way);
      const { world, orderId, key } = begun;
      const where = `killed ${gate} (${at})`;
      world.newLife(at);
      await act(way, begun);
      await world.pass(DAY);
      expect(world.life().isOver() && world.alarm() !== null, where).toBe(false);
      const found = await world.transfer(key);
      if (found.ksef === undefined || found.ksef === null) {
        // The click was never accepted: the card says so, and the button is still there.
        expect(way.mode, where).toBe('manual');
        expect(posts(world), where).toEqual([]);
        if (world.life().isOver()) await world.restart();
        expect((await world.view(orderId, key)).actions, where).toContain('ksef');
        continue;
      }
      if (found.ksef.standing === 'unclear') {
        // The intent was stored, and the request never left. Only a person may have it sent again.
        expect(gates.slice(at - 1, at + 2).join(), where).toContain('ksef/send');
        expect(posts(world).length, where).toBeLessThanOrEqual(usual - 1);
        if (world.life().isOver()) await world.restart();
        await pressKsef(world, orderId, key);
        await world.pass(DAY);
      }
      const [invoice, ...others] = bookedFor(world, orderId);
      expect(others, where).toEqual([]);
      expect(await world.transfer(key), where).toMatchObject({
        state: 'done',
        ksefNumber: invoice?.ksefNumber,
        ksef: { standing: 'accepted' },
      });
      expect(posts(world).length, where).toBeLessThanOrEqual(usual);
      if (way.whole !== true) continue;
      expect(world.panel.text(orderId, '13'), where).toBe(invoice?.ksefNumber);
      expect(world.panel.files(orderId, '12').at(-1)?.bytes.toString('latin1'), where).toContain(invoice?.ksefNumber);
    }
  });
});
