/** The world of our content scripts: what they can see, and what somebody who got in there could say. */
import type { Page } from '@playwright/test';
import type { Browser } from 'wxt/browser';
import type { Reply } from '../../utils/messages/index.ts';
import type { Launched } from './launch.ts';

/** The browser's own API object, in the worker and in the content scripts' world. */
declare const chrome: typeof Browser;

/** What became of a message: the background's reply, or the error that the sender met. */
export type Said = Reply<unknown> | { readonly error: string } | null;

/** Says it from the page's top frame, or from its first inner frame. */
export async function sayFrom({ worker }: Launched, page: Page, message: object, inner = false): Promise<Said> {
  return worker.evaluate(
    async ({ url, message, inner }) => {
      const [tab] = await chrome.tabs.query({ url });
      if (tab?.id === undefined) throw new Error(`no tab shows ${url}`);
      const tabId = tab.id;
      const frames = await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, func: () => null });
      const frame = frames.find(({ frameId }) => (frameId !== 0) === inner);
      if (frame === undefined) throw new Error('no such frame');
      const [said] = await chrome.scripting.executeScript({
        target: { tabId, frameIds: [frame.frameId] },
        // As text, because on this way an object loses what is null in it.
        args: [JSON.stringify(message)],
        func: async (text: string) => {
          const said = chrome.runtime.sendMessage(JSON.parse(text)) as Promise<unknown>;
          return JSON.stringify((await said.catch((error: unknown) => ({ error: String(error) }))) ?? null);
        },
      });
      return JSON.parse(said?.result ?? 'null') as Said;
    },
    { url: page.url(), message, inner },
  );
}

/** What reading our storage gives there: the error's text, as it should be, or what was read. */
export async function storageSeenFrom({ worker }: Launched, page: Page): Promise<Record<string, string>> {
  return worker.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url });
    if (tab?.id === undefined) throw new Error(`no tab shows ${url}`);
    const [seen] = await chrome.scripting.executeScript({
      target: { tabId: tab.id },
      func: async () => {
        const areas: Record<string, string> = {};
        for (const area of ['local', 'session', 'sync'] as const) {
          areas[area] = await chrome.storage[area].get().then(JSON.stringify, String);
        }
        return areas;
      },
    });
    return seen?.result ?? {};
  }, page.url());
}

/** From now on everything that a content script of the page is told is kept, and is read by the returned function. */
export async function listenIn({ worker }: Launched, page: Page): Promise<() => Promise<string>> {
  const tabId = await worker.evaluate(async (url) => (await chrome.tabs.query({ url }))[0]?.id ?? -1, page.url());
  await worker.evaluate(async (tabId) => {
    await chrome.scripting.executeScript({
      target: { tabId },
      func: () => {
        const world = globalThis as unknown as { heard: string[]; browser?: typeof chrome };
        world.heard = [];
        for (const { runtime } of [chrome, world.browser ?? chrome]) {
          const send = runtime.sendMessage.bind(runtime) as (message: unknown) => Promise<unknown>;
          Object.assign(runtime, {
            sendMessage: async (message: unknown) => {
              const reply = await send(message);
              world.heard.push(JSON.stringify(reply));
              return reply;
            },
          });
        }
      },
    });
  }, tabId);
  return () =>
    worker.evaluate(async (tabId) => {
      const [heard] = await chrome.scripting.executeScript({
        target: { tabId },
        func: () => (globalThis as unknown as { heard: string[] }).heard.join('\n'),
      });
      return heard?.result ?? '';
    }, tabId);
}
