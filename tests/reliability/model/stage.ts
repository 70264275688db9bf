/** A world in which a walk is walked: what is asked without being waited for, who stands still, what people have been shown and have said. */
import type { CommandName, Commands, DocumentView, Message, Reply } from '../../../utils/messages/index.ts';
import type { Speaker } from '../../../utils/messages/judge.ts';
import { type Held, hold } from '../../unit/sync/hold.ts';
import type { World } from '../../unit/sync/world.ts';

export interface Stage {
  readonly world: World;
  /** What was seen to be wrong on the way. */
  readonly flaws: string[];
  /** The cards as they were last shown, by order. */
  readonly cards: Map<string, readonly DocumentView[]>;
  /** "Another sale", "do it all the same": the evidence that a person overruled, by order. */
  readonly overruled: Map<string, Set<string>>;
  /** Documents whose PDF a person had written once more, and whose invoice a person had named. */
  readonly attached: Set<string>;
  readonly linked: Set<string>;
  /** What another installation has booked, by order. What changes of the order afterwards would hide it from every look-up. */
  readonly elsewhere: Map<string, string>;
  /** By how much the clock was set back in all; milliseconds. */
  setBack: number;
  /** How many requests had passed whenever the clock was set. */
  readonly clockSetAt: number[];
  isHeld(): boolean;
  /** The worker is to stand still where it next comes by such a gate. */
  holdAt(gate: string): void;
  letGo(): Promise<void>;
  /** null: the worker died, or does not answer within so many turns of the event loop. */
  ask<N extends CommandName>(
    message: Message<N>,
    speaker: Speaker,
    turns?: number | null,
  ): Promise<Reply<Commands[N]['reply']> | null>;
  /** Everything that was asked is answered, or never will be. */
  answered(): Promise<void>;
}

/** Whoever waits for a worker that stands still waits no longer than this. */
const PATIENCE = 400;

export function createStage(world: World): Stage {
  const flaws: string[] = [];
  const open = new Set<Promise<unknown>>();
  let held: Held | null = null;
  let isReached = false;
  let until: Promise<unknown> = Promise.resolve();

  const isHeld = (): boolean => held !== null && isReached && !world.life().isOver();

  async function turnsOf<T>(answer: Promise<T>, most: number): Promise<T | null> {
    let isOver = false;
    const over = answer.then((value) => {
      isOver = true;
      return value;
    });
    for (let turn = 0; turn < most && !isOver; turn += 1) await new Promise(setImmediate);
    return isOver ? over : null;
  }

  return {
    world,
    flaws,
    cards: new Map(),
    overruled: new Map(),
    attached: new Set(),
    linked: new Set(),
    elsewhere: new Map(),
    setBack: 0,
    clockSetAt: [],
    isHeld,

    holdAt(gate) {
      if (held !== null) return;
      const holding = hold(world, new RegExp(`^${gate}`));
      const life = world.life();
      held = holding;
      isReached = false;
      until = holding.reached;
      void holding.reached.then(() => {
        if (world.life() === life) isReached = true;
      });
    },

    async letGo() {
      if (held === null) return;
      world.life().watched = null;
      held.release();
      held = null;
      isReached = false;
      until = Promise.resolve();
      await new Promise(setImmediate);
    },

    async ask(message, speaker, turns = null) {
      world.begin();
      const life = world.life();
      const reply = world.ask(message, speaker).catch((error: unknown) => {
        flaws.push(`said: ${messageOf(error)}`);
        return null;
      });
      const answer = Promise.race([reply, life.died.then(() => null)]);
      open.add(answer);
      void answer.finally(() => open.delete(answer));
      if (isHeld()) return turnsOf(answer, turns ?? PATIENCE);
      if (turns !== null) return turnsOf(answer, turns);
      return held === null ? answer : Promise.race([answer, until.then(() => null)]);
    },

    async answered() {
      await Promise.all(open);
    },
  };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
