/** Rules that a merchant may begin with. They are opened in the editor, and stored only when the person saves them. */
import type { RuleEffectName } from '../../../utils/invoice/rules/rule';
import type { AccountView } from '../../../utils/messages';
import type { ReadyMade, RulesTexts } from '../../../utils/texts/options/rules';
import { emptyRule, type RuleEdits } from './edits';
import { blankEffect } from './effect-edits';

export const READY_MADE: readonly ReadyMade[] = ['paid-issue', 'issued-email', 'status-note'];

export function readyMade(which: ReadyMade, texts: RulesTexts, id: string, account: AccountView): RuleEdits {
  const rule: RuleEdits = { ...emptyRule(id, account.id), name: texts.readyMade[which] };
  const effects = (...kinds: readonly RuleEffectName[]) => kinds.map(blankEffect);
  switch (which) {
    case 'paid-issue':
      return { ...rule, when: 'paid', effects: effects('issue') };
    case 'issued-email':
      return {
        ...rule,
        when: 'document',
        seriesId: invoiceSeries(account),
        effects: effects('issue', 'ksef', 'email'),
      };
    case 'status-note':
      return {
        ...rule,
        when: 'status',
        effects: effects('note').map((effect) => ({ ...effect, text: texts.noteExample })),
      };
    default:
      return which satisfies never;
  }
}

/** The first one that becomes a domestic invoice; empty: the person chooses. */
const invoiceSeries = ({ seriesIds, series }: AccountView): string =>
  seriesIds.find((id) => series[id]?.kind === 'domestic') ?? '';
