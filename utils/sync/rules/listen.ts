/** Documents that were issued: who watches the panel's lists for them (`auto/`) tells rules of each, once. */
import type { Account } from '../../invoice/settings';
import type { PanelDocument } from '../../store/documents';
import type { Store } from '../../store/open';
import { type DocumentsNews, documentsNewsOf, type Happening, NO_DOCUMENTS, storedSet } from './facts';

/** Whoever finds new documents asks whom to tell. */
export interface DocumentListener {
  /** Panels whose documents some rule asks for, each with an account to read it with. */
  panels(): Promise<ReadonlyMap<string, Account>>;
  /** From now on what is new is news. Whether it was watched before, so that what it remembers is of use. */
  hasListened(panel: string): Promise<boolean>;
  begin(panel: string): Promise<boolean>;
  /** Whether a rule asks for documents of this series. */
  asksFor(panel: string, seriesId: string | null): Promise<boolean>;
  /** false: it could not be stored (the disk is full), and has to be told again. */
  note(document: PanelDocument): Promise<boolean>;
}

const MOST_RECENT = 500;

export function createListener(store: Store, now: () => number): DocumentListener {
  async function seriesAskedFor(panel: string): Promise<readonly string[]> {
    const { rules } = await storedSet(store, panel);
    return rules.flatMap(({ isOn, trigger }) => (isOn && trigger.kind === 'document' ? [trigger.seriesId] : []));
  }

  return {
    async panels() {
      const panels = new Map<string, Account>();
      for (const account of await store.accounts.all()) {
        const { panel } = account;
        if (panels.has(panel)) continue;
        if ((await seriesAskedFor(panel)).length > 0) panels.set(panel, account);
        // Nobody listens any more: what comes meanwhile is nobody's news.
        else if ((await store.facts.get(documentsNewsOf(panel))) !== null)
          await store.facts.remove(documentsNewsOf(panel));
      }
      return panels;
    },

    async hasListened(panel) {
      return (await store.facts.get(documentsNewsOf(panel))) !== null;
    },

    async begin(panel) {
      return (await store.facts.change(documentsNewsOf(panel), (news) => news ?? NO_DOCUMENTS)).ok;
    },

    async asksFor(panel, seriesId) {
      return seriesId !== null && (await seriesAskedFor(panel)).includes(seriesId);
    },

    async note({ panel, documentId, orderId, number, seriesId, kind }) {
      if (kind !== 'invoice' && kind !== 'correction') return true;
      if (!(await seriesAskedFor(panel)).includes(seriesId ?? '')) return true;
      const happening: Happening = {
        event: { kind: 'document', seriesId },
        orderId,
        documentId,
        documentNumber: number,
        at: now(),
        tries: 0,
        notBefore: 0,
      };
      const written = await store.facts.change(documentsNewsOf(panel), (news): DocumentsNews | null => {
        // Before the first look nobody knows what is new.
        if (news === null || news.recent.includes(documentId)) return null;
        const recent = [documentId, ...news.recent].slice(0, MOST_RECENT);
        return { pending: [...news.pending, happening], recent };
      });
      return written.ok;
    },
  };
}
