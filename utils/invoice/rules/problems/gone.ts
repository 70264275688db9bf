/** What a rule names and the panel has no more, or has for something else. */
import type { Rule, RuleEffect } from '../rule';
import { type Found, found, isGone, nameIn } from './found';
import type { RuleWorld } from './problem';

/** The two kinds of a field that hold files (sellasist-api 8.2): a text would be lost in them. */
const FILE_TYPES: readonly string[] = ['saledocument', 'files'];

export function goneProblems({ trigger, conditions, effects }: Rule, world: RuleWorld): readonly Found[] {
  const statuses = [
    ...(trigger.kind === 'status' ? [trigger.statusId] : []),
    ...effects.flatMap((effect) => (effect.kind === 'status' ? [effect.statusId] : [])),
  ];
  return [
    ...(trigger.kind === 'document' && isGone(world.series, trigger.seriesId)
      ? [found('series-gone', { name: trigger.seriesId })]
      : []),
    ...statuses.filter((id) => isGone(world.statuses, id)).map((name) => found('status-gone', { name })),
    ...effects.flatMap((effect) => fieldProblems(effect, world)),
    ...(conditions.paymentIds ?? [])
      .filter((id) => isGone(world.payments, id))
      .map((name) => found('payment-gone', { name })),
  ];
}

function fieldProblems(effect: RuleEffect, { fields }: RuleWorld): readonly Found[] {
  if (effect.kind !== 'field') return [];
  if (isGone(fields, effect.fieldId)) return [found('field-gone', { name: effect.fieldId })];
  const type = fields?.find(({ id }) => id === effect.fieldId)?.type ?? '';
  return FILE_TYPES.includes(type) ? [found('field-not-text', { name: nameIn(fields, effect.fieldId) })] : [];
}
