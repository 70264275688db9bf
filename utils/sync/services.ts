/** The clients of an account, each behind its service's limit. Transports are shared, so that two accounts of one login share its limit. */
import type { Transport } from '../http/transport';
import { ifirmaClient } from '../ifirma/client';
import type { Account } from '../invoice/settings';
import { type SellasistClient, sellasistClient } from '../sellasist/client';
import { fact } from '../store/facts';
import type { Store } from '../store/open';
import { LOCKED } from '../store/vault';
import type { Clock } from './clock';
import type { Services } from './context';
import { IFIRMA_RULE, type LimitRule, type LimitWindow, limited, SELLASIST_RULE, type WindowStore } from './limiter';
import { panelDocuments } from './panel-documents';
import { type MetPayments, metPayments } from './setup/met-payments';

export interface ServiceFactory {
  of(account: Account): Services;
  readonly met: MetPayments;
  /** A panel by a key that is not stored yet. */
  panel(panel: string, key: () => Promise<string | null>): SellasistClient;
}

export function serviceFactory(store: Store, transport: Transport, clock: Clock): ServiceFactory {
  const transports = new Map<string, Transport>();
  const windows = windowStore(store);
  const readAt = new Map<string, number>();
  const met = metPayments(store);

  function behind(name: string, rule: LimitRule): Transport {
    const known = transports.get(name) ?? limited(name, rule, transport, windows, clock);
    transports.set(name, known);
    return known;
  }

  function panel(name: string, key: () => Promise<string | typeof LOCKED | null>): SellasistClient {
    const transport = behind(`sellasist:${name}`, SELLASIST_RULE);
    return sellasistClient({ transport, panel: name, key: async () => handed(await key()) });
  }

  return {
    panel,
    met,
    of(account) {
      const sellasist = panel(account.panel, () => store.vault.panelKey(account.panel));
      return {
        met,
        sellasist,
        documents: panelDocuments({ store, clock, sellasist, panel: account.panel, readAt }),
        ifirma: ifirmaClient({
          transport: behind(`ifirma:${account.login}`, IFIRMA_RULE),
          login: account.login,
          key: async (name) => handed(await store.vault.hmacKey(account.id, name)),
        }),
      };
    },
  };
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
