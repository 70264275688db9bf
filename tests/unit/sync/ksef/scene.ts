/** A shop whose series go to KSeF, and what the tests of it ask. */
import type { DocumentKey } from '../../../../utils/invoice/document.ts';
import type { KsefMode } from '../../../../utils/invoice/ksef.ts';
import type { SeriesSettings } from '../../../../utils/invoice/series.ts';
import type { DocumentView } from '../../../../utils/messages/index.ts';
import { SERIES } from '../../../browser/set-up.ts';
import { IFIRMA } from '../troubles.ts';
import { createWorld, type World, type WorldOptions } from '../world.ts';

export const KSEF_POST = { host: IFIRMA, method: 'POST', path: 'ksef/send' } as const;

export const seriesOf = (ksef: KsefMode, more: Partial<SeriesSettings> = {}): SeriesSettings => ({
  ...SERIES,
  ksef,
  ...more,
});

/** The sample document of order 1001 is of a company; it was issued two days before the world's day. */
export async function createShop(ksef: KsefMode, options: WorldOptions = {}): Promise<World> {
  return createWorld({ series: { '1': seriesOf(ksef) }, ...options });
}

/** An order without a document of a consumer, issued today. */
export function consumerOrder({ panel }: World): { readonly orderId: string; readonly key: DocumentKey } {
  const { id } = panel.addOrder({ buyer: { company_name: '', company_nip: '' } });
  return { orderId: id, key: `o${id}` };
}

/** An order without a document of a company, issued today. */
export function companyOrder({ panel }: World): { readonly orderId: string; readonly key: DocumentKey } {
  const { id } = panel.addOrder();
  return { orderId: id, key: `o${id}` };
}

export const ofOrders = { orderSeriesId: '1' } as const;

/** How often Mostek has handed something over for KSeF, as far as the network let it out. */
export const posts = (world: World): readonly string[] =>
  world.network.passed.filter(({ target }) => target.includes('/ksef/send/')).map(({ target }) => target);

export async function pressKsef(
  world: World,
  orderId: string,
  key: DocumentKey,
  confirm: readonly string[] = [],
): Promise<DocumentView> {
  const { documents } = await world.tell<'ksef'>({ type: 'ksef', orderId, key, confirm });
  const found = documents.find((document) => document.key === key);
  if (found === undefined) throw new Error(`the card shows no ${key}`);
  return found;
}

export async function pressCheck(world: World, orderId: string, key: DocumentKey): Promise<DocumentView> {
  const { documents } = await world.tell<'check'>({ type: 'check', orderId, key });
  const found = documents.find((document) => document.key === key);
  if (found === undefined) throw new Error(`the card shows no ${key}`);
  return found;
}

/** What the log tells of KSeF, oldest first: how far it was, and why. */
export async function story(world: World, key: DocumentKey): Promise<readonly string[]> {
  const entries = await world.store.log.ofDocument('demo', key, 100);
  return entries
    .filter(({ event }) => event === 'ksef')
    .map(({ ksef, reason }) => [ksef, reason?.code].filter(Boolean).join(' '))
    .toReversed();
}
