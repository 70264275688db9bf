/**
 * One life of the background's worker. The browser ends it between any two instructions, which can be seen only where it
 * waits: so everything that it waits for passes a gate, and behind the gate of a dead worker nothing happens any more.
 */
import type { Transport } from '../../../utils/http/transport.ts';
import type { Store } from '../../../utils/store/open.ts';

export interface Life {
  /** The gates it has passed, in order. */
  readonly gates: readonly string[];
  /** Resolves with the gate at which it died. */
  readonly died: Promise<string>;
  isOver(): boolean;
  end(): void;
  /** Ends at the gate that so many others come before, counted from now. */
  endIn(gates: number): void;
  /** Goes on only while the worker lives. */
  gate(name: string): Promise<void>;
  /** As a gate, but not counted among those where it is to die. */
  pass(name: string): Promise<void>;
  /** Called at every place where it waits; what it returns is waited for. */
  watched: ((name: string) => Promise<void> | void) | null;
}

/** @param dieAt the gate, counted from 0, at which it ends; null: at none. */
export function createLife(dieAt: number | null): Life {
  const gates: string[] = [];
  const { promise: died, resolve: die } = Promise.withResolvers<string>();
  let over = false;
  let last = dieAt;

  function end(where: string): void {
    over = true;
    die(where);
  }
  async function pass(name: string): Promise<void> {
    await life.watched?.(name);
    if (over) await new Promise(() => undefined);
  }
  const life: Life = {
    gates,
    died,
    isOver: () => over,
    end: () => end('by hand'),
    endIn(further) {
      last = gates.length + further;
    },
    pass,
    watched: null,
    async gate(name) {
      await pass(name);
      gates.push(name);
      if (gates.length - 1 === last) end(name);
      if (over) await new Promise(() => undefined);
    },
  };
  return life;
}

/** Dies before a request has left, or once the other side has worked and nobody hears the answer. */
export function mortalTransport(transport: Transport, life: Life): Transport {
  return async (request) => {
    const name = `${request.method} ${new URL(request.url).pathname}`;
    await life.gate(`before ${name}`);
    const outcome = await transport(request);
    await life.gate(`after ${name}`);
    return outcome;
  };
}

/** Where what is written decides how the story goes on; between two reads nothing is lost. */
const COUNTED: Partial<Record<keyof Store, readonly string[]>> = {
  transfers: ['create', 'change', 'remove'],
  batches: ['put', 'change'],
  accounts: ['change', 'save', 'saveAll'],
  facts: ['change'],
  runs: ['create', 'change'],
};

export function mortalStore(store: Store, life: Life): Store {
  const mortal = (name: keyof Store, table: object): object =>
    new Proxy(table, {
      get(target, method) {
        const found: unknown = Reflect.get(target, method);
        if (typeof found !== 'function' || typeof method !== 'string') return found;
        const isCounted = COUNTED[name]?.includes(method) ?? false;
        const wait = (moment: string): Promise<void> =>
          life[isCounted ? 'gate' : 'pass'](`${moment} ${name}.${method}`);
        return async (...asked: unknown[]) => {
          await wait('before');
          const answer: unknown = await Reflect.apply(found, target, asked);
          await wait('after');
          return answer;
        };
      },
    });
  const { close, wipe, ...tables } = store;
  const entries = Object.entries(tables).map(([name, table]) => [name, mortal(name as keyof Store, table)] as const);
  return {
    ...(Object.fromEntries(entries) as Omit<Store, 'close' | 'wipe'>),
    close,
    async wipe() {
      await life.pass('before wipe');
      const wiped = await wipe();
      await life.pass('after wipe');
      return wiped.ok ? { ...wiped, next: mortalStore(wiped.next, life) } : wiped;
    },
  };
}
