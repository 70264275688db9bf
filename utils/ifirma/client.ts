/** The calls that Mostek makes to iFirma. One POST books an invoice, one PUT moves the accounting month; the others read, or speak of what is booked (`after-booking.ts`). */
import { parseJson } from '../http/text';
import type { HttpOutcome, HttpRequest, Transport } from '../http/transport';
import type { Direction } from '../invoice/accounting-month';
import type { BookedOriginal } from '../invoice/correction/booked';
import type { Grosze, IsoDate } from '../invoice/document';
import { decimalOf } from '../invoice/money';
import { afterBooking } from './after-booking';
import { type BookedCorrection, correctionOf, originalOf } from './original';
import { CORRECTIONS, correctionsOf, INVOICES, pathOf } from './path';
import type { Answer, IfirmaProblem } from './problem';
import { authentication, type KeyName } from './signing';
import {
  type BookedInvoice,
  bookedOf,
  type Dated,
  datedInvoiceOf,
  type Envelope,
  envelopeOf,
  type ListedInvoice,
  rowsOf,
} from './wire';

const BASE = 'https://www.ifirma.pl/iapi/';
const MONTH = 'abonent/miesiacksiegowy.json';
const READ_TIMEOUT_MS = 30_000;
/** iFirma is slow; its own shop plugin waits 300 s. Past this nothing more is known by waiting. */
const POST_TIMEOUT_MS = 90_000;
/** `faktury.json` gives at most 100 rows a page in the client that mirrors its documentation (ifirma-api 5.4). */
export const LIST_PAGE = 100;

export interface ListQuery {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Digits only; empty: look by amount. */
  readonly nip: string;
  /** null, with an empty `nip`: everything of the period. */
  readonly gross: Grosze | null;
  /** From 1. */
  readonly page: number;
  /** A list that was asked for at this moment (epoch milliseconds) or later will do; absent: it is asked for now. */
  readonly asOf?: number;
}

export interface IfirmaTools {
  readonly transport: Transport;
  readonly login: string;
  /** null: none is stored; `locked`: it waits for a passphrase. */
  readonly key: (name: KeyName) => Promise<{ readonly key: CryptoKey } | { readonly locked: true } | null>;
}

export type IfirmaClient = ReturnType<typeof ifirmaClient>;

export function ifirmaClient({ transport, login, key }: IfirmaTools) {
  async function send(
    method: HttpRequest['method'],
    path: string,
    keyName: KeyName,
    body: string | null,
  ): Promise<HttpOutcome | { readonly kind: 'key-missing' | 'locked' }> {
    const secret = await key(keyName);
    if (secret === null) return { kind: 'key-missing' };
    if ('locked' in secret) return { kind: 'locked' };
    const url = `${BASE}${path}`;
    const headers: Record<string, string> = {
      Accept: /\.pdf($|\?)/.test(path) ? 'application/pdf' : 'application/json',
      Authentication: await authentication({ url, login, keyName, key: secret.key, body: body ?? '' }),
    };
    if (body !== null) headers['Content-Type'] = 'application/json; charset=UTF-8';
    const timeoutMs = method === 'GET' ? READ_TIMEOUT_MS : POST_TIMEOUT_MS;
    return transport({ method, url, headers, body, timeoutMs, sending: method === 'GET' ? 'repeatable' : 'once' });
  }

  /** Of what changes something. The body is signed and sent as it is. */
  async function change<T>(
    method: 'POST' | 'PUT',
    path: string,
    keyName: KeyName,
    body: string,
    pick: (envelope: Envelope) => T | null,
  ): Promise<Answer<T>> {
    const outcome = await send(method, path, keyName, body);
    // A server that broke down in the work may have done it, whatever its body says (design: answers to the POST).
    if (outcome.kind === 'answer' && outcome.status >= 500) {
      return { ok: false, problem: { kind: 'http', status: outcome.status } };
    }
    return readEnvelope(outcome, pick);
  }

  /** The one POST. */
  function create(path: string, body: string): Promise<Answer<string>> {
    return change('POST', path, 'faktura', body, (envelope) =>
      envelope.kod === 0 && envelope.identifier ? envelope.identifier : null,
    );
  }

  async function pdfAt(path: string): Promise<Answer<Uint8Array<ArrayBuffer>>> {
    const outcome = await send('GET', path, 'faktura', null);
    if (outcome.kind === 'answer' && outcome.status === 200 && startsAsPdf(outcome.bytes)) {
      return { ok: true, value: outcome.bytes };
    }
    return readEnvelope<Uint8Array<ArrayBuffer>>(outcome, () => null);
  }

  /** Where a correction is read back is not certain: at its own address, else at that of an invoice (ifirma-api 4.5). */
  async function correctionAt<T>(name: string, ask: (path: string) => Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await ask(`${CORRECTIONS}/${name}`);
    return answer.ok || !mayBeElsewhere(answer.problem) ? answer : ask(`fakturakraj/${name}`);
  }

  async function read<T>(path: string, keyName: KeyName, pick: (envelope: Envelope) => T | null): Promise<Answer<T>> {
    return readEnvelope(await send('GET', path, keyName, null), pick);
  }

  return Object.assign(afterBooking({ change, read, correctionAt }), {
    /** Books a domestic invoice. The body is signed and sent as it is. `value`: iFirma's identifier. */
    issue(body: string): Promise<Answer<string>> {
      return create(INVOICES, body);
    },

    /** Books a correction of a domestic invoice. @param original its identifier. `value`: iFirma's identifier of the correction. */
    correct(original: string, body: string): Promise<Answer<string>> {
      return create(correctionsOf(original), body);
    },

    /** One page of the invoices of a period, newest first: by the buyer's NIP, by amount (± 0.05 zł), or all of them. */
    list({ from, to, nip, gross, page }: ListQuery): Promise<Answer<readonly ListedInvoice[]>> {
      const query = new URLSearchParams({
        dataOd: from,
        dataDo: to,
        strona: String(page),
        iloscNaStronie: String(LIST_PAGE),
      });
      if (nip) query.set('nipKontrahenta', nip);
      else if (gross !== null) {
        query.set('kwotaOd', decimalOf(Math.max(0, gross - 5), 2));
        query.set('kwotaDo', decimalOf(gross + 5, 2));
      }
      return read(`faktury.json?${query}`, 'faktura', ({ inner }) => rowsOf(inner));
    },

    /** @param id identifier or number. */
    invoice(id: string): Promise<Answer<BookedInvoice>> {
      return read(`fakturakraj/${pathOf(id)}.json`, 'faktura', ({ inner }) => bookedOf(inner));
    },

    /** The same with its date and currency. @param id identifier or number. */
    datedInvoice(id: string): Promise<Answer<BookedInvoice & Dated>> {
      return read(`fakturakraj/${pathOf(id)}.json`, 'faktura', ({ inner }) => datedInvoiceOf(inner));
    },

    /** The same document with its lines and its buyer, as a correction needs it. @param id identifier or number. */
    original(id: string): Promise<Answer<BookedOriginal>> {
      return read(`fakturakraj/${pathOf(id)}.json`, 'faktura', ({ inner }) => originalOf(inner, id.trim()));
    },

    /** @param id identifier or number of a correction. */
    correction(id: string): Promise<Answer<BookedCorrection>> {
      return correctionAt(`${pathOf(id)}.json`, (path) => read(path, 'faktura', ({ inner }) => correctionOf(inner)));
    },

    /** The PDF's bytes. A refusal comes as HTTP 200 with JSON (ifirma-api 5.2), so the first bytes decide. */
    pdf(id: string): Promise<Answer<Uint8Array<ArrayBuffer>>> {
      return pdfAt(`fakturakraj/${pathOf(id)}.pdf`);
    },

    correctionPdf(id: string): Promise<Answer<Uint8Array<ArrayBuffer>>> {
      return correctionAt(`${pathOf(id)}.pdf`, pdfAt);
    },

    /** Reads nothing that matters and changes nothing: does iFirma know this login and key? */
    async test(today: IsoDate): Promise<Answer<null>> {
      const answer = await read(
        `faktury.json?dataOd=${today}&dataDo=${today}&iloscNaStronie=1`,
        'faktura',
        ({ inner }) => rowsOf(inner),
      );
      return answer.ok ? { ok: true, value: null } : answer;
    },

    /** The accounting month, with the key `abonent` (ifirma-api 6.6). */
    month(): Promise<Answer<{ readonly month: string; readonly year: string }>> {
      return read(MONTH, 'abonent', ({ inner }) => {
        const { MiesiacKsiegowy: month, RokKsiegowy: year } = inner;
        return isCount(month) && isCount(year) ? { month: String(month), year: String(year) } : null;
      });
    },

    /**
     * Moves the accounting month by one, for the whole iFirma account, with the key `abonent` (ifirma-api 6.6). Relative, so never
     * to be repeated: what is not known after it is read. Never across a year, so nothing is carried over from another one.
     */
    moveMonth(direction: Direction): Promise<Answer<true>> {
      const body = JSON.stringify({ MiesiacKsiegowy: direction, PrzeniesDaneZPoprzedniegoRoku: false });
      return change('PUT', MONTH, 'abonent', body, ({ kod }) => (kod === 0 ? true : null));
    },

    /** Documents used and granted this month, with the key `abonent` (ifirma-api 6.7). */
    limit(): Promise<Answer<{ readonly used: string; readonly granted: string }>> {
      return read('abonent/limit.json', 'abonent', ({ inner }) => {
        const { LimitWykorzystany: used, LimitPrzyznany: granted } = inner;
        return isCount(used) && isCount(granted) ? { used: String(used), granted: String(granted) } : null;
      });
    },
  });
}

/**
 * What an address says that does not know the document, as against one that could not be asked, or not by this key
 * (ifirma-api 2.10).
 */
function mayBeElsewhere(problem: IfirmaProblem): boolean {
  if (problem.kind === 'kod') return problem.kod >= 200 && problem.kod < 400;
  return problem.kind === 'no-kod' || (problem.kind === 'http' && problem.status < 500);
}

export function startsAsPdf(bytes: Uint8Array): boolean {
  return bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46;
}

function isCount(value: unknown): boolean {
  return (typeof value === 'number' && Number.isInteger(value)) || (typeof value === 'string' && /^\d+$/.test(value));
}

/** Errors come with HTTP 200 and a `Kod`; a body of another status may still hold one (ifirma-api 2.11). */
function readEnvelope<T>(
  outcome: HttpOutcome | { readonly kind: 'key-missing' | 'locked' },
  pick: (envelope: Envelope) => T | null,
): Answer<T> {
  const fail = (problem: IfirmaProblem): Answer<T> => ({ ok: false, problem });
  if (outcome.kind !== 'answer') return fail(outcome);
  if (outcome.status === 429) return fail({ kind: 'rate', retryAfterMs: outcome.retryAfterMs });
  const json = parseJson(outcome.bytes);
  const envelope = json.ok ? envelopeOf(json.value) : null;
  if (envelope?.kod) return fail({ kind: 'kod', kod: envelope.kod, text: envelope.text.slice(0, 1000) });
  if (outcome.status < 200 || outcome.status > 299) return fail({ kind: 'http', status: outcome.status });
  if (!json.ok || envelope === null) return fail({ kind: 'not-json' });
  const value = pick(envelope);
  return value === null ? fail({ kind: 'no-kod' }) : { ok: true, value };
}
