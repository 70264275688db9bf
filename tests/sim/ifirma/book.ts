import { dateInWarsaw } from '../clock.ts';
import type { Protocol } from '../faults.ts';
import type { Account, BookedDocument, Contractor, Line } from './account.ts';
import { type Refusal, refusal } from './answer.ts';
import { exactly } from './decimals.ts';
import type { Body } from './fields.ts';
import type { DocumentKind } from './kinds.ts';
import type { Numbered } from './numbering.ts';
import { seriesOf } from './numbering.ts';
import { PRICE_PLACES } from './totals.ts';

/** A body as it arrived: parsed, its text, and the way it came. */
export interface Arrived {
  readonly content: unknown;
  readonly raw: string;
  readonly protocol: Protocol | null;
}

export type Booking =
  | { readonly ok: true; readonly document: BookedDocument }
  | { readonly ok: false; readonly refusal: Refusal };

export const documentsThisMonth = ({ documents, clock }: Account): number => {
  const thisMonth = dateInWarsaw(clock.now()).slice(0, 7);
  return documents.filter(({ at }) => dateInWarsaw(at).startsWith(thisMonth)).length;
};

/** What account settings forbid before anything is looked at in the values (ifirma-api 1.6, 2.10: Kod 202). */
export const settingsRefusal = (account: Account, kind: DocumentKind): Refusal | null => {
  const { switches } = account;
  if (switches.refusal !== null) return refusal(202, switches.refusal);
  if (kind.vat === 'destination' && !switches.ossEnabled)
    return refusal(202, 'Procedura OSS nie jest włączona w ustawieniach konta');
  if (!switches.vatPayer && kind.fieldsWithoutVat === null)
    return refusal(202, 'Funkcja niedostępna dla konta nievatowca');
  return documentsThisMonth(account) >= switches.documentsPerMonth
    ? refusal(202, 'Przekroczono miesięczny limit dokumentów')
    : null;
};

export const linesOf = (body: Body): readonly Line[] => (Array.isArray(body.Pozycje) ? body.Pozycje : []);

export const textIn = (body: Body, name: string): string | null => {
  const content = body[name];
  return typeof content === 'string' ? content : null;
};

export interface Entry {
  readonly kind: DocumentKind;
  readonly numbered: Numbered;
  readonly series: string;
  readonly counted: 'NET' | 'BRT';
  readonly currency: string;
  readonly gross: number;
  readonly difference: number;
  readonly corrects: string | null;
  readonly buyer: Contractor;
  readonly body: Body;
  readonly arrived: Arrived;
}

/** Writes a judged document into the books. A second identical one is booked again: nothing knows it (ifirma-api 5.6). */
export const enter = (account: Account, entry: Entry): BookedDocument => {
  const { kind, numbered, series, body, arrived, buyer } = entry;
  const { Zaplacono } = body;
  const document: BookedDocument = {
    id: account.nextId(),
    kind,
    login: account.login,
    ...numbered,
    series: seriesOf(kind, series),
    issueDate: textIn(body, 'DataWystawienia') ?? '',
    counted: entry.counted,
    currency: entry.currency,
    gross: entry.gross,
    difference: entry.difference,
    corrects: entry.corrects,
    buyer,
    lines: linesOf(body),
    body,
    raw: arrived.raw,
    protocol: arrived.protocol,
    at: account.clock.now(),
    paid: typeof Zaplacono === 'number' ? Number(exactly(Zaplacono, PRICE_PLACES)) : 0,
    payments: [],
    sendings: [],
    ksef: null,
    reads: 0,
    listReads: 0,
  };
  account.contractors.set(buyer.Identyfikator, buyer);
  account.documents.push(document);
  return document;
};
