/**
 * An unclear POST is looked up, never repeated. Found: adopted. Absence counts only after two looks, the second at least 10
 * minutes after the POST ended, and then only lets a person send again.
 */
import { addDays } from '../invoice/dates';
import type { Look } from '../invoice/transfer';
import { ABSENCE_MS, backoff, nextLook } from './backoff';
import { NEVER } from './clock';
import type { Patch, StepContext } from './context';
import { knownOtherwise } from './known';
import { look } from './look';
import { verdictOnRead } from './reasons';

export async function resolve(context: StepContext): Promise<Patch> {
  const { transfer, account, tools, ifirma, today } = context;
  const { post } = transfer;
  if (post === null) throw new Error('resolve: no POST began');
  // A worker that was killed never saw the end; the moment it was found again is the earliest that is known.
  const endedAt = post.endedAt ?? tools.clock.now();
  // What the list does not show it did not have when it was asked, not when it had answered.
  const askedAt = tools.clock.now();

  const found = await look(
    ifirma,
    { document: transfer, from: post.lookFrom, to: addDays(today, 1), nip: post.nip, gross: post.gross },
    knownOtherwise(context),
    tools.memoryOf(account.login),
  );
  const now = tools.clock.now();
  if (!found.ok) {
    const verdict = verdictOnRead(found.problem);
    const waits = verdict.kind === 'wait' ? (verdict.afterMs ?? backoff(transfer.tries)) : backoff(transfer.tries);
    return { state: 'uncertain', post: { ...post, endedAt }, tries: transfer.tries + 1, notBefore: now + waits };
  }
  const [own, other] = found.same;
  if (own !== undefined) {
    if (other !== undefined) {
      return {
        state: 'issued',
        step: 'number',
        identifier: own.identifier,
        number: own.number || null,
        reason: {
          code: 'double-found',
          params: { first: own.number || own.identifier, second: other.number || other.identifier },
        },
        post: { ...post, endedAt },
        notBefore: NEVER,
      };
    }
    return adopted(context, own.identifier, { ...post, endedAt });
  }
  const looks: readonly Look[] = [...transfer.looks, { at: askedAt }];
  const proven = looks.length >= 2 && askedAt >= endedAt + ABSENCE_MS;
  const params = { since: String(endedAt + ABSENCE_MS) };
  return {
    state: 'uncertain',
    looks,
    post: { ...post, endedAt },
    tries: 0,
    reason: proven ? { code: 'absent-proven', params: {} } : { code: 'absent-once', params },
    notBefore: proven ? NEVER : (nextLook(endedAt, now) ?? Math.max(now + 1000, endedAt + ABSENCE_MS)),
  };
}

/** The identifier is the first thing stored, and the way goes on from there. */
export function adopted({ transfer }: Pick<StepContext, 'transfer'>, identifier: string, post = transfer.post): Patch {
  return {
    state: 'sending',
    step: 'number',
    identifier,
    post,
    reason: { code: 'adopted', params: {} },
    findings: [],
    tries: 0,
    notBefore: 0,
  };
}
