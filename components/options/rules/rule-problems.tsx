/** What contradicts itself in a rule, or names what is no more. */
import type { RuleProblem } from '../../../utils/invoice/rules/problems/problem';
import { problemSentence } from '../../../utils/texts/rule-problems';
import { usePage } from '../../form/page';
import { IconState, IconWarning } from '../../icons';
import { useRulesTexts } from './texts';

export function RuleProblems({ problems }: { readonly problems: readonly RuleProblem[] | 'old' }) {
  const { language } = usePage();
  const texts = useRulesTexts();
  if (problems === 'old') return <p class="muted">{texts.problemsOld}</p>;
  if (problems.length === 0) return null;
  return (
    <div role="alert" class="rule-problems">
      <ul>
        {problems.map((problem) => {
          const sentence = problemSentence(language, problem);
          return (
            <li key={`${problem.code} ${sentence}`} class={problem.weight === 'error' ? 'problem' : 'warn'}>
              {problem.weight === 'error' ? <IconState state="failed" /> : <IconWarning />}
              <span>
                <strong>{problem.weight === 'error' ? texts.error : texts.warning}</strong>: {sentence}
              </span>
            </li>
          );
        })}
      </ul>
      {problems.some(({ weight }) => weight === 'error') && <p class="muted">{texts.errorMeans}</p>}
    </div>
  );
}
