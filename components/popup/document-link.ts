/** The document card in the panel, where its address is known: it was taught, or the controls have stood on it (`Układ panelu`). */
import type { DocumentView, PanelLayoutView } from '../../utils/messages';
import { useAsked } from '../form/asked';
import { usePage } from '../form/page';

/** One number, which is the document's. */
const PATH = /^\/admin\/[^{}]*\{n\}[^{}]*$/;

export type DocumentUrl = (row: Pick<DocumentView, 'panel' | 'key'>) => string | null;

export function documentUrlIn(layouts: readonly PanelLayoutView[]): DocumentUrl {
  const paths = new Map(
    layouts.flatMap(({ panel, pages }) => {
      const card = pages.find(({ kind }) => kind === 'document-card');
      const path = card?.taught?.path ?? card?.seen?.path ?? '';
      return PATH.test(path) ? [[panel, path] as const] : [];
    }),
  );
  return ({ panel, key }) => {
    const path = paths.get(panel);
    const id = /^d(\d+)$/.exec(key)?.[1];
    if (path === undefined || id === undefined) return null;
    return `https://${encodeURIComponent(panel)}.sellasist.pl${path.replace('{n}', id)}`;
  };
}

/** Nothing is known of the addresses until they were asked for. */
export function useDocumentUrl(): DocumentUrl {
  const { ask } = usePage();
  const { asked } = useAsked('layout', () => ask('layout', {}));
  return documentUrlIn(asked.state === 'ready' ? asked.value : []);
}
