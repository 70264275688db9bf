/** One shop for some measurements: instant stand-ins, a fresh browser, an account ready to send. */
import { type Launched, launch } from '../browser/launch.ts';
import { setUpAccount } from '../browser/set-up.ts';
import { DEMO_KEY } from '../sim/sellasist/index.ts';
import { type StandIns, startStandIns } from '../sim/start.ts';

export interface Shop {
  readonly standIns: StandIns;
  readonly browser: Launched;
  /** A new order with its document; its id. */
  addOrder(): string;
}

export const PANEL = 'https://demo.sellasist.pl/admin/';
export const orderCard = (orderId: string): string => `${PANEL}orders/edit/${orderId}`;

/** The product's own limits, for each shop anew: the stand-ins' are turned off so as not to be measured. */
export const SELLASIST_PER_MINUTE = 60;
export const IFIRMA_PER_MINUTE = 100;
const NO_LIMIT = 1_000_000;

export async function withShop<T>(use: (shop: Shop) => Promise<T>): Promise<T> {
  // As the end-to-end tests: an order of "two days ago" is then of today, and the accounting month the right one.
  const today = new Date(Date.now() + 2 * 86_400_000).toLocaleDateString('en-CA', { timeZone: 'Europe/Warsaw' });
  const standIns = await startStandIns({ sellasist: { today } });
  const { sellasist, ifirma } = standIns;
  sellasist.panel('demo').switches.requestsPerMinute = NO_LIMIT;
  ifirma.turn({ requestsPerMinute: NO_LIMIT });
  try {
    const browser = await launch({ port: standIns.port });
    try {
      await setUpAccount(browser, { settings: {}, erplink: false, panelKey: DEMO_KEY });
      await closeOurPages(browser);
      return await use({
        standIns,
        browser,
        addOrder() {
          const { orderId } = sellasist.addDocument();
          if (orderId === null) throw new Error('the stand-in made a document without an order');
          return orderId;
        },
      });
    } finally {
      await browser.close();
    }
  } finally {
    await standIns.close();
  }
}

/** An open page of ours listens for changes and works along: installing opens one. */
async function closeOurPages({ context }: Launched): Promise<void> {
  const ours = context.pages().filter((page) => page.url().startsWith('chrome-extension://'));
  await Promise.all(ours.map((page) => page.close()));
}
