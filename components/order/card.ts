/** What the card that the region stands on says of itself, what of an order's documents it shows, and when nothing may be done there. */
import type { Action, DocumentView, OrderView } from '../../utils/messages';

export interface CardProps {
  readonly kind: 'order-card' | 'document-card' | 'return-card';
  /** Of a document only what its page links to: the API decides. */
  readonly orderId: string | null;
  /** null: not the card of a document. */
  readonly documentId: string | null;
  /** The order that the page's heading speaks of, when it is another one than the address: nothing may be sent then. */
  readonly headingId: string | null;
  /** Whether the page shows this number; the other one that it shows, or null for none. */
  readonly numberOnPage: (
    number: string,
  ) => { readonly agrees: true } | { readonly agrees: false; readonly seen: string | null };
}

/** Two sources name different things; Mostek does not guess which one the person means. */
export type Contradiction =
  | { readonly kind: 'heading'; readonly page: string; readonly own: string }
  /** `page`: null where the page shows no number at all. */
  | { readonly kind: 'number'; readonly page: string | null; readonly own: string }
  | { readonly kind: 'order'; readonly page: string; readonly own: string };

export const contradictionOn = (card: CardProps, view: OrderView | null): Contradiction | null => {
  const { headingId, orderId } = card;
  if (headingId !== null && orderId !== null) return { kind: 'heading', page: headingId, own: orderId };
  const document = card.kind === 'document-card' ? view?.documents.find((each) => isOwn(card, each)) : undefined;
  if (document === undefined) return null;
  if (document.number !== null && document.number !== '') {
    const shown = card.numberOnPage(document.number);
    if (!shown.agrees) return { kind: 'number', page: shown.seen, own: document.number };
  }
  const isOther = orderId !== null && document.orderId !== null && orderId !== document.orderId;
  return isOther ? { kind: 'order', page: orderId, own: document.orderId } : null;
};

/** A return is about a sale that was booked: nothing is sent from there but its correction. */
const NOT_ON_RETURNS: readonly Action[] = ['send', 'issue', 'resend', 'skip', 'link'];

export const shownOn = (card: CardProps, view: OrderView): OrderView => {
  switch (card.kind) {
    case 'order-card':
      return view;
    case 'document-card':
      return { ...view, documents: ownAndItsCorrections(card, view.documents) };
    case 'return-card':
      return { ...view, documents: view.documents.map(withoutSending) };
    default:
      return card.kind satisfies never;
  }
};

const isOwn = ({ documentId }: CardProps, { key }: DocumentView): boolean => key === `d${documentId}`;

const ownAndItsCorrections = (card: CardProps, documents: readonly DocumentView[]): readonly DocumentView[] => {
  const number = documents.find((document) => isOwn(card, document))?.ifirmaNumber ?? null;
  return documents.filter((document) => isOwn(card, document) || (number !== null && document.corrects === number));
};

const withoutSending = (document: DocumentView): DocumentView => ({
  ...document,
  actions: document.actions.filter((action) => !NOT_ON_RETURNS.includes(action)),
});
