/** One sale, one invoice: which transfer holds the sale of its order (design: rule 2). */
import type { Finding } from '../invoice/finding';
import type { Transfer } from '../invoice/transfer';
import { STOPPED } from '../invoice/transfer-states';

export function withSale(transfer: Transfer): Transfer {
  const { panel, orderId, kind, correction } = transfer;
  if (kind === 'correction') {
    const original = correction?.original ?? null;
    return original === null ? transfer : { ...transfer, sale: `${panel}/k/${original}` };
  }
  return orderId === null ? transfer : { ...transfer, sale: `${panel}/${orderId}` };
}

export function withoutSale(transfer: Transfer): Transfer {
  const { sale: _sale, ...rest } = transfer;
  return rest;
}

/**
 * Holds the sale exactly while the document is on its way, may be booked, or is. What was not booked lets it go; so does a correction that
 * is booked, because there may be another one after it.
 */
export function whileNeeded(transfer: Transfer): Transfer {
  const { kind, state, post, identifier } = transfer;
  const isOnItsWay = !STOPPED.includes(state) || post !== null;
  const isNeeded = kind === 'correction' ? isOnItsWay && identifier === null : isOnItsWay || identifier !== null;
  return isNeeded || transfer.sale === undefined ? transfer : withoutSale(transfer);
}

/** Names the holder, so that "it is another sale" said of one never counts for another. */
export function evidenceOfSale(holder: Transfer): string {
  return `sale:${holder.key}`;
}

export function saleTaken(holder: Transfer): Finding {
  return {
    code: 'sale-taken',
    path: 'sale',
    params: { number: holder.number ?? '', document: holder.documentNumber ?? '' },
    evidence: evidenceOfSale(holder),
  };
}
