import type { SimResponse } from '../http.ts';
import type { Account, BookedDocument } from './account.ts';
import { badField, jsonAnswer, type Refusal, refused, unreadable } from './answer.ts';
import { textIn } from './book.ts';
import { isDate, plusDays } from './dates.ts';
import { scaled, zloty } from './decimals.ts';
import { fullNumberField, shownGross } from './detail.ts';
import type { Body } from './fields.ts';
import { CORRECTION_ENDPOINT, type DocumentKind } from './kinds.ts';

/** `GET faktury.json` and `proformy.json` with their filters (ifirma-api 5.4). A parameter that is not documented is refused. */

const PARAMETERS: ReadonlySet<string> = new Set([
  'dataOd',
  'dataDo',
  'kwotaOd',
  'kwotaDo',
  'kontrahent',
  'nipKontrahenta',
  'typ',
  'status',
  'strona',
  'iloscNaStronie',
]);
const STATUSES: ReadonlySet<string> = new Set(['przeterminowane', 'nieoplacone', 'oplaconeCzesciowo', 'oplacone']);
const DEFAULT_PAGE = 20;
const LARGEST_PAGE = 100;

interface Filter {
  readonly from: string;
  readonly to: string;
  /** Grosze. */
  readonly least: number | null;
  readonly most: number | null;
  readonly contractor: string | null;
  readonly nip: string | null;
  readonly type: string | null;
  readonly statuses: readonly string[];
  readonly page: number;
  readonly perPage: number;
}

const positive = (text: string | null, otherwise: number): number | null => {
  if (text === null) return otherwise;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
};

const grosze = (text: string | null): number | null | 'wrong' => {
  if (text === null) return null;
  const integer = /^\d+(\.\d+)?$/.test(text) ? scaled(Number(text), 2) : null;
  return integer === null ? 'wrong' : Number(integer);
};

const filterOf = (query: URLSearchParams): Filter | Refusal => {
  for (const name of query.keys()) if (!PARAMETERS.has(name)) return unreadable;
  const from = query.get('dataOd');
  if (from === null || from === '') return badField('dataOd', 'jest wymagane');
  if (!isDate(from)) return badField('dataOd', 'ma niepoprawną wartość');
  const to = query.get('dataDo') ?? plusDays(from, 30);
  if (!isDate(to) || to < from) return badField('dataDo', 'ma niepoprawną wartość');
  const least = grosze(query.get('kwotaOd'));
  const most = grosze(query.get('kwotaDo'));
  if (least === 'wrong') return badField('kwotaOd', 'ma niepoprawną wartość');
  if (most === 'wrong') return badField('kwotaDo', 'ma niepoprawną wartość');
  const statuses = query.get('status')?.split(',') ?? [];
  if (statuses.some((status) => !STATUSES.has(status))) return badField('status', 'ma niedozwoloną wartość');
  const page = positive(query.get('strona'), 1);
  if (page === null) return badField('strona', 'ma niepoprawną wartość');
  const perPage = positive(query.get('iloscNaStronie'), DEFAULT_PAGE);
  if (perPage === null) return badField('iloscNaStronie', 'ma niepoprawną wartość');
  return {
    from,
    to,
    least,
    most,
    contractor: query.get('kontrahent'),
    nip: query.get('nipKontrahenta'),
    type: query.get('typ'),
    statuses,
    page,
    // Larger pages are cut without a word, so a client that waits for a short page of 200 stops too early.
    perPage: Math.min(perPage, LARGEST_PAGE),
  };
};

const statusesOf = (account: Account, { paid, gross, body }: BookedDocument): readonly string[] => {
  if (paid >= gross) return ['oplacone'];
  const due = textIn(body, 'TerminPlatnosci');
  const overdue = due !== null && due < account.today() ? ['przeterminowane'] : [];
  return [paid > 0 ? 'oplaconeCzesciowo' : 'nieoplacone', ...overdue];
};

const fits = (account: Account, filter: Filter, document: BookedDocument): boolean => {
  const { issueDate, gross, buyer, kind } = document;
  return (
    issueDate >= filter.from &&
    issueDate <= filter.to &&
    (filter.least === null || gross >= filter.least) &&
    (filter.most === null || gross <= filter.most) &&
    (filter.contractor === null || buyer.Identyfikator === filter.contractor) &&
    (filter.nip === null || buyer.NIP === filter.nip) &&
    (filter.type === null || kind.listType === filter.type) &&
    (filter.statuses.length === 0 || statusesOf(account, document).some((status) => filter.statuses.includes(status)))
  );
};

const isListed = (account: Account, list: DocumentKind['list'], { kind }: BookedDocument): boolean =>
  kind.list === list && (kind.endpoint !== CORRECTION_ENDPOINT || account.switches.correctionsInList);

/** Counts as one list for the lag. */
const lags = (account: Account, document: BookedDocument): boolean => {
  const lag = account.switches.listLag;
  if (lag === null) return false;
  const { reads = 0, ms = 0 } = lag;
  return document.listReads++ < reads || account.clock.now() < document.at + ms;
};

const row = (account: Account, document: BookedDocument): Body => {
  const fields: Body = {
    FakturaId: Number(document.id),
    ...fullNumberField(account, document),
    Rodzaj: document.kind.listType,
    DataWystawienia: document.issueDate,
    TerminPlatnosci: textIn(document.body, 'TerminPlatnosci'),
    Brutto: shownGross(account, document),
    Zaplacono: zloty(document.paid),
    Waluta: document.currency,
    KontrahentNazwa: document.buyer.Nazwa,
    IdentyfikatorKontrahenta: document.buyer.Identyfikator,
    NIPKontrahenta: document.buyer.NIP ?? null,
    CzyWyslano: document.sendings.length > 0,
    CzySzkic: false,
  };
  document.reads++;
  return fields;
};

/** Newest first; no lines and no remarks in the rows. */
export const listDocuments = (account: Account, list: DocumentKind['list'], query: URLSearchParams): SimResponse => {
  const filter = filterOf(query);
  if ('kod' in filter) return refused(filter);
  const found = account.documents
    .filter((document) => isListed(account, list, document) && fits(account, filter, document))
    .filter((document) => !lags(account, document))
    .sort((a, b) => b.issueDate.localeCompare(a.issueDate) || Number(b.id) - Number(a.id));
  const first = (filter.page - 1) * filter.perPage;
  const rows = found.slice(first, first + filter.perPage).map((document) => row(account, document));
  return jsonAnswer({ response: { Kod: 0, Wynik: rows } });
};
