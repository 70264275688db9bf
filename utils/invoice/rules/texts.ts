/** The texts that rules write: as those for `Uwagi` (`notes-text.ts`), with the numbers that iFirma and KSeF have given. */
import { folded } from '../folded';
import { filledText, PLACEHOLDERS } from '../notes-text';
import { cut } from '../text';
import { RULE_LIMITS } from './rule';

const RULE_PLACEHOLDERS = [...PLACEHOLDERS, 'numer_ifirma', 'numer_ksef'] as const;
type RulePlaceholder = (typeof RULE_PLACEHOLDERS)[number];

/** Empty: it is not known, or there is none. */
export type RuleTextValues = Readonly<Record<RulePlaceholder, string>>;

/** The template filled, cut to 1,000 characters; braces with anything else between them stay as they are. */
export function ruleText(template: string, values: RuleTextValues): string {
  const filled = filledText(template, (name) => {
    const placeholder = placeholderOf(name);
    return placeholder === null ? null : values[placeholder];
  });
  return cut(filled, RULE_LIMITS.text);
}

/** Whether the template says this one. */
export function says(template: string, wanted: RulePlaceholder): boolean {
  return [...template.matchAll(/\{([^{}]*)\}/g)].some(([, name = '']) => placeholderOf(name) === wanted);
}

function placeholderOf(name: string): RulePlaceholder | null {
  return RULE_PLACEHOLDERS.find((placeholder) => spelt(placeholder) === spelt(name)) ?? null;
}

/** Case, accents, and what stands between two words are forgiven. */
function spelt(name: string): string {
  return folded(name).replaceAll('_', ' ');
}
