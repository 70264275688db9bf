/** A plain word on how good a passphrase is. It advises and forbids nothing but what is too short: rules make people write it down. */
import { PASSPHRASE_LEAST } from '../../../utils/messages';
import type { SecurityTexts } from '../../../utils/texts/security';

/** So few different characters are a pattern, however often it is repeated. */
const FEW = 5;
/** About four words. */
const GOOD = 20;

export const strengthOf = (passphrase: string, texts: SecurityTexts['passphrase']['strength']): string => {
  const characters = [...passphrase];
  if (characters.length === 0) return texts.empty(PASSPHRASE_LEAST);
  if (characters.length < PASSPHRASE_LEAST) return texts.short(PASSPHRASE_LEAST - characters.length);
  if (new Set(characters).size <= FEW) return texts.plain;
  return characters.length < GOOD ? texts.fair : texts.good;
};

export interface PairProblems {
  readonly first?: string;
  readonly second?: string;
}

/** What is wrong with a passphrase that is being chosen; empty when nothing is. */
export const pairProblems = (first: string, second: string, texts: SecurityTexts['passphrase']): PairProblems => {
  if ([...first].length < PASSPHRASE_LEAST) return { first: texts.tooShort(PASSPHRASE_LEAST) };
  return first === second ? {} : { second: texts.differ };
};
