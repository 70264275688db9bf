/** Which of an order's documents a rule has issued: those of its account's series, else the order itself. */
import type { DocumentKey } from '../../../invoice/document';
import type { Transfer } from '../../../invoice/transfer';
import { rulesOf } from '../../accounts-of';
import type { EffectContext, EffectOutcome } from './effect';
import { orderOf } from './order-of';
import { afterSellasist, later, left } from './outcomes';

type Found =
  | { readonly ok: true; readonly keys: readonly DocumentKey[] }
  | { readonly ok: false; readonly outcome: EffectOutcome };

export async function documentsToIssue(
  context: EffectContext,
  orderId: string,
  kind: Transfer['kind'],
): Promise<Found> {
  const { account, services, tools } = context;
  const read = await orderOf(context);
  if (!read.ok) return read;
  const { order } = read;
  const found = await services.documents.of(order, 0);
  if (!found.ok) return no(afterSellasist(found.problem));
  // One of them may be what is looked for.
  if (found.value.unreadable.length > 0) return no(later({ code: 'rule-order-unreadable', params: {} }));
  if (kind === 'correction') await services.documents.meetCorrections(order);
  const sent = (await services.documents.known(orderId)).filter(
    (each) => each.kind === 'invoice' || each.kind === 'correction',
  );
  const ours = sent.filter(
    ({ seriesId }) =>
      seriesId !== null && account.seriesIds.includes(seriesId) && account.series[seriesId]?.kind !== 'none',
  );
  const wanted = ours.filter((each) => each.kind === kind);
  if (wanted.length > 0) return { ok: true, keys: wanted.map(({ documentId }): DocumentKey => `d${documentId}`) };
  if (ours.length > 0) return no(left('rule-other-kind'));
  const isIssuedAsItIs = kind === 'invoice' && sent.length === 0 && (await rulesOf(tools.store, account)).issuesOrders;
  return isIssuedAsItIs ? { ok: true, keys: [`o${orderId}`] } : no(left('rule-no-document'));
}

function no(outcome: EffectOutcome): Found {
  return { ok: false, outcome };
}
