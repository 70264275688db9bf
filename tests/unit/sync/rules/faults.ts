/** What should have happened, from what the test knows of the orders, held against what the stand-ins and the log have. In words. */
import type { DocumentKey } from '../../../../utils/invoice/document.ts';
import type { RuleEffect } from '../../../../utils/invoice/rules/rule.ts';
import type { World } from '../world.ts';
import { bookedOf, noteText } from './answer.ts';
import { type Asked as AskedRule, askedOf, lastStatusOf, nameOf } from './asked.ts';
import { FIELD, type Known, TOLD } from './rule-set.ts';

/**
 * Nobody knows whether iFirma has the correction, and Mostek sends it no second time: a person looks, and issues it there (`correction-unclear`).
 */
interface Asked extends AskedRule {
  readonly isUnclear: boolean;
}

interface Before {
  readonly notesBefore: number;
  readonly bookedBefore: number;
}

export async function faultsIn(world: World, known: readonly Known[], before: Before): Promise<readonly string[]> {
  const faults: string[] = [];
  const unclear = await unclearCorrections(world, known);
  const all = known.map((order) => {
    const asked = askedOf(order, TOLD).map((each): Asked => ({ ...each, isUnclear: unclear.has(each.key) }));
    return [order, asked] as const;
  });
  for (const [order, asked] of all) {
    const words = await Promise.all(asked.map((each) => logFaults(world, each)));
    const own = [...words.flat(), ...(await bookFaults(world, order, asked)), ...orderFaults(world, order, asked)];
    faults.push(...own.map((fault) => `${nameOf(order)}: ${fault}`));
  }
  const acting = all.flatMap(([, asked]) => asked.filter(isDone));
  const count = (kind: RuleEffect['kind']): number =>
    acting.flatMap(({ told }) => told.rule.effects.filter((effect) => effect.kind === kind)).length;
  const compare = (what: string, is: number, wanted: number): void => {
    if (is !== wanted) faults.push(`${what}: ${is} in place of ${wanted}`);
  };
  const maybe = [...unclear].reduce((sum, key) => sum + bookedOf(world, key).length, 0);
  compare('booked in all', world.ifirma.booked().length - before.bookedBefore, count('issue') + maybe);
  compare('notes in all', world.panel.notes.length - before.notesBefore, count('note'));
  compare('notices in all', world.ruleNotices.length, count('notify'));
  return faults;
}

export async function unclearCorrections({ store }: World, known: readonly Known[]): Promise<ReadonlySet<string>> {
  const keys = known.flatMap(({ correction }): DocumentKey[] => (correction === null ? [] : [`d${correction}`]));
  const transfers = await Promise.all(keys.map((key) => store.transfers.get('demo', key)));
  return new Set(
    transfers.flatMap((each) =>
      each?.reason?.code === 'correction-unclear' && each.state === 'uncertain' ? [each.key] : [],
    ),
  );
}

async function logFaults(world: World, { told, key, unmet }: Asked): Promise<readonly string[]> {
  const { name } = told.rule;
  const entries = (await world.store.log.ofDocument('demo', key, 500)).filter(
    ({ event, reason }) => event === 'rule' && reason?.params.rule === name,
  );
  const said = entries.flatMap(({ reason }) => (reason === null ? [] : [reason]));
  const verdicts = said.filter(
    ({ code }) => code === 'rule-fired' || code === 'rule-not-met' || code.includes('before'),
  );
  const is = verdicts.map(({ code, params }) => `${code} ${params.condition ?? ''}`.trim());
  const wanted = unmet === null ? 'rule-fired' : `rule-not-met ${unmet}`;
  if (is.length === 1 && is[0] === wanted) return [];
  return [`rule ${name} of ${key}: log ${is.join(', ') || 'nothing'} in place of ${wanted} once`];
}

/** It acts, and what it issues is booked: of an order that is not confirmed nothing is, so what stands behind it waits. */
function isDone({ unmet, order, told, isUnclear }: Asked): boolean {
  return (
    unmet === null && ((order.isConfirmed && !isUnclear) || told.rule.effects.every(({ kind }) => kind !== 'issue'))
  );
}

const does = (asked: readonly Asked[], key: string, kind: RuleEffect['kind']): number =>
  asked.filter((each) => each.key === key && isDone(each) && each.told.rule.effects.some((e) => e.kind === kind))
    .length;

async function bookFaults(world: World, order: Known, asked: readonly Asked[]): Promise<readonly string[]> {
  const keys: readonly DocumentKey[] = [
    ...(order.document === null ? [`o${order.id}` as const] : [`d${order.document.id}` as const]),
    ...(order.correction === null ? [] : [`d${order.correction}` as const]),
  ];
  const words = keys.map(async (key) => {
    const booked = bookedOf(world, key);
    const faults: string[] = [];
    const wanted = does(asked, key, 'issue');
    const isUnclear = asked.some((each) => each.key === key && each.isUnclear);
    if (isUnclear ? booked.length > 1 : booked.length !== wanted) {
      const transfer = await world.store.transfers.get('demo', key);
      const why = `${transfer?.state} ${transfer?.reason?.code} ${transfer?.findings.map(({ code, params }) => `${code} ${params.text ?? ''}`)}`;
      faults.push(`${key} booked ${booked.length} times in place of ${wanted} (${why})`);
    }
    const [invoice] = booked;
    if (invoice === undefined) return faults;
    const emails = does(asked, key, 'email');
    if (invoice.emails !== emails) faults.push(`${key} e-mails ${invoice.emails} in place of ${emails}`);
    if (invoice.sentToKsef !== does(asked, key, 'ksef') > 0) faults.push(`${key} sent to KSeF: ${invoice.sentToKsef}`);
    if (invoice.corrects !== null) return faults;
    const isRegistered = does(asked, `o${order.id}`, 'payment') > 0;
    if (invoice.payments > (isRegistered ? 1 : 0)) faults.push(`${key} payments ${invoice.payments}`);
    if (isRegistered && invoice.paid !== invoice.gross)
      faults.push(`${key} paid ${invoice.paid} of ${invoice.gross}, payments ${invoice.payments}`);
    return faults;
  });
  return (await Promise.all(words)).flat();
}

function orderFaults(world: World, order: Known, asked: readonly Asked[]): readonly string[] {
  const faults: string[] = [];
  const ofPanel = world.panel.orders.get(order.id);
  const acting = asked.filter(isDone);
  const texts = acting.flatMap(({ told, key }) =>
    told.rule.effects.flatMap((effect) =>
      effect.kind === 'note' ? [noteText(effect.text, order.id, bookedOf(world, key)[0]?.number ?? '')] : [],
    ),
  );
  const notes = world.panel.notes.filter(({ orderId }) => orderId === order.id).map(({ text }) => text);
  if (sorted(notes) !== sorted(texts)) faults.push(`notes [${notes.join(', ')}] in place of [${texts.join(', ')}]`);
  const field = acting.some(({ told }) => told.rule.effects.some(({ kind }) => kind === 'field'));
  const text = world.panel.text(order.id, FIELD);
  if (text !== (field ? `Prosi o fakturę: ${order.id}` : '')) faults.push(`field ${FIELD} “${text}”`);
  const status = lastStatusOf(order, TOLD);
  if (ofPanel?.statusId !== status) faults.push(`status ${ofPanel?.statusId} in place of ${status}`);
  for (const { told } of acting) {
    const wanted = told.rule.effects.filter(({ kind }) => kind === 'notify').length;
    const shown = world.ruleNotices.filter((each) => each.rule === told.rule.name && each.about === order.id).length;
    if (shown !== wanted) faults.push(`${told.rule.name}: shown ${shown} times in place of ${wanted}`);
  }
  return faults;
}

const sorted = (texts: readonly string[]): string => texts.toSorted((a, b) => a.localeCompare(b)).join('|');
