/** Everything the background is made of, put together from what it is handed. */
import type { Transport } from '../http/transport';
import type { Message, Reply } from '../messages';
import type { Speaker } from '../messages/judge';
import type { Store } from '../store/open';
import { type Badge, createBadge } from './badge';
import { createCommands } from './commands';
import type { EngineTools } from './context';
import { createEngine } from './engine';
import type { NotesMemory } from './look';
import { orderViews } from './order-view';
import { createRouter, type RouterTools } from './router';
import { createSecurity, type SecurityTools } from './security';
import { serviceFactory } from './services';
import { createSettingsFiles } from './settings-file';
import { createSetup } from './setup';
import { wipeOut } from './wipe';

export interface MostekTools
  extends Pick<EngineTools, 'clock' | 'exclusively' | 'changed' | 'wakeAt'>,
    Pick<SecurityTools, 'lastUse' | 'lockAt'> {
  readonly store: Store;
  readonly crypto: Crypto;
  readonly transport: Transport;
  /** Tells every view that something else than a transfer has changed. */
  readonly announce: () => void;
  readonly browser: RouterTools['browser'] & { readonly badge: (badge: Badge) => void };
}

export interface Mostek {
  /** Never rejects: a bug becomes a sentence, too. */
  answer(message: Message, speaker: Speaker): Promise<Reply<unknown>>;
  /** Once at every start of the worker: finds what a dead one left, and goes on. */
  start(): Promise<void>;
  run(): Promise<void>;
  /** The alarm of the lock rang. */
  lockDue(): Promise<void>;
}

/** After these the queue may go on: a pause has ended, a question is answered, the keys can be had. */
const REVIVING: readonly Message['type'][] = [
  'account.test',
  'account.save',
  'series.save',
  'settings.save',
  'payments.save',
  'erplink.set',
  'file.import',
  'unlock',
];

/** After these other views show what is out of date. */
const SAVING: readonly Message['type'][] = [
  'account.save',
  'account.remove',
  'account.test',
  'settings.save',
  'payments.save',
  'series.save',
  'language.set',
  'erplink.set',
  'file.import',
];

/** What an open page asks by itself, again with each change that it is told of. */
const ASKED_BY_PAGES: readonly Message['type'][] = [
  'language',
  'account.list',
  'dictionaries',
  'erplink.get',
  'first.document',
  'security',
  'errors',
  'recent',
];

/** A person did something, and means to go on. What a page asks by itself is nobody's doing. */
function isUse({ type }: Message, speaker: Speaker): boolean {
  switch (speaker.kind) {
    case 'view':
      return type !== 'lock' && type !== 'wipe' && !ASKED_BY_PAGES.includes(type);
    case 'panel':
      return type !== 'controls' && type !== 'state';
    case 'stranger':
      return false;
    default:
      return speaker satisfies never;
  }
}

export function createMostek(tools: MostekTools): Mostek {
  const { store } = tools;
  const badge = createBadge(store, tools.browser.badge);
  const announce = (): void => {
    tools.announce();
    badge();
  };
  let parts = assemble(tools, { badge, announce, wipe: wipeAll });

  /** What was remembered of panels and invoices goes as well. */
  async function wipeAll(): Promise<Reply<null>> {
    const reply = await wipeOut({ ...tools, ...parts });
    if (reply.ok) parts = assemble(tools, { badge, announce, wipe: wipeAll });
    return reply;
  }

  async function run(): Promise<void> {
    const { engine, security, ready } = parts;
    engine.expectWork();
    await ready();
    // A computer that slept may have slept over the lock as well.
    await security.due();
    await engine.run();
  }

  return {
    run,

    async start() {
      badge();
      await run();
    },

    async lockDue() {
      await parts.security.due();
    },

    async answer(message, speaker) {
      try {
        await parts.ready();
        if (isUse(message, speaker)) parts.security.touch();
        const reply = await parts.route(message, speaker);
        if (speaker.kind !== 'view' || !reply.ok) return reply;
        if (SAVING.includes(message.type)) announce();
        if (REVIVING.includes(message.type)) void run().catch(() => undefined);
        return reply;
      } catch (error) {
        const detail = error instanceof Error ? error.name : 'unknown';
        return { ok: false, reason: { code: 'internal', params: { detail } } };
      }
    },
  };
}

interface Own {
  readonly badge: () => void;
  readonly announce: () => void;
  readonly wipe: () => Promise<Reply<null>>;
}

function assemble(tools: MostekTools, { badge, announce, wipe }: Own) {
  const { store, clock, crypto } = tools;
  const services = serviceFactory(store, tools.transport, clock);
  const servicesOf = services.of;
  const memories = new Map<string, NotesMemory>();
  const memoryOf = (login: string): NotesMemory => {
    const memory = memories.get(login) ?? new Map();
    memories.set(login, memory);
    return memory;
  };
  const changed: EngineTools['changed'] = (transfer) => {
    tools.changed(transfer);
    badge();
  };
  const engineTools: EngineTools = { ...tools, changed, servicesOf, memoryOf };
  const engine = createEngine(engineTools);
  const security = createSecurity({ ...tools, isWorking: engine.isWorking, changed: announce });
  const orders = orderViews({ store, clock, servicesOf });
  const commands = createCommands(engineTools, engine, orders);
  const setup = createSetup(store, services, clock);
  const files = createSettingsFiles({ store, clock, crypto });
  const route = createRouter({
    store,
    clock,
    commands,
    orders,
    setup,
    security,
    files,
    wipe,
    servicesOf,
    browser: tools.browser,
  });
  let recovered: Promise<void> | null = null;

  /** Nothing is worked on before what a dead worker left is known for what it is. */
  async function ready(): Promise<void> {
    recovered ??= engine.recover();
    try {
      await recovered;
    } catch (error) {
      // A database that did not open this time may open the next.
      recovered = null;
      throw error;
    }
  }

  return { engine, security, route, ready };
}
