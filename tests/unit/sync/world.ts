/**
 * The whole way in one process: the background as `entrypoints/background.ts` puts it together, on a database of its own,
 * with both strict stand-ins behind the network and a clock that only a test moves. Tests speak to it as the views do.
 */
import 'fake-indexeddb/auto';
import type { DocumentKey } from '../../../utils/invoice/document.ts';
import type { Reason } from '../../../utils/invoice/finding.ts';
import type { Transfer } from '../../../utils/invoice/transfer.ts';
import {
  type CommandName,
  type Commands,
  type DocumentView,
  HOSTS,
  type Message,
  type OrderView,
  type Reply,
} from '../../../utils/messages/index.ts';
import type { Speaker } from '../../../utils/messages/judge.ts';
import { parseMessage } from '../../../utils/messages/schemas.ts';
import { openStore, type Store } from '../../../utils/store/open.ts';
import { memorySession } from '../../../utils/store/session.ts';
import type { Badge } from '../../../utils/sync/badge.ts';
import { createMostek, type Mostek } from '../../../utils/sync/mostek.ts';
import type { Notice } from '../../../utils/sync/popup/notices.ts';
import type { RuleNotice } from '../../../utils/sync/rules/effects/effect.ts';
import { createClock, dateInWarsaw, type SimClock } from '../../sim/clock.ts';
import { createIfirma, type IfirmaSim, TEST_KEYS, TEST_LOGIN } from '../../sim/ifirma/index.ts';
import { createSellasist, type Panel, type Sellasist } from '../../sim/sellasist/index.ts';
import { freshName } from '../store/examples.ts';
import { type Disk, fullable } from './disk.ts';
import { honestReason, honestView } from './honesty.ts';
import { createLife, type Life, mortalStore, mortalTransport } from './life.ts';
import { createNetwork, type Network } from './network.ts';
import { type SetUp, setUpIn } from './set-up.ts';

export const PANEL: Speaker = { kind: 'panel', panel: 'demo', tabId: 1 };
export { VIEW } from './set-up.ts';
/** A Sunday morning in Warsaw, two days after the stand-in's sample orders. */
export const NOW = Date.parse('2026-11-22T10:00:00+01:00');
/** Another user of iFirma, with books of its own. */
export const SECOND_LOGIN = 'drugi@example.com';
export const MINUTE = 60_000;
/** Of PBKDF2. What a passphrase really costs is measured elsewhere. */
const FEW_ROUNDS = 10;
export const DAY = 86_400_000;

export interface WorldOptions extends SetUp {
  /** false: no account is set up. */
  readonly account?: boolean;
  /** Another computer of the same shop: a browser, a database and a network of its own. */
  readonly shared?: Pick<World, 'clock' | 'ifirma' | 'sellasist'>;
  /** By how much this computer's clock is ahead of everybody's; milliseconds. */
  readonly ahead?: number;
}

export interface World {
  readonly clock: SimClock;
  readonly ifirma: IfirmaSim;
  readonly sellasist: Sellasist;
  /** The account `demo` of Sellasist. */
  readonly panel: Panel;
  readonly network: Network;
  readonly database: string;
  /** Of the account that was set up; empty without one. */
  accountId: string;
  /** Past every gate, for a look into the ledger; after a wipe the one that everything goes on with. */
  readonly store: Store;
  readonly life: () => Life;
  /** Everything that a page of the panel was told. */
  readonly panelReplies: readonly unknown[];
  /** When the browser is to wake the worker; null: never. */
  readonly alarm: () => number | null;
  /** When the keys are to be locked; null: never. */
  readonly lockAlarm: () => number | null;
  /** When the panels are to be looked at; null: never. */
  readonly autoAlarm: () => number | null;
  /** What the browser keeps until it ends, as it lies there. */
  session(): Promise<readonly (string | null)[]>;
  /** What the icon says. */
  readonly badge: () => Badge | null;
  /** What notifications were shown, in any life of the worker. */
  readonly notices: readonly Notice[];
  /** The same of rules. */
  readonly ruleNotices: readonly RuleNotice[];
  /** Set to false where the browser does not allow notifications. */
  showsNotices: boolean;
  /** How often every view was told that something has changed. */
  readonly announced: () => number;
  /** What was put into tabs: `list 7`, or into every page of a panel: `teach demo`. */
  readonly injected: string[];
  /** No write fits on the disk any more. */
  full: boolean;
  /** So many more writes of transfers fit. */
  fullAfter(writes: number): void;
  /** Set to false where the world deceives Mostek itself, so that its sentences cannot be true. */
  honest: boolean;
  ask<N extends CommandName>(message: Message<N>, speaker?: Speaker): Promise<Reply<Commands[N]['reply']>>;
  /** The answer's value; fails when there is none. */
  tell<N extends CommandName>(message: Message<N>, speaker?: Speaker): Promise<Commands[N]['reply']>;
  /** Presses the send button of a document, and gives what its card then shows. */
  send(orderId: string, key: DocumentKey, confirm?: readonly string[]): Promise<DocumentView>;
  /** What the card shows, read anew. */
  view(orderId: string, key: DocumentKey): Promise<DocumentView>;
  transfer(key: DocumentKey): Promise<Transfer>;
  /** Lets time pass; the browser's alarm wakes the worker, or starts it anew when it is dead. */
  pass(ms: number): Promise<void>;
  /** Waits until nothing is worked on. */
  idle(): Promise<void>;
  /** Ends the worker where it stands and starts another one, which dies at the gate `dieAt`. */
  restart(dieAt?: number | null): Promise<void>;
  /** The alarm of the lock rings now. */
  lockDue(): Promise<void>;
  /** The alarm of automatic sending rings now. */
  autoDue(): Promise<void>;
  /** Ends the browser and starts it again: what a session keeps is gone. */
  restartBrowser(): Promise<void>;
  /** The worker that lives now, or is to be started, dies at this gate, counted from its next one. */
  newLife(dieAt: number | null): void;
  /** A message wakes a dead worker, which then looks for its work beside it; nobody waits for that here. */
  begin(): void;
}

function createShop(): Pick<World, 'clock' | 'ifirma' | 'sellasist'> {
  const clock = createClock();
  clock.freeze(NOW);
  const users = [TEST_LOGIN, SECOND_LOGIN].map((login) => ({ login, keys: TEST_KEYS }));
  const ifirma = createIfirma({ clock, users });
  const sellasist = createSellasist({ now: () => clock.now(), today: dateInWarsaw(NOW) });
  return { clock, ifirma, sellasist };
}

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const { clock, ifirma, sellasist } = options.shared ?? createShop();
  const { ahead = 0 } = options;
  /** A moment of this computer's clock by everybody's. */
  const truly = (moment: number | null): number | null => (moment === null ? null : moment - ahead);
  const network = createNetwork(ifirma.handler, sellasist.handler, clock);
  const database = freshName();
  const dataKey = memorySession();
  const lastUse = memorySession();
  let store = await openStore({ crypto: globalThis.crypto, name: database, session: dataKey, rounds: FEW_ROUNDS });
  const panelReplies: unknown[] = [];
  const disk: Disk = { room: Number.POSITIVE_INFINITY };
  let alarm: number | null = null;
  let lockAlarm: number | null = null;
  let autoAlarm: number | null = null;
  let badge: Badge | null = null;
  const notices: Notice[] = [];
  const ruleNotices: RuleNotice[] = [];
  let announced = 0;
  const injected: string[] = [];
  let life: Life = createLife(null);
  let mostek: Mostek = born(life);
  let busy: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  /** Remembers which store everything goes on with. */
  function followed(current: Store): Store {
    return {
      ...current,
      async wipe() {
        const wiped = await current.wipe();
        if (!wiped.ok) return wiped;
        store = wiped.next;
        return { ...wiped, next: followed(wiped.next) };
      },
    };
  }

  /** A worker as the browser starts one. Its lock dies with it. */
  function born(worker: Life): Mostek {
    let turn: Promise<unknown> = Promise.resolve();
    return createMostek({
      store: mortalStore(fullable(followed(store), disk), worker),
      crypto: globalThis.crypto,
      transport: mortalTransport(network.transport, worker),
      clock: { now: () => clock.now() + ahead, sleep: async (ms) => clock.advance(ms) },
      exclusively: (task) => {
        const done = turn.then(task, task);
        turn = done.catch(() => undefined);
        waiting += 1;
        busy = Promise.race([turn, worker.died]).finally(() => {
          waiting -= 1;
        });
        return done;
      },
      changed: () => undefined,
      announce: () => {
        announced += 1;
      },
      wakeAt: (moment) => {
        if (!worker.isOver()) alarm = truly(moment);
      },
      lastUse,
      lockAt: (moment) => {
        if (!worker.isOver()) lockAlarm = truly(moment);
      },
      autoAt: (moment) => {
        if (!worker.isOver()) autoAlarm = truly(moment);
      },
      browser: {
        inject: async (tabId, scripts) => void injected.push(...scripts.map((script) => `${script} ${tabId}`)),
        injectIntoPanel: async (panel, scripts) => void injected.push(...scripts.map((script) => `${script} ${panel}`)),
        version: '0.1.0',
        openOptions: async () => undefined,
        facts: async () => ({
          browser: 'Chromium 156, Linux',
          hosts: HOSTS.map((host) => ({ host, isGranted: true })),
          permissions: ['alarms', 'storage'],
          storage: { used: 1_000_000, quota: 10_000_000_000 },
          alarm,
        }),
        badge: (shown) => {
          if (!worker.isOver()) badge = shown;
        },
        notify: (notice) => {
          if (!worker.isOver()) notices.push(notice);
        },
        notifyRule: async (notice) => {
          if (worker.isOver() || !world.showsNotices) return false;
          ruleNotices.push(notice);
          return true;
        },
      },
    });
  }

  function newLife(dieAt: number | null): void {
    life.end();
    life = createLife(dieAt);
    mostek = born(life);
  }

  async function idle(): Promise<void> {
    do {
      // What begins by itself looks into the database a few times before it takes the lock.
      for (let turn = 0; turn < 60; turn += 1) await new Promise(setImmediate);
      await busy;
    } while (waiting > 0);
  }

  async function wake(): Promise<void> {
    if (life.isOver()) newLife(null);
    await Promise.race([mostek.start(), life.died]);
    await idle();
  }

  async function ask<N extends CommandName>(message: Message<N>, speaker: Speaker = PANEL) {
    const said = parseMessage(message);
    if (said === null) throw new Error(`not on the closed list: ${JSON.stringify(message)}`);
    const reply = structuredClone(await mostek.answer(said, speaker)) as Reply<Commands[N]['reply']>;
    if (speaker.kind === 'panel') panelReplies.push(reply);
    if (world.honest) expectHonest(reply);
    return reply;
  }

  function expectHonest(reply: Reply<unknown>): void {
    if (!reply.ok) {
      honestReason(reply.reason, null, clock.now());
      return;
    }
    const documents = (reply.value as Partial<OrderView> | null)?.documents ?? [];
    for (const document of documents) honestView(document, ifirma.booked(), clock.now());
  }

  async function tell<N extends CommandName>(message: Message<N>, speaker?: Speaker) {
    const reply = await ask(message, speaker);
    if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.reason)}`);
    return reply.value;
  }

  const viewIn = ({ documents }: OrderView, key: DocumentKey): DocumentView => {
    const found = documents.find((document) => document.key === key);
    if (found === undefined) throw new Error(`the card shows no ${key}: ${documents.map((each) => each.key)}`);
    return found;
  };

  const world: World = {
    clock,
    ifirma,
    sellasist,
    panel: sellasist.panel('demo'),
    network,
    database,
    accountId: '',
    get store() {
      return store;
    },
    life: () => life,
    panelReplies,
    alarm: () => alarm,
    lockAlarm: () => lockAlarm,
    autoAlarm: () => autoAlarm,
    session: () => Promise.all([dataKey.get(), lastUse.get()]),
    badge: () => badge,
    notices,
    ruleNotices,
    showsNotices: true,
    announced: () => announced,
    injected,
    get full() {
      return disk.room <= 0;
    },
    set full(isFull) {
      disk.room = isFull ? 0 : Number.POSITIVE_INFINITY;
    },
    fullAfter(writes) {
      disk.room = writes;
    },
    honest: true,
    ask,
    tell,
    send: async (orderId, key, confirm = []) =>
      viewIn(await tell<'send'>({ type: 'send', orderId, key, confirm }), key),
    view: async (orderId, key) => viewIn(await tell<'state'>({ type: 'state', orderId, key: null, fresh: true }), key),
    async transfer(key) {
      const found = await store.transfers.get('demo', key);
      if (found === null) throw new Error(`no transfer ${key}`);
      return found;
    },
    async pass(ms) {
      const until = clock.now() + ms;
      for (let round = 0; round < 2000; round += 1) {
        await idle();
        const arrival = network.nextArrival();
        const moment = Math.min(...[alarm, lockAlarm, autoAlarm, arrival].map((at) => at ?? Number.POSITIVE_INFINITY));
        if (moment > until) {
          clock.freeze(Math.max(until, clock.now()));
          return;
        }
        clock.freeze(Math.max(moment, clock.now()));
        await network.arrive();
        if (lockAlarm !== null && lockAlarm <= clock.now()) await world.lockDue();
        if (autoAlarm !== null && autoAlarm <= clock.now()) await world.autoDue();
        if (alarm !== null && alarm <= clock.now()) {
          alarm = null;
          await wake();
        }
      }
      throw new Error('it never comes to rest');
    },
    idle,
    async restart(dieAt = null) {
      newLife(dieAt);
      await wake();
    },
    async lockDue() {
      lockAlarm = null;
      if (life.isOver()) newLife(null);
      await Promise.race([mostek.lockDue(), life.died]);
    },
    async autoDue() {
      autoAlarm = null;
      if (life.isOver()) newLife(null);
      await Promise.race([mostek.autoDue(), life.died]);
      await idle();
    },
    async restartBrowser() {
      await Promise.all([dataKey.clear(), lastUse.clear()]);
      await world.restart();
    },
    newLife,
    begin() {
      if (!life.isOver()) return;
      newLife(null);
      void mostek.start();
    },
  };

  if (options.account ?? true) world.accountId = await setUpIn(world, options);
  return world;
}

export function reasonOf(reply: Reply<unknown>): Reason {
  if (reply.ok) throw new Error('it was not refused');
  return reply.reason;
}

/** What stands in iFirma under an order's mark, as a test counts it. */
export function bookedFor(world: World, orderId: string) {
  const notes = new RegExp(`\\bo${orderId}(?:/|$)`, 'm');
  return world.ifirma.booked().filter(({ body }) => notes.test(String(body.Uwagi)));
}
