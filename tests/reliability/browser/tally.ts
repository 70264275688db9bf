/** Counts what was lost and what was doubled, and says of each how it came about. */
import { relative } from 'node:path';
import type { Row } from '../record.ts';
import { lastRequest, outcomeOf, writeTrace } from './outcome.ts';
import type { Placed, Shops } from './shops.ts';

export interface Tried {
  readonly placed: Placed;
  /** What was done to it. */
  readonly what: string;
  /** The last request before it. */
  readonly since: number;
}

export interface Tally {
  begin(placed: Placed, what: string): Tried;
  /** To be one invoice with one file in the order, and the state to be `Wysłano` with its number. */
  judge(tried: Tried, state: string): void;
  /** Something else that is wrong with it. */
  blame(tried: Tried, kind: 'lost' | 'doubled' | 'other', why: string): void;
  documents(): number;
  row(rest: Pick<Row, 'tried' | 'figures'>): Row;
}

export function openTally(trial: string, shops: Shops): Tally {
  const started = Date.now();
  const failures: string[] = [];
  let documents = 0;
  let lost = 0;
  let doubled = 0;

  const tally: Tally = {
    begin: (placed, what) => ({ placed, what, since: lastRequest(shops) }),

    judge(tried, state) {
      documents += 1;
      const { invoices, files, posts } = outcomeOf(shops, tried.placed);
      const number = shops.bookedFor(tried.placed)[0]?.number ?? '?';
      if (invoices > 1 || files > 1 || posts > 1)
        tally.blame(tried, 'doubled', `${invoices} invoices, ${files} files, ${posts} POSTs`);
      else if (invoices === 0 || files === 0)
        tally.blame(tried, 'lost', `${invoices} invoices, ${files} files, ${state}`);
      else if (state !== `Wysłano ${number}`) tally.blame(tried, 'other', `the card says "${state}" of ${number}`);
    },

    blame({ placed, what, since }, kind, why) {
      if (kind === 'lost') lost += 1;
      if (kind === 'doubled') doubled += 1;
      const trace = relative(process.cwd(), writeTrace(shops, trial, placed, since));
      failures.push(`${placed.shop.panel}/${placed.orderId} (${what}): ${why}; ${trace}`);
    },

    documents: () => documents,
    row: (rest) => ({ trial, lost, doubled, failures, seconds: (Date.now() - started) / 1000, ...rest }),
  };
  return tally;
}
