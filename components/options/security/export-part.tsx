/** The settings as a file; keys go into it only under a passphrase of its own. */
import { useState } from 'preact/hooks';
import type { KeyProblems, SecurityView } from '../../../utils/messages';
import { reasonText, type ViewReason } from '../../../utils/texts/reasons';
import { CheckField } from '../../form/check-field';
import { useFocusOnProblem } from '../../form/focus';
import { usePage, useShared } from '../../form/page';
import { Problem } from '../../form/problem';
import { IconDone } from '../../icons';
import { Part } from './part';
import { PasswordField } from './password-field';
import type { SaveText } from './save-text';
import { pairProblems, strengthOf } from './strength';
import { useSecurityTexts } from './texts';
import { type KeyTexts, TypedKeyFields, typedKeysOf } from './typed-keys';

interface Props {
  readonly view: SecurityView;
  readonly save: SaveText;
}

interface Problems {
  readonly file?: string;
  readonly current?: string;
  readonly keys: KeyProblems;
}

export function ExportPart({ view, save }: Props) {
  const { ask, language } = usePage();
  const shared = useShared();
  const { export: texts, passphrase: words } = useSecurityTexts();
  const [withKeys, setWithKeys] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [current, setCurrent] = useState('');
  const [typed, setTyped] = useState<KeyTexts>({});
  const [isWorking, setIsWorking] = useState(false);
  const [problems, setProblems] = useState<Problems | null>(null);
  const [reason, setReason] = useState<ViewReason | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const form = useFocusOnProblem(problems);
  const isSealed = view.passphrase !== 'none';
  const isLocked = view.passphrase === 'locked';
  const withSecrets = withKeys && !isLocked;

  /** Nothing that was typed stays once it has done its work, or once it is no longer wanted. */
  const forget = (): void => {
    setPassphrase('');
    setCurrent('');
    setTyped({});
    setProblems(null);
  };

  const wrong = (): Problems | null => {
    if (!withSecrets) return null;
    const { first } = pairProblems(passphrase, passphrase, words);
    const missing = isSealed && current === '' ? shared.fillIn : undefined;
    if (first === undefined && missing === undefined) return null;
    return {
      keys: {},
      ...(first !== undefined && { file: first }),
      ...(missing !== undefined && { current: missing }),
    };
  };

  const run = async (): Promise<void> => {
    if (isWorking) return;
    setReason(null);
    setSaved(null);
    const found = wrong();
    setProblems(found);
    if (found !== null) return;
    setIsWorking(true);
    const keys = isSealed ? {} : typedKeysOf(view.keys, typed);
    const answer = await ask('file.export', {
      secrets: withSecrets ? { passphrase, current: isSealed ? current : null, keys } : null,
    });
    setIsWorking(false);
    if (answer.ok && answer.value.ok) {
      const { name, text } = answer.value.value;
      forget();
      save(name, text);
      setSaved(name);
    } else if (answer.ok && !answer.value.ok) setProblems({ keys: answer.value.keys });
    else if (!answer.ok && answer.reason.code === 'passphrase-wrong') setProblems({ current: words.wrong, keys: {} });
    else if (!answer.ok) setReason(answer.reason);
  };

  return (
    <Part title={texts.title} lead={texts.lead}>
      <form
        ref={form}
        class="form"
        noValidate
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <CheckField
          label={texts.withKeys}
          checked={withSecrets}
          disabled={isLocked}
          hint={isLocked ? texts.locked : texts.withKeysHint}
          onChange={(checked) => {
            setWithKeys(checked);
            forget();
          }}
        />
        {withSecrets && (
          <div class="security-fields">
            <PasswordField
              label={texts.filePassphrase}
              value={passphrase}
              onInput={setPassphrase}
              kind="new"
              hint={`${texts.filePassphraseHint} ${strengthOf(passphrase, words.strength)}`}
              problem={problems?.file}
            />
            {isSealed ? (
              <PasswordField
                label={texts.current}
                value={current}
                onInput={setCurrent}
                kind="known"
                hint={texts.currentHint}
                problem={problems?.current}
              />
            ) : (
              <>
                {view.keys.length > 0 && <p class="muted">{words.keysWhy}</p>}
                <TypedKeyFields keys={view.keys} typed={typed} problems={problems?.keys ?? {}} onInput={setTyped} />
              </>
            )}
          </div>
        )}
        {reason !== null && <Problem alert>{reasonText(language, reason)}</Problem>}
        <div class="buttons">
          <button type="submit" class="button" aria-disabled={isWorking ? 'true' : undefined}>
            {texts.run}
          </button>
          <span role="status">
            {isWorking && <span class="late muted">{texts.running}</span>}
            {saved !== null && (
              <span class="good">
                <IconDone />
                {texts.done(saved)}
              </span>
            )}
          </span>
        </div>
      </form>
    </Part>
  );
}
