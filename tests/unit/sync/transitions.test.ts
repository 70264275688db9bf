/** Each arrow of the state machine is really gone along, and no other ever is: every write of a set of stories is watched. */
import { describe, expect, it, vi } from 'vitest';
import type { DocumentKey } from '../../../utils/invoice/document.ts';
import { BEGINNINGS, faultOf, TRANSITIONS } from '../../../utils/invoice/transfer-states.ts';
import { hold } from './hold.ts';
import { bookTwin, onlyInvoice } from './second-invoice.ts';
import { LIST, PDF, POST } from './troubles.ts';
import { type WrittenPair, watchWrites } from './watched-writes.ts';
import { createWorld, DAY, MINUTE, VIEW, type World } from './world.ts';

const KOD_201 = { kind: 'kod', kod: 201, text: "Pole 'Uwagi' jest niepoprawne" } as const;
const KOD_202 = { kind: 'kod', kod: 202 } as const;
const LOST = { kind: 'drop', when: 'before' } as const;
const BOOKED_UNHEARD = { kind: 'drop', when: 'after' } as const;

const send = (world: World, confirm: readonly string[] = []) => world.send('1001', 'd77', confirm);
const skip = (world: World) => world.tell<'skip'>({ type: 'skip', orderId: '1001', key: 'd77', why: 'Nie' });
const check = (world: World) => world.tell<'check'>({ type: 'check', orderId: '1001', key: 'd77' });
const link = (world: World, number: string) =>
  world.tell<'link'>({ type: 'link', orderId: '1001', key: 'd77', number });

/** The POST of 77 comes to this, once. */
const posted = async (world: World, trouble: Parameters<World['network']['arm']>[1]) => {
  world.network.arm({ ...POST, times: 1 }, trouble);
  return send(world);
};

/** Another document of order 1001. */
const another = (world: World): DocumentKey =>
  `d${world.panel.addDocument({ orderId: '1001', numberInOrder: false, issueDate: '2026-11-22' }).id}`;

/** An invoice of the sum of 77, without its mark. */
const byHand = async (world: World) => {
  const other = await createWorld();
  await send(other);
  return world.ifirma.issueByHand('fakturakraj', { ...onlyInvoice(other, '1001').body, Uwagi: '' }).number;
};

const STORIES: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
  'booked, and everything follows': (world) => send(world),
  'linked before anything was sent': async (world) => link(world, await byHand(world)),
  'the order’s other document has the sale': async (world) => {
    const other = another(world);
    await world.send('1001', other);
    await send(world);
    await send(world);
    await skip(world);
    await send(world);
  },
  'refused by iFirma, then sent again': async (world) => {
    await posted(world, KOD_202);
    await send(world);
  },
  'refused by iFirma while the order’s other document takes the sale': async (world) => {
    const other = another(world);
    await posted(world, KOD_202);
    await world.send('1001', other);
    await send(world);
  },
  'refused by iFirma, skipped, sent again': async (world) => {
    await posted(world, KOD_202);
    await skip(world);
    await send(world);
  },
  'refused by iFirma, skipped, linked': async (world) => {
    const number = await byHand(world);
    await posted(world, KOD_202);
    await skip(world);
    await link(world, number);
  },
  'refused by iFirma, linked': async (world) => {
    const number = await byHand(world);
    await posted(world, KOD_202);
    await link(world, number);
  },
  'to be mended, mended': async (world) => {
    await posted(world, KOD_201);
    await send(world);
  },
  'to be mended, skipped': async (world) => {
    await posted(world, KOD_201);
    await skip(world);
  },
  'to be mended, linked': async (world) => {
    const number = await byHand(world);
    await posted(world, KOD_201);
    await link(world, number);
  },
  'the limit is reached, and then the account is refused while another one waits': async (world) => {
    await posted(world, { kind: 'too-many', retryAfter: 600 });
    const order = world.panel.addOrder();
    await world.send(order.id, `o${order.id}`);
    world.network.arm({ ...LIST, times: 1 }, { kind: 'kod', kod: 403 });
    await world.pass(11 * MINUTE);
    await world.tell<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
  },
  'booked unheard, found': (world) => posted(world, BOOKED_UNHEARD),
  'booked unheard, linked by a person': async (world) => {
    const number = await byHand(world);
    await posted(world, LOST);
    await link(world, number);
  },
  'booked twice, unheard': async (world) => {
    world.network.arm({ ...LIST, nth: 2, times: 1 }, { kind: 'status', status: 503 });
    await posted(world, BOOKED_UNHEARD);
    bookTwin(world, onlyInvoice(world, '1001'));
    await check(world);
  },
  'never arrived, sent again': async (world) => {
    await posted(world, LOST);
    await world.pass(DAY);
    await send(world);
  },
  'never arrived, while a third document takes the sale': async (world) => {
    const [first, third] = [another(world), another(world)];
    world.network.arm({ ...LIST, times: 1 }, { kind: 'status', status: 503 });
    await world.send('1001', first);
    // Another sale than the first one's, which is in the queue.
    world.network.arm({ ...POST, times: 1 }, LOST);
    await send(world, [`sale:${first}`]);
    world.network.arm({ ...POST, times: 1 }, KOD_202);
    await world.pass(DAY);
    await world.send('1001', third);
    await send(world);
  },
  'a second invoice comes to light, and is still there when a person looks': async (world) => {
    await send(world);
    bookTwin(world, onlyInvoice(world, '1001'));
    await world.pass(DAY);
    await check(world);
  },
  'the PDF comes later': async (world) => {
    world.network.arm({ ...PDF, times: 1 }, { kind: 'offline' });
    await send(world);
  },
  'the worker dies before the POST': async (world) => {
    const held = hold(world, `before GET /iapi/faktury.json`);
    void send(world);
    await held.reached;
    await world.restart();
  },
  'the worker dies in the POST': async (world) => {
    const held = hold(world, `after POST /iapi/fakturakraj.json`);
    void send(world);
    await held.reached;
    await world.restart();
  },
  'the worker dies after the POST': async (world) => {
    const held = hold(world, /before GET .*pdf$/);
    void send(world);
    await held.reached;
    await world.restart();
  },
  'skipped, and the order says so': async (world) => {
    const order = world.panel.orders.get('1001');
    if (order) order.documentNumber = 'FS/1/2025';
    await send(world);
    await skip(world);
  },
  'refused by iFirma, sent again with others, and taken out of the queue with them': async (world) => {
    await posted(world, KOD_202);
    await world.store.accounts.change(world.accountId, (account) => ({ ...account, pausedBy: 'kod-403' }));
    const documents = [{ orderId: '1001', key: 'd77' }] as const;
    await world.tell<'batch.start'>({ type: 'batch.start', panel: null, documents });
    await world.pass(MINUTE);
    await world.tell<'batch.cancel'>({ type: 'batch.cancel', panel: null });
  },
  'a document of many': async (world) => {
    const documents = [{ orderId: '1001', key: 'd77' }] as const;
    await world.tell<'send.many'>({ type: 'send.many', panel: 'demo', documents }, VIEW);
  },
};

/** With a field for the state each decision is followed by a word in it. */
const WITH_FIELD = 'skipped, and the order says so';

async function pairsOf(told: string, go: (world: World) => Promise<unknown>): Promise<readonly WrittenPair[]> {
  const stateFieldId = told === WITH_FIELD ? '13' : null;
  const world = await createWorld({ settings: { errorStatusId: '9', stateFieldId } });
  // The world deceives Mostek where somebody books beside it.
  world.honest = false;
  const pairs = watchWrites(world);
  await go(world);
  await world.pass(DAY);
  await world.pass(10 * MINUTE);
  return pairs;
}

function arrowsIn(pairs: readonly WrittenPair[]): string[] {
  return [...new Set(pairs.map(({ before, after }) => `${before?.state ?? '( )'} → ${after.state}`))];
}

const DRAWN = [
  ...Object.values(BEGINNINGS).map((to) => `( ) → ${to}`),
  ...Object.entries(TRANSITIONS).flatMap(([from, arrows]) => Object.values(arrows).map(({ to }) => `${from} → ${to}`)),
];

vi.setConfig({ testTimeout: 30_000 });

describe('the stories of a document', () => {
  it('go along every arrow that is drawn, along no other, and never leave a record that contradicts itself', async () => {
    const gone = new Set<string>();
    for (const [told, go] of Object.entries(STORIES)) {
      const pairs = await pairsOf(told, go);
      for (const { before, after } of pairs) expect(faultOf(before, after), told).toBeNull();
      expect(DRAWN, told).toEqual(expect.arrayContaining(arrowsIn(pairs)));
      for (const arrow of arrowsIn(pairs)) gone.add(arrow);
    }
    expect(gone).toEqual(new Set(DRAWN));
  });
});
