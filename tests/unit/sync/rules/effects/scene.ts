/** One effect of one rule, called as whoever runs rules calls it: on a shop of its own, with both stand-ins behind the network. */
import type { DocumentKey, Grosze } from '../../../../../utils/invoice/document.ts';
import type { RuleEffect } from '../../../../../utils/invoice/rules/rule.ts';
import type { RuleRun, RunEffect } from '../../../../../utils/invoice/rules/run.ts';
import type { Transfer } from '../../../../../utils/invoice/transfer.ts';
import { createLedger } from '../../../../../utils/sync/commands/ledger.ts';
import type { EffectOutcome, RuleTools } from '../../../../../utils/sync/rules/effects/effect.ts';
import { RUN_EFFECT } from '../../../../../utils/sync/rules/effects/index.ts';
import { serviceFactory } from '../../../../../utils/sync/services.ts';
import type { Trouble } from '../../network.ts';
import { createWorld, type World, type WorldOptions } from '../../world.ts';

export type Intent = NonNullable<RunEffect['payment']>;

export interface Attempt {
  /** null: the worker died. */
  readonly outcome: EffectOutcome | null;
  /** What was stored as begun; null: nothing was. */
  readonly begun: { readonly payment: Intent | null } | null;
}

export interface Given {
  readonly key?: DocumentKey;
  readonly orderId?: string | null;
  /** A worker died after this was stored. */
  readonly begun?: Attempt['begun'];
  /** The invoice in the ledger that it is about; default: that of the run's key, once it is booked. */
  readonly invoice?: Transfer | null;
  /** The other effects of its rule. */
  readonly beside?: readonly RunEffect[];
  /** What the storing of the intent answers. */
  readonly begins?: boolean;
  /** The worker dies before the request that cannot be repeated leaves, or before its answer is heard. */
  readonly dies?: 'before' | 'after';
  readonly accountId?: string;
}

export interface Scene {
  readonly world: World;
  /** Whatever went out that cannot be undone, and how it was before: `POST /path`. */
  readonly sent: readonly { readonly path: string; readonly body: string; readonly query: string }[];
  run(effect: RuleEffect, given?: Given): Promise<Attempt>;
  /** The outcome of an effect whose worker lives. */
  outcome(effect: RuleEffect, given?: Given): Promise<EffectOutcome>;
  trouble(path: string, trouble: Trouble, method?: string): void;
}

/** What adds something with each request: an e-mail, a payment, a note. */
const IRREVOCABLE = /\/iapi\/fakturakraj\/(?:korekta\/)?send\/|\/iapi\/faktury\/wplaty\/|\/api\/v1\/notes$/;

class Died extends Error {}

export async function createScene(options: WorldOptions = {}): Promise<Scene> {
  const world = await createWorld(options);
  const { store, clock } = world;
  const sleeping = { now: () => clock.now(), sleep: async (ms: number) => clock.advance(ms) };
  const sent: Scene['sent'][number][] = [];
  let isBegun = false;
  let dies: Given['dies'];
  const services = serviceFactory(
    store,
    async (request) => {
      const { pathname, search } = new URL(request.url);
      if (request.method !== 'POST' || !IRREVOCABLE.test(pathname)) return world.network.transport(request);
      if (!isBegun) throw new Error(`${pathname} went out before its intent was stored`);
      if (request.sending !== 'once') throw new Error(`${pathname} may be repeated by the browser`);
      if (dies === 'before') throw new Died();
      sent.push({ path: pathname, body: request.body ?? '', query: search });
      const outcome = await world.network.transport(request);
      if (dies === 'after') throw new Died();
      return outcome;
    },
    sleeping,
  );
  const changed = (): void => undefined;
  const tools: RuleTools = {
    store,
    clock: sleeping,
    servicesOf: services.of,
    room: services.room,
    exclusively: (task) => task(),
    beforeNext: async () => undefined,
    changed,
    announce: changed,
    wakeAt: changed,
    computer: async () => ({ id: 'abc123', name: 'Biuro' }),
    nonce: () => 'nonce',
    memoryOf: () => new Map(),
    ledger: createLedger(
      { store, clock: sleeping, changed },
      { accept: (write) => write() },
      { event: 'rule', reason: { code: 'rule-fired', params: { rule: 'Reguła' } } },
    ),
    notify: async (notice) => {
      if (!world.showsNotices) return false;
      (world.ruleNotices as (typeof notice)[]).push(notice);
      return true;
    },
  };

  const scene: Scene = {
    world,
    sent,
    async run(effect, given = {}) {
      const { key = 'd77', orderId = '1001', begun: before = null, begins = true, beside = [] } = given;
      const account = await store.accounts.get(given.accountId ?? world.accountId);
      if (account === null) throw new Error('no account');
      const stored = await store.transfers.get('demo', key);
      const invoice = given.invoice === undefined ? (stored?.number ? stored : null) : given.invoice;
      const own: RunEffect = {
        effect,
        standing: before === null ? 'due' : 'begun',
        at: clock.now(),
        tries: 0,
        reason: null,
        ...(before?.payment ? { payment: before.payment } : {}),
      };
      const run = runOf({ key, orderId, accountId: account.id, effects: [own, ...beside] });
      let begun = before;
      isBegun = false;
      dies = given.dies;
      const begin = async (payment?: Intent): Promise<boolean> => {
        // As long as the storing takes nothing may be on its way.
        for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
        if (!begins) return false;
        begun = { payment: payment ?? null };
        isBegun = true;
        return true;
      };
      const context = { tools, account, services: services.of(account, 'bulk'), run, own, invoice };
      try {
        return { outcome: await RUN_EFFECT[effect.kind](context, begin), begun };
      } catch (error) {
        if (error instanceof Died) return { outcome: null, begun };
        throw error;
      }
    },
    async outcome(effect, given) {
      const { outcome } = await scene.run(effect, given);
      if (outcome === null) throw new Error('the worker died');
      return outcome;
    },
    trouble(path, trouble, method = 'POST') {
      world.network.arm({ method, path }, trouble);
    },
  };
  return scene;
}

export function effectOf(effect: RuleEffect, standing: RunEffect['standing']): RunEffect {
  return { effect, standing, at: 0, tries: 0, reason: null };
}

function runOf(more: Pick<RuleRun, 'key' | 'orderId' | 'accountId' | 'effects'>): RuleRun {
  return {
    panel: 'demo',
    ruleId: 'regula-1',
    ruleName: 'Po wystawieniu',
    documentNumber: null,
    trigger: 'document',
    createdAt: 0,
    updatedAt: 0,
    ...more,
  };
}

/** The document of the sample order, issued and at rest. */
export async function issue(scene: Scene, orderId = '1001', key: DocumentKey = 'd77'): Promise<Transfer> {
  const { world } = scene;
  await world.send(orderId, key);
  await world.pass(60_000);
  const transfer = await world.transfer(key);
  if (transfer.number === null) throw new Error(`not issued: ${JSON.stringify(transfer)}`);
  return transfer;
}

/** The invoice was linked by a person: another hand issued it. */
export async function linkedElsewhere(scene: Scene, key: DocumentKey = 'd77'): Promise<void> {
  await change(scene, key, (stored) => ({ ...stored, post: null }));
}

/** Writes into the ledger past every rule. */
export async function change(scene: Scene, key: DocumentKey, next: (stored: Transfer) => Transfer): Promise<void> {
  const written = await scene.world.store.transfers.change('demo', key, next);
  if (!written.ok) throw new Error('not written');
}

/** @param date `YYYY-MM-DD`; empty: the panel does not say. */
export function pay({ world }: Scene, orderId: string, paid: Grosze, date: string): void {
  const order = world.panel.orders.get(orderId);
  if (order === undefined) throw new Error(`no order ${orderId}`);
  Object.assign(order.payment, { paid, paidDate: paid === 0 || date === '' ? '' : `${date} 10:20:11` });
}

/** Code of the reason, after what became of it. */
export function said(outcome: EffectOutcome | null): string {
  if (outcome === null) return 'died';
  return outcome.reason === undefined ? outcome.kind : `${outcome.kind} ${outcome.reason.code}`;
}
