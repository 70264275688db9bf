import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { erplinkOf, fact, LANGUAGE } from '../../../utils/store/facts.ts';
import { freshName, openExample } from './examples.ts';

describe('a fact', () => {
  it('is null until it was stored: an unanswered question is not a No', async () => {
    const store = await openExample();
    expect(await store.facts.get(erplinkOf('demo'))).toBeNull();
    await store.facts.set(erplinkOf('demo'), false);
    expect(await store.facts.get(erplinkOf('demo'))).toBe(false);
  });

  it('is still there when the store is opened again', async () => {
    const name = freshName();
    const store = await openExample(name);
    await store.facts.set(LANGUAGE, 'en');
    store.close();
    expect(await (await openExample(name)).facts.get(LANGUAGE)).toBe('en');
  });

  it('counts as never stored when its shape has changed since', async () => {
    const store = await openExample();
    await store.facts.set(fact<number[]>('window', 1), [1, 2]);
    expect(await store.facts.get(fact<{ at: number }>('window', 2))).toBeNull();
    expect(await store.facts.get(fact<number[]>('window', 1))).toEqual([1, 2]);
  });

  it('is one of several that are read at once, each at its place', async () => {
    const store = await openExample();
    await store.facts.set(erplinkOf('drugi'), true);
    await store.facts.set(erplinkOf('demo'), false);
    const panels = ['demo', 'trzeci', 'drugi'];
    expect(await store.facts.getAll(panels.map(erplinkOf))).toEqual([false, null, true]);
    expect(await store.facts.getAll([])).toEqual([]);
  });

  it('can be taken back', async () => {
    const store = await openExample();
    await store.facts.set(LANGUAGE, 'en');
    await store.facts.remove(LANGUAGE);
    expect(await store.facts.get(LANGUAGE)).toBeNull();
  });
});
