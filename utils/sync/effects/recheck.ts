/**
 * Effect `recheck`: the look for a second invoice, once more. Right after the POST a list that lags may not have shown what another
 * computer booked at the same moment. Repeatable: it only reads.
 */
import { NEVER } from '../clock';
import type { StepContext } from '../context';
import { noteLag } from '../list-lag';
import { verdictOnRead } from '../reasons';
import { lookForSecond, sinceBooked } from '../second-look';
import type { EffectOutcome } from './effect';
import { RECHECK_MS } from './wanted';

export async function recheck(context: StepContext): Promise<EffectOutcome> {
  const { transfer, account, tools } = context;
  const { identifier, number, post } = transfer;
  if (identifier === null || post === null) return { kind: 'done' };
  const wasMissing = (transfer.effects?.recheck?.tries ?? 0) > 0;
  // Of many that were posted one after the other the same list will do; what it did not show is asked for anew.
  const asOf = wasMissing ? tools.clock.now() : (post.endedAt ?? post.beganAt) + RECHECK_MS / 2;
  const found = await lookForSecond(context, identifier, post, asOf);
  if (!found.ok) {
    const { reason, ...verdict } = verdictOnRead(found.problem);
    return { kind: 'later', reason, afterMs: verdict.kind === 'wait' ? verdict.afterMs : null };
  }
  const isOwn = (each: (typeof found.same)[number]): boolean =>
    each.identifier === identifier || (number !== null && each.number === number);
  const other = found.same.find((sighting) => !isOwn(sighting));
  if (other !== undefined) {
    const params = { first: number ?? identifier, second: other.number || other.identifier };
    return { kind: 'found', patch: { state: 'issued', reason: { code: 'double-found', params }, notBefore: NEVER } };
  }
  const lag = sinceBooked(post, tools.clock.now());
  const isListed = found.same.some(isOwn);
  // Somewhere between the last look and this one it came into the list: the longer time is reckoned with.
  if (!isListed || wasMissing) await noteLag(tools.store, account.login, lag);
  if (isListed) return { kind: 'done' };
  // A list that does not even show our own invoice cannot show a second one.
  return { kind: 'later', reason: { code: 'number-waiting', params: {} }, afterMs: Math.max(RECHECK_MS, lag) };
}
