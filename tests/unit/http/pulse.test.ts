import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pulse } from '../../../utils/http/pulse.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('beats oftener than every 30 s while something is open, since a worker is stopped that long after its last event', () => {
  const beat = vi.fn(async () => undefined);
  const end = pulse(beat)();
  for (let passed = 0; passed < 10; passed += 1) {
    const before = beat.mock.calls.length;
    vi.advanceTimersByTime(29_000);
    expect(beat.mock.calls.length).toBeGreaterThan(before);
  }
  end();
});

it('is one, however much is open, and ends with the last', () => {
  const beat = vi.fn(async () => undefined);
  const begin = pulse(beat);
  const first = begin();
  const second = begin();
  expect(vi.getTimerCount()).toBe(1);
  first();
  expect(vi.getTimerCount()).toBe(1);
  second();
  expect(vi.getTimerCount()).toBe(0);
});

it('does not end early because one of them ended twice', () => {
  const begin = pulse(async () => undefined);
  const first = begin();
  const second = begin();
  first();
  first();
  expect(vi.getTimerCount()).toBe(1);
  second();
  expect(vi.getTimerCount()).toBe(0);
});

it('begins again after it had ended', () => {
  const beat = vi.fn(async () => undefined);
  const begin = pulse(beat);
  begin()();
  begin();
  vi.advanceTimersByTime(20_000);
  expect(beat).toHaveBeenCalledTimes(1);
});

it('survives a call that fails', async () => {
  const beat = vi.fn(async () => Promise.reject(new Error('no')));
  const end = pulse(beat)();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(beat).toHaveBeenCalledTimes(3);
  end();
});
