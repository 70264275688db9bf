// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { useWhileSeen } from '../../../../components/options/first-steps/while-seen.ts';

const show = (value: number): void => {
  void act(() => render(<Shown value={value} />, document.body));
};

function Shown({ value }: { readonly value: number }) {
  return <output>{useWhileSeen(value)}</output>;
}

/** The tab goes into the background, or comes back from it. */
const turn = (state: DocumentVisibilityState): void => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  void act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
};

const shown = (): string | undefined => document.querySelector('output')?.textContent;

afterEach(() => {
  turn('visible');
  render(null, document.body);
});

test('what changes while the tab is in the background is taken over once somebody looks again', () => {
  show(1);
  expect(shown()).toBe('1');
  show(2);
  expect(shown()).toBe('2');
  turn('hidden');
  show(3);
  show(4);
  expect(shown()).toBe('2');
  turn('visible');
  expect(shown()).toBe('4');
});
