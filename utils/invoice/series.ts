/** What a merchant sets for one numbering series of the panel, and what of it is still missing. */
import type { CorrectionReason } from './correction/reasons';
import type { KsefMode } from './ksef';
import { patternProblem } from './numbering';

/**
 * Which document of iFirma a series' documents become. `none`: they are not sent at all.
 * A kind is never guessed from the series' name (design: what iFirma gets).
 */
export const SERIES_KINDS = ['domestic', 'correction', 'none'] as const;
export type SeriesKind = (typeof SERIES_KINDS)[number];

export interface SeriesSettings {
  /** null: not chosen yet. */
  readonly kind: SeriesKind | null;
  /** `NazwaSeriiNumeracji`; empty: iFirma's default series. */
  readonly ifirmaSeries: string;
  /** `NazwaSzablonu`; empty: iFirma's default template. */
  readonly template: string;
  /** Who gives the number; asked, without a default. Corrections are always numbered by iFirma. */
  readonly numbering: 'ifirma' | 'sellasist' | null;
  /** How the panel writes the number, e.g. `FV/{numer}/{miesiąc}/{rok}`; used when Sellasist gives the number. */
  readonly pattern: string;
  /** Its documents are sales under OSS. */
  readonly oss: boolean;
  /** Of corrections: the reason where none follows from what changes (`correction/reason.ts`); absent: none is chosen. */
  readonly correctionReason?: CorrectionReason | undefined;
  /** When its documents go to KSeF; absent: not through Mostek. */
  readonly ksef?: KsefMode | undefined;
}

export const EMPTY_SERIES: SeriesSettings = {
  kind: null,
  ifirmaSeries: '',
  template: '',
  numbering: null,
  pattern: '',
  oss: false,
};

/** Everything that is set for a series, the optional included. */
export const SERIES_SETTINGS: readonly (keyof SeriesSettings)[] = [
  ...(Object.keys(EMPTY_SERIES) as (keyof SeriesSettings)[]),
  'correctionReason',
  'ksef',
];

export type SeriesField = 'kind' | 'numbering' | 'pattern';

/**
 * What keeps the documents of a series from being sent until a person has filled it in. A pattern that no number can be read by
 * is as good as none.
 */
export function missingOf(series: SeriesSettings | undefined): readonly SeriesField[] {
  const { kind, numbering, pattern } = series ?? EMPTY_SERIES;
  if (kind === null) return ['kind'];
  // Corrections are numbered by iFirma, and what is not sent has no number to give.
  if (kind !== 'domestic') return [];
  if (numbering === null) return ['numbering'];
  return numbering === 'sellasist' && patternProblem(pattern) ? ['pattern'] : [];
}

/** Whether orders without a document can be issued by it: they have no number to keep (design: what iFirma gets). */
export function numbersOrders(series: SeriesSettings | undefined): boolean {
  return series?.kind === 'domestic' && series.numbering === 'ifirma' && !series.oss;
}
