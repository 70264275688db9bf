/**
 * Effect `issue`: the order's document into the queue, as `Automatyczne wysyłanie faktur` does it. Repeatable: what the ledger knows stays as it is.
 * What keeps it from being booked the step `check` says.
 */
import type { DocumentKey } from '../../../invoice/document';
import { PRIORITY, type Transfer } from '../../../invoice/transfer';
import { enqueue } from '../../commands/enqueue';
import { preparedOf } from '../../commands/send-many';
import { documentsToIssue } from './documents-to-issue';
import type { EffectContext, EffectOutcome } from './effect';
import { ALREADY, DONE, later, left, NOT_RECORDED, type Runs } from './outcomes';

export const issue: Runs<'issue'> = async (context, _begin, effect) => {
  const kind = effect.as === 'correction' ? 'correction' : 'invoice';
  const { key, orderId } = context.run;
  // What has no order has no field to be claimed in, and is never sent by itself (design: two computers).
  if (orderId === null) return left('auto-no-order');
  if (!key.startsWith('o')) return queued(context, key, orderId, kind);
  const found = await documentsToIssue(context, orderId, kind);
  if (!found.ok) return found.outcome;
  const outcomes: EffectOutcome[] = [];
  for (const each of found.keys) {
    const outcome = await queued(context, each, orderId, kind);
    // The others wait until this one can be asked for.
    if (outcome.kind === 'later') return outcome;
    outcomes.push(outcome);
  }
  const best = [DONE, ALREADY].find((each) => outcomes.includes(each));
  return best ?? outcomes[0] ?? left('rule-no-document');
};

async function queued(
  { tools, account, run }: EffectContext,
  key: DocumentKey,
  orderId: string,
  kind: Transfer['kind'],
): Promise<EffectOutcome> {
  const { panel } = run;
  if ((await tools.store.transfers.get(panel, key)) !== null) return ALREADY;
  const prepared = await preparedOf(tools, panel, { key, orderId });
  if (!prepared.ok) return later(prepared.reason);
  if (prepared.value === null) return left(await isAnother(tools, panel, key));
  const { transfer, account: owner } = prepared.value;
  if (owner.id !== account.id) return left('rule-no-document');
  if (transfer.kind !== kind || (await isNotSent(tools, owner, transfer))) return left('rule-other-kind');
  const wish = { confirm: [], priority: PRIORITY.bulk, auto: true, now: tools.clock.now() } as const;
  const written = await enqueue(tools, tools.ledger, prepared.value, wish);
  if (written.ok) return DONE;
  switch (written.why) {
    case 'full':
      return NOT_RECORDED;
    case 'account-gone':
      return left('rule-no-document');
    // Whoever was quicker has done it.
    case 'exists':
    case 'missing':
    case 'taken':
      return ALREADY;
    default:
      return written satisfies never;
  }
}

/** A person has said of its series that it does not go to iFirma. */
async function isNotSent(
  { store }: EffectContext['tools'],
  { series }: EffectContext['account'],
  { panel, documentId }: Transfer,
): Promise<boolean> {
  const seriesId = documentId === null ? null : ((await store.documents.get(panel, documentId))?.seriesId ?? null);
  return seriesId !== null && series[seriesId]?.kind === 'none';
}

/** It is in the panel, and is none of those that are sent. */
async function isAnother({ store }: EffectContext['tools'], panel: string, key: DocumentKey) {
  const known = key.startsWith('d') ? await store.documents.get(panel, key.slice(1)) : null;
  return known?.kind === 'receipt' || known?.kind === 'other' ? 'rule-other-kind' : 'rule-no-document';
}
