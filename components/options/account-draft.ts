/** What is typed into the form of an account, and what of it goes to the background. */
import type { AccountDraft, AccountView, SecretName } from '../../utils/messages';
import { tidyHexKey, tidyLogin, tidyPanel, tidyPanelKey } from './tidy';

export type AccountEdits = Omit<AccountDraft, 'id'>;

export const editsOf = (account: AccountView | null): AccountEdits => ({
  name: account?.name ?? '',
  panel: account?.panel ?? '',
  login: account?.login ?? '',
  seriesIds: account?.seriesIds ?? [],
  secrets: {},
});

export const tidySecret = (secret: SecretName): ((text: string) => string) =>
  secret === 'sellasist' ? tidyPanelKey : tidyHexKey;

/** undefined takes the change back: the stored secret stays. */
export const withSecret = (
  secrets: AccountEdits['secrets'],
  name: SecretName,
  value: string | undefined,
): AccountEdits['secrets'] => {
  const { [name]: _, ...rest } = secrets;
  return value === undefined ? rest : { ...rest, [name]: value };
};

const SECRETS: readonly SecretName[] = ['sellasist', 'faktura', 'abonent', 'rachunek'];

/**
 * A new account names the two keys it cannot do without even when they are empty, so that they are found missing; an
 * empty optional one is not there to be removed.
 */
export const draftOf = (account: AccountView | null, edits: AccountEdits): AccountDraft => {
  const needed: AccountEdits['secrets'] = account === null ? { sellasist: '', faktura: '' } : {};
  const changed = SECRETS.flatMap((name) => {
    const value = edits.secrets[name];
    if (value === undefined || (value === '' && account?.secrets[name] == null)) return [];
    return [[name, tidySecret(name)(value)] as const];
  });
  return {
    id: account?.id ?? null,
    name: edits.name.trim(),
    panel: tidyPanel(edits.panel),
    login: tidyLogin(edits.login),
    seriesIds: edits.seriesIds,
    secrets: { ...needed, ...Object.fromEntries(changed) },
  };
};
