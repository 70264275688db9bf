/**
 * The newest real document of a shop beside what iFirma would get of it, so that a merchant sees both before anything is sent.
 * Nothing is.
 */
import { warsawDate } from '../../invoice/dates';
import type { DocumentLine, SaleDocument } from '../../invoice/document';
import { lineGross } from '../../invoice/money';
import type { Account } from '../../invoice/settings';
import type { FirstDocument, Language, Reply } from '../../messages';
import type { SellasistClient } from '../../sellasist/client';
import { kindOf } from '../../sellasist/kind';
import type { Result } from '../../sellasist/problem';
import type { DocumentWire } from '../../sellasist/wire';
import type { Store } from '../../store/open';
import { rulesOf } from '../accounts-of';
import type { Clock } from '../clock';
import type { Services } from '../context';
import { previewOf } from '../preview';
import { readDocument } from '../read-document';
import { verdictOnSellasist } from '../reasons';

export interface FirstDocumentTools {
  readonly store: Store;
  readonly clock: Clock;
  readonly services: Services;
}

type Found = Pick<SaleDocument, 'orderId' | 'documentId'>;

/** Two requests a series, and the panel takes sixty a minute: what is not found in these is no first thing to look at. */
const MOST_SERIES = 10;
/** The newest rows of a list; the first that is an invoice, or confirmed, counts. */
const ROWS = 10;

/** null: the account's series have no document, and its panel has no order. */
export async function firstDocument(
  { store, clock, services }: FirstDocumentTools,
  account: Account,
  language: Language,
): Promise<Reply<FirstDocument | null>> {
  const found = await newest(services.sellasist, account);
  if (!found.ok) return refusal(found);
  if (found.value === null) return { ok: true, value: null };
  const read = await readDocument(services, account, { panel: account.panel, ...found.value });
  if (!read.ok) return refusal(read);
  const { document } = read;
  const today = warsawDate(clock.now());
  const preview = previewOf(document, await rulesOf(store, account), { language, today, confirmed: [] });
  const { orderId, key, panel } = document;
  return { ok: true, value: { orderId, key, panel, source: sourceOf(document), preview } };
}

async function newest(sellasist: SellasistClient, account: Account): Promise<Result<Found | null>> {
  const document = await newestDocument(sellasist, account);
  if (!document.ok) return document;
  if (document.value !== null) {
    const { id, order_id } = document.value;
    return { ok: true, value: { orderId: order_id, documentId: id } };
  }
  const orders = await sellasist.orders({ limit: ROWS, confirmed: true });
  if (!orders.ok) return orders;
  const order = orders.value.find(({ placeholder }) => !placeholder);
  return { ok: true, value: order === undefined ? null : { orderId: order.id, documentId: null } };
}

/** Each series is numbered for itself, so the date of issue says which of their newest is the newest. */
async function newestDocument(sellasist: SellasistClient, account: Account): Promise<Result<DocumentWire | null>> {
  let found: DocumentWire | null = null;
  for (const seriesId of seriesOf(account).slice(0, MOST_SERIES)) {
    const rows = await sellasist.documents({ limit: ROWS, offset: 0, seriesId });
    if (!rows.ok) return rows;
    const row = rows.value.find((each) => kindOf(each) === 'invoice');
    if (row === undefined) continue;
    const document = await sellasist.document(row.id);
    if (!document.ok) return document;
    if (found === null || isNewer(document.value, found)) found = document.value;
  }
  return { ok: true, value: found };
}

/** Those that are to become invoices first, then those of which nobody has said yet what they become. */
function seriesOf({ seriesIds, series }: Account): readonly string[] {
  const kindIs = (kind: string | null) => (id: string) => (series[id]?.kind ?? null) === kind;
  return [...seriesIds.filter(kindIs('domestic')), ...seriesIds.filter(kindIs(null))];
}

function isNewer(one: DocumentWire, other: DocumentWire): boolean {
  const [day, otherDay] = [one.issue_date ?? '', other.issue_date ?? ''];
  if (day !== otherDay) return day > otherDay;
  return one.id.length === other.id.length ? one.id > other.id : one.id.length > other.id.length;
}

function sourceOf({ number, buyer, issueDate, total, lines }: SaleDocument): FirstDocument['source'] {
  const worth = (line: DocumentLine) => line.lineGross ?? ownWorth(line);
  return {
    number,
    buyer: buyer.name,
    issueDate,
    total,
    lines: lines.map((line) => ({ name: line.name, quantity: line.quantity, gross: worth(line) })),
  };
}

/** The lines of an order carry no total of their own. */
function ownWorth({ unitGross, quantity, discount }: DocumentLine): number | null {
  return unitGross === null || quantity === null ? null : lineGross(unitGross, quantity, discount);
}

function refusal({ problem }: Extract<Result<never>, { ok: false }>): Reply<never> {
  return { ok: false, reason: verdictOnSellasist(problem).reason };
}
