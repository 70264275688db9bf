import type { SeriesSettings } from '../../utils/invoice/series';
import type { AccountView, DictionaryRow } from '../../utils/messages';
import type { OptionsTexts } from '../../utils/texts/options';

/** A series called `constructor` has no settings by accident. */
export const entryOf = (series: AccountView['series'], id: string): SeriesSettings | undefined =>
  Object.hasOwn(series, id) ? series[id] : undefined;

/** `rows` null: the panel's lists could not be read, so only the id is known. */
export const seriesName = (texts: OptionsTexts['series'], rows: readonly DictionaryRow[] | null, id: string): string =>
  rows?.find((row) => row.id === id)?.name ?? texts.unnamed(id);
