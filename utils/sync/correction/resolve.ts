/**
 * A correction whose POST ended unclear. What the list shows under its mark is adopted; what it does not show may be there all the
 * same, because nobody knows whether iFirma lists corrections (ifirma-api 4.5): absence never counts, and only a person can say.
 */
import { backoff, nextLook } from '../backoff';
import { NEVER } from '../clock';
import type { Patch, StepContext } from '../context';
import { verdictOnRead } from '../reasons';
import { adopted } from '../resolve';
import { lookForCorrection } from './look';

export async function resolveCorrection(context: StepContext): Promise<Patch> {
  const { transfer, tools } = context;
  const { post } = transfer;
  if (post === null) throw new Error('resolveCorrection: no POST began');
  const endedAt = post.endedAt ?? tools.clock.now();
  const ended = { ...post, endedAt };
  const askedAt = tools.clock.now();
  const found = await lookForCorrection(context, post.lookFrom);
  const now = tools.clock.now();
  if (!found.ok) {
    const verdict = verdictOnRead(found.problem);
    const waits = verdict.kind === 'wait' ? (verdict.afterMs ?? backoff(transfer.tries)) : backoff(transfer.tries);
    return { state: 'uncertain', post: ended, tries: transfer.tries + 1, notBefore: now + waits };
  }
  const [own] = found.same;
  if (own !== undefined) return adopted(context, own.identifier, ended);
  return {
    state: 'uncertain',
    post: ended,
    looks: [...transfer.looks, { at: askedAt }],
    tries: 0,
    reason: { code: 'correction-unclear', params: {} },
    notBefore: nextLook(endedAt, now) ?? NEVER,
  };
}
