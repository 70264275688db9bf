/** What a file would change, a table for each account, and the word that lets it. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ImportedAccount, ImportPreview, SettingsChange } from '../../../utils/messages';
import { reasonText } from '../../../utils/texts/reasons';
import { changedField, changedValues } from '../../../utils/texts/settings-changes';
import { CheckField } from '../../form/check-field';
import { usePage, useShared } from '../../form/page';
import { Problem } from '../../form/problem';
import { date, plain } from '../../format';
import { PasswordField } from './password-field';
import { useSecurityTexts } from './texts';

interface Props {
  readonly text: string;
  readonly preview: ImportPreview;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

type Trouble = { readonly where: 'passphrase' | 'whole'; readonly sentence: string };

export function ImportPreviewView({ text, preview, onCancel, onDone }: Props) {
  const { ask, language } = usePage();
  const shared = useShared();
  const texts = useSecurityTexts();
  const words = texts.import;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const [withoutKeys, setWithoutKeys] = useState(false);
  const [isWorking, setIsWorking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [refused, setRefused] = useState(0);

  useEffect(() => heading.current?.focus(), []);

  const refuse = (where: Trouble['where'], sentence: string): void => {
    setTrouble({ where, sentence });
    if (where === 'passphrase') setRefused((count) => count + 1);
  };

  const apply = async (): Promise<void> => {
    if (isWorking) return;
    setTrouble(null);
    const withKeys = preview.hasSecrets && !withoutKeys;
    if (withKeys && passphrase === '') {
      refuse('passphrase', shared.fillIn);
      return;
    }
    setIsWorking(true);
    const answer = await ask('file.import', {
      text,
      token: preview.token,
      passphrase: withKeys ? passphrase : null,
    });
    setIsWorking(false);
    if (!answer.ok) refuse('whole', reasonText(language, answer.reason));
    else if (answer.value.ok) {
      setPassphrase('');
      onDone();
    } else {
      const { problem, path } = answer.value;
      const sentence = texts.fileProblems[problem](path);
      if (problem === 'passphrase-wrong') refuse('passphrase', sentence);
      else refuse('whole', `${sentence} ${texts.nothingChanged}`);
    }
  };

  const changesNothing =
    preview.general.length === 0 && !preview.hasSecrets && preview.accounts.every(({ kind }) => kind === 'same');
  return (
    <form
      class="form import-preview"
      aria-labelledby={id}
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
    >
      <div>
        <h3 id={id} ref={heading} tabIndex={-1}>
          {words.previewTitle}
        </h3>
        <p class="muted">{words.exportedOn(date(preview.exportedOn))}</p>
      </div>
      {changesNothing && <p>{words.nothing}</p>}
      {preview.general.length > 0 && (
        <div class="import-account">
          <h4>{words.generalTitle}</h4>
          <Changes label={words.generalTable} changes={preview.general} />
        </div>
      )}
      {preview.accounts.map((account) => (
        <AccountChanges key={`${account.panel} ${account.login} ${account.name}`} account={account} />
      ))}
      {preview.untouched.length > 0 && (
        <p class="muted">{words.untouched(preview.untouched.map((name) => plain(name)).join(', '))}</p>
      )}
      {preview.hasSecrets ? (
        <div class="security-fields">
          <p>{words.withSecrets}</p>
          <CheckField
            label={words.withoutKeys}
            checked={withoutKeys}
            onChange={(checked) => {
              setWithoutKeys(checked);
              setPassphrase('');
              setTrouble(null);
            }}
          />
          {!withoutKeys && (
            <PasswordField
              label={words.filePassphrase}
              value={passphrase}
              onInput={setPassphrase}
              kind="known"
              problem={trouble?.where === 'passphrase' ? trouble.sentence : undefined}
              alert
              focus={refused}
            />
          )}
        </div>
      ) : (
        <p class="muted">{words.withoutSecrets}</p>
      )}
      {trouble?.where === 'whole' && <Problem alert>{trouble.sentence}</Problem>}
      <div class="buttons">
        <button type="submit" class="button button-primary" aria-disabled={isWorking ? 'true' : undefined}>
          {words.apply}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {shared.cancel}
        </button>
        {isWorking && <span class="late muted">{words.applying}</span>}
      </div>
    </form>
  );
}

function AccountChanges({ account }: { readonly account: ImportedAccount }) {
  const { import: words } = useSecurityTexts();
  return (
    <div class="import-account">
      <h4>
        {plain(account.name)} <span class="import-kind">{words.kinds[account.kind]}</span>
      </h4>
      <p class="muted">
        {account.panel}.sellasist.pl → {plain(account.login)}
      </p>
      {account.changes.length > 0 && (
        <Changes label={words.accountTable(plain(account.name))} changes={account.changes} />
      )}
    </div>
  );
}

function Changes({ label, changes }: { readonly label: string; readonly changes: readonly SettingsChange[] }) {
  const { language } = usePage();
  const { import: words } = useSecurityTexts();
  return (
    <table class="changes" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.from}</th>
          <th scope="col">{words.to}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => {
          const { from, to } = changedValues(language, change.path, change);
          return (
            <tr key={change.path}>
              <th scope="row">{changedField(language, change.path)}</th>
              <td data-label={words.from}>{from}</td>
              <td data-label={words.to}>{to}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
