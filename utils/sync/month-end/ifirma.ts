/** iFirma's side: its list of the month, page by page, each row with what the ledger knows it by. */
import { LIST_PAGE } from '../../ifirma/client';
import type { ListedInvoice } from '../../ifirma/wire';
import type { MonthInvoice } from '../../invoice/month-end/types';
import type { Account } from '../../invoice/settings';
import type { Transfer } from '../../invoice/transfer';
import type { MonthEndCommands, MonthIfirmaPart, Reply } from '../../messages';
import type { EngineTools } from '../context';
import { couldBeOurs } from '../look';
import { idsOfLogin } from '../setup/account-id';
import { daysOf } from './period';
import { standingOf } from './standing';
import { stoppedByIfirma } from './stopped';

type Ask = MonthEndCommands['month-end.ifirma']['ask'];

export function createIfirmaPart(tools: EngineTools) {
  const { store, clock } = tools;

  async function rowOf(account: Account, row: ListedInvoice, holders: readonly Transfer[]): Promise<MonthInvoice> {
    const own = holders.filter(({ panel }) => panel === account.panel);
    return {
      identifier: row.identifier,
      number: row.number,
      issueDate: row.issueDate ?? null,
      gross: row.gross,
      currency: row.currency ?? '',
      isReadable: couldBeOurs(row),
      transfers: await Promise.all(own.map((transfer) => standingOf(store, account, transfer))),
      isElsewhere: holders.length > own.length && own.length === 0,
    };
  }

  return async (account: Account, { month, page }: Ask): Promise<Reply<MonthIfirmaPart>> => {
    const part = (invoices: readonly MonthInvoice[], next: number | null, notBefore: number) => ({
      ok: true as const,
      value: { invoices, next, notBefore },
    });
    const room = (await tools.room(account)).ifirma;
    if (room.now === 0) return part([], page, room.at(1));
    const { ifirma } = tools.servicesOf(account, 'bulk');
    const listed = await ifirma.list({ ...daysOf(month), nip: '', gross: null, page });
    if (!listed.ok) {
      const stopped = stoppedByIfirma(listed.problem, clock.now());
      return stopped.kind === 'wait' ? part([], page, stopped.until) : stopped.reply;
    }
    // A draft is no invoice yet.
    const rows = listed.value.filter(({ isDraft }) => !isDraft);
    const known = await store.transfers.known(
      await idsOfLogin(store, account),
      rows.map(({ identifier }) => identifier),
    );
    const invoices = await Promise.all(rows.map((row) => rowOf(account, row, known.get(row.identifier) ?? [])));
    return part(invoices, listed.value.length < LIST_PAGE ? null : page + 1, 0);
  };
}
