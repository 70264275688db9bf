/**
 * The keys under a passphrase: setting it, giving it, and locking again. While they are locked nothing is sent, and nothing is
 * lost: what is queued stays queued, what is booked stays where it is (design: secrets).
 */
import type { Reason, ReasonCode } from '../invoice/finding';
import type { KeysReply, Reply, SecurityView, TypedKeys } from '../messages';
import { PASSPHRASE_LEAST } from '../messages';
import type { Store } from '../store/open';
import { AUTO_LOCK, type IdleTimeTools, idleTime, MINUTE } from './idle-time';
import { storedKeys, typedKeys } from './typed-keys';

export interface SecurityTools extends IdleTimeTools {
  readonly store: Store;
  readonly isWorking: () => boolean;
  /** Told when the keys were locked or unlocked, or another setting of theirs was saved. */
  readonly changed: () => void;
}

type Done = Reply<null>;

export interface Security {
  view(): Promise<SecurityView>;
  isLocked(): Promise<boolean>;
  unlock(passphrase: string): Promise<Done>;
  lock(): Promise<Done>;
  /** @param minutes of idleness; null: only when the browser ends. */
  lockAfter(minutes: number | null): Promise<Done>;
  on(passphrase: string, keys: TypedKeys, autoLock: number | null): Promise<Reply<KeysReply<SecurityView>>>;
  change(current: string, next: string): Promise<Done>;
  off(current: string): Promise<Done>;
  /** The keys go with it; the accounts wait, their queues kept, until a connection test succeeds with new ones. */
  forgetPassphrase(): Promise<Reply<null>>;
  /** A person did something. */
  touch(): void;
  /**
   * The time of idleness may be over: asked before each message, before each document, and when the alarm rings, because no
   * alarm rings in a computer that sleeps.
   *
   * @param atOnce false: a document that is on its way comes to its end first.
   */
  due(atOnce: boolean): Promise<void>;
  /** The alarm rang. */
  rang(): Promise<void>;
  /** Runs what empties the store while nobody sets, gives or takes off the passphrase, and drops the keys when it has. */
  wiping<T>(wipe: () => Promise<Reply<T>>): Promise<Reply<T>>;
}

const DONE: Done = { ok: true, value: null };

/** Why an account waits whose keys went with a forgotten passphrase (`Account.pausedBy`). */
const KEYS_GONE = 'keys';

/** How often keys are asked for anew that were saved while the passphrase was being set. */
const TRIES = 3;

export function createSecurity(tools: SecurityTools): Security {
  const { store, lockAt, isWorking, changed } = tools;
  const { vault, facts, accounts } = store;
  const idle = idleTime(tools);
  let turn: Promise<unknown> = Promise.resolve();

  /** What sets, gives or takes off the passphrase takes its second, and goes one after another, whichever tab it comes from. */
  function inTurn<T>(task: () => Promise<T>): Promise<T> {
    const done = turn.then(task, task);
    turn = done.catch(() => undefined);
    return done;
  }

  async function view(): Promise<SecurityView> {
    return { passphrase: await vault.state(), autoLock: await facts.get(AUTO_LOCK), keys: await storedKeys(store) };
  }

  async function dropKeys(): Promise<void> {
    await vault.lock();
    await idle.stop();
  }

  async function lockNow(): Promise<Done> {
    await dropKeys();
    changed();
    return DONE;
  }

  async function turnOn(passphrase: string, keys: TypedKeys, autoLock: number | null): ReturnType<Security['on']> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      if ((await vault.state()) !== 'none') break;
      const { secrets, problems } = await typedKeys(store, keys);
      if (Object.keys(problems).length > 0) return { ok: true, value: { ok: false, keys: problems } };
      const written = await vault.turnOn(passphrase, secrets, [{ ...AUTO_LOCK, value: autoLock }]);
      if (written.ok) {
        await idle.used();
        changed();
        return { ok: true, value: { ok: true, value: await view() } };
      }
      switch (written.why) {
        case 'full':
          return refuse('storage-full');
        case 'other-keys':
          // Another form has saved one meanwhile, so it is asked for as well.
          break;
        default:
          return written satisfies never;
      }
    }
    return refuse('internal', { detail: 'passphrase' });
  }

  async function due(atOnce: boolean): Promise<void> {
    const left = await idle.left();
    if (left === null) return;
    if (left > 0) idle.ringIn(left);
    else if (!atOnce && isWorking()) idle.ringIn(MINUTE);
    else await lockNow();
  }

  return {
    view,
    due,
    lock: () => inTurn(lockNow),

    async isLocked() {
      return (await vault.state()) === 'locked';
    },

    unlock: (passphrase) =>
      inTurn(async () => {
        if ((await vault.state()) === 'none') return DONE;
        if (!(await vault.unlock(passphrase))) return refuse('passphrase-wrong');
        await idle.used();
        changed();
        return DONE;
      }),

    lockAfter: (minutes) =>
      inTurn(async () => {
        if ((await vault.state()) === 'locked') return refuse('locked');
        if (!(await facts.set(AUTO_LOCK, minutes, 'strict')).ok) return refuse('storage-full');
        await idle.used();
        changed();
        return DONE;
      }),

    async on(passphrase, keys, autoLock) {
      // The form has said it already: nobody gets here by typing.
      if (passphrase.length < PASSPHRASE_LEAST) return refuse('internal', { detail: 'passphrase' });
      return inTurn(() => turnOn(passphrase, keys, autoLock));
    },

    async change(current, next) {
      if (next.length < PASSPHRASE_LEAST) return refuse('internal', { detail: 'passphrase' });
      return inTurn(async () => outcome(await vault.change(current, next)));
    },

    off: (current) =>
      inTurn(async () => {
        const reply = outcome(await vault.turnOff(current));
        if (!reply.ok) return reply;
        await idle.stop();
        changed();
        return reply;
      }),

    forgetPassphrase: () =>
      inTurn(async () => {
        // Whoever can open them may turn it off instead, and keeps them.
        if ((await vault.state()) !== 'locked') return refuse('internal', { detail: 'passphrase' });
        // First, so that nothing of the queue meets an account without keys and fails for it.
        for (const { id } of await accounts.all())
          if (!(await accounts.change(id, (account) => ({ ...account, pausedBy: KEYS_GONE }))).ok)
            return refuse('storage-full');
        if (!(await vault.forget()).ok) return refuse('storage-full');
        await idle.stop();
        changed();
        return DONE;
      }),

    touch() {
      void idle.used().catch(() => undefined);
    },

    async rang() {
      // Set by somebody who saw the keys open just before they were locked, or wiped: it is not to ring for ever.
      if ((await vault.state()) === 'unlocked') await due(false);
      else lockAt(null);
    },

    wiping: (wipe) =>
      inTurn(async () => {
        const reply = await wipe();
        if (reply.ok) await dropKeys();
        return reply;
      }),
  };
}

function outcome(done: 'done' | 'wrong' | 'full'): Done {
  switch (done) {
    case 'done':
      return DONE;
    case 'wrong':
      return refuse('passphrase-wrong');
    case 'full':
      return refuse('storage-full');
    default:
      return done satisfies never;
  }
}

function refuse(code: ReasonCode, params: Reason['params'] = {}): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason: { code, params } };
}
