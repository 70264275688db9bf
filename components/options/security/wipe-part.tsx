/** Takes away everything that Mostek keeps in this browser, once a person has typed that it is meant. */
import { useState } from 'preact/hooks';
import { reasonText, type ViewReason } from '../../../utils/texts/reasons';
import { usePage } from '../../form/page';
import { Problem } from '../../form/problem';
import { Question } from '../../form/question';
import { TextField } from '../../form/text-field';
import { IconDone } from '../../icons';
import { Part } from './part';
import { useSecurityTexts } from './texts';

type State = 'idle' | 'asking' | 'working' | 'done' | ViewReason;

export function WipePart({ onWiped }: { readonly onWiped: () => void }) {
  const { ask, language } = usePage();
  const { wipe: texts } = useSecurityTexts();
  const [state, setState] = useState<State>('idle');

  const wipe = async (): Promise<void> => {
    setState('working');
    const answer = await ask('wipe', {});
    setState(answer.ok ? 'done' : answer.reason);
    if (answer.ok) onWiped();
  };

  return (
    <Part title={texts.title} lead={texts.lead}>
      <p>{texts.stays}</p>
      {typeof state === 'object' && <Problem alert>{reasonText(language, state)}</Problem>}
      <div class="buttons">
        <button
          type="button"
          class="button button-danger"
          aria-disabled={state === 'working' ? 'true' : undefined}
          onClick={() => state !== 'working' && setState('asking')}
        >
          {texts.run}
        </button>
        <span role="status">
          {state === 'working' && <span class="late muted">{texts.running}</span>}
          {state === 'done' && (
            <span class="good">
              <IconDone />
              {texts.done}
            </span>
          )}
        </span>
      </div>
      {state === 'asking' && <WipeQuestion onYes={() => void wipe()} onNo={() => setState('idle')} />}
    </Part>
  );
}

interface QuestionProps {
  readonly onYes: () => void;
  readonly onNo: () => void;
}

function WipeQuestion({ onYes, onNo }: QuestionProps) {
  const { wipe: texts } = useSecurityTexts();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(0);
  const isMeant = typed.trim() === texts.word;
  return (
    <Question
      title={texts.question}
      yes={texts.yes}
      danger
      onNo={onNo}
      onYes={() => {
        if (isMeant) onYes();
        else setRefused(refused + 1);
      }}
    >
      <p>{texts.goes}</p>
      <ul>
        {texts.going.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
      <p>{texts.stays}</p>
      <p>{texts.warning}</p>
      <TextField
        label={texts.type(texts.word)}
        value={typed}
        onInput={setTyped}
        problem={refused > 0 && !isMeant ? texts.typeProblem(texts.word) : undefined}
        focus={refused === 0 ? undefined : refused}
        short
      />
    </Question>
  );
}
