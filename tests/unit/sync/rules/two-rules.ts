/** The rules of a shop whose documents are sent by themselves: they do what follows an invoice, and issue only what has no document. */
import type { RuleEffect } from '../../../../utils/invoice/rules/rule.ts';
import { TOLD, type Told } from './rule-set.ts';

const EMAIL: RuleEffect = { kind: 'email', text: 'Faktura {numer_ifirma}.', mailbox: '', template: '' };

export const TOLD_TO_TWO: readonly Told[] = TOLD.map(({ rule, unmet }) => ({
  unmet,
  rule: { ...rule, effects: rule.effects.flatMap((effect) => effectsOf(effect, rule.trigger.kind === 'document')) },
}));

/** What is shown is shown by each that acts, to whoever sits before it: here an e-mail, which waits for KSeF, stands in its place. */
function effectsOf(effect: RuleEffect, isOfDocument: boolean): readonly RuleEffect[] {
  if (effect.kind === 'issue' && isOfDocument) return [];
  if (effect.kind === 'notify') return isOfDocument ? [EMAIL] : [];
  return [effect];
}
