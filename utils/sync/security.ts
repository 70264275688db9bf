/**
 * The keys under a passphrase: setting it, giving it, and locking again. While they are locked nothing is sent, and nothing is
 * lost: what is queued stays queued, what is booked stays where it is (design: secrets).
 */
import type { Reason, ReasonCode } from '../invoice/finding';
import type {
  FieldProblem,
  IfirmaKeyName,
  KeyProblems,
  KeysReply,
  Reply,
  SecurityView,
  StoredKey,
  TypedKeys,
} from '../messages';
import { PASSPHRASE_LEAST } from '../messages';
import { fact } from '../store/facts';
import type { Store } from '../store/open';
import type { SessionArea } from '../store/session';
import type { SecretChange } from '../store/vault';
import type { Clock } from './clock';

export interface SecurityTools {
  readonly store: Store;
  readonly clock: Clock;
  /** When a person last did something, in epoch milliseconds; it outlives the worker and ends with the browser. */
  readonly lastUse: SessionArea;
  /** Makes the browser ring for `due`. Epoch milliseconds; null: never. */
  readonly lockAt: (moment: number | null) => void;
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
  /** The time of idleness may be over. Called when the alarm rings, and whenever the worker may have overslept it. */
  due(): Promise<void>;
}

/** Minutes. Not stored: only when the browser ends. */
const AUTO_LOCK = fact<number | null>('auto-lock', 1);
const MINUTE = 60_000;
const KEY_NAMES: readonly IfirmaKeyName[] = ['faktura', 'abonent', 'rachunek'];

const DONE: Done = { ok: true, value: null };

/** Why an account waits whose keys went with a forgotten passphrase (`Account.pausedBy`). */
const KEYS_GONE = 'keys';

export function createSecurity({ store, clock, lastUse, lockAt, isWorking, changed }: SecurityTools): Security {
  const { vault, facts, accounts } = store;

  async function storedKeys(): Promise<readonly StoredKey[]> {
    const fingerprintsOf = await vault.allFingerprints();
    return (await accounts.all()).flatMap((account) => {
      const fingerprints = fingerprintsOf(account.id, account.panel);
      return KEY_NAMES.flatMap((name): StoredKey[] => {
        const fingerprint = fingerprints[name];
        return fingerprint === null ? [] : [{ accountId: account.id, account: account.name, name, fingerprint }];
      });
    });
  }

  async function view(): Promise<SecurityView> {
    return { passphrase: await vault.state(), autoLock: await facts.get(AUTO_LOCK), keys: await storedKeys() };
  }

  async function used(): Promise<void> {
    if ((await vault.state()) !== 'unlocked') return;
    await lastUse.set(String(clock.now()));
    const minutes = await facts.get(AUTO_LOCK);
    lockAt(minutes === null ? null : clock.now() + minutes * MINUTE);
  }

  async function forget(): Promise<void> {
    await lastUse.clear();
    lockAt(null);
  }

  async function lock(): Promise<Done> {
    await vault.lock();
    await forget();
    changed();
    return DONE;
  }

  /** Which keys were typed, and what is wrong with them. */
  async function typedKeys(keys: TypedKeys): Promise<{ secrets: SecretChange[]; problems: KeyProblems }> {
    const secrets: SecretChange[] = [];
    const problems: Record<string, FieldProblem> = {};
    for (const { accountId, name } of await storedKeys()) {
      // White space is pasted along with keys (ifirma-api 1.5).
      const value = (keys[accountId]?.[name] ?? '').replace(/\s+/g, '');
      const problem = hexProblem(value) ?? ((await vault.matches(accountId, name, value)) ? null : 'other-key');
      if (problem === null) secrets.push({ owner: accountId, name, value });
      else problems[`${accountId}/${name}`] = problem;
    }
    return { secrets, problems };
  }

  return {
    view,
    lock,

    async isLocked() {
      return (await vault.state()) === 'locked';
    },

    async unlock(passphrase) {
      if ((await vault.state()) === 'none') return DONE;
      if (!(await vault.unlock(passphrase))) return refuse('passphrase-wrong');
      await used();
      changed();
      return DONE;
    },

    async lockAfter(minutes) {
      if (!(await facts.set(AUTO_LOCK, minutes, 'strict')).ok) return refuse('storage-full');
      await used();
      changed();
      return DONE;
    },

    async on(passphrase, keys, autoLock) {
      // The form has said both already: nobody gets here by typing.
      if (passphrase.length < PASSPHRASE_LEAST) return refuse('internal', { detail: 'passphrase' });
      if ((await vault.state()) !== 'none') return refuse('internal', { detail: 'passphrase' });
      const { secrets, problems } = await typedKeys(keys);
      if (Object.keys(problems).length > 0) return { ok: true, value: { ok: false, keys: problems } };
      if (!(await facts.set(AUTO_LOCK, autoLock, 'strict')).ok) return refuse('storage-full');
      if (!(await vault.turnOn(passphrase, secrets)).ok) return refuse('storage-full');
      await used();
      changed();
      return { ok: true, value: { ok: true, value: await view() } };
    },

    async change(current, next) {
      if (next.length < PASSPHRASE_LEAST) return refuse('internal', { detail: 'passphrase' });
      return outcome(await vault.change(current, next));
    },

    async off(current) {
      const reply = outcome(await vault.turnOff(current));
      if (!reply.ok) return reply;
      await forget();
      changed();
      return reply;
    },

    async forgetPassphrase() {
      // Whoever can open them may turn it off instead, and keeps them.
      if ((await vault.state()) !== 'locked') return refuse('internal', { detail: 'passphrase' });
      // First, so that nothing of the queue meets an account without keys and fails for it.
      for (const { id } of await accounts.all())
        if (!(await accounts.change(id, (account) => ({ ...account, pausedBy: KEYS_GONE }))).ok)
          return refuse('storage-full');
      if (!(await vault.forget()).ok) return refuse('storage-full');
      await forget();
      changed();
      return DONE;
    },

    touch() {
      void used().catch(() => undefined);
    },

    async due() {
      if ((await vault.state()) !== 'unlocked') return;
      const minutes = await facts.get(AUTO_LOCK);
      if (minutes === null) return;
      const now = clock.now();
      let last = Number((await lastUse.get()) ?? Number.POSITIVE_INFINITY);
      // A clock that was set back would keep them open for as long as it was set back by.
      if (last > now) {
        last = now;
        await lastUse.set(String(now));
      }
      if (now < last + minutes * MINUTE) {
        lockAt(last + minutes * MINUTE);
        return;
      }
      // What is on its way comes to its end first.
      if (isWorking()) lockAt(now + MINUTE);
      else await lock();
    },
  };
}

function hexProblem(value: string): FieldProblem | null {
  if (value === '') return 'required';
  if (!/^[0-9a-f]+$/i.test(value)) return 'key-not-hex';
  return value.length % 2 === 0 ? null : 'key-odd-length';
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
