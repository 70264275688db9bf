/** What is wrong with a rule whatever else there is. */
import { folded } from '../../folded';
import { demandOf, emptyIn, isReversed } from '../conditions';
import { needsInvoice } from '../needs-invoice';
import type { Rule, RuleEffect } from '../rule';
import { type Found, found } from './found';

export function ownProblems(rule: Rule): readonly Found[] {
  const { name, conditions, effects } = rule;
  const demand = demandOf(conditions);
  return [
    ...(name.trim() === '' ? [found('no-name')] : []),
    ...(effects.length === 0 ? [found('no-effects')] : []),
    ...effects.flatMap(emptyText),
    ...twice(effects),
    ...(isReversed(demand) ? [found('amount-reversed')] : []),
    ...emptyIn(demand).map((condition) => found('list-empty', { condition })),
    ...beforeIssue(effects),
    ...effects.flatMap(mailbox),
  ];
}

/** A field would be emptied by it, and a note without a word helps nobody. */
function emptyText(effect: RuleEffect): readonly Found[] {
  const isEmpty = (effect.kind === 'note' || effect.kind === 'field') && effect.text.trim() === '';
  return isEmpty ? [found('text-empty', { effect: effect.kind })] : [];
}

/** Several notes are several sentences, unless they say the same. */
function twice(effects: readonly RuleEffect[]): readonly Found[] {
  const seen = new Set<string>();
  return effects.flatMap((effect) => {
    const own = whatItDoes(effect);
    if (seen.has(own)) return [found('effect-twice', { effect: effect.kind })];
    seen.add(own);
    return [];
  });
}

function whatItDoes(effect: RuleEffect): string {
  switch (effect.kind) {
    case 'note':
      return `note ${folded(effect.text)}`;
    case 'field':
      return `field ${effect.fieldId}`;
    case 'issue':
    case 'ksef':
    case 'email':
    case 'status':
    case 'payment':
    case 'notify':
      return effect.kind;
    default:
      return effect satisfies never;
  }
}

function beforeIssue(effects: readonly RuleEffect[]): readonly Found[] {
  const issue = effects.findIndex(({ kind }) => kind === 'issue');
  return effects
    .slice(0, Math.max(issue, 0))
    .filter(needsInvoice)
    .map(({ kind }) => found('ksef-not-issued', { effect: kind }));
}

/** The mailbox that iFirma sends from (`SkrzynkaEmail`, ifirma-api 6.1); empty: iFirma's own. */
function mailbox(effect: RuleEffect): readonly Found[] {
  if (effect.kind !== 'email') return [];
  const name = effect.mailbox.trim();
  const isAddress = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(name);
  return name === '' || isAddress ? [] : [found('not-an-email', { name })];
}
