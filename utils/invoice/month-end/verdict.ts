/** What is the matter with a document and its invoice: one verdict, the gravest. */
import type { Grosze } from '../document';
import type { Pair } from './pairs';
import type { IfirmaSide, Verdict, Why, YearMonth } from './types';

export interface Judged {
  readonly verdict: Verdict;
  readonly why: Why | null;
}

/** The panel's side of a pair, wherever it comes from. */
export interface PanelSide {
  readonly issueDate: string | null;
  readonly gross: Grosze | null;
  readonly currency: string;
}

/** @param mayBeUnread of a sum and currency: an invoice of iFirma that nobody has read may be it. */
export function judged(
  pair: Pair,
  panel: PanelSide,
  month: YearMonth,
  mayBeUnread: (panel: PanelSide) => boolean,
): Judged {
  const { document, transfer, found } = pair;
  const [invoice, ...more] = found;
  if (more.length > 0) return { verdict: 'check', why: 'double' };
  if (invoice === undefined) return judgedAlone(pair, panel, mayBeUnread);
  if (transfer?.state === 'uncertain') return { verdict: 'check', why: 'uncertain' };
  if (document === null && pair.key.startsWith('d')) {
    if (pair.readDocument === null) return { verdict: 'check', why: 'document-unread' };
    if (!pair.readDocument.isThere) return { verdict: 'gone', why: null };
  } else if (document === null && transfer === null) return { verdict: 'check', why: 'other-computer' };
  const sums = isCorrection(pair) ? judgedCorrection(pair, panel, invoice) : judgedSums(panel, invoice);
  if (sums !== null) return sums;
  if (monthOf(panel.issueDate, month) !== monthOf(invoice.issueDate, month)) return { verdict: 'date', why: null };
  if ((document ?? transfer)?.wantsKsef && pair.ksefNumber === null) return { verdict: 'no-ksef', why: null };
  return { verdict: 'same', why: null };
}

/** iFirma shows nothing of it. Absence is not claimed while something that may be it was not read. */
function judgedAlone(pair: Pair, panel: PanelSide, mayBeUnread: (panel: PanelSide) => boolean): Judged {
  const { transfer, isVanished, isUnread } = pair;
  if (transfer?.state === 'uncertain') return { verdict: 'check', why: 'uncertain' };
  if (isVanished) return { verdict: 'missing', why: 'vanished' };
  if (isUnread) return { verdict: 'check', why: 'unread' };
  if (transfer?.state === 'queued' || transfer?.state === 'sending') return { verdict: 'missing', why: 'on-its-way' };
  // Where iFirma may list none, a correction that is not there is not proven to be missing (ifirma-api 4.5).
  if (isCorrection(pair)) return { verdict: 'check', why: 'correction-unlisted' };
  if (mayBeUnread(panel)) return { verdict: 'check', why: 'unread' };
  return { verdict: 'missing', why: transfer?.state === 'skipped' ? 'skipped' : null };
}

function judgedSums(panel: PanelSide, invoice: IfirmaSide): Judged | null {
  if (!sameCurrency(panel.currency, invoice.currency)) return { verdict: 'check', why: 'currency' };
  if (panel.gross === null || invoice.gross === null) return { verdict: 'check', why: 'sum-unread' };
  return panel.gross === invoice.gross ? null : { verdict: 'amount', why: null };
}

/** Either service may give the difference or what is left after it; no source knows (ifirma-api 4.5). */
function judgedCorrection({ transfer }: Pair, panel: PanelSide, invoice: IfirmaSide): Judged | null {
  const { gross } = invoice;
  if (gross === null) return { verdict: 'check', why: 'sum-unread' };
  const sent = transfer?.sent ?? null;
  const after = transfer?.after ?? null;
  const isOurs = [panel.gross, sent, after].includes(gross);
  // Where both ways of giving it are known, the panel's sum has to be one of them, or it was changed since.
  const isChanged =
    sent !== null && after !== null && panel.gross !== null && ![sent, after, gross].includes(panel.gross);
  return isOurs && !isChanged ? null : { verdict: 'check', why: 'correction-sum' };
}

export function isCorrection({ document, transfer, mark }: Pair): boolean {
  return document?.kind === 'correction' || transfer?.kind === 'correction' || mark?.isCorrection === true;
}

export function sameCurrency(one: string, other: string): boolean {
  return one === '' || other === '' || one === other;
}

/** What does not say its date is of the month whose list it was in. */
export function monthOf(date: string | null, month: YearMonth): YearMonth {
  return date === null ? month : date.slice(0, 7);
}
