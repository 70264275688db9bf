/** From a judged and parsed message to what is done. One handler a command; a page of the panel reaches only its own panel. */
import type { DocumentKey } from '../invoice/document';
import type { Reason } from '../invoice/finding';
import type { Account } from '../invoice/settings';
import type { DocumentRef, Language, Message, OptionsRoom, OrderView, PanelCommands, Reply } from '../messages';
import type { Speaker } from '../messages/judge';
import { PANEL_COMMANDS } from '../messages/schemas';
import { erplinkOf, type Fact, LANGUAGE } from '../store/facts';
import type { Store } from '../store/open';
import { rulesOf } from './accounts-of';
import type { Auto } from './auto';
import type { Batches } from './batch';
import { routeBatch } from './batch/route';
import type { Clock } from './clock';
import type { Commands, Target } from './commands';
import type { Computers } from './computer';
import type { Services } from './context';
import type { Diagnostics } from './diagnostics';
import type { DocumentCard } from './document-card';
import { erplinkAnswers } from './erplink';
import type { LogBook } from './log';
import { routeLog } from './log/route';
import type { MonthOrders } from './month/commands';
import type { MonthEnd } from './month-end';
import { routeMonthEnd } from './month-end/route';
import type { OrderViews } from './order-view';
import { testPage } from './page-test';
import type { Layouts } from './panel-layouts';
import { type PanelScripts, scriptOf } from './panel-scripts';
import type { RoutePopup } from './popup/route';
import { preview } from './preview';
import type { Quotas } from './quota';
import type { Repairs } from './repairs';
import { rowStates } from './row-states';
import { type RuleOrders, routeRules } from './rules/route';
import type { Security } from './security';
import type { SettingsFiles } from './settings-file';
import type { Setup } from './setup';
import { bug, FULL } from './setup/refusals';
import type { Unsent } from './unsent';

export interface RouterTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly commands: Commands;
  readonly orders: OrderViews;
  readonly documentCard: DocumentCard;
  readonly layouts: Layouts;
  readonly setup: Setup;
  readonly security: Security;
  readonly files: SettingsFiles;
  readonly quotas: Quotas;
  readonly batches: Batches;
  readonly unsent: Unsent;
  readonly monthEnd: MonthEnd;
  readonly repairs: Repairs;
  readonly popup: RoutePopup;
  readonly months: MonthOrders;
  readonly computers: Computers;
  readonly log: LogBook;
  readonly diagnostics: Diagnostics;
  readonly auto: Pick<Auto, 'view' | 'take'>;
  readonly rules: RuleOrders;
  /** Told which documents a page of a panel shows; nobody waits for what comes of it. */
  readonly hint: (panel: string, documentIds: readonly string[]) => void;
  readonly wipe: () => Promise<Reply<null>>;
  readonly servicesOf: (account: Account) => Services;
  readonly scripts: PanelScripts;
  readonly browser: {
    /** @param room null: where it begins. */
    readonly openOptions: (room: OptionsRoom | null) => Promise<void>;
  };
}

/** One of our own pages speaks for a panel: none of its commands reaches for a tab. */
const NO_TAB = -1;

export type Route = (message: Message, speaker: Speaker) => Promise<Reply<unknown>>;

export function createRouter(tools: RouterTools): Route {
  const {
    store,
    clock,
    commands,
    orders,
    documentCard,
    layouts,
    setup,
    security,
    files,
    quotas,
    computers,
    servicesOf,
    scripts,
    browser,
  } = tools;
  const language = async (): Promise<Language> => (await store.facts.get(LANGUAGE)) ?? 'pl';

  /** What a command of a document answers: the order as it is afterwards. */
  async function afterwards(panel: string, ref: DocumentRef, done: Promise<Reply<null>>): Promise<Reply<unknown>> {
    const reply = await done;
    if (!reply.ok) return reply;
    return state(panel, { orderId: ref.orderId, key: ref.orderId === null ? ref.key : null, fresh: false });
  }

  async function state(
    panel: string,
    { orderId, key, fresh }: PanelCommands['state']['ask'],
  ): Promise<Reply<OrderView>> {
    if (key !== null) return { ok: true, value: await documentCard(panel, key, fresh) };
    return orderId === null ? bug('state') : { ok: true, value: await orders.of(panel, orderId, fresh) };
  }

  /** The page is learnt as the person sees it, and at once gets what belongs there. */
  async function learn(speaker: Speaker, asked: PanelCommands['teach.use']['ask']): Promise<Reply<unknown>> {
    if (speaker.kind !== 'panel') return bug('teach');
    const kind = await layouts.armed(speaker.panel);
    if (kind === null) return bug('teach');
    const { path, place, rows } = asked;
    const test = await testPage(tools, speaker.panel, kind, rows);
    if (!(await layouts.learn(speaker.panel, { path, place }, test))) return FULL;
    await scripts.into(speaker.tabId, scriptOf(kind));
    return { ok: true, value: test };
  }

  async function row(panel: string, key: DocumentKey): Promise<Target> {
    return { panel, key, orderId: (await store.transfers.get(panel, key))?.orderId ?? null };
  }

  async function remember<T>(fact: Fact<T>, value: T): Promise<Reply<null>> {
    return (await store.facts.set(fact, value, 'strict')).ok ? nothing() : FULL;
  }

  async function speak(chosen: Language): Promise<Reply<null>> {
    const reply = await remember(LANGUAGE, chosen);
    if (reply.ok) await scripts.spoken();
    return reply;
  }

  /** Of a panel without an account there is nothing to say: whoever sets it up is asked then. */
  async function answer(panel: string, on: boolean): Promise<Reply<null>> {
    const accounts = await store.accounts.ofPanel(panel);
    return accounts.length === 0 ? bug('panel') : remember(erplinkOf(panel), on);
  }

  async function importFile(text: string, token: string, passphrase: string | null): Promise<Reply<unknown>> {
    const imported = await files.import(text, token, passphrase);
    if (imported.ok) await scripts.spoken();
    return { ok: true, value: imported.ok ? { ok: true, value: await setup.imported() } : imported };
  }

  const route: Route = async (message, speaker) => {
    if (speaker.kind === 'stranger') return refused('stranger');
    if (speaker.kind === 'panel' && !PANEL_COMMANDS.includes(message.type)) return refused('command');
    // Only a panel that somebody has set up may ask for anything but the controls that say so.
    const panel = speaker.kind === 'panel' ? speaker.panel : '';

    switch (message.type) {
      case 'controls':
        if (speaker.kind === 'panel') await layouts.controls(panel, speaker.tabId, message);
        return nothing();
      case 'page':
        return { ok: true, value: await layouts.page(panel, message) };
      case 'seen': {
        const { type: _type, path, ...report } = message;
        await layouts.seen(panel, report, path);
        return nothing();
      }
      case 'rows':
        tools.hint(panel, message.documentIds);
        return { ok: true, value: await rowStates(store, panel, message) };
      case 'teach.state':
        return { ok: true, value: { language: await language(), kind: await layouts.armed(panel) } };
      case 'teach.use':
        return learn(speaker, message);
      case 'teach.end':
        await layouts.disarm(panel);
        return nothing();
      case 'layout':
        return { ok: true, value: await layouts.view() };
      case 'layout.arm':
        await layouts.arm(message.panel, message.kind);
        return { ok: true, value: await layouts.view() };
      case 'layout.forget':
        await layouts.forget(message.panel, message.kind);
        return { ok: true, value: await layouts.view() };
      case 'layout.import':
        return { ok: true, value: await layouts.import(message.panel, message.text) };
      case 'options':
        await browser.openOptions(message.room ?? null);
        return nothing();
      case 'state': {
        const shown = await state(panel, message);
        tools.hint(panel, shownIn(shown));
        return shown;
      }
      case 'send':
        return afterwards(panel, message, commands.send({ ...message, panel }, message.confirm));
      case 'check':
        return afterwards(panel, message, commands.check({ ...message, panel }));
      case 'skip':
        return afterwards(panel, message, commands.skip({ ...message, panel }, message.why));
      case 'link':
        return afterwards(panel, message, commands.link({ ...message, panel }, message.number));
      case 'attach':
        return afterwards(panel, message, commands.attach({ ...message, panel }));
      case 'ksef':
        return afterwards(panel, message, commands.ksef({ ...message, panel }, message.confirm));
      case 'pdf':
        return commands.pdf({ ...message, panel });
      case 'correction.preview':
        return commands.previewCorrection({ ...message, panel }, message.choice, await language());
      case 'correct':
        return afterwards(panel, message, commands.correct({ ...message, panel }, message.choice, message.confirm));
      case 'repair.form':
        return tools.repairs.form({ ...message, panel }, await language());
      case 'repair': {
        const kept = await tools.repairs.keep({ ...message, panel }, message.edits);
        if (!kept.ok || kept.value !== null) return kept;
        const view = await afterwards(panel, message, Promise.resolve(nothing()));
        return view.ok ? { ok: true, value: view } : view;
      }
      case 'send.month':
        return afterwards(panel, message, tools.months.send({ ...message, panel }, message.from, message.to));
      case 'month.state':
        return { ok: true, value: await tools.months.state() };
      case 'month.retry':
        return tools.months.retry(message.login);
      case 'month.leave':
        return tools.months.leave(message.login);
      case 'exchange':
        return tools.repairs.exchange({ ...message, panel });
      case 'preview': {
        const prepared = await commands.prepare({ ...message, panel });
        if (!prepared.ok) return prepared;
        const { account, transfer } = prepared.value;
        const rules = await rulesOf(store, account);
        return preview(servicesOf(account), account, rules, transfer, await language(), clock);
      }
      case 'of.panel':
        return route(message.message, { kind: 'panel', panel: message.panel, tabId: NO_TAB });
      case 'language':
        return { ok: true, value: await language() };
      case 'account.list':
        return { ok: true, value: await setup.list() };
      case 'account.save':
        return setup.save(message);
      case 'account.test':
        return setup.test(message.id);
      case 'account.remove':
        return setup.remove(message.id);
      case 'panel.series':
        return setup.series(message.panel, message.key);
      case 'panel.test':
        return { ok: true, value: await setup.testPanel(message.panel, message.key) };
      case 'dictionaries':
        return setup.dictionaries(message.accountId, message.fresh);
      case 'settings.save':
        return setup.parts.settings(message);
      case 'payments.save':
        return setup.parts.payments(message);
      case 'series.save':
        return setup.parts.series(message);
      case 'language.set':
        return speak(message.language);
      case 'first.document':
        return setup.firstDocument(message.accountId, message.fresh);
      case 'security':
        return { ok: true, value: await security.view() };
      case 'unlock':
        return security.unlock(message.passphrase);
      case 'lock':
        return security.lock();
      case 'lock.after':
        return security.lockAfter(message.minutes);
      case 'passphrase.on':
        return security.on(message.passphrase, message.keys, message.autoLock);
      case 'passphrase.change':
        return security.change(message.current, message.next);
      case 'passphrase.off':
        return security.off(message.current);
      case 'passphrase.forget':
        return security.forgetPassphrase();
      case 'file.export':
        return files.export(message.secrets);
      case 'file.preview':
        return { ok: true, value: await files.preview(message.text) };
      case 'file.import':
        return importFile(message.text, message.token, message.passphrase);
      case 'wipe':
        return tools.wipe();
      case 'erplink.get':
        return { ok: true, value: Object.fromEntries(await erplinkAnswers(store, await store.accounts.all())) };
      case 'erplink.set':
        return answer(message.panel, message.on);
      case 'error.groups':
      case 'errors':
      case 'recent':
      case 'queue':
      case 'resend.cause':
      case 'skip.cause':
      case 'search':
      case 'notify.get':
      case 'notify.set':
        return tools.popup(message);
      case 'send.row':
        return commands.send(await row(message.panel, message.key), message.confirm);
      case 'send.many':
        return commands.sendMany(message.panel, message.documents);
      case 'batch.plan':
      case 'batch.start':
      case 'batch.state':
      case 'batch.pause':
      case 'batch.resume':
      case 'batch.cancel':
      case 'batch.close':
        return routeBatch(tools.batches, message, speaker);
      case 'unsent':
        return tools.unsent(message);
      case 'log.page':
      case 'log.story':
      case 'log.kept':
      case 'log.keep':
        return routeLog(tools.log, message);
      case 'diagnostics':
        return { ok: true, value: await tools.diagnostics() };
      case 'month-end.panel':
      case 'month-end.ifirma':
      case 'month-end.ledger':
      case 'month-end.look':
        return routeMonthEnd(tools.monthEnd, message);
      case 'quota':
        return { ok: true, value: await quotas.view() };
      case 'rules.attention':
      case 'rules.get':
      case 'rules.save':
      case 'rules.try':
      case 'rules.runs':
      case 'rules.again':
      case 'rules.drop':
        return routeRules(tools.rules, message);
      case 'auto.state':
        return tools.auto.view();
      case 'auto.take':
        return tools.auto.take(message.accountId);
      case 'computer.get':
        return { ok: true, value: (await computers.own()).name };
      case 'computer.set':
        return (await computers.rename(message.name)).ok ? nothing() : FULL;
      case 'skip.row':
        return commands.skip(await row(message.panel, message.key), message.why);
      default:
        return message satisfies never;
    }
  };
  return route;
}

/** Ids of the panel's documents that a card shows and nobody has sent. */
function shownIn(shown: Reply<OrderView>): readonly string[] {
  const documents = shown.ok ? shown.value.documents : [];
  return documents.flatMap(({ key, state }) => (key.startsWith('d') && state === 'unsent' ? [key.slice(1)] : []));
}

function nothing(): Reply<null> {
  return { ok: true, value: null };
}

function refused(detail: string): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason: { code: 'internal', params: { detail } } };
}
