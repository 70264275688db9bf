/** Accounts as the options page enters them: saving, testing, removing, and what their panel offers to choose from. */
import { warsawDate } from '../invoice/dates';
import type { AccountDraft, AccountView, DictionaryRow, FirstDocument, PanelLists, Reply, TestLine } from '../messages';
import { panelOf } from '../sellasist/panel-name';
import { LANGUAGE } from '../store/facts';
import type { Store } from '../store/open';
import type { Clock } from './clock';
import { monthAway } from './month/intents';
import { verdictOnSellasist } from './reasons';
import type { ServiceFactory } from './services';
import { accountView } from './setup/account-view';
import { testIfirma, testPanel } from './setup/connection-test';
import { firstDocument } from './setup/first-document';
import { panelListsKeeper } from './setup/panel-lists';
import { readableNames } from './setup/readable-names';
import { bug, FULL, refused } from './setup/refusals';
import { rememberedReads } from './setup/remembered-reads';
import { type AccountSaved, accountSaver } from './setup/save-account';
import { type PartSavers, partSavers } from './setup/save-parts';

export interface Setup {
  list(): Promise<readonly AccountView[]>;
  save(draft: AccountDraft): Promise<AccountSaved>;
  /** What is set for an account that exists. */
  readonly parts: PartSavers;
  test(id: string): Promise<Reply<readonly TestLine[]>>;
  /** By a key that is not stored, and is not stored now. */
  testPanel(panel: string, key: string): Promise<readonly TestLine[]>;
  /** Refused while documents of the account are on their way. Its log and its transfers stay. */
  remove(id: string): Promise<Reply<null>>;
  /** By a key that is not stored, and is not stored now. */
  series(panel: string, key: string): Promise<Reply<readonly DictionaryRow[]>>;
  dictionaries(accountId: string, fresh: boolean): Promise<Reply<PanelLists>>;
  /** `fresh`: the panel is asked again, instead of what it said some minutes ago. */
  firstDocument(accountId: string, fresh: boolean): Promise<Reply<FirstDocument | null>>;
  /** Accounts and keys came out of a file: what the panels offer is asked for anew, by the keys that there are now. */
  imported(): Promise<readonly AccountView[]>;
}

export function createSetup(store: Store, services: ServiceFactory, clock: Clock): Setup {
  const lists = panelListsKeeper(store, clock, services.met);
  const reads = rememberedReads(clock);

  async function list(): Promise<readonly AccountView[]> {
    const [accounts, fingerprintsOf] = await Promise.all([store.accounts.all(), store.vault.allFingerprints()]);
    return accounts.map((account) => accountView(account, fingerprintsOf(account.id, account.panel)));
  }

  return {
    list,
    save: accountSaver(store, lists, clock),
    parts: partSavers(store, clock),

    async test(id) {
      const account = await store.accounts.get(id);
      if (account === null) return { ok: true, value: [] };
      const { ifirma, sellasist } = services.of(account);
      const panelLines = await testPanel(sellasist);
      const { abonent } = await store.vault.fingerprints(id, account.panel);
      const { lines, isReached } = await testIfirma(ifirma, account.login, abonent !== null, warsawDate(clock.now()));
      if (isReached) {
        const resumed = await store.accounts.change(id, (stored) => ({ ...stored, pausedBy: null }));
        if (!resumed.ok && resumed.why === 'full' && account.pausedBy !== null) return FULL;
      }
      return { ok: true, value: [...panelLines, ...lines] };
    },

    async testPanel(panelText, keyText) {
      const panel = panelOf(panelText);
      if (panel === null) {
        const problem = { code: 'sellasist-key', params: {} } as const;
        return [{ what: 'sellasist', problem, field: 'panel', params: {} }];
      }
      return testPanel(services.panel(panel, async () => keyText.trim()));
    },

    async remove(id) {
      const account = await store.accounts.get(id);
      if (account === null) return { ok: true, value: null };
      // Its key brings the month home.
      const month = await monthAway(store, account.login);
      if (month !== null) return { ok: false, reason: month };
      const removed = await store.accounts.remove(id);
      if (!removed.ok) return removed.why === 'busy' ? refused('account-busy') : FULL;
      await lists.forgetUnused(account.panel);
      return { ok: true, value: null };
    },

    async series(panelText, keyText) {
      const panel = panelOf(panelText);
      if (panel === null) return refused('sellasist-key');
      const read = await services.panel(panel, async () => keyText.trim()).series();
      return read.ok
        ? { ok: true, value: readableNames(read.value) }
        : { ok: false, reason: verdictOnSellasist(read.problem).reason };
    },

    async dictionaries(accountId, fresh) {
      const account = await store.accounts.get(accountId);
      if (account === null) return bug('account');
      return lists.of(account.panel, services.of(account).sellasist, fresh);
    },

    async firstDocument(accountId, fresh) {
      const account = await store.accounts.get(accountId);
      if (account === null) return bug('account');
      // What is remembered is the shop's as well.
      if ((await store.vault.state()) === 'locked') return refused('locked');
      const language = (await store.facts.get(LANGUAGE)) ?? 'pl';
      const own = services.of(account);
      const sellasist = reads.of(account.panel, own.sellasist, fresh);
      return firstDocument(
        { store, clock, services: { ...own, sellasist, readOrder: sellasist.order } },
        account,
        language,
      );
    },

    async imported() {
      const accounts = await list();
      for (const panel of new Set(accounts.map((account) => account.panel))) await lists.outdate(panel);
      return accounts;
    },
  };
}
