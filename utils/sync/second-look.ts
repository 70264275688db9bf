/** After every POST: is there a second invoice with the same mark? The same list shows the number of our own. */
import { addDays } from '../invoice/dates';
import { markOf } from '../invoice/mark';
import type { PostIntent } from '../invoice/transfer';
import type { StepContext } from './context';
import type { LookResult } from './look';
import { lookFor } from './look-for';

/** @param asOf how old the list may be (epoch milliseconds); never older than the POST. */
export function lookForSecond(
  context: StepContext,
  identifier: string,
  post: PostIntent,
  asOf: number,
): Promise<LookResult> {
  const { transfer, account, tools, today } = context;
  // What Mostek wrote itself need not be read again to be recognised.
  tools.memoryOf(account.login).set(identifier, { notes: markOf(transfer), number: '', gross: null });
  return lookFor(context, {
    document: transfer,
    from: post.lookFrom,
    to: addDays(today, 1),
    nip: post.nip,
    gross: post.gross,
    asOf: Math.max(asOf, post.endedAt ?? asOf),
  });
}

/** Milliseconds; a clock that was set back counts as no time at all. */
export function sinceBooked({ endedAt, beganAt }: PostIntent, now: number): number {
  return Math.max(0, now - (endedAt ?? beganAt));
}
