/** When a person may overrule what was found (`Wystaw mimo to`), and what that says to the background. */
import type { Finding } from '../../utils/invoice/finding';
import type { DocumentView } from '../../utils/messages';

export const isActive = ({ state }: DocumentView): boolean => state === 'queued' || state === 'sending';

/**
 * Signs only, nothing to mend: with a missing postcode beside them a sending would come back whatever the person says, so
 * that is mended first.
 */
export const awaitsOverruling = ({ state, findings }: DocumentView): boolean =>
  (state === 'incomplete' || state === 'unsent' || state === 'skipped' || state === 'failed') &&
  findings.length > 0 &&
  findings.every(({ evidence }) => evidence !== undefined);

/** They speak of a correction, and not of a sale that may be booked already. */
export const isOfCorrection = (findings: readonly Finding[]): boolean =>
  findings.some(({ code }) => code.startsWith('correct'));

/** Nothing speaks for its being booked already: only KSeF would take it as issued offline. */
export const isOfKsefDate = (findings: readonly Finding[]): boolean =>
  findings.every(({ code }) => code === 'ksef-offline-date');

export const evidenceOf = (findings: readonly Finding[]): readonly string[] =>
  findings.flatMap(({ evidence }) => (evidence === undefined ? [] : [evidence]));
