/** An invoice, or a correction, as iFirma gives it back: all that a further correction is made from (ifirma-api 5.1). */
import * as z from 'zod/mini';
import type { BookedBuyer, BookedLine, BookedOriginal } from '../invoice/correction/booked';
import { isDate } from '../invoice/dates';
import { PAYMENT_CODES } from '../invoice/settings';
import { bookedLinesOf } from './booked-line';
import { type BookedInvoice, bookedOf, documentIn } from './wire';

const text = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '')),
);

const buyer = z.looseObject({
  Nazwa: text,
  Nazwa2: text,
  NIP: text,
  Ulica: text,
  KodPocztowy: text,
  Miejscowosc: text,
});

const original = z.looseObject({
  DataWystawienia: text,
  LiczOd: text,
  Waluta: text,
  SposobZaplaty: text,
  NIPKontrahenta: text,
  PowodKorekty: text,
  Rodzaj: text,
  Pozycje: z.optional(z.unknown()),
  Kontrahent: z.optional(z.unknown()),
});

/** @param identifier as it was asked for: the answer may have none. null: no document in it. */
export function originalOf(inner: Record<string, unknown>, identifier: string): BookedOriginal | null {
  const booked = bookedOf(inner);
  const parsed = z.safeParse(original, documentIn(inner));
  if (booked === null || !parsed.success) return null;
  const { data } = parsed;
  return {
    identifier: booked.identifier || identifier,
    number: booked.number,
    kind: kindOf(data),
    issueDate: isDate(data.DataWystawienia) ? data.DataWystawienia : null,
    gross: booked.gross,
    // Where iFirma does not say it, the sum tells: lines that do not give it are not corrected.
    counted: data.LiczOd === 'NET' ? 'net' : 'gross',
    currency: data.Waluta === '' ? 'PLN' : data.Waluta.toUpperCase(),
    payment: PAYMENT_CODES.find((code) => code === data.SposobZaplaty) ?? null,
    buyer: buyerOf(data),
    lines: bookedLinesOf(data.Pozycje),
  };
}

export interface BookedCorrection extends BookedInvoice {
  /** The state after it; null: iFirma gives none, or they cannot be read to the grosz. */
  readonly lines: readonly BookedLine[] | null;
}

/** `gross` may be the sum after it or the difference: no source knows (ifirma-api 4.5). */
export function correctionOf(inner: Record<string, unknown>): BookedCorrection | null {
  const booked = bookedOf(inner);
  const parsed = z.safeParse(original, documentIn(inner));
  if (booked === null || !parsed.success) return null;
  return { ...booked, lines: bookedLinesOf(parsed.data.Pozycje) };
}

type Read = z.output<typeof original>;

/** `Rodzaj` stands in lists; where a single document has it, or a reason of correction, it says what the path does not. */
function kindOf({ PowodKorekty, Rodzaj }: Read): BookedOriginal['kind'] {
  if (PowodKorekty !== '' || /korekta/i.test(Rodzaj)) return 'correction';
  return Rodzaj === '' || Rodzaj === 'prz_faktura_kraj' ? 'domestic' : 'other';
}

function buyerOf({ Kontrahent, NIPKontrahenta }: Read): BookedBuyer | null {
  const parsed = z.safeParse(buyer, Kontrahent);
  if (!parsed.success) return null;
  const { Nazwa, Nazwa2, NIP, Ulica, KodPocztowy, Miejscowosc } = parsed.data;
  return {
    name: [Nazwa, Nazwa2].filter((part) => part !== '').join(' '),
    nip: NIP || NIPKontrahenta,
    street: Ulica,
    postcode: KodPocztowy,
    city: Miejscowosc,
  };
}
