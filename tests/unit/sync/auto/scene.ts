/** A shop whose first document was sent by hand, and that then has `Automatyczne wysyłanie faktur` switched on. */

import { EMPTY_SERIES } from '../../../../utils/invoice/series.ts';
import type { AccountSettings } from '../../../../utils/invoice/settings.ts';
import type { LogEntry } from '../../../../utils/invoice/transfer.ts';
import { SERIES } from '../../../browser/set-up.ts';
import { dateInWarsaw } from '../../../sim/clock.ts';
import type { DocumentInput } from '../../../sim/sellasist/build-document.ts';
import { STATE_FIELD } from '../computers.ts';
import { openedIn, savedOf, VIEW } from '../set-up.ts';
import { createWorld, MINUTE, type World, type WorldOptions } from '../world.ts';

export const CORRECTION_SERIES = { ...EMPTY_SERIES, kind: 'correction' } as const;

export const SHOP: WorldOptions = {
  settings: { stateFieldId: STATE_FIELD, savePdf: false },
  draft: { seriesIds: ['1', '3', '5'] },
  series: { '1': SERIES, '3': CORRECTION_SERIES, '5': { ...SERIES, kind: 'none' } },
};

/** @param autoFrom null: from now on. */
export async function createAutoWorld(autoFrom: string | null = null, options: WorldOptions = {}): Promise<World> {
  const world = await createWorld({ ...SHOP, ...options });
  await sendFirst(world);
  await switchOn(world, autoFrom);
  return world;
}

export async function sendFirst(world: World): Promise<void> {
  await world.send('1001', 'd77');
  await world.pass(2 * MINUTE);
}

export async function switchOn(world: World, autoFrom: string | null = null): Promise<void> {
  await change(world, { autoSend: true, autoFrom });
  await settled(world);
}

export async function change(world: World, settings: Partial<AccountSettings>): Promise<void> {
  const opened = await openedIn(world);
  const { id: accountId, revision } = opened;
  const all = { ...opened.settings, ...settings };
  savedOf(await world.tell<'settings.save'>({ type: 'settings.save', accountId, revision, settings: all }, VIEW), 'it');
}

/** Whatever was begun has come to rest. */
export async function settled(world: World): Promise<void> {
  await world.idle();
  // Joins the look that goes on by itself.
  await world.autoDue();
}

/** A document as the panel issues it now. */
export function issue(world: World, input: DocumentInput = {}): { readonly id: string; readonly orderId: string } {
  const date = dateInWarsaw(world.clock.now());
  const order = input.orderId === undefined ? world.panel.addOrder({ date }).id : input.orderId;
  const document = world.panel.addDocument({ issueDate: date, ...input, orderId: order });
  return { id: document.id, orderId: order ?? '' };
}

/** A correction of that invoice as the panel issues it now: of its first line one piece is left. */
export function issueCorrection(world: World, invoice: string): string {
  const document = world.panel.documents.get(invoice);
  if (document === undefined) throw new Error(`no document ${invoice}`);
  const lines = document.products.map((line, at) => ({
    name: line.name,
    quantity: at === 0 ? '1' : String(line.quantity / 1000),
    price: (line.unitGross / 100).toFixed(2),
    rate: line.rate,
  }));
  return issue(world, { orderId: document.orderId, series: 'KOR', mainDocumentId: invoice, lines }).id;
}

/** How often the document was booked in iFirma. */
export function timesBooked(world: Pick<World, 'ifirma'>, id: string): number {
  const mark = new RegExp(`/d${id}(?:/k)?(?:\\s|$)`, 'm');
  return world.ifirma.booked().filter(({ body }) => mark.test(String(body.Uwagi))).length;
}

export async function automaticLog(world: World, id: string): Promise<readonly LogEntry[]> {
  const entries = await world.store.log.ofDocument('demo', `d${id}`, 50);
  return entries.filter(({ event }) => event === 'auto');
}

export async function codesOf(world: World, id: string): Promise<readonly (string | undefined)[]> {
  return (await automaticLog(world, id)).map(({ reason }) => reason?.code);
}
