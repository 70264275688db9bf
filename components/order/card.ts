/** What the card that the region stands on says of itself, what of an order's documents it shows, and when nothing may be done there. */
import type { DocumentKey } from '../../utils/invoice/document';
import type { Action, DocumentView, OrderView } from '../../utils/messages';

export interface CardProps {
  readonly kind: 'order-card' | 'document-card' | 'return-card';
  /** Of a document or a return only what its page links to: the API decides. */
  readonly orderId: string | null;
  /** Of the document (`d77`) or the return (`r5`) whose card it is; null: the card of an order. */
  readonly ownKey: DocumentKey | null;
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
  const document = view?.documents.find((each) => isOwn(card, each));
  if (document === undefined) return null;
  if (document.number !== null && document.number !== '') {
    const shown = card.numberOnPage(document.number);
    if (!shown.agrees) return { kind: 'number', page: shown.seen, own: document.number };
  }
  const isOther = orderId !== null && document.orderId !== null && orderId !== document.orderId;
  return isOther ? { kind: 'order', page: orderId, own: document.orderId } : null;
};

/** A return is about a sale that was booked: what is sent from its card is the correction that it asks for, and nothing else. */
const NOT_BESIDE_RETURNS: readonly Action[] = ['send', 'issue', 'resend', 'skip', 'link', 'correct'];

export const shownOn = (card: CardProps, view: OrderView): OrderView => {
  switch (card.kind) {
    case 'order-card':
      return view;
    case 'document-card':
      return { ...view, documents: ownAndItsCorrections(card, view.documents) };
    case 'return-card':
      return { ...view, documents: ownAndBeside(card, view.documents) };
    default:
      return card.kind satisfies never;
  }
};

const isOwn = ({ ownKey }: CardProps, { key }: DocumentView): boolean => key === ownKey;

const ownAndItsCorrections = (card: CardProps, documents: readonly DocumentView[]): readonly DocumentView[] => {
  const number = documents.find((document) => isOwn(card, document))?.ifirmaNumber ?? null;
  return documents.filter((document) => isOwn(card, document) || (number !== null && document.corrects === number));
};

const ownAndBeside = (card: CardProps, documents: readonly DocumentView[]): readonly DocumentView[] => {
  const own = documents.filter((document) => isOwn(card, document));
  return [...own, ...documents.filter((document) => !isOwn(card, document)).map(withoutSending)];
};

const withoutSending = (document: DocumentView): DocumentView => ({
  ...document,
  actions: document.actions.filter((action) => !NOT_BESIDE_RETURNS.includes(action)),
});
