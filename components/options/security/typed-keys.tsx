/** Stored iFirma keys typed once more: what was imported can be neither read nor sealed again (design: secrets). */
import type { KeyProblems, StoredKey, TypedKeys } from '../../../utils/messages';
import { OPTIONS_TEXTS } from '../../../utils/texts/options';
import { usePage } from '../../form/page';
import { TextField } from '../../form/text-field';
import { tidyHexKey } from '../tidy';
import { useSecurityTexts } from './texts';

/** By `{accountId}/{name}`, as their problems. */
export type KeyTexts = Readonly<Record<string, string>>;

const pathOf = ({ accountId, name }: StoredKey): string => `${accountId}/${name}`;

export const typedKeysOf = (keys: readonly StoredKey[], typed: KeyTexts): TypedKeys => {
  const byAccount: Record<string, Partial<Record<StoredKey['name'], string>>> = {};
  for (const key of keys) {
    const value = tidyHexKey(typed[pathOf(key)] ?? '');
    if (value !== '') byAccount[key.accountId] = { ...byAccount[key.accountId], [key.name]: value };
  }
  return byAccount;
};

interface Props {
  readonly keys: readonly StoredKey[];
  readonly typed: KeyTexts;
  readonly problems: KeyProblems;
  readonly onInput: (typed: KeyTexts) => void;
}

export function TypedKeyFields({ keys, typed, problems, onInput }: Props) {
  const { language } = usePage();
  const texts = useSecurityTexts();
  const { fieldNames, problems: words } = OPTIONS_TEXTS[language];
  return (
    <>
      {keys.map((key) => {
        const path = pathOf(key);
        const problem = problems[path];
        return (
          <TextField
            key={path}
            label={texts.keyName(fieldNames[key.name], key.account)}
            value={typed[path] ?? ''}
            onInput={(value) => onInput({ ...typed, [path]: value })}
            tidy={tidyHexKey}
            hint={texts.passphrase.keyHint(key.fingerprint)}
            problem={problem === undefined ? undefined : words[problem]}
            code
          />
        );
      })}
    </>
  );
}
