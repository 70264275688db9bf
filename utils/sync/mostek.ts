/** Everything the background is made of, put together from what it is handed. */
import type { Transport } from '../http/transport';
import type { Message, Reply } from '../messages';
import type { Speaker } from '../messages/judge';
import { LANGUAGE } from '../store/facts';
import type { Store } from '../store/open';
import { type AutoTools, createAuto } from './auto';
import { type Badge, createBadge } from './badge';
import { createBatches } from './batch';
import type { BrowserFacts } from './browser-facts';
import { createCommands } from './commands';
import { createGate } from './commands/gate';
import { createLedger } from './commands/ledger';
import { createComputers, randomText } from './computer';
import type { EngineTools } from './context';
import { createDiagnostics } from './diagnostics';
import { documentCard } from './document-card';
import { createEngine } from './engine';
import { createForgetful } from './forget-buyers';
import { createLogBook } from './log';
import { createPruner } from './log/prune';
import type { NotesMemory } from './look';
import { createMonthOrders } from './month/commands';
import { createMonthEnd } from './month-end';
import { orderViews } from './order-view';
import { createOutage } from './outage';
import { createLayouts } from './panel-layouts';
import { createNotices, type Notice } from './popup/notices';
import { createOfCause } from './popup/of-cause';
import { createRoutePopup } from './popup/route';
import { createQuotas } from './quota';
import { createRepairs } from './repairs';
import { createMonths } from './repairs/months';
import { createRouter, type RouterTools } from './router';
import { createRules } from './rules';
import type { RuleNotice } from './rules/effects/effect';
import { createSecurity, type SecurityTools } from './security';
import { serviceFactory } from './services';
import { createSettingsFiles } from './settings-file';
import { createSetup } from './setup';
import { createUnsent } from './unsent';
import { wipeOut } from './wipe';

export interface MostekTools
  extends Pick<EngineTools, 'clock' | 'exclusively' | 'changed' | 'wakeAt'>,
    Pick<SecurityTools, 'lastUse' | 'lockAt'>,
    Pick<AutoTools, 'autoAt'> {
  readonly store: Store;
  readonly crypto: Crypto;
  readonly transport: Transport;
  /** Tells every view that something else than a transfer has changed. */
  readonly announce: () => void;
  readonly browser: RouterTools['browser'] & {
    readonly badge: (badge: Badge) => void;
    readonly facts: () => Promise<BrowserFacts>;
    /** Where the browser allows it. */
    readonly notify: (notice: Notice) => void;
    /** The same, for a rule. @returns whether it was shown. */
    readonly notifyRule: (notice: RuleNotice) => Promise<boolean>;
  };
}

export interface Mostek {
  /** Never rejects: a bug becomes a sentence, too. */
  answer(message: Message, speaker: Speaker): Promise<Reply<unknown>>;
  /** Once at every start of the worker: finds what a dead one left, and goes on. A database that does not open is tried again. */
  start(): Promise<void>;
  run(): Promise<void>;
  /** The alarm of the lock rang. */
  lockDue(): Promise<void>;
  /** The alarm of automatic sending rang. */
  autoDue(): Promise<void>;
}

/** After these the queue may go on: a pause has ended, a question is answered. What becomes of the passphrase says so itself. */
const REVIVING: readonly Message['type'][] = [
  'account.test',
  'account.save',
  'series.save',
  'settings.save',
  'payments.save',
  'erplink.set',
  'file.import',
  'rules.save',
];

/** After these other views show what is out of date. */
const SAVING: readonly Message['type'][] = [
  'account.save',
  'account.remove',
  'account.test',
  'settings.save',
  'payments.save',
  'series.save',
  'language.set',
  'erplink.set',
  'notify.set',
  'file.import',
  'rules.save',
  'rules.again',
  'rules.drop',
];

/** After these the room `Układ panelu` shows what is out of date, wherever they were said. */
const TAUGHT: readonly Message['type'][] = ['teach.use', 'teach.end', 'layout.arm', 'layout.forget', 'layout.import'];

/** What an open page asks by itself, again with each change that it is told of. */
const ASKED_BY_PAGES: readonly Message['type'][] = [
  'language',
  'account.list',
  'dictionaries',
  'erplink.get',
  'first.document',
  'security',
  'quota',
  'computer.get',
  'notify.get',
  'error.groups',
  'auto.state',
  'rules.attention',
  'rules.get',
  'rules.runs',
  'errors',
  'queue',
  'recent',
  'batch.state',
  'unsent',
  'month-end.panel',
  'month-end.ifirma',
  'month-end.ledger',
  'month-end.look',
  'layout',
  'log.page',
  'log.story',
  'log.kept',
  'diagnostics',
  'month.state',
];

/** And what a page of the panel does. */
const ASKED_BY_PANEL: readonly Message['type'][] = [
  'repair.form',
  'controls',
  'page',
  'seen',
  'rows',
  'state',
  'teach.state',
  'batch.state',
];

/** A person did something, and means to go on. What a page asks by itself is nobody's doing. */
function isUse({ type }: Message, speaker: Speaker): boolean {
  switch (speaker.kind) {
    case 'view':
      return type !== 'lock' && type !== 'wipe' && !ASKED_BY_PAGES.includes(type);
    case 'panel':
      return !ASKED_BY_PANEL.includes(type);
    case 'stranger':
      return false;
    default:
      return speaker satisfies never;
  }
}

export function createMostek(tools: MostekTools): Mostek {
  const own: Own = {
    announce() {
      tools.announce();
      parts.badge.look();
    },
    revive() {
      void run().catch(() => undefined);
    },
    wipe: wipeAll,
    met: (error) => void outage.met(error),
  };
  const outage = createOutage({
    ...tools,
    read: () => parts.store.facts.get(LANGUAGE),
    began: () => parts.badge.closed(),
    ended() {
      own.announce();
      own.revive();
    },
  });
  let parts = assemble(tools, own);

  /** What was remembered of panels and invoices goes as well, and whoever still works with it has nowhere to store anything. */
  async function wipeAll(): Promise<Reply<null>> {
    const reply = await wipeOut({ ...tools, ...parts });
    if (!reply.ok) return reply;
    tools.autoAt(null);
    parts = assemble({ ...tools, store: reply.value }, own);
    own.announce();
    return { ok: true, value: null };
  }

  async function run(): Promise<void> {
    const { engine, security, ready, pruner, forget, auto, rules } = parts;
    engine.expectWork();
    await unlessOut(async () => {
      await outage.end();
      await ready();
      await security.due(false);
      await engine.run();
      pruner.look();
      forget();
      await auto.wake();
      await rules.wake();
    });
  }

  /** What only the browser waits for. An outage is said where somebody asks, and it is tried again; a bug is thrown on. */
  async function unlessOut(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if ((await outage.met(error)).code === 'internal') throw error;
    }
  }

  return {
    run,

    async start() {
      parts.badge.look();
      parts.notices.look();
      await run();
    },

    lockDue: () => unlessOut(() => parts.security.rang()),

    autoDue: () =>
      unlessOut(async () => {
        const { ready, security, auto, rules } = parts;
        await outage.end();
        await ready();
        await security.due(false);
        await auto.wake();
        // What was issued meanwhile the rules have been told of.
        await rules.wake();
      }),

    async answer(message, speaker) {
      // Once for the whole message: what began before everything was wiped ends with it.
      const { ready, security, route, engine, pruner } = parts;
      try {
        await outage.end();
        await ready();
        const isUsed = isUse(message, speaker);
        // Whoever comes too late finds the keys locked, and does not give them new time by coming.
        await security.due(isUsed);
        if (isUsed) security.touch();
        const reply = await (REVIVING.includes(message.type) || message.type === 'unlock'
          ? engine.accept(() => route(message, speaker))
          : route(message, speaker));
        pruner.look();
        if (reply.ok && TAUGHT.includes(message.type)) own.announce();
        if (speaker.kind !== 'view' || !reply.ok) return reply;
        if (SAVING.includes(message.type)) own.announce();
        if (REVIVING.includes(message.type)) own.revive();
        return reply;
      } catch (error) {
        return { ok: false, reason: await outage.met(error) };
      }
    },
  };
}

interface Own {
  readonly announce: () => void;
  /** Lets the queue go on. */
  readonly revive: () => void;
  readonly wipe: () => Promise<Reply<null>>;
  /** Told of an error that nobody waits for. */
  readonly met: (error: unknown) => void;
}

function assemble(tools: MostekTools, { announce, revive, wipe, met }: Own) {
  const { store, clock, crypto } = tools;
  const badge = createBadge(store, tools.browser.badge, met);
  const notices = createNotices(store, tools.browser.notify, met);
  const services = serviceFactory(store, tools.transport, clock);
  const servicesOf = services.of;
  const memories = new Map<string, NotesMemory>();
  const memoryOf = (login: string): NotesMemory => {
    const memory = memories.get(login) ?? new Map();
    memories.set(login, memory);
    return memory;
  };
  const changed: EngineTools['changed'] = (transfer) => {
    tools.changed(transfer);
    badge.look();
    void rules.hear(transfer).catch(met);
  };
  /** What looks by itself shares one alarm: whichever comes first wakes both. */
  const moments = new Map<'auto' | 'rules', number>();
  function dueAt(whose: 'auto' | 'rules', moment: number | null): void {
    if (moment === null) moments.delete(whose);
    else moments.set(whose, moment);
    tools.autoAt(moments.size === 0 ? null : Math.min(...moments.values()));
  }
  const beforeNext = (): Promise<void> => security.due(true);
  const computers = createComputers(store, crypto);
  const nonce = (): string => randomText(crypto, 8);
  const computer = computers.own;
  const engineTools: EngineTools = {
    ...tools,
    changed,
    // A batch may have ended.
    announce() {
      tools.announce();
      notices.look();
    },
    beforeNext,
    servicesOf,
    memoryOf,
    computer,
    nonce,
    room: services.room,
  };
  const engine = createEngine(engineTools);
  const security = createSecurity({
    ...tools,
    isWorking: engine.isWorking,
    changed() {
      announce();
      revive();
    },
  });
  const orders = orderViews({ store, clock, servicesOf, changed });
  const gate = createGate(store);
  const commands = createCommands(engineTools, engine, orders);
  const ledger = createLedger(engineTools, engine);
  const ofCause = createOfCause(engineTools, engine, ledger, gate, commands);
  const months = createMonths(engineTools);
  const mending = createLedger(engineTools, engine, { event: 'repair', reason: null });
  const repairs = createRepairs(engineTools, mending, gate, commands.prepare, months);
  const setup = createSetup(store, services, clock);
  const rules = createRules(
    {
      ...engineTools,
      rulesAt: (moment) => dueAt('rules', moment),
      notify: tools.browser.notifyRule,
      refresh: ({ id }) => setup.dictionaries(id, false),
    },
    engine,
    gate,
    met,
  );
  const auto = createAuto({ ...engineTools, autoAt: (moment) => dueAt('auto', moment) }, engine, gate, rules.listener);
  const files = createSettingsFiles({ store, clock, crypto });
  const quotas = createQuotas({ store, clock, services, changed: announce });
  const layouts = createLayouts({ store, clock, browser: tools.browser });
  const spareTime = { store, clock, isWorking: engine.isWorking, failed: met };
  const pruner = createPruner(spareTime);
  const forget = createForgetful(spareTime);
  const route = createRouter({
    store,
    clock,
    commands,
    orders,
    documentCard: documentCard({ store, clock, servicesOf, changed }, orders),
    layouts,
    setup,
    security,
    files,
    batches: createBatches(engineTools, engine, ledger, gate),
    repairs,
    months: createMonthOrders(engineTools, engine, ledger, gate, commands.prepare, months),
    unsent: createUnsent(engineTools, gate),
    popup: createRoutePopup(store, ofCause, clock.now),
    quotas,
    monthEnd: createMonthEnd(engineTools, gate),
    computers,
    log: createLogBook(store, pruner.again),
    diagnostics: createDiagnostics({ store, clock, layouts, quotas, browser: tools.browser }),
    auto,
    rules: rules.orders,
    hint: (panel, ids) => void auto.hint(panel, ids).then(rules.wake).catch(met),
    wipe,
    servicesOf,
    browser: tools.browser,
  });
  let recovered: Promise<void> | null = null;

  /** Nothing is worked on before what a dead worker left is known for what it is. */
  async function ready(): Promise<void> {
    recovered ??= engine.recover();
    try {
      await recovered;
    } catch (error) {
      // A database that did not open this time may open the next.
      recovered = null;
      throw error;
    }
  }

  return { store, badge, notices, engine, security, route, ready, pruner, forget, auto, rules };
}
