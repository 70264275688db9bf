import { expect, test } from 'vitest';
import type { WatchOrder } from '../../../../components/ask.ts';
import { oneLine } from '../../../../entrypoints/list.content/one-line.ts';

function lines() {
  const open = new Set<{ readonly orderId: string | null; readonly hear: () => void }>();
  let opened = 0;
  const watch: WatchOrder = (orderId, hear) => {
    const line = { orderId, hear };
    open.add(line);
    opened += 1;
    return () => void open.delete(line);
  };
  return { watch, open, opened: () => opened, change: () => [...open].forEach(({ hear }) => void hear()) };
}

test('two who watch the whole panel share one line, and both hear of a change', () => {
  const { watch, opened, change } = lines();
  const heard: string[] = [];
  const together = oneLine(watch);
  together(null, () => heard.push('bar'));
  together(null, () => heard.push('rows'));
  expect(opened()).toBe(1);
  change();
  expect(heard).toEqual(['bar', 'rows']);
});

test('the line is closed with the last of them, and opened anew for the next', () => {
  const { watch, open, opened } = lines();
  const together = oneLine(watch);
  const stops = [together(null, () => undefined), together(null, () => undefined)];
  stops[0]?.();
  expect(open.size).toBe(1);
  stops[1]?.();
  expect(open.size).toBe(0);
  together(null, () => undefined);
  expect([open.size, opened()]).toEqual([1, 2]);
});

test('whoever watches one order has a line of its own', () => {
  const { watch, open } = lines();
  const together = oneLine(watch);
  together(null, () => undefined);
  const stop = together('1001', () => undefined);
  expect([...open].map(({ orderId }) => orderId)).toEqual([null, '1001']);
  stop();
  expect(open.size).toBe(1);
});
