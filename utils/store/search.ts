/** Transfers by what a person remembers of them: the order, the panel's number, iFirma's number. */
import type { Transfer } from '../invoice/transfer';
import type { Connection } from './connection';
import type { TransferRow } from './transfer-row';

export interface SearchAsk {
  readonly text: string;
  /** Whose orders are looked up by their number. */
  readonly panels: readonly string[];
  /** null: of every panel. */
  readonly panel: string | null;
  readonly most: number;
  /** How many of the newest transfers are looked through for a number, for which there is no index. */
  readonly mostLooked: number;
}

export interface Found {
  /** Those of the order itself first, then of orders whose number begins so, then the newest. */
  readonly rows: readonly Transfer[];
  /** How many of the newest were looked through, when there are older ones that nobody has looked at; null: all were. */
  readonly stoppedAfter: number | null;
  /** There are more than are given. */
  readonly hasMore: boolean;
}

export function createSearch(connection: Connection): (ask: SearchAsk) => Promise<Found> {
  return async ({ text, panels, panel, most, mostLooked }) => {
    const store = (await connection.begin(['transfers'], 'readonly')).objectStore('transfers');
    const wanted = plain(text);
    const found = new Map<string, Transfer>();
    const note = ({ transfer }: TransferRow): void => void found.set(`${transfer.panel} ${transfer.key}`, transfer);

    if (/^\d+$/.test(wanted)) {
      const byOrder = store.index('byOrder');
      for (const each of panel === null ? panels : [panel]) {
        const range = IDBKeyRange.bound([each, wanted], [each, `${wanted}\uffff`]);
        let cursor = await byOrder.openCursor(range);
        for (; cursor && found.size <= most; cursor = await cursor.continue()) note(cursor.value);
      }
    }

    const newest =
      panel === null
        ? store.index('byUpdate').openCursor(null, 'prev')
        : store.index('panelUpdate').openCursor(IDBKeyRange.bound([panel], [panel, []]), 'prev');
    let looked = 0;
    let cursor = await newest;
    for (; cursor && looked < mostLooked && found.size <= most; looked += 1) {
      if (isMeant(cursor.value.transfer, wanted)) note(cursor.value);
      cursor = await cursor.continue();
    }
    const hasMore = found.size > most;
    return { rows: [...found.values()].slice(0, most), stoppedAfter: cursor && !hasMore ? looked : null, hasMore };
  };
}

function isMeant({ orderId, documentNumber, number }: Transfer, wanted: string): boolean {
  return (
    (orderId?.startsWith(wanted) ?? false) ||
    [documentNumber, number].some((known) => known !== null && plain(known).includes(wanted))
  );
}

/** `fv 77/11` finds `FV77/11/2026`. */
function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, '').replace(/^#/, '');
}
