/** What is done with a rule's effects while they are typed, and what they come to. */
import type { IssuedKind, RuleEffect, RuleEffectName } from '../../../utils/invoice/rules/rule';

export interface EffectEdits {
  /** Tells it from the others of its rule, wherever it is moved. */
  readonly key: number;
  readonly kind: RuleEffectName;
  readonly as: IssuedKind;
  readonly text: string;
  readonly mailbox: string;
  readonly template: string;
  /** Empty: none is chosen. */
  readonly statusId: string;
  readonly fieldId: string;
}

const BLANK = { as: 'domestic', text: '', mailbox: '', template: '', statusId: '', fieldId: '' } as const;

export const blankEffect = (kind: RuleEffectName, key: number): EffectEdits => ({ ...BLANK, key, kind });

export const effectEdits = (effect: RuleEffect, key: number): EffectEdits => ({ ...BLANK, key, ...effect });

export function effectOf(edits: EffectEdits): RuleEffect {
  switch (edits.kind) {
    case 'issue':
      return { kind: edits.kind, as: edits.as };
    case 'email':
      return {
        kind: edits.kind,
        text: edits.text.trim(),
        mailbox: edits.mailbox.trim(),
        template: edits.template.trim(),
      };
    case 'status':
      return { kind: edits.kind, statusId: edits.statusId };
    case 'note':
      return { kind: edits.kind, text: edits.text.trim() };
    case 'field':
      return { kind: edits.kind, fieldId: edits.fieldId, text: edits.text.trim() };
    case 'ksef':
    case 'payment':
    case 'notify':
      return { kind: edits.kind };
    default:
      return edits.kind satisfies never;
  }
}

/** At the end of them. */
export function withEffect(effects: readonly EffectEdits[], kind: RuleEffectName): readonly EffectEdits[] {
  const key = Math.max(-1, ...effects.map((effect) => effect.key)) + 1;
  return [...effects, blankEffect(kind, key)];
}
