/** The panel's lists as the per-account rooms use them. */
import { useRef } from 'preact/hooks';
import type { Dictionaries, DictionaryRow, PanelLists } from '../../utils/messages';
import type { OptionsTexts } from '../../utils/texts/options';
import { type Asking, useAsked } from '../form/asked';
import { usePage } from '../form/page';
import type { Choice } from '../form/select-field';
import { namedLists } from './named-rows';

/** `again` reads from the panel anew; the first reading may come from what the background still knows. */
export function useDictionaries(accountId: string): Asking<PanelLists> {
  const { ask, language } = usePage();
  const fresh = useRef(false);
  const asking = useAsked(accountId, async () =>
    namedLists(language, await ask('dictionaries', { accountId, fresh: fresh.current })),
  );
  return {
    ...asking,
    again: () => {
      fresh.current = true;
      asking.again();
    },
  };
}

/** null: nothing is known of them. */
export const listsOf = (lists: Asking<PanelLists>): Dictionaries | null =>
  lists.asked.state === 'ready' ? lists.asked.value : null;

export interface RowChoices {
  readonly choices: readonly Choice[];
  /** What was chosen earlier is not there any more. */
  readonly isGone: boolean;
}

/**
 * `rows` null: they could not be read, so nothing can be said about what was chosen. `all` names a chosen row that is
 * there but no longer fit to be chosen.
 */
export function rowChoices(
  texts: OptionsTexts['settings'],
  rows: readonly DictionaryRow[] | null,
  chosenId: string | null,
  all: readonly DictionaryRow[] | null = rows,
): RowChoices {
  const first: Choice = { value: '', label: texts.notChosen };
  const offered = (rows ?? []).map((row) => ({ value: row.id, label: row.name }));
  if (chosenId === null || offered.some(({ value }) => value === chosenId)) {
    return { choices: [first, ...offered], isGone: false };
  }
  const unfit = all?.find(({ id }) => id === chosenId);
  const label =
    rows === null ? texts.unread(chosenId) : unfit === undefined ? texts.gone(chosenId) : texts.unfit(unfit.name);
  return { choices: [first, { value: chosenId, label }, ...offered], isGone: rows !== null };
}

/** The two file types among the panel's additional fields (sellasist-api 8.2). */
const FILE_TYPES: readonly string[] = ['saledocument', 'files'];

export const fileFields = (rows: readonly DictionaryRow[] | null): readonly DictionaryRow[] | null =>
  rows?.filter(({ type }) => FILE_TYPES.includes(type)) ?? null;

/** Types of fields that hold free text; their names are not documented (sellasist-api 8.2), so a text may carry a prefix or a suffix. */
const TEXT_TYPE = /text|string/i;

export const textFields = (rows: readonly DictionaryRow[] | null): readonly DictionaryRow[] | null =>
  rows?.filter(({ type }) => TEXT_TYPE.test(type)) ?? null;
