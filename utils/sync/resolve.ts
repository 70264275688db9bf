/**
 * An unclear POST is looked up, never repeated. Found: adopted. Absence counts only after two looks, the second at least 10
 * minutes after the POST ended (longer where the list was seen to lag), when no number past the list's end is it either; and then it
 * only lets a person send again.
 */
import type { IfirmaProblem } from '../ifirma/problem';
import { addDays } from '../invoice/dates';
import type { Look } from '../invoice/transfer';
import { ABSENCE_MS, backoff, lookAfterProof, nextLook } from './backoff';
import { NEVER } from './clock';
import type { Patch, StepContext } from './context';
import { absenceAfter } from './list-lag';
import type { Sighting } from './look';
import { lookFor } from './look-for';
import { lookPastTheList } from './past-the-list';
import { verdictOnRead } from './reasons';
import { setForwardBy } from './server-clock';

export async function resolve(context: StepContext): Promise<Patch> {
  const { transfer, account, tools, today } = context;
  const { post } = transfer;
  if (post === null) throw new Error('resolve: no POST began');
  // A worker that was killed never saw the end; the moment it was found again is the earliest that is known.
  const endedAt = post.endedAt ?? tools.clock.now();
  // What the list does not show it did not have when it was asked, not when it had answered.
  const askedAt = tools.clock.now();

  const found = await lookFor(context, {
    document: transfer,
    from: post.lookFrom,
    to: addDays(today, 1),
    nip: post.nip,
    gross: post.gross,
  });
  const now = tools.clock.now();
  if (!found.ok) return again(context, found.problem, endedAt);
  const { same } = found;
  if (same.length > 0) return foundAs(context, same, endedAt);

  const looks: readonly Look[] = [...transfer.looks, { at: askedAt }];
  const since = endedAt + (await absenceAfter(tools.store, account.login));
  // What the computer's clock has jumped over has not passed.
  const jumped = setForwardBy(post.ahead ?? null, context.ifirmaAhead());
  const seenAt = askedAt - jumped;
  const isProven = looks.length >= 2 && seenAt >= since;
  if (isProven || seenAt >= endedAt + ABSENCE_MS) {
    // Much hangs on it now, or will: what a list that lags does not show yet can be read by its number.
    const past = await lookPastTheList(context, post.issueDate);
    if (!past.ok) return again(context, past.problem, endedAt);
    if (past.same.length > 0) return foundAs(context, past.same, endedAt);
  }
  return {
    state: 'uncertain',
    looks,
    post: { ...post, endedAt },
    tries: 0,
    reason: isProven
      ? { code: 'absent-proven', params: {} }
      : { code: 'absent-once', params: { since: String(since + jumped) } },
    notBefore: isProven
      ? (lookAfterProof(since, now) ?? NEVER)
      : (nextLook(endedAt + jumped, now) ?? Math.max(now + 1000, since + jumped)),
  };
}

/** It could not be asked; that says nothing of the invoice. */
function again({ transfer, tools }: StepContext, problem: IfirmaProblem, endedAt: number): Patch {
  const verdict = verdictOnRead(problem);
  const waits = verdict.kind === 'wait' ? (verdict.afterMs ?? backoff(transfer.tries)) : backoff(transfer.tries);
  return {
    state: 'uncertain',
    ...(transfer.post === null ? {} : { post: { ...transfer.post, endedAt } }),
    tries: transfer.tries + 1,
    notBefore: tools.clock.now() + waits,
  };
}

function foundAs(context: StepContext, [own, other]: readonly Sighting[], endedAt: number): Patch {
  const { post } = context.transfer;
  const ended = post === null ? null : { ...post, endedAt };
  if (own === undefined) throw new Error('resolve: nothing was found');
  if (other === undefined) return adopted(context, own.identifier, ended);
  const params = { first: own.number || own.identifier, second: other.number || other.identifier };
  return {
    state: 'issued',
    step: 'number',
    identifier: own.identifier,
    number: own.number || null,
    reason: { code: 'double-found', params },
    post: ended,
    notBefore: NEVER,
  };
}

/** The identifier is the first thing stored, and the way goes on from there. */
export function adopted({ transfer }: Pick<StepContext, 'transfer'>, identifier: string, post = transfer.post): Patch {
  return {
    state: 'sending',
    step: 'number',
    identifier,
    post: post && { ...post, isFound: true },
    reason: { code: 'adopted', params: {} },
    findings: [],
    tries: 0,
    notBefore: 0,
  };
}
