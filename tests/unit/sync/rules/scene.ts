/** A shop whose first document was sent by hand, and what happens in it while rules look on. */

import type { Grosze } from '../../../../utils/invoice/document.ts';
import type { RuleEffect } from '../../../../utils/invoice/rules/rule.ts';
import type { RuleRun } from '../../../../utils/invoice/rules/run.ts';
import type { LogEntry } from '../../../../utils/invoice/transfer.ts';
import type { RuleDraft, RuleSetDraft, RulesView } from '../../../../utils/messages/index.ts';
import { dateInWarsaw } from '../../../sim/clock.ts';
import type { OrderInput } from '../../../sim/sellasist/build-order.ts';
import { SHOP, sendFirst, settled } from '../auto/scene.ts';
import { VIEW } from '../set-up.ts';
import { createWorld, MINUTE, type World, type WorldOptions } from '../world.ts';

/** The stand-in's `Wysłane` and `Opłacone`. */
export const SENT = '4';
export const PAID = '2';
export const NOTE: RuleEffect = { kind: 'note', text: 'Reguła: {numer_ifirma}' };
export const EMAIL: RuleEffect = { kind: 'email', text: 'Faktura {numer_ifirma}', mailbox: '', template: '' };
export const ISSUE: RuleEffect = { kind: 'issue', as: 'domestic' };

/** An order that becomes `Wysłane` has a note written, unless told otherwise. */
export function ruleOf(world: Pick<World, 'accountId'>, more: Partial<RuleDraft> = {}): RuleDraft {
  return {
    id: 'r1',
    name: 'Pierwsza',
    accountId: world.accountId,
    isOn: true,
    trigger: { kind: 'status', statusId: SENT },
    conditions: {},
    effects: [{ kind: 'note', text: 'Tak' }],
    ...more,
  };
}

export async function createRuleWorld(
  rules: (world: World) => readonly Partial<RuleDraft>[] = () => [{}],
  options: WorldOptions = {},
): Promise<World> {
  const world = await createWorld({ ...SHOP, ...options });
  await sendFirst(world);
  await saveRules(world, rules(world));
  await world.pass(MINUTE);
  return world;
}

export async function saveRules(
  world: World,
  rules: readonly Partial<RuleDraft>[],
  match: RuleSetDraft['match'] = 'all',
): Promise<RulesView> {
  const { set } = await world.tell<'rules.get'>({ type: 'rules.get', panel: 'demo' }, VIEW);
  const draft = { match, rules: rules.map((more) => ruleOf(world, more)) };
  const view = await world.tell<'rules.save'>(
    { type: 'rules.save', panel: 'demo', revision: set.revision, draft },
    VIEW,
  );
  await settled(world);
  return view;
}

/** An order as the panel gets it now. */
export function order(world: Pick<World, 'panel' | 'clock'>, more: OrderInput = {}): string {
  return world.panel.addOrder({ date: dateInWarsaw(world.clock.now()), ...more }).id;
}

export function setStatus({ panel }: Pick<World, 'panel'>, orderId: string, statusId: string): void {
  Object.assign(orderIn(panel, orderId), { statusId });
}

/** The whole of it, now. */
export function pay({ panel, clock }: Pick<World, 'panel' | 'clock'>, orderId: string): Grosze {
  const found = orderIn(panel, orderId);
  const paidDate = `${dateInWarsaw(clock.now())} 10:20:11`;
  Object.assign(found.payment, { paid: found.total, paidDate, status: 'paid' });
  return found.total;
}

function orderIn(panel: World['panel'], orderId: string) {
  const found = panel.orders.get(orderId);
  if (found === undefined) throw new Error(`no order ${orderId}`);
  return found;
}

export async function runsOf(world: World): Promise<readonly RuleRun[]> {
  return (await world.tell<'rules.runs'>({ type: 'rules.runs', panel: 'demo', before: null }, VIEW)).runs;
}

/** `r1/o1007: note done, status left rule-refused`, oldest first. */
export async function told(world: World): Promise<readonly string[]> {
  return (await runsOf(world))
    .map(({ ruleId, key, effects }) => {
      const each = effects.map(({ effect, standing, reason }) =>
        [effect.kind, standing, ...(reason === null ? [] : [reason.code])].join(' '),
      );
      return `${ruleId}/${key}: ${each.join(', ')}`;
    })
    .toReversed();
}

export async function ruleLog(world: World): Promise<readonly LogEntry[]> {
  const { rows } = await world.store.log.page({ before: null, limit: 500 });
  return rows.filter(({ event, reason }) => event === 'rule' && reason?.code.startsWith('rule-')).toReversed();
}

/** `o1007 rule-fired Pierwsza`, oldest first. */
export async function said(world: World): Promise<readonly string[]> {
  return (await ruleLog(world)).map(({ key, reason }) =>
    [key, reason?.code, reason?.params.rule, reason?.params.condition ?? reason?.params.first ?? reason?.params.effect]
      .filter((word) => word !== undefined)
      .join(' '),
  );
}

export function notesOf({ panel }: Pick<World, 'panel'>, orderId: string): readonly string[] {
  return panel.notes.filter((note) => note.orderId === orderId).map(({ text }) => text);
}
