/** Lets one action of a walk happen. What makes no sense where it comes does nothing, so that a walk can lose any part. */
import type { DocumentView } from '../../../utils/messages/index.ts';
import { TEST_KEYS } from '../../sim/ifirma/index.ts';
import type { Panel } from '../../sim/sellasist/index.ts';
import { WORDS } from '../../unit/sync/passphrase.ts';
import { VIEW } from '../../unit/sync/world.ts';
import type { Action } from './action.ts';
import { bookByHand, bookElsewhere } from './other-bookings.ts';
import { look, press } from './person.ts';
import { orderIdOf } from './shop.ts';
import type { Stage } from './stage.ts';

const HOUR = 3_600_000;

/** Returns what came of it, for people; null: nothing worth saying. */
export async function happen(stage: Stage, action: Action): Promise<string | null> {
  const { world } = stage;
  switch (action.do) {
    case 'press':
      return (await press(stage, action)) ?? 'not offered';
    case 'many':
      return sendMany(stage, action.sales.map(orderIdOf));
    case 'die':
      world.life().endIn(action.gates);
      return null;
    case 'kill':
      await kill(stage);
      return null;
    case 'let go':
      await stage.letGo();
      return null;
    case 'restart':
      await kill(stage);
      await world.restart();
      return null;
    case 'restart browser':
      await kill(stage);
      await world.restartBrowser();
      return null;
    case 'wait':
      await wait(stage, action.ms);
      return null;
    case 'set clock':
      world.clock.advance(action.ms);
      world.network.clockSet(action.ms);
      stage.setBack += Math.max(0, -action.ms);
      stage.clockSetAt.push(world.network.passed.length);
      return null;
    case 'fault':
      world.network.arm({ ...action.match, times: action.times }, action.trouble);
      return null;
    case 'mend':
      world.network.mend();
      return null;
    case 'list lags':
      world.ifirma.turn({ listLag: action.ms === 0 ? null : { ms: action.ms } });
      return null;
    case 'number lags':
      world.ifirma.turn({ numberLag: action.ms === 0 ? null : { ms: action.ms, shows: action.shows } });
      return null;
    case 'disk':
      world.fullAfter(action.room);
      return null;
    case 'document appears':
      world.panel.addDocument({ orderId: orderIdOf(action.sale), issueDate: '2026-11-22', numberInOrder: false });
      return null;
    case 'price changes':
      if (stage.elsewhere.has(orderIdOf(action.sale))) return 'not now';
      changePrice(world.panel, orderIdOf(action.sale));
      return null;
    case 'buyer changes':
      if (stage.elsewhere.has(orderIdOf(action.sale))) return 'not now';
      orderOf(world.panel, orderIdOf(action.sale)).billAddress.company_nip = '';
      return null;
    case 'postcode comes':
      orderOf(world.panel, orderIdOf(action.sale)).billAddress.postcode = '00-001';
      return null;
    case 'booked by hand':
      bookByHand(world, orderOf(world.panel, orderIdOf(action.sale)));
      return null;
    case 'booked elsewhere': {
      const order = orderOf(world.panel, orderIdOf(action.sale));
      const booked = await bookElsewhere(world, order);
      if (booked === null) return 'not now';
      stage.elsewhere.set(order.id, booked);
      // Who has not looked yet says of a document that it was not sent, and cannot know better.
      world.honest = false;
      return null;
    }
    case 'test':
      await stage.ask<'account.test'>({ type: 'account.test', id: world.accountId }, VIEW);
      return null;
    case 'lock':
      await lock(stage);
      return null;
    case 'unlock':
      await stage.ask<'unlock'>({ type: 'unlock', passphrase: WORDS }, VIEW);
      return null;
    case 'erplink':
      await stage.ask<'erplink.set'>({ type: 'erplink.set', panel: 'demo', on: action.on }, VIEW);
      return null;
    default:
      return action satisfies never;
  }
}

async function kill({ world, letGo }: Stage): Promise<void> {
  world.life().end();
  await letGo();
}

/**
 * While the worker stands still only the clock goes on: nothing comes to rest, and no alarm wakes whoever is awake. A disk that
 * is full is tried every half minute, so that nobody learns more by waiting for days.
 */
async function wait({ world, isHeld }: Stage, ms: number): Promise<void> {
  if (isHeld()) {
    world.clock.advance(ms);
    await world.network.arrive();
    return;
  }
  for (let left = ms; left > 0 && !(world.full && left < ms); left -= HOUR) await world.pass(Math.min(left, HOUR));
}

async function sendMany(stage: Stage, orderIds: readonly string[]): Promise<string | null> {
  const shown = new Map<string, readonly DocumentView[]>();
  for (const orderId of orderIds) shown.set(orderId, await look(stage, orderId));
  const documents = orderIds.flatMap((orderId) =>
    (shown.get(orderId) ?? []).filter(({ state }) => state === 'unsent').map(({ key }) => ({ orderId, key })),
  );
  if (documents.length === 0) return 'nothing is shown as unsent';
  const reply = await stage.ask<'send.many'>({ type: 'send.many', panel: 'demo', documents }, VIEW);
  return reply?.ok ? `queued: ${reply.value.queued.join(', ')}` : 'not answered';
}

async function lock(stage: Stage): Promise<void> {
  const { world } = stage;
  const keys = { [world.accountId]: { faktura: TEST_KEYS.faktura, abonent: TEST_KEYS.abonent } };
  const security = await stage.ask<'security'>({ type: 'security' }, VIEW);
  if (security?.ok && security.value.passphrase === 'none') {
    await stage.ask<'passphrase.on'>({ type: 'passphrase.on', passphrase: WORDS, keys, autoLock: null }, VIEW);
  }
  await stage.ask<'lock'>({ type: 'lock' }, VIEW);
}

function orderOf(panel: Panel, orderId: string) {
  const order = panel.orders.get(orderId);
  if (order === undefined) throw new Error(`no order ${orderId}`);
  return order;
}

/** Shipping became one złoty dearer, in the order and in its documents. */
function changePrice(panel: Panel, orderId: string): void {
  const order = orderOf(panel, orderId);
  order.shipment.price += 100;
  order.total += 100;
  for (const document of panel.documents.values()) {
    if (document.orderId !== orderId) continue;
    const [first, ...rest] = document.products.toReversed();
    if (first === undefined) continue;
    const dearer = { ...first, unitGross: first.unitGross + 100, lineGross: first.lineGross + 100 };
    panel.documents.set(document.id, {
      ...document,
      products: [...rest.toReversed(), dearer],
      total: document.total + 100,
    });
  }
}
