import { dateInWarsaw, type SimClock } from '../clock.ts';
import type { Protocol } from '../faults.ts';
import { type AccountingMonth, monthOf } from './dates.ts';
import type { Body } from './fields.ts';
import type { DocumentKind } from './kinds.ts';
import type { Keys } from './signature.ts';
import { DEFAULT_SWITCHES, type IfirmaSwitches } from './switches.ts';

/** What one user of iFirma owns: keys, settings and books. */

export interface AccountOptions {
  readonly login: string;
  readonly keys: Keys;
  readonly switches?: Partial<IfirmaSwitches>;
  /** Series by name with the pattern of their numbers: `{n}`, `{m}` or `{mm}`, `{y}`. `default` is always there. */
  readonly series?: Readonly<Record<string, string>>;
  /** The first running number of every period of every series. */
  readonly firstNumber?: number;
  readonly firstId?: number;
  readonly bankAccounts?: readonly string[];
  readonly templates?: readonly string[];
  /** Contractors that are stored already. */
  readonly contractors?: readonly Contractor[];
}

/** Wire names, as in `Kontrahent`. */
export interface Contractor extends Body {
  readonly Identyfikator: string;
}

export interface Line extends Body {
  readonly NazwaPelna: string;
  readonly Jednostka: string;
  readonly Ilosc: number;
  readonly CenaJednostkowa: number;
  readonly Rabat?: number;
  readonly StawkaVat?: number | null;
}

export interface KsefState {
  /** The day on which it is to go out. */
  readonly sendOn: string;
  /** The clock when it was handed over, ms. */
  readonly at: number;
  reads: number;
  number: string | null;
}

export interface IncomingPayment {
  /** Grosze. */
  readonly amount: number;
  readonly date: string | null;
}

export interface BookedDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly login: string;
  /** Full number, `12/11/2026`. */
  readonly number: string;
  readonly running: number;
  /** Series and period, within which running numbers are unique. */
  readonly period: string;
  readonly series: string;
  readonly issueDate: string;
  readonly counted: 'NET' | 'BRT';
  readonly currency: string;
  /** Integer hundredths of the currency; of a correction the state after it. */
  readonly gross: number;
  /** Of a correction: after − before. */
  readonly difference: number;
  readonly corrects: string | null;
  readonly buyer: Contractor;
  readonly lines: readonly Line[];
  readonly body: Body;
  readonly raw: string;
  /** null when the request did not come over the wire. */
  readonly protocol: Protocol | null;
  /** The clock at the booking, ms. */
  readonly at: number;
  /** Integer hundredths. */
  paid: number;
  readonly payments: IncomingPayment[];
  readonly sendings: { readonly body: Body; readonly query: Readonly<Record<string, string>> }[];
  ksef: KsefState | null;
  /** How often it was read, for the lags. */
  reads: number;
  listReads: number;
}

export interface Account {
  readonly login: string;
  readonly keys: Keys;
  readonly switches: IfirmaSwitches;
  readonly series: Readonly<Record<string, string>>;
  readonly firstNumber: number;
  readonly bankAccounts: readonly string[];
  readonly templates: readonly string[];
  readonly contractors: Map<string, Contractor>;
  readonly documents: BookedDocument[];
  readonly clock: SimClock;
  /** Today in Poland. */
  today(): string;
  /** The month that the user set, or that of today as long as nobody moved it (ifirma-api 6.6). */
  accountingMonth(): AccountingMonth;
  setAccountingMonth(month: AccountingMonth | null): void;
  /** How often a document was refused because its day is not in that month. */
  outsideMonth: number;
  nextId(): string;
}

export const createAccount = (options: AccountOptions, clock: SimClock): Account => {
  const { login, keys, series = {}, firstNumber = 1, firstId = 1_244_512 } = options;
  let id = firstId;
  let moved: AccountingMonth | null = null;
  const today = (): string => dateInWarsaw(clock.now());
  return {
    login,
    keys,
    switches: { ...DEFAULT_SWITCHES, ...options.switches },
    series: { default: '{n}/{m}/{y}', ...series },
    firstNumber,
    bankAccounts: options.bankAccounts ?? ['61109010140000071219812874'],
    templates: options.templates ?? ['logo', 'Logo'],
    contractors: new Map((options.contractors ?? []).map((each) => [each.Identyfikator, each])),
    documents: [],
    clock,
    today,
    accountingMonth: () => moved ?? monthOf(today()),
    setAccountingMonth(month) {
      moved = month;
    },
    outsideMonth: 0,
    nextId: () => String(id++),
  };
};
