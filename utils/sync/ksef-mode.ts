/** What the series of a document says of KSeF. */
import type { SaleDocument } from '../invoice/document';
import type { KsefMode } from '../invoice/ksef';
import { maySendToKsef } from '../invoice/ksef-decisions';
import type { SeriesSettings } from '../invoice/series';
import type { Account } from '../invoice/settings';
import type { Transfer } from '../invoice/transfer';
import type { Store } from '../store/open';
import { seriesOf } from './correction/series-of';

type Rules = Pick<Account, 'series' | 'seriesIds' | 'settings'>;

/** Of an invoice: an order without a document goes by the series that the account issues such orders by. */
export function ksefModeOf(
  { series, settings }: Rules,
  document: Pick<SaleDocument, 'documentId' | 'seriesId'>,
): KsefMode {
  return entryOf(series, document.documentId === null ? settings.orderSeriesId : document.seriesId)?.ksef ?? 'off';
}

/** Whether `Wyślij do KSeF` is offered on what nobody has sent there yet. Asks nobody outside. */
export async function offersKsef(store: Store, transfer: Transfer): Promise<boolean> {
  if (!maySendToKsef(transfer, true)) return false;
  const account = await store.accounts.get(transfer.accountId);
  return account !== null && (await ksefModeOfTransfer(store, account, transfer)) !== 'off';
}

/** What the series of a booked document says, as far as the series is remembered. Asks nobody outside. */
export async function ksefModeOfTransfer(
  store: Store,
  account: Rules,
  { panel, documentId, kind }: Transfer,
): Promise<KsefMode> {
  const seriesId = documentId === null ? null : ((await store.documents.get(panel, documentId))?.seriesId ?? null);
  return kind === 'correction'
    ? (seriesOf(account, seriesId).ksef ?? 'off')
    : ksefModeOf(account, { documentId, seriesId });
}

/** A series called `constructor` has no settings by accident. */
function entryOf(series: Rules['series'], id: string | null): SeriesSettings | undefined {
  return id !== null && Object.hasOwn(series, id) ? series[id] : undefined;
}
