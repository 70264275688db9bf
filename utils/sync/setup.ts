/** Accounts: saving, testing, removing, and what their panel offers to choose from. */
import { warsawDate } from '../invoice/dates';
import type { Reason } from '../invoice/finding';
import { sha256Hex } from '../invoice/hash';
import { type Account, DEFAULT_SETTINGS } from '../invoice/settings';
import type {
  AccountDraft,
  AccountField,
  AccountView,
  Dictionaries,
  DictionaryRow,
  FieldProblem,
  Reply,
  SaveReply,
  SecretName,
  TestLine,
} from '../messages';
import { panelOf } from '../sellasist/panel-name';
import type { Result } from '../sellasist/problem';
import type { Store } from '../store/open';
import type { Clock } from './clock';
import { verdictOnRead, verdictOnSellasist } from './reasons';
import type { ServiceFactory } from './services';

export interface Setup {
  list(): Promise<readonly AccountView[]>;
  save(draft: AccountDraft): Promise<Reply<SaveReply<AccountView>>>;
  change(id: string, change: (account: Account) => Account): Promise<Reply<AccountView>>;
  test(id: string): Promise<readonly TestLine[]>;
  /** Refused while documents of the account are on their way. */
  remove(id: string): Promise<Reply<null>>;
  series(panel: string, key: string): Promise<Reply<readonly DictionaryRow[]>>;
  dictionaries(accountId: string, fresh: boolean): Promise<Reply<Dictionaries>>;
}

/** Dictionaries change seldom; the options page has a way to ask anew (sellasist-api 7). */
const DICTIONARIES_MS = 15 * 60_000;
/** The series stand below the panel's field. */
const SERIES_TAKEN = { panel: 'series-taken' } as const;
const HMAC_NAMES = ['faktura', 'abonent', 'rachunek'] as const;

export function createSetup(store: Store, services: ServiceFactory, clock: Clock): Setup {
  const read = new Map<string, { readonly at: number; readonly value: Dictionaries }>();

  async function viewOf(account: Account): Promise<AccountView> {
    const { fileForm: _fileForm, ...rest } = account;
    return { ...rest, secrets: await store.vault.fingerprints(account.id, account.panel) };
  }

  /**
   * What an account has sent is read back with its login and attached to orders of its panel: with others, another company's
   * invoice would be taken for it. So both stay once something was sent.
   */
  async function fixedOf(
    draft: AccountDraft,
    stored: Account | null,
  ): Promise<Partial<Record<AccountField, FieldProblem>>> {
    if (stored === null) return {};
    const moved = { panel: stored.panel !== draft.panel, login: stored.login !== draft.login };
    if (!moved.panel && !moved.login) return {};
    const { hasSent, isBusy } = await store.transfers.ofAccount(stored.id);
    if (!hasSent && !isBusy) return {};
    return { ...(moved.panel ? { panel: 'fixed' } : {}), ...(moved.login ? { login: 'fixed' } : {}) };
  }

  /** Made of panel and login, so that an account that was removed finds what it has sent when it is entered again. */
  async function freeId({ panel, login }: AccountDraft): Promise<string> {
    for (let nth = 1; ; nth += 1) {
      const id = (await sha256Hex(`${panel}/${login}/${nth}`)).slice(0, 20);
      if ((await store.accounts.get(id)) === null) return id;
    }
  }

  /** The key of a panel goes with the last account that is bound to it. */
  async function forgetPanel(panel: string): Promise<void> {
    if ((await store.accounts.ofPanel(panel)).length === 0) await store.vault.removePanelKey(panel);
  }

  return {
    async list() {
      return Promise.all((await store.accounts.all()).map(viewOf));
    },

    async save(raw) {
      const stored = raw.id === null ? null : await store.accounts.get(raw.id);
      const draft = cleaned(raw);
      const kept = stored === null ? null : await store.vault.fingerprints(stored.id, draft.panel);
      const others = (await store.accounts.ofPanel(draft.panel)).filter((other) => other.id !== stored?.id);
      const fields = { ...(await fixedOf(draft, stored)), ...problemsOf(draft, kept, others) };
      if (Object.keys(fields).length > 0) return { ok: true, value: { ok: false, fields } };

      const id = stored?.id ?? (await freeId(draft));
      for (const name of HMAC_NAMES) {
        const secret = draft.secrets[name];
        if (secret === undefined) continue;
        if (secret === '') await store.vault.remove(id, name);
        else {
          const imported = await store.vault.importHmacKey(id, name, secret);
          if (!imported.ok)
            return imported.why === 'full'
              ? full()
              : { ok: true, value: { ok: false, fields: { [name]: hexProblem(secret) } } };
        }
      }
      const panelKey = draft.secrets.sellasist;
      if (panelKey) {
        const put = await store.vault.putPanelKey(draft.panel, panelKey);
        if (!put.ok) return full();
      }
      const { name, panel, login, seriesIds } = draft;
      const base = stored ?? { settings: DEFAULT_SETTINGS, payments: {}, fileForm: null };
      // Only a connection test ends a pause: keys that were just typed may be wrong again.
      const account: Account = { ...base, id, name, panel, login, seriesIds, pausedBy: stored?.pausedBy ?? null };
      const written = await store.accounts.put(account);
      read.delete(id);
      if (!written.ok)
        return written.why === 'full' ? full() : { ok: true, value: { ok: false, fields: SERIES_TAKEN } };
      if (stored !== null && stored.panel !== panel) await forgetPanel(stored.panel);
      return { ok: true, value: { ok: true, value: await viewOf(account) } };
    },

    async change(id, change) {
      const written = await store.accounts.change(id, change);
      if (written.ok) return { ok: true, value: await viewOf(written.account) };
      return written.why === 'full'
        ? full()
        : { ok: false, reason: { code: 'internal', params: { detail: written.why } } };
    },

    async test(id) {
      const account = await store.accounts.get(id);
      if (account === null) return [];
      const { ifirma, sellasist } = services.of(account);
      const lines: TestLine[] = [];
      const panelLine = async (what: TestLine['what'], answer: Promise<Result<unknown>>): Promise<void> => {
        const result = await answer;
        lines.push({ what, problem: result.ok ? null : verdictOnSellasist(result.problem).reason, params: {} });
      };
      await panelLine('sellasist', sellasist.statuses());
      await panelLine('sellasist-fields', sellasist.fields());
      await panelLine('sellasist-documents', sellasist.documents({ limit: 1, offset: 0 }));

      const reached = await ifirma.test(warsawDate(clock.now()));
      lines.push({
        what: 'ifirma',
        problem: reached.ok ? null : verdictOnRead(reached.problem).reason,
        params: { login: account.login },
      });
      if (reached.ok) await store.accounts.change(id, (stored) => ({ ...stored, pausedBy: null }));
      if ((await store.vault.hmacKey(id, 'abonent')) !== null) {
        const month = await ifirma.month();
        lines.push({
          what: 'ifirma-month',
          ...(month.ok
            ? { problem: null, params: month.value }
            : { problem: verdictOnRead(month.problem).reason, params: {} }),
        });
        const limit = await ifirma.limit();
        lines.push({
          what: 'ifirma-limit',
          ...(limit.ok
            ? { problem: null, params: limit.value }
            : { problem: verdictOnRead(limit.problem).reason, params: {} }),
        });
      }
      return lines;
    },

    async remove(id) {
      const account = await store.accounts.get(id);
      if (account === null) return { ok: true, value: null };
      if ((await store.transfers.ofAccount(id)).isBusy)
        return { ok: false, reason: { code: 'account-busy', params: {} } };
      await store.vault.remove(id);
      await store.accounts.remove(id);
      await forgetPanel(account.panel);
      return { ok: true, value: null };
    },

    async series(panelText, keyText) {
      const panel = panelOf(panelText);
      if (panel === null) return { ok: false, reason: { code: 'sellasist-key', params: {} } };
      return replyOf(await services.panel(panel, async () => keyText.trim()).series());
    },

    async dictionaries(accountId, fresh) {
      const known = read.get(accountId);
      if (!fresh && known && clock.now() - known.at < DICTIONARIES_MS) return { ok: true, value: known.value };
      const account = await store.accounts.get(accountId);
      if (account === null) return { ok: false, reason: { code: 'internal', params: { detail: 'account' } } };
      const { sellasist } = services.of(account);
      const statuses = await sellasist.statuses();
      if (!statuses.ok) return replyOf(statuses);
      const payments = await sellasist.payments();
      if (!payments.ok) return replyOf(payments);
      const fields = await sellasist.fields();
      if (!fields.ok) return replyOf(fields);
      const series = await sellasist.series();
      // A key without the right to documents still serves orders; the form says what is missing.
      if (!series.ok && series.problem.kind !== 'forbidden') return replyOf(series);
      const value = {
        statuses: statuses.value,
        payments: payments.value,
        fields: fields.value,
        series: series.ok ? series.value : [],
      };
      read.set(accountId, { at: clock.now(), value });
      return { ok: true, value };
    },
  };
}

function replyOf<T>(result: Result<T>): Reply<T> {
  return result.ok ? result : { ok: false, reason: verdictOnSellasist(result.problem).reason };
}

function full(): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason: { code: 'storage-full', params: {} } };
}

/** White space is pasted along with logins and keys (ifirma-api 1.5), and whole addresses with sub-domains. */
function cleaned(draft: AccountDraft): AccountDraft {
  const secrets = Object.fromEntries(
    Object.entries(draft.secrets).map(([name, secret]) => [name, secret.replace(/\s+/g, '')]),
  );
  return { ...draft, name: draft.name.trim(), panel: panelOf(draft.panel) ?? '', login: draft.login.trim(), secrets };
}

function problemsOf(
  draft: AccountDraft,
  kept: Readonly<Record<SecretName, string | null>> | null,
  others: readonly Account[],
): Partial<Record<AccountField, FieldProblem>> {
  const fields: Partial<Record<AccountField, FieldProblem>> = {};
  if (draft.name === '') fields.name = 'required';
  if (draft.panel === '') fields.panel = 'panel-invalid';
  // Said before a key is stored: what is refused changes nothing.
  else if (others.some((other) => other.seriesIds.some((id) => draft.seriesIds.includes(id)))) {
    Object.assign(fields, SERIES_TAKEN);
  }
  if (draft.login === '') fields.login = 'required';
  // A header cannot carry other characters, and a comma ends the login in it (ifirma-api 1.1, 1.5).
  else if (!/^[\x21-\x2b\x2d-\x7e]+$/.test(draft.login)) fields.login = 'login-invalid';
  for (const name of ['sellasist', 'faktura'] as const) {
    const secret = draft.secrets[name];
    if (secret === '' || (secret === undefined && (kept?.[name] ?? null) === null)) fields[name] = 'required';
  }
  for (const name of HMAC_NAMES) {
    const secret = draft.secrets[name];
    if (secret && !/^(?:[0-9a-fA-F]{2})+$/.test(secret)) fields[name] = hexProblem(secret);
  }
  if (draft.secrets.sellasist && !/^[\x21-\x7e]{1,300}$/.test(draft.secrets.sellasist)) fields.sellasist = 'too-long';
  return fields;
}

function hexProblem(secret: string): FieldProblem {
  return /^[0-9a-fA-F]+$/.test(secret) ? 'key-odd-length' : 'key-not-hex';
}
