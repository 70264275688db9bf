/** `Nazwa tego komputera`: of this browser and of no account; stored as soon as it is typed and left. */
import { useEffect, useId } from 'preact/hooks';
import { reasonText } from '../../utils/texts/reasons';
import { useAsked } from '../form/asked';
import { type SaveResult, useDraft } from '../form/draft';
import { usePage, useShared } from '../form/page';
import { Problem } from '../form/problem';
import { TextField } from '../form/text-field';
import { IconDone } from '../icons';
import { useTexts } from './texts';

/** The protocol takes no longer one. */
const LONGEST = 40;

export function ComputerCard() {
  const { ask, watch } = usePage();
  const { asked, again, put } = useAsked('computer', () => ask('computer.get', {}));
  // Another tab may have renamed it.
  useEffect(() => watch(null, again), [watch, again]);
  if (asked.state !== 'ready') return null;
  return <Name stored={asked.value} onSaved={put} />;
}

interface Props {
  readonly stored: string;
  readonly onSaved: (name: string) => void;
}

function Name({ stored, onSaved }: Props) {
  const { ask, language } = usePage();
  const { settings: texts } = useTexts();
  const shared = useShared();
  const id = useId();

  const save = async ({ name }: { readonly name: string }): Promise<SaveResult<never>> => {
    const answer = await ask('computer.set', { name });
    if (!answer.ok) return answer;
    // What was left empty is given a name.
    const now = await ask('computer.get', {});
    onSaved(now.ok ? now.value : name);
    return { ok: true };
  };
  const { value, dirty, outcome, set, submit } = useDraft({ name: stored }, save);
  const leave = (): void => {
    if (dirty) void submit();
  };

  return (
    <section class="card computer-card" aria-labelledby={id}>
      <h2 id={id}>{texts.computerGroup}</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          leave();
        }}
        onFocusOut={leave}
      >
        <TextField
          label={texts.computerName}
          hint={texts.computerNameHint}
          value={value.name}
          most={LONGEST}
          onInput={(name) => set({ name })}
        />
      </form>
      <span role="status">
        {outcome === 'saved' && !dirty && (
          <span class="good">
            <IconDone />
            {shared.saved}
          </span>
        )}
      </span>
      {typeof outcome === 'object' && <Problem alert>{shared.notSaved(reasonText(language, outcome))}</Problem>}
    </section>
  );
}
