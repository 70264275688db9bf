/** What the ledger calls booked in the month: iFirma may list no corrections (ifirma-api 4.5), and so they are not lost sight of. */
import { addDays, warsawDate } from '../../invoice/dates';
import type { Account } from '../../invoice/settings';
import type { MonthEndCommands, MonthLedgerPart, Reply } from '../../messages';
import type { EngineTools } from '../context';
import { daysOf } from './period';
import { standingOf } from './standing';

type Ask = MonthEndCommands['month-end.ledger']['ask'];

const AT_ONCE = 500;

export function createLedgerPart({ store }: EngineTools) {
  return async (account: Account, { month, before }: Ask): Promise<Reply<MonthLedgerPart>> => {
    const { rows, next } = await store.transfers.recent({ before, limit: AT_ONCE });
    const ours = rows.filter(
      ({ accountId, identifier, post }) =>
        accountId === account.id && identifier !== null && post?.issueDate.startsWith(month),
    );
    const booked = await Promise.all(ours.map((transfer) => standingOf(store, account, transfer)));
    const last = rows.at(-1);
    // Nothing is booked before its date of issue, a day aside: what was changed last before the month is not of it, nor is what follows.
    const isOver = last === undefined || warsawDate(last.updatedAt) < addDays(daysOf(month).from, -1);
    return { ok: true, value: { booked, next: isOver ? null : next, notBefore: 0 } };
  };
}
