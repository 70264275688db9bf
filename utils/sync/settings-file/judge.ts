/** Values of a file, tidied and judged as the forms judge them: what no form could have saved is not let in by a file. */
import { isDate } from '../../invoice/dates';
import type { SeriesSettings } from '../../invoice/series';
import { plainText } from '../../invoice/text';
import type { AccountDraft, AccountField } from '../../messages';
import { type FileAccount, type FileContent, pathOf, type Read } from '../../messages/settings-file-schema';
import { accountProblems, tidied } from '../setup/judge-account';
import { judgeSettings } from '../setup/judge-settings';

/** Whether an account has its keys is not asked here: a file may come without any. */
const KEYS_ELSEWHERE = { sellasist: '-', faktura: '-', abonent: '-', rachunek: '-' };

export function judged(content: FileContent): Read<FileContent> {
  if (!isDate(content.exportedOn)) return { ok: false, path: 'exportedOn' };
  const accounts: FileAccount[] = [];
  for (const [at, account] of content.accounts.entries()) {
    const read = judgedAccount(account, content.secrets !== null);
    if (!read.ok) return { ok: false, path: pathOf(['accounts', at, read.path]) };
    accounts.push(read.value);
  }
  return { ok: true, value: { ...content, accounts } };
}

function judgedAccount(account: FileAccount, hasSecrets: boolean): Read<FileAccount> {
  const draft: AccountDraft = { ...account, id: null, revision: 0, secrets: {} };
  const { name, panel, login, tax, seriesIds } = tidied(draft);
  // The keys of a file say whose they are, so these two are what they are or nothing.
  if (panel !== account.panel) return refused('panel');
  if (login !== account.login) return refused('login');
  const [field] = Object.keys(accountProblems({ ...draft, name, panel, login, tax, seriesIds }, KEYS_ELSEWHERE));
  if (field !== undefined) return refused(PATHS[field as AccountField]);

  const series = seriesProblem(account.series, seriesIds);
  if (series !== null) return refused(series);
  const { settings, fields } = judgeSettings(account.settings, { seriesIds, series: account.series });
  // One that became unfit after it was chosen is stored like that, too, and nothing is sent by it.
  const wrong = Object.entries(fields).find(([, problem]) => problem !== 'order-series-unfit');
  if (wrong) return refused(`settings.${wrong[0]}`);

  const { keys } = account;
  if (new Set(keys).size !== keys.length || (keys.length > 0 && !hasSecrets)) return refused('keys');
  return { ok: true, value: { ...account, name, tax, seriesIds, settings } };
}

const PATHS: Readonly<Record<AccountField, string>> = {
  name: 'name',
  panel: 'panel',
  login: 'login',
  taxBasis: 'tax.basis',
  seriesIds: 'seriesIds',
  sellasist: 'keys',
  faktura: 'keys',
  abonent: 'keys',
  rachunek: 'keys',
};

/** Only series of the account's own have settings, and their texts are one line each, as they are stored. */
function seriesProblem(series: Readonly<Record<string, SeriesSettings>>, seriesIds: readonly string[]): string | null {
  for (const [id, settings] of Object.entries(series)) {
    if (!seriesIds.includes(id)) return `series.${id}`;
    for (const name of ['ifirmaSeries', 'template', 'pattern'] as const) {
      if (plainText(settings[name]) !== settings[name]) return `series.${id}.${name}`;
    }
  }
  return null;
}

function refused(path: string): { readonly ok: false; readonly path: string } {
  return { ok: false, path };
}
