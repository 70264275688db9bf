/** The log as people read it: page by page, one document's story, and how long it is kept. */
import type { DocumentKey } from '../../invoice/document';
import {
  LOG_LOOKS,
  type LogCommands,
  type LogKept,
  type LogPage,
  type LogRetention,
  type LogStory,
} from '../../messages';
import type { Store } from '../../store/open';
import { acceptOf, periodOf } from './filter';
import { keepFor, retentionOf } from './retention';
import { placeOf, rowOf, rowsOf } from './rows';

export interface LogBook {
  page(ask: LogCommands['log.page']['ask']): Promise<LogPage>;
  story(panel: string, key: DocumentKey): Promise<LogStory>;
  kept(): Promise<LogKept>;
  /** null: the disk is full, and everything is as it was. */
  keep(retention: LogRetention): Promise<LogKept | null>;
}

/** A story is longer than this only where something was tried for days. */
const LONGEST_STORY = 500;
/** As `orderId` in the messages: anything else is no order's number. */
const ORDER = /^[1-9]\d{0,17}$/;

/** @param shortened told when more may be too old, or too much, than before. */
export function createLogBook(store: Store, shortened: () => void): LogBook {
  /** Documents of the order that somebody looks for. */
  async function ofOrder(text: string): Promise<ReadonlySet<string>> {
    const orderId = text.trim();
    if (!ORDER.test(orderId)) return new Set();
    const panels = new Set((await store.accounts.all()).map(({ panel }) => panel));
    const found = await Promise.all([...panels].map((panel) => store.transfers.byOrder(panel, orderId)));
    return new Set(found.flat().map(({ panel, key }) => placeOf(panel, key)));
  }

  async function kept(): Promise<LogKept> {
    return { retention: await retentionOf(store), count: await store.log.count() };
  }

  return {
    async page({ filter, before, limit }) {
      const accept = acceptOf(filter, await ofOrder(filter.text));
      const found = await store.log.search({ ...periodOf(filter), before, limit, looks: LOG_LOOKS, accept });
      return {
        rows: await rowsOf(store, found.entries),
        looked: found.looked,
        back: found.last?.at ?? null,
        next: found.isWhole ? null : found.last,
      };
    },

    async story(panel, key) {
      const newest = await store.log.ofDocument(panel, key, LONGEST_STORY + 1);
      const transfer = await store.transfers.get(panel, key);
      const entries = newest.slice(0, LONGEST_STORY).toReversed();
      return {
        entries: entries.map((entry) => rowOf(entry, transfer?.orderId ?? null)),
        // Every story begins with a person who wants it sent, or knows it as something.
        isCut: newest.length > LONGEST_STORY || (entries[0] !== undefined && entries[0].event !== 'person'),
        now: transfer === null ? null : nowOf(transfer),
      };
    },

    kept,

    async keep(retention) {
      if (!(await keepFor(store, retention))) return null;
      shortened();
      return kept();
    },
  };
}

function nowOf({ state, orderId, documentNumber, number, kind }: NonNullable<LogStory['now']>): LogStory['now'] {
  return { state, orderId, documentNumber, number, kind };
}
