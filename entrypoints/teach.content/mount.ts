import type { Ask } from '../../components/ask';
import type { DrawnBox } from '../../components/teach/render';
import type { TeachSituation } from '../../components/teach/situation';
import type { Language, PageKind, ShownRow } from '../../utils/messages';
import { isId, onlyOrderLinked } from '../../utils/sellasist/panel/address';
import { numberShown } from '../../utils/sellasist/panel/document-text';
import { createHost, otherHosts } from '../../utils/sellasist/panel/host';
import { readList } from '../../utils/sellasist/panel/list-rows';
import { isAdministration } from '../../utils/sellasist/panel/page';
import { nearestSelector } from '../../utils/sellasist/panel/place-taught';
import { numbersIn, patternOf } from '../../utils/sellasist/path-pattern';
import { pointAt } from './point';

export interface Mount {
  readonly window: Window;
  readonly ask: Ask;
  readonly render: (root: ShadowRoot, situation: TeachSituation) => DrawnBox;
  readonly signal: AbortSignal;
}

/** What is being taught, and in which language. */
export interface Taught {
  readonly kind: PageKind;
  readonly language: Language;
}

/** Puts the box onto the page, once, until teaching ends or the signal. */
export function mountTeach({ window, ask, render, signal }: Mount, { kind, language }: Taught): void {
  const { document, location } = window;
  if (signal.aborted || !isAdministration(location)) return;
  const mounted = new AbortController();
  const { host, root } = createHost(document, 'teach');
  for (const left of otherHosts(document, host, 'teach')) left.remove();
  const path = location.pathname.replace(/\/+$/, '');
  const rows = (): readonly ShownRow[] => rowsOn(document, kind, path);

  signal.addEventListener('abort', () => mounted.abort(), { signal: mounted.signal });
  const box = render(root, {
    kind,
    language,
    pattern: patternOf(path),
    unfit() {
      if (isCard(kind)) return idIn(path) === null ? 'no-id' : null;
      return rows().length === 0 ? 'no-rows' : null;
    },
    use: (place) => ask('teach.use', { path, place, rows: rows() }),
    async point() {
      const element = await pointAt(window, host, (shown) => box.outline(shown), mounted.signal);
      return element === null ? null : (nearestSelector(element) ?? 'nameless');
    },
    end() {
      void ask('teach.end', {});
      mounted.abort();
    },
  });
  mounted.signal.addEventListener('abort', () => {
    box.remove();
    host.remove();
  });
  document.body.append(host);
}

function isCard(kind: PageKind): boolean {
  return kind === 'order-card' || kind === 'document-card' || kind === 'return-card';
}

function idIn(path: string): string | null {
  const id = numbersIn(patternOf(path), path)?.at(-1);
  return id !== undefined && isId(id) ? id : null;
}

/** What the page shows, as the API is asked about it. */
function rowsOn(document: Document, kind: PageKind, path: string): readonly ShownRow[] {
  switch (kind) {
    case 'order-card':
      return [{ orderId: idIn(path), documentId: null, number: null }];
    case 'return-card':
      return [{ orderId: onlyOrderLinked(document), documentId: null, number: null }];
    case 'document-card':
      return [{ orderId: onlyOrderLinked(document), documentId: idIn(path), number: shortened(numberShown(document)) }];
    case 'order-list':
    case 'document-list': {
      const { rows } = readList(document, kind === 'order-list' ? 'orders' : 'documents', path);
      return rows.slice(0, MOST).map(({ orderId, documentId, number }) => ({
        orderId,
        documentId,
        number: shortened(number),
      }));
    }
    default:
      return kind satisfies never;
  }
}

/** As many as may be asked about. */
const MOST = 500;

function shortened(number: string | null): string | null {
  return number?.slice(0, 100) ?? null;
}
