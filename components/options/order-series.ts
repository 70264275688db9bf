/** Which series an account may issue orders without a document by, and what is to be known of the choice. */
import { missingOf, numbersOrders, type SeriesSettings } from '../../utils/invoice/series';
import type { AccountView, DictionaryRow } from '../../utils/messages';
import type { OptionsTexts } from '../../utils/texts/options';
import type { Choice } from '../form/select-field';
import { entryOf, seriesName } from './series-names';

type Texts = OptionsTexts['settings'];

/** null: it can. Otherwise its name with the reason why it cannot. */
const unfitLabel = (texts: Texts['unfitSeries'], name: string, series: SeriesSettings | undefined): string | null => {
  if (numbersOrders(series)) return null;
  if (missingOf(series).length > 0) return texts.incomplete(name);
  if (series?.kind !== 'domestic') return texts.kind(name);
  if (series.oss) return texts.oss(name);
  return series.numbering === 'sellasist' ? texts.numbering(name) : texts.other(name);
};

/** The account's series; one that cannot serve is shown with the reason, and can only stay where it is chosen already. */
export function orderSeriesChoices(
  texts: OptionsTexts,
  account: AccountView,
  rows: readonly DictionaryRow[] | null,
  chosenId: string | null,
): readonly Choice[] {
  const choices = account.seriesIds.map((id) => {
    const name = seriesName(texts.series, rows, id);
    const unfit = unfitLabel(texts.settings.unfitSeries, name, entryOf(account.series, id));
    return { value: id, label: unfit ?? name, disabled: unfit !== null && id !== chosenId };
  });
  const isGone = chosenId !== null && !account.seriesIds.includes(chosenId);
  return [
    { value: '', label: texts.settings.notChosen },
    ...choices,
    ...(isGone ? [{ value: chosenId, label: texts.settings.unfitSeries.gone(chosenId) }] : []),
  ];
}

/** Who issues the panel's orders without a document, as far as the other accounts tell. */
export function orderSeriesHint(
  texts: Texts,
  account: AccountView,
  others: readonly AccountView[],
  chosenId: string | null,
): string {
  const beside = others.filter(({ panel }) => panel === account.panel);
  if (beside.length === 0) return texts.orderSeriesAlone;
  const owner = beside.find(({ settings }) => settings.orderSeriesId !== null);
  if (owner !== undefined) return `${texts.orderSeriesOwner(owner.name)} ${texts.orderSeriesShared}`;
  return chosenId === null ? `${texts.orderSeriesNobody} ${texts.orderSeriesShared}` : texts.orderSeriesShared;
}
