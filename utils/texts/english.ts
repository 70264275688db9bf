/**
 * Polish comes with every bundle. English is a pack of its own, which only a view that speaks it brings: what most merchants never
 * read costs no page of theirs anything.
 */
import type { Language } from '../messages';

/** What is in the pack, by name: each module adds its own texts where it says them. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface English {}

declare global {
  /** Where the bundles of one world find it: a page has the pack and the controls from different files. */
  var mostekEnglish: English | undefined;
}

export const learnEnglish = (pack: English): void => {
  globalThis.mostekEnglish = pack;
};

/** One module's texts in both languages. Where English was not brought, it is Polish: a sentence is better than none. */
export const inBoth = <Name extends keyof English>(
  name: Name,
  pl: English[Name],
): Readonly<Record<Language, English[Name]>> => ({
  pl,
  get en() {
    return globalThis.mostekEnglish?.[name] ?? pl;
  },
});
