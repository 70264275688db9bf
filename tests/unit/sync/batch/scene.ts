/** Many documents of one shop, and the words with which a page speaks of them. */
import type { BatchPlan, BatchView, DocumentRef } from '../../../../utils/messages/index.ts';
import type { World } from '../world.ts';

type Decision = 'batch.state' | 'batch.pause' | 'batch.resume' | 'batch.cancel' | 'batch.close';

/** Orders with an invoice each, of these dates. */
export function documentsOf(world: World, dates: readonly string[]): readonly DocumentRef[] {
  return dates.map((issueDate) => {
    const { id } = world.panel.addOrder({ date: issueDate });
    return { orderId: id, key: `d${world.panel.addDocument({ orderId: id, issueDate }).id}` as const };
  });
}

/** Orders without a document. */
export function ordersOf(world: World, count: number): readonly DocumentRef[] {
  return Array.from({ length: count }, () => {
    const { id } = world.panel.addOrder();
    return { orderId: id, key: `o${id}` as const };
  });
}

export const start = (world: World, documents: readonly DocumentRef[]) =>
  world.tell<'batch.start'>({ type: 'batch.start', panel: null, documents });

/** null: there is no batch. */
export async function decide(world: World, type: Decision): Promise<BatchView | null> {
  return (await world.tell<Decision>({ type, panel: null })).batch;
}

/** The batch as a page of the panel sees it now. */
export async function batchOf(world: World): Promise<BatchView> {
  const batch = await decide(world, 'batch.state');
  if (batch === null) throw new Error('there is no batch');
  return batch;
}

export const plan = (
  world: World,
  orderIds: readonly string[],
  documentIds: readonly string[] = [],
): Promise<BatchPlan> => world.tell<'batch.plan'>({ type: 'batch.plan', panel: null, orderIds, documentIds });

/** What the counts of a batch say, and nothing else. */
export function countsOf({ total, waiting, underWay, sent, uncertain, withdrawn, attention }: BatchView) {
  return { total, waiting, underWay, sent, uncertain, withdrawn, attention: attention.length };
}

/** Together they are all documents, whatever happens. */
export function sumOf(batch: BatchView): number {
  const { total: _total, ...counts } = countsOf(batch);
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
