/** How walks are drawn. The first value of each choice is the plainest: a walk is shortened towards it. */
import fc from 'fast-check';
import {
  DETAIL,
  IFIRMA,
  json,
  LATER,
  LIST,
  type Named,
  ORDER,
  PDF,
  POST,
  PUT,
  UNCLEAR,
} from '../../unit/sync/troubles.ts';
import type { Action, Button, Match, Press, Walk } from './action.ts';
import { PRIVATE, SALES } from './shop.ts';

const SECOND = 1000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Two of those that pause an account: all of them go one way. */
const PAUSING = [403, 500] as const;

const kod = (code: number, when: 'before' | 'after' = 'before'): Named => [
  `Kod ${code}${when === 'after' ? ' after the work' : ''}`,
  { kind: 'kod', kod: code, when },
];

/** Services quote what they refuse; nothing of it may come into the log. */
const QUOTED = `„${PRIVATE.join('”, „')}”`;

/** What iFirma says to a request that only reads. */
const READING: readonly Named[] = [
  ...UNCLEAR,
  ...LATER,
  ...[100, 201, 202, ...PAUSING].map((code) => kod(code)),
  ['a type that is none', { kind: 'content-type', value: 'text/plain' }],
];

/** Kods that refuse come before the work only: no service books what it refuses. */
const POSTING: readonly Named[] = [
  ...UNCLEAR,
  ...LATER,
  ...[100, 101, 102, 200, 201, 202, 777, ...PAUSING].map((code) => kod(code)),
  kod(100, 'after'),
  kod(777, 'after'),
  [
    'Kod 201 that quotes the buyer',
    { kind: 'kod', kod: 201, text: `Pole 'Kontrahent.Nazwa' ma złą wartość ${QUOTED}` },
  ],
  ['Kod 202 that quotes the buyer', { kind: 'kod', kod: 202, text: `Nie można wystawić: ${QUOTED}` }],
  ['HTTP 411', { kind: 'require-length' }],
  ...[1, 30, 300, 480].map((s): Named => [`arriving ${s} s late`, { kind: 'late', ms: s * SECOND }]),
];

const PANEL: readonly Named[] = [
  ...UNCLEAR,
  ...LATER,
  ['HTTP 401', json(401, { status: 'error', message: 'Unknown user' })],
  ['HTTP 404', json(404, { status: 'error', message: 'Not found' })],
  ['an error in words', json(200, { status: 'error', message: `Nie teraz: ${QUOTED}` })],
];

const PLACES: readonly (readonly [name: string, match: Match, troubles: readonly Named[]])[] = [
  ['POST', POST, POSTING],
  ['list', LIST, READING],
  // Kod 201 is what says that there is no such invoice: of one that is there, nobody could see through it.
  ['single invoice', DETAIL, READING.filter(([name]) => name !== 'Kod 201')],
  ['PDF', PDF, [...READING, ['JSON instead of a PDF', { kind: 'json-instead-of-pdf' }]]],
  ['iFirma', { host: IFIRMA }, [...LATER, ...PAUSING.map((code) => kod(code)), kod(100)]],
  ['order', ORDER, PANEL],
  ['PUT', PUT, PANEL],
  ['Sellasist', { host: 'demo.sellasist.pl' }, PANEL],
];

/** The POST is what matters most. */
const WEIGHTS: Readonly<Record<string, number>> = { POST: 8, list: 3, Sellasist: 1 };

const fault: fc.Arbitrary<Action> = fc.oneof(
  ...PLACES.map(([at, match, troubles]) => ({
    weight: WEIGHTS[at] ?? 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...troubles), fc.constantFrom(1, 2, 5, 40))
      .map(([[name, trouble], times]): Action => ({ do: 'fault', at, match, trouble, name, times })),
  })),
);

const sale = fc.nat({ max: SALES.length - 1 });
const of = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(shape) as fc.Arbitrary<T>;
const is = fc.constant;

const HOLDS = [
  'after POST /iapi/fakturakraj.json',
  'before POST /iapi/fakturakraj.json',
  'after GET /iapi/faktury.json',
  'before transfers.change',
  'after transfers.change',
  'before PUT',
  'after PUT',
  'before GET /iapi/faktury.json',
] as const;

const rarely = <T>(plain: T, odd: fc.Arbitrary<T>, weight = 4): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: is(plain) }, { weight: 1, arbitrary: odd });

const pressOf = (button: fc.Arbitrary<Button>): fc.Arbitrary<Press> =>
  of<Press>({
    do: is('press'),
    sale,
    document: fc.nat({ max: 2 }),
    button,
    confirm: rarely(false, is(true)),
    typed: fc.constantFrom('right', 'of another', 'nonsense'),
    times: rarely<1 | 2>(1, is(2)),
    card: rarely<Press['card']>('now', is('old')),
    from: rarely<Press['from']>('card', is('popup'), 6),
    turns: rarely<number | null>(null, fc.nat({ max: 300 })),
    hold: rarely<string | null>(null, fc.constantFrom(...HOLDS), 10),
  });
const send = pressOf(is('send'));
const press = pressOf(
  fc.oneof(
    { weight: 2, arbitrary: is('send' as const) },
    { weight: 1, arbitrary: fc.constantFrom('check', 'link', 'attach', 'skip', 'pdf', 'preview') },
  ),
);

const WAITS = [20, SECOND, 6 * SECOND, 31 * SECOND, 2 * MINUTE, 11 * MINUTE, 31 * MINUTE, 2 * HOUR, 7 * HOUR, DAY];
const LAGS = [0, 20 * SECOND, 9 * MINUTE, 15 * MINUTE, 40 * MINUTE, 2 * HOUR, 6 * HOUR];

const wait = of<Action>({ do: is('wait'), ms: fc.constantFrom(...WAITS) });
/** iFirma has booked, and nobody hears of it. */
const lost: fc.Arbitrary<Action> = fc
  .constantFrom(...POSTING.filter(([name]) => name.endsWith('after the work')))
  .map(([name, trouble]): Action => ({ do: 'fault', at: 'POST', match: POST, trouble, name, times: 1 }));
const lag = of<Action>({ do: is('list lags'), ms: fc.constantFrom(...LAGS) });
const die = of<Action>({ do: is('die'), gates: fc.nat({ max: 45 }) });

/** What often comes together; each part may fall away when a walk is shortened. */
const after = (...parts: readonly fc.Arbitrary<Action>[]): fc.Arbitrary<readonly Action[]> =>
  fc
    .tuple(...parts.map((part) => fc.option(part, { nil: null, freq: 40 })))
    .map((drawn) => drawn.filter((each) => each !== null));
const one = (action: fc.Arbitrary<Action>): fc.Arbitrary<readonly Action[]> => action.map((drawn) => [drawn]);

const disk = of<Action>({ do: is('disk'), room: fc.constantFrom(Number.POSITIVE_INFINITY, 0, 1, 2, 3, 4, 6, 8) });
const room = of<Action>({ do: is('disk'), room: is(Number.POSITIVE_INFINITY) });
const lock = of<Action>({ do: is('lock') });
const unlock = of<Action>({ do: is('unlock') });
const erplink = (on: boolean): fc.Arbitrary<Action> => of<Action>({ do: is('erplink'), on: is(on) });

const elsewhere = of<Action>({ do: is('booked elsewhere'), sale });

const part: fc.Arbitrary<readonly Action[]> = fc.oneof(
  { weight: 16, arbitrary: one(press) },
  { weight: 16, arbitrary: after(fault, send) },
  { weight: 14, arbitrary: after(die, send) },
  { weight: 6, arbitrary: after(fault, die, send, wait, send) },
  { weight: 10, arbitrary: after(wait, send) },
  { weight: 6, arbitrary: after(lag, lost, send, wait, send) },
  // Others are booked after it, so that the newest number says nothing of it.
  { weight: 6, arbitrary: after(lag, lost, send, send, wait, send) },
  { weight: 3, arbitrary: after(elsewhere, wait, send) },
  { weight: 12, arbitrary: one(wait) },
  { weight: 7, arbitrary: one(lag) },
  {
    weight: 2,
    arbitrary: one(
      of<Action>({
        do: is('number lags'),
        ms: fc.constantFrom(0, 3000, 2 * MINUTE),
        shows: fc.constantFrom('missing', 'digits'),
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: one(
      of<Action>({
        do: is('set clock'),
        ms: fc.constantFrom(HOUR, -HOUR, 5 * HOUR, -5 * HOUR, 12 * MINUTE, -12 * MINUTE),
      }),
    ),
  },
  { weight: 5, arbitrary: one(of<Action>({ do: fc.constantFrom('let go', 'kill', 'restart', 'restart browser') })) },
  { weight: 5, arbitrary: one(of<Action>({ do: is('mend') })) },
  { weight: 3, arbitrary: after(disk, send) },
  // What could not be recorded, and a list that does not show it.
  { weight: 3, arbitrary: after(lag, disk, send, wait, room, wait, send) },
  {
    weight: 6,
    arbitrary: one(
      of<Action>({
        do: fc.constantFrom('document appears', 'price changes', 'buyer changes', 'postcode comes', 'booked by hand'),
        sale,
      }),
    ),
  },
  { weight: 5, arbitrary: one(of<Action>({ do: is('test') })) },
  { weight: 2, arbitrary: after(lock, send, wait, unlock) },
  { weight: 2, arbitrary: after(erplink(true), send, wait, erplink(false)) },
  { weight: 3, arbitrary: one(of<Action>({ do: is('many'), sales: fc.uniqueArray(sale, { minLength: 1 }) })) },
);

/** @param size the most parts of a walk. */
export function walks(size: number): fc.Arbitrary<Walk> {
  const drawn = fc.record({
    // Few sales a walk, so that what happens happens to the same ones.
    sales: fc.uniqueArray(sale, { minLength: 1, maxLength: 3 }),
    fileMode: fc.oneof(
      { weight: 4, arbitrary: is('raw' as const) },
      { weight: 2, arbitrary: is('append' as const) },
      { weight: 1, arbitrary: is('datauri-only' as const) },
      { weight: 1, arbitrary: is('raw-url' as const) },
    ),
    parts: fc.array(part, { minLength: 1, maxLength: size, size: 'max' }),
  });
  return drawn.map(({ fileMode, sales, parts }) => ({
    fileMode,
    actions: parts.flat().map((action) => among(sales, action)),
  }));
}

function among(sales: readonly number[], action: Action): Action {
  const chosen = (sale: number): number => sales[sale % sales.length] ?? sale;
  if ('sale' in action) return { ...action, sale: chosen(action.sale) };
  return 'sales' in action ? { ...action, sales: [...new Set(action.sales.map(chosen))] } : action;
}
