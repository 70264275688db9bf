/** What every view of a page is handed at its entry: the line to the background and the language it speaks. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../utils/messages';
import { SHARED_TEXTS, type SharedTexts } from '../../utils/texts/shared';
import type { Ask, WatchOrder } from '../ask';

export interface Page {
  readonly ask: Ask;
  readonly watch: WatchOrder;
  readonly language: Language;
  /** Changes the language of what is shown, at once; where it is left out the page keeps the one it began with. */
  readonly speak?: (language: Language) => void;
}

export const PageContext = createContext<Page | null>(null);

export const usePage = (): Page => {
  const page = useContext(PageContext);
  if (page === null) throw new Error('A view of a page was drawn outside its page.');
  return page;
};

export const useShared = (): SharedTexts => SHARED_TEXTS[usePage().language];
