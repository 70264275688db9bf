/** Which effects are about an invoice in iFirma: those that do something with it, and texts that say its number. */
import type { RuleEffect } from './rule';
import { says } from './texts';

export function needsInvoice(effect: RuleEffect): boolean {
  switch (effect.kind) {
    case 'ksef':
    case 'email':
    case 'payment':
      return true;
    case 'note':
    case 'field':
      return says(effect.text, 'numer_ifirma') || says(effect.text, 'numer_ksef');
    case 'issue':
    case 'status':
    case 'notify':
      return false;
    default:
      return effect satisfies never;
  }
}
