/** What may be shown to anybody who mends Mostek: addresses without digits and counts, no text of a page and no name of a panel. */
import type { PageKnown, PanelLayoutView } from '../../../utils/messages';

export function diagnosticsOf({ pages, version }: PanelLayoutView): string {
  return JSON.stringify({ mostek: version, pages: pages.map(pageOf) }, null, 1);
}

function pageOf({ kind, taught, test, seen }: PageKnown) {
  return {
    kind,
    taught: taught === null ? null : { path: taught.path, place: taught.place },
    test: test === null ? null : { rows: test.rows, compared: test.compared, agreed: test.agreed },
    seen:
      seen === null
        ? null
        : {
            path: seen.path,
            place: seen.place,
            misses: seen.misses,
            rows: seen.rows,
            left: seen.left,
            hits: seen.hits,
          },
  };
}
