import { expect, test, vi } from 'vitest';
import type { Ask } from '../../../../components/ask.ts';
import { askAhead } from '../../../../components/popup/ask-ahead.ts';

function popup() {
  const order: string[] = [];
  const answers = new Map<string, number>();
  const ask = vi.fn(async (name: string) => {
    order.push(name);
    answers.set(name, (answers.get(name) ?? 0) + 1);
    return { ok: true, value: `${name} ${answers.get(name)}` };
  });
  let change = (): void => undefined;
  const stop = vi.fn();
  const ahead = askAhead(ask as unknown as Ask, (_orderId, onChange) => {
    order.push('watch');
    change = onChange;
    return stop;
  });
  return { ahead, order, stop, change: () => change() };
}

test('the accounts and the errors are asked for at once, by somebody who hears of every change since', () => {
  expect(popup().order).toEqual(['watch', 'account.list', 'error.groups']);
});

test('the first who asks gets that answer, the next one asks anew', async () => {
  const { ahead, stop } = popup();
  expect(await ahead('error.groups', { panel: null })).toEqual({ ok: true, value: 'error.groups 1' });
  expect(stop).not.toHaveBeenCalled();
  expect(await ahead('error.groups', { panel: null })).toEqual({ ok: true, value: 'error.groups 2' });
  expect(await ahead('account.list', {})).toEqual({ ok: true, value: 'account.list 1' });
  expect(stop).toHaveBeenCalledTimes(1);
});

test('what is not asked for ahead is asked for when it is wanted', async () => {
  const { ahead, order } = popup();
  expect(await ahead('language', {})).toEqual({ ok: true, value: 'language 1' });
  expect(order.at(-1)).toBe('language');
});

test('an answer from before a change is given to nobody', async () => {
  const { ahead, change } = popup();
  change();
  expect(await ahead('error.groups', { panel: null })).toEqual({ ok: true, value: 'error.groups 2' });
});
