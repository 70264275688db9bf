/** The answers of iFirma as they come (ifirma-api 2.9, 5.1, 5.4): loose where its sources disagree, strict where money is read. */
import * as z from 'zod/mini';
import { isDate } from '../invoice/dates';
import type { Grosze, IsoDate } from '../invoice/document';
import { parseGrosze } from '../invoice/money';

const text = z.pipe(
  z.unknown(),
  z.transform((value) => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')),
);
const grosze = z.pipe(
  z.unknown(),
  z.transform((value) => parseGrosze(value)),
);
const kod = z.pipe(
  z.unknown(),
  z.transform((value) =>
    typeof value === 'number' && Number.isInteger(value)
      ? value
      : typeof value === 'string' && /^\d{1,4}$/.test(value)
        ? Number(value)
        : null,
  ),
);

const envelope = z.looseObject({ Kod: z.optional(kod), Informacja: z.optional(text), Identyfikator: z.optional(text) });

export interface Envelope {
  /** null: the answer has none. */
  readonly kod: number | null;
  readonly text: string;
  readonly identifier: string;
  /** `response` if there is one, else the whole. */
  readonly inner: Record<string, unknown>;
}

/** Takes `response` if present, else the root. null when the JSON is no object at all. */
export function envelopeOf(json: unknown): Envelope | null {
  const root = z.safeParse(z.looseObject({}), json);
  if (!root.success) return null;
  const wrapped = z.safeParse(z.looseObject({}), root.data.response);
  const inner = wrapped.success ? wrapped.data : root.data;
  const parsed = z.safeParse(envelope, inner);
  if (!parsed.success) return null;
  const { Kod, Informacja, Identyfikator } = parsed.data;
  return { kod: Kod ?? null, text: Informacja ?? '', identifier: (Identyfikator ?? '').trim(), inner };
}

export interface ListedInvoice extends Dated {
  readonly identifier: string;
  /** Empty while iFirma has not given it yet; a text of digits only is no number (ifirma-api 5.1). */
  readonly number: string;
  readonly kind: string;
  readonly gross: number | null;
  readonly nip: string;
  /** Begun in iFirma's own panel and not issued. */
  readonly isDraft: boolean;
}

const listed = z.looseObject({
  FakturaId: text,
  PelnyNumer: z.optional(text),
  Rodzaj: z.optional(text),
  Brutto: z.optional(grosze),
  NIPKontrahenta: z.optional(text),
  CzySzkic: z.optional(z.unknown()),
  DataWystawienia: z.optional(text),
  Waluta: z.optional(text),
});

/**
 * Rows of `faktury.json`; null when there is no list in the answer, which is not the same as an empty one, or a row in it that
 * cannot be read back: an invoice that was overlooked would count as absent.
 */
export function rowsOf(inner: Record<string, unknown>): readonly ListedInvoice[] | null {
  const rows = z.safeParse(z.array(listed), inner.Wynik);
  if (!rows.success || rows.data.some((row) => row.FakturaId === '')) return null;
  return rows.data.map((row) => ({
    identifier: row.FakturaId,
    number: numberOf(row.PelnyNumer ?? ''),
    kind: row.Rodzaj ?? '',
    gross: row.Brutto ?? null,
    nip: row.NIPKontrahenta ?? '',
    isDraft: row.CzySzkic === true,
    ...datedOf(row),
  }));
}

/** What a row or a document says of its date and currency; absent: it does not. */
export interface Dated {
  readonly issueDate?: IsoDate;
  readonly currency?: string;
}

function datedOf(row: { readonly DataWystawienia?: string | undefined; readonly Waluta?: string | undefined }): Dated {
  const issueDate = row.DataWystawienia?.trim() ?? '';
  const currency = row.Waluta?.trim().toUpperCase() ?? '';
  return { ...(isDate(issueDate) ? { issueDate } : {}), ...(currency === '' ? {} : { currency }) };
}

const dated = z.looseObject({ DataWystawienia: z.optional(text), Waluta: z.optional(text) });

/** The same document with its date and currency; null: no document in it. */
export function datedInvoiceOf(inner: Record<string, unknown>): (BookedInvoice & Dated) | null {
  const invoice = bookedOf(inner);
  const parsed = z.safeParse(dated, documentIn(inner));
  return invoice === null ? null : { ...invoice, ...(parsed.success ? datedOf(parsed.data) : {}) };
}

export interface BookedInvoice {
  readonly number: string;
  readonly gross: number | null;
  readonly notes: string;
  readonly identifier: string;
  readonly ksefNumber: string;
}

const booked = z.looseObject({
  PelnyNumer: z.optional(text),
  WartoscBrutto: z.optional(grosze),
  Brutto: z.optional(grosze),
  Uwagi: z.optional(text),
  Identyfikator: z.optional(text),
  FakturaId: z.optional(text),
});

/** One document, in any of its wrappers: `response`, then `Wynik`, then its first element. */
export function documentIn(inner: Record<string, unknown>): unknown {
  const result = inner.Wynik;
  return Array.isArray(result) ? result[0] : (result ?? inner);
}

/** null: no document in it. */
export function bookedOf(inner: Record<string, unknown>): BookedInvoice | null {
  const parsed = z.safeParse(booked, documentIn(inner));
  if (!parsed.success) return null;
  const { data } = parsed;
  // A document has at least its remarks, its number or its worth; an empty object is an answer that says nothing.
  if (data.PelnyNumer === undefined && data.Uwagi === undefined && data.WartoscBrutto === undefined) return null;
  const ksef = Object.entries(data).find(([name]) => name.toLowerCase() === 'numerksef')?.[1];
  return {
    number: numberOf(data.PelnyNumer ?? ''),
    gross: data.WartoscBrutto ?? data.Brutto ?? null,
    notes: data.Uwagi ?? '',
    identifier: data.Identyfikator || data.FakturaId || '',
    ksefNumber: typeof ksef === 'string' ? ksef : '',
  };
}

export interface PaidInvoice {
  /** null: iFirma does not say, or not in whole grosze. */
  readonly paid: Grosze | null;
  readonly gross: Grosze | null;
}

const payable = z.looseObject({ Zaplacono: z.optional(grosze) });

/** null: no document in it. */
export function paidOf(inner: Record<string, unknown>): PaidInvoice | null {
  const invoice = bookedOf(inner);
  const parsed = z.safeParse(payable, documentIn(inner));
  if (invoice === null) return null;
  return { paid: parsed.success ? (parsed.data.Zaplacono ?? null) : null, gross: invoice.gross };
}

function numberOf(full: string): string {
  const trimmed = full.trim();
  return /^\d*$/.test(trimmed) ? '' : trimmed;
}
