import { describe, expect, it } from 'vitest';
import {
  isRestful,
  mayBeDropped,
  needsDecision,
  nextOf,
  type RuleRun,
  type RunEffect,
} from '../../../../utils/invoice/rules/run.ts';

const STANDINGS = ['due', 'waits', 'begun', 'done', 'left', 'unclear', 'dropped'] as const;

const effect = (standing: RunEffect['standing'], more: Partial<RunEffect> = {}): RunEffect => ({
  effect: { kind: 'notify' },
  standing,
  at: 1_000,
  tries: 0,
  reason: null,
  ...more,
});
const left = (code: NonNullable<RunEffect['reason']>['code']): RunEffect =>
  effect('left', { reason: { code, params: {} } });
const those = (is: (own: RunEffect) => boolean): readonly string[] =>
  STANDINGS.filter((standing) => is(effect(standing)));

describe('what has become of an effect', () => {
  it('is rest where nothing of it goes on by itself', () => {
    expect(those(isRestful)).toEqual(['done', 'left', 'unclear', 'dropped']);
  });

  it('is for a person where it was left or is unclear, and not where nobody could do anything about it', () => {
    expect(those(needsDecision)).toEqual(['left', 'unclear']);
    expect(needsDecision(left('rule-email-refused'))).toBe(true);
    expect(needsDecision(left('rule-not-issued-here'))).toBe(false);
    expect(needsDecision(left('rule-no-invoice'))).toBe(false);
  });

  it('may be dropped where it is for a person, or waits for something else than its place in the queue', () => {
    expect(those(mayBeDropped)).toEqual(['waits', 'left', 'unclear']);
    expect(mayBeDropped(effect('waits', { effect: { kind: 'issue', as: 'domestic' } }))).toBe(false);
    expect(mayBeDropped(left('rule-not-issued-here'))).toBe(false);
  });
});

describe('when a run is looked at next', () => {
  const run = (...effects: readonly RunEffect[]): RuleRun => ({ effects }) as unknown as RuleRun;

  it('is when the first of what goes on by itself is due', () => {
    expect(nextOf(run(effect('done', { at: 1 }), effect('waits', { at: 900 }), effect('due', { at: 800 })))).toBe(800);
    expect(nextOf(run(effect('begun', { at: 5 })))).toBe(5);
  });

  it('is never where all of it rests', () => {
    expect(nextOf(run(effect('done'), effect('unclear'), effect('dropped'), effect('left')))).toBeNull();
  });
});
