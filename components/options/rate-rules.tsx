/** What was said once of rates that no invoice knows (`Zapamiętaj jako regułę`); nothing where nothing was. */
import { useId } from 'preact/hooks';
import type { AccountSettings } from '../../utils/invoice/settings';
import { useTexts } from './texts';

type Rules = NonNullable<AccountSettings['rateRules']>;

interface Props {
  readonly rules: Rules;
  readonly onChange: (rules: Rules) => void;
}

export function RateRules({ rules, onChange }: Props) {
  const { settings: texts } = useTexts();
  const id = useId();
  const entries = Object.entries(rules);
  if (entries.length === 0) return null;
  const remove = (text: string): void => onChange(Object.fromEntries(entries.filter(([each]) => each !== text)));
  return (
    <div class="field">
      <p class="rate-rules-label" id={`${id}-label`}>
        {texts.rateRules}
      </p>
      <ul class="rate-rules" aria-labelledby={`${id}-label`} aria-describedby={`${id}-hint`}>
        {entries.map(([text, rate], at) => (
          <li key={text}>
            <bdi id={`${id}-${at}`}>{texts.rateRule(text, rate)}</bdi>
            <button
              type="button"
              class="button button-small"
              aria-describedby={`${id}-${at}`}
              onClick={() => remove(text)}
            >
              {texts.removeRateRule}
            </button>
          </li>
        ))}
      </ul>
      <p class="field-hint" id={`${id}-hint`}>
        {texts.rateRulesHint}
      </p>
    </div>
  );
}
