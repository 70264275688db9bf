import * as z from 'zod/mini';
import type { BookedLine } from '../invoice/correction/booked';
import type { VatRate } from '../invoice/document';
import { lineGross, parseGrosze, parseThousandths } from '../invoice/money';
import { FLAT_RATES, GTU_CODES } from '../invoice/settings';

const position = z.looseObject({ NazwaPelna: z.string(), Jednostka: z.string() });

/** Lines of a single document (ifirma-api 5.1); null: there are none, or one of them cannot be read to the grosz. */
export function bookedLinesOf(content: unknown): readonly BookedLine[] | null {
  if (!Array.isArray(content) || content.length === 0) return null;
  const lines = content.map(bookedLineOf);
  const readable = lines.filter((line) => line !== null);
  return readable.length === lines.length ? readable : null;
}

/** Name and unit stay to the letter as they are: a correction has to repeat them (ifirma-api 4.4). */
function bookedLineOf(content: unknown): BookedLine | null {
  const parsed = z.safeParse(position, content);
  if (!parsed.success) return null;
  const { data } = parsed;
  const quantity = parseThousandths(data.Ilosc);
  const price = pricesOf(data);
  const vat = vatOf(data);
  const gtu = gtuOf(data.GTU);
  const flatRate = flatRateOf(data.StawkaRyczaltu);
  if (
    quantity === null ||
    quantity < 0 ||
    price === null ||
    vat === null ||
    gtu === undefined ||
    flatRate === undefined
  ) {
    return null;
  }
  return {
    name: data.NazwaPelna,
    unit: data.Jednostka,
    quantity,
    unitPrice: price.discounted,
    vat,
    worth: lineGross(price.listed, quantity, price.discount),
    pkwiu: typeof data.PKWiU === 'string' ? data.PKWiU.trim() : '',
    gtu,
    flatRate,
  };
}

type Position = z.output<typeof position>;

interface Prices {
  readonly discounted: number;
  /** With its discount it gives the line's worth. */
  readonly listed: number;
  readonly discount: number;
}

/** `CenaZRabatem` where it is given in whole grosze, else the price less `Rabat`. */
function pricesOf({ CenaJednostkowa, CenaZRabatem, Rabat }: Position): Prices | null {
  const discount = isNothing(Rabat) ? 0 : parseGrosze(Rabat);
  const listed = parseGrosze(CenaJednostkowa);
  const given = parseGrosze(CenaZRabatem);
  if (discount === null || discount < 0 || discount >= 10_000) return null;
  const discounted = given ?? (listed === null ? null : lineGross(listed, 1000, discount));
  if (discounted === null || discounted <= 0) return null;
  return discount === 0 || listed === null
    ? { discounted, listed: discounted, discount: 0 }
    : { discounted, listed, discount };
}

/** A fraction; exempt is said by `TypStawkiVat`, which some answers leave out (ifirma-api 10.11). */
function vatOf({ StawkaVat, TypStawkiVat, PodstawaPrawna }: Position): VatRate | null {
  const basis = typeof PodstawaPrawna === 'string' ? PodstawaPrawna.trim() : '';
  if (TypStawkiVat === 'ZW') return { kind: 'exempt', basis: basis || null };
  if (!isNothing(TypStawkiVat) && TypStawkiVat !== 'PRC') return null;
  // Two places make whole per cents: no Polish rate has more.
  const percent = parseGrosze(StawkaVat);
  return percent === null || percent < 0 || percent >= 100 ? null : { kind: 'percent', percent };
}

/** null: none. undefined: a code that is not known. */
function gtuOf(content: unknown): BookedLine['gtu'] | undefined {
  if (isNothing(content) || content === 'BRAK') return null;
  // ifirma-api 2.4: the sources disagree on the form.
  return GTU_CODES.find((code) => code === content || `GTU_${code}` === content);
}

/** null: none. undefined: a rate that is not known. */
function flatRateOf(content: unknown): BookedLine['flatRate'] | undefined {
  if (isNothing(content) || Number(content) === 0) return null;
  return FLAT_RATES.find((rate) => Number(rate) === Number(content));
}

function isNothing(content: unknown): boolean {
  return content === null || content === undefined || content === '';
}
