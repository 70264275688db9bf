/**
 * Two numberings that meet in one series of iFirma: where Sellasist's numbers are kept, nothing else may number there, or iFirma gives
 * a number that the next document of the panel brings along, and refuses it.
 */
import { folded } from './folded';
import type { SeriesSettings } from './series';

export type Numbering = Pick<SeriesSettings, 'kind' | 'numbering' | 'ifirmaSeries' | 'oss'>;

/** What iFirma numbers by its default series: an order without a document for which no series was chosen. */
export const BY_DEFAULT: Numbering = { kind: 'domestic', numbering: 'ifirma', ifirmaSeries: '', oss: false };

/** @param others every other series of the same books. */
export function isShared(one: Numbering, others: readonly Numbering[]): boolean {
  return (
    isNumbered(one) &&
    others.some(
      (other) =>
        isNumbered(other) &&
        (one.numbering === 'sellasist' || other.numbering === 'sellasist') &&
        nameOf(one) === nameOf(other),
    )
  );
}

/** Whether invoices go out by it. Corrections have numbers of their own, and iFirma gives them. */
function isNumbered({ kind, numbering, oss }: Numbering): boolean {
  return kind === 'domestic' && numbering !== null && !oss;
}

/** Without a name it is the default series, which has this one (ifirma-api 2.1). */
function nameOf({ ifirmaSeries }: Numbering): string {
  return folded(ifirmaSeries) || 'default';
}
