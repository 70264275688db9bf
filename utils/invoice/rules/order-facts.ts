import type { Grosze } from '../document';

/** What conditions ask of an order. */
export interface OrderFacts {
  readonly paymentId: string | null;
  readonly source: string;
  /** Upper case, two letters; null: the panel does not say, and no country holds. */
  readonly country: string | null;
  /** Upper case. */
  readonly currency: string;
  /** null: could not be read, and no amount holds. */
  readonly total: Grosze | null;
  readonly hasNip: boolean;
  readonly wantsInvoice: boolean;
  readonly comment: string;
}
