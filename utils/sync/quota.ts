/** How much of the services' limits is used, by iFirma login and by panel. Whoever looks waits for no service. */
import type { Account } from '../invoice/settings';
import type { QuotaView } from '../messages';
import { type MonthDocumentsTools, monthDocuments } from './limits/month-documents';
import { IFIRMA_RULE, SELLASIST_RULE } from './limits/rules';
import { type LimitWindow, usedAt } from './limits/window';
import type { ServiceFactory } from './services';

export interface Quotas {
  /** The logins of the accounts, then their panels, each by name. */
  view(): Promise<readonly QuotaView[]>;
}

export interface QuotaTools extends MonthDocumentsTools {
  readonly services: Pick<ServiceFactory, 'of' | 'room' | 'window'>;
}

export function createQuotas(tools: QuotaTools): Quotas {
  const { store, clock, services } = tools;
  const documents = monthDocuments(tools);

  /** @param readers its accounts that have the key `abonent`. */
  async function ofLogin(login: string, readers: readonly Account[]): Promise<QuotaView> {
    const window = await services.window('ifirma', login);
    const reader = readers.find(({ pausedBy }) => pausedBy === null);
    if (reader !== undefined) void documents.refresh(reader);
    const { minute, day } = usedAt(window, clock.now());
    return {
      service: 'iFirma',
      name: login,
      minute: { used: minute, limit: IFIRMA_RULE.perMinute },
      day: { used: day, limit: IFIRMA_RULE.perDay },
      documents: readers.length === 0 ? null : await documents.of(login),
      closedUntil: restOf(window),
    };
  }

  async function ofPanel(panel: string): Promise<QuotaView> {
    const window = await services.window('sellasist', panel);
    const { minute } = usedAt(window, clock.now());
    return {
      service: 'Sellasist',
      name: panel,
      minute: { used: minute, limit: SELLASIST_RULE.perMinute },
      day: null,
      documents: null,
      closedUntil: restOf(window),
    };
  }

  function restOf({ closedUntil }: LimitWindow): number | null {
    return closedUntil > clock.now() ? closedUntil : null;
  }

  return {
    async view() {
      const [accounts, fingerprints] = await Promise.all([store.accounts.all(), store.vault.allFingerprints()]);
      const readersOf = (login: string): readonly Account[] =>
        accounts.filter(
          (account) => account.login === login && fingerprints(account.id, account.panel).abonent !== null,
        );
      return Promise.all([
        ...inOrder(accounts.map(({ login }) => login)).map((login) => ofLogin(login, readersOf(login))),
        ...inOrder(accounts.map(({ panel }) => panel)).map(ofPanel),
      ]);
    },
  };
}

/** Each once. */
const inOrder = (names: readonly string[]): readonly string[] =>
  [...new Set(names)].sort((one, other) => one.localeCompare(other, 'pl'));
