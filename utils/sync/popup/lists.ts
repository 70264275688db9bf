/** What the popup lists: from the ledger alone, so that opening it asks nobody. */
import type { Transfer } from '../../invoice/transfer';
import type {
  DocumentView,
  ErrorGroup,
  ErrorGroups,
  GroupAction,
  Language,
  ListPage,
  SearchFound,
} from '../../messages';
import { LANGUAGE } from '../../store/facts';
import type { Store } from '../../store/open';
import type { Page, PageAsk } from '../../store/page';
import { viewsOf } from './modes';

/** How many rows a page of a list holds. Five fill the popup, and more would be waited for. */
const FIRST_PAGE = 20;
const NEXT_PAGE = 50;
/** Of the causes, and of the documents of each. */
const CAUSES = 50;
const ROWS_OF_CAUSE = 5;
/** What a search shows, and how many of the newest transfers it looks through: about a quarter of a second. */
const HITS = 20;
const LOOKED_THROUGH = 3_000;

type Panel = string | null | undefined;

export interface PopupLists {
  groups(panel: Panel): Promise<ErrorGroups>;
  errors(panel: Panel, cause: string | undefined, before: number | null): Promise<ListPage>;
  recent(panel: Panel, before: number | null): Promise<ListPage>;
  queue(panel: Panel, before: number | null): Promise<ListPage>;
  search(panel: Panel, text: string): Promise<SearchFound>;
}

export function createPopupLists(store: Store): PopupLists {
  const { transfers } = store;
  const language = async (): Promise<Language> => (await store.facts.get(LANGUAGE)) ?? 'pl';

  async function list(page: Page<Transfer>, total: number | null): Promise<ListPage> {
    return { language: await language(), rows: await viewsOf(store, page.rows), total, next: page.next };
  }

  return {
    async groups(panel = null) {
      const ask = { panel, causes: CAUSES, rows: ROWS_OF_CAUSE };
      const [{ groups, moreCauses }, total] = await Promise.all([
        transfers.groups(ask),
        transfers.countNeedingPerson(panel),
      ]);
      const views = await viewsOf(
        store,
        groups.flatMap(({ rows }) => rows),
      );
      let from = 0;
      const shown = groups.map(({ cause, count, rows, next }): ErrorGroup => {
        const own = views.slice(from, from + rows.length);
        from += rows.length;
        return { cause, count, rows: own, next, actions: actionsOfAll(own) };
      });
      return { language: await language(), groups: shown, total, moreCauses };
    },

    async errors(panel = null, cause, before) {
      const ask = pageOf(before);
      if (cause === undefined) return list(await transfers.needsPerson(ask), await transfers.countNeedingPerson());
      return list(await transfers.ofCause(panel, cause, ask), await transfers.countOfCause(panel, cause));
    },

    recent: async (panel = null, before) => list(await transfers.recent(pageOf(before), panel), null),

    queue: async (panel = null, before) =>
      list(await transfers.underWay(pageOf(before), panel), await transfers.countUnderWay(panel)),

    async search(panel = null, text) {
      const panels = [...new Set((await store.accounts.all()).map((account) => account.panel))];
      const found = await transfers.search({ text, panel, panels, most: HITS, mostLooked: LOOKED_THROUGH });
      return { ...found, rows: await viewsOf(store, found.rows) };
    },
  };
}

const pageOf = (before: number | null): PageAsk => ({ before, limit: before === null ? FIRST_PAGE : NEXT_PAGE });

/** What a button for all would leave out whichever of them it meets is not offered. */
function actionsOfAll(rows: readonly DocumentView[]): readonly GroupAction[] {
  const canResend = rows.some((row) => row.actions.includes('resend') && mayGoWithOthers(row));
  const canSkip = rows.some(({ actions }) => actions.includes('skip'));
  return [...(canResend ? ['resend' as const] : []), ...(canSkip ? ['skip' as const] : [])];
}

function mayGoWithOthers({ state, findings }: DocumentView): boolean {
  return state !== 'uncertain' && findings.every(({ evidence }) => evidence === undefined);
}
