/** What of a rule cannot be stored as it was typed, by field. What contradicts itself is judged by the background. */
import { PLACEHOLDERS, unknownPlaceholders } from '../../../utils/invoice/notes-text';
import { RULE_LIMITS } from '../../../utils/invoice/rules/rule';
import type { RuleFieldProblem } from '../../../utils/texts/options/rules';
import type { RuleEdits } from './edits';
import type { EffectEdits } from './effect-edits';
import { groszeOf, listOf } from './typed';

/** By name of the field; of an effect `effects.{key}.{name}`. */
export type FieldProblems = Readonly<Record<string, RuleFieldProblem>>;

/** What an invoice has besides the placeholders of `Uwagi`. */
const INVOICE_PLACEHOLDERS = ['numer_ifirma', 'numer_ksef'] as const;
export const RULE_PLACEHOLDERS = [...PLACEHOLDERS, ...INVOICE_PLACEHOLDERS] as const;

type Found = readonly [field: string, problem: RuleFieldProblem | null];

export function fieldProblems(rule: RuleEdits): FieldProblems {
  const found: readonly Found[] = [
    ['name', tooLong(rule.name, RULE_LIMITS.name)],
    ['seriesId', rule.when === 'document' && rule.seriesId === '' ? { code: 'choose' } : null],
    ['statusId', rule.when === 'status' && rule.statusId === '' ? { code: 'choose' } : null],
    ['sources', listProblem(listOf(rule.sources), (source) => source.length <= RULE_LIMITS.short, 'source')],
    ['countries', listProblem(listOf(rule.countries), (country) => /^[A-Za-z]{2}$/.test(country), 'country')],
    ['currencies', listProblem(listOf(rule.currencies), (currency) => /^[A-Za-z]{3}$/.test(currency), 'currency')],
    ['from', amountProblem(rule.from)],
    ['to', amountProblem(rule.to)],
    ['comment', tooLong(rule.comment, RULE_LIMITS.short)],
    ...rule.effects.flatMap(effectProblems),
  ];
  return Object.fromEntries(found.filter((entry): entry is [string, RuleFieldProblem] => entry[1] !== null));
}

const effectProblems = (effect: EffectEdits): readonly Found[] =>
  ofEffect(effect).map(([name, problem]) => [`effects.${effect.key}.${name}`, problem]);

function ofEffect(effect: EffectEdits): readonly Found[] {
  const text: Found = ['text', tooLong(effect.text, RULE_LIMITS.text) ?? placeholderProblem(effect.text)];
  switch (effect.kind) {
    case 'email':
      return [
        text,
        ['mailbox', tooLong(effect.mailbox, RULE_LIMITS.short)],
        ['template', tooLong(effect.template, RULE_LIMITS.short)],
      ];
    case 'note':
      return [text];
    case 'field':
      return [['fieldId', effect.fieldId === '' ? { code: 'choose' } : null], text];
    case 'status':
      return [['statusId', effect.statusId === '' ? { code: 'choose' } : null]];
    case 'issue':
    case 'ksef':
    case 'payment':
    case 'notify':
      return [];
    default:
      return effect.kind satisfies never;
  }
}

function tooLong(text: string, most: number): RuleFieldProblem | null {
  const is = text.trim().length;
  return is > most ? { code: 'too-long', most, is } : null;
}

function listProblem(
  values: readonly string[],
  isFit: (value: string) => boolean,
  of: 'source' | 'country' | 'currency',
): RuleFieldProblem | null {
  if (values.length > RULE_LIMITS.values) return { code: 'too-many', most: RULE_LIMITS.values };
  const unfit = values.find((value) => !isFit(value));
  return unfit === undefined ? null : { code: of, value: unfit };
}

/** The most that the background takes: 1,000,000,000 zł. */
const MOST = 100_000_000_000;

function amountProblem(text: string): RuleFieldProblem | null {
  if (text.trim() === '') return null;
  const grosze = groszeOf(text);
  return grosze === null || grosze < 0 || grosze > MOST ? { code: 'amount' } : null;
}

function placeholderProblem(text: string): RuleFieldProblem | null {
  const known: readonly string[] = INVOICE_PLACEHOLDERS.map((name) => `{${name}}`);
  const [unknown] = unknownPlaceholders(text).filter((typed) => !known.includes(typed.toLowerCase()));
  return unknown === undefined ? null : { code: 'placeholder', value: unknown };
}
