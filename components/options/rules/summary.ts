/** A rule in one sentence: `Gdy … jeśli … to …`. */
import type { Dictionaries } from '../../../utils/messages';
import type { RuleWords } from '../../../utils/texts/options/rules-summary';
import { conditionsOf, type RuleEdits } from './edits';
import type { EffectEdits } from './effect-edits';

/** How the panel calls what a rule names by its id. */
export interface Names {
  readonly series: (id: string) => string;
  readonly status: (id: string) => string;
  readonly payment: (id: string) => string;
  readonly field: (id: string) => string;
}

/** Of what cannot be named the id stands, and an ellipsis where nothing is chosen yet. */
export function namesIn(lists: Dictionaries | null): Names {
  const of =
    (list: keyof Dictionaries) =>
    (id: string): string =>
      id === '' ? '…' : (lists?.[list].find((row) => row.id === id)?.name ?? id);
  return { series: of('series'), status: of('statuses'), payment: of('payments'), field: of('fields') };
}

export function summaryOf(words: RuleWords, rule: RuleEdits, names: Names): string {
  const { from, to, ...asked } = conditionsOf(rule);
  const quoted = (values: readonly string[]): string => words.or(values.map(words.quoted));
  const conditions = [
    asked.paymentIds && words.payment(quoted(asked.paymentIds.map(names.payment))),
    asked.sources && words.source(quoted(asked.sources)),
    asked.countries && words.country(words.or(asked.countries)),
    asked.currencies && words.currency(words.or(asked.currencies)),
    (from !== undefined || to !== undefined) && words.amount(from ?? null, to ?? null),
    asked.hasNip !== undefined && words.nip(asked.hasNip),
    asked.wantsInvoice !== undefined && words.invoice(asked.wantsInvoice),
    asked.comment !== undefined && words.comment(words.quoted(asked.comment)),
  ].filter((part) => typeof part === 'string');
  return words.sentence(
    whenOf(words, rule, names),
    conditions,
    rule.effects.map((effect) => effectWords(words, effect, names)),
  );
}

function whenOf(words: RuleWords, { when, seriesId, statusId }: RuleEdits, names: Names): string {
  switch (when) {
    case 'document':
      return words.document(words.quoted(names.series(seriesId)));
    case 'status':
      return words.status(words.quoted(names.status(statusId)));
    case 'paid':
    case 'created':
      return words[when];
    default:
      return when satisfies never;
  }
}

function effectWords(words: RuleWords, effect: EffectEdits, names: Names): string {
  const { effects } = words;
  switch (effect.kind) {
    case 'issue':
      return effects.issue(effect.as);
    case 'status':
      return effects.status(words.quoted(names.status(effect.statusId)));
    case 'field':
      return effects.field(words.quoted(names.field(effect.fieldId)));
    case 'ksef':
    case 'email':
    case 'note':
    case 'payment':
    case 'notify':
      return effects[effect.kind];
    default:
      return effect.kind satisfies never;
  }
}
