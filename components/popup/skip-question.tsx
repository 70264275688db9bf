/** `Pomiń` needs a reason: months later it says why a sale has no invoice. */
import { useState } from 'preact/hooks';
import { ORDER_TEXTS } from '../../utils/texts/order';
import { usePage } from '../form/page';
import { Question } from '../form/question';
import { TextField } from '../form/text-field';
import { useTexts } from './texts';

interface Props {
  readonly name: string;
  /** The name is a number of documents. */
  readonly many?: boolean;
  readonly onYes: (why: string) => void;
  readonly onNo: () => void;
}

export function SkipQuestion({ name, many = false, onYes, onNo }: Props) {
  const { language } = usePage();
  const texts = useTexts();
  const words = ORDER_TEXTS[language].skip;
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(0);
  return (
    <Question
      title={texts.skipTitle(name)}
      role="dialog"
      yes={words.confirm}
      no={words.cancel}
      onNo={onNo}
      onYes={() => {
        if (why.trim() === '') setMissing(missing + 1);
        else onYes(why.trim());
      }}
    >
      <p>{many ? texts.skipManyText : texts.skipText}</p>
      <TextField
        label={words.why}
        value={why}
        most={200}
        problem={missing > 0 && why.trim() === '' ? texts.skipRequired : undefined}
        onInput={setWhy}
        focus={missing}
      />
      <div class="buttons">
        {words.reasons.map((reason) => (
          <button key={reason} type="button" class="button button-small" onClick={() => setWhy(reason)}>
            {reason}
          </button>
        ))}
      </div>
    </Question>
  );
}
