import { amount, date, type Fields, flag, key, keyOrNull, oneOf, optional, text } from './fields.ts';
import { email } from './parts.ts';
import { PRICE_PLACES } from './totals.ts';

/** The field tables of what is asked about a document (ifirma-api 6). */

/** ifirma-api 6.1 */
export const sending: Fields = {
  Tekst: optional(text(1000)),
  Przelew: optional(flag),
  Pobranie: optional(flag),
  MTransfer: optional(text(100)),
  SkrzynkaEmail: optional(text(65)),
  SzablonEmail: optional(text(100)),
  SkrzynkaEmailOdbiorcy: optional(email),
};

/** ifirma-api 6.2 */
export const incomingPayment: Fields = {
  Kwota: key(amount({ above: 0, below: 100_000_000, places: PRICE_PLACES })),
  Data: optional(date),
  KwotaPln: optional(amount({ above: 0, below: 100_000_000, places: PRICE_PLACES })),
  Kurs: optional(amount({ above: 0, below: 1_000_000, places: 6 })),
};

/** ifirma-api 6.3 */
export const ksefSending: Fields = { DataWysylki: keyOrNull(date) };

/** ifirma-api 6.6 */
export const monthMove: Fields = {
  MiesiacKsiegowy: key(oneOf('NAST', 'POPRZ')),
  PrzeniesDaneZPoprzedniegoRoku: key(flag),
};
