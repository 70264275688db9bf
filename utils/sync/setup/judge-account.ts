/** What was typed into the form of an account, tidied and judged. */
import { plainText } from '../../invoice/text';
import type { AccountDraft, AccountField, FieldProblem, FieldProblems, SecretName } from '../../messages';
import { panelOf } from '../../sellasist/panel-name';
import type { Fingerprints } from '../../store/vault';

const HMAC_NAMES = ['faktura', 'abonent', 'rachunek'] as const;
/** A legal basis as iFirma prints it (ifirma-api 2.4). */
const BASIS_MOST = 30;

/**
 * White space, and what nobody sees, is pasted along with logins and keys (ifirma-api 1.5); whole addresses with
 * sub-domains, where case does not count (sellasist-api 1). `panel` is empty where no panel is named.
 */
export function tidied(draft: AccountDraft): AccountDraft {
  const secrets = Object.fromEntries(
    Object.entries(draft.secrets).map(([name, secret]) => [name, withoutSpace(secret)]),
  ) as AccountDraft['secrets'];
  const { tax } = draft;
  return {
    ...draft,
    name: plainText(draft.name),
    panel: panelOf(withoutSpace(draft.panel)) ?? '',
    login: plainText(draft.login),
    tax: { ...tax, basis: tax.vat === 'exempt' ? plainText(tax.basis) : '' },
    seriesIds: [...new Set(draft.seriesIds)],
    secrets,
  };
}

/** @param kept fingerprints of what is stored for the account and the panel of the draft; null: of a new account. */
export function accountProblems(draft: AccountDraft, kept: Fingerprints | null): FieldProblems<AccountField> {
  const fields: Partial<Record<AccountField, FieldProblem>> = {};
  if (draft.name === '') fields.name = 'required';
  else if (draft.name.length > 100) fields.name = 'too-long';
  if (draft.panel === '') fields.panel = 'panel-invalid';
  if (draft.login === '') fields.login = 'required';
  // A header cannot carry other characters, and a comma ends the login in it (ifirma-api 1.1, 1.5).
  else if (!/^[\x21-\x2b\x2d-\x7e]+$/.test(draft.login)) fields.login = 'login-invalid';
  if (draft.tax.vat === 'exempt') {
    if (draft.tax.basis === '') fields.taxBasis = 'required';
    else if (draft.tax.basis.length > BASIS_MOST) fields.taxBasis = 'too-long';
  }
  return { ...fields, ...secretProblems(draft.secrets, kept) };
}

function secretProblems(
  secrets: AccountDraft['secrets'],
  kept: Fingerprints | null,
): Partial<Record<SecretName, FieldProblem>> {
  const fields: Partial<Record<SecretName, FieldProblem>> = {};
  for (const name of HMAC_NAMES) {
    const secret = secrets[name];
    if (secret && !/^(?:[0-9a-fA-F]{2})+$/.test(secret)) fields[name] = hexProblem(secret);
  }
  if (secrets.sellasist && !/^[\x21-\x7e]{1,300}$/.test(secrets.sellasist)) fields.sellasist = 'too-long';
  for (const name of ['sellasist', 'faktura'] as const) {
    const secret = secrets[name];
    if (secret === '' || (secret === undefined && (kept?.[name] ?? null) === null)) fields[name] = 'required';
  }
  return fields;
}

function hexProblem(secret: string): FieldProblem {
  return /^[0-9a-fA-F]+$/.test(secret) ? 'key-odd-length' : 'key-not-hex';
}

function withoutSpace(text: string): string {
  return plainText(text).replaceAll(' ', '');
}
