import { describe, expect, it } from 'vitest';
import { type StateWord, stateTextIn } from '../../../utils/invoice/state-text.ts';
import type { TransferState } from '../../../utils/invoice/transfer.ts';
import type { SellasistProblem } from '../../../utils/sellasist/problem.ts';
import { writeField } from '../../../utils/sync/effects/field.ts';
import { claimField } from '../../../utils/sync/steps/claim-field.ts';
import { createScene, HERE, NOW, type Scene, textOf } from './field-scene.ts';

const STATES = ['issued', 'done', 'incomplete', 'failed', 'uncertain', 'skipped'] as const;
const NUMBER = '12/11/2026';

function sceneOf(state: TransferState, field: unknown = ''): Scene {
  const isBooked = state === 'issued' || state === 'done';
  const scene = createScene({ state, number: isBooked ? NUMBER : null, identifier: isBooked ? '900' : null });
  scene.field = field;
  return scene;
}

describe('the effect field', () => {
  it.each<[TransferState, string]>([
    ['issued', 'Mostek: wystawiono 12/11/2026, 22.11.2026 13:05'],
    ['done', 'Mostek: wysłano 12/11/2026, 22.11.2026 13:05'],
    ['incomplete', 'Mostek: wymaga uzupełnienia (Biuro), 22.11.2026 13:05'],
    ['failed', 'Mostek: błąd (Biuro), 22.11.2026 13:05'],
    ['uncertain', 'Mostek: do sprawdzenia (Biuro), 22.11.2026 13:05'],
    ['skipped', 'Mostek: pominięto (Biuro), 22.11.2026 13:05'],
  ])('says %s in words', async (state, words) => {
    const scene = sceneOf(state);
    expect(await writeField(scene.context())).toEqual({ kind: 'done' });
    expect(String(scene.field)).toContain(`${words} [mostek ${state} d77 here22 `);
    expect(scene.puts).toMatchObject([{ timeoutMs: 5_000 }]);
  });

  it.each(['queued', 'sending'] as const)('leaves the claim alone while it is %s', async (state) => {
    const scene = sceneOf(state, textOf({ computer: HERE.id }, HERE));
    expect(await writeField(scene.context())).toEqual({ kind: 'done' });
    expect(scene.reads()).toBe(0);
  });

  it('has nothing to do without a field or an order', async () => {
    const without = sceneOf('done');
    without.stateFieldId = null;
    const orderless = sceneOf('done');
    orderless.transfer = { ...orderless.transfer, orderId: null };
    for (const scene of [without, orderless]) {
      expect(await writeField(scene.context())).toEqual({ kind: 'done' });
      expect(scene.reads()).toBe(0);
    }
  });

  it.each(STATES)('says %s once', async (state) => {
    const scene = sceneOf(state);
    await writeField(scene.context());
    await writeField(scene.context());
    expect(scene.puts).toHaveLength(1);
  });
});

const OWN = { computer: HERE.id };

/** What stands there, and which of our states take its place. */
const PLACES: readonly (readonly [string, unknown, readonly StateWord[]])[] = [
  ['nothing', '', STATES],
  ['a person’s words', 'pilne', []],
  ['our claim', textOf({ ...OWN }, HERE), STATES],
  ['our claim of another document', textOf({ ...OWN, key: 'd78' }, HERE), ['issued', 'done']],
  ['another’s claim', textOf({}), ['issued', 'done']],
  ['another’s old claim', textOf({ at: NOW - 86_400_000 }), ['issued', 'done']],
  ['our failure', textOf({ ...OWN, word: 'failed' }, HERE), ['issued', 'done', 'incomplete', 'uncertain', 'skipped']],
  ['another’s failure', textOf({ word: 'failed' }), ['issued', 'done', 'incomplete', 'uncertain', 'skipped']],
  ['a failure of another document', textOf({ word: 'failed', key: 'd78' }), STATES],
  ['our doubt', textOf({ ...OWN, word: 'uncertain' }, HERE), ['issued', 'done', 'incomplete', 'failed', 'skipped']],
  ['another’s doubt', textOf({ word: 'uncertain' }), ['issued', 'done']],
  ['that it is issued', textOf({ word: 'issued', number: NUMBER }), ['done']],
  ['that it is issued, without a number', textOf({ ...OWN, word: 'issued' }, HERE), ['issued', 'done']],
  ['that it is sent', textOf({ word: 'done', number: NUMBER }), []],
  ['that it is sent as another invoice', textOf({ word: 'done', number: '99/2026' }), []],
  ['that it is issued as another invoice', textOf({ word: 'issued', number: '99/2026' }), []],
  ['that another document is sent', textOf({ word: 'done', key: 'd78', number: NUMBER }), []],
];

describe.each(PLACES)('where the field holds %s', (_, held, taken) => {
  it.each(STATES)('%s', async (state) => {
    const scene = sceneOf(state, held);
    await writeField(scene.context());
    expect(stateTextIn(String(scene.field))?.word === state && scene.field !== held).toBe(taken.includes(state));
  });
});

describe('when the panel', () => {
  it.each<[SellasistProblem, string]>([
    [{ kind: 'timeout' }, 'timeout'],
    [{ kind: 'network' }, 'network'],
    [{ kind: 'rate', retryAfterMs: 7_000 }, 'rate-limited'],
    [{ kind: 'http', status: 503, text: '' }, 'sellasist-unreachable'],
    [{ kind: 'unreadable' }, 'sellasist-unreadable'],
    [{ kind: 'offline' }, 'offline'],
    [{ kind: 'locked' }, 'locked'],
  ])('does not say (%o), it is tried again', async (problem, code) => {
    const scene = sceneOf('done');
    scene.fates.push(problem);
    expect(await writeField(scene.context())).toMatchObject({ kind: 'later', reason: { code } });
  });

  it.each<[SellasistProblem, string]>([
    [{ kind: 'forbidden' }, 'sellasist-forbidden'],
    [{ kind: 'business', text: 'nie' }, 'sellasist-error'],
    [{ kind: 'http', status: 400, text: '' }, 'sellasist-error'],
    [{ kind: 'not-found' }, 'sellasist-order-missing'],
  ])('says no (%o), that is the end of it', async (problem, code) => {
    const scene = sceneOf('done');
    scene.fates.push(problem);
    expect(await writeField(scene.context())).toMatchObject({ kind: 'refused', reason: { code } });
  });
});

describe('sent again', () => {
  const again = async (scene: Scene) => {
    scene.transfer = { ...scene.transfer, state: 'sending' };
    scene.now += 1_000;
    const claimed = await claimField(scene.context(), scene.read());
    return claimed.kind === 'stop' ? claimed.patch.claim : claimed;
  };

  it.each(['incomplete', 'failed', 'skipped', 'uncertain'] as const)(
    'at once after %s, which this computer surely wrote',
    async (state) => {
      const scene = sceneOf(state);
      await writeField(scene.context());
      expect(await again(scene)).toMatchObject({ nonce: 'nonce2' });
    },
  );

  it.each([
    ['was not answered', { kind: 'timeout' } as const, 5_000],
    ['was answered late', 'ok' as const, 5_001],
  ])('later when the write of its state %s: it may have wiped out another’s claim', async (_, fate, ms) => {
    const scene = sceneOf('incomplete');
    scene.fates.push(fate);
    scene.latency.put = ms;
    await writeField(scene.context());
    scene.field = scene.puts[0]?.text;
    scene.latency.put = 40;
    expect(await again(scene)).toBeNull();
    expect(scene.puts).toHaveLength(1);
  });

  it('asks a person where this computer itself has said that it is sent', async () => {
    const scene = sceneOf('done');
    await writeField(scene.context());
    scene.transfer = { ...scene.transfer, state: 'sending', identifier: null };
    expect(await claimField(scene.context(), scene.read())).toMatchObject({
      patch: { state: 'incomplete', findings: [{ code: 'maybe-booked-state' }] },
    });
  });
});
