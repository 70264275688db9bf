/**
 * Several shops on one pair of stand-ins. Mostek allows itself 60 requests a minute to a panel and 100 to an account of iFirma;
 * a trial that goes round among shops is held up by neither, and leaves the limits where they are.
 */
import type { BookedInvoice } from '../../sim/ifirma/index.ts';
import { TEST_KEYS } from '../../sim/ifirma/index.ts';
import type { RecordedRequest } from '../../sim/requests.ts';
import { ALL_RIGHTS, DEMO } from '../../sim/sellasist/dictionaries.ts';
import type { FileMode, Panel, StoredFile } from '../../sim/sellasist/index.ts';
import { type StandIns, startStandIns } from '../../sim/start.ts';

/** Fields of the orders in these shops. */
export const PDF_FIELD = '12';
export const STATE_FIELD = '16';

export interface Shop {
  /** Sub-domain. */
  readonly panel: string;
  readonly host: string;
  readonly panelKey: string;
  readonly login: string;
}

/** An order with its invoice in the panel, of a buyer of its own. */
export interface Placed {
  readonly shop: Shop;
  readonly orderId: string;
  readonly documentId: string;
}

export interface Shops {
  readonly standIns: StandIns;
  readonly all: readonly [Shop, ...Shop[]];
  panelOf(shop: Shop): Panel;
  place(shop: Shop): Placed;
  bookedFor(placed: Placed): readonly BookedInvoice[];
  filesOf(placed: Placed): readonly StoredFile[];
  /** Requests that may book, answered or not. */
  postsFor(placed: Placed): readonly RecordedRequest[];
  /** What is to be closed with the shops, however the trial ends. */
  closeAtEnd(what: { close(): Promise<void> }): void;
  close(): Promise<void>;
}

export interface ShopsOptions {
  readonly shops: number;
  /** Default `append`: only a field that keeps every file shows a second one. */
  readonly fileMode?: FileMode;
}

export async function withShops<T>(options: ShopsOptions, use: (shops: Shops) => Promise<T>): Promise<T> {
  const shops = await startShops(options);
  try {
    return await use(shops);
  } finally {
    await shops.close();
  }
}

export async function startShops({ shops, fileMode = 'append' }: ShopsOptions): Promise<Shops> {
  const all = Array.from({ length: shops }, (_, index): Shop => shopNumber(index + 1));
  const [first, ...others] = all;
  if (first === undefined) throw new Error('no shops');
  const standIns = await startStandIns({
    sellasist: {
      today: shopToday(),
      setups: all.map(({ panel, panelKey }) => ({
        ...DEMO,
        subdomain: panel,
        keys: { [panelKey]: ALL_RIGHTS },
        fields: [...DEMO.fields, { id: STATE_FIELD, name: 'Stan iFirma', type: 'text' }],
      })),
    },
    // Their numbers do not meet: what is booked at the wrong place is seen.
    ifirma: { users: all.map(({ login }, index) => ({ login, keys: TEST_KEYS, firstId: (index + 1) * 1_000_000 })) },
  });
  const open: { close(): Promise<void> }[] = [standIns];
  const panelOf = ({ panel }: Shop): Panel => standIns.sellasist.panel(panel);
  for (const shop of all) panelOf(shop).switches.fileMode = fileMode;
  return {
    standIns,
    all: [first, ...others],
    panelOf,
    place(shop) {
      const { id, orderId } = panelOf(shop).addDocument();
      if (orderId === null) throw new Error('the stand-in made a document without an order');
      return { shop, orderId, documentId: id };
    },
    bookedFor: (placed) => standIns.ifirma.booked(placed.shop.login).filter(({ raw }) => isOf(raw, placed)),
    filesOf: ({ shop, orderId }) => panelOf(shop).files(orderId, PDF_FIELD),
    postsFor: (placed) =>
      standIns.requests({ host: IFIRMA, method: 'POST' }).filter(({ body }) => isOf(body.toString('utf8'), placed)),
    closeAtEnd: (what) => void open.push(what),
    async close() {
      for (const each of open.toReversed()) await each.close();
    },
  };
}

export const IFIRMA = 'www.ifirma.pl';

function isOf(body: string, { shop, orderId }: Placed): boolean {
  return new RegExp(`Sellasist ${shop.panel}/o${orderId}["/]`).test(body);
}

const shopNumber = (number: number): Shop => ({
  panel: `sklep-${number}`,
  host: `sklep-${number}.sellasist.pl`,
  panelKey: `sklep-${number}-4f1c9a7e2b60`,
  login: `sklep-${number}@example.com`,
});

/** The stand-ins date an order two days back: counted from here it is of today, and the accounting month the right one. */
function shopToday(): string {
  return new Date(Date.now() + 2 * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Warsaw' });
}
