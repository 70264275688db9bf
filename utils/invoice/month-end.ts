/**
 * Closing a month: the panel's documents beside the invoices of iFirma, each pair with a verdict. Sums are grosze, dates are ISO dates
 * in Europe/Warsaw. Nothing is called missing, gone or equal that was not looked at.
 */
import type { Grosze } from './document';
import { folded, type Pair, type Pairing, pairsOf } from './month-end/pairs';
import { type Collected, type MonthInvoice, type MonthRow, VERDICTS, type Verdict } from './month-end/types';
import { isCorrection, judged, monthOf, type PanelSide, sameCurrency } from './month-end/verdict';

export { VERDICTS };

/** Of invoices in złoty. Corrections are left out: either service may give the difference or what is left after it (ifirma-api 4.5). */
export interface MonthTotals {
  readonly panel: Grosze;
  readonly ifirma: Grosze;
  /** iFirma's less the panel's. */
  readonly difference: Grosze;
  /** How many rows of the table are no part of them: corrections, other currencies, sums that cannot be read. */
  readonly leftOut: number;
}

export interface MonthComparison {
  /** What is to be settled first, then by date and number. */
  readonly rows: readonly MonthRow[];
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly totals: MonthTotals;
  /** Invoices of iFirma that carry no mark of Mostek. */
  readonly foreign: readonly MonthInvoice[];
  /** Those among them that were not read, so that they may carry one. */
  readonly unread: number;
  /** Invoices that Mostek made for another panel. */
  readonly elsewhere: number;
}

export function compareMonth(collected: Collected): MonthComparison {
  const pairing = pairsOf(collected);
  const { month } = collected;
  const open = pairing.unmarked.filter((invoice) => isUnread(invoice, pairing));
  const mayBeUnread = ({ gross, currency }: PanelSide): boolean =>
    open.some((invoice) => isSum(invoice.gross, gross) && sameCurrency(invoice.currency, currency));
  const rows = pairing.pairs.map((pair) => rowOf(pair, month, mayBeUnread)).toSorted(inOrder);
  const counts = Object.fromEntries(
    VERDICTS.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length]),
  ) as Record<Verdict, number>;
  return {
    rows,
    counts,
    totals: totalsOf(rows, month),
    foreign: pairing.unmarked,
    unread: open.length,
    elsewhere: pairing.elsewhere.length,
  };
}

/** What is still to be read before the comparison is whole. */
export interface LeftToRead {
  /** iFirma's identifiers, those first that may be a document nobody has found yet. */
  readonly invoices: readonly string[];
  /** Ids of the panel's documents. */
  readonly documents: readonly string[];
}

export function leftToRead(collected: Collected): LeftToRead {
  const pairing = pairsOf(collected);
  const { pairs, unmarked } = pairing;
  const unlisted = pairs.flatMap(({ isUnread: isOpen, transfer }) =>
    isOpen && transfer?.identifier != null ? [transfer.identifier] : [],
  );
  const alone = pairs.filter(({ found, document }) => found.length === 0 && document !== null);
  const wanted = new Set(alone.map(({ document }) => document?.gross ?? null));
  const open = unmarked.filter((invoice) => isUnread(invoice, pairing));
  const first = open.filter(({ gross }) => wanted.has(gross));
  return {
    invoices: [
      ...new Set([
        ...unlisted,
        ...first.map(({ identifier }) => identifier),
        ...sameNumberOtherSum(collected, pairing),
        ...open.map(({ identifier }) => identifier),
      ]),
    ],
    documents: pairs.flatMap(({ key, document, readDocument, found }) =>
      document === null && readDocument === null && key.startsWith('d') && found.length > 0 ? [key.slice(1)] : [],
    ),
  };
}

/** A number that agrees while the sum does not may be a coincidence: its mark would tell. */
function sameNumberOtherSum({ invoices }: Collected, { pairs, reads }: Pairing): readonly string[] {
  const byId = new Map(invoices.map((invoice) => [invoice.identifier, invoice]));
  return pairs.flatMap(({ document, transfer, mark, found: [side] }) => {
    if (document === null || side === undefined || transfer?.identifier != null || mark !== null) return [];
    const invoice = byId.get(side.identifier);
    const isOpen = invoice?.isReadable === true && invoice.transfers.length === 0 && !reads.has(side.identifier);
    return isOpen && folded(side.number) === folded(document.number) && side.gross !== document.gross
      ? [side.identifier]
      : [];
  });
}

function isUnread({ identifier, isReadable }: MonthInvoice, { reads }: Pairing): boolean {
  return isReadable && !reads.has(identifier);
}

/** What does not say its sum may have any. */
function isSum(one: Grosze | null, other: Grosze | null): boolean {
  return one === null || other === null || one === other;
}

function rowOf(pair: Pair, month: string, mayBeUnread: (panel: PanelSide) => boolean): MonthRow {
  const { key, document, transfer, mark, readDocument, found } = pair;
  const [invoice = null, ...doubles] = found;
  // An order without a document, a return and a correction made in Mostek have no sum in the panel but the one that was sent.
  const panel: PanelSide = document ??
    (readDocument?.isThere ? readDocument : null) ?? {
      issueDate: key.startsWith('d') ? null : (transfer?.issueDate ?? null),
      gross: key.startsWith('d') ? null : (transfer?.sent ?? null),
      currency: '',
    };
  const { verdict, why } = judged(pair, panel, month, mayBeUnread);
  const both = panel.gross !== null && invoice?.gross != null && sameCurrency(panel.currency, invoice.currency);
  return {
    kind: isCorrection(pair) ? 'correction' : 'invoice',
    key,
    orderId: document?.orderId ?? transfer?.orderId ?? mark?.orderId ?? null,
    number: document?.number ?? (readDocument?.number || transfer?.documentNumber || null),
    issueDate: panel.issueDate,
    gross: panel.gross,
    currency: panel.currency,
    ifirma: invoice,
    doubles: doubles.map(({ number, identifier }) => number || identifier),
    ksefNumber: pair.ksefNumber,
    verdict,
    why,
    difference: both && !isCorrection(pair) ? (invoice?.gross ?? 0) - (panel.gross ?? 0) : null,
    isSendable: verdict === 'missing' && why === null,
  };
}

function totalsOf(rows: readonly MonthRow[], month: string): MonthTotals {
  let panel = 0;
  let ifirma = 0;
  let leftOut = 0;
  for (const row of rows) {
    const { gross, currency, issueDate, ifirma: side } = row;
    const isInZloty = sameCurrency(currency, 'PLN') && sameCurrency(side?.currency ?? '', 'PLN');
    const isUnknown = (isOfPanel(row) && gross === null) || (side !== null && side.gross === null);
    if (row.kind === 'correction' || !isInZloty || isUnknown) {
      leftOut += 1;
      continue;
    }
    if (monthOf(issueDate, month) === month) panel += gross ?? 0;
    if (side !== null && monthOf(side.issueDate, month) === month) ifirma += side.gross ?? 0;
  }
  return { panel, ifirma, difference: ifirma - panel, leftOut };
}

/** The panel has, or had to have, a sum for it. */
function isOfPanel({ verdict }: MonthRow): boolean {
  return verdict !== 'gone';
}

function inOrder(one: MonthRow, other: MonthRow): number {
  return (
    VERDICTS.indexOf(one.verdict) - VERDICTS.indexOf(other.verdict) ||
    compared(dateOf(one), dateOf(other)) ||
    compared(sortable(one.number ?? one.key), sortable(other.number ?? other.key)) ||
    compared(one.key, other.key)
  );
}

function dateOf({ issueDate, ifirma }: MonthRow): string {
  return issueDate ?? ifirma?.issueDate ?? '';
}

/** `FV 9/11` before `FV 12/11`. */
function sortable(number: string): string {
  return number.replace(/\d+/g, (digits) => digits.padStart(12, '0'));
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
