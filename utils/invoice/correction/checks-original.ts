/** What keeps an invoice from being corrected through the API at all, whatever is to be corrected of it (ifirma-api 4.1). */
import type { IsoDate } from '../document';
import type { Finding } from '../finding';
import type { Base } from './base';
import type { BookedOriginal, EarlierCorrection } from './booked';
import { grossOf } from './worth';

export function originalFindings(original: BookedOriginal, base: Base | null): readonly Finding[] {
  const { number, kind, currency } = original;
  if (kind === 'correction') return [{ code: 'correction-of-correction', path: 'original', params: { number } }];
  if (kind === 'other') return [{ code: 'correction-not-domestic', path: 'original', params: { number } }];
  if (currency !== 'PLN') {
    return [{ code: 'correction-currency', path: 'original', params: { number, currency } }];
  }
  if (base === null) return [{ code: 'correction-lines-unknown', path: 'original.lines', params: { number } }];
  return sumFindings(original);
}

/**
 * What iFirma says the invoice is worth has to be what its lines give: otherwise it counts in a way that is not known here, or not all
 * lines were given, and the difference could not be told to the grosz.
 */
function sumFindings({ lines, counted, gross, number }: BookedOriginal): readonly Finding[] {
  const counts = grossOf(lines ?? [], counted);
  if (counts === gross) return [];
  const params = { number, sum: String(counts), total: gross === null ? '' : String(gross) };
  return [{ code: 'correction-sum-unclear', path: 'original.gross', params }];
}

/** A second correction goes on from the state after the first; a person says that this is meant. */
export function earlierFindings(earlier: readonly EarlierCorrection[]): readonly Finding[] {
  const last = earlier.at(-1);
  if (last === undefined) return [];
  const number = earlier.flatMap((each) => (each.number === '' ? [] : [each.number])).join(', ');
  return [{ code: 'corrected-before', path: 'original', params: { number }, evidence: evidenceOfEarlier(last) }];
}

/** Names the last one: that a person has agreed to go on from it never counts for a later one. */
export function evidenceOfEarlier({ identifier }: Pick<EarlierCorrection, 'identifier'>): string {
  return `corrected:${identifier}`;
}

/** ifirma-api 4.2 */
export function dateFindings(
  { issueDate: original }: Pick<BookedOriginal, 'issueDate'>,
  issueDate: IsoDate,
  today: IsoDate,
): readonly Finding[] {
  if (issueDate > today) return [{ code: 'issue-date-future', path: 'issueDate', params: { date: issueDate } }];
  if (original === null || issueDate >= original) return [];
  return [{ code: 'correction-too-early', path: 'issueDate', params: { date: issueDate, original } }];
}
