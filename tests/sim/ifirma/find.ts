import type { Account, BookedDocument } from './account.ts';
import { CORRECTION_ENDPOINT } from './kinds.ts';

/** Documents by what stands in the path: the identifier, or the full number with `_` for `/` (ifirma-api 5.3). */

/** A segment of the path as text; what is not decodable stays as it is. */
export const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

export type NamedBy = 'id' | 'number';

export interface Found {
  readonly document: BookedDocument;
  readonly by: NamedBy;
}

/** Whether the full number is still hidden; a look at it counts as a read only where `read` says so. */
export const numberLags = (account: Account, document: BookedDocument): boolean => {
  const lag = account.switches.numberLag;
  if (lag === null) return false;
  const { reads = 0, ms = 0 } = lag;
  return document.reads < reads || account.clock.now() < document.at + ms;
};

export const findDocument = (account: Account, endpoint: string, segment: string): Found | null => {
  const { correctionPath } = account.switches;
  const fits = ({ kind }: BookedDocument): boolean => {
    if (kind.endpoint !== CORRECTION_ENDPOINT) return kind.endpoint === endpoint;
    if (correctionPath === 'both') return endpoint === CORRECTION_ENDPOINT || endpoint === 'fakturakraj';
    return endpoint === (correctionPath === 'korekta' ? CORRECTION_ENDPOINT : 'fakturakraj');
  };
  const wanted = decoded(segment);
  const candidates = account.documents.filter(fits);
  const byId = candidates.find(({ id }) => id === wanted);
  if (byId !== undefined) return { document: byId, by: 'id' };
  const byNumber = candidates.find((each) => each.number.replaceAll('/', '_') === wanted && !numberLags(account, each));
  return byNumber === undefined ? null : { document: byNumber, by: 'number' };
};
