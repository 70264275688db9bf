/** `Wzór numeru`, with a number that is written by it and what Mostek reads out of that one. */
import { readRunning, suggestedPattern } from '../../utils/invoice/numbering';
import { TextField } from '../form/text-field';
import { IconInfo } from '../icons';
import { exampleOf } from './number-example';
import { useTexts } from './texts';

interface Props {
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (pattern: string) => void;
}

export function PatternField({ value, problem, onChange }: Props) {
  const { series: texts } = useTexts();
  const example = exampleOf(value);
  const running = readRunning(value, example);
  // A number that was pasted in place of a pattern tells the pattern.
  const suggestion = running === null ? suggestedPattern(value) : null;
  return (
    <div class="pattern">
      <TextField
        label={texts.fields.pattern}
        value={value}
        code
        hint={texts.patternHint}
        problem={problem}
        onInput={onChange}
      />
      <div aria-live="polite">
        {running !== null && (
          <p class="pattern-example with-icon">
            <IconInfo />
            <span>{texts.example(example, running)}</span>
          </p>
        )}
        {suggestion !== null && (
          <div class="tip">
            <p>{texts.suggestion(suggestion)}</p>
            <button type="button" class="button button-small" onClick={() => onChange(suggestion)}>
              {texts.takePattern}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}
