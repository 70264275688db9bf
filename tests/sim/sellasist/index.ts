/**
 * A strict stand-in of Sellasist: the REST API (`/api/v1`) and the pages of the panel (`/admin`), one state behind both.
 *
 *     const sellasist = createSellasist({ now: () => clock.now });
 *     const order = sellasist.addOrder({ lines: [{ price: '10.00', rate: 8 }] });
 *     sellasist.panel('demo').switches.fileMode = 'append';
 *     await sellasist.handler(request);
 *     expect(sellasist.panel('demo').files(order.id, '12')).toHaveLength(1);
 *
 * Accounts: `demo` and `drugi` (other meanings behind the same ids); their keys are in `dictionaries.ts`, what they hold
 * in `seed.ts`. `addOrder`, `addDocument`, `addReturn` on the whole stand-in mean the account `demo`.
 *
 * Where it is stricter than the service: an unknown query parameter, an unknown key of a body, a cookie beside the key and
 * an unknown status are refused with 400; any 60 seconds hold at most the agreed number of requests. What the service
 * answers with 200 and does not do, this one does not do either, and writes it down in `journal.slips`.
 *
 * SWITCHES, one set an account (`panel.switches`), may be turned at any time:
 *
 * | switch | default | meaning |
 * |---|---|---|
 * | `looseness` | null | null: values are spelled as in the sample order. A number: each value picks one of the forms that were seen, by this seed |
 * | `listWrapper` | null | lists come as `{data: []}`, `{items: []}` or `{results: []}` |
 * | `fileMode` | `raw` | what becomes of a file: `raw`, `raw-url`, `datauri-only`, `ignore`, `append`, `plain-garbage` (`files.ts`) |
 * | `fieldsInLists` | false | lists of orders carry `additional_fields` too |
 * | `documentDetail` | `array` | `/operationdocuments/{id}` is an array of one, or the bare `object` |
 * | `documentKinds` | `plain` | `swapped`: `type` and `subtype` change places (also for one document: `swapped: true`) |
 * | `documentsByOrder` | `ignored` | whether `/operationdocuments?order_id=` is `honoured` |
 * | `documentsInLogs` | true | whether issued documents show up in `/orders_logs` |
 * | `addressWrites` | `merge` | `replace`: the parts of an address that are not sent are emptied |
 * | `refuseWrites` | null | a text: every write is answered with 200 `{"status":"error","message":text}` and not done |
 * | `requestsPerMinute` | 60 | beyond it 429 with `Retry-After` |
 * | `oneInFlight` | false | a second request while one is open gets 429 |
 * | `latencyBefore`, `latencyAfter` | 0 | milliseconds before and after the work is done |
 * | `bodyLimit` | 8 MiB | beyond it 413 |
 * | `variants` | [] | how every page differs; one page only: `?variant=late,csp` (below) |
 * | `documentsPath` | `/admin/operationdocuments/edit` | where the pages of Dokumenty [Nowe] live |
 * | `rowsPerPage` | 20 | of the lists |
 * | `session` | `open` | `expired`: every page leads to the login |
 *
 * VARIANTS of pages (sellasist-panel 11):
 *
 * | page | variants |
 * |---|---|
 * | order card | `older` (a), `late` (b: sections come 1.5 s after load), `rerender` (c: buttons replace sections or whole columns), `stripped` (d: no known class), `heading` (e: heading names another order) |
 * | order list | `columns` (other order), `row-contradiction` (a row whose link and text disagree), `ajax` (paging replaces the `tbody`) |
 * | document list | `no-order-column`, `plain-table` (no known class) |
 * | document card | `no-order-link`, `other-number` (not the one that the API says) |
 * | every page | `csp` (strict policy, trusted types), `hostile` (a script that clicks, types, moves and clones whatever is in `mostek-panel`, and names that try to be markup) |
 */
import type { SimHandler, SimResponse } from '../http.ts';
import { message } from './api/answer.ts';
import { API_PREFIX, createApi } from './api/api.ts';
import { DEMO, DRUGI, type PanelSetup } from './dictionaries.ts';
import { createPages } from './pages/pages.ts';
import { createPanel, type Panel } from './panel.ts';
import { fillDemo, fillDrugi } from './seed.ts';

export interface SellasistOptions {
  /** Epoch milliseconds; the machine's clock when left out. */
  readonly now?: () => number;
  /** The calendar date that the fixtures count from: the sample order is two days older. */
  readonly today?: string;
  /** Accounts beside `demo` and `drugi`; they begin empty. */
  readonly setups?: readonly PanelSetup[];
}

export interface Sellasist extends Pick<Panel, 'addOrder' | 'addDocument' | 'addOldDocument' | 'addReturn'> {
  readonly handler: SimHandler;
  readonly panel: (subdomain: string) => Panel;
}

export function createSellasist(options: SellasistOptions = {}): Sellasist {
  const now = options.now ?? Date.now;
  const today = options.today ?? '2026-11-22';
  const services = new Map<string, { panel: Panel; api: SimHandler; pages: SimHandler }>();
  for (const setup of [DEMO, DRUGI, ...(options.setups ?? [])]) {
    const panel = createPanel(setup, now, today);
    services.set(setup.subdomain, { panel, api: createApi(panel), pages: createPages(panel) });
  }

  const panelOf = (subdomain: string): Panel => {
    const service = services.get(subdomain);
    if (!service) throw new Error(`the stand-in has no account ${subdomain}`);
    return service.panel;
  };
  fillDemo(panelOf('demo'));
  fillDrugi(panelOf('drugi'));

  const handler: SimHandler = (request) => {
    const service = services.get(request.url.hostname.replace(/\.sellasist\.pl$/, ''));
    const isApi = request.url.pathname.startsWith(`${API_PREFIX}/`);
    if (!service) return isApi ? message(401, 'Unknown user') : NO_ACCOUNT;
    return isApi ? service.api(request) : service.pages(request);
  };

  const { addOrder, addDocument, addOldDocument, addReturn } = panelOf('demo');
  return { handler, panel: panelOf, addOrder, addDocument, addOldDocument, addReturn };
}

const NO_ACCOUNT: SimResponse = {
  status: 404,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><meta charset="utf-8"><title>404</title><p>Nie ma takiego konta.',
};

export type { DocumentInput, DocumentLineInput, OldDocumentInput } from './build-document.ts';
export type { LineInput, OrderInput } from './build-order.ts';
export type { ReturnInput } from './build-return.ts';
export {
  DEMO_KEY,
  DEMO_KEY_READ_ONLY,
  DEMO_KEY_WITHOUT_DOCUMENTS,
  DEMO_KEY_WITHOUT_FIELDS,
  DEMO_KEY_WITHOUT_ORDERS,
  DRUGI_KEY,
} from './dictionaries.ts';
export type { FileMode, StoredFile } from './files.ts';
export { HOSTILE_TEXTS, hostileOrder } from './hostile.ts';
export type { Panel } from './panel.ts';
export { samplePdf } from './seed.ts';
export type { PageVariant, Switches } from './switches.ts';
