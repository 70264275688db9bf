/**
 * The mark: the last line of iFirma's `Uwagi`, by which a document is recognised again (design: words). Only `Uwagi` and the
 * contractor survive into what iFirma gives back (ifirma-api 5.6), so nothing else can carry it.
 */
import type { DocumentKey, SaleDocument } from './document';

export interface Marked extends Pick<SaleDocument, 'panel' | 'orderId' | 'documentId'> {
  /** A return (`r5`) and a correction made in Mostek (`c{uuid}`) are marked by it; other keys say nothing that the ids do not. */
  readonly key?: DocumentKey;
  /** Absent: an invoice, unless the key says otherwise. */
  readonly kind?: 'invoice' | 'correction';
}

/** Stands behind the id of a panel's correction: by its order alone it could be taken for an invoice's. */
const CORRECTION = 'k';

/** iFirma prints at most 1000 characters of remarks (ifirma-api 2.1). */
export const NOTES_LIMIT = 1000;

/** `demo/o1001/d77`, of corrections `demo/o1001/d78/k`, `demo/o1001/r5`, `demo/o1001/c{uuid}`; a part that is not known is left out. */
export function markToken(document: Marked): string {
  const parts = [document.panel];
  if (document.orderId !== null) parts.push(`o${document.orderId}`);
  if (document.documentId !== null) parts.push(`d${document.documentId}`);
  const own = ownKeyOf(document);
  if (own !== null) parts.push(own);
  else if (document.kind === 'correction') parts.push(CORRECTION);
  return parts.join('/');
}

/** The key by which a return or a correction made in Mostek is known; null: the document has an id in the panel. */
function ownKeyOf({ key }: Marked): string | null {
  return key !== undefined && /^[rc]/.test(key) ? key : null;
}

function isCorrection(document: Marked): boolean {
  return document.kind === 'correction' || ownKeyOf(document) !== null;
}

/** `Sellasist demo/o1001/d77` */
export function markOf(document: Marked): string {
  return `Sellasist ${markToken(document)}`;
}

/** The remarks with the mark in their last line. When they get too long the text is cut, never the mark. */
export function notesWith(text: string, mark: string): { readonly notes: string; readonly cut: boolean } {
  const body = withoutMarks(text.trim());
  if (body === '') return { notes: mark, cut: false };
  const room = NOTES_LIMIT - mark.length - 1;
  if (room < 1) return { notes: mark, cut: true };
  // iFirma counts characters, JavaScript UTF-16 units: the larger count of the two keeps both below the limit.
  if (body.length <= room) return { notes: `${body}\n${mark}`, cut: false };
  let kept = '';
  for (const character of body) {
    if (kept.length + character.length > room - 1) break;
    kept += character;
  }
  return { notes: `${kept.trimEnd()}…\n${mark}`, cut: true };
}

/**
 * The text comes from a buyer's name, among others. A mark in it would make another order look booked: the word gets the
 * colon that a mark never has.
 */
function withoutMarks(text: string): string {
  return text.replace(/(^|\s)Sellasist(?=\s+\S*\/)/g, '$1Sellasist:');
}

export type MarkMatch =
  /** The very same document. */
  | 'same'
  /** Another document of the same order: the sale may be booked already. */
  | 'same-order'
  | 'none';

/**
 * Looks for a document's mark in remarks that iFirma gave back. White space is folded first (a print template may wrap
 * lines) and tokens are compared whole: `o10` is not in `o1001`. A correction's mark is never an invoice's, and of a correction another one of its
 * order says nothing.
 */
export function findMark(notes: string, document: Marked): MarkMatch {
  const tokens = notes.split(/[\s\u00a0]+/);
  let match: MarkMatch = 'none';
  for (const [index, token] of tokens.entries()) {
    const [panel, ...parts] = token.split('/');
    if (tokens[index - 1] !== 'Sellasist' || panel !== document.panel) continue;
    const isOfCorrection = parts.some((part) => part === CORRECTION || /^[rc]/.test(part));
    if (isOfCorrection !== isCorrection(document)) continue;
    if (isSame(parts, document)) return 'same';
    if (!isOfCorrection && document.orderId !== null && parts.includes(`o${document.orderId}`)) match = 'same-order';
  }
  return match;
}

/** What the marks of a panel name, whichever document they are of. */
export interface NamedByMark {
  readonly key: DocumentKey;
  readonly orderId: string | null;
  readonly isCorrection: boolean;
}

export function marksIn(notes: string, panel: string): readonly NamedByMark[] {
  const tokens = notes.split(/[\s\u00a0]+/);
  return tokens.flatMap((token, index): readonly NamedByMark[] => {
    const [subdomain, ...parts] = token.split('/');
    if (tokens[index - 1] !== 'Sellasist' || subdomain !== panel) return [];
    const order = parts.find((part) => /^o\d+$/.test(part)) ?? null;
    const own = parts.find((part) => /^(?:[dr]\d+|c[0-9a-f-]{36})$/.test(part)) ?? null;
    const isCorrection = parts.some((part) => part === CORRECTION || /^[rc]/.test(part));
    // By its order alone a correction would be taken for the invoice.
    const key = own ?? (isCorrection ? null : order);
    if (key === null) return [];
    return [{ key: key as DocumentKey, orderId: order?.slice(1) ?? null, isCorrection }];
  });
}

/** Whether the remarks carry a mark at all, whichever document it is of. */
export function namesAnother(notes: string): boolean {
  return /(?:^|[\s\u00a0])Sellasist[\s\u00a0]+[a-z0-9-]+\/(?:[odr]\d|c[0-9a-f]{8}-)/.test(notes);
}

/** A document is known by its own id, even when its order was not known at the time; an order only without one. */
function isSame(parts: readonly string[], document: Marked): boolean {
  const own = ownKeyOf(document);
  if (own !== null) return parts.includes(own);
  if (document.documentId !== null) return parts.includes(`d${document.documentId}`);
  return parts.length === 1 && parts[0] === `o${document.orderId ?? ''}`;
}
