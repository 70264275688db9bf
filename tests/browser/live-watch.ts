/**
 * What our content scripts hold on to in a page: listeners on what outlives them, observers, intervals, lines to the background. Counted
 * in their own world, from the moment the watch is set up.
 */
import type { Page } from '@playwright/test';
import type { Browser } from 'wxt/browser';
import type { Launched } from './launch.ts';

/** The browser's own API object, in the worker and in the content scripts' world. */
declare const chrome: typeof Browser;

export interface Held {
  /** `target type`, one entry a listener; only on the window, the document, its root and body, and the navigation. */
  readonly listeners: readonly string[];
  readonly observers: number;
  readonly intervals: number;
  readonly ports: number;
}

export interface LiveWatch {
  held(): Promise<Held>;
}

/** The page must have our sentinel already, and keeps its document from now on. */
export async function watchLive({ worker }: Launched, page: Page): Promise<LiveWatch> {
  const tabId = await worker.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id ?? -1, page.url());
  await worker.evaluate(async (tabId) => {
    await chrome.scripting.executeScript({ target: { tabId }, func: countFromNow });

    /** Runs in the world of the content scripts. */
    function countFromNow(): void {
      // WXT keeps one a script, by which a second copy of it ends the first. It stays for as long as the document.
      const OF_THE_FRAMEWORK = /:wxt:content-script-started$/;
      const names = new Map<EventTarget, string>([
        [window, 'window'],
        [document, 'document'],
        [document.documentElement, 'html'],
        [document.body, 'body'],
      ]);
      const { navigation } = window as unknown as { navigation?: EventTarget };
      if (navigation !== undefined) names.set(navigation, 'navigation');
      const listeners = new Map<string, Map<unknown, number>>();
      const count = (key: string, listener: unknown, by: 1 | -1): void => {
        const known = listeners.get(key) ?? new Map<unknown, number>();
        const now = (known.get(listener) ?? 0) + by;
        if (now > 0) known.set(listener, now);
        else known.delete(listener);
        listeners.set(key, known);
      };
      const keyOf = (target: EventTarget, type: string, options: unknown): string => {
        const capture = typeof options === 'object' ? (options as AddEventListenerOptions | null)?.capture : options;
        return `${names.get(target)} ${type}${capture === true ? ' capture' : ''}`;
      };
      const { addEventListener, removeEventListener } = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (type, listener, options) {
        // Without a receiver of its own it is the window's.
        const target = this ?? window;
        if (names.has(target) && listener !== null && !OF_THE_FRAMEWORK.test(type)) {
          const key = keyOf(target, type, options);
          const { signal } = typeof options === 'object' ? options : { signal: undefined };
          if (signal?.aborted !== true && listeners.get(key)?.has(listener) !== true) {
            count(key, listener, 1);
            if (signal) addEventListener.call(signal, 'abort', () => count(key, listener, -1));
          }
        }
        addEventListener.call(target, type, listener, options);
      };
      EventTarget.prototype.removeEventListener = function (type, listener, options) {
        const target = this ?? window;
        if (names.has(target)) count(keyOf(target, type, options), listener, -1);
        removeEventListener.call(target, type, listener, options);
      };

      const observers = new Set<unknown>();
      for (const kind of [MutationObserver, ResizeObserver, IntersectionObserver, PerformanceObserver]) {
        const { observe, disconnect } = kind.prototype as {
          observe: (...all: never[]) => void;
          disconnect: () => void;
        };
        Object.assign(kind.prototype, {
          observe(this: unknown, ...all: never[]) {
            observers.add(this);
            observe.apply(this, all);
          },
          disconnect(this: unknown) {
            observers.delete(this);
            disconnect.apply(this);
          },
        });
      }

      const intervals = new Set<unknown>();
      const { setInterval, clearInterval } = window;
      Object.assign(window, {
        setInterval: (run: () => void, ms: number) => {
          const timer = setInterval.call(window, run, ms);
          intervals.add(timer);
          return timer;
        },
        clearInterval: (timer: number | undefined) => {
          intervals.delete(timer);
          clearInterval.call(window, timer);
        },
      });

      const ports = new Set<unknown>();
      const connect = chrome.runtime.connect.bind(chrome.runtime) as (info: { name: string }) => Browser.runtime.Port;
      const watched = (info: { name: string }): Browser.runtime.Port => {
        const port = connect(info);
        ports.add(port);
        port.onDisconnect.addListener(() => ports.delete(port));
        const disconnect = port.disconnect.bind(port);
        port.disconnect = () => {
          ports.delete(port);
          disconnect();
        };
        return port;
      };
      const world = globalThis as unknown as { browser?: typeof chrome; live: () => unknown };
      for (const { runtime } of [chrome, world.browser ?? chrome]) Object.assign(runtime, { connect: watched });

      world.live = () => ({
        listeners: [...listeners].flatMap(([key, known]) =>
          [...known.values()].flatMap((times) => Array(times).fill(key)),
        ),
        observers: observers.size,
        intervals: intervals.size,
        ports: ports.size,
      });
    }
  }, tabId);
  return {
    held: () =>
      worker.evaluate(async (tabId) => {
        const [held] = await chrome.scripting.executeScript({
          target: { tabId },
          func: () => (globalThis as unknown as { live: () => Held }).live(),
        });
        if (held?.result == null) throw new Error('the watch is gone');
        return held.result;
      }, tabId),
  };
}
