import type { Message, Reply } from '../messages';
import type { Speaker } from '../messages/judge';
import { LANGUAGE } from '../store/facts';
import { assemble, type Own } from './assemble';
import { isUse, REVIVING, SAVING, TAUGHT } from './message-kinds';
import type { MostekTools } from './mostek-tools';
import { createOutage } from './outage';
import { wipeOut } from './wipe';

export interface Mostek {
  /** Never rejects: a bug becomes a sentence, too. */
  answer(message: Message, speaker: Speaker): Promise<Reply<unknown>>;
  /** Once at every start of the worker: finds what a dead one left, and goes on. A database that does not open is tried again. */
  start(): Promise<void>;
  run(): Promise<void>;
  /** The alarm of the lock rang. */
  lockDue(): Promise<void>;
  /** The alarm of automatic sending rang. */
  autoDue(): Promise<void>;
}

export function createMostek(tools: MostekTools): Mostek {
  const own: Own = {
    announce() {
      tools.announce();
      parts.badge.look();
    },
    revive() {
      void run().catch(() => undefined);
    },
    wipe: wipeAll,
    met: (error) => void outage.met(error),
  };
  const outage = createOutage({
    ...tools,
    read: () => parts.store.facts.get(LANGUAGE),
    began: () => parts.badge.closed(),
    ended() {
      own.announce();
      own.revive();
    },
  });
  let parts = assemble(tools, own);

  /** What was remembered of panels and invoices goes as well, and whoever still works with it has nowhere to store anything. */
  async function wipeAll(): Promise<Reply<null>> {
    const reply = await wipeOut({ ...tools, ...parts });
    if (!reply.ok) return reply;
    tools.autoAt(null);
    parts = assemble({ ...tools, store: reply.value }, own);
    own.announce();
    return { ok: true, value: null };
  }

  async function run(): Promise<void> {
    const { engine, security, ready, pruner, forget, auto, rules } = parts;
    engine.expectWork();
    await unlessOut(async () => {
      await outage.end();
      await ready();
      await security.due(false);
      await engine.run();
      pruner.look();
      forget();
      await auto.wake();
      await rules.wake();
    });
  }

  /** What only the browser waits for. An outage is said where somebody asks, and it is tried again; a bug is thrown on. */
  async function unlessOut(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if ((await outage.met(error)).code === 'internal') throw error;
    }
  }

  return {
    run,

    async start() {
      parts.badge.look();
      parts.notices.look();
      await run();
    },

    lockDue: () => unlessOut(() => parts.security.rang()),

    autoDue: () =>
      unlessOut(async () => {
        const { ready, security, auto, rules } = parts;
        await outage.end();
        await ready();
        await security.due(false);
        await auto.wake();
        // What was issued meanwhile the rules have been told of.
        await rules.wake();
      }),

    async answer(message, speaker) {
      // Once for the whole message: what began before everything was wiped ends with it.
      const { ready, security, route, engine, pruner } = parts;
      try {
        await outage.end();
        await ready();
        const isUsed = isUse(message, speaker);
        // Whoever comes too late finds the keys locked, and does not give them new time by coming.
        await security.due(isUsed);
        if (isUsed) security.touch();
        const reply = await (REVIVING.includes(message.type) || message.type === 'unlock'
          ? engine.accept(() => route(message, speaker))
          : route(message, speaker));
        pruner.look();
        if (reply.ok && TAUGHT.includes(message.type)) own.announce();
        if (speaker.kind !== 'view' || !reply.ok) return reply;
        if (SAVING.includes(message.type)) own.announce();
        if (REVIVING.includes(message.type)) own.revive();
        return reply;
      } catch (error) {
        return { ok: false, reason: await outage.met(error) };
      }
    },
  };
}
