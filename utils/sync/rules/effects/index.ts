/** What each effect of a rule does. Whoever calls it stores what becomes of it. */
import type { RuleEffect, RuleEffectName } from '../../../invoice/rules/rule';
import type { RunsEffect } from './effect';
import { email } from './email';
import { field } from './field';
import { issue } from './issue';
import { ksef } from './ksef';
import { note } from './note';
import { notify } from './notify';
import type { Runs } from './outcomes';
import { payment } from './payment';
import { status } from './status';

export const RUN_EFFECT: Readonly<Record<RuleEffectName, RunsEffect>> = {
  issue: of('issue', issue),
  ksef: of('ksef', ksef),
  email: of('email', email),
  status: of('status', status),
  note: of('note', note),
  field: of('field', field),
  payment: of('payment', payment),
  notify: of('notify', notify),
};

function of<N extends RuleEffectName>(name: N, run: Runs<N>): RunsEffect {
  return async (context, begin) => {
    const { effect } = context.own;
    if (!isOf(effect, name)) throw new Error(`rule effect ${effect.kind} was handed to ${name}`);
    return run(context, begin, effect);
  };
}

function isOf<N extends RuleEffectName>(effect: RuleEffect, name: N): effect is Extract<RuleEffect, { kind: N }> {
  return effect.kind === name;
}
