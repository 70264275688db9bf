/** The passphrase, asked for by the room `Bezpieczeństwo` and by the popup. */
import { useState } from 'preact/hooks';
import { reasonText, type ViewReason } from '../../../utils/texts/reasons';
import { usePage, useShared } from '../../form/page';
import { PasswordField } from './password-field';
import { useSecurityTexts } from './texts';

type State = 'idle' | 'working' | 'empty' | ViewReason;

export function UnlockForm({ onUnlocked }: { readonly onUnlocked: () => void }) {
  const { ask, language } = usePage();
  const shared = useShared();
  const { passphrase: texts } = useSecurityTexts();
  const [passphrase, setPassphrase] = useState('');
  const [state, setState] = useState<State>('idle');
  const [refused, setRefused] = useState(0);

  const unlock = async (): Promise<void> => {
    if (state === 'working') return;
    if (passphrase === '') {
      setState('empty');
      setRefused(refused + 1);
      return;
    }
    setState('working');
    const answer = await ask('unlock', { passphrase });
    if (answer.ok) {
      setPassphrase('');
      setState('idle');
      onUnlocked();
      return;
    }
    setState(answer.reason);
    setRefused(refused + 1);
  };

  const problem = (): string | undefined => {
    if (state === 'idle' || state === 'working') return undefined;
    if (state === 'empty') return shared.fillIn;
    return state.code === 'passphrase-wrong' ? texts.wrong : reasonText(language, state);
  };

  return (
    <form
      class="unlock-form"
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void unlock();
      }}
    >
      <PasswordField
        label={texts.passphrase}
        value={passphrase}
        onInput={setPassphrase}
        kind="known"
        problem={problem()}
        alert
        focus={refused}
      />
      <div class="buttons">
        <button type="submit" class="button button-primary" aria-disabled={state === 'working' ? 'true' : undefined}>
          {texts.unlock}
        </button>
        {state === 'working' && <span class="late muted">{texts.unlocking}</span>}
      </div>
    </form>
  );
}
