/**
 * The state beside what a row is of. A badge takes no room: an empty inline element, and beside it, over the cell's padding, the icon. So
 * nothing on the page moves when it comes. Nobody ever reads a badge back: the page could have drawn it.
 */
import type { Language, RowState } from '../../utils/messages';
import type { ListRow } from '../../utils/sellasist/panel/list-rows';
import { DIFFERS_TEXTS, STATE_TEXTS } from '../../utils/texts/states';
import styles from './badge.css?inline';
import { whenOverControl } from './over-controls';
import { stateIcon } from './state-icon';

const NAME = 'mostek-badge';

export interface Badges {
  /** One badge in each of these rows that there is something to say of, and nowhere else. */
  show(rows: readonly ListRow[], stateOf: (row: ListRow) => RowState | undefined, language: Language): void;
  clear(): void;
}

interface Badge {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** What it says now. */
  said: string;
}

export function createBadges(document: Document): Badges {
  /** By row: an old row keeps its own, and what is drawn anew takes over those of rows that are gone. */
  let badges = new Map<Element, Badge>();
  const sheet = sheetFor();
  /** One of each that was drawn already: copying it is cheaper, and most rows say the same. */
  const drawn = new Map<string, SVGElement>();

  function create(): Badge {
    const host = document.createElement(NAME);
    if (letsThrough) host.dataset.over = '';
    const root = host.attachShadow({ mode: 'open' });
    if (!adopt(root, sheet)) root.append(Object.assign(document.createElement('style'), { textContent: styles }));
    return { host, root, said: '' };
  }

  function say(badge: Badge, { state, number, differs }: RowState, language: Language): void {
    const label = STATE_TEXTS[language][state];
    const said = [label, number, differs ? DIFFERS_TEXTS[language] : null].filter((part) => part !== null).join(' · ');
    if (badge.said === said) return;
    if (badge.said !== '') badge.root.querySelector('svg')?.remove();
    badge.said = said;
    const icon = drawn.get(said) ?? stateIcon(document, { state, differs, label, title: said });
    drawn.set(said, icon);
    badge.root.append(icon.cloneNode(true));
  }

  /** All lie as one does: the columns are the same. */
  let letsThrough = false;
  function letClicksThrough(): void {
    const [one] = badges;
    const icon = one?.[1].root.querySelector('svg');
    if (letsThrough || one === undefined || icon == null) return;
    whenOverControl(icon, one[0], () => {
      letsThrough = true;
      for (const { host } of badges.values()) host.dataset.over = '';
    });
  }

  return {
    show(rows, stateOf, language) {
      const now = new Map<Element, Badge>();
      const shown = new Set<Element>(rows.map(({ row }) => row));
      const spare = [...badges].flatMap(([row, badge]) => (shown.has(row) ? [] : [badge]));
      for (const row of rows) {
        const state = stateOf(row);
        if (state === undefined || now.has(row.row)) continue;
        const badge = badges.get(row.row) ?? spare.pop() ?? create();
        say(badge, state, language);
        if (badge.host.parentElement !== row.cell) row.cell.prepend(badge.host);
        now.set(row.row, badge);
      }
      badges = now;
      letClicksThrough();
      const ours = new Set([...now.values()].map(({ host }) => host));
      // Of a row that is none any more, of an older version, or copied by the page along with the row.
      for (const host of [...document.getElementsByTagName(NAME)] as HTMLElement[]) if (!ours.has(host)) host.remove();
    },

    clear() {
      for (const { host } of badges.values()) host.remove();
      badges = new Map();
    },
  };
}

function sheetFor(): CSSStyleSheet | null {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    return sheet;
  } catch {
    return null;
  }
}

/** Firefox does not let a content script set `adoptedStyleSheets` through its view of the page. */
function adopt(root: ShadowRoot, sheet: CSSStyleSheet | null): boolean {
  if (sheet === null) return false;
  try {
    root.adoptedStyleSheets = [sheet];
    return true;
  } catch {
    return false;
  }
}
