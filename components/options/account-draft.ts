/** What is typed into the form of an account, and what of it goes to the background. */
import { DEFAULT_TAX } from '../../utils/invoice/settings';
import type { AccountDraft, AccountField, AccountView, FieldProblems, SecretName } from '../../utils/messages';
import { tidyHexKey, tidyLogin, tidyPanel, tidyPanelKey } from './tidy';

export type AccountEdits = Omit<AccountDraft, 'id' | 'revision'>;

export const editsOf = (account: AccountView | null): AccountEdits => ({
  name: account?.name ?? '',
  panel: account?.panel ?? '',
  login: account?.login ?? '',
  tax: account?.tax ?? DEFAULT_TAX,
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
export const draftOf = (account: AccountView | null, edits: AccountEdits, revision: number): AccountDraft => {
  const needed: AccountEdits['secrets'] = account === null ? { sellasist: '', faktura: '' } : {};
  const changed = SECRETS.flatMap((name) => {
    const value = edits.secrets[name];
    if (value === undefined || (value === '' && account?.secrets[name] == null)) return [];
    return [[name, tidySecret(name)(value)] as const];
  });
  return {
    id: account?.id ?? null,
    revision,
    name: edits.name.trim(),
    panel: tidyPanel(edits.panel),
    login: tidyLogin(edits.login),
    tax: { ...edits.tax, basis: edits.tax.vat === 'exempt' ? edits.tax.basis.trim() : '' },
    seriesIds: edits.seriesIds,
    secrets: { ...needed, ...Object.fromEntries(changed) },
  };
};

const MOST = { name: 100, panel: 300, login: 200, sellasist: 500, faktura: 200, abonent: 200, rachunek: 200 } as const;
/** iFirma prints no more of it (ifirma-api 2.4). */
const BASIS_MOST = 30;

/** What is too long to be handed over at all; everything else is judged where it is stored. */
export const tooLong = ({ name, panel, login, tax, secrets }: AccountDraft): FieldProblems<AccountField> => {
  const texts = { name, panel, login, ...secrets };
  const fields = (Object.keys(MOST) as (keyof typeof MOST)[]).filter(
    (field) => (texts[field]?.length ?? 0) > MOST[field],
  );
  return {
    ...Object.fromEntries(fields.map((field) => [field, 'too-long'])),
    ...(tax.basis.length > BASIS_MOST && { taxBasis: 'too-long' }),
  };
};
