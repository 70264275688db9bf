/** What the rows of the panel's lists are called that the panel left without a name. */
import type { Dictionaries, Language } from '../../messages';

export type UnnamedTexts = Readonly<Record<keyof Dictionaries, (id: string) => string>>;

export const UNNAMED_TEXTS: Readonly<Record<Language, UnnamedTexts>> = {
  pl: {
    statuses: (id) => `Status ${id}`,
    payments: (id) => `Metoda ${id}`,
    fields: (id) => `Pole ${id}`,
    series: (id) => `Seria ${id}`,
  },
  en: {
    statuses: (id) => `Status ${id}`,
    payments: (id) => `Method ${id}`,
    fields: (id) => `Field ${id}`,
    series: (id) => `Series ${id}`,
  },
};
