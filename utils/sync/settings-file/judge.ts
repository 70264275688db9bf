/** Values of a file, tidied and judged as the forms judge them: what no form could have saved is not let in by a file. */
import { isDate } from '../../invoice/dates';
import type { SeriesSettings } from '../../invoice/series';
import type { Account } from '../../invoice/settings';
import { plainText } from '../../invoice/text';
import type { AccountDraft, AccountField } from '../../messages';
import { type FileAccount, type FileContent, pathOf, type Read } from '../../messages/settings-file-schema';
import { accountProblems, tidied } from '../setup/judge-account';
import { judgeSettings } from '../setup/judge-settings';
import { pairsOf } from './pair';
import { strangeRule } from './rules';

/** Whether an account has its keys is not asked here: a file may come without any. */
const KEYS_ELSEWHERE = { sellasist: '-', faktura: '-', abonent: '-', rachunek: '-' };

/** @param here the accounts that are stored. */
export function judged(content: FileContent, here: readonly Account[]): Read<FileContent> {
  if (!isDate(content.exportedOn)) return { ok: false, path: 'exportedOn' };
  const accounts: FileAccount[] = [];
  for (const [at, account] of content.accounts.entries()) {
    const read = judgedAccount(account, content.secrets !== null);
    if (!read.ok) return { ok: false, path: pathOf(['accounts', at, read.path]) };
    accounts.push(read.value);
  }
  const strange = pairsOf(accounts, here).findIndex((pair) => isStrange(pair.account, pair.here));
  if (strange !== -1) return refused(`accounts.${strange}.settings.orderSeriesId`);
  // An answer of a panel that nobody is bound to would wait for whoever sets it up, who is to be asked.
  const panels = new Set(accounts.map(({ panel }) => panel));
  const nobodys = Object.keys(content.erplink).find((panel) => !panels.has(panel));
  if (nobodys !== undefined) return { ok: false, path: pathOf(['erplink', nobodys]) };
  const rule = strangeRule(content);
  if (rule !== null) return { ok: false, path: pathOf(rule.split('.')) };
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
  // One that became unfit after it was chosen is stored like that, too, and nothing is sent by it: see `isStrange`.
  const wrong = Object.entries(fields).find(([, problem]) => problem !== 'order-series-unfit');
  if (wrong) return refused(`settings.${wrong[0]}`);

  const { keys } = account;
  if (new Set(keys).size !== keys.length || (keys.length > 0 && !hasSecrets)) return refused('keys');
  return { ok: true, value: { ...account, name, tax, seriesIds, settings } };
}

/**
 * A series for orders without a document that is neither the account's own nor what is stored here already: one that no form
 * offers. Of its own an account may have one that has become unfit, and what was taken from it since stays where it is.
 */
function isStrange({ seriesIds, settings: { orderSeriesId } }: FileAccount, here: Account | null): boolean {
  if (orderSeriesId === null || seriesIds.includes(orderSeriesId)) return false;
  return here?.settings.orderSeriesId !== orderSeriesId;
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
