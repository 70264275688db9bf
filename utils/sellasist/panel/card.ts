/** Which card this is, by its path or because the person taught it, and what it says of itself. */
import type { DocumentKey } from '../../invoice/document';
import type { TaughtPage } from '../../messages';
import { numbersIn } from '../path-pattern';
import { isId, onlyOrderLinked } from './address';
import { saidOfNumber, speaksOfDocuments } from './document-text';
import { headingContradiction } from './heading';
import { isAdministration, pageOf } from './page';

export type CardKind = 'order-card' | 'document-card' | 'return-card';

/** The id is the order's, the document's, the return's. */
export interface CardPage {
  readonly kind: CardKind;
  readonly id: string;
  readonly isTaught: boolean;
}

export interface Card {
  readonly kind: CardKind;
  /** Of a document or a return only what its page links to; the API decides. */
  readonly orderId: string | null;
  /** Of the document or the return whose card this is; null: the card of an order, which has several. */
  readonly ownKey: DocumentKey | null;
  /** The order that the page's heading speaks of, when it is another one: then nothing may be sent from here. */
  readonly headingId: string | null;
  /** What the page of a document says of its number; only to notice that it says something else by now. */
  readonly number: string | null;
}

export function cardPageOf(location: Location, taught: TaughtPage | null): CardPage | null {
  if (taught !== null) {
    if (!isCardKind(taught.kind) || !isAdministration(location)) return null;
    const id = numbersIn(taught.path, location.pathname)?.at(-1);
    return id !== undefined && isId(id) ? { kind: taught.kind, id, isTaught: true } : null;
  }
  const page = pageOf(location);
  switch (page?.kind) {
    case 'order-card':
      return { kind: page.kind, id: page.orderId, isTaught: false };
    case 'document-card':
      return { kind: page.kind, id: page.documentId, isTaught: false };
    case 'return-card':
      return { kind: page.kind, id: page.returnId, isTaught: false };
    default:
      return null;
  }
}

/** null: the page does not say yet, or never will, that it is what its path promises. */
export function cardOn(document: Document, { kind, id, isTaught }: CardPage): Card | null {
  switch (kind) {
    case 'order-card':
      return { kind, orderId: id, ownKey: null, headingId: headingContradiction(document, id), number: null };
    case 'document-card':
      if (!isTaught && !speaksOfDocuments(document)) return null;
      return {
        kind,
        orderId: onlyOrderLinked(document),
        ownKey: `d${id}`,
        headingId: null,
        number: saidOfNumber(document),
      };
    case 'return-card': {
      const orderId = onlyOrderLinked(document);
      return orderId === null ? null : { kind, orderId, ownKey: `r${id}`, headingId: null, number: null };
    }
    default:
      return kind satisfies never;
  }
}

function isCardKind(kind: TaughtPage['kind']): kind is CardKind {
  return kind === 'order-card' || kind === 'document-card' || kind === 'return-card';
}
