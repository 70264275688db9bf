/** What every part of the bar needs. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../utils/messages';
import { LIST_TEXTS, type ListTexts } from '../../utils/texts/list';
import type { ListModel } from './model';

export interface ListSurroundings {
  readonly model: ListModel;
  readonly kind: 'orders' | 'documents';
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly reload: () => void;
}

export const ListContext = createContext<ListSurroundings | null>(null);

export const useList = (): ListSurroundings & { readonly language: Language; readonly texts: ListTexts } => {
  const surroundings = useContext(ListContext);
  if (surroundings === null) throw new Error('useList: outside of ListContext');
  const language = surroundings.model.language.value;
  return { ...surroundings, language, texts: LIST_TEXTS[language] };
};
