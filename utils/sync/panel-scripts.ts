/** What the background puts into the pages of a panel, and in which order. */
import type { PageKind } from '../messages';
import { LANGUAGE } from '../store/facts';
import type { Store } from '../store/open';

/** The controls of a card, those of a list, the box that teaches; `english`: the words that these speak, where it is wanted. */
export type PanelScript = 'english' | 'order' | 'list' | 'teach';

export interface InjectTools {
  /** Into the top frame of a tab. */
  readonly inject: (tabId: number, scripts: readonly PanelScript[]) => Promise<void>;
  /** Into every open page of a panel's administration. */
  readonly injectIntoPanel: (panel: string, scripts: readonly PanelScript[]) => Promise<void>;
}

export interface PanelScripts {
  into(tabId: number, script: PanelScript): Promise<void>;
  intoPanel(panel: string, script: PanelScript): Promise<void>;
  /** The language was changed: open pages of all panels get its words before they are told. */
  spoken(): Promise<void>;
}

export function createPanelScripts({ accounts, facts }: Store, { inject, injectIntoPanel }: InjectTools): PanelScripts {
  const isEnglish = async (): Promise<boolean> => (await facts.get(LANGUAGE)) === 'en';
  const withWords = async (script: PanelScript): Promise<readonly PanelScript[]> =>
    (await isEnglish()) ? ['english', script] : [script];
  return {
    into: async (tabId, script) => inject(tabId, await withWords(script)),
    intoPanel: async (panel, script) => injectIntoPanel(panel, await withWords(script)),

    async spoken() {
      if (!(await isEnglish())) return;
      const panels = new Set((await accounts.all()).map(({ panel }) => panel));
      await Promise.all([...panels].map((panel) => injectIntoPanel(panel, ['english'])));
    },
  };
}

export function scriptOf(kind: PageKind): PanelScript {
  switch (kind) {
    case 'order-card':
    case 'document-card':
    case 'return-card':
      return 'order';
    case 'order-list':
    case 'document-list':
      return 'list';
    default:
      return kind satisfies never;
  }
}
