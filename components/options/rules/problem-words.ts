/** What is wrong with a rule, as a sentence for the person who wrote it. */
import type { RuleProblem } from '../../../utils/invoice/rules/problems';
import type { Language } from '../../../utils/messages';
import { RULE_TEXTS } from '../../../utils/texts/rules';

export function problemWords(language: Language, { code, params }: RuleProblem): string {
  const text = RULE_TEXTS[language].problems[code];
  const said = [params.other, params.name].filter((name) => name !== undefined && name !== '');
  const names = said.map((name) => (language === 'pl' ? `„${name}”` : `“${name}”`)).join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${names === '' ? '' : `: ${names}`}.`;
}
