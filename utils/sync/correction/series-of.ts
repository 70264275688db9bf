import { EMPTY_SERIES, type SeriesSettings } from '../../invoice/series';
import type { Account } from '../../invoice/settings';

/** That of the panel's document; what has none goes by the account's first one for corrections, else by iFirma's defaults. */
export function seriesOf(
  { series, seriesIds }: Pick<Account, 'series' | 'seriesIds'>,
  seriesId: string | null,
): SeriesSettings {
  const own = seriesId === null ? undefined : series[seriesId];
  const firstId = seriesIds.find((id) => series[id]?.kind === 'correction');
  return own ?? (firstId === undefined ? undefined : series[firstId]) ?? EMPTY_SERIES;
}
