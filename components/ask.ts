/**
 * The views' line to the background: `ask` for commands, `watch` for changes. Nothing is parsed here, because the other
 * end is our own background (the page around a content script cannot answer in its place), and nothing ever throws: a view
 * always has something to say.
 */
import type { Changed, CommandName, Commands, Reply, Watch } from '../utils/messages';
import { WATCH_PORT } from '../utils/messages';
import type { ViewReason } from '../utils/texts/reasons';

export interface Port {
  postMessage(message: unknown): void;
  disconnect(): void;
  readonly onMessage: { addListener(hear: (message: unknown) => void): void };
  readonly onDisconnect: { addListener(hear: () => void): void };
}

/** What is needed of `browser.runtime`. */
export interface Runtime {
  /** Undefined once the extension was updated, switched off or removed while this page stayed open. */
  readonly id?: string | undefined;
  sendMessage(message: unknown): Promise<unknown>;
  connect(info: { name: string }): Port;
}

/** As `Reply`, with the two reasons that only a view can find. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: ViewReason };

export type Ask = <N extends CommandName>(name: N, what: Commands[N]['ask']) => Promise<Answer<Commands[N]['reply']>>;

const GONE: ViewReason = { code: 'extension-gone', params: {} };
const SILENT: ViewReason = { code: 'extension-silent', params: {} };

/** Chromium says "Extension context invalidated." and takes `runtime.id` away; Firefox only takes it away. */
const isGone = (runtime: Runtime, error: unknown): boolean =>
  runtime.id === undefined || (error instanceof Error && /context invalidated/i.test(error.message));

const isReply = (answer: unknown): answer is Reply<never> =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean';

export const createAsk =
  (runtime: Runtime): Ask =>
  async (name, what) => {
    try {
      const answer = await runtime.sendMessage({ type: name, ...what });
      return isReply(answer) ? answer : { ok: false, reason: isGone(runtime, null) ? GONE : SILENT };
    } catch (error) {
      return { ok: false, reason: isGone(runtime, error) ? GONE : SILENT };
    }
  };

/** Calls `onChange` after every change, until the returned function is called. `null`: of any order, on a page of a panel of any of that panel. */
export type WatchOrder = (orderId: string | null, onChange: () => void) => () => void;

/** What is needed of `window`. */
export interface Page {
  readonly document: { readonly hidden: boolean } & Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  addEventListener(type: 'pageshow', hear: (event: { readonly persisted: boolean }) => void): void;
  removeEventListener(type: 'pageshow', hear: (event: { readonly persisted: boolean }) => void): void;
  setTimeout(run: () => void, ms: number): number;
  clearTimeout(timer: number | undefined): void;
}

/**
 * A worker sleeps after 30 s of silence and takes its ports with it, so a lost port is ordinary. It is opened again ever
 * more slowly while nothing happens, at once when the person comes back to the page, and each time the view asks anew,
 * since a change may have been missed in between.
 */
const BACK_OFF_MS = [1_000, 2_000, 5_000, 15_000, 30_000] as const;

const isChanged = (message: unknown): message is Changed =>
  typeof message === 'object' && message !== null && 'changed' in message;

export const createWatch =
  (runtime: Runtime, page: Page): WatchOrder =>
  (orderId, onChange) => {
    let port: Port | null = null;
    let timer: number | undefined;
    let quiet = 0;
    let stopped = false;

    const open = (): void => {
      page.clearTimeout(timer);
      if (stopped || runtime.id === undefined) return;
      try {
        const opened = runtime.connect({ name: WATCH_PORT });
        port = opened;
        opened.onMessage.addListener((message) => {
          if (port !== opened || !isChanged(message)) return;
          quiet = 0;
          onChange();
        });
        opened.onDisconnect.addListener(() => {
          if (port !== opened) return;
          port = null;
          later();
        });
        if (orderId !== null) opened.postMessage({ orderId } satisfies Watch);
      } catch {
        port = null;
        later();
      }
    };

    const openAndCatchUp = (): void => {
      open();
      if (port !== null) onChange();
    };

    const later = (): void => {
      const wait = BACK_OFF_MS[Math.min(quiet, BACK_OFF_MS.length - 1)] ?? 30_000;
      quiet += 1;
      page.clearTimeout(timer);
      if (!stopped && !page.document.hidden) timer = page.setTimeout(openAndCatchUp, wait);
    };

    const onVisible = (): void => {
      if (!page.document.hidden && port === null) openAndCatchUp();
    };

    const drop = (): void => {
      const dropped = port;
      port = null;
      try {
        dropped?.disconnect();
      } catch {
        // The extension is gone, and the port with it.
      }
    };

    /** A page that comes back from the back/forward cache holds a port that died without a word. */
    const onPageShow = (event: { readonly persisted: boolean }): void => {
      if (!event.persisted) return;
      drop();
      openAndCatchUp();
    };

    page.document.addEventListener('visibilitychange', onVisible);
    page.addEventListener('pageshow', onPageShow);
    open();

    return () => {
      stopped = true;
      page.clearTimeout(timer);
      page.document.removeEventListener('visibilitychange', onVisible);
      page.removeEventListener('pageshow', onPageShow);
      drop();
    };
  };
