/** The clients of an account, each behind its service's limit. Limits are shared, so that two accounts of one login share its limit. */
import type { Transport } from '../http/transport';
import { ifirmaClient } from '../ifirma/client';
import type { Account } from '../invoice/settings';
import { type SellasistClient, sellasistClient } from '../sellasist/client';
import { fact } from '../store/facts';
import type { Store } from '../store/open';
import { LOCKED } from '../store/vault';
import { type OrderShelf, orderShelf } from './bulk/order-shelf';
import { sharedList } from './bulk/shared-list';
import type { Clock } from './clock';
import type { Services } from './context';
import { type Limited, limited, type WindowStore } from './limiter';
import { type BulkRoom, bulkRoom } from './limits/room';
import { IFIRMA_RULE, type LimitRule, type Pace, SELLASIST_RULE } from './limits/rules';
import type { LimitWindow } from './limits/window';
import { panelDocuments } from './panel-documents';
import { type ServerClock, serverClock } from './server-clock';
import { type MetPayments, metPayments } from './setup/met-payments';

type Service = 'ifirma' | 'sellasist';

export interface ServiceFactory {
  /** @param pace default `person`: somebody waits for what is asked. */
  of(account: Account, pace?: Pace): Services;
  /** What bulk work may ask of the two services, as things are now. */
  room(account: Account): Promise<Readonly<Record<Service, BulkRoom>>>;
  /** What is known of the requests of a user: of an iFirma login, of a panel. */
  window(service: Service, user: string): Promise<LimitWindow>;
  readonly met: MetPayments;
  /** A panel by a key that is not stored yet. */
  panel(panel: string, key: () => Promise<string | null>): SellasistClient;
}

const RULES: Readonly<Record<Service, LimitRule>> = { ifirma: IFIRMA_RULE, sellasist: SELLASIST_RULE };

export function serviceFactory(store: Store, transport: Transport, clock: Clock): ServiceFactory {
  const limits = new Map<string, Limited>();
  const windows = windowStore(store);
  const readAt = new Map<string, number>();
  const lists = new Map<string, ReturnType<typeof sharedList>>();
  const shelves = new Map<string, OrderShelf>();
  const clocks = new Map<string, ServerClock>();
  const met = metPayments(store);

  function behind(service: Service, user: string): Limited {
    const name = `${service}:${user}`;
    const known = limits.get(name) ?? limited(name, RULES[service], transport, windows, clock);
    limits.set(name, known);
    return known;
  }

  function panel(name: string, key: () => Promise<string | typeof LOCKED | null>, pace: Pace): SellasistClient {
    const transport = behind('sellasist', name).through(pace);
    return sellasistClient({ transport, panel: name, key: async () => handed(await key()) });
  }

  return {
    panel: (name, key) => panel(name, key, 'person'),
    met,

    of(account, pace = 'person') {
      const sellasist = panel(account.panel, () => store.vault.panelKey(account.panel), pace);
      const time = of(clocks, account.login, () => serverClock(clock));
      const ifirmaAhead = time.ahead;
      const ifirma = ifirmaClient({
        transport: time.listening(behind('ifirma', account.login).through(pace)),
        login: account.login,
        key: async (name) => handed(await store.vault.hmacKey(account.id, name)),
      });
      const documents = panelDocuments({ store, clock, sellasist, panel: account.panel, readAt });
      if (pace === 'person') return { met, sellasist, documents, ifirma, ifirmaAhead, readOrder: sellasist.order };
      // The state field is a register that two computers share: what stands there is read from the order itself (`claim-field`).
      const isShared = account.settings.stateFieldId === null;
      const shelf = of(shelves, account.panel, () => orderShelf(clock));
      return {
        met,
        sellasist,
        documents,
        ifirmaAhead,
        ifirma: Object.assign({}, ifirma, { list: of(lists, account.login, () => sharedList(clock))(ifirma.list) }),
        readOrder: isShared ? (id) => shelf.order(sellasist, id) : sellasist.order,
      };
    },

    async room({ login, panel: subdomain }) {
      const [ifirma, sellasist] = await Promise.all([
        behind('ifirma', login).window(),
        behind('sellasist', subdomain).window(),
      ]);
      const now = clock.now();
      return { ifirma: bulkRoom(ifirma, RULES.ifirma, now), sellasist: bulkRoom(sellasist, RULES.sellasist, now) };
    },

    window: (service, user) => behind(service, user).window(),
  };
}

/** The one of this name, made when it is first asked for. */
function of<T>(made: Map<string, T>, name: string, make: () => T): T {
  const one = made.get(name) ?? make();
  made.set(name, one);
  return one;
}

/** What the vault gave, as the clients take it: they know no vault. */
function handed<Key extends string | CryptoKey>(
  secret: Key | typeof LOCKED | null,
): { readonly key: Key } | { readonly locked: true } | null {
  if (secret === null) return null;
  return secret === LOCKED ? { locked: true } : { key: secret };
}

function windowStore(store: Store): WindowStore {
  const windowFact = (name: string) => fact<LimitWindow>(`limit:${name}`, 1);
  return {
    load: (name) => store.facts.get(windowFact(name)),
    async save(name, window) {
      await store.facts.set(windowFact(name), window);
    },
  };
}
