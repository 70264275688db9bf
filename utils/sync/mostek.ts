/** Everything the background is made of, put together from what it is handed. */
import type { Transport } from '../http/transport';
import type { Message, Reply } from '../messages';
import type { Speaker } from '../messages/judge';
import type { Store } from '../store/open';
import { createCommands } from './commands';
import type { EngineTools } from './context';
import { createEngine } from './engine';
import type { NotesMemory } from './look';
import { orderViews } from './order-view';
import { createRouter, type RouterTools } from './router';
import { serviceFactory } from './services';
import { createSetup } from './setup';

export interface MostekTools extends Pick<EngineTools, 'clock' | 'exclusively' | 'changed' | 'wakeAt'> {
  readonly store: Store;
  readonly transport: Transport;
  readonly browser: RouterTools['browser'];
}

export interface Mostek {
  /** Never rejects: a bug becomes a sentence, too. */
  answer(message: Message, speaker: Speaker): Promise<Reply<unknown>>;
  /** Once at every start of the worker: finds what a dead one left, and goes on. */
  start(): Promise<void>;
  run(): Promise<void>;
}

/** After these the queue may go on: a pause has ended, a question is answered. */
const REVIVING: readonly Message['type'][] = ['account.test', 'account.save', 'erplink.set'];

export function createMostek(tools: MostekTools): Mostek {
  const { store, clock } = tools;
  const services = serviceFactory(store, tools.transport, clock);
  const servicesOf = services.of;
  const memories = new Map<string, NotesMemory>();
  const memoryOf = (login: string): NotesMemory => {
    const memory = memories.get(login) ?? new Map();
    memories.set(login, memory);
    return memory;
  };
  const engineTools: EngineTools = { ...tools, servicesOf, memoryOf };
  const engine = createEngine(engineTools);
  const orders = orderViews({ store, clock, servicesOf });
  const commands = createCommands(engineTools, engine, orders);
  const setup = createSetup(store, services, clock);
  const route = createRouter({ store, clock, commands, orders, setup, servicesOf, browser: tools.browser });
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

  async function run(): Promise<void> {
    engine.expectWork();
    await ready();
    await engine.run();
  }

  return {
    run,
    start: run,
    async answer(message, speaker) {
      try {
        await ready();
        const reply = await route(message, speaker);
        if (speaker.kind === 'view' && REVIVING.includes(message.type)) void run().catch(() => undefined);
        return reply;
      } catch (error) {
        const detail = error instanceof Error ? error.name : 'unknown';
        return { ok: false, reason: { code: 'internal', params: { detail } } };
      }
    },
  };
}
