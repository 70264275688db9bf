/** Which rules are asked about an order and its documents, from what the test knows of them. */
import type { DocumentKey } from '../../../../utils/invoice/document.ts';
import { type Known, PAID, type Told } from './rule-set.ts';

/** A rule that is asked about an order or a document, and whether it acts. */
export interface Asked {
  readonly told: Told;
  readonly key: DocumentKey;
  readonly order: Known;
  readonly unmet: string | null;
}

export function askedOf(order: Known, told: readonly Told[]): readonly Asked[] {
  if (!order.isConfirmed && order.document === null) return [];
  return told.flatMap((each): Asked[] => {
    const key = keyFor(each, order, told);
    return key === null ? [] : [{ told: each, key, order, unmet: each.unmet(order) }];
  });
}

/** null: what it asks for has not happened. */
function keyFor({ rule: { trigger } }: Told, order: Known, told: readonly Told[]): DocumentKey | null {
  const ofOrder: DocumentKey = `o${order.id}`;
  switch (trigger.kind) {
    case 'document': {
      if (order.document?.seriesId === trigger.seriesId) return `d${order.document.id}`;
      return trigger.seriesId === '3' && order.correction !== null ? `d${order.correction}` : null;
    }
    case 'created':
      return order.isConfirmed ? ofOrder : null;
    case 'paid':
      return order.isConfirmed && order.isPaid ? ofOrder : null;
    case 'status':
      return order.isConfirmed && (order.statuses.has(trigger.statusId) || isMovedByRule(order, trigger.statusId, told))
        ? ofOrder
        : null;
    default:
      return trigger satisfies never;
  }
}

/** One rule gives orders a status, which another one asks for. */
function isMovedByRule(order: Known, statusId: string, told: readonly Told[]): boolean {
  const mover = told.find(({ rule }) => rule.effects.some((effect) => effect.kind === 'status'));
  return statusId === PAID && order.isPaid && mover?.unmet(order) === null;
}

/** The one that it is to have in the end. */
export function lastStatusOf(order: Known, told: readonly Told[]): string {
  return isMovedByRule(order, PAID, told) && order.isConfirmed ? PAID : order.status;
}

export function nameOf({ id, ...order }: Known): string {
  const { document, correction, statuses, ...rest } = order;
  return `order ${id} (${JSON.stringify(rest)}, statuses ${[...statuses]}, document ${document?.id ?? '–'}, correction ${correction ?? '–'})`;
}
