/** Saving the form of an account: everything of it with its keys, or nothing. */
import { type Account, DEFAULT_SETTINGS } from '../../invoice/settings';
import type {
  AccountDraft,
  AccountField,
  AccountView,
  FieldProblem,
  FieldProblems,
  Reply,
  SaveReply,
  SecretName,
} from '../../messages';
import type { AccountWritten } from '../../store/accounts';
import type { Store } from '../../store/open';
import type { HmacKeyName, Sealed, SecretChange } from '../../store/vault';
import type { Clock } from '../clock';
import { freeId } from './account-id';
import { accountView } from './account-view';
import { accountProblems, tidied } from './judge-account';
import type { PanelListsKeeper } from './panel-lists';
import { bug, CHANGED, FULL, LOCKED } from './refusals';

export type AccountSaved = Reply<SaveReply<AccountView>>;

const IFIRMA_NAMES: readonly HmacKeyName[] = ['faktura', 'abonent', 'rachunek'];
const SECRET_NAMES: readonly SecretName[] = ['sellasist', ...IFIRMA_NAMES];

export function accountSaver(
  store: Store,
  lists: PanelListsKeeper,
  clock: Clock,
): (draft: AccountDraft) => Promise<AccountSaved> {
  return async (raw) => {
    const stored = raw.id === null ? null : await store.accounts.get(raw.id);
    // Asked again when it is written; here, so that nobody mends fields of a form that is out of date.
    if (raw.id !== null && stored?.revision !== raw.revision) return CHANGED;
    const draft = tidied(raw);
    const kept = stored === null ? null : await store.vault.fingerprints(stored.id, draft.panel);
    const taker = await takerOf(draft, stored);
    const fields: FieldProblems<AccountField> = {
      ...(await fixedOf(draft, stored)),
      ...accountProblems(draft, kept),
      ...(taker === null ? {} : { seriesIds: 'series-taken' }),
    };
    if (Object.keys(fields).length > 0) return wrong(fields, taker);

    // With another login or panel it is another account, which nothing of the old one's leads to.
    const instead = stored !== null && isMoved(stored, draft) ? stored.id : undefined;
    const id = stored !== null && instead === undefined ? stored.id : await freeId(store, draft);
    const sealed = await sealedOf(draft, id, instead);
    if (!sealed.ok) {
      switch (sealed.why) {
        case 'locked':
          return LOCKED;
        case 'full':
          return FULL;
        case 'key-not-hex':
        case 'key-odd-length':
          return wrong({ [sealed.name]: sealed.why }, null);
        default:
          return sealed satisfies never;
      }
    }
    // Begun at the time, so that no form fits that was opened on an account which was removed since.
    const account = withDraft(stored, draft, { id, revision: clock.now() });
    const saved = { account, revision: stored?.revision ?? 0, instead };
    const written = await store.accounts.save(saved, sealed.writes);
    if (!written.ok) return refusalOf(written, stored === null ? {} : fixedFields(draft, stored));
    if (draft.secrets.sellasist !== undefined) await lists.outdate(draft.panel);
    if (stored !== null && stored.panel !== draft.panel) await lists.forgetUnused(stored.panel);
    return { ok: true, value: { ok: true, value: await viewOf(written.account) } };
  };

  async function viewOf(account: Account): Promise<AccountView> {
    return accountView(account, await store.vault.fingerprints(account.id, account.panel));
  }

  /** What was typed, and beside it what an account that becomes another one takes along. */
  async function sealedOf(draft: AccountDraft, id: string, instead: string | undefined): Promise<Sealed> {
    const secrets = changesOf(draft, id);
    const sealed = secrets.length === 0 ? ({ ok: true, writes: [] } as const) : await store.vault.seal(secrets);
    if (!sealed.ok || instead === undefined) return sealed;
    const untyped = IFIRMA_NAMES.filter((name) => draft.secrets[name] === undefined);
    const moved = await store.vault.moved(instead, id, untyped);
    return moved.ok ? { ok: true, writes: [...sealed.writes, ...moved.writes] } : moved;
  }

  /** The account that owns one of the chosen series already. */
  async function takerOf(draft: AccountDraft, stored: Account | null): Promise<Account | null> {
    const others = (await store.accounts.ofPanel(draft.panel)).filter(({ id }) => id !== stored?.id);
    return others.find(({ seriesIds }) => seriesIds.some((id) => draft.seriesIds.includes(id))) ?? null;
  }

  /**
   * What an account has sent is read back with its login and attached to orders of its panel: with others, another company's
   * invoice would be taken for it. So both stay once something was sent. Asked again when it is written; here, so that everything
   * that is wrong is said at once.
   */
  async function fixedOf(
    draft: AccountDraft,
    stored: Account | null,
  ): Promise<Partial<Record<AccountField, FieldProblem>>> {
    if (stored === null || !isMoved(stored, draft)) return {};
    const { hasSent, isBusy } = await store.transfers.ofAccount(stored.id);
    return hasSent || isBusy ? fixedFields(draft, stored) : {};
  }
}

function isMoved(stored: Account, draft: AccountDraft): boolean {
  return stored.panel !== draft.panel || stored.login !== draft.login;
}

function fixedFields(draft: AccountDraft, stored: Account): Partial<Record<AccountField, FieldProblem>> {
  return {
    ...(stored.panel === draft.panel ? {} : { panel: 'fixed' }),
    ...(stored.login === draft.login ? {} : { login: 'fixed' }),
  };
}

/** Only a connection test ends a pause: keys that were just typed may be wrong again. */
function withDraft(stored: Account | null, draft: AccountDraft, own: Pick<Account, 'id' | 'revision'>): Account {
  const { name, panel, login, tax, seriesIds } = draft;
  const typed = { ...own, name, panel, login, tax, seriesIds };
  const fresh = { settings: DEFAULT_SETTINGS, payments: {}, series: {}, pausedBy: null, fileForm: null };
  if (stored === null) return { ...fresh, ...typed };
  if (stored.panel === panel) {
    const series = Object.fromEntries(
      Object.entries(stored.series).filter(([seriesId]) => seriesIds.includes(seriesId)),
    );
    return { ...stored, ...typed, series };
  }
  // The same ids mean other series, methods, fields and statuses in another panel.
  const settings = {
    ...stored.settings,
    errorStatusId: null,
    documentFieldId: null,
    correctionFieldId: null,
    stateFieldId: null,
    ksefFieldId: null,
    orderSeriesId: null,
  };
  return { ...stored, ...typed, settings, payments: {}, series: {} };
}

function changesOf(draft: AccountDraft, id: string): readonly SecretChange[] {
  return SECRET_NAMES.flatMap((name) => {
    const value = draft.secrets[name];
    return value === undefined ? [] : [{ owner: name === 'sellasist' ? draft.panel : id, name, value }];
  });
}

function wrong(fields: FieldProblems<AccountField>, owner: Account | null): AccountSaved {
  return { ok: true, value: { ok: false, fields, ...(owner === null ? {} : { owner: owner.name }) } };
}

/** @param moved which of its fields make it another account. */
function refusalOf(written: Exclude<AccountWritten, { ok: true }>, moved: FieldProblems<AccountField>): AccountSaved {
  switch (written.why) {
    case 'stale':
      return CHANGED;
    case 'full':
      return FULL;
    case 'series-taken':
    case 'order-series-taken':
      return wrong({ seriesIds: written.why }, written.by);
    case 'fixed':
      return wrong(moved, null);
    case 'missing':
      return bug('account');
    default:
      return written satisfies never;
  }
}
