import { beforeEach, expect, test } from 'vitest';
import { createWatch, type Page, type Port, type Runtime } from '../../../components/ask.ts';

interface FakePort extends Port {
  readonly posted: unknown[];
  say(message: unknown): void;
  lose(): void;
  closed: boolean;
}

let ports: FakePort[];
let timers: { run: () => void; ms: number }[];
let visibility: (() => void)[];
let pageshow: ((event: { persisted: boolean }) => void)[];
let hidden: boolean;
let connectFails: boolean;
let runtime: Runtime & { id: string | undefined };
let changes: number;

const fakePort = (): FakePort => {
  const hearers: ((message: unknown) => void)[] = [];
  const losers: (() => void)[] = [];
  return {
    posted: [],
    closed: false,
    postMessage(message) {
      this.posted.push(message);
    },
    disconnect() {
      this.closed = true;
    },
    onMessage: { addListener: (hear) => void hearers.push(hear) },
    onDisconnect: { addListener: (hear) => void losers.push(hear) },
    say: (message) => {
      for (const hear of hearers) hear(message);
    },
    lose: () => {
      for (const hear of losers) hear();
    },
  };
};

const page: Page = {
  document: {
    get hidden() {
      return hidden;
    },
    addEventListener: (_type: string, hear: unknown) => void visibility.push(hear as () => void),
    removeEventListener: (_type: string, hear: unknown) => {
      visibility = visibility.filter((each) => each !== hear);
    },
  } as Page['document'],
  addEventListener: (_type, hear) => void pageshow.push(hear),
  removeEventListener: (_type, hear) => {
    pageshow = pageshow.filter((each) => each !== hear);
  },
  setTimeout: (run, ms) => timers.push({ run, ms }),
  clearTimeout: (timer) => {
    if (timer !== undefined) timers[timer - 1] = { run: () => {}, ms: Number.NaN };
  },
};

beforeEach(() => {
  ports = [];
  timers = [];
  visibility = [];
  pageshow = [];
  hidden = false;
  connectFails = false;
  changes = 0;
  runtime = {
    id: 'mostek',
    sendMessage: async () => undefined,
    connect(info) {
      expect(info).toEqual({ name: 'watch' });
      if (connectFails) throw new Error('Could not establish connection.');
      const port = fakePort();
      ports.push(port);
      return port;
    },
  };
});

const watch = (orderId: string | null = '1001') => createWatch(runtime, page)(orderId, () => (changes += 1));
const port = (): FakePort => {
  const last = ports.at(-1);
  if (last === undefined) throw new Error('no port was opened');
  return last;
};
const waits = () => timers.map(({ ms }) => ms).filter((ms) => !Number.isNaN(ms));
const elapse = (): void => timers.at(-1)?.run();

test('says which order it watches and passes on every change', () => {
  watch();
  expect(port().posted).toEqual([{ orderId: '1001' }]);
  port().say({ changed: true });
  port().say({ changed: true });
  expect(changes).toBe(2);
});

test('a page of our own watches all orders', () => {
  watch(null);
  expect(port().posted).toEqual([]);
});

test('what is no change is not taken for one', () => {
  watch();
  port().say('hello');
  port().say(null);
  expect(changes).toBe(0);
});

test('a lost port is opened anew, and what may have been missed is asked for', () => {
  watch();
  port().lose();
  expect(waits()).toEqual([1000]);
  expect(changes).toBe(0);
  elapse();
  expect(ports).toHaveLength(2);
  expect(changes).toBe(1);
});

test('in silence it is opened ever more slowly; a change makes it quick again', () => {
  watch();
  const waited: unknown[] = [];
  for (let round = 0; round < 6; round += 1) {
    port().lose();
    waited.push(timers.at(-1)?.ms);
    elapse();
  }
  expect(waited).toEqual([1000, 2000, 5000, 15_000, 30_000, 30_000]);
  port().say({ changed: true });
  port().lose();
  expect(timers.at(-1)?.ms).toBe(1000);
});

test('a background that cannot be reached is tried again', () => {
  connectFails = true;
  watch();
  expect(ports).toHaveLength(0);
  connectFails = false;
  elapse();
  expect(ports).toHaveLength(1);
  expect(changes).toBe(1);
});

test('a hidden page lets the worker sleep and catches up when the person comes back', () => {
  watch();
  hidden = true;
  port().lose();
  expect(waits()).toEqual([]);
  hidden = false;
  for (const see of visibility) see();
  expect(ports).toHaveLength(2);
  expect(changes).toBe(1);
});

test('a page from the back/forward cache does not trust its old port', () => {
  watch();
  const old = port();
  for (const show of pageshow) show({ persisted: true });
  expect(old.closed).toBe(true);
  expect(ports).toHaveLength(2);
  old.say({ changed: true });
  expect(changes).toBe(1);
});

test('an extension that is gone is not called any more', () => {
  watch();
  runtime.id = undefined;
  port().lose();
  elapse();
  expect(ports).toHaveLength(1);
});

test('after the end nothing is heard and nothing is opened', () => {
  const stop = watch();
  stop();
  expect(port().closed).toBe(true);
  port().say({ changed: true });
  port().lose();
  elapse();
  expect(changes).toBe(0);
  expect(ports).toHaveLength(1);
  expect([...visibility, ...pageshow]).toEqual([]);
});
