/** Of what the sentences about many documents are made in both languages. */
import type { BatchPlan, BatchView, Language } from '../messages';
import { counted as onOneLine, type PluralForms } from './figures';
import { oneLine } from './plain';

/** These counts stand in sentences that may break anywhere, and that people look for as they would type them. */
export const counted = (language: Language, count: number, forms: PluralForms): string =>
  onOneLine(language, count, forms).replaceAll('\u00a0', ' ');

/** What is said of a plan in one sentence. */
export interface Planned {
  readonly toSend: number;
  /** Of those to send. */
  readonly corrections: number;
  readonly attention: number;
  readonly already: number;
  readonly others: number;
}

export const plannedOf = ({ toSend, corrections, attention, already, others }: BatchPlan): Planned => ({
  toSend: toSend.length,
  corrections,
  attention: attention.length,
  already,
  others,
});

export type Counts = Pick<BatchView, 'total' | 'sent' | 'uncertain' | 'withdrawn'> & { readonly attention: number };

export const sentence = (parts: readonly (string | false)[]): string => {
  const text = parts.filter((part) => part !== false).join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

export const joined = (parts: readonly (string | false)[], and: string): string =>
  parts.filter((part) => part !== false).join(` ${and} `);

/** A few of them, as a person would say them. */
export const named = (numbers: readonly string[]): string =>
  `${numbers
    .slice(0, 5)
    .map((number) => oneLine(number, 60))
    .join(', ')}${numbers.length > 5 ? ', …' : ''}`;

/** Nobody knows it to the second. */
export const minutesOf = (ms: number): number => Math.max(1, Math.round(ms / 60_000));
