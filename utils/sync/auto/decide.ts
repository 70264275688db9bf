/** What becomes of a document that was found: it is sent, or left alone for a reason that the log says once. */
import type { Reason } from '../../invoice/finding';
import type { Account } from '../../invoice/settings';
import type { PanelDocument } from '../../store/documents';
import type { AutoStart, Found, NewsList } from './facts';
import { isNewer } from './ids';

/** An account that sends by itself. */
export interface ActiveAccount {
  readonly account: Account;
  readonly start: AutoStart;
  /** Another computer sends its documents. */
  readonly standsBy: boolean;
}

export type Decision =
  | { readonly kind: 'send'; readonly by: ActiveAccount }
  /** @param isSaid false: it was there before anybody switched anything on, and nobody is told of it. */
  | { readonly kind: 'left'; readonly reason: Reason; readonly isSaid: boolean };

export function decisionOn(document: PanelDocument, found: Found, active: readonly ActiveAccount[]): Decision {
  const { kind, seriesId, issueDate, orderId, documentId } = document;
  if (kind === 'receipt') return left('auto-receipt');
  if (kind === 'other') return left('auto-other-kind');
  const by = active.find(({ account }) => seriesId !== null && account.seriesIds.includes(seriesId));
  if (by === undefined || seriesId === null) return left('auto-other-series', {}, found.walked === undefined);
  const { account, start } = by;
  if (account.series[seriesId]?.kind === 'none') return left('auto-series-not-sent');
  if (issueDate === null) return left('auto-no-date');
  const list: NewsList = kind === 'correction' ? 'correct' : 'sale';
  const floor = start.floor?.[list] ?? null;
  if (issueDate < start.from || (floor !== null && !isNewer(documentId, floor))) {
    return left('auto-before-start', { date: issueDate, from: start.from }, found.walked === undefined);
  }
  return orderId === null ? left('auto-no-order') : { kind: 'send', by };
}

function left(code: Reason['code'], params: Reason['params'] = {}, isSaid = true): Decision {
  return { kind: 'left', reason: { code, params }, isSaid };
}
