/** The oracle: what the stand-ins hold against what the ledger says. Returns what is wrong, one sentence each. */
import { markOf } from '../../../utils/invoice/mark.ts';
import type { Transfer } from '../../../utils/invoice/transfer.ts';
import { erplinkOf } from '../../../utils/store/facts.ts';
import { NEVER } from '../../../utils/sync/clock.ts';
import type { BookedInvoice } from '../../sim/ifirma/index.ts';
import { bookedFor, type World } from '../../unit/sync/world.ts';
import { orderIdOf, SALES } from './shop.ts';
import type { Stage } from './stage.ts';

/** What keeps the queue from going on until a person comes; null: nothing. */
export async function blockOf({ store, accountId }: World): Promise<string | null> {
  if ((await store.vault.state()) === 'locked') return 'locked';
  if ((await store.facts.get(erplinkOf('demo'))) !== false) return 'erplink';
  const account = await store.accounts.get(accountId);
  return account?.pausedBy === null ? null : 'paused';
}

export async function flawsOf(stage: Stage): Promise<string[]> {
  const { world } = stage;
  const booked = world.ifirma.booked();
  const block = await blockOf(world);
  const flaws: string[] = [];
  const alarm = world.alarm();
  for (const [sale] of SALES.entries()) {
    const orderId = orderIdOf(sale);
    const transfers = await world.store.transfers.byOrder('demo', orderId);
    flaws.push(...doublesIn(stage, orderId, transfers));
    for (const invoice of bookedFor(world, orderId)) {
      const known = transfers.some((transfer) => hasMarkOf(invoice, transfer));
      if (!known && !isElsewhere(stage, invoice))
        flaws.push(`lost: ${invoice.number} is booked for ${orderId}, and the ledger knows nothing of its document`);
    }
    for (const transfer of transfers) {
      const own = booked.filter(
        (invoice) =>
          hasMarkOf(invoice, transfer) && !isOverruled(stage, transfer, invoice) && !isElsewhere(stage, invoice),
      );
      const wrong = [...untruthsOf(stage, transfer, own, block), ...sleepOf(transfer, block, alarm)];
      const named = own.map(({ number }) => number).join(', ') || 'nothing';
      flaws.push(
        ...wrong.map((flaw) => `${flaw} (${transfer.key}: ${storyOf(transfer)}; booked under its mark: ${named})`),
      );
      flaws.push(...filesOf(stage, transfer));
    }
  }
  return flaws;
}

export function storyOf({ state, step, reason, identifier, number, findings, notBefore }: Transfer): string {
  const found = findings.map(({ code }) => code).join('+');
  const waits = notBefore === NEVER ? 'never' : notBefore;
  return `${state}/${step} ${reason?.code ?? 'no reason'} ${found} identifier ${identifier} number ${number} until ${waits}`;
}

function hasMarkOf({ body }: BookedInvoice, transfer: Pick<Transfer, 'panel' | 'orderId' | 'documentId'>): boolean {
  return String(body.Uwagi).split('\n').at(-1) === markOf(transfer);
}

function isOverruled({ overruled }: Stage, { key, orderId, identifier }: Transfer, { id }: BookedInvoice): boolean {
  return identifier !== id && (overruled.get(orderId ?? '')?.has(`${key} mark:${id}`) ?? false);
}

function isElsewhere({ elsewhere }: Stage, { id }: BookedInvoice): boolean {
  return [...elsewhere.values()].includes(id);
}

/** One sale, one invoice, and one for each time that a person said in words that it is another sale. */
function doublesIn({ world, overruled }: Stage, orderId: string, transfers: readonly Transfer[]): string[] {
  const booked = bookedFor(world, orderId);
  const said = [...(overruled.get(orderId) ?? [])];
  const sales = said.filter((each) => / (?:sale|mark):/.test(each));
  const flaws: string[] = [];
  const named = booked.map(({ number, body }) => `${number} (${String(body.Uwagi).split('\n').at(-1)})`).join(', ');
  if (booked.length > 1 + sales.length)
    flaws.push(`twice: order ${orderId} has ${named}; a person said: ${said.join(', ')}`);
  for (const transfer of transfers) {
    const own = booked.filter((invoice) => hasMarkOf(invoice, transfer));
    const others = own.filter(({ id }) => said.includes(`${transfer.key} mark:${id}`));
    if (own.length > 1 + others.length)
      flaws.push(`twice: ${transfer.key} has ${named}; a person said: ${said.join(', ')}`);
  }
  return flaws;
}

function untruthsOf(stage: Stage, transfer: Transfer, own: readonly BookedInvoice[], block: string | null): string[] {
  const { state, reason, identifier, number, key, findings } = transfer;
  const booked = stage.world.ifirma.booked();
  switch (state) {
    case 'sending':
      return ['untrue: nobody works on it'];
    case 'queued':
      if (own.length > 0) return ['untrue: it waits to be booked, and is'];
      // While the keys are locked, or Erplink is on, the whole card says so.
      if (reason === null && block === 'paused') return ['mute: it waits and does not say for what'];
      return block === null ? ['stuck: it waits, and nothing is in its way'] : [];
    case 'uncertain':
      if (reason?.code !== 'absent-proven') return block === null ? ['stuck: still unclear'] : [];
      return own.length > 0 ? ['untrue: it is said not to be there, and is'] : [];
    case 'failed':
    case 'incomplete':
    case 'skipped': {
      const told = new Set(findings.flatMap(({ evidence, params }) => [evidence, params.number]));
      const untold = own.filter((invoice) => !told.has(`mark:${invoice.id}`) && !told.has(invoice.number));
      return untold.length > 0 ? ['untrue: it is said not to be booked, and is'] : [];
    }
    case 'issued':
    case 'done': {
      const mine = booked.find(({ id, number: full }) => id === identifier || full.replaceAll('/', '_') === identifier);
      if (mine === undefined) return ['untrue: iFirma has no such invoice'];
      const isOwn = hasMarkOf(mine, transfer) || stage.linked.has(key);
      if (!isOwn) return [`untrue: it is tied to ${mine.number}, which is another's`];
      if (state === 'done' && number !== mine.number) return [`untrue: its number is ${mine.number}`];
      return number !== null && number !== mine.number ? [`untrue: its number is ${mine.number}`] : [];
    }
    default:
      return state satisfies never;
  }
}

/** Whatever waits by itself is woken, and with nothing in its way and two days gone it has come to its end. */
function sleepOf({ state, notBefore, reason }: Transfer, block: string | null, alarm: number | null): string[] {
  if (notBefore >= NEVER || block !== null) return [];
  if (state === 'issued' && block === null) return [`stuck: it waits (${reason?.code ?? 'no reason'})`];
  if (state !== 'queued' && state !== 'uncertain') return [];
  return alarm === null ? ['asleep: nobody will wake it'] : [];
}

/** A file of ours for each invoice, and no second one unless a person had it written again. */
function filesOf({ world, attached, overruled }: Stage, transfer: Transfer): string[] {
  const { orderId, identifier, key, state, number } = transfer;
  if (orderId === null || identifier === null) return [];
  const invoice = world.ifirma.booked().find(({ id }) => id === identifier);
  if (invoice === undefined) return [];
  const ours = world.panel.files(orderId, '12').filter(({ bytes }) => bytes.includes(`Identyfikator: ${invoice.id}`));
  if (ours.length > 1 && !attached.has(key)) return [`twice: ${key} (${number}) has ${ours.length} files in the field`];
  // Another document of the order may have been written over it, when a person said so.
  const isReplaced = [...(overruled.get(orderId) ?? [])].some((said) => said.includes(' field:')) || attached.size > 0;
  if (ours.length === 0 && state === 'done' && transfer.attached === 'verified' && !isReplaced)
    return [`untrue: ${key} is done, and its file is not in the field`];
  return [];
}
