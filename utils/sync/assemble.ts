import type { Reply } from '../messages';
import { createAuto } from './auto';
import { createBadge } from './badge';
import { createBatches } from './batch';
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
import { createMonths } from './month/plan';
import { createMonthEnd } from './month-end';
import type { MostekTools } from './mostek-tools';
import { orderViews } from './order-view';
import { createLayouts } from './panel-layouts';
import { createPanelScripts } from './panel-scripts';
import { createNotices } from './popup/notices';
import { createOfCause } from './popup/of-cause';
import { createRoutePopup } from './popup/route';
import { createQuotas } from './quota';
import { createRepairs } from './repairs';
import { createRouter } from './router';
import { createRules } from './rules';
import { createSecurity } from './security';
import { serviceFactory } from './services';
import { createSettingsFiles } from './settings-file';
import { createSetup } from './setup';
import { createUnsent } from './unsent';

export interface Own {
  readonly announce: () => void;
  /** Lets the queue go on. */
  readonly revive: () => void;
  readonly wipe: () => Promise<Reply<null>>;
  /** Told of an error that nobody waits for. */
  readonly met: (error: unknown) => void;
}

/** All parts of the background, wired to one store. */
export function assemble(tools: MostekTools, { announce, revive, wipe, met }: Own) {
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
  const scripts = createPanelScripts(store, tools.browser);
  const layouts = createLayouts({ store, clock, scripts, version: tools.browser.version });
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
    scripts,
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
