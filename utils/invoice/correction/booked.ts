/** What iFirma has booked, as a correction needs to know it: the invoice, its lines, and what was corrected of it before. */
import type { Grosze, IsoDate, Thousandths, VatRate } from '../document';
import type { FlatRate, GtuCode, PaymentCode } from '../settings';

/** `LiczOd`: what the prices of an invoice are. Mostek's own are gross; one made by hand in iFirma may count from net. */
export type Counted = 'gross' | 'net';

export interface BookedLine {
  readonly name: string;
  readonly unit: string;
  /** 0 where all of it was taken back by an earlier correction. */
  readonly quantity: Thousandths;
  /** Price of one after its discount, gross or net as the invoice counts: a correction has no `Rabat` (ifirma-api 4.4). */
  readonly unitPrice: Grosze;
  readonly vat: VatRate;
  /** What iFirma counts for the line, gross or net: its discount is taken off the line, not off the price of one. */
  readonly worth: Grosze;
  /** Empty: none. */
  readonly pkwiu: string;
  readonly gtu: GtuCode | null;
  readonly flatRate: FlatRate | null;
}

/** Empty texts: iFirma does not say. */
export interface BookedBuyer {
  readonly name: string;
  readonly nip: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
}

export interface BookedOriginal {
  readonly identifier: string;
  /** Empty while iFirma has not given it. */
  readonly number: string;
  /** Only domestic invoices can be corrected through the API (ifirma-api 4.1). */
  readonly kind: 'domestic' | 'correction' | 'other';
  /** null: iFirma does not say. */
  readonly issueDate: IsoDate | null;
  /** null: iFirma does not say. */
  readonly gross: Grosze | null;
  readonly counted: Counted;
  /** Upper case. */
  readonly currency: string;
  readonly payment: PaymentCode | null;
  readonly buyer: BookedBuyer | null;
  /** null: iFirma gives none, or one of them cannot be read to the grosz (ifirma-api 5.1). */
  readonly lines: readonly BookedLine[] | null;
}

/** A correction that was booked before, as iFirma gives it back: its lines are the state after it. */
export interface EarlierCorrection {
  readonly identifier: string;
  readonly number: string;
  readonly lines: readonly BookedLine[] | null;
}
