/** What several computers should have done between them, held against what the stand-ins and the logs of all have. In words. */
import type { DocumentKey } from '../../../../utils/invoice/document.ts';
import type { RuleEffect, RuleTrigger } from '../../../../utils/invoice/rules/rule.ts';
import { ordersNewsOf } from '../../../../utils/sync/rules/facts.ts';
import { VIEW } from '../set-up.ts';
import type { World } from '../world.ts';
import { bookedOf, noteText } from './answer.ts';
import { type Asked, askedOf, lastStatusOf, nameOf } from './asked.ts';
import { unclearCorrections } from './faults.ts';
import { FIELD, type Known } from './rule-set.ts';
import { TOLD_TO_TWO } from './two-rules.ts';

interface Before {
  readonly notesBefore: number;
  readonly bookedBefore: number;
}

interface Found {
  readonly faults: readonly string[];
  readonly doubledNotes: number;
}

/** Series of the account that go to iFirma: invoices and corrections. */
const SENT_SERIES = ['1', '3'];
/** Two that saw no note wrote theirs within this time. */
const SAME_MOMENT_MS = 60_000;
const ACTS = ['rule-fired', 'rule-elsewhere'];
const KEPT = 'kept';
const VERDICTS = [...ACTS, 'rule-not-met', 'rule-fired-before'];

export async function faultsOfTwo(
  worlds: readonly World[],
  known: readonly Known[],
  { notesBefore, bookedBefore }: Before,
): Promise<Found> {
  const faults: string[] = [];
  const [world] = worlds;
  if (world === undefined) throw new Error('no computer');
  const unclear = new Set(
    (await Promise.all(worlds.map((each) => unclearCorrections(each, known)))).flatMap((keys) => [...keys]),
  );
  let doubledNotes = 0;
  let [booked, notes] = [0, 0];
  for (const order of known) {
    const asked = askedOf(order, TOLD_TO_TWO);
    const own: string[] = [];
    const keys = keysOf(order);
    for (const key of keys) {
      const wanted = isToBeBooked(order, key, asked) ? 1 : 0;
      const times = bookedOf(world, key).length;
      booked += times;
      if (unclear.has(key) ? times > 1 : times !== wanted)
        own.push(`${key} booked ${times} times in place of ${wanted}`);
      if (times === 1) own.push(...followFaults(world, key, order, unclear.has(key) ? [] : asked));
    }
    const acting = asked.filter((each) => isDone(each, order, unclear));
    const texts = noteFaults(world, order, acting);
    notes += texts.written;
    doubledNotes += texts.doubled;
    own.push(...texts.faults, ...orderFaults(world, order, acting));
    for (const each of asked) own.push(...(await logFaults(worlds, each)));
    if (own.length === 0) continue;
    const stories = await Promise.all(worlds.map((each) => storyOf(each, order, keys)));
    faults.push(`${nameOf(order)}: ${[...own, ...stories.flat()].join('\n    ')}`);
  }
  const compare = (what: string, is: number, wanted: number): void => {
    if (is !== wanted) faults.push(`${what}: ${is} in place of ${wanted}`);
  };
  compare('booked in all', world.ifirma.booked().length - bookedBefore, booked);
  compare('notes in all', world.panel.notes.length - notesBefore, notes);
  return { faults, doubledNotes };
}

function keysOf({ id, document, correction }: Known): readonly DocumentKey[] {
  return [
    document === null ? `o${id}` : `d${document.id}`,
    ...(correction === null ? [] : [`d${correction}` as const]),
  ];
}

const has = ({ told }: Asked, kind: RuleEffect['kind']): boolean =>
  told.rule.effects.some((each) => each.kind === kind);

/** Of an order that is not confirmed nothing is. */
function isToBeBooked(order: Known, key: DocumentKey, asked: readonly Asked[]): boolean {
  if (!order.isConfirmed) return false;
  if (key.startsWith('o')) return asked.some((each) => each.unmet === null && has(each, 'issue'));
  return key !== `d${order.document?.id}` || SENT_SERIES.includes(order.document?.seriesId ?? '');
}

/** It acts, and what it is about is booked, and is known to be: what stands behind that waits. */
function isDone({ unmet, told, key }: Asked, order: Known, unclear: ReadonlySet<string>): boolean {
  if (unmet !== null) return false;
  const isAboutInvoice =
    told.rule.trigger.kind === 'document' || told.rule.effects.some(({ kind }) => kind === 'issue');
  if (!isAboutInvoice) return true;
  return order.isConfirmed && !unclear.has(key);
}

function followFaults(world: World, key: DocumentKey, order: Known, asked: readonly Asked[]): readonly string[] {
  const [invoice] = bookedOf(world, key);
  if (invoice === undefined) return [];
  const faults: string[] = [];
  const does = (kind: RuleEffect['kind'], of: DocumentKey): boolean =>
    asked.some((each) => each.unmet === null && each.key === of && has(each, kind));
  const emails = does('email', key) ? 1 : 0;
  if (invoice.emails !== emails) faults.push(`${key} e-mails ${invoice.emails} in place of ${emails}`);
  if (invoice.sentToKsef !== does('ksef', key)) faults.push(`${key} sent to KSeF: ${invoice.sentToKsef}`);
  if (invoice.corrects !== null) return faults;
  const isRegistered = does('payment', `o${order.id}`);
  if (invoice.payments > (isRegistered ? 1 : 0)) faults.push(`${key} payments ${invoice.payments}`);
  if (isRegistered && invoice.paid !== invoice.gross)
    faults.push(`${key} paid ${invoice.paid} of ${invoice.gross}, payments ${invoice.payments}`);
  return faults;
}

function noteFaults(world: World, order: Known, acting: readonly Asked[]) {
  const written = world.panel.notes.filter(({ orderId }) => orderId === order.id);
  const wanted = acting.flatMap(({ told, key }) =>
    told.rule.effects.flatMap((effect) =>
      effect.kind === 'note' ? [noteText(effect.text, order.id, bookedOf(world, key)[0]?.number ?? '')] : [],
    ),
  );
  const faults: string[] = [];
  let doubled = 0;
  for (const text of new Set([...wanted, ...written.map((each) => each.text)])) {
    const times = written.filter((each) => each.text === text).map(({ date }) => Date.parse(date));
    const due = wanted.filter((each) => each === text).length;
    const isDoubt = due === 1 && times.length === 2 && Math.max(...times) - Math.min(...times) <= SAME_MOMENT_MS;
    if (isDoubt) doubled += 1;
    else if (times.length !== due) faults.push(`note “${text}” ${times.length} times in place of ${due}`);
  }
  return { faults, doubled, written: written.length };
}

function orderFaults(world: World, order: Known, acting: readonly Asked[]): readonly string[] {
  const faults: string[] = [];
  const text = world.panel.text(order.id, FIELD);
  const isFilled = acting.some((each) => has(each, 'field'));
  if (text !== (isFilled ? `Prosi o fakturę: ${order.id}` : '')) faults.push(`field ${FIELD} “${text}”`);
  const status = lastStatusOf(order, TOLD_TO_TWO);
  const is = world.panel.orders.get(order.id)?.statusId;
  if (is !== status) faults.push(`status ${is} in place of ${status}`);
  return faults;
}

/** Each says once what became of the rule: it acted, or why not, or that another computer works; and one of them has acted. */
async function logFaults(worlds: readonly World[], { told, key, unmet }: Asked): Promise<readonly string[]> {
  const { name } = told.rule;
  const all = await Promise.all(
    worlds.map(async (world) => {
      const entries = await world.store.log.ofDocument('demo', key, 500);
      const said = entries.flatMap(({ event, reason }) =>
        event === 'rule' && reason?.params.rule === name && VERDICTS.includes(reason.code)
          ? [`${reason.code} ${reason.params.condition ?? ''}`.trim()]
          : [],
      );
      return said.length === 0 && (await isKept(world, told.rule.trigger, key)) ? [KEPT] : said;
    }),
  );
  // One that stands by does what follows an invoice of its own, and says of the rest that another works.
  const fits = (said: readonly string[]): boolean =>
    unmet === null
      ? new Set(said).size === said.length &&
        said.length > 0 &&
        said.every((each) => ACTS.includes(each) || each === KEPT)
      : said.length === 1 && [KEPT, `rule-not-met ${unmet}`].includes(said[0] ?? '');
  const isDone = all.flat().includes(unmet === null ? 'rule-fired' : `rule-not-met ${unmet}`);
  if (all.every(fits) && isDone) return [];
  return [`rule ${name} of ${key}: logs ${all.map((said) => `[${said.join(', ')}]`).join(' ')}, unmet ${unmet}`];
}

/** Another computer works, and has not shown yet that it has noticed: it is kept undecided. */
async function isKept(world: World, trigger: RuleTrigger, key: DocumentKey): Promise<boolean> {
  if (trigger.kind === 'document') return false;
  const { pending = [] } = (await world.store.facts.get(ordersNewsOf('demo'))) ?? {};
  return pending.some(
    ({ event, orderId, stoodBy }) => stoodBy === true && `o${orderId}` === key && event.kind === trigger.kind,
  );
}

/** What one computer has to say of it, for whoever reads of a fault. */
async function storyOf(world: World, { id }: Known, keys: readonly DocumentKey[]): Promise<readonly string[]> {
  const name = await world.tell<'computer.get'>({ type: 'computer.get' }, VIEW);
  const entries = (
    await Promise.all(
      [...new Set([...keys, `o${id}` as const])].map((key) => world.store.log.ofDocument('demo', key, 60)),
    )
  ).flat();
  const lines = entries
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, event, key, state, reason }) =>
      [
        new Date(at).toISOString().slice(8, 19),
        event,
        key,
        state,
        reason?.code,
        reason?.params.rule,
        reason?.params.effect,
      ]
        .filter((each) => each !== undefined)
        .join(' '),
    );
  return [`— ${name}`, ...lines];
}
