import type { FieldProblem } from '../../utils/messages';
import type { OptionsTexts } from '../../utils/texts/options';

/** `owner`: the account that has what was asked for; undefined where it is not known. */
export const problemText = (texts: OptionsTexts, problem: FieldProblem, owner: string | undefined): string => {
  if (owner !== undefined && (problem === 'series-taken' || problem === 'order-series-taken'))
    return texts.ownedProblems[problem](owner);
  return texts.problems[problem];
};
