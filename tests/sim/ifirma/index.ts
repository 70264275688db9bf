import { createClock, type SimClock } from '../clock.ts';
import type { SimHandler, SimRequest, SimResponse } from '../http.ts';
import { wireOf } from '../requests.ts';
import { type Account, type AccountOptions, createAccount } from './account.ts';
import { pageNotFound, refused } from './answer.ts';
import { readBody } from './body.ts';
import type { Arrived, Booking } from './book.ts';
import { type BookedInvoice, shownAs } from './booked.ts';
import type { AccountingMonth } from './dates.ts';
import type { Body } from './fields.ts';
import { sendToKsef } from './ksef.ts';
import { createLimits } from './limits.ts';
import { correctOn, issueOn, perform, userRefusal } from './perform.ts';
import { routeOf } from './routes.ts';
import { authenticate, type KeyName, type Keys } from './signature.ts';
import { DEFAULT_SWITCHES, type IfirmaSwitches } from './switches.ts';

export type { BookedInvoice } from './booked.ts';

export const IFIRMA_HOST = 'www.ifirma.pl';

/** The user of ifirma-api 10.15. */
export const TEST_LOGIN = 'sklep@example.com';
export const TEST_KEYS = {
  faktura: 'EAB0D8ACF3308F3B',
  rachunek: '0F1E2D3C4B5A6978',
  abonent: 'A1B2C3D4E5F60718',
  wydatek: '1029384756ABCDEF',
} as const satisfies Keys;

export interface IfirmaOptions {
  /** Default: the test user with all four keys. */
  readonly users?: readonly AccountOptions[];
  readonly clock?: SimClock;
}

export interface IfirmaSim {
  readonly handler: SimHandler;
  readonly clock: SimClock;
  /** Everything booked, in order; of one user or of all. */
  booked(login?: string): BookedInvoice[];
  /** Turns switches of one user, or of all. */
  turn(switches: Partial<IfirmaSwitches>, login?: string): void;
  switches(login?: string): Readonly<IfirmaSwitches>;
  /** null: the month of the clock again. */
  setAccountingMonth(month: AccountingMonth | null, login?: string): void;
  accountingMonth(login?: string): AccountingMonth;
  /** How often a document was refused because its day is not in the accounting month. */
  outsideMonth(login?: string): number;
  /** Books without a request, as if somebody worked in iFirma itself; throws with the Kod when the rules refuse it. */
  issueByHand(endpoint: string, body: Body, login?: string): BookedInvoice;
  correctByHand(originalId: string, body: Body, login?: string): BookedInvoice;
  /** Sends a document to KSeF, as a person does in iFirma itself; throws with what it answers when it is refused. */
  sendToKsefByHand(id: string, login?: string): void;
  /** Takes a document out of the books, as a person does in iFirma itself. */
  removeByHand(id: string, login?: string): void;
  /** Empty books and default switches; users stay. */
  reset(): void;
}

export const createIfirma = (options: IfirmaOptions = {}): IfirmaSim => {
  const { users = [{ login: TEST_LOGIN, keys: TEST_KEYS }], clock = createClock() } = options;
  let accounts = new Map<string, Account>();
  let limits = createLimits();
  const reset = (): void => {
    accounts = new Map(users.map((user) => [user.login, createAccount(user, clock)]));
    limits = createLimits();
  };
  reset();

  const accountsOf = (login?: string): Account[] => {
    if (login === undefined) return [...accounts.values()];
    const account = accounts.get(login);
    if (account === undefined) throw new RangeError(`no such user: ${login}`);
    return [account];
  };
  const oneOf = (login?: string): Account => {
    const [account] = accountsOf(login);
    if (account === undefined) throw new RangeError('no users');
    return account;
  };
  const byHand = (booking: Booking): BookedInvoice => {
    if (!booking.ok) throw new Error(`Kod ${booking.refusal.kod}: ${booking.refusal.text}`);
    return shownAs(booking.document);
  };
  const written = (body: Body): Arrived => ({ content: body, raw: JSON.stringify(body), protocol: null });

  const handler = (request: SimRequest): SimResponse => {
    const [path = ''] = request.target.split('?');
    const routed = routeOf(request.method, path);
    if (routed === 'unknown') return pageNotFound;
    if (routed === 'wrong-method') return { ...pageNotFound, status: 405 };
    // The sources disagree about the key for bills, so the account says which one it takes.
    const keyNameFor = ({ switches }: Account): KeyName =>
      routed.keyName === 'rachunek' ? switches.billKey : routed.keyName;
    const signed = authenticate(request.headers.authentication, (login) => accounts.get(login), keyNameFor, {
      url: `https://${IFIRMA_HOST}${path}`,
      body: request.body,
    });
    if (!signed.ok) return refused(signed.refusal);
    const { account } = signed;
    const early = limits.admit(account) ?? userRefusal(account);
    if (early !== null) return early;
    const protocol = wireOf(request)?.protocol ?? null;
    if (request.method === 'GET')
      return perform(account, routed.route, request.url.searchParams, { content: null, raw: '', protocol });
    const read = readBody(request);
    if (!read.ok) return refused(read.refusal);
    return perform(account, routed.route, request.url.searchParams, { ...read.arrived, protocol });
  };

  return {
    handler,
    clock,
    booked: (login) =>
      accountsOf(login)
        .flatMap(({ documents }) => documents)
        .sort((a, b) => a.at - b.at || Number(a.id) - Number(b.id))
        .map(shownAs),
    turn(switches, login) {
      for (const name of Object.keys(switches))
        if (!Object.hasOwn(DEFAULT_SWITCHES, name)) throw new RangeError(`no such switch: ${name}`);
      for (const account of accountsOf(login)) Object.assign(account.switches, switches);
    },
    switches: (login) => ({ ...oneOf(login).switches }),
    setAccountingMonth(month, login) {
      for (const account of accountsOf(login)) account.setAccountingMonth(month);
    },
    accountingMonth: (login) => oneOf(login).accountingMonth(),
    outsideMonth: (login) => accountsOf(login).reduce((sum, account) => sum + account.outsideMonth, 0),
    issueByHand: (endpoint, body, login) => byHand(issueOn(oneOf(login), endpoint, written(body))),
    correctByHand: (originalId, body, login) => byHand(correctOn(oneOf(login), originalId, written(body))),
    sendToKsefByHand(id, login) {
      const account = oneOf(login);
      const document = account.documents.find((each) => each.id === id);
      if (document === undefined) throw new RangeError(`no such document: ${id}`);
      const { body } = sendToKsef(account, document, { DataWysylki: null });
      if (!String(body).includes('"Kod":0')) throw new Error(String(body));
    },
    removeByHand(id, login) {
      const { documents } = oneOf(login);
      const at = documents.findIndex((document) => document.id === id);
      if (at < 0) throw new RangeError(`no such document: ${id}`);
      documents.splice(at, 1);
    },
    reset,
  };
};
