import { expect, it, vi } from 'vitest';
import type { Speaker } from '../../../utils/messages/judge.ts';
import { createWatchers } from '../../../utils/sync/watchers.ts';
import { exampleTransfer, PANEL } from '../store/examples.ts';

function port(sends: () => void = () => undefined, orderId: string | null = '1001') {
  let close = (): void => undefined;
  return {
    postMessage: vi.fn(sends),
    disconnect: vi.fn(),
    onMessage: { addListener: (listener: (said: unknown) => void) => listener({ orderId }) },
    onDisconnect: {
      addListener: (listener: () => void) => {
        close = listener;
      },
    },
    close: () => close(),
  };
}

const PAGE: Speaker = { kind: 'view' };
const CARD: Speaker = { kind: 'panel', panel: PANEL, tabId: 1 };
const OTHER_CARD: Speaker = { kind: 'panel', panel: 'inny', tabId: 2 };

it('a transfer is told to our pages and to the card of its order, an announcement to everybody who still listens', () => {
  const watchers = createWatchers();
  const [page, card, other, gone] = [port(), port(), port(), port()];
  watchers.add(page, PAGE);
  watchers.add(card, CARD);
  watchers.add(other, OTHER_CARD);
  watchers.add(gone, PAGE);
  gone.close();
  watchers.tell(exampleTransfer());
  expect([page, card, other].map(({ postMessage }) => postMessage.mock.calls.length)).toEqual([1, 1, 0]);
  watchers.announce();
  expect([page, card, other].map(({ postMessage }) => postMessage.mock.calls)).toEqual([
    [[{ changed: true }], [{ changed: true }]],
    [[{ changed: true }], [{ changed: true }]],
    [[{ changed: true }]],
  ]);
  expect(gone.postMessage).not.toHaveBeenCalled();
});

it('a page that is gone is forgotten, and keeps nobody else from hearing', () => {
  const watchers = createWatchers();
  const broken = port(() => {
    throw new Error('the page is in the back/forward cache');
  });
  const page = port();
  watchers.add(broken, PAGE);
  watchers.add(page, PAGE);
  watchers.announce();
  watchers.announce();
  expect(broken.postMessage).toHaveBeenCalledTimes(1);
  expect(page.postMessage).toHaveBeenCalledTimes(2);
});

it('a stranger hears nothing', () => {
  const watchers = createWatchers();
  const stranger = port();
  watchers.add(stranger, { kind: 'stranger' });
  watchers.announce();
  expect(stranger.disconnect).toHaveBeenCalled();
  expect(stranger.postMessage).not.toHaveBeenCalled();
});

it('a list is told of every transfer of its panel, and of no other panel’s', () => {
  const watchers = createWatchers();
  const [list, other] = [port(undefined, null), port(undefined, null)];
  watchers.add(list, CARD);
  watchers.add(other, OTHER_CARD);
  watchers.tell(exampleTransfer());
  expect([list, other].map(({ postMessage }) => postMessage.mock.calls.length)).toEqual([1, 0]);
});
