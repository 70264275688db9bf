/** A rule acts: what it is to do is stored with its lines in the log, once a rule and order or document. */
import type { Reason } from '../../invoice/finding';
import type { Rule, RuleEffect } from '../../invoice/rules/rule';
import type { RuleRun, RunEffect } from '../../invoice/rules/run';
import type { Store } from '../../store/open';
import type { Happening } from './facts';
import { type About, ruleEntry, sayOnce } from './say';

export interface Firing {
  readonly happening: Happening;
  readonly about: About;
  readonly rule: Rule;
}

export interface Fired {
  /** false: the disk is full. */
  readonly ok: boolean;
  /** There is something to do that was not there before. */
  readonly hasMore: boolean;
}

/** @param leftFor why an effect is not done here; null: it is. */
export async function fireRule(
  store: Store,
  now: number,
  { happening, about, rule }: Firing,
  leftFor: (effect: RuleEffect) => Reason | null,
): Promise<Fired> {
  const { panel, key, accountId } = about;
  const before = await store.runs.get([panel, rule.id, key]);
  if (before !== null) {
    // Stored by a worker that died before it could cross off what had happened.
    if (before.createdAt >= happening.at) return doWholly(store, now, before, leftFor);
    const reason: Reason = { code: 'rule-fired-before', params: { rule: rule.name } };
    return { ok: await sayOnce(store, about, now, happening.at, reason), hasMore: false };
  }
  const run: RuleRun = {
    panel,
    ruleId: rule.id,
    ruleName: rule.name,
    accountId,
    key,
    orderId: happening.orderId,
    documentNumber: about.documentNumber,
    trigger: rule.trigger.kind,
    effects: rule.effects.map((effect): RunEffect => {
      const reason = leftFor(effect);
      return { effect, standing: reason === null ? 'due' : 'left', at: now, tries: 0, reason };
    }),
    createdAt: now,
    updatedAt: now,
  };
  const left = run.effects.flatMap(({ reason }) => (reason === null ? [] : [reason])).slice(0, 1);
  const said: readonly Reason[] = [{ code: 'rule-fired', params: { rule: rule.name } }, ...left];
  const written = await store.runs.create(
    run,
    await Promise.all(said.map((reason) => ruleEntry(store, about, now, reason))),
  );
  return { ok: written.ok, hasMore: written.ok && written.isNew };
}

/** What was left to another computer is to be done here after all: that one was off, and this one has taken over. */
async function doWholly(
  store: Store,
  now: number,
  { panel, ruleId, key }: RuleRun,
  leftFor: (effect: RuleEffect) => Reason | null,
): Promise<Fired> {
  const isDueNow = ({ effect, standing, reason }: RunEffect): boolean =>
    standing === 'left' && reason?.code === 'rule-elsewhere' && leftFor(effect) === null;
  let hasMore = false;
  const written = await store.runs.change([panel, ruleId, key], (stored) => {
    hasMore = stored.effects.some(isDueNow);
    if (!hasMore) return null;
    const effects = stored.effects.map((each) =>
      isDueNow(each) ? { ...each, standing: 'due' as const, at: now, reason: null } : each,
    );
    return { ...stored, effects, updatedAt: now };
  });
  return { ok: written.ok, hasMore: written.ok && hasMore };
}
