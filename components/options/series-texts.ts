/** The typed texts of a series, and how long each may be. */
import type { SeriesSettings } from '../../utils/invoice/series';

export const LIMITS = { ifirmaSeries: 50, template: 50, pattern: 100 } as const;
export type SeriesText = keyof typeof LIMITS;

const TEXTS = Object.keys(LIMITS) as SeriesText[];

export const tidySeries = (series: SeriesSettings): SeriesSettings => ({
  ...series,
  ifirmaSeries: series.ifirmaSeries.trim(),
  template: series.template.trim(),
  pattern: series.pattern.trim(),
});

export const longTexts = (series: SeriesSettings): readonly SeriesText[] =>
  TEXTS.filter((name) => series[name].trim().length > LIMITS[name]);
